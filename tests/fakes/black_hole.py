"""A TCP relay on loopback that a test can make swallow everything, as a link does that has gone, and let go on again.

Its own receive buffer is small and fixed, so that a sender soon has bytes that nobody acknowledges.
"""

from __future__ import annotations

import fcntl
import selectors
import socket
import struct
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_BUFFER_BYTES = 64 * 1024
_PIECE_BYTES = 16 * 1024
_TICK_S = 0.01


@dataclass(eq=False)
class _Pair:
    client: socket.socket
    server: socket.socket
    dead: bool = False

    def close(self) -> None:
        self.client.close()
        self.server.close()


class BlackHole:
    """`connections` counts all that were ever made; `allowed_bytes` is how much of what clients send is still passed on, None all of it.

    Everything may be called from any thread and holds from the next piece on.
    """

    def __init__(self, port: int) -> None:
        self.connections = 0
        self.allowed_bytes: int | None = None
        self._port = port
        self._pairs: list[_Pair] = []
        self._passed_bytes = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(50)
        self._listener.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="black hole", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def silent(self) -> bool:
        return self.allowed_bytes == 0

    def swallow_after(self, size_bytes: int) -> None:
        """That much more from clients is passed on; then nothing moves in any direction on any connection, new ones included."""
        with self._lock:
            self.allowed_bytes = size_bytes

    def lift(self) -> None:
        """Everything goes on."""
        with self._lock:
            self.allowed_bytes = None

    def lift_for_new_ones(self) -> None:
        """Connections so far stay silent for ever; new ones work."""
        with self._lock:
            for pair in self._pairs:
                pair.dead = True
            self.allowed_bytes = None

    def arrived_bytes(self) -> int:
        """What clients have sent that has come as far as this machine's other end: passed on, or waiting to be."""
        with self._lock:
            return self._passed_bytes + sum(_unread_bytes(pair.client) for pair in self._pairs)

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        with self._listener:
            while not self._closing.is_set():
                with self._lock:
                    self._accept()
                    watched = [pair for pair in self._pairs if not pair.dead and not self.silent]
                self._move(watched)
        for pair in self._pairs:
            pair.close()

    def _accept(self) -> None:
        try:
            client, _ = self._listener.accept()
        except BlockingIOError:
            return
        self.connections += 1
        self._pairs.append(_Pair(client, socket.create_connection(("127.0.0.1", self._port), timeout=5)))

    def _move(self, watched: list[_Pair]) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ, None)
            for pair in watched:
                selector.register(pair.client, selectors.EVENT_READ, pair)
                selector.register(pair.server, selectors.EVENT_READ, pair)
            for key, _ in selector.select(_TICK_S):
                if isinstance(key.data, _Pair):
                    self._pass_on(key.data, key.fileobj)

    def _pass_on(self, pair: _Pair, source: object) -> None:
        with self._lock:
            if pair not in self._pairs or pair.dead or self.silent:
                return
            try:
                if source is pair.server:
                    piece = pair.server.recv(_PIECE_BYTES)
                    pair.client.sendall(piece)
                else:
                    piece = pair.client.recv(min(_PIECE_BYTES, _PIECE_BYTES if self.allowed_bytes is None else self.allowed_bytes))
                    self._passed_bytes += len(piece)
                    if self.allowed_bytes is not None:
                        self.allowed_bytes -= len(piece)
                    pair.server.sendall(piece)
            except OSError:
                piece = b""  # one of them has hung up on us
            if not piece:
                self._pairs.remove(pair)
                pair.close()


@contextmanager
def black_hole(port: int) -> Iterator[BlackHole]:
    relay = BlackHole(port)
    try:
        yield relay
    finally:
        relay.close()


def _unread_bytes(connection: socket.socket) -> int:
    (unread,) = struct.unpack("i", fcntl.ioctl(connection, termios.FIONREAD, bytes(4)))
    return int(unread)
