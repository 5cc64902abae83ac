"""Fingers that press twice, hold a key down, or only shake the mouse; and a mouse that is on its way when the page changes under it."""

from __future__ import annotations

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.widgets.digit_pad import DigitPad

LEFT = Qt.MouseButton.LeftButton


def double_click(kiosk: KioskWindow, widget: QWidget) -> None:
    """As the system sends it: to the window, twice, in quick succession, wherever the second press comes to lie."""
    window = kiosk.shell.windowHandle()
    place = widget.mapTo(kiosk.shell, widget.rect().center())
    for _ in range(2):
        QTest.mousePress(window, LEFT, Qt.KeyboardModifier.NoModifier, place, 1)
        QTest.mouseRelease(window, LEFT, Qt.KeyboardModifier.NoModifier, place, 1)
    QApplication.processEvents()


class HeldKey(QKeyEvent):
    """As it comes from the system, which Qt's own tools for tests cannot make."""

    def __init__(self) -> None:
        super().__init__(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)

    def spontaneous(self) -> bool:
        return True


def hold(key: Qt.Key, times: int = 20) -> None:
    """What a keyboard says while a key is held down, after its first press."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True))


def at_first_question(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())


def test_who_double_clicks_everything_can_record_all_the_same(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk = open_kiosk(countdown_number_ms=40)
    at_first_question(kiosk, qtbot)
    double_click(kiosk, kiosk.find("record"))
    qtbot.waitUntil(lambda: kiosk.recorder.recording)
    kiosk.recorder.say(2_000)
    double_click(kiosk, kiosk.find("stop"))
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    assert not kiosk.session.answers["why"].has_recording


def test_a_double_click_turns_one_page(kiosk: KioskWindow) -> None:
    """The next one can be left without a word too: where her story may be heard would never have been asked."""
    kiosk.begin()
    for press in ("continue", "skip", "skip", "skip", "continue", "name-none", "continue", "voice-own"):
        kiosk.press(press)
    double_click(kiosk, kiosk.find("continue"))
    assert kiosk.page == "uses"


def test_a_card_that_is_double_clicked_is_chosen(kiosk: KioskWindow) -> None:
    kiosk.press("text-size")
    double_click(kiosk, kiosk.find("strong-contrast"))
    assert kiosk.find("strong-contrast").isChecked()  # type: ignore[attr-defined]


def test_two_buttons_may_be_pressed_as_fast_as_somebody_can(kiosk: KioskWindow) -> None:
    kiosk.press("start")
    kiosk.press("continue")
    window = kiosk.shell.windowHandle()
    for identifier in ("will-own", "continue"):
        found = kiosk.find(identifier)
        place = found.mapTo(kiosk.shell, found.rect().center())
        QTest.mousePress(window, LEFT, Qt.KeyboardModifier.NoModifier, place, 1)
        QTest.mouseRelease(window, LEFT, Qt.KeyboardModifier.NoModifier, place, 1)
        QApplication.processEvents()
    assert kiosk.page == "age"


def test_digits_may_be_typed_as_fast_as_somebody_can(kiosk: KioskWindow) -> None:
    kiosk.press("withdraw")
    pad = kiosk.find("withdraw-pad")
    assert isinstance(pad, DigitPad)
    double_click(kiosk, pad.keys["7"])
    assert kiosk.find("withdraw-code").accessibleName().startswith("2 ")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_held_key_presses_once(kiosk: KioskWindow, qtbot: QtBot, key: Qt.Key) -> None:
    at_first_question(kiosk, qtbot)
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: kiosk.find("keep").hasFocus())
    hold(key)
    assert kiosk.page == "prompt-1"
    assert not kiosk.session.answers["why"].has_recording


def test_a_held_escape_goes_back_once(kiosk: KioskWindow) -> None:
    kiosk.begin()
    QTest.keyClick(kiosk.shell, Qt.Key.Key_Escape)
    assert kiosk.page == "age"
    hold(Qt.Key.Key_Escape)
    assert kiosk.page == "age"


def test_what_leans_on_the_keyboard_is_nobody(kiosk: KioskWindow) -> None:
    """A book on the keys must not keep the last visitor's story on the screen for ever."""
    kiosk.begin()
    watch = kiosk.shell.absence.watch
    for _ in range(30):
        kiosk.now_s += 10
        watch.eventFilter(kiosk.shell, HeldKey())
        watch.look()
    assert kiosk.page == "start"


def test_a_mouse_that_only_trembles_is_nobody(kiosk: KioskWindow) -> None:
    kiosk.begin()
    watch, window = kiosk.shell.absence.watch, kiosk.shell.windowHandle()
    for number in range(30):
        kiosk.now_s += 10
        QTest.mouseMove(window, QPoint(400 + number % 3, 300))
        watch.look()
    assert kiosk.page == "start"


def test_a_mouse_that_moves_is_somebody(kiosk: KioskWindow) -> None:
    kiosk.begin()
    watch, window = kiosk.shell.absence.watch, kiosk.shell.windowHandle()
    for number in range(30):
        kiosk.now_s += 10
        QTest.mouseMove(window, QPoint(400 + 30 * (number % 3), 300))
        watch.look()
    assert kiosk.page == "microphone"


def test_the_way_to_the_button_of_the_warning_uncovers_nothing(kiosk: KioskWindow, qtbot: QtBot) -> None:
    """Else the press that follows the movement would fall on whatever lies there: a box of consent, for one."""
    kiosk.begin()
    kiosk.now_s += 190
    kiosk.shell.absence.watch.look()
    window, stay = kiosk.shell.windowHandle(), kiosk.find("stay")
    QTest.mouseMove(window, QPoint(40, 400))
    QTest.mouseMove(window, stay.mapTo(kiosk.shell, stay.rect().center()))
    assert "page-idle" in kiosk.visible()
    double_click(kiosk, stay)
    assert "page-idle" not in kiosk.visible()
    assert kiosk.page == "microphone"
