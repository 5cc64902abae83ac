"""Somebody in the middle: whatever stands between kiosk and archive, no byte of a story and no token reaches anybody else.

Each attack meets every request the kiosk ever makes, and then the kiosk's own programs: enrolment and worker. Beside them stands the
control: through the same traps, with everything hostile that an environment can hold, the right archive gets the story.
"""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from authority import Authority
from booth import Booth
from client_doors import DOORS, STORY, Visit, unlisted_doors
from hostile_server import HostileServer
from live_archive import LiveArchive, live_archive
from socks_proxy import SocksProxy
from tls_server import Certificate, TlsServer

from sync.__main__ import enrol, work
from sync.config import Proxy, SyncConfig
from sync.contract.enrolment import Enrolment, archive_id, decode_enrolment, encode_enrolment
from sync.contract.faults import Fault
from sync.enrolled import FILE_NAME, Enrolled, load_enrolled
from sync.outbox import State
from sync.package.signatures import new_signing_key
from sync.transport.session import HardenedSession

pytestmark = pytest.mark.allow_logs("sync")

RECEIPT_KEY = new_signing_key()[1]
ARCHIVE_ID = archive_id(RECEIPT_KEY)
RECIPIENT = "age1" + "q" * 58
PROXY_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
CA_VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


@dataclass(frozen=True)
class World:
    """`ours` is the authority an organisation gave its kiosks; `theirs` is somebody else's."""

    ours: Authority
    theirs: Authority
    archive: Certificate
    other_key: Certificate
    other_host: Certificate
    lapsed: Certificate
    foreign: Certificate


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("authorities")
    ours, theirs = Authority(folder, "ours"), Authority(folder, "theirs")
    return World(
        ours,
        theirs,
        archive=ours.issue("archive"),
        other_key=ours.issue("other-key"),
        other_host=ours.issue("other-host", host="127.0.0.2"),
        lapsed=ours.issue("lapsed", lapsed=True),
        foreign=theirs.issue("archive"),
    )


@dataclass
class Trap:
    """Where the kiosk is led, what it was given to know its archive by, and who is listening where it must not speak."""

    url: str
    listening: list[HostileServer]
    pins: tuple[str, ...] = ()
    ca_file: Path | None = None
    proxy: Proxy | None = None
    also_close: list[TlsServer | SocksProxy] = field(default_factory=list)
    may_connect: bool = True  # whether those who listen may see that somebody knocks

    def close(self) -> None:
        for server in (*self.also_close, *self.listening):
            server.close()


def hostile(certificate: Certificate | None = None, maximum: ssl.TLSVersion | None = None) -> HostileServer:
    return HostileServer(certificate, claims_to_be=ARCHIVE_ID, maximum=maximum)


def facing(certificate: Certificate, **known_by: object) -> Trap:
    server = hostile(certificate)
    return Trap(server.url(), [server], **known_by)  # type: ignore[arg-type]


def redirecting(world: World, status: int, scheme: str, where: str = "{scheme}://127.0.0.1:{port}/api/v1/ping") -> Trap:
    """The right server, with the right key, sends the kiosk elsewhere."""
    elsewhere = hostile(world.foreign if scheme == "https" else None)
    location = where.format(scheme=scheme, port=elsewhere.port)
    head = f"HTTP/1.1 {status} Found\r\nX-Archive-Id: {ARCHIVE_ID}\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    right = TlsServer(world.archive, head.encode())
    return Trap(right.url, [elsewhere], pins=(world.archive.spki_sha256,), also_close=[right], may_connect=False)


def through_a_hostile_proxy(world: World) -> Trap:
    """The staff's own SOCKS5 proxy leads to somebody who shows a certificate of the right authority."""
    server = hostile(world.other_key)
    proxy = SocksProxy(server.port)
    pins, way = (world.archive.spki_sha256,), Proxy("127.0.0.1", proxy.port)
    return Trap("https://archive.example", [server], pins=pins, proxy=way, also_close=[proxy])


