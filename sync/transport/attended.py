"""Connections that do not leave a streamed body alone: while they wait, the body is asked every tick whether to go on.

http.client blocks in one system call until a time-out that fits no link: too short for a slow one, too long for a dead one, and deaf to
a worker that is to stop. Here every wait, for room to send and for the answer, is cut into ticks, on the thread that sends.
"""

from __future__ import annotations

import errno
import io
import socket
import ssl
from abc import ABC, abstractmethod
from http.client import HTTPResponse
from typing import Any

from urllib3.connection import HTTPConnection


class AttendedBody(ABC):
    """A body of known length that looks after its own connection. Everything is called on the thread that sends."""

    tick_s: float

    @abstractmethod
    def begin(self, connection: socket.socket) -> None:
        """The request is about to go into `connection`."""

    @abstractmethod
    def wait(self) -> None:
        """The connection has been waiting for one more tick. Whatever this raises ends the request."""


class AttendedConnection(HTTPConnection):
    """To be mixed in before the kind of connection that it is."""

    _attended: AttendedBody | None = None

    def request(self, method: str, url: str, body: Any = None, *args: Any, **options: Any) -> None:
        self._attended = body if isinstance(body, AttendedBody) else None
        if self._attended is not None:
            if self.sock is None:
                self.connect()
            self._attended.begin(self.sock)
        super().request(method, url, body, *args, **options)

    def send(self, data: Any) -> None:
        if self._attended is None or self.sock is None:
            super().send(data)
            return
        self.sock.settimeout(self._attended.tick_s)
        left = memoryview(data)
        while left:
            try:
                # TLS wants the very same bytes again after it found no room for them, and gets them.
                left = left[self.sock.send(left) :]
            except TimeoutError:
                self._attended.wait()
            except ssl.SSLEOFError as error:
                # Somebody who has heard enough answers and hangs up. urllib3 reads that answer after this error, and after no other.
                raise BrokenPipeError(errno.EPIPE, "the other end takes no more") from error

    def response_class(  # type: ignore[override]  # http.client only ever calls it
        self, connection: Any, *args: Any, **options: Any
    ) -> HTTPResponse:
        """http.client's name for what it reads an answer with."""
        if self._attended is not None:
            connection = _Listening(connection, self._attended)
        return HTTPResponse(connection, *args, **options)

    def close(self) -> None:
        self._attended = None
        super().close()


class _Listening:
    """As much of a socket as HTTPResponse asks for."""

    def __init__(self, connection: socket.socket, attended: AttendedBody) -> None:
        self._connection = connection
        self._attended = attended

    def makefile(self, mode: str) -> io.BufferedReader:
        assert mode == "rb"
        return io.BufferedReader(_TickingFile(self._connection, self._attended))


class _TickingFile(io.RawIOBase):
    def __init__(self, connection: socket.socket, attended: AttendedBody) -> None:
        self._connection = connection
        self._attended = attended
        # The socket counts the files that were made of it, and stays open until the last is closed.
        self._held = connection.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            self._connection.settimeout(self._attended.tick_s)
            try:
                return self._connection.recv_into(buffer)
            except TimeoutError:
                self._attended.wait()

    def close(self) -> None:
        self._held.close()
        super().close()
