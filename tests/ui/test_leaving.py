"""Stop and leave, and nobody there: nothing of the last visitor stays."""

from __future__ import annotations

import gc
import weakref

import pytest
from kiosk_window import KioskWindow
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.idle import COUNTDOWN_S
from kiosk.ui.theme import TextSize


@pytest.fixture
def told(kiosk: KioskWindow, qtbot: QtBot) -> KioskWindow:
    """Somebody has answered the first question."""
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    kiosk.press("keep")
    return kiosk


def test_one_touch_leads_back_before_anything_was_said(kiosk: KioskWindow) -> None:
    kiosk.press("start")
    kiosk.press("continue")
    assert len(kiosk.draft_ids()) == 1
    kiosk.press("leave")
    assert kiosk.page == "start"
    assert kiosk.draft_ids() == []


def test_something_said_is_only_deleted_after_a_question(told: KioskWindow) -> None:
    (draft_id,) = told.draft_ids()
    told.press("leave")
    assert told.page == "prompt-1"
    told.press("leave-cancel")
    assert told.session.answers["why"].has_recording
    told.press("leave")
    told.press("leave-confirm")
    assert told.page == "start"
    assert told.draft_ids() == []
    assert told.keys.recover(draft_id) is None
    assert told.recorder.closed


def test_a_take_that_nobody_kept_counts_as_something_said(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(500)
    kiosk.press("leave")
    assert "leave-confirm" in kiosk.visible()


def test_no_screen_outlives_its_visitor(told: KioskWindow) -> None:
    screens = [weakref.ref(screen) for screen in told.shell.visit.all()]  # type: ignore[union-attr]
    assert len(screens) == 5
    told.press("leave")
    told.press("leave-confirm")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [screen() for screen in screens] == [None] * 5


def test_the_next_person_finds_the_first_language_and_the_normal_size(told: KioskWindow) -> None:
    told.press("text-size")
    told.press("size-3")
    told.press("strong-contrast")
    told.press("return")
    told.press("language")
    told.press("language-ar")
    assert told.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft
    told.press("leave")
    told.press("leave-confirm")
    assert told.shell.languages.words.language == "en"
    assert told.shell.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert told.find("text-size").accessibleName() == f"Text size, now {TextSize.NORMAL + 1} of 4"


def test_idle_warns_and_then_discards(told: KioskWindow) -> None:
    told.now_s += 181
    told.shell.absence.watch.look()
    assert "page-idle" in told.visible()
    told.now_s += COUNTDOWN_S - 2
    told.shell.absence.watch.look()
    assert told.draft_ids()
    told.now_s += 2
    told.shell.absence.watch.look()
    assert told.page == "start"
    assert "page-idle" not in told.visible()
    assert told.draft_ids() == []


def test_any_touch_ends_the_warning(told: KioskWindow, qtbot: QtBot) -> None:
    told.now_s += 190
    told.shell.absence.watch.look()
    qtbot.mouseClick(told.shell.absence.page, Qt.MouseButton.LeftButton)
    assert told.page == "prompt-1"
    assert "page-idle" not in told.visible()
    told.now_s += 179
    told.shell.absence.watch.look()
    assert "page-idle" not in told.visible()


def test_the_touch_that_ends_the_warning_presses_nothing(told: KioskWindow, qtbot: QtBot) -> None:
    told.now_s += 190
    told.shell.absence.watch.look()
    qtbot.keyClick(told.shell.absence.page, Qt.Key.Key_Escape)
    assert told.page == "prompt-1"


def test_a_helper_that_presses_buttons_ends_the_warning_too(told: KioskWindow) -> None:
    told.now_s += 190
    told.shell.absence.watch.look()
    told.press("stay")
    assert "page-idle" not in told.visible()


def test_nobody_is_idle_while_recording(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(500)
    kiosk.now_s += 1_000
    kiosk.shell.absence.watch.look()
    assert "page-idle" not in kiosk.visible()
    kiosk.press("pause")
    kiosk.now_s += 181
    kiosk.shell.absence.watch.look()
    assert "page-idle" in kiosk.visible()


def test_nobody_is_idle_while_listening(told: KioskWindow) -> None:
    told.press("play")
    told.now_s += 1_000
    told.shell.absence.watch.look()
    assert "page-idle" not in told.visible()


def test_a_language_left_at_start_goes_back_by_itself(kiosk: KioskWindow) -> None:
    kiosk.press("language-ar")
    kiosk.now_s += 181
    kiosk.shell.absence.watch.look()
    kiosk.now_s += COUNTDOWN_S
    kiosk.shell.absence.watch.look()
    assert kiosk.shell.languages.words.language == "en"


def test_start_itself_never_warns(kiosk: KioskWindow) -> None:
    kiosk.now_s += 10_000
    kiosk.shell.absence.watch.look()
    assert "page-idle" not in kiosk.visible()


def test_the_window_shows_nothing_of_the_visit_after_it(told: KioskWindow) -> None:
    told.press("leave")
    told.press("leave-confirm")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    pages = {widget.accessibleIdentifier() for widget in told.shell.findChildren(QWidget)}
    left = {"page-start", "page-language", "page-how-to", "page-display", "page-withdraw", "page-idle"}
    assert {page for page in pages if page.startswith("page-")} == left
