"""Who or what answers in the archive's place, each by its own name: a portal, somebody who opens the connection, a wrong clock."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import pytest
from raw_server import RawServer
from tls_server import Certificate, TlsServer, make_certificate

from sync.transport.faults import Blocked, RetryLater
from sync.transport.session import HardenedSession
from sync.transport.tls import DAY_S, RELEASED_S, wrong_time

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
NOW_S = RELEASED_S + 100 * DAY_S
NOT_YET_VALID, EXPIRED, UNKNOWN_ISSUER = 9, 10, 20


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Certificate]:
    folder = tmp_path_factory.mktemp("certificates")
    return {"archive": make_certificate(folder, "archive"), "lapsed": make_certificate(folder, "lapsed", days=-1)}


@pytest.fixture
def serve() -> Iterator[Callable[[Certificate, bytes], str]]:
    servers: list[TlsServer] = []

    def start(certificate: Certificate, answer: bytes = OK) -> str:
        servers.append(TlsServer(certificate, answer))
        return servers[-1].url

    yield start
    for server in servers:
        server.close()


def fault_of(session: HardenedSession, url: str) -> Blocked | RetryLater:
    with session, pytest.raises((Blocked, RetryLater)) as fault:
        session.request("GET", url + "/x", headers={})
    assert fault.value.sentence.endswith(".")
    return fault.value


# --- whoever listens on the archive's port, where the archive should ---


@pytest.mark.parametrize(
    "says",
    [
        b"HTTP/1.1 302 Found\r\nLocation: http://login.invalid/\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Welcome</html>",
        b"HTTP/1.1 400 Bad Request\r\n\r\nThe plain HTTP request was sent to HTTPS port",
        b"SSH-2.0-OpenSSH_9.2\r\n" + bytes(100),
        bytes(range(256)),
        b"\x15\x03\x01\x00\x02\x02\x28",
    ],
    ids=["redirect", "page", "bad request", "SSH", "garbage", "alert"],
)
@pytest.mark.parametrize("pinned", [True, False])
def test_a_stranger_who_speaks_no_tls_is_a_portal(says: bytes, pinned: bool) -> None:
    with _Blurting(says) as server:
        session = HardenedSession(pins=("00" * 32,) if pinned else (), connect_timeout_s=5)
        assert fault_of(session, f"https://127.0.0.1:{server.port}").code == "portal"


def test_a_stranger_who_hangs_up_is_a_link_that_may_come_back() -> None:
    with _Blurting(b"") as server:
        assert fault_of(HardenedSession(connect_timeout_s=5), f"https://127.0.0.1:{server.port}").code == "unreachable"


def test_somebody_elses_certificate_is_an_interception(serve: Callable[[Certificate], str], certificates: dict[str, Certificate]) -> None:
    url = serve(certificates["archive"])
    assert fault_of(HardenedSession(), url).code == "intercepted"
    assert fault_of(HardenedSession(pins=("00" * 32,)), url).code == "intercepted"
    assert fault_of(HardenedSession(ca_file=certificates["lapsed"].certificate), url).code == "intercepted"


class _Blurting:
    """Answers the first message of a TLS handshake with what it likes."""

    def __init__(self, says: bytes) -> None:
        self._says = says
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="blurting", daemon=True)

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def __enter__(self) -> _Blurting:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection, contextlib.suppress(OSError):  # they may not like what we say, and hang up at any time
            connection.settimeout(5)
            connection.recv(65536)
            connection.sendall(self._says)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                continue


# --- the clock ---


def test_a_lapsed_certificate_may_be_our_clock_or_the_archives_neglect(
    serve: Callable[[Certificate], str], certificates: dict[str, Certificate]
) -> None:
    url, ca_file = serve(certificates["lapsed"]), certificates["lapsed"].certificate
    unsure = fault_of(HardenedSession(ca_file=ca_file, now_s=lambda: NOW_S), url)
    sure = fault_of(HardenedSession(ca_file=ca_file, now_s=lambda: RELEASED_S - DAY_S), url)
    assert (unsure.code, sure.code) == ("clock", "clock")
    assert ("archive's people" in unsure.sentence, "archive's people" in sure.sentence) == (True, False)


@pytest.mark.parametrize(
    ("verify_code", "now_s", "ahead_s", "ours"),
    [
        (EXPIRED, NOW_S, None, False),
        (EXPIRED, NOW_S, 3600.0, False),
        (EXPIRED, NOW_S, -2 * DAY_S, True),
        (EXPIRED, NOW_S, 2 * DAY_S, True),
        (EXPIRED, RELEASED_S - 1, None, True),
        (NOT_YET_VALID, NOW_S, None, True),
        (NOT_YET_VALID, RELEASED_S - 1, None, True),
    ],
)
def test_whose_clock_is_wrong_is_said_where_it_is_known(verify_code: int, now_s: float, ahead_s: float | None, ours: bool) -> None:
    fault = wrong_time(verify_code, now_s, ahead_s)
    assert fault is not None
    assert (fault.code, "is wrong" in fault.sentence) == ("clock", ours)


def test_a_wrong_clock_excuses_no_other_certificate() -> None:
    assert wrong_time(UNKNOWN_ISSUER, RELEASED_S - 1, 10 * DAY_S) is None


@pytest.mark.parametrize(
    ("date", "told"),
    [(b"Date: Sun, 01 Mar 2026 10:00:00 GMT\r\n", True), (b"Date: soon\r\n", False), (b"", False)],
    ids=["date", "nonsense", "none"],
)
def test_the_clocks_are_compared_with_every_answer(raw: Callable[..., RawServer], date: bytes, told: bool) -> None:
    server = raw(b"HTTP/1.1 200 OK\r\n" + date + b"Content-Length: 2\r\n\r\n{}")
    with HardenedSession(now_s=lambda: 1_772_359_200.0 - 5 * DAY_S) as session:
        session.request("GET", server.url + "/x", headers={})
        assert session.ahead_s == (5 * DAY_S if told else None)


# --- a second session ---


@pytest.fixture
def raw() -> Iterator[Callable[..., RawServer]]:
    servers: list[RawServer] = []

    def start(*pieces: bytes) -> RawServer:
        servers.append(RawServer(pieces))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def test_a_second_session_trusts_no_more_than_the_first(serve: Callable[[Certificate], str], certificates: dict[str, Certificate]) -> None:
    url = serve(certificates["archive"])
    with HardenedSession(pins=("00" * 32,)) as wrong, HardenedSession(pins=(certificates["archive"].spki_sha256,)) as right:
        assert fault_of(wrong.second(5), url).code == "intercepted"
        with right.second(5) as second:
            assert second.request("GET", url + "/x", headers={}).status == 200


def test_a_damaged_record_is_a_bad_link_and_no_stranger(certificates: dict[str, Certificate]) -> None:
    with _Damaging(certificates["archive"]) as server:
        session = HardenedSession(pins=(certificates["archive"].spki_sha256,), connect_timeout_s=5, answer_timeout_s=5)
        assert fault_of(session, f"https://127.0.0.1:{server.port}").code == "unreachable"


class _Damaging(_Blurting):
    """Speaks TLS, and flips one bit of what it answers under way."""

    def __init__(self, certificate: Certificate) -> None:
        super().__init__(b"")
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate.certificate, certificate.key)

    def _serve(self) -> None:
        plain, _ = self._listener.accept()
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = self._context.wrap_bio(incoming, outgoing, server_side=True)
        with plain:
            plain.settimeout(5)
            while True:
                try:
                    if tls.version() is None:
                        tls.do_handshake()
                    tls.read(65536)
                    break
                except ssl.SSLWantReadError:
                    plain.sendall(outgoing.read())
                    incoming.write(plain.recv(65536))
            tls.write(OK)
            answer = bytearray(outgoing.read())
            answer[-3] ^= 1
            plain.sendall(answer)
            with contextlib.suppress(OSError):  # they hang up on that
                while plain.recv(65536):
                    continue
