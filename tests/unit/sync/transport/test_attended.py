"""Connections that look up while they wait: what they hear, what they send, and that they stay in step."""

from __future__ import annotations

import contextlib
import io
import random
import socket
import ssl
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from black_hole import black_hole
from foreign_door import ForeignDoor
from sync_clock import FakeClock
from tls_server import Certificate, make_certificate
from tus_over_tls import TusOverTls

from sync.transport.faults import RetryLater
from sync.transport.passage import Watch
from sync.transport.session import HardenedSession
from sync.transport.tus import TusClient

CONTENT = random.Random(3).randbytes(1024 * 1024)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"), "archive")


class EarlyRefusal:
    """Reads the head of each request, refuses, reads a little of the body, and hangs up on the rest."""

    def __init__(self, certificate: Certificate | None, answer: bytes) -> None:
        self._answer = answer
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate.certificate, certificate.key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="early refusal", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{'http' if self._context is None else 'https'}://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
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
            with plain, contextlib.suppress(OSError):
                if self._context is None:
                    self._refuse(plain)
                else:
                    with self._context.wrap_socket(plain, server_side=True) as connection:
                        self._refuse(connection)

    def _refuse(self, connection: socket.socket) -> None:
        said = b""
        while b"\r\n\r\n" not in said:
            said += connection.recv(4096)
        connection.sendall(self._answer)
        # Who hangs up on what it has not read may take its own answer back with it; decent servers listen on for a moment.
        listened = 0
        while listened < 200_000:
            listened += len(connection.recv(4096))


@pytest.fixture(params=["plain", "TLS"])
def refusing(request: pytest.FixtureRequest, certificate: Certificate) -> Iterator[EarlyRefusal]:
    answer = b"HTTP/1.1 507 Insufficient Storage\r\nRetry-After: 300\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    server = EarlyRefusal(certificate if request.param == "TLS" else None, answer)
    yield server
    server.close()


def test_a_refusal_in_the_middle_of_a_body_is_heard(refusing: EarlyRefusal, certificate: Certificate, clock: FakeClock) -> None:
    for _ in range(20):
        with HardenedSession(pins=(certificate.spki_sha256,), answer_timeout_s=10) as session:
            client = TusClient(ForeignDoor(session, refusing.url), "/", clock)
            with pytest.raises(RetryLater) as fault:
                client.send_slice(refusing.url + "/u", io.BytesIO(CONTENT), 0, len(CONTENT), lambda told: None, lambda: False)
            assert (fault.value.code, fault.value.retry_after_s) == ("archive-full", 300)


def test_waiting_often_and_briefly_changes_no_byte(certificate: Certificate, clock: FakeClock) -> None:
    """A tick so short that nearly every write and every read meets it, on one connection."""
    ticks = [0]

    def count() -> bool:
        ticks[0] += 1
        return False

    with (
        TusOverTls(certificate) as server,
        black_hole(urlsplit(server.url).port or 0) as relay,
        HardenedSession(pins=(certificate.spki_sha256,), answer_timeout_s=10) as session,
    ):
        url = f"https://127.0.0.1:{relay.port}"
        client = TusClient(ForeignDoor(session, url), "/", clock, watch=Watch(tick_s=0.00001))
        for _ in range(3):
            client.send_slice(url + "/u", io.BytesIO(CONTENT), 0, len(CONTENT), lambda told: None, count)
    assert (server.bodies, relay.connections) == ([CONTENT] * 3, 1)
    assert ticks[0] > 3 * (len(CONTENT) // 16384 + 2), "no write ever had to wait, so this proves nothing"
