"""The hardened session against servers that are wrong, rude or hostile. "0 request bytes" is what a wrong server may see."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from raw_server import RawServer
from tls_server import Certificate, TlsServer, make_certificate

from sync.schedule import Cause
from sync.transport.faults import Blocked, RetryLater
from sync.transport.session import MAX_ANSWER_BYTES, USER_AGENT, Answer, HardenedSession
from sync.transport.tls import socket_options, spki_sha256

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Certificate]:
    folder = tmp_path_factory.mktemp("certificates")
    return {
        "archive": make_certificate(folder, "archive"),
        "other": make_certificate(folder, "other"),
        "other-name": make_certificate(folder, "other-name", host="127.0.0.2"),
        "lapsed": make_certificate(folder, "lapsed", days=-1),
    }


@pytest.fixture
def tls(certificates: dict[str, Certificate]) -> Iterator[Callable[..., TlsServer]]:
    servers: list[TlsServer] = []

    def start(name: str = "archive", **options: ssl.TLSVersion) -> TlsServer:
        servers.append(TlsServer(certificates[name], OK, **options))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def raw() -> Iterator[Callable[..., RawServer]]:
    servers: list[RawServer] = []

    def start(*pieces: bytes) -> RawServer:
        servers.append(RawServer(pieces))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def get(session: HardenedSession, url: str) -> Answer:
    with session:
        return session.request("GET", url + "/x", headers={"Authorization": "Bearer secret"})


# --- whom it talks to ---


def test_the_pinned_key_is_enough(tls: Callable[..., TlsServer], certificates: dict[str, Certificate]) -> None:
    server = tls()
    assert get(HardenedSession(pins=(certificates["archive"].spki_sha256,)), server.url).json_object() == {}
    assert b"Bearer secret" in server.received


def test_any_of_the_pins_will_do_and_neither_name_nor_date_matter(
    tls: Callable[..., TlsServer], certificates: dict[str, Certificate]
) -> None:
    for name in ("other-name", "lapsed"):
        pins = (certificates["archive"].spki_sha256, certificates[name].spki_sha256)
        assert get(HardenedSession(pins=pins), tls(name).url).status == 200


@pytest.mark.parametrize("with_ca", [False, True])
def test_a_wrong_pin_sees_no_byte_of_the_request(
    tls: Callable[..., TlsServer], certificates: dict[str, Certificate], with_ca: bool
) -> None:
    server = tls()
    ca_file = certificates["archive"].certificate if with_ca else None
    with pytest.raises(Blocked) as fault:
        get(HardenedSession(pins=(certificates["other"].spki_sha256,), ca_file=ca_file), server.url)
    server.close()
    assert (fault.value.code, server.received) == ("intercepted", b"")


@pytest.mark.parametrize(("name", "code"), [("archive", "intercepted"), ("other-name", "intercepted"), ("lapsed", "clock")])
def test_without_pins_the_certificate_must_hold(
    tls: Callable[..., TlsServer], certificates: dict[str, Certificate], name: str, code: str
) -> None:
    server = tls(name)
    ca_file = None if name == "archive" else certificates[name].certificate
    with pytest.raises(Blocked) as fault:
        get(HardenedSession(ca_file=ca_file), server.url)
    server.close()
    assert (fault.value.code, server.received) == (code, b"")


def test_a_given_ca_is_believed(tls: Callable[..., TlsServer], certificates: dict[str, Certificate]) -> None:
    assert get(HardenedSession(ca_file=certificates["archive"].certificate), tls().url).status == 200


def test_tls_1_2_is_refused(tls: Callable[..., TlsServer], certificates: dict[str, Certificate]) -> None:
    server = tls(maximum=ssl.TLSVersion.TLSv1_2)
    with pytest.raises(Blocked):
        get(HardenedSession(pins=(certificates["archive"].spki_sha256,)), server.url)
    server.close()
    assert server.received == b""


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_the_environment_cannot_bring_in_another_ca(
    tls: Callable[..., TlsServer], certificates: dict[str, Certificate], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(certificates["archive"].certificate))
    server = tls()
    with pytest.raises(Blocked):
        get(HardenedSession(), server.url)
    server.close()
    assert server.received == b""


def test_the_environment_cannot_take_the_pins_or_the_keys(
    tls: Callable[..., TlsServer], certificates: dict[str, Certificate], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    get(HardenedSession(pins=(certificates["archive"].spki_sha256,)), tls().url)
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"])
def test_the_environment_cannot_put_a_proxy_between(
    tls: Callable[..., TlsServer],
    raw: Callable[..., RawServer],
    certificates: dict[str, Certificate],
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
) -> None:
    proxy, plain = raw(OK), raw(OK)
    monkeypatch.setenv(variable, proxy.url)
    get(HardenedSession(pins=(certificates["archive"].spki_sha256,)), tls().url)
    get(HardenedSession(), plain.url)
    assert (proxy.received, len(plain.received)) == ([], 1)


def test_netrc_neither_replaces_nor_adds_a_token(raw: Callable[..., RawServer], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server = raw(OK)
    get(HardenedSession(), server.url)
    assert b"authorization: bearer secret" in server.received[0].lower()
    assert b"basic" not in server.received[0].lower()


@pytest.mark.parametrize("url", ["http://archive.example", "http://192.0.2.1", "http://10.0.0.1:8000", "http://127.0.0.1.example"])
def test_plain_http_beyond_this_machine_is_refused_before_anything_is_looked_up(url: str) -> None:
    with pytest.raises(Blocked) as fault:
        get(HardenedSession(), url)
    assert fault.value.code == "plain-http"


def test_a_loopback_name_that_leads_elsewhere_gets_no_byte(raw: Callable[..., RawServer], monkeypatch: pytest.MonkeyPatch) -> None:
    server = raw(OK)
    monkeypatch.setattr(socket.socket, "getpeername", lambda self: ("192.0.2.1", 80))
    with pytest.raises(Blocked) as fault:
        get(HardenedSession(), server.url.replace("127.0.0.1", "localhost"))
    assert (fault.value.code, server.received) == ("plain-http", [])


@pytest.mark.parametrize("url", ["ftp://127.0.0.1", "https://", "nonsense", "http://someone:else@127.0.0.1"])
def test_an_address_that_is_none_is_told_and_not_retried(url: str) -> None:
    with pytest.raises(Blocked) as fault:
        get(HardenedSession(), url)
    assert fault.value.code == "address"


# --- what it sends and what it takes ---


def test_a_request_says_nothing_about_this_machine(raw: Callable[..., RawServer]) -> None:
    server = raw(OK)
    get(HardenedSession(), server.url)
    lines = server.received[0].decode().strip().split("\r\n")
    assert sorted(line.lower() for line in lines[1:]) == sorted(
        [
            f"host: {server.url.removeprefix('http://')}",
            f"user-agent: {USER_AGENT}",
            "accept-encoding: identity",
            "accept: application/json",
            "authorization: bearer secret",
        ]
    )


def test_a_redirect_is_an_answer_and_nothing_follows_it(raw: Callable[..., RawServer]) -> None:
    elsewhere = raw(OK)
    server = raw(f"HTTP/1.1 302 Found\r\nLocation: {elsewhere.url}/\r\nContent-Length: 0\r\n\r\n".encode())
    assert get(HardenedSession(), server.url).status == 302
    assert (len(server.received), elsewhere.received) == (1, [])


def test_cookies_are_not_kept(raw: Callable[..., RawServer]) -> None:
    server = raw(b"HTTP/1.1 200 OK\r\nSet-Cookie: visitor=1\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
    with HardenedSession() as session:
        for _ in range(2):
            session.request("GET", server.url + "/x", headers={})
    assert b"visitor" not in server.received[1]


def test_an_endless_answer_is_not_read(raw: Callable[..., RawServer]) -> None:
    server = raw(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 65536] * (MAX_ANSWER_BYTES // 65536 + 16))
    with pytest.raises(Blocked):
        get(HardenedSession(), server.url)


def test_the_body_of_a_redirect_is_bounded_too(raw: Callable[..., RawServer]) -> None:
    server = raw(b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", *[b"x" * 65536] * (MAX_ANSWER_BYTES // 65536 + 16))
    with pytest.raises(Blocked):
        get(HardenedSession(), server.url)


def test_a_compressed_bomb_is_never_unpacked(raw: Callable[..., RawServer]) -> None:
    server = raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x00")
    answer = get(HardenedSession(), server.url)
    assert answer.body == b"\x1f\x8b\x08\x00"
    with pytest.raises(Blocked):
        answer.json_object()


def test_a_server_that_drips_is_left_after_the_time_for_an_answer(raw: Callable[..., RawServer]) -> None:
    now_s = iter(range(0, 1000, 25))
    server = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n", *[b"x" * 65536] * 16)
    with pytest.raises(RetryLater):
        get(HardenedSession(answer_timeout_s=60, monotonic=lambda: next(now_s)), server.url)


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", b"\x16\x03\x01 this is not HTTP\r\n\r\n"],
    ids=["hung up", "cut", "nonsense"],
)
def test_a_broken_answer_is_a_link_that_may_come_back(raw: Callable[..., RawServer], answer: bytes) -> None:
    with pytest.raises(RetryLater) as fault:
        get(HardenedSession(), raw(answer).url)
    assert fault.value.cause is Cause.NETWORK


def test_a_silent_server_is_left_after_its_time(raw: Callable[..., RawServer]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(RetryLater):
        get(HardenedSession(answer_timeout_s=0.2), f"http://127.0.0.1:{silent.getsockname()[1]}")


def test_nobody_there_is_a_link_that_may_come_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(RetryLater) as fault:
        get(HardenedSession(), f"http://127.0.0.1:{port}")
    assert fault.value.cause is Cause.NETWORK


@pytest.mark.parametrize("body", [b"[1]", b"{", b"\xff", b"[" * 100_000])
def test_only_an_object_is_an_answer(body: bytes) -> None:
    with pytest.raises(Blocked):
        Answer(200, {}, body).json_object()


def test_the_spki_hash_is_openssls(certificates: dict[str, Certificate]) -> None:
    for certificate in certificates.values():
        der = ssl.PEM_cert_to_DER_cert(certificate.certificate.read_text())
        assert spki_sha256(der) == certificate.spki_sha256


@pytest.mark.parametrize(("platform", "option"), [("linux", 25), ("darwin", 0x201)])
def test_little_unsent_data_waits_in_the_kernel_where_that_can_be_asked_for(platform: str, option: int) -> None:
    assert (socket.IPPROTO_TCP, option, 64 * 1024) in socket_options(platform)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_the_send_buffer_is_bounded_where_the_system_does_not_tell_what_was_acknowledged(platform: str) -> None:
    bound = (socket.SOL_SOCKET, socket.SO_SNDBUF, 256 * 1024)
    assert bound in socket_options(platform)
    assert bound not in socket_options("linux")
