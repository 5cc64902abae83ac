"""Staff who record the voice of the pages, in a real window."""

from __future__ import annotations

from pathlib import Path

from kiosk_window import PIN, KioskWindow
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.story.voices import voice_key
from kiosk.ui.staff.voice_taker import Taking
from kiosk.ui.staff.voices_page import VoicesPage


class Booth:
    """Opens the page with the PIN; `language` is the one that is recorded."""

    def __init__(self, kiosk: KioskWindow, qtbot: QtBot, language: str = "en") -> None:
        self.kiosk = kiosk
        self._qtbot = qtbot
        self.language = language
        kiosk.shell.open_staff()
        self.settle()
        for digit in PIN:
            kiosk.press(f"pin-{digit}")
        kiosk.press("pin-enter")
        self.settle()
        kiosk.press("door-voices")
        self.settle()
        self.own = kiosk.config.own_voices / language

    @property
    def page(self) -> VoicesPage:
        pages = self.kiosk.shell.staff_door.pages
        assert pages is not None
        return pages.voices

    @property
    def words(self) -> str:
        return self.page.studio.spoken

    @property
    def state(self) -> Taking:
        return self.page.studio.taker.state

    @property
    def focus(self) -> str:
        focused = QApplication.focusWidget()
        return focused.accessibleIdentifier() if focused is not None else ""

    def settle(self) -> None:
        # What the recorder says arrives as an event, and may begin work in the background.
        for _ in range(3):
            QApplication.processEvents()
            self._qtbot.waitUntil(lambda: not self.kiosk.shell.tasks.busy)

    def press(self, *identifiers: str) -> None:
        for identifier in identifiers:
            self.kiosk.press(identifier)
            self.settle()

    def key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        self.settle()

    def to_list(self) -> None:
        self.press(f"voice-language-{self.language}")

    def to_first(self) -> None:
        """The studio, at the first question."""
        self.to_list()
        self.key(Qt.Key.Key_Return)

    def take(self, duration_ms: int = 2_000) -> None:
        self.press("voice-record")
        self.kiosk.recorder.say(duration_ms)
        self.press("voice-stop")

    def clip_of(self, words: str) -> Path:
        return self.own / f"{voice_key(words)}.opus"

    def heard_in_the_walk(self, words: str) -> list[Path] | None:
        return self.kiosk.shell.languages.words.clips(words, self.language)
