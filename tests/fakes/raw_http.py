"""HTTP/1.1 by hand over one TCP connection, for tests that decide about every byte: half requests, cuts, headers that no library sends."""

from __future__ import annotations

import fcntl
import socket
import struct
import termios
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

_PATIENCE_S = 20


@dataclass(frozen=True)
class Answer:
    """Header names in lower case; of several of one name the last."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def offset(self) -> int:
        return int(self.headers["upload-offset"])


class Wire:
    """One connection. Everything waits `_PATIENCE_S` at most and raises OSError then; use it with `with`."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = parts.netloc
        self._socket = socket.create_connection((parts.hostname or "", parts.port or 80), timeout=_PATIENCE_S)
        self._answers = self._socket.makefile("rb")

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self, method: str, url: str, headers: dict[str, str]) -> None:
        """The head of a request; the body is the caller's."""
        path = urlsplit(url).path
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._host}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        self._socket.sendall("\r\n".join(lines).encode("latin-1"))

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def answer(self, method: str) -> Answer:
        """The next answer. Raises EOFError when the server hung up instead."""
        first = self._answers.readline()
        if not first:
            raise EOFError("no answer")
        status = int(first.split()[1])
        headers: dict[str, str] = {}
        while (line := self._answers.readline().strip()) != b"":
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        if method == "HEAD" or status in (204, 304) or 100 <= status < 200:
            return Answer(status, headers, b"")
        if headers.get("transfer-encoding") == "chunked":
            return Answer(status, headers, self._chunks())
        return Answer(status, headers, self._answers.read(int(headers.get("content-length", "0"))))

    def _chunks(self) -> bytes:
        body = b""
        while size_bytes := int(self._answers.readline().split(b";")[0], 16):
            body += self._answers.read(size_bytes)
            self._answers.readline()
        self._answers.readline()
        return body

    def unacknowledged_bytes(self) -> int:
        """What was sent and has not reached the other side's system yet. Linux only."""
        answer = fcntl.ioctl(self._socket.fileno(), termios.TIOCOUTQ, struct.pack("i", 0))
        return int(struct.unpack("i", answer)[0])

    def close(self) -> None:
        """An orderly end (FIN), in the middle of whatever was said."""
        self._answers.close()
        self._socket.close()

    def reset(self) -> None:
        """A sudden end (RST)."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()


def ask(method: str, url: str, headers: dict[str, str], body: bytes | None = None) -> Answer:
    """One request on a connection of its own. A server may answer and hang up before it has read the whole body."""
    if body is not None:
        headers = {"Content-Length": str(len(body)), **headers}
    with Wire(url) as wire:
        wire.begin(method, url, headers)
        with suppress(BrokenPipeError, ConnectionResetError):  # its answer is on the way
            wire.send(body or b"")
        return wire.answer(method)
