"""Somebody between a kiosk and its archive who understands HTTP: he passes on every request, and loses or changes what a test names.

with meddling_proxy(archive.port) as between:
    between.lose("patch", "reset")        # the next PATCH is carried out, and its answer never arrives
    between.change_body = flip_a_bit      # (what, bytes) -> bytes, for bodies on their way to the archive
"""

from __future__ import annotations

import select
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_PIECE_BYTES = 64 * 1024
_PATIENCE_S = 30

# How an answer gets lost: an orderly end, a sudden one, nothing at all until the client gives up, or half of it.
WAYS = ("close", "reset", "silence", "half")

# What a kiosk asks of its archive, by method and the end of the path's fixed part.
_KINDS = (
    ("POST", "/api/v1/uploads", "create"),
    ("PATCH", "/api/v1/uploads/", "patch"),
    ("HEAD", "/api/v1/uploads/", "head"),
    ("DELETE", "/api/v1/uploads/", "terminate"),
    ("GET", "/api/v1/receipts/", "receipt"),
    ("GET", "/api/v1/ping", "ping"),
    ("POST", "/api/v1/token", "token"),
    ("GET", "/api/v1/policy", "policy"),
    ("POST", "/api/v1/withdrawals", "withdrawal"),
)

Change = Callable[[str, bytes], bytes]


def kind_of(method: str, path: str) -> str:
    """One word for a request."""
    return next((kind for its_method, start, kind in _KINDS if method == its_method and path.startswith(start)), f"{method} {path}")


@dataclass
class _Head:
    raw: bytes
    kind: str
    method: str
    length: int
    closes: bool


class MeddlingProxy:
    """`asked` counts requests by kind, `lost` the answers that never arrived. Any thread."""

    def __init__(self, archive_port: int) -> None:
        self.archive_port = archive_port
        self.asked: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self.change_body: Change = lambda kind, piece: piece
        self.change_answer: Change = lambda kind, body: body
        self._to_lose: dict[str, str] = {}
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept, name="meddling proxy", daemon=True)
        self._accepting.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def lose(self, kind: str, way: str) -> None:
        """The answer to the next request of this kind never arrives."""
        self._to_lose[kind] = way

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join()
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # its owner was faster
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return  # closed
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            self._threads.append(threading.Thread(target=self._between, args=(client,), name="meddler", daemon=True))
            self._threads[-1].start()

    def _between(self, client: socket.socket) -> None:
        client.settimeout(_PATIENCE_S)
        self._open.add(client)
        try:
            with client, socket.create_connection(("127.0.0.1", self.archive_port), timeout=_PATIENCE_S) as archive:
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._open.add(archive)
                try:
                    while self._one_request(client, archive):
                        continue
                finally:
                    self._open.discard(archive)
        except OSError:
            return  # one of the two has hung up, which is the other's to deal with
        finally:
            self._open.discard(client)

    def _one_request(self, client: socket.socket, archive: socket.socket) -> bool:
        """False when the connection is of no more use."""
        request, rest = _read_head(client)
        if request is None:
            return False
        self.asked[request.kind] += 1
        archive.sendall(request.raw)
        whole = self._pass_body(request, rest, client, archive)
        answer, rest = _read_head(archive, request)
        if answer is None:
            return False
        length = 0 if request.method == "HEAD" or answer.length < 0 else answer.length
        body = rest
        while len(body) < length and (piece := archive.recv(_PIECE_BYTES)):
            body += piece
        way = self._to_lose.pop(request.kind, None)
        if way is not None:
            self.lost[request.kind] += 1
            _lose(way, client, answer.raw + body)
            return False
        client.sendall(answer.raw + self.change_answer(request.kind, body))
        return whole and not answer.closes

    def _pass_body(self, request: _Head, first: bytes, client: socket.socket, archive: socket.socket) -> bool:
        """Whether all of it was passed on; the archive may have heard enough before."""
        piece, left = first, max(0, request.length)
        while left:
            if not piece:
                ready = select.select([client, archive], [], [], _PATIENCE_S)[0]
                if archive in ready or not ready:
                    return False
                piece = client.recv(_PIECE_BYTES)
                if not piece:
                    raise ConnectionError("the kiosk hung up")
            archive.sendall(self.change_body(request.kind, piece))
            left -= len(piece)
            piece = b""
        return True


@contextmanager
def meddling_proxy(archive_port: int) -> Iterator[MeddlingProxy]:
    between = MeddlingProxy(archive_port)
    try:
        yield between
    finally:
        between.close()


def _read_head(connection: socket.socket, request: _Head | None = None) -> tuple[_Head | None, bytes]:
    """A message's head, and what of its body came along. Interim answers (1xx) are passed over."""
    raw = b""
    while True:
        while b"\r\n\r\n" not in raw:
            piece = connection.recv(_PIECE_BYTES)
            if not piece:
                return None, b""
            raw += piece
        head, _, rest = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        if request is None or not lines[0].split()[1].startswith("1"):
            break
        raw = rest
    named = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    first = lines[0].split()
    kind, method = (request.kind, request.method) if request is not None else (kind_of(first[0], first[1]), first[0])
    closes = named.get("connection", "").lower() == "close"
    return _Head(head + b"\r\n\r\n", kind, method, int(named.get("content-length", "-1")), closes), rest


def _lose(way: str, client: socket.socket, answer: bytes) -> None:
    if way == "silence":
        while client.recv(_PIECE_BYTES):
            continue
    elif way == "half":
        client.sendall(answer[: len(answer) // 2])
    if way in ("reset", "half"):
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
