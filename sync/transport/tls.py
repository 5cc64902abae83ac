"""Connections that know whom they talk to before the first byte of a request leaves.

With pins, the server's key is the whole proof (RFC 7469's SPKI hash): no CA, no name and no clock can stand in for it or against it.
Without pins, a CA and the host's name must match. Plain HTTP goes to loopback addresses only, and then past any proxy.
TLS 1.3 in every case, the public web PKI included: every server an archive runs behind speaks it, and 1.2 has only attacks to add.
"""

from __future__ import annotations

import hashlib
import ipaddress
import socket
import ssl
from datetime import UTC, datetime
from pathlib import Path

import certifi
from asn1crypto import x509
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError
from urllib3.util.connection import create_connection

from sync.config import Proxy
from sync.transport import socks
from sync.transport.attended import AttendedConnection
from sync.transport.faults import Blocked, intercepted

# OpenSSL's verify results for a certificate that is not yet or no longer valid.
_NOT_YET_VALID = 9
_WRONG_TIME = {_NOT_YET_VALID, 10}
# Missing from Python's socket module before 3.13, fixed by each system's ABI.
_TCP_NOTSENT_LOWAT = {"linux": 25, "darwin": 0x201}
_UNSENT_BYTES = 64 * 1024
_DEAD_LINK_MS = 60_000
# Where the system does not tell what was acknowledged, this is how far progress and truth can be apart; and how much can be in flight,
# which is 3.4 Mbit/s at a round trip of 600 ms.
_SEND_BUFFER_BYTES = 256 * 1024
# When this version was made, by hand at each release: a device that says it is earlier is wrong.
RELEASED_S = datetime(2026, 11, 20, tzinfo=UTC).timestamp()
DAY_S = 24 * 3600.0


def socket_options(platform: str) -> list[tuple[int, int, int]]:
    """No Nagle, keepalive, little unsent data in the kernel (else progress and cuts lie), an end to links that acknowledge nothing."""
    options = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    if platform != "linux":
        options.append((socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER_BYTES))
    if platform in _TCP_NOTSENT_LOWAT:
        options.append((socket.IPPROTO_TCP, _TCP_NOTSENT_LOWAT[platform], _UNSENT_BYTES))
    if platform == "linux":
        options += [
            (socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 10),
            (socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 5),
            (socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 3),
            (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _DEAD_LINK_MS),
        ]
    return options


def tls_context(pins: tuple[str, ...], ca_file: Path | None) -> ssl.SSLContext:
    """TLS 1.3 or nothing. Built by hand: `create_default_context` would obey SSL_CERT_FILE and SSLKEYLOGFILE. Raises Blocked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if pins and ca_file is None:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    try:
        context.load_verify_locations(ca_file or certifi.where())
    except (OSError, ssl.SSLError) as error:
        raise Blocked("ca-file", "The file with the archive's certificates cannot be read. Check the settings.") from error
    return context


def spki_sha256(certificate_der: bytes) -> str:
    """SHA-256 of the SubjectPublicKeyInfo (RFC 5280 section 4.1) as hex."""
    return hashlib.sha256(x509.Certificate.load(certificate_der).public_key.dump()).hexdigest()


def https_pool_class(pins: tuple[str, ...], proxy: Proxy | None) -> type[HTTPSConnectionPool]:
    """Connections that check `pins` and go through `proxy`; without the proxy they go nowhere."""
    login = socks.new_login()

    class PinnedConnection(AttendedConnection, HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return super()._new_conn() if proxy is None else _through(proxy, self, login)

        def connect(self) -> None:
            super().connect()
            if pins:
                _check_pin(self, pins)

    class PinnedPool(HTTPSConnectionPool):
        ConnectionCls = PinnedConnection

    return PinnedPool


def _through(proxy: Proxy, connection: HTTPSConnection, login: str) -> socket.socket:
    try:
        leading = create_connection((proxy.host, proxy.port), connection.timeout, socket_options=connection.socket_options)
        try:
            socks.ask_for(leading, connection.host, connection.port, login)
        except BaseException:
            leading.close()
            raise
    except OSError as error:
        raise NewConnectionError(connection, "no way through the proxy") from error
    return leading


def _check_pin(connection: HTTPSConnection, pins: tuple[str, ...]) -> None:
    assert isinstance(connection.sock, ssl.SSLSocket)
    certificate = connection.sock.getpeercert(binary_form=True)
    if certificate is None or spki_sha256(certificate) not in pins:
        connection.close()
        raise intercepted()
    connection.is_verified = True


def wrong_time(verify_code: int, now_s: float, ahead_s: float | None) -> Blocked | None:
    """What a certificate refused for its dates says about this device's clock; None for one that was refused for anything else.

    `now_s` is this device's date, `ahead_s` by how much the archive's last answer was ahead of it, if there was one.
    """
    if verify_code not in _WRONG_TIME:
        return None
    if now_s < RELEASED_S or verify_code == _NOT_YET_VALID or abs(ahead_s or 0.0) > DAY_S:
        return Blocked("clock", "The date of this device is wrong, so it cannot tell the archive from others. Set the date and the time.")
    return Blocked(
        "clock",
        "By this device's date the archive's certificate has lapsed. Check the date and the time. If they are right, tell the "
        "archive's people.",
    )


class LoopbackConnection(AttendedConnection, HTTPConnection):
    """Plain HTTP that hangs up unless the other end is this machine, whatever the name was resolved to."""

    def connect(self) -> None:
        super().connect()
        if not ipaddress.ip_address(self.sock.getpeername()[0].split("%")[0]).is_loopback:
            self.close()
            raise plain_http()


class LoopbackPool(HTTPConnectionPool):
    ConnectionCls = LoopbackConnection


def is_loopback_name(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def plain_http() -> Blocked:
    return Blocked("plain-http", "The archive's address begins with http:// and is on another machine. It must begin with https://.")
