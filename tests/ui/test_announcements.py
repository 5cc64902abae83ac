"""What a screen reader is told without being asked: each change of state, once, in the words that are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from whole_walk import pages

from kiosk.ui.announce import announce
from kiosk.ui.idle import COUNTDOWN_S
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.live_label import LiveLabel

Said = list[tuple[str, bool]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """(words, at once) of every announcement, in order, on their way from here to the system."""
    heard: Said = []

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness() is QAccessible.AnnouncementPoliteness.Assertive))

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return heard


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, photo_folder: Path) -> KioskWindow:
    return open_kiosk(photo_folder=photo_folder)


def words(said: Said) -> list[str]:
    return [sentence for sentence, _ in said]


def test_an_announcement_carries_words_and_how_urgent_they_are(said: Said, qtbot: QtBot) -> None:
    label = QLabel("seen")
    qtbot.addWidget(label)
    announce(label, "Slowly")
    announce(label, "Now", at_once=True)
    announce(label, "")
    assert said == [("Slowly", False), ("Now", True)]


def test_a_live_label_says_each_change_once_and_only_in_sight(said: Said, qtbot: QtBot) -> None:
    label = LiveLabel("body", "before anyone looks")
    qtbot.addWidget(label)
    label.setText("ready")
    assert said == []
    label.show()
    label.setText("ready")
    label.setText("going")
    label.hide()
    label.setText("unseen")
    label.setText("going")
    label.show()
    assert words(said) == ["ready", "going", "going"]


def test_a_recording_says_that_it_paused_ended_and_is_kept_but_nothing_into_itself(kiosk: KioskWindow, qtbot: QtBot, said: Said) -> None:
    expected = {
        "prompt-1 paused": "Paused. Nothing is recorded now.",
        "prompt-1 reviewing": "Listen to it. Then keep it, or record again.",
        "prompt-1 kept": "Your answer is saved on this device.",
    }
    for name in pages(kiosk, qtbot):
        if name == "prompt-1 recording":
            assert said == []
        if name in expected:
            assert words(said).count(expected[name]) == 1, (name, said)
        said.clear()
        if name == "prompt-1 kept":
            return


def test_a_fault_interrupts(kiosk: KioskWindow, qtbot: QtBot, said: Said) -> None:
    for name in pages(kiosk, qtbot):
        if name == "prompt-1 recording":
            said.clear()
            kiosk.recorder.lose_microphone()
            qtbot.waitUntil(lambda: any(at_once for _, at_once in said))
            notice = kiosk.shell.current
            assert isinstance(notice, Screen)
            assert (notice.notice.sentence, True) in said
            return


def test_each_new_page_is_said_by_focus_or_by_words(kiosk: KioskWindow, qtbot: QtBot, said: Said) -> None:
    """A screen reader says what gets the focus; where that is no title, the title is announced, and never both."""
    last = kiosk.shell.current
    for name in pages(kiosk, qtbot):
        page = kiosk.shell.current
        if page is not last:
            focused = QApplication.focusWidget() is page.title
            assert focused is not (page.accessibleName() in words(said)), (name, said)
        last = page
        said.clear()


def test_the_time_that_is_left_is_said_now_and_then(kiosk: KioskWindow, qtbot: QtBot, said: Said) -> None:
    kiosk.press("start")
    said.clear()
    watch, page = kiosk.shell.absence.watch, kiosk.shell.absence.page
    idle_s = kiosk.config.idle_minutes * 60
    kiosk.now_s += idle_s
    for _ in range(2 * COUNTDOWN_S - 2):
        watch.look()
        kiosk.now_s += 0.5
    title, sentence = page.title.text(), page.sentence.text()
    assert said == [(f"{title} {sentence}", True), (f"{title} 30", True), (f"{title} 10", True)]
    watch.touch()
