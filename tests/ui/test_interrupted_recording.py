"""A recorder that dies at the wrong moment: nothing is recorded that she stopped, and nothing that she said is left out."""

from __future__ import annotations

import pytest
from kiosk_window import KioskWindow
from pytestqt.qtbot import QtBot


@pytest.fixture
def recording(kiosk: KioskWindow, qtbot: QtBot) -> KioskWindow:
    """Two seconds into the first answer."""
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    return kiosk


def die_and_be_replaced(kiosk: KioskWindow, qtbot: QtBot) -> None:
    armed = kiosk.recorder.armed
    kiosk.recorder.die()
    qtbot.waitUntil(lambda: kiosk.recorder.armed == armed + 1 and kiosk.find("pause").isEnabled())


def finish(kiosk: KioskWindow, qtbot: QtBot) -> int:
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    kiosk.press("keep")
    return kiosk.session.answers["why"].duration_ms


def test_a_recorder_that_dies_in_a_pause_does_not_end_the_pause(recording: KioskWindow, qtbot: QtBot) -> None:
    recording.press("pause")
    die_and_be_replaced(recording, qtbot)
    recording.recorder.say(5_000)
    assert not recording.recorder.recording
    recording.press("pause")
    assert recording.recorder.recording
    recording.recorder.say(1_000)
    assert finish(recording, qtbot) == 3_000


def test_a_paused_answer_can_be_stopped_after_its_recorder_died(recording: KioskWindow, qtbot: QtBot) -> None:
    recording.press("pause")
    die_and_be_replaced(recording, qtbot)
    assert finish(recording, qtbot) == 2_000


def test_nothing_is_recorded_behind_another_page_by_a_recorder_that_starts_again(recording: KioskWindow, qtbot: QtBot) -> None:
    armed = recording.recorder.armed
    recording.recorder.die()
    recording.press("language")
    qtbot.waitUntil(lambda: recording.recorder.armed == armed + 1)
    qtbot.wait(0)
    recording.recorder.say(5_000)
    assert not recording.recorder.recording
    recording.press("language")
    recording.press("pause")
    recording.recorder.say(1_000)
    assert finish(recording, qtbot) == 3_000


def test_what_a_recorder_committed_and_did_not_live_to_tell_belongs_to_the_answer(recording: KioskWindow, qtbot: QtBot) -> None:
    recording.recorder.commit_untold(500)
    recording.recorder.die()
    qtbot.waitUntil(lambda: recording.recorder.recording)
    assert finish(recording, qtbot) == 2_500
