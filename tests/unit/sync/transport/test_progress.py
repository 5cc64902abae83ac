"""What is told as progress, beside what the server's machine really has: measured on both ends of real connections."""

from __future__ import annotations

import io
import random
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from black_hole import black_hole
from foreign_door import ForeignDoor
from slow_reader import SlowReader
from sync_clock import FakeClock
from tls_server import Certificate, make_certificate
from tus_over_tls import TusOverTls

from sync.transport import tls
from sync.transport.limiter import TokenBucket
from sync.transport.passage import Watch
from sync.transport.session import HardenedSession
from sync.transport.slices import MIN_SLICE_BYTES
from sync.transport.tus import TusClient

CONTENT = random.Random(5).randbytes(MIN_SLICE_BYTES)
UNKNOWING = Watch(facts=lambda connection: None)


class Reading(io.BytesIO):
    """Knows how far it was read."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        block = super().read(size)
        self.taken = self.tell()
        return block


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"), "archive")


@pytest.fixture
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    options = tls.socket_options("win32")
    monkeypatch.setattr(tls, "socket_options", lambda platform: options)


@pytest.fixture
def server() -> Iterator[SlowReader]:
    running = SlowReader()
    yield running
    running.close()


def send(
    session: HardenedSession,
    clock: FakeClock,
    url: str,
    has: Callable[[], int],
    watch: Watch | None = None,
    limiter: TokenBucket | None = None,
) -> tuple[list[tuple[int, int]], list[int]]:
    """One slice. Pairs of what was told and what the server's machine had by then; and how far ahead of that the system was."""
    seen: list[tuple[int, int]] = []
    ahead: list[int] = []
    file = Reading(CONTENT)

    def look(told: int) -> None:
        seen.append((told, has()))

    def asked_before_each_block() -> bool:
        if file.taken:
            ahead.append(file.taken - has())
        return False

    client = TusClient(ForeignDoor(session, url), "/", clock, watch=watch, limiter=limiter)
    assert client.send_slice(url + "/u", file, 0, len(CONTENT), look, asked_before_each_block) == len(CONTENT)
    assert seen[-1][0] == len(CONTENT)
    return seen[:-1], ahead


def assert_true(seen: list[tuple[int, int]]) -> None:
    told = [figure for figure, _ in seen]
    assert told == sorted(set(told))
    assert [(figure, held) for figure, held in seen if figure > held] == []


def test_it_never_runs_ahead_of_a_server_that_reads_slowly(server: SlowReader, clock: FakeClock) -> None:
    with HardenedSession(answer_timeout_s=10) as session:
        seen, ahead = send(session, clock, server.url, server.held_bytes)
    assert_true(seen)
    assert len(seen) > 20
    assert seen[-1][0] > len(CONTENT) * 3 // 4
    assert max(ahead) > 0, "what was handed over never ran ahead of the server, so this proves nothing"


def test_nor_where_the_system_does_not_tell(server: SlowReader, clock: FakeClock, bounded: None) -> None:
    with HardenedSession(answer_timeout_s=10) as session:
        seen, ahead = send(session, clock, server.url, server.held_bytes, UNKNOWING)
    assert_true(seen)
    assert seen[-1][0] > len(CONTENT) // 3
    assert max(ahead) > 0


def test_nor_within_a_bandwidth_cap(server: SlowReader, clock: FakeClock) -> None:
    with HardenedSession(answer_timeout_s=10) as session:
        seen, _ = send(session, clock, server.url, server.held_bytes, limiter=TokenBucket(4_000_000))
    assert_true(seen)
    assert seen[-1][0] > len(CONTENT) * 3 // 4


def test_nor_over_tls_and_on_a_connection_that_was_used_before(certificate: Certificate, clock: FakeClock) -> None:
    """A record is larger than what it holds, and half a record is worth nothing: what arrived is counted as it came off the wire."""
    with (
        TusOverTls(certificate) as server,
        black_hole(urlsplit(server.url).port or 0) as relay,
        HardenedSession(pins=(certificate.spki_sha256,), answer_timeout_s=10) as session,
    ):
        url = f"https://127.0.0.1:{relay.port}"
        for _ in range(3):
            before = relay.arrived_bytes()
            seen, _ = send(session, clock, url, lambda before=before: relay.arrived_bytes() - before)  # type: ignore[misc]
            assert_true(seen)
            assert len(seen) > 3
        assert (relay.connections, server.bodies) == (1, [CONTENT] * 3)


def test_memory_and_what_waits_in_the_system_stay_small_for_a_large_file(clock: FakeClock, tmp_path: Path) -> None:
    size_bytes = 24 * 1024 * 1024
    with (tmp_path / "sealed").open("wb") as file:
        file.truncate(size_bytes)
    server = SlowReader(piece_bytes=256 * 1024, pause_s=0.0)
    with HardenedSession(answer_timeout_s=10) as session, (tmp_path / "sealed").open("rb") as sealed:
        client = TusClient(ForeignDoor(session, server.url), "/", clock, chunk_bytes=size_bytes)
        tracemalloc.start()
        client.send_slice(server.url + "/u", sealed, 0, size_bytes, lambda sent: None, lambda: False)
        peak_bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    server.close()
    assert peak_bytes < 2 * 1024 * 1024
