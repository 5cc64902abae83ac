"""However a recorder process ends, or does not begin, the window hears of it."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest
from recorder_events import RecorderEvents

from kiosk.audio import recorder
from kiosk.audio.events import Died
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec

KEY = bytes(32)


@pytest.fixture
def events() -> RecorderEvents:
    return RecorderEvents()


@pytest.fixture
def handle(tmp_path: Path, events: RecorderEvents) -> Iterator[Recorder]:
    made = Recorder(SourceSpec.synthetic(tmp_path), tmp_path / "drafts.sqlite3", events)
    yield made
    made.close()
    assert made.wait_closed()


def cut_short(pipe: Connection, spec: SourceSpec, drafts_path: Path) -> None:
    """Killed in the middle of a word: 256 bytes are announced, four arrive."""
    pipe.recv()
    os.write(pipe.fileno(), b"\x00\x00\x01\x00half")
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_recorder_killed_in_the_middle_of_a_word_has_died(
    handle: Recorder, events: RecorderEvents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the clock on the screen would run on, and nothing be recorded."""
    monkeypatch.setattr(recorder, "run", cut_short)
    handle.arm("a" * 32, KEY)
    events.wait_for(Died)


@pytest.mark.allow_logs("kiosk.audio")
def test_a_recorder_that_the_system_will_not_start_has_died(
    handle: Recorder, events: RecorderEvents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No memory or no process left: it is said, and not waited for for ever."""

    def refuse(self: SpawnProcess) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(SpawnProcess, "start", refuse)
    handle.arm("a" * 32, KEY)
    events.wait_for(Died)
    handle.arm("a" * 32, KEY)
    events.wait_for(Died, lambda _: len(events.of(Died)) == 2)
