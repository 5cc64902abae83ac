"""The walk without a mouse: Tab, Enter, Space and Escape."""

from __future__ import annotations

from kiosk_window import KioskWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.focus_order import next_stop
from kiosk.ui.widgets.scrolled import Scrolled

_MOST_TABS = 60


def focused(kiosk: KioskWindow) -> QWidget:
    widget = kiosk.shell.focusWidget()
    assert widget is not None
    return widget


def tab_to(kiosk: KioskWindow, qtbot: QtBot, identifier: str) -> None:
    for _ in range(_MOST_TABS):
        if focused(kiosk).accessibleIdentifier() == identifier:
            return
        qtbot.keyClick(focused(kiosk), Qt.Key.Key_Tab)
    raise AssertionError(f"{identifier} cannot be reached by Tab")


def press(kiosk: KioskWindow, qtbot: QtBot, identifier: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    tab_to(kiosk, qtbot, identifier)
    qtbot.keyClick(focused(kiosk), key)
    QApplication.processEvents()


def test_to_the_second_answer_by_keys_alone(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.shell.activateWindow()
    assert focused(kiosk).accessibleIdentifier() == "start"
    press(kiosk, qtbot, "start", Qt.Key.Key_Space)
    assert kiosk.page == "about"
    press(kiosk, qtbot, "continue")
    for yes in ("will-own", "age-adult"):
        press(kiosk, qtbot, yes, Qt.Key.Key_Space)
        press(kiosk, qtbot, "continue")
    assert kiosk.page == "microphone"
    press(kiosk, qtbot, "continue", Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    press(kiosk, qtbot, "record")
    kiosk.recorder.say(2_000)
    press(kiosk, qtbot, "pause", Qt.Key.Key_Space)
    assert not kiosk.recorder.recording
    press(kiosk, qtbot, "pause")
    assert kiosk.recorder.recording
    press(kiosk, qtbot, "mark-name")
    press(kiosk, qtbot, "stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    assert focused(kiosk).accessibleIdentifier() == "keep"
    press(kiosk, qtbot, "keep")
    assert focused(kiosk).accessibleIdentifier() == "continue"
    press(kiosk, qtbot, "continue")
    assert kiosk.page == "prompt-2"


def test_every_control_of_a_page_can_be_reached(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    for identifier in ("language", "listen", "text-size", "help", "leave", "record", "mic-ok", "back", "continue"):
        tab_to(kiosk, qtbot, identifier)


def test_a_page_begins_at_its_title_for_who_cannot_see_it(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("start")
    assert focused(kiosk) is kiosk.shell.current.title
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Tab)
    assert focused(kiosk).accessibleIdentifier() in ("back", "continue")


def test_escape_goes_back_and_closes_what_is_open(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("help")
    assert kiosk.page == "how-to"
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Escape)
    assert kiosk.page == "microphone"
    for page in ("age", "own-will", "about"):
        qtbot.keyClick(focused(kiosk), Qt.Key.Key_Escape)
        assert kiosk.page == page


def test_escape_answers_the_question_about_leaving_with_stay(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(500)
    kiosk.press("leave")
    assert focused(kiosk).accessibleIdentifier() == "leave-cancel"
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Escape)
    assert "leave-confirm" not in kiosk.visible()
    assert kiosk.page == "prompt-1"


def test_seeking_by_keys(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(20_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    tab_to(kiosk, qtbot, "play-position")
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Right)
    assert kiosk.shell.current.listening.bar.position_ms == 5_000  # type: ignore[union-attr]


def test_arrows_lead_from_language_to_language_and_choose_none(kiosk: KioskWindow, qtbot: QtBot) -> None:
    codes = list(kiosk.shell.start.languages)
    tab_to(kiosk, qtbot, f"language-{codes[0]}")
    for code in (*codes[1:], codes[0]):
        qtbot.keyClick(focused(kiosk), Qt.Key.Key_Right)
        assert focused(kiosk).accessibleIdentifier() == f"language-{code}"
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Left)
    assert kiosk.shell.languages.words.language == codes[0]
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Space)
    assert kiosk.shell.languages.words.language == codes[-1]
    assert focused(kiosk).accessibleIdentifier() == f"language-{codes[-1]}"


def test_arrows_lead_up_and_down_to_what_stands_there(kiosk: KioskWindow, qtbot: QtBot) -> None:
    first, *others = kiosk.shell.start.languages.values()
    below = next(button for button in others if button.y() > first.y() and button.x() == first.x())
    tab_to(kiosk, qtbot, first.accessibleIdentifier())
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert focused(kiosk) is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert focused(kiosk) is below
    qtbot.keyClick(below, Qt.Key.Key_Up)
    assert focused(kiosk) is first


def test_an_arrow_does_not_close_the_page_of_languages(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("language")
    tab_to(kiosk, qtbot, "language-en")
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Right)
    assert kiosk.page == "language"
    code = focused(kiosk).accessibleIdentifier().removeprefix("language-")
    qtbot.keyClick(focused(kiosk), Qt.Key.Key_Space)
    assert kiosk.page == "start"
    assert kiosk.shell.languages.words.language == code != "en"


def test_what_scrolls_can_be_scrolled_by_keys(qtbot: QtBot) -> None:
    window, words, last = QWidget(), QLabel("\n".join("words" for _ in range(200))), QPushButton("last")
    qtbot.addWidget(window)
    area = Scrolled(words)
    layout = QVBoxLayout(window)
    layout.addWidget(area)
    layout.addWidget(last)
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    down = next_stop(window, None, forward=True)
    assert down is not None
    assert down.accessibleIdentifier() == "scroll-down"
    assert next_stop(window, down, forward=True) is last
    qtbot.keyClick(down, Qt.Key.Key_Space)
    assert area.verticalScrollBar().value() > 0
    up = next_stop(window, last, forward=True)
    assert up is not None
    assert up.accessibleIdentifier() == "scroll-up"
