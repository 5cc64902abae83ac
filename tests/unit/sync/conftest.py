from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from booth import SLOW_BYTES_PER_S, Booth
from fake_archive import FakeArchive
from no_upkeep import NothingToKeep
from recording_awake import RecordingAwake
from sync_clock import FakeClock

from sync.enrolled import Enrolled
from sync.outbox import Outbox
from sync.transport.archive import ArchiveClient
from sync.transport.session import HardenedSession
from sync.worker import Worker


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    running = FakeArchive()
    yield running
    running.close()


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    opened = Booth(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def enrolled(archive: FakeArchive) -> Enrolled:
    return archive.enrolled()


@pytest.fixture
def awake() -> RecordingAwake:
    return RecordingAwake()


@pytest.fixture
def build(booth: Booth, enrolled: Enrolled, clock: FakeClock, awake: RecordingAwake) -> Iterator[Callable[..., Worker]]:
    sessions: list[HardenedSession] = []

    def new(
        on_step: Callable[[str], None] = lambda step: None,
        outbox: Outbox | None = None,
        who: Enrolled = enrolled,
        chunk_bytes: int | None = None,
        **options: Any,
    ) -> Worker:
        """As if the process had been started anew: nothing is remembered but what is on disk."""
        sessions.append(HardenedSession(answer_timeout_s=10))
        client = ArchiveClient(sessions[-1], who, clock, chunk_bytes=chunk_bytes, expected_bytes_per_s=SLOW_BYTES_PER_S)
        rng = random.Random(1)
        used = {"awake": awake, "upkeep": NothingToKeep(), **options}
        return Worker(outbox or booth.outbox, client, booth.packages_dir, who, clock, rng, on_step, **used)

    yield new
    for session in sessions:
        session.close()


@pytest.fixture
def worker(build: Callable[..., Worker]) -> Worker:
    return build()
