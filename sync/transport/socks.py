"""Through a SOCKS5 proxy (RFC 1928, RFC 1929) such as Tor's: the proxy is told the archive's name, this machine never looks it up.

`socks5h` and nothing else: a client that resolves names itself tells the network whom it talks to before the first connection.
"""

from __future__ import annotations

import ipaddress
import secrets
import socket

_VERSION = 5
_NO_LOGIN, _WITH_LOGIN = 0, 2
_CONNECT = 1
_IPV4, _NAME, _IPV6 = 1, 3, 4
_ADDRESS_BYTES = {_IPV4: 4, _IPV6: 16}


class ProxyRefused(OSError):
    """The proxy does not speak SOCKS5, or does not get through to the archive. For the caller a link that may come back."""


def new_login() -> str:
    """Means nothing but that these connections belong together: Tor gives each login circuits of its own (IsolateSOCKSAuth)."""
    return secrets.token_hex(16)


def ask_for(connection: socket.socket, host: str, port: int, login: str) -> None:
    """Asks the proxy at the other end of `connection` for a connection to `host`, a name or an IP address.

    When it returns, `connection` leads to the archive. Raises ProxyRefused, OSError; the time-out is the connection's own.
    """
    connection.sendall(bytes([_VERSION, 2, _NO_LOGIN, _WITH_LOGIN]))
    version, method = _read(connection, 2)
    if version != _VERSION or method not in (_NO_LOGIN, _WITH_LOGIN):
        raise ProxyRefused("the proxy does not speak SOCKS5 with us")
    if method == _WITH_LOGIN:
        name = login.encode("ascii")
        connection.sendall(bytes([1, len(name)]) + name + bytes([len(name)]) + name)
        if _read(connection, 2)[1] != 0:
            raise ProxyRefused("the proxy wants a login of its own")
    connection.sendall(bytes([_VERSION, _CONNECT, 0]) + _address(host) + port.to_bytes(2, "big"))
    version, reply, _, kind = _read(connection, 4)
    if version != _VERSION or reply != 0:
        raise ProxyRefused(f"the proxy answers {reply}")
    # Where the proxy connected from. It has to be read to its end, and no byte further: what follows is the archive's.
    length = _read(connection, 1)[0] if kind == _NAME else _ADDRESS_BYTES.get(kind)
    if length is None:
        raise ProxyRefused("the proxy answers with an address of no known kind")
    _read(connection, length + 2)


def _address(host: str) -> bytes:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")  # requests has made any other name IDNA by now
        if not 1 <= len(name) <= 255:
            raise ProxyRefused("the archive's name is too long for a proxy") from None
        return bytes([_NAME, len(name)]) + name
    return bytes([_IPV4 if address.version == 4 else _IPV6]) + address.packed


def _read(connection: socket.socket, size_bytes: int) -> bytes:
    answer = b""
    while len(answer) < size_bytes:
        block = connection.recv(size_bytes - len(answer))
        if not block:
            raise ProxyRefused("the proxy hung up")
        answer += block
    return answer
