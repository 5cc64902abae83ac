"""A SOCKS5 proxy on loopback that leads wherever the test says, whatever name it is asked for, and writes down what it was asked."""

from __future__ import annotations

import select
import socket
import threading
from dataclasses import dataclass


@dataclass
class Asked:
    """`login` is None when the client was let in without one. `kind` as in RFC 1928: 1 IPv4, 3 name, 4 IPv6."""

    login: bytes | None
    kind: int
    host: str
    port: int


class SocksProxy:
    """`reply` other than 0 refuses; `method` 0 wants no login, 2 wants one, 255 wants something else; `bound` is the answer's address."""

    def __init__(self, leads_to: int, *, method: int = 0, reply: int = 0, bound: bytes = b"\x01\x00\x00\x00\x00", raw: bytes = b"") -> None:
        self.asked: list[Asked] = []
        self.connections = 0
        self._target, self._method, self._reply, self._bound, self._raw = leads_to, method, reply, bound, raw
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="socks proxy", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def close(self) -> None:
        """May be called twice."""
        if self._listener.fileno() == -1:
            return
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return  # closed
            self.connections += 1
            client.settimeout(5)
            with client:
                try:
                    self._talk(client)
                except OSError:
                    continue  # the client has had enough

    def _talk(self, client: socket.socket) -> None:
        if self._raw:
            client.recv(100)
            client.sendall(self._raw)
            return
        _, count = _exactly(client, 2)
        methods = _exactly(client, count)
        assert self._method in (*methods, 255), "it does not offer what this proxy wants"
        client.sendall(bytes([5, self._method]))
        login = None
        if self._method == 2:
            login = _exactly(client, _exactly(client, 2)[1])
            assert _exactly(client, _exactly(client, 1)[0]) == login
            client.sendall(b"\x01\x00")
        _, _, _, kind = _exactly(client, 4)
        raw = _exactly(client, _exactly(client, 1)[0]) if kind == 3 else _exactly(client, 4 if kind == 1 else 16)
        host = raw.decode() if kind == 3 else socket.inet_ntop(socket.AF_INET if kind == 1 else socket.AF_INET6, raw)
        self.asked.append(Asked(login, kind, host, int.from_bytes(_exactly(client, 2), "big")))
        client.sendall(bytes([5, self._reply, 0]) + self._bound + b"\x00\x00")
        if self._reply == 0:
            with socket.create_connection(("127.0.0.1", self._target), timeout=5) as archive:
                _pump(client, archive)


def _exactly(client: socket.socket, size: int) -> bytes:
    read = b""
    while len(read) < size:
        block = client.recv(size - len(read))
        if not block:
            raise ConnectionError("the client hung up")
        read += block
    return read


def _pump(client: socket.socket, archive: socket.socket) -> None:
    while True:
        ready = select.select([client, archive], [], [], 5)[0]
        for one in ready:
            block = one.recv(65536)
            if not block:
                return
            (archive if one is client else client).sendall(block)
        if not ready:
            return
