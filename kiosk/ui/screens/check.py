"""Everything she gave and chose in one place, each part changeable, and Send."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.story.interview import PROMPT_PAGES, Page, may_send, question_of
from kiosk.story.session import Question, Session
from kiosk.ui.pictures import choice_picture, part_picture
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.summary import heading, summary
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.pictogram import Pictogram
from kiosk.ui.widgets.picture_button import PictureButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Arrangement, Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.faults import Fault
from sync.contract.story import IdentityKind, Voice

# Row, column, rows, columns: what is said in few words stands beside each other.
_PLACES = {
    Page.PROMPT_1: (0, 0, 1, 2),
    Page.PROMPT_2: (0, 2, 1, 2),
    Page.PROMPT_3: (0, 4, 1, 2),
    Page.PHOTOS: (1, 0, 1, 2),
    Page.NAME: (1, 2, 1, 4),
    Page.VOICE: (2, 0, 1, 3),
    Page.HELP: (2, 3, 1, 3),
    Page.USES: (3, 0, 1, 6),
}
_NAME_CHOICES = {IdentityKind.NONE: "none", IdentityKind.OTHER: "other", IdentityKind.OWN: "mine"}


class CheckScreen(Screen):
    """`public_sound(session)` is what an audience would hear, the sound itself that is sent: all kept answers one after the other.

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
        self._speaker = speaker
        self._public_sound = public_sound
        self._sending = False
        self.rows = {page: _Row(page) for page in _PLACES}
        for page, row in self.rows.items():
            row.button.clicked.connect(partial(self.change_asked.emit, page))
        wide: Arrangement = {self.rows[page]: place for page, place in _PLACES.items()}
        grid = Reflow([wide, in_columns(list(self.rows.values()), 1)], 8, most_row_px=104)
        self.hear = QuietButton("hear-public")
        self.nothing_to_hear = PlainLabel("small")
        self.body.addWidget(grid, 100)
        self.body.addStretch(1)
        self.add_to_row(self.hear)
        self.add_stretching_to_row(self.nothing_to_hear)
        self.continue_.setAccessibleIdentifier("send")
        self.hear.clicked.connect(self._hear)
        speaker.started.connect(self._sound_changed)
        speaker.stopped.connect(self._sound_changed)
        speaker.failed.connect(self._sound_failed)

    def enter(self, session: Session) -> None:
        self._sending = False
        super().enter(session)

    def leave(self) -> None:
        self._stop()
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        self.set_heading(text.title, " ".join(text.sentences))
        for row in self.rows.values():
            row.retranslate()
        self.refresh()

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
        self.record_consent()
        self.send_asked.emit()

    def show_sending(self) -> None:
        """From Send until the page is left or `show_send_fault`."""
        self._stop()
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
        anything = self._anything_to_hear()
        playing = self._speaker.is_playing(self)
        self.hear.setVisible(anything)
        self.nothing_to_hear.setVisible(not anything)
        self.nothing_to_hear.setText("" if anything else self._why_nothing())
        self.hear.set_text(
            QCoreApplication.translate("Check", "Stop listening")
            if playing
            else QCoreApplication.translate("Check", "Hear what the public hears")
        )
        self.continue_.set_text(QCoreApplication.translate("Check", "Send my story"))
        self.hear.set_picture("stop" if playing else "play")
        for button in (self.hear, self.back, *(row.button for row in self.rows.values())):
            button.setEnabled(not self._sending)

    def _hear(self) -> None:
        if self._speaker.is_playing(self):
            self._speaker.stop()
        else:
            self._speaker.play(self, self._public_sound(self.session))

    def _stop(self) -> None:
        if self._speaker.is_playing(self):
            self._speaker.stop()

    def _sound_changed(self, owner: object) -> None:
        if owner is self:
            self.busy_changed.emit(self._speaker.is_playing(self))
            self._show_state()

    def _sound_failed(self, owner: object, fault: Fault) -> None:
        if owner is self:
            self.show_fault(fault)

    def _anything_to_hear(self) -> bool:
        heard = self.session.voice is Voice.OWN and question_of(self.session) is Question.PUBLIC
        return heard and any(answer.has_recording for answer in self.session.answers.values())

    def _why_nothing(self) -> str:
        if self.session.voice not in (None, Voice.ARCHIVE) and not self.session.uses:
            return QCoreApplication.translate("Check", "The public will hear nothing. You ticked no place.")
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
        self.picture = Pictogram(48)
        self.button = PictureButton(f"change-{page}", "pencil")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.value)
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(12)
        line.addWidget(self.picture)
        line.addLayout(words, 1)
        line.addWidget(self.button)

    def retranslate(self) -> None:
        title = heading(self._page)
        self.title.setText(title)
        change = QCoreApplication.translate("Check", "Change")
        self.button.set_text(change, f"{change}: {title}")

    def show_session(self, session: Session, words: Words) -> None:
        self.value.setText(summary(self._page, session, words.texts))
        align_leading(self.value)
        self.picture.set_picture(_picture(self._page, session))
        prompt = PROMPT_PAGES.get(self._page)
        missing = prompt is None or not session.answers[prompt].has_recording
        self.value.set_role("body" if missing and prompt else "strong")


def _picture(page: Page, session: Session) -> str:
    """Of what she chose, as it stood on the card; else of what the page is about."""
    if page is Page.VOICE and session.voice is not None:
        return choice_picture("voice", session.voice)
    if page is Page.NAME and session.identity is not None:
        return choice_picture("name", _NAME_CHOICES[session.identity.kind])
    return part_picture(page)
