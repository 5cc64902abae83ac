"""A person who sees nothing of the screen tells her story: she knows only what was said to her, and has Tab, Enter, Space and an arrow."""

from __future__ import annotations

import pytest
from ear import Ear
from kiosk_window import WITHDRAWAL_CODE, KioskWindow, OpenKiosk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import RESOURCES
from sync.contract.story import IdentityKind, Use, Voice

_MOST_TABS = 40


class Listener:
    """Looks at nothing: presses keys on whatever has the keyboard, and remembers the words since the last key."""

    def __init__(self, kiosk: KioskWindow, ear: Ear, qtbot: QtBot) -> None:
        self._kiosk = kiosk
        self._ear = ear
        self._qtbot = qtbot

    @property
    def heard(self) -> list[str]:
        return self._ear.heard

    def wait_for(self, words: str) -> None:
        """Until it is said."""

        def said() -> None:
            assert words in self._ear.heard

        self._qtbot.waitUntil(said, timeout=20_000)

    def press(self, key: Qt.Key) -> None:
        self._ear.heard.clear()
        QTest.keyClick(self._kiosk.shell.windowHandle(), key)
        QApplication.processEvents()

    def go_to(self, words: str) -> None:
        """Tab after Tab until those words are said."""
        for _ in range(_MOST_TABS):
            self.press(Qt.Key.Key_Tab)
            self._qtbot.waitUntil(lambda: bool(self._ear.heard), timeout=5_000)
            if self._ear.heard[0] == words:
                return
        raise AssertionError(f"nothing on this page says {words!r}")

    def choose(self, words: str) -> None:
        """A card; it has to say that it is chosen now."""
        self.go_to(words)
        self.press(Qt.Key.Key_Space)
        self.wait_for("Chosen")

    def go_on(self, words: str, following: str) -> None:
        """Presses what says `words`, and waits for the page that begins with `following`."""
        self.go_to(words)
        self.press(Qt.Key.Key_Return)
        self.wait_for(following)


@pytest.fixture
def ear() -> Ear:
    return Ear(RESOURCES / "voices", "en")


def test_a_whole_story_by_ear_and_four_keys(open_kiosk: OpenKiosk, qtbot: QtBot, ear: Ear) -> None:
    kiosk = open_kiosk(read_aloud="auto", player=ear)
    assert kiosk.shell.guidance is not None
    pace = kiosk.shell.guidance.pace
    pace.page_ms, pace.gap_ms, pace.least_reading_ms, pace.letter_ms = 30, 1, 30, 0
    kiosk.shell.activateWindow()
    her = Listener(kiosk, ear, qtbot)

    her.press(Qt.Key.Key_Tab)
    her.wait_for("I defend rights")
    her.go_on("Touch to begin", "Before you begin")
    her.wait_for("You can stop at any time. Then nothing is kept.")
    her.wait_for("Continue")
    her.go_on("Continue", "Is it your own wish to tell your story?")
    her.choose("Yes, it is my own wish")
    her.go_on("Continue", "How old are you?")
    her.choose("18 or older")
    her.go_on("Continue", "Can we hear you?")
    her.go_on("I can hear myself", "Continue")
    her.press(Qt.Key.Key_Return)
    her.wait_for("What is your name, and why do you defend rights?")
    tell(her, kiosk, qtbot)
    her.go_on("Continue", "What is the hardest part of what you do?")
    her.go_on("Skip this question", "What keeps inspiring you to defend rights?")
    her.go_on("Skip this question", "Would you like to add photos?")
    her.go_on("Continue", "Which name goes with your story?")
    her.choose("No name")
    her.go_on("Continue", "Did you say your name?")
    her.choose("There is no name in it")
    her.go_on("Continue", "How may people hear you?")
    her.choose("My own voice")
    her.go_on("Continue", "Where may your story be heard?")
    her.choose("On the internet")
    her.choose("In schools and courses")
    her.go_on("Continue", "What would help you?")
    her.go_on("Continue", "Who can hear or read your story when it is published?")
    her.choose("Only the people here")
    her.wait_for("Not only they. When it is published, anyone can hear or read it, for ever.")
    # An arrow among cards of which one is chosen chooses, and so the reply follows without another key.
    her.press(Qt.Key.Key_Right)
    her.wait_for("Anyone, for ever")
    her.wait_for("Yes. Also people who wish you harm. Copies cannot be called back.")
    her.go_on("Continue", "Check everything before you send")
    her.wait_for("Send my story")
    her.go_on("Send my story", "Thank you")
    qtbot.waitUntil(lambda: her.heard.count("Your code") == 1 and len(her.heard) > her.heard.index("Your code") + 16, timeout=20_000)
    code = her.heard[her.heard.index("Your code") + 1 :][:16]
    assert "".join(code) == WITHDRAWAL_CODE

    (sent,) = kiosk.sent
    assert sent.heard_aloud
    assert sent.answers["why"].duration_ms == 3_000
    assert sent.answers["challenge"].skipped
    assert sent.identity is not None
    assert sent.identity.kind is IdentityKind.NONE
    assert sent.voice is Voice.OWN
    assert sent.uses == {Use.ONLINE, Use.EDUCATION}


def tell(her: Listener, kiosk: KioskWindow, qtbot: QtBot) -> None:
    """Record, speak, stop, keep. While she speaks nothing is said to her."""
    her.go_to("Start recording")
    her.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kiosk.recorder.recording, timeout=10_000)
    kiosk.recorder.say(3_000)
    assert her.heard == []
    her.press(Qt.Key.Key_Space)
    her.wait_for("Keep this one")
    her.press(Qt.Key.Key_Return)
    her.wait_for("Your answer is saved on this device.")
