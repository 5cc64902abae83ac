"""Taking a story back at the window: by touch, by keyboard and by ear; and nothing of the code afterwards."""

from __future__ import annotations

import pytest
from kiosk_window import WITHDRAWAL_CODE, KioskWindow, OpenKiosk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.spoken_elements import elements
from kiosk.withdrawal import TakenBack, TooManyTries
from sync.contract.withdrawal import spoken_groups


def type_code(kiosk: KioskWindow, digits: str = WITHDRAWAL_CODE) -> None:
    for digit in digits:
        kiosk.press(f"withdraw-{digit}")


def take_back(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("withdraw")
    type_code(kiosk)
    kiosk.press("withdraw-enter")
    kiosk.press("withdraw-confirm")
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)


def said(kiosk: KioskWindow) -> str:
    labels = kiosk.shell.current.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def everything_held(kiosk: KioskWindow) -> str:
    """Every text and name of every widget of the window, seen or not."""
    held = []
    for widget in kiosk.shell.findChildren(QWidget):
        held += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, (QLabel, QLineEdit)):
            held.append(widget.text())
    return " ".join(held)


def assert_forgotten(kiosk: KioskWindow) -> None:
    held = everything_held(kiosk)
    assert WITHDRAWAL_CODE not in held
    assert spoken_groups(WITHDRAWAL_CODE) not in held
    assert spoken_groups(WITHDRAWAL_CODE)[:9] not in held
    assert QApplication.clipboard().text() == ""


def test_a_code_is_typed_asked_about_and_taken_back(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("withdraw")
    assert kiosk.page == "withdraw"
    type_code(kiosk)
    # Control: here it stands.
    assert spoken_groups(WITHDRAWAL_CODE) in everything_held(kiosk)
    kiosk.press("withdraw-enter")
    assert spoken_groups(WITHDRAWAL_CODE) in said(kiosk)
    assert kiosk.taken_back == []
    kiosk.press("withdraw-confirm")
    qtbot.waitUntil(lambda: "erased now" in said(kiosk))
    assert kiosk.taken_back == [WITHDRAWAL_CODE]
    assert_forgotten(kiosk)
    kiosk.press("return")
    assert kiosk.page == "start"


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        (TakenBack(erased_here=True, request_waits=False), (True, False)),
        (TakenBack(erased_here=True, request_waits=True), (True, True)),
        (TakenBack(erased_here=False, request_waits=True), (False, True)),
    ],
)
def test_it_is_said_what_happened(kiosk: KioskWindow, qtbot: QtBot, taken: TakenBack, told: tuple[bool, bool]) -> None:
    kiosk.take_back_result = taken
    take_back(kiosk, qtbot)
    assert ("erased now" in said(kiosk), "as soon as there is internet" in said(kiosk)) == told


def test_a_typing_mistake_is_said_with_the_last_digit(kiosk: KioskWindow) -> None:
    kiosk.press("withdraw")
    type_code(kiosk, WITHDRAWAL_CODE[:15])
    assert "typing mistake" not in said(kiosk)
    assert not kiosk.find("withdraw-enter").isEnabled()
    kiosk.press("withdraw-8")
    assert "typing mistake" in said(kiosk)
    kiosk.press("withdraw-enter")
    assert "withdraw-confirm" not in kiosk.visible()
    kiosk.press("withdraw-erase")
    assert "typing mistake" not in said(kiosk)
    kiosk.press("withdraw-7")
    kiosk.press("withdraw-enter")
    assert "withdraw-confirm" in kiosk.visible()


def test_by_keyboard_alone(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("withdraw")
    pad = kiosk.find("withdraw-pad")
    assert pad.hasFocus()
    qtbot.keyClicks(pad, "9")
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    qtbot.keyClicks(pad, WITHDRAWAL_CODE + "5")
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert spoken_groups(WITHDRAWAL_CODE) in said(kiosk)
    sure = kiosk.find("withdraw-confirm")
    sure.setFocus()
    qtbot.keyClick(sure, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kiosk.taken_back == [WITHDRAWAL_CODE])


def test_a_fault_is_said_and_it_can_be_tried_again(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.take_back_fault = TooManyTries()
    take_back(kiosk, qtbot)
    assert "try again in an hour" in said(kiosk)
    kiosk.take_back_fault = None
    kiosk.press("withdraw-confirm")
    qtbot.waitUntil(lambda: "erased now" in said(kiosk))


@pytest.mark.parametrize("how", ["return", "escape", "language", "staff"])
@pytest.mark.parametrize("stage", ["typed", "asked"])
def test_leaving_the_page_forgets_the_code(kiosk: KioskWindow, qtbot: QtBot, stage: str, how: str) -> None:
    kiosk.press("withdraw")
    type_code(kiosk)
    if stage == "asked":
        kiosk.press("withdraw-enter")
    if how == "return":
        kiosk.press("return")
    elif how == "escape":
        qtbot.keyClick(kiosk.shell, Qt.Key.Key_Escape)
    elif how == "language":
        kiosk.press("language")
    else:
        kiosk.shell.open_staff()
    assert_forgotten(kiosk)
    assert kiosk.taken_back == []


def test_what_was_typed_and_left_lying_goes_by_itself(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("withdraw")
    type_code(kiosk, WITHDRAWAL_CODE[:9])
    kiosk.now_s += kiosk.config.idle_minutes * 60 + 61
    qtbot.waitUntil(lambda: kiosk.page == "start")
    assert WITHDRAWAL_CODE[:4] not in everything_held(kiosk)


def test_an_answer_that_comes_after_the_page_was_left_shows_nothing_to_the_next(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("withdraw")
    type_code(kiosk)
    kiosk.press("withdraw-enter")
    kiosk.find("withdraw-confirm").click()
    kiosk.press("return")
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)
    assert kiosk.taken_back == [WITHDRAWAL_CODE]
    kiosk.press("withdraw")
    assert "erased now" not in said(kiosk)


def test_everything_but_the_code_can_be_heard(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("withdraw")
    type_code(kiosk)
    page = kiosk.shell.withdraw_page
    for _ in range(2):
        phrases = " ".join(phrase for element in elements(page) for phrase in element.phrases)
        assert "Take a story back" in phrases
        assert WITHDRAWAL_CODE[:4] not in phrases
        if "withdraw-enter" in kiosk.visible():
            kiosk.press("withdraw-enter")
    assert "Nobody can bring it back" in phrases


def test_nobody_can_take_back_before_there_is_something_to_ask(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    assert kiosk.find("withdraw").isEnabled()
    kiosk.shell.start.set_ready(False)
    assert not kiosk.find("withdraw").isEnabled()


def test_right_to_left(kiosk: KioskWindow) -> None:
    kiosk.shell.choose_language("ar")
    kiosk.press("withdraw")
    type_code(kiosk, "1234")
    assert kiosk.find("withdraw-pad").layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert kiosk.find("withdraw-code").layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert kiosk.shell.withdraw_page.layoutDirection() is Qt.LayoutDirection.RightToLeft
