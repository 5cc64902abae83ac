"""The window itself: reading aloud, the microphone page, staff, closing, and what happens when nothing works."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_recorder import BLOCKED, LOUD, ROOM, SPEECH
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.audio.meter import Level
from kiosk.errors import StorageFault
from kiosk.story.session import Session
from kiosk.ui.faults import fault_sentence
from kiosk.ui.screens.microphone import Hearing, MicrophoneScreen
from kiosk.ui.visit import begin_visit
from sync.contract.faults import EnvironmentFault
from sync.contract.story import Span


def at_microphone(kiosk: KioskWindow, qtbot: QtBot) -> MicrophoneScreen:
    kiosk.begin()
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    screen = kiosk.shell.current
    assert isinstance(screen, MicrophoneScreen)
    return screen


@pytest.mark.parametrize(
    ("level", "hearing"),
    [
        (SPEECH, Hearing.WELL),
        (ROOM, Hearing.SILENT),
        (BLOCKED, Hearing.BLOCKED),
        (replace(BLOCKED, muted=True), Hearing.MUTED),
        (replace(SPEECH, steady=True), Hearing.STEADY),
        (LOUD, Hearing.TOO_LOUD),
        (Level(-38.0, -45.0, (0.01,) * 4, blocked=False, silent=False), Hearing.TOO_QUIET),
    ],
)
def test_the_microphone_page_says_what_it_hears(kiosk: KioskWindow, qtbot: QtBot, level: Level, hearing: Hearing) -> None:
    screen = at_microphone(kiosk, qtbot)
    kiosk.recorder.hear(level)
    qtbot.waitUntil(lambda: screen.hearing is hearing)
    assert screen.status.text()
    # What only staff can do something about says so.
    for_staff = hearing in (Hearing.BLOCKED, Hearing.MUTED, Hearing.STEADY)
    assert ("another microphone" in screen.status.text()) is for_staff
    assert screen.picture.grab().toImage().pixelColor(26, 3) != screen.picture.grab().toImage().pixelColor(0, 0)


def test_three_seconds_are_recorded_played_and_forgotten(kiosk: KioskWindow, qtbot: QtBot) -> None:
    screen = at_microphone(kiosk, qtbot)
    assert "play" not in kiosk.visible()  # there is nothing to hear yet
    kiosk.press("record")
    kiosk.recorder.say(3_000)
    screen._end_trial.timeout.emit()
    qtbot.waitUntil(lambda: screen.bar.playing)
    assert "play" in kiosk.visible()
    assert kiosk.shell.visit is not None
    assert len(kiosk.shell.visit.visit.draft.takes()) == 1
    kiosk.press("continue")
    assert kiosk.shell.visit.visit.draft.takes() == []
    assert not kiosk.shell.visit.anything_recorded


def test_without_a_microphone_one_can_go_on(kiosk: KioskWindow, qtbot: QtBot) -> None:
    screen = at_microphone(kiosk, qtbot)
    kiosk.recorder.hear(SPEECH)
    qtbot.waitUntil(lambda: screen.meter.value() > 0)
    kiosk.recorder.lose_microphone()
    qtbot.waitUntil(lambda: screen.hearing is Hearing.GONE)
    assert "notice" in kiosk.visible()
    assert screen.meter.value() == 0
    kiosk.press("continue")
    assert kiosk.page == "prompt-1"


def test_listen_reads_and_stops_and_another_page_begins_anew(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("start")
    kiosk.press("listen")
    speaker = kiosk.shell._loaded.walk.speaker  # type: ignore[union-attr]
    assert speaker.playing
    kiosk.press("listen")
    assert not speaker.playing
    assert not kiosk.session.heard_aloud
    kiosk.press("listen")
    kiosk.press("continue")
    assert not speaker.playing


def test_reading_a_page_that_asks_for_no_consent_is_no_consent(kiosk: KioskWindow, qtbot: QtBot) -> None:
    at_microphone(kiosk, qtbot)
    kiosk.press("listen")
    assert not kiosk.session.heard_aloud


def test_staff_come_in_by_the_corner_or_the_keyboard(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.shell.door._timer.setInterval(0)
    qtbot.mousePress(kiosk.shell.door, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "page-staff" in kiosk.visible())
    assert "start" not in kiosk.visible()
    assert kiosk.shell.staff_door.pages is not None
    kiosk.shell.staff_door.pages.closed.emit()
    assert "start" in kiosk.visible()
    qtbot.keyClick(kiosk.shell, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "page-staff" in kiosk.visible()


def test_a_booth_that_stands_for_days_is_tidied_all_the_same(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.shell.tidying.setInterval(1)
    qtbot.waitUntil(lambda: kiosk.tidied > 1)


def test_a_short_touch_of_the_corner_opens_nothing(kiosk: KioskWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(kiosk.shell.door, Qt.MouseButton.LeftButton)
    assert not kiosk.shell.door._timer.isActive()
    assert "page-staff" not in kiosk.visible()


def test_staff_pause_a_recording_and_find_it_as_it_was(kiosk: KioskWindow, qtbot: QtBot) -> None:
    at_microphone(kiosk, qtbot)
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(1_000)
    kiosk.shell.open_staff()
    assert not kiosk.recorder.recording
    assert kiosk.shell.staff_door.pages is not None
    kiosk.shell.staff_door.pages.closed.emit()
    kiosk.press("pause")
    assert kiosk.recorder.recording


def test_a_locked_window_is_closed_by_staff_only(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(full_screen=True)
    event = QCloseEvent()
    kiosk.shell.closeEvent(event)
    assert not event.isAccepted()
    assert not kiosk.shell.close()
    kiosk.shell.open_staff()
    assert kiosk.shell.staff_door.pages is not None
    with qtbot.waitSignal(kiosk.shell.closed):
        kiosk.shell.staff_door.pages.exit_asked.emit()
    assert not kiosk.shell.isVisible()


def test_an_unfinished_story_goes_on_where_it_stopped(kiosk: KioskWindow, qtbot: QtBot) -> None:
    visit = begin_visit(kiosk.drafts, kiosk.keys, "ar")
    at_microphone(kiosk, qtbot)
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    assert kiosk.shell.visit is not None
    told = kiosk.shell.visit.visit
    kiosk.shell.conductor.close()  # type: ignore[union-attr]
    kiosk.shell._end(None)
    kiosk.shell._resume(told.draft.draft_id)
    qtbot.waitUntil(lambda: kiosk.page == "prompt-1")
    kiosk.press("keep")
    assert kiosk.session.answers["why"].duration_ms == 2_000
    kiosk.press("leave")
    kiosk.press("leave-confirm")
    assert kiosk.draft_ids() == [visit.draft.draft_id]
    kiosk.shell._resume(visit.draft.draft_id)
    assert kiosk.shell.languages.words.language == "ar"


def test_a_name_that_was_said_is_recorded_again_from_the_first_prompt(kiosk: KioskWindow, qtbot: QtBot) -> None:
    at_microphone(kiosk, qtbot)
    session: Session = kiosk.session
    session.keep_take("why", ["0" * 32], 1_000, [Span(0, 500)])
    kiosk.press("continue")
    for press in ("continue", "skip", "skip", "continue", "name-none", "continue"):
        kiosk.press(press)
    assert kiosk.page == "name-check"
    kiosk.press("rerecord")
    assert kiosk.page == "prompt-1"


def test_a_draft_that_cannot_be_written_is_told_on_the_page(kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk.press("start")
    assert kiosk.shell.visit is not None

    def refuse(record: object) -> None:
        raise StorageFault("drafts-unusable", "no")

    monkeypatch.setattr(kiosk.shell.visit.visit.draft, "save_session", refuse)
    kiosk.press("continue")
    assert kiosk.page == "own-will"
    kiosk.shell.choose_language("en")
    assert "cannot save" in kiosk.find("notice").accessibleName()


def test_a_visit_that_cannot_begin_says_so_at_start(kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise StorageFault("drafts-unusable", "no")

    monkeypatch.setattr(kiosk.drafts, "create", refuse)
    kiosk.press("start")
    assert kiosk.page == "start"
    assert "cannot save" in kiosk.find("notice").accessibleName()


def test_a_kiosk_whose_disk_cannot_be_opened_stays_at_start(looks: QApplication, open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(broken=StorageFault("drafts-newer", "no"))
    assert "notice" in kiosk.visible()
    assert not kiosk.find("start").isEnabled()
    kiosk.shell.open_staff()
    assert "page-staff" not in kiosk.visible()


def test_a_fault_nobody_knows_keeps_its_own_sentence() -> None:
    assert fault_sentence(EnvironmentFault("never-heard-of", "Its own words.")) == "Its own words."
