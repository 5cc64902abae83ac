"""Three, two, one: nothing before its end is kept, nothing sounds meanwhile, and it can be cancelled by whatever comes between."""

from __future__ import annotations

import pytest
from fake_recorder import SPEECH
from kiosk_window import KioskWindow, OpenKiosk
from pytestqt.qtbot import QtBot

from kiosk.errors import DiskFull
from kiosk.ui.recording import RecordingDesk, Step
from kiosk.ui.screens.prompt import PromptScreen, Stage
from kiosk.ui.theme import Look

# It never comes to its end unless the test says so.
_FOR_EVER_MS = 10_000_000


@pytest.fixture
def asked(open_kiosk: OpenKiosk, qtbot: QtBot) -> KioskWindow:
    kiosk = open_kiosk(countdown_number_ms=_FOR_EVER_MS)
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    return kiosk


def desk_of(kiosk: KioskWindow) -> RecordingDesk:
    assert kiosk.shell.visit is not None
    return kiosk.shell.visit.desk


def count(kiosk: KioskWindow) -> None:
    """One number has stood long enough."""
    desk_of(kiosk)._countdown._timer.timeout.emit()


def screen_of(kiosk: KioskWindow) -> PromptScreen:
    screen = kiosk.shell.current
    assert isinstance(screen, PromptScreen)
    return screen


def test_recording_begins_at_its_end_and_nothing_before_is_kept(asked: KioskWindow, qtbot: QtBot) -> None:
    numbers: list[int] = []
    desk_of(asked).counted.connect(numbers.append)
    asked.press("record")
    asked.recorder.say(2_000)
    for _ in range(2):
        count(asked)
        assert not asked.recorder.recording
    count(asked)
    assert numbers == [3, 2, 1]
    assert asked.recorder.recording
    asked.recorder.say(1_000)
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    assert asked.session.answers["why"].duration_ms == 1_000


def test_a_second_press_cancels_it(asked: KioskWindow) -> None:
    asked.press("record")
    assert "stop" not in asked.visible()
    assert "skip" not in asked.visible()
    assert not asked.find("continue").isEnabled()
    asked.press("record-cancel")
    assert screen_of(asked).stage is Stage.ASKING
    assert not asked.recorder.recording
    assert not desk_of(asked)._countdown._timer.isActive()
    assert asked.find("record").isEnabled()


@pytest.mark.parametrize("comes_between", ["language", "help", "back"])
def test_whatever_covers_the_page_cancels_it(asked: KioskWindow, comes_between: str) -> None:
    asked.press("record")
    asked.press(comes_between)
    assert desk_of(asked).step is Step.READY
    assert not desk_of(asked)._countdown._timer.isActive()


def test_staff_cancel_it_too(asked: KioskWindow) -> None:
    asked.press("record")
    asked.shell.open_staff()
    assert desk_of(asked).step is Step.READY


def test_a_microphone_that_goes_away_cancels_it(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "notice" in asked.visible())
    assert not desk_of(asked)._countdown._timer.isActive()
    assert screen_of(asked).stage is Stage.ASKING
    assert not screen_of(asked).has_unkept


def test_nothing_sounds_while_it_runs(asked: KioskWindow, qtbot: QtBot) -> None:
    speaker = asked.shell._loaded.walk.speaker  # type: ignore[union-attr]
    assert asked.find("listen").isEnabled()
    asked.press("record")
    assert not asked.find("listen").isEnabled()
    assert not speaker.playing
    sound = screen_of(asked)._parts.hearing.take_sound([], 1_000, [])
    speaker.play(asked.shell, sound)
    assert not speaker.playing
    asked.press("record-cancel")
    speaker.play(asked.shell, sound)
    assert speaker.playing
    speaker.stop()


def test_a_full_disk_at_its_end_is_told(asked: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(prompt: str) -> str:
        raise DiskFull

    asked.press("record")
    assert asked.shell.visit is not None
    monkeypatch.setattr(asked.shell.visit.visit.draft, "new_take", full)
    for _ in range(3):
        count(asked)
    assert "notice" in asked.visible()
    assert not asked.recorder.recording


def test_the_microphone_is_tried_without_it(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("back")
    qtbot.waitUntil(lambda: asked.find("record").isEnabled())
    asked.press("record")
    assert asked.recorder.recording


@pytest.mark.parametrize("less_motion", [False, True])
def test_the_number_is_painted_and_the_ring_rests_with_less_motion(asked: KioskWindow, less_motion: bool) -> None:
    asked.shell.set_look(Look(less_motion=less_motion))
    button = screen_of(asked).recording.button
    asked.press("record")
    asked.recorder.hear(SPEECH, 1)
    pictures = [button.grab().toImage()]
    count(asked)
    button._ring.setCurrentTime(0)
    pictures.append(button.grab().toImage())
    assert pictures[0] != pictures[1]
    button._ring.setCurrentTime(_FOR_EVER_MS // 2)
    assert (button.grab().toImage() == pictures[1]) is less_motion


def test_its_real_timer_counts(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk = open_kiosk(countdown_number_ms=1)
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    qtbot.waitUntil(lambda: "stop" in kiosk.visible())
    assert kiosk.recorder.recording
