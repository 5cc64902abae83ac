"""What was recorded: to listen to, to trim, and to cut names out of. One of these at a time."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.story.session import AnswerDraft
from kiosk.ui.screens.names_part import NamesPart
from kiosk.ui.screens.trim_part import TrimPart
from kiosk.ui.widgets.advice_list import Advice, AdviceList
from kiosk.ui.widgets.answer_player import AnswerPlayer, Hearing
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns


class Mode(Enum):
    LISTENING = auto()
    TRIMMING = auto()
    CUTTING = auto()


class ListeningPart(QWidget):
    """Edits the answer that it shows. Whoever owns it offers a way back from trimming and cutting: `close_mode`."""

    edited = Signal()
    mode_changed = Signal()

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self.mode = Mode.LISTENING
        self._answer: AnswerDraft | None = None
        self.state = LiveLabel("good")
        self.bar = AnswerPlayer(hearing)
        self.trim = QuietButton("trim")
        self.cut = QuietButton("cut")
        self.trim.set_picture("trim")
        self.cut.set_picture("cut")
        self.trimming = TrimPart(self.bar)
        self.names = NamesPart(self.bar)
        self.names.close_it()
        self.advice = AdviceList()
        self._tools = Reflow([in_columns((self.trim, self.cut), columns) for columns in (2, 1)], 10)
        self._lay_out()
        self.trim.clicked.connect(lambda: self._open(Mode.TRIMMING))
        self.cut.clicked.connect(lambda: self._open(Mode.CUTTING))
        self.trimming.edited.connect(self.edited)
        self.names.edited.connect(self.edited)

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(22, 14, 22, 14)
        inside.setSpacing(8)
        inside.addWidget(self.state)
        inside.addWidget(self.bar, 1)
        for part in (self._tools, self.trimming, self.names):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.advice)
        layout.addWidget(panel, 1)

    def show_answer(self, answer: AnswerDraft | None) -> None:
        """From the beginning, to listen to. None forgets everything of the one before."""
        self._answer = answer
        self.close_mode()
        self.bar.show_answer(answer)

    def close_mode(self) -> None:
        """Back to listening; what was trimmed and cut stays."""
        self.bar.stop()
        self.trimming.close_it()
        self.names.close_it()
        self.bar.show_edits()
        self._tools.show()
        self._set_mode(Mode.LISTENING)

    @property
    def title(self) -> str:
        """Of what is being done to the answer; empty while it is only listened to."""
        return {Mode.LISTENING: "", Mode.TRIMMING: self.trim.accessibleName(), Mode.CUTTING: self.cut.accessibleName()}[self.mode]

    def retranslate(self, subject: str) -> None:
        self.bar.retranslate(subject)
        self.trim.set_text(QCoreApplication.translate("Trim", "Trim"))
        cut = QCoreApplication.translate("Names", "Cut a name out")
        self.cut.set_text(cut)
        self.trimming.retranslate()
        self.names.retranslate(cut)

    def say(self, state: str, advice: Sequence[Advice] = ()) -> None:
        """`state` on what is recorded, `advice` on what is wrong with it; neither is in the way while something is edited."""
        self.state.setText(state)
        self.state.setVisible(self.mode is Mode.LISTENING)
        self.advice.set_advice(advice if self.mode is Mode.LISTENING else ())

    def _open(self, mode: Mode) -> None:
        if self._answer is None:
            return
        self.bar.stop()
        self._tools.hide()
        part = self.trimming if mode is Mode.TRIMMING else self.names
        part.open_for(self._answer)
        self._set_mode(mode)
        self.bar.button.setFocus()

    def _set_mode(self, mode: Mode) -> None:
        if mode is not self.mode:
            self.mode = mode
            self.mode_changed.emit()
