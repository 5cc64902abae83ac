"""Through a SOCKS5 proxy: names are told to it and looked up nowhere, pins hold behind it, and nothing goes past it."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator

import pytest
from raw_server import RawServer
from socks_proxy import SocksProxy
from tls_server import Certificate, TlsServer, make_certificate

from sync.config import Proxy
from sync.schedule import Cause
from sync.transport.faults import Blocked, RetryLater
from sync.transport.session import HardenedSession

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

_looked_up: list[str] | None = None


def _note_look_ups(event: str, args: tuple[object, ...]) -> None:
    if _looked_up is not None and event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        _looked_up.append(str(args[0]))


@pytest.fixture(scope="module", autouse=True)
def audit() -> None:
    sys.addaudithook(_note_look_ups)


@pytest.fixture
def looked_up() -> Iterator[list[str]]:
    global _looked_up
    _looked_up = []
    yield _looked_up
    _looked_up = None


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificates"), "archive")


@pytest.fixture
def server(certificate: Certificate) -> Iterator[TlsServer]:
    running = TlsServer(certificate, OK)
    yield running
    running.close()


@pytest.fixture
def proxy(server: TlsServer) -> Iterator[Callable[..., SocksProxy]]:
    started: list[SocksProxy] = []

    def start(**how: object) -> SocksProxy:
        started.append(SocksProxy(int(server.url.rpartition(":")[2]), **how))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for each in started:
        each.close()


def get(through: SocksProxy, url: str, pin: str) -> int:
    with HardenedSession(pins=(pin,), proxy=Proxy("127.0.0.1", through.port), answer_timeout_s=10) as session:
        return session.request("GET", url, headers={"Authorization": "Bearer secret"}).status


@pytest.mark.parametrize("bound", [b"\x01\x7f\x00\x00\x01", b"\x04" + b"\x00" * 16, b"\x03\x04host"], ids=["IPv4", "IPv6", "name"])
def test_the_proxy_is_told_the_name_and_this_machine_never_looks_it_up(
    server: TlsServer, proxy: Callable[..., SocksProxy], certificate: Certificate, looked_up: list[str], bound: bytes
) -> None:
    through = proxy(bound=bound)
    assert get(through, "https://expyuzz4wqqyqhjn.onion/x", certificate.spki_sha256) == 200
    assert [(asked.kind, asked.host, asked.port, asked.login) for asked in through.asked] == [(3, "expyuzz4wqqyqhjn.onion", 443, None)]
    assert set(looked_up) <= {"127.0.0.1"}
    assert b"Bearer secret" in server.received


@pytest.mark.parametrize(
    ("url", "kind", "host"), [("https://192.0.2.7:8443/", 1, "192.0.2.7"), ("https://[2001:db8::7]:8443/", 4, "2001:db8::7")]
)
def test_an_address_stays_an_address(
    server: TlsServer, proxy: Callable[..., SocksProxy], certificate: Certificate, url: str, kind: int, host: str
) -> None:
    through = proxy()
    assert get(through, url, certificate.spki_sha256) == 200
    assert [(asked.kind, asked.host, asked.port) for asked in through.asked] == [(kind, host, 8443)]


def test_each_session_has_a_login_of_its_own_where_the_proxy_wants_one(
    server: TlsServer, proxy: Callable[..., SocksProxy], certificate: Certificate
) -> None:
    through = proxy(method=2)
    for _ in range(2):
        assert get(through, "https://archive.example/", certificate.spki_sha256) == 200
    logins = {asked.login for asked in through.asked}
    assert len(logins) == 2
    assert None not in logins


def test_a_hostile_proxy_meets_the_pin(server: TlsServer, proxy: Callable[..., SocksProxy]) -> None:
    through = proxy()
    with pytest.raises(Blocked) as fault:
        get(through, "https://archive.example/", "00" * 32)
    server.close()
    assert (fault.value.code, len(through.asked), server.received) == ("intercepted", 1, b"")


@pytest.mark.parametrize(
    "how",
    [
        {"reply": 5},
        {"method": 255},
        {"raw": b"HTTP/1.1 400 Bad Request\r\n\r\n"},
        {"raw": b"\x05"},
        {"raw": b"\x05\x00\x05\x00\x00\x09\x00\x00"},
        {"raw": b"\x04\x5a\x00\x00\x00\x00\x00\x00"},
    ],
    ids=["refused", "no method", "HTTP", "cut", "odd address", "SOCKS4"],
)
def test_a_proxy_that_does_not_lead_there_is_a_link_that_may_come_back(
    server: TlsServer, proxy: Callable[..., SocksProxy], certificate: Certificate, how: dict[str, object]
) -> None:
    through = proxy(**how)
    with pytest.raises(RetryLater) as fault:
        get(through, "https://127.0.0.1:" + server.url.rpartition(":")[2], certificate.spki_sha256)
    server.close()
    assert (fault.value.cause, through.connections, server.received) == (Cause.NETWORK, 1, b"")


def test_without_the_proxy_nothing_goes_out(server: TlsServer, certificate: Certificate) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    session = HardenedSession(pins=(certificate.spki_sha256,), proxy=Proxy("127.0.0.1", port))
    with session, pytest.raises(RetryLater):
        session.request("GET", server.url, headers={})
    server.close()
    assert server.received == b""


def test_an_archive_on_this_machine_is_reached_past_the_proxy(proxy: Callable[..., SocksProxy]) -> None:
    through, plain = proxy(), RawServer([OK])
    try:
        with HardenedSession(proxy=Proxy("127.0.0.1", through.port)) as session:
            assert session.request("GET", plain.url, headers={}).status == 200
    finally:
        plain.close()
    assert (through.connections, len(plain.received)) == (0, 1)
