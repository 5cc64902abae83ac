"""The staff's door, opened and left: by a visitor who found the corner, or by staff who were called away."""

from __future__ import annotations

import threading

import pytest
from kiosk_window import PIN, KioskWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.idle import COUNTDOWN_S


def wait(kiosk: KioskWindow, seconds: float) -> None:
    """Nobody touches anything; the clock is looked at as the window does it."""
    for _ in range(int(seconds)):
        kiosk.now_s += 1
        kiosk.shell.absence.watch.look()
        QApplication.processEvents()


def enter_pin(kiosk: KioskWindow, qtbot: QtBot) -> None:
    pages = kiosk.shell.staff_door.pages
    assert pages is not None
    qtbot.waitUntil(pages.pin.pad.isEnabled)
    for digit in PIN:
        kiosk.press(f"pin-{digit}")
    kiosk.press("pin-enter")
    qtbot.waitUntil(lambda: "door-status" in kiosk.visible())
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)


def test_behind_a_pin_that_nobody_types_a_story_is_discarded_all_the_same(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.shell.open_staff()
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)
    wait(kiosk, 181)
    assert "page-idle" in kiosk.visible()
    wait(kiosk, COUNTDOWN_S)
    assert kiosk.page == "start"
    assert kiosk.draft_ids() == []
    assert not kiosk.shell.staff_door.is_open


def test_staff_who_are_called_away_leave_no_open_door(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.shell.open_staff()
    enter_pin(kiosk, qtbot)
    wait(kiosk, 180 + COUNTDOWN_S)
    assert not kiosk.shell.staff_door.is_open
    assert "staff-pin" not in kiosk.visible()
    assert kiosk.page == "start"
    assert kiosk.find("start").isVisible()
    kiosk.shell.open_staff()
    assert "door-status" not in kiosk.visible()  # the PIN stands before it again


def test_staff_who_come_back_in_time_go_on_where_they_were(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.shell.open_staff()
    enter_pin(kiosk, qtbot)
    wait(kiosk, 181)
    qtbot.mouseClick(kiosk.shell.absence.page, Qt.MouseButton.LeftButton)
    assert "door-status" in kiosk.visible()
    assert "page-idle" not in kiosk.visible()
    assert kiosk.shell.staff_door.is_open
    focused = QApplication.focusWidget()
    assert focused is None or focused.isVisible()
    kiosk.press("staff-close")
    assert kiosk.page == "microphone"


@pytest.mark.parametrize("busy", [True, False])
def test_what_staff_have_begun_is_not_cut_short(kiosk: KioskWindow, qtbot: QtBot, busy: bool) -> None:
    """Copying stories to a stick takes longer than somebody stands beside it."""
    kiosk.shell.open_staff()
    enter_pin(kiosk, qtbot)
    copied = threading.Event()
    if not busy:
        copied.set()
    kiosk.shell.tasks.run(lambda: copied.wait(60), owner=kiosk.shell, done=lambda _: None, failed=lambda _: None)
    if not busy:
        qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)
    wait(kiosk, 180 + COUNTDOWN_S)
    assert kiosk.shell.staff_door.is_open is busy
    copied.set()
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)
