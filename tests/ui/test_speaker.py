"""One thing sounds at a time; an hour is read a minute at a time, without a gap and without a leap."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.audio.player import SilentPlayer
from kiosk.audio.source import Samples
from kiosk.errors import StorageFault
from kiosk.ui.speaker import WINDOW_MS, Sound, Speaker
from kiosk.ui.tasks import Tasks
from sync.contract.faults import Fault


class Heard(SilentPlayer):
    """A player whose clock is the test's, and that writes down what it was given."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.given: list[Samples] = []
        super().__init__(lambda: self.now_s)

    def play(self, pcm: Samples, sample_rate_hz: int, start_frame: int = 0) -> None:
        self.given.append(pcm)
        super().play(pcm, sample_rate_hz, start_frame)


class Told:
    """What a Speaker says about one owner."""

    def __init__(self, speaker: Speaker) -> None:
        self.events: list[str] = []
        speaker.started.connect(lambda owner: self.events.append(f"started {owner.objectName()}"))
        speaker.stopped.connect(lambda owner: self.events.append(f"stopped {owner.objectName()}"))
        speaker.failed.connect(lambda owner, fault: self.events.append(f"failed {owner.objectName()} {fault.code}"))


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def player() -> Heard:
    return Heard()


@pytest.fixture
def speaker(player: Heard, tasks: Tasks) -> Iterator[Speaker]:
    made = Speaker(player, tasks)
    yield made
    made.stop()


def owner(name: str) -> QObject:
    made = QObject()
    made.setObjectName(name)
    return made


def ramp(duration_ms: int) -> Sound:
    """1 kHz of samples, each the number of its millisecond."""

    def read(start_ms: int, most_ms: int) -> tuple[Samples, int]:
        return np.arange(start_ms, min(start_ms + most_ms, duration_ms), dtype=np.float32), 1_000

    return Sound(duration_ms, read)


def test_a_sound_begins_moves_and_ends(speaker: Speaker, player: Heard, qtbot: QtBot) -> None:
    told, listener = Told(speaker), owner("a")
    positions: list[int] = []
    speaker.moved.connect(lambda _, position_ms: positions.append(position_ms))
    speaker.play(listener, ramp(1_000))
    assert speaker.is_playing(listener)
    qtbot.waitUntil(lambda: bool(player.given))
    player.now_s = 0.5
    qtbot.waitUntil(lambda: 500 in positions)
    player.now_s = 2.0
    qtbot.waitUntil(lambda: not speaker.playing)
    assert positions[-1] == 1_000
    assert told.events == ["started a", "stopped a"]


def test_the_second_sound_silences_the_first(speaker: Speaker) -> None:
    told, first, second = Told(speaker), owner("a"), owner("b")
    speaker.play(first, ramp(1_000))
    speaker.play(second, ramp(1_000))
    assert not speaker.is_playing(first)
    assert told.events == ["started a", "stopped a", "started b"]


def test_a_long_sound_is_read_in_windows_ahead_of_time(speaker: Speaker, player: Heard, tasks: Tasks, qtbot: QtBot) -> None:
    listener = owner("a")
    duration_ms = 2 * WINDOW_MS + 5_000
    speaker.play(listener, ramp(duration_ms), 1_000)
    qtbot.waitUntil(lambda: len(player.given) == 1)
    for number in (1, 2):
        player.now_s += 0.6 * WINDOW_MS / 1000
        qtbot.waitUntil(lambda: speaker._now is not None and speaker._now.ahead is not None)
        player.now_s += 0.5 * WINDOW_MS / 1000
        qtbot.waitUntil(lambda number=number: len(player.given) == number + 1)  # type: ignore[misc]
    player.now_s += WINDOW_MS / 1000
    qtbot.waitUntil(lambda: not speaker.playing)
    assert np.array_equal(np.concatenate(player.given), np.arange(1_000, duration_ms, dtype=np.float32))
    assert max(len(window) for window in player.given) == WINDOW_MS


def test_a_sound_that_cannot_be_read_says_so(speaker: Speaker, qtbot: QtBot) -> None:
    told, listener = Told(speaker), owner("a")

    def read(start_ms: int, most_ms: int) -> tuple[Samples, int]:
        raise StorageFault("drafts-unusable", "no")

    speaker.play(listener, Sound(1_000, read))
    qtbot.waitUntil(lambda: not speaker.playing)
    assert told.events == ["started a", "failed a drafts-unusable", "stopped a"]


def test_a_loudspeaker_that_refuses_says_so(speaker: Speaker, player: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told, listener = Told(speaker), owner("a")

    def refuse(pcm: Samples, sample_rate_hz: int, start_frame: int = 0) -> None:
        raise Fault("loudspeaker-refused", "no")

    monkeypatch.setattr(player, "play", refuse)
    speaker.play(listener, ramp(1_000))
    qtbot.waitUntil(lambda: not speaker.playing)
    assert told.events == ["started a", "failed a loudspeaker-refused", "stopped a"]


def test_what_was_stopped_while_it_was_read_stays_silent(speaker: Speaker, player: Heard, tasks: Tasks, qtbot: QtBot) -> None:
    speaker.play(owner("a"), ramp(1_000))
    speaker.stop()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert player.given == []


def test_an_empty_sound_is_over_at_once(speaker: Speaker, qtbot: QtBot) -> None:
    listener = owner("a")
    speaker.play(listener, ramp(0))
    qtbot.waitUntil(lambda: not speaker.playing)


def test_while_it_is_hushed_nothing_sounds(speaker: Speaker, player: Heard, qtbot: QtBot) -> None:
    owner = QObject()
    sound = Sound(10_000, lambda start_ms, most_ms: (np.zeros(480_000, np.float32), 48_000))
    speaker.play(owner, sound)
    qtbot.waitUntil(lambda: player.playing)
    speaker.hush(True)
    assert not player.playing
    speaker.play(owner, sound)
    assert not speaker.playing
    speaker.hush(False)
    assert not speaker.playing
    speaker.play(owner, sound)
    assert speaker.playing
    speaker.stop()


def test_a_loudspeaker_that_stands_still_is_given_up(
    speaker: Speaker, player: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would count as listening for ever, and nobody as away: the last visitor's story would stay on the screen."""
    monkeypatch.setattr("kiosk.ui.speaker.STUCK_AFTER_TICKS", 3)
    told, listener = Told(speaker), owner("listener")
    speaker.play(listener, ramp(10_000))
    qtbot.waitUntil(lambda: not speaker.playing)
    assert told.events == ["started listener", "failed listener loudspeaker-refused", "stopped listener"]
