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


def watch_closely(kiosk: KioskWindow) -> None:
    """Tests have no three quarters of a minute."""
    assert kiosk.shell.visit is not None
    kiosk.shell.visit.desk._silence.setInterval(50)


@pytest.mark.allow_logs("kiosk.ui")
def test_a_recorder_that_hangs_while_it_records_is_replaced_and_the_answer_goes_on(recording: KioskWindow, qtbot: QtBot) -> None:
    """The clock would run on, and not a word would be kept."""
    watch_closely(recording)
    armed = recording.recorder.armed
    recording.recorder.say(500)
    qtbot.waitUntil(lambda: recording.recorder.armed == armed + 1 and recording.recorder.recording)
    recording.shell.visit.desk._silence.stop()  # type: ignore[union-attr]
    recording.recorder.say(1_000)
    assert finish(recording, qtbot) == 3_500


@pytest.mark.allow_logs("kiosk.ui")
def test_a_recorder_that_hangs_at_the_end_costs_nothing_that_was_saved(recording: KioskWindow, qtbot: QtBot) -> None:
    recording.recorder.hangs = True
    watch_closely(recording)
    recording.press("stop")
    qtbot.waitUntil(lambda: "keep" in recording.visible())
    recording.press("keep")
    assert recording.session.answers["why"].duration_ms == 2_000


@pytest.mark.allow_logs("kiosk.ui")
def test_a_microphone_that_never_opens_is_tried_again_and_then_said_to_be_gone(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    watch_closely(kiosk)
    kiosk.recorder.hangs = True
    kiosk.recorder.die()
    qtbot.waitUntil(lambda: "notice" in kiosk.visible())
    assert kiosk.recorder.armed == 3
    assert kiosk.find("record").isEnabled()
