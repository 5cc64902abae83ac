"""A TCP relay on loopback that drops a connection in the middle, as often as it is told, always at the same byte."""

from __future__ import annotations

import select
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

_BLOCK_BYTES = 16 * 1024
_PATIENCE_S = 30


class CuttingRelay:
    """The first `cuts` connections that carry more than `after_bytes` to the server end there with a reset on both sides. `cut` counts."""

    def __init__(self, url: str, *, cuts: int, after_bytes: int) -> None:
        parts = urlsplit(url)
        self._target = (parts.hostname or "", parts.port or 80)
        self._cuts, self._after_bytes = cuts, after_bytes
        self.cut = 0
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = parts._replace(netloc=f"127.0.0.1:{self._listener.getsockname()[1]}").geturl()
        self._threads = [threading.Thread(target=self._accept, name="cutting relay")]
        self._threads[0].start()

    def close(self) -> None:
        """Waits for the connections that are still open: end them first."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return  # closed
            thread = threading.Thread(target=self._relay, args=(near,), name="cutting relay")
            self._threads.append(thread)
            thread.start()

    def _relay(self, near: socket.socket) -> None:
        carried_bytes = 0
        with near, socket.create_connection(self._target, timeout=_PATIENCE_S) as far:
            try:
                while True:
                    for source in select.select([near, far], [], [], _PATIENCE_S)[0]:
                        block = source.recv(_BLOCK_BYTES)
                        if not block:
                            return
                        carried_bytes += len(block) if source is near else 0
                        if carried_bytes > self._after_bytes and self.cut < self._cuts:
                            self.cut += 1
                            for one in (near, far):
                                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                            return
                        (far if source is near else near).sendall(block)
            except OSError:
                return  # one side is gone, so the other goes too


@contextmanager
def cutting_relay(url: str, *, cuts: int, after_bytes: int) -> Iterator[CuttingRelay]:
    relay = CuttingRelay(url, cuts=cuts, after_bytes=after_bytes)
    try:
        yield relay
    finally:
        relay.close()
