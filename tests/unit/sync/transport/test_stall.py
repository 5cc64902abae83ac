"""Uploads over real sockets through a relay that swallows everything: what is waited for, what is cut, and how it goes on.

Time is the test's: it passes only while the relay swallows, a little with each tick of the client. So nothing here depends on how
fast this machine is.
"""

from __future__ import annotations

import hashlib
import io
import random
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from black_hole import BlackHole, black_hole
from fake_archive import FakeArchive
from foreign_door import ForeignDoor
from slow_reader import SlowReader
from sync_clock import FakeClock

from sync.schedule import Cause
from sync.transport import tls
from sync.transport.archive import ArchiveClient
from sync.transport.faults import Cancelled, RetryLater
from sync.transport.passage import Watch
from sync.transport.session import HardenedSession
from sync.transport.slices import MIN_SLICE_BYTES
from sync.transport.tcp_facts import read_facts
from sync.transport.tus import TusClient

CONTENT = random.Random(11).randbytes(MIN_SLICE_BYTES)
FACTS = {"package_id": "ab" * 16, "sha256": hashlib.sha256(CONTENT).hexdigest(), "part": "listen"}
SWALLOW_AT_BYTES = 200_000


@pytest.fixture
def relay(archive: FakeArchive) -> Iterator[BlackHole]:
    with black_hole(urlsplit(archive.url).port or 0) as running:
        yield running


class Link:
    """An upload under way; `on_silence` is called with the seconds that the relay has been silent for."""

    def __init__(self, archive: FakeArchive, relay: BlackHole, watch: Callable[[FakeClock], Watch]) -> None:
        self.clock = FakeClock()
        self.told: list[int] = []
        self.step_s = 0.5
        self.on_silence: Callable[[float], None] = lambda silent_s: None
        self.cancelled = False
        self._relay = relay
        self._silent_since_s: float | None = None
        enrolled = replace(archive.enrolled(), url=f"http://127.0.0.1:{relay.port}")
        self.session = HardenedSession(connect_timeout_s=10, answer_timeout_s=10)
        self.client = ArchiveClient(self.session, enrolled, self.clock, watch=watch(self.clock))
        self.url = self.client.tus.create(len(CONTENT), FACTS).url

    def send(self) -> int:
        return self.client.tus.send_slice(self.url, io.BytesIO(CONTENT), 0, len(CONTENT), self.told.append, self._tick)

    @property
    def silent_s(self) -> float:
        return 0.0 if self._silent_since_s is None else self.clock.monotonic_s() - self._silent_since_s

    def _tick(self) -> bool:
        if self._relay.silent:
            if self._silent_since_s is None:
                self._silent_since_s = self.clock.monotonic_s()
            self.clock.advance(self.step_s)
            self.on_silence(self.silent_s)
        return self.cancelled


def knowing(clock: FakeClock) -> Watch:
    return Watch(tick_s=0.02, monotonic=clock.monotonic_s)


def unknowing(clock: FakeClock) -> Watch:
    """As on a system that tells nothing about TCP."""
    return Watch(tick_s=0.02, monotonic=clock.monotonic_s, facts=lambda connection: None)


@pytest.fixture(params=["TCP_INFO", "send buffer"])
def link(request: pytest.FixtureRequest, archive: FakeArchive, relay: BlackHole, monkeypatch: pytest.MonkeyPatch) -> Iterator[Link]:
    if request.param == "send buffer":
        options = tls.socket_options("win32")
        monkeypatch.setattr(tls, "socket_options", lambda platform: options)
    monkeypatch.setattr("sync.transport.probe._PATIENCE_S", 0.5)  # of real time
    made = Link(archive, relay, knowing if request.param == "TCP_INFO" else unknowing)
    with made.session:
        yield made


def test_a_gap_below_eight_seconds_costs_nothing(archive: FakeArchive, relay: BlackHole, link: Link) -> None:
    relay.swallow_after(SWALLOW_AT_BYTES)
    link.on_silence = lambda silent_s: relay.lift() if silent_s >= 7.0 else None
    assert link.send() == len(CONTENT)
    assert link.silent_s >= 7
    assert relay.connections == 1
    assert [seen.path for seen in archive.requests if "ping" in seen.path] == []


