"""The story is sealed: the withdrawal code, what happens next, and back to Start by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.errors import StorageFault
from kiosk.story.interview import Page
from kiosk.story.session import Session
from kiosk.ui.joined_sound import Part, joined_sound
from kiosk.ui.pictures import sentence_pictures
from kiosk.ui.screens.base import Screen
from kiosk.ui.sounds import file_sound
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.widgets.audio_bar import AudioBar
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.widgets.reflow import Arrangement, Reflow, in_columns
from kiosk.ui.widgets.sentence_list import SentenceList
from kiosk.ui.words import Words
from sync.contract.withdrawal import spoken_groups

STAY_S = 60
_TICK_MS = 1_000
_QR_PX = 174
_PICTURE_PX = 48
_BETWEEN_DIGITS_MS = 350
_BETWEEN_GROUPS_MS = 1_000


class SentScreen(Screen):
    """The only place where the code ever stands. It is forgotten as soon as the page is left.

    `tick_ms` is a second; tests make it shorter.
    """

    page = Page.SENT
    text_id = "sent"

    def __init__(self, words: Words, speaker: Speaker, tick_ms: int = _TICK_MS) -> None:
        super().__init__(words)
        self._speaker = speaker
        self._code = ""
        self._waiting = False
        self._left_s = STAY_S
        self.back.hide()
        self.continue_.setAccessibleIdentifier("done")
        self.continue_.set_picture("check")
        self.sentences = SentenceList(_PICTURE_PX)
        self.code_label = PlainLabel("small")
        self.code = PlainLabel("code")
        self.code.setAccessibleIdentifier("receipt-code")
        self.code.setWordWrap(False)
        # Digits read left to right in every language.
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.qr = QrCode("receipt-qr", _QR_PX)
        self.bar = AudioBar(speaker, "play-code")
        # How long a spoken code is tells nobody anything, and with large words there is no room for it.
        self.bar.time.hide()
        self.countdown = PlainLabel("small")
        self.countdown.setAccessibleIdentifier("countdown")
        self.more_time = QuietButton("more-time")
        self.body.setSpacing(10)
        self.body.addWidget(self._code_row())
        self.body.addWidget(self.sentences, 1)
        self.add_to_row(self.more_time)
        self.add_stretching_to_row(self.countdown)
        self._timer = QTimer(self)
        self._timer.setInterval(tick_ms)
        self._timer.timeout.connect(self._tick)
        self.more_time.clicked.connect(self._stay)
        self.bar.playing_changed.connect(self._hear)
        self.bar.failed.connect(self.show_fault)

    def _code_row(self) -> Reflow:
        panel = QFrame()
        panel.setProperty("role", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(4)
        column.addWidget(self.code_label)
        column.addWidget(self.code)
        column.addStretch(1)
        column.addWidget(self.bar)
        beside: Arrangement = {panel: (0, 0, 1, 3), self.qr: (0, 3, 1, 1)}
        return Reflow([beside, in_columns([panel, self.qr], 1)], 14)

    def show_sent(self, code: str, waiting_for_internet: bool) -> None:
        """To be called once, right before the page is entered. `code` is the withdrawal code's 16 digits."""
        self._code = code
        self._waiting = waiting_for_internet
        self.code.setText(spoken_groups(code))
        self.code.setAccessibleName(" ".join(spoken_groups(code)))
        self.qr.show_text(code)

    def enter(self, session: Session) -> None:
        super().enter(session)
        self.bar.set_sound(self._spoken_code())
        self.bar.setVisible(self.bar.isEnabled())
        self._stay()
        self._timer.start()

    def leave(self) -> None:
        self._timer.stop()
        self.bar.set_sound(None)
        self._code = ""
        self.code.clear()
        self.code.setAccessibleName("")
        self.qr.show_text("")
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        self.set_heading(text.title, text.sentences[0])
        self.sentences.set_sentences([*text.sentences[1:-1], self._next_step()], sentence_pictures(self.text_id))
        self.code_label.setText(QCoreApplication.translate("Sent", "Your code"))
        self.qr.setAccessibleName(QCoreApplication.translate("Sent", "The same code as a picture for a phone"))
        align_leading(self.code)
        self.bar.retranslate(QCoreApplication.translate("Sent", "your code"))
        self.more_time.set_text(QCoreApplication.translate("Sent", "Stay longer"))
        self.continue_.set_text(QCoreApplication.translate("Sent", "Done"))
        self._show_countdown()

    def _next_step(self) -> str:
        if self._waiting:
            # The general sentence, which is true at any time: it waits, and goes by itself.
            return self.text().sentences[-1]
        return QCoreApplication.translate("Sent", "Your story is on its way to the archive.")

    def _spoken_code(self) -> Sound | None:
        """None where a digit has no voice, or one that cannot be read: then the code is there to be seen."""
        parts: list[Part] = []
        for place, digit in enumerate(self._code):
            clips = self.words.clips(digit)
            if not clips:
                return None
            pause_ms = _BETWEEN_GROUPS_MS if place and place % 4 == 0 else _BETWEEN_DIGITS_MS
            try:
                parts.append((pause_ms, file_sound(clips[0])))
            except StorageFault:
                return None
        return joined_sound(parts) if parts else None

    def _stay(self) -> None:
        self._left_s = STAY_S
        self._show_countdown()

    def _hear(self, playing: bool) -> None:
        self.busy_changed.emit(playing)
        self._stay()

    def _tick(self) -> None:
        if self._speaker.playing:
            return
        self._left_s -= 1
        if self._left_s <= 0:
            self._timer.stop()
            self.finish()
        else:
            self._show_countdown()

    def _show_countdown(self) -> None:
        self.countdown.setText(QCoreApplication.translate("Sent", "This page closes by itself in %n second(s).", "", self._left_s))
