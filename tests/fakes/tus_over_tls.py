"""The least of a tus server that takes slices over TLS 1.3, on connections that stay open, and keeps what it was sent."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from types import TracebackType

from tls_server import Certificate


class TusOverTls:
    """One connection at a time. `bodies` are the PATCHes it took whole."""

    def __init__(self, certificate: Certificate) -> None:
        self.bodies: list[bytes] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate.certificate, certificate.key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="tus over tls", daemon=True)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> TusOverTls:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return  # closed
            plain.settimeout(5)
            with plain, contextlib.suppress(OSError), self._context.wrap_socket(plain, server_side=True) as connection:
                self._talk(connection)

    def _talk(self, connection: ssl.SSLSocket) -> None:
        with connection.makefile("rb") as requests:
            while request_line := requests.readline():
                length = 0
                while (line := requests.readline().strip()) != b"":
                    name, _, value = line.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                body = requests.read(length)
                if request_line.startswith(b"PATCH"):
                    self.bodies.append(body)
                connection.sendall(f"HTTP/1.1 204 No Content\r\nUpload-Offset: {len(body)}\r\n\r\n".encode())
