"""A plain server on loopback that sends exactly the bytes it is given, slowly if asked: for answers that no decent server gives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable


class RawServer:
    """Takes connections one after another, reads one request's head from each, then sends `pieces` and hangs up."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.received: list[bytes] = []
        self._pieces = pieces
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="raw server", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return  # closed
            connection.settimeout(5)
            with connection:
                try:
                    head = b""
                    while b"\r\n\r\n" not in head and (block := connection.recv(65536)):
                        head += block
                    if head:
                        self.received.append(head)
                    for piece in self._pieces:
                        connection.sendall(piece)
                except OSError:
                    continue  # the client has had enough