def test_a_dead_connection_is_cut_once_another_gets_through_and_that_one_goes_on(
    archive: FakeArchive, relay: BlackHole, link: Link
) -> None:
    relay.swallow_after(SWALLOW_AT_BYTES)
    asked_after_s = []

    def go(silent_s: float) -> None:
        if silent_s >= 20:
            relay.lift_for_new_ones()

    link.on_silence = go
    # From then on the relay is not silent, and time has to pass by itself for the old connection.
    tick = link._tick

    def passing() -> bool:
        if not relay.silent and link.silent_s:
            link.clock.advance(0.04)
            asked_after_s.append(link.silent_s)
        return tick()

    with pytest.raises(RetryLater) as fault:
        link.client.tus.send_slice(link.url, io.BytesIO(CONTENT), 0, len(CONTENT), link.told.append, passing)
    assert (fault.value.code, fault.value.cause) == ("stalled", Cause.NETWORK)
    assert asked_after_s[-1] < 60, "it was given up, not cut"
    pings = [seen for seen in archive.requests if "ping" in seen.path]
    assert {seen.token for seen in pings} == {None}
    assert len(pings) == 1
    before = relay.connections
    held = link.client.tus.offset(link.url, len(CONTENT))
    assert SWALLOW_AT_BYTES / 2 < held <= SWALLOW_AT_BYTES
    assert relay.connections == before, "the connection that was answered on was not used"
    while held < len(CONTENT):
        held = link.client.tus.send_slice(link.url, io.BytesIO(CONTENT), held, len(CONTENT), link.told.append, lambda: False)


def test_while_nothing_gets_through_at_all_nothing_is_cut_for_a_minute(archive: FakeArchive, relay: BlackHole, link: Link) -> None:
    relay.swallow_after(SWALLOW_AT_BYTES)
    link.step_s = 1.0
    with pytest.raises(RetryLater) as fault:
        link.send()
    assert fault.value.code == "stalled"
    assert 60 <= link.silent_s < 100  # the relay's own buffer takes some more before there is silence
    assert [seen.path for seen in archive.requests if "ping" in seen.path] == []


def test_a_link_that_comes_back_after_half_a_minute_finds_its_connection(archive: FakeArchive, relay: BlackHole, link: Link) -> None:
    """The relay lets the old connection go on together with the new one: the old one is the quicker."""
    relay.swallow_after(SWALLOW_AT_BYTES)
    link.on_silence = lambda silent_s: relay.lift() if silent_s >= 30 else None
    assert link.send() == len(CONTENT)


def test_a_worker_that_is_to_stop_does_not_wait_for_a_dead_link(relay: BlackHole, link: Link) -> None:
    relay.swallow_after(SWALLOW_AT_BYTES)
    link.step_s = 0.0

    def stop_after_a_while(silent_s: float) -> None:
        link.cancelled = len(link.told) > 0 and relay.silent

    link.on_silence = stop_after_a_while
    with pytest.raises(Cancelled):
        link.send()


def test_progress_stops_where_the_link_does(relay: BlackHole, link: Link) -> None:
    relay.swallow_after(SWALLOW_AT_BYTES)
    beyond: list[int] = []

    def compare(silent_s: float) -> None:
        beyond.append(link.told[-1] - relay.arrived_bytes())

    link.on_silence, link.step_s = compare, 1.0
    with pytest.raises(RetryLater):
        link.send()
    assert link.told == sorted(link.told)
    assert max(beyond) <= 0


def test_an_archive_that_has_everything_and_says_nothing_is_left_after_half_a_minute(clock: FakeClock) -> None:
    server = SlowReader(pause_s=0, answers=False)
    asked = []

    def tick() -> bool:
        if server.held_bytes() == 100_000:
            asked.append(clock.monotonic_s())
            clock.advance(0.5)
        return False

    with HardenedSession(answer_timeout_s=10) as session:
        client = TusClient(ForeignDoor(session, server.url), "/", clock, watch=knowing(clock))
        with pytest.raises(RetryLater) as fault:
            client.send_slice(server.url + "/u", io.BytesIO(CONTENT), 0, 100_000, lambda sent: None, tick)
    server.close()
    assert fault.value.code == "unreachable"
    assert 29 <= asked[-1] - asked[0] <= 31


def test_the_system_here_tells_what_was_acknowledged() -> None:
    """Or else half of the above tests nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as connection:
        assert read_facts(connection) is not None
