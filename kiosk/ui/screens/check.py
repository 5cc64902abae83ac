"""Everything she gave and chose in one place, each part changeable, and Send."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from kiosk.story.interview import PROMPT_PAGES, STEPS, Page, may_send
from kiosk.story.session import Session
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.summary import heading, summary
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.widgets.audio_bar import AudioBar
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.words import Words
from sync.contract.faults import Fault
from sync.contract.story import Voice


class CheckScreen(Screen):
    """`public_sound(session)` is what an audience would hear, cuts applied: all kept answers one after the other.

    While the story is being saved nothing can be pressed; the window says `show_sending` and, if it failed, `show_send_fault`.
    """

    page = Page.CHECK
    text_id = "check"
    records_consent = True

    send_asked = Signal()
    change_asked = Signal(object)
    """(Page) She wants to change what that page holds."""

    def __init__(self, words: Words, speaker: Speaker, public_sound: Callable[[Session], Sound]) -> None:
        super().__init__(words)
        self._public_sound = public_sound
        self._sending = False
        self.rows = {page: _Row(page) for page in STEPS[:-1]}
        grid = QGridLayout()
        grid.setSpacing(10)
        for number, (page, row) in enumerate(self.rows.items()):
            grid.addWidget(row, number // 2, number % 2)
            row.button.clicked.connect(partial(self.change_asked.emit, page))
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.hear_label = PlainLabel("strong")
        self.bar = AudioBar(speaker, "hear-public")
        hear = QVBoxLayout()
        hear.setSpacing(2)
        hear.addWidget(self.hear_label)
        hear.addWidget(self.bar)
        self.body.addLayout(grid)
        self.body.addLayout(hear)
        self.body.addStretch(1)
        self.continue_.setAccessibleIdentifier("send")
        self.bar.failed.connect(self.show_fault)
        self.bar.playing_changed.connect(self.busy_changed)

    def enter(self, session: Session) -> None:
        self._sending = False
        super().enter(session)
        self.bar.set_sound(self._public_sound(session) if self._anything_to_hear() else None)

    def leave(self) -> None:
        self.bar.set_sound(None)
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        self.bar.retranslate(QCoreApplication.translate("Check", "what the public will hear"))
        for row in self.rows.values():
            row.retranslate()
        self._show_state()

    def refresh(self) -> None:
        super().refresh()
        for row in self.rows.values():
            row.show_session(self.session, self.words)
        self._show_state()

    def can_continue(self) -> bool:
        return may_send(self.session) and not self._sending

    def finish(self) -> None:
        """Send. The window saves, seals and only then moves on."""
        if not self.can_continue():
            return
        self.session.texts[self.text_id] = self.words.texts.text_hash(self.text_id)
        self.changed.emit()
        self.send_asked.emit()

    def show_sending(self) -> None:
        """From Send until the page is left or `show_send_fault`."""
        self.bar.stop()
        self._sending = True
        self.busy_changed.emit(True)
        self.notice.say(QCoreApplication.translate("Check", "Saving your story…"))
        self.refresh()

    def show_send_fault(self, fault: Fault) -> None:
        """The story is still a draft and whole; Send may be pressed again."""
        self._sending = False
        self.busy_changed.emit(False)
        self.show_fault(fault)
        self.refresh()

    def _show_state(self) -> None:
        self.hear_label.setText(self._hear_words())
        self.bar.setVisible(self._anything_to_hear())
        self.bar.setEnabled(not self._sending)
        self.back.setEnabled(not self._sending)
        for row in self.rows.values():
            row.button.setEnabled(not self._sending)
        self.continue_.set_text(QCoreApplication.translate("Check", "Send my story"))

    def _anything_to_hear(self) -> bool:
        return self.session.voice is Voice.OWN and any(answer.has_recording for answer in self.session.answers.values())

    def _hear_words(self) -> str:
        if self._anything_to_hear():
            return QCoreApplication.translate("Check", "Hear what the public will hear")
        if self.session.voice is Voice.READER:
            return QCoreApplication.translate("Check", "The public will not hear your recording. Someone else reads your words.")
        if self.session.voice is Voice.WORDS:
            return QCoreApplication.translate("Check", "The public will hear nothing. They read your words.")
        if self.session.voice is Voice.ARCHIVE:
            return QCoreApplication.translate("Check", "The public will hear nothing. Your story stays in the archive.")
        return QCoreApplication.translate("Check", "There is nothing to hear yet.")


class _Row(QFrame):
    """What one page holds, and the button that leads there."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setProperty("role", "panel")
        self.title = PlainLabel("small")
        self.value = PlainLabel("strong")
        self.button = QuietButton(f"change-{page}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)

    def retranslate(self) -> None:
        title = heading(self._page)
        self.title.setText(title)
        change = QCoreApplication.translate("Check", "Change")
        self.button.set_text(change, f"{change}: {title}")

    def show_session(self, session: Session, words: Words) -> None:
        self.value.setText(summary(self._page, session, words.texts))
        prompt = PROMPT_PAGES.get(self._page)
        missing = prompt is None or not session.answers[prompt].has_recording
        self.value.set_role("body" if missing and prompt else "strong")
