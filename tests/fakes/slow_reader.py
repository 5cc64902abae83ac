"""A tus server on loopback that reads at its own pace, knows to the byte what has reached its machine, and may never answer."""

from __future__ import annotations

import contextlib
import fcntl
import select
import socket
import struct
import termios
import threading

_BUFFER_BYTES = 32 * 1024


class SlowReader:
    """Takes one PATCH. Reads one `piece_bytes` of its body every `pause_s`; `answers` says whether it ever says that it has all."""

    def __init__(self, *, piece_bytes: int = 8 * 1024, pause_s: float = 0.002, answers: bool = True) -> None:
        self._piece_bytes, self._pause_s, self._answers = piece_bytes, pause_s, answers
        self._read_bytes = 0
        self._connection: socket.socket | None = None
        self._lock = threading.Lock()
        self._begun = threading.Event()
        self._closing = threading.Event()
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(1)
        self._thread = threading.Thread(target=self._serve, name="slow reader", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def held_bytes(self) -> int:
        """How much of the body has reached this machine, whether it was read or waits in the system's buffer."""
        assert self._begun.wait(5), "nobody has sent the head of a request"
        with self._lock:
            if self._connection is None:
                return self._read_bytes
            (unread,) = struct.unpack("i", fcntl.ioctl(self._connection, termios.FIONREAD, bytes(4)))
            return self._read_bytes + int(unread)

    def close(self) -> None:
        self._closing.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except OSError:
            return  # closed before anybody came
        with connection:
            connection.settimeout(5)
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                head += connection.recv(1)
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            with self._lock:
                self._connection = connection
            self._begun.set()
            with contextlib.suppress(OSError):  # the client has had enough
                self._read_body(connection, length)
            with self._lock:
                self._connection = None

    def _read_body(self, connection: socket.socket, length: int) -> None:
        while self._read_bytes < length and not self._closing.wait(self._pause_s):
            if not select.select([connection], [], [], 0.02)[0]:
                continue
            with self._lock:
                piece = connection.recv(self._piece_bytes)
                self._read_bytes += len(piece)
            if not piece:
                return
        if self._answers:
            connection.sendall(f"HTTP/1.1 204 No Content\r\nUpload-Offset: {length}\r\n\r\n".encode())
        else:
            self._closing.wait()
