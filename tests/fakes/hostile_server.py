"""Somebody in the middle: takes every connection, says yes to everything in the archive's name, and keeps what it is told."""

from __future__ import annotations

import socket
import ssl
import threading

from tls_server import Certificate


class HostileServer:
    """With a certificate it speaks TLS, without one plain HTTP. `received` is what it could read, after decryption."""

    def __init__(self, certificate: Certificate | None = None, *, claims_to_be: str = "", maximum: ssl.TLSVersion | None = None) -> None:
        self.received = b""
        self.connections = 0
        body = b'{"nonce":"","signature":"","kiosk_id":"k","kiosk_token":"k.stolen","event_id":null}'
        head = f"HTTP/1.1 200 OK\r\nX-Archive-Id: {claims_to_be}\r\nUpload-Offset: 0\r\nContent-Length: {len(body)}\r\n\r\n"
        self._answer = head.encode() + body
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate.certificate, certificate.key)
            if maximum is not None:
                self._context.maximum_version = maximum
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self._thread = threading.Thread(target=self._serve, name="hostile server", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def url(self, scheme: str = "https", host: str = "127.0.0.1") -> str:
        return f"{scheme}://{host}:{self.port}"

    def close(self) -> None:
        """Ends it, so that `received` is final. May be called twice."""
        if self._listener.fileno() == -1:
            return
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return  # closed
            self.connections += 1
            plain.settimeout(5)
            with plain:
                try:
                    if self._context is None:
                        self._talk(plain)
                    else:
                        with self._context.wrap_socket(plain, server_side=True) as connection:
                            self._talk(connection)
                except OSError:
                    continue  # the kiosk did not like it

    def _talk(self, connection: socket.socket) -> None:
        """Answers the first block it gets, and listens on for as long as anything comes."""
        answered = False
        while block := connection.recv(65536):
            self.received += block
            if not answered:
                connection.sendall(self._answer)
                answered = True
