from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booth import Booth
from fake_archive import FakeArchive
from sync_clock import FakeClock


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