def past_the_resolver(world: World, monkeypatch: pytest.MonkeyPatch) -> Trap:
    """An enrolment that says http://, on a network whose name server leads to somebody who listens."""
    server = hostile()

    def resolve(host: object, port: object, *_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return Trap(server.url("http", "archive.example"), [server], may_connect=False)


def with_environment(world: World, monkeypatch: pytest.MonkeyPatch, variable: str) -> Trap:
    """The machine is told to believe the authority of somebody else; our archive has a public certificate and no pin."""
    monkeypatch.setenv(variable, str(world.theirs.certificate))
    return facing(world.foreign)


Attack = Callable[[World, pytest.MonkeyPatch], Trap]
ATTACKS: dict[str, Attack] = {
    "foreign CA": lambda world, _: facing(world.foreign, ca_file=world.ours.certificate),
    "foreign CA, pinned": lambda world, _: facing(world.foreign, pins=(world.archive.spki_sha256,)),
    "foreign CA, nothing given": lambda world, _: facing(world.foreign),
    "right CA, wrong pin": lambda world, _: facing(world.other_key, pins=(world.archive.spki_sha256,)),
    "right CA given, wrong pin": lambda world, _: facing(
        world.other_key, pins=(world.archive.spki_sha256,), ca_file=world.ours.certificate
    ),
    "expired": lambda world, _: facing(world.lapsed, ca_file=world.ours.certificate),
    "wrong host": lambda world, _: facing(world.other_host, ca_file=world.ours.certificate),
    "plain http on another machine": lambda world, monkeypatch: past_the_resolver(world, monkeypatch),
    "a proxy that the staff chose": lambda world, _: through_a_hostile_proxy(world),
    **{
        f"{status} to {scheme}": lambda world, _, status=status, scheme=scheme: redirecting(world, status, scheme)  # type: ignore[misc]
        for status in (301, 302, 303, 307, 308)
        for scheme in ("https", "http")
    },
    "201 with an address elsewhere": lambda world, _: redirecting(world, 201, "https", "{scheme}://127.0.0.1:{port}/api/v1/uploads/1"),
    "201 with an address without a scheme": lambda world, _: redirecting(world, 201, "https", "//127.0.0.1:{port}/api/v1/uploads/1"),
    **{
        variable: lambda world, monkeypatch, variable=variable: with_environment(world, monkeypatch, variable)  # type: ignore[misc]
        for variable in CA_VARIABLES
    },
}


@pytest.fixture
def trap(request: pytest.FixtureRequest, world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trap]:
    made = ATTACKS[request.param](world, monkeypatch)
    yield made
    made.close()


def visit(trap: Trap, session: HardenedSession) -> Visit:
    enrolled = Enrolled(trap.url, "kiosk", "kiosk.the-secret-of-this-kiosk", RECEIPT_KEY, (RECIPIENT,), trap.pins, None)
    return Visit(session, enrolled, Enrolment(trap.url, "the-one-time-token", 4_000_000_000, trap.pins, RECEIPT_KEY, (RECIPIENT,)))


def session_for(trap: Trap) -> HardenedSession:
    return HardenedSession(pins=trap.pins, ca_file=trap.ca_file, proxy=trap.proxy, connect_timeout_s=10, answer_timeout_s=10)


def refused(door: Callable[[Visit], object], who: Visit) -> str | None:
    """The code of the fault that a door ended with; None when it opened."""
    try:
        door(who)
    except Fault as fault:
        return fault.code
    return None


def assert_nothing_learnt(trap: Trap, attack: str) -> None:
    trap.close()
    for server in trap.listening:
        assert server.received == b"", attack
        assert trap.may_connect or server.connections == 0, attack


def test_every_door_of_the_client_is_tried() -> None:
    assert unlisted_doors() == set()


@pytest.mark.parametrize("trap", ATTACKS, indirect=True)
def test_no_request_reaches_anybody_else(trap: Trap, request: pytest.FixtureRequest) -> None:
    for name, door in DOORS.items():
        with session_for(trap) as session:
            assert refused(door, visit(trap, session)), f"{name} went through"
    assert_nothing_learnt(trap, request.node.name)


@pytest.mark.parametrize("trap", ATTACKS, indirect=True)
def test_the_kiosks_programs_give_nothing_away(trap: Trap, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Enrolment with a code that leads there, then a worker that was enrolled there, with a story to send."""
    folder = tmp_path / "kiosk"
    config = SyncConfig(ca_file=trap.ca_file, proxy=trap.proxy, connect_timeout_s=10, answer_timeout_s=10)
    with closing(Booth(folder)) as booth, session_for(trap) as session:
        who = visit(trap, session)
        (folder / "settings.toml").write_text("[sync]\n" + _as_toml(config))
        with pytest.raises(Fault):
            enrol(encode_enrolment(who.enrolment), folder)
        assert load_enrolled(folder) is None
        booth.enrol(who.enrolled)
        package = booth.queue()
        summary = work(folder, who.enrolled, config, threading.Event(), once=True)
        assert summary is not None
        assert summary.stopped_by is not None
        assert package.file_name in booth.files()
        assert booth.row(package).state in (State.BLOCKED, State.QUEUED)
        assert load_enrolled(folder) == who.enrolled
    assert_nothing_learnt(trap, request.node.name)


def _as_toml(config: SyncConfig) -> str:
    lines = ["connect_timeout_s = 10", "answer_timeout_s = 10"]
    if config.ca_file is not None:
        lines.append(f"ca_file = {json.dumps(str(config.ca_file))}")
    if config.proxy is not None:
        lines.append(f'proxy = "socks5h://{config.proxy.host}:{config.proxy.port}"')
    return "\n".join(lines) + "\n"


def test_who_speaks_no_tls_is_told_nothing_but_that_we_would_like_to(world: World) -> None:
    """A plain server where TLS should be gets the first message of a handshake, which holds no request."""
    for pins in ((world.archive.spki_sha256,), ()):
        server = hostile()
        trap = Trap(server.url(), [server], pins=pins)
        with closing(trap):
            for door in DOORS.values():
                with session_for(trap) as session:
                    who = visit(trap, session)
                    assert refused(door, who)
        assert server.connections == len(DOORS)
        assert not any(secret in server.received for secret in who.secrets())


def test_tls_1_2_is_not_spoken_even_with_the_right_key(world: World) -> None:
    for known_by in ({"pins": (world.archive.spki_sha256,)}, {"ca_file": world.ours.certificate}, {}):
        server = hostile(world.archive, maximum=ssl.TLSVersion.TLSv1_2)
        trap = Trap(server.url(), [server], **known_by)  # type: ignore[arg-type]
        for door in DOORS.values():
            with session_for(trap) as session:
                assert refused(door, visit(trap, session))
        assert_nothing_learnt(trap, "TLS 1.2")


def test_the_right_key_without_the_archives_own_key_gets_a_nonce_and_no_more(world: World, tmp_path: Path) -> None:
    """Somebody who holds the server's TLS key but not the archive's signing key: enrolment and worker stop at the proof."""
    trap = facing(world.archive, pins=(world.archive.spki_sha256,))
    with closing(Booth(tmp_path / "kiosk")) as booth, session_for(trap) as session:
        who = visit(trap, session)
        with pytest.raises(Fault):
            enrol(encode_enrolment(who.enrolment), booth.folder)
        booth.enrol(who.enrolled)
        booth.queue()
        summary = work(booth.folder, who.enrolled, SyncConfig(), threading.Event(), once=True)
        assert summary is not None
        assert summary.stopped_by == "portal"
    trap.close()
    (server,) = trap.listening
    assert server.received.count(b"GET /api/v1/ping?nonce=") == server.received.count(b"\r\n\r\n") == 2
    assert not any(secret in server.received for secret in who.secrets())


# --- the control: the right archive, with everything hostile in place ---


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, world: World) -> Iterator[LiveArchive]:
    """The real archive, speaking TLS itself with a certificate of its own authority."""
    settings = {"tls_certificate": str(world.archive.certificate), "tls_key": str(world.archive.key)}
    with live_archive(tmp_path_factory.mktemp("live"), **settings) as running:
        yield running


@pytest.fixture
def surroundings(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[HostileServer]]:
    """A hostile proxy, bundle and `.netrc` wherever a program could find one."""
    home = tmp_path / "home"
    home.mkdir()
    (home / ".netrc").write_text("machine 127.0.0.1 login stolen password stolen\ndefault login stolen password stolen\n")
    (home / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("NETRC", str(home / ".netrc"))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.log"))
    for variable in CA_VARIABLES:
        monkeypatch.setenv(variable, str(world.theirs.certificate))
    monkeypatch.setenv("SSL_CERT_DIR", str(world.theirs.certificate.parent))
    with ExitStack() as stack:
        proxies = [stack.enter_context(closing(hostile())) for _ in PROXY_VARIABLES]
        for variable, proxy in zip(PROXY_VARIABLES, proxies, strict=True):
            monkeypatch.setenv(variable, proxy.url("http"))
        monkeypatch.delenv("NO_PROXY", raising=False)
        yield proxies
    assert not (tmp_path / "keys.log").exists()


@pytest.mark.parametrize("known_by", ["pins from the code", "CA", "both", "pins through a proxy"])
def test_the_right_archive_gets_the_story_through_all_of_it(
    real: LiveArchive, world: World, surroundings: list[HostileServer], tmp_path: Path, known_by: str
) -> None:
    code = real.enrol(known_by)["code"]
    enrolment = decode_enrolment(code)
    assert enrolment.pins == (world.archive.spki_sha256,)
    assert enrolment.url.startswith("https://")
    if known_by == "CA":
        code = encode_enrolment(replace(enrolment, pins=()))
    ca_file = world.ours.certificate if known_by in ("CA", "both") else None
    with ExitStack() as stack:
        booth = stack.enter_context(closing(Booth(tmp_path / "kiosk")))
        proxy = None
        if known_by == "pins through a proxy":
            socks = stack.enter_context(closing(SocksProxy(int(real.url.rpartition(":")[2]))))
            proxy = Proxy("127.0.0.1", socks.port)
        config = SyncConfig(ca_file=ca_file, proxy=proxy)
        (booth.folder / "settings.toml").write_text("[sync]\n" + _as_toml(config))
        enrolled = enrol(code, booth.folder)
        yesterday = replace(enrolled, token_day="2026-01-01")
        booth.enrol(yesterday)
        package = booth.queue(300_000)
        summary = work(booth.folder, yesterday, config, threading.Event(), once=True)
        assert summary is not None
        assert (summary.erased, summary.stopped_by) == (1, None)
        assert (booth.row(package).state, booth.files()) == (State.ERASED, set())
        found = load_enrolled(booth.folder)
        assert found is not None
        assert found.kiosk_token != enrolled.kiosk_token
        assert found.policy is not None
    assert [proxy.connections for proxy in surroundings] == [0] * len(surroundings)
    stored = [path for path in (real.dir / "packages").rglob("*") if path.is_file()]
    assert booth.content[package.package_id] in [path.read_bytes() for path in stored]


def test_every_door_opens_at_the_right_archive(real: LiveArchive, world: World, surroundings: list[HostileServer], tmp_path: Path) -> None:
    """What the attacks above make impossible works here: each answer is the archive's own, whatever it says to what was asked."""
    folder = tmp_path / "kiosk"
    enrolled = enrol(real.enrol("doors")["code"], folder)
    assert (folder / FILE_NAME).exists()
    with HardenedSession(pins=enrolled.pins) as session:
        answers = Listening(session)
        for name, door in DOORS.items():
            code = decode_enrolment(real.enrol("doors")["code"]) if name == "enrol" else Enrolment("", "", 0, (), "", ())
            who = Visit(answers, enrolled, code)  # type: ignore[arg-type]
            assert refused(door, who) not in ("portal", "unreachable", "token", "address"), name
        assert answers.statuses[0] == 200
        assert set(answers.archives) == {enrolled.archive_id}
        assert len(answers.statuses) == len(DOORS) + 1  # to enrol asks for the proof first
    assert answers.sent_bytes >= len(STORY)
    assert [proxy.connections for proxy in surroundings] == [0] * len(surroundings)


class Listening:
    """A session that remembers what came back."""

    def __init__(self, session: HardenedSession, first: Listening | None = None) -> None:
        self._session = session
        self._first = first or self
        self.statuses: list[int] = []
        self.archives: list[str | None] = []
        self.sent_bytes = 0

    def second(self, timeout_s: float) -> Listening:
        return Listening(self._session.second(timeout_s), self._first)

    def go_on_with(self, second: Listening) -> None:
        self._session.go_on_with(second._session)

    def close(self) -> None:
        self._session.close()

    def request(self, method: str, url: str, **request: object) -> object:
        answer = self._session.request(method, url, **request)  # type: ignore[arg-type]
        self._first.statuses.append(answer.status)
        self._first.archives.append(answer.headers.get("X-Archive-Id"))
        body = request.get("body")
        self._first.sent_bytes += len(body) if body is not None else 0  # type: ignore[arg-type]
        return answer
