"""A pause, wanted or not: what was said so far to listen to, and two ways on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.story.session import AnswerDraft
from kiosk.ui.widgets.answer_player import AnswerPlayer, Hearing
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns


class PausedPart(QWidget):
    """Its buttons are `pause` and `stop`, as while recording: going on ends the pause, and that was all ends the take."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self.state = LiveLabel("lead")
        self.bar = AnswerPlayer(hearing)
        self.go_on = QuietButton("pause")
        self.finish = QuietButton("stop")
        self.go_on.set_picture("record")
        self.finish.set_picture("check")
        self.go_on.set_emphasis(True)
        for button in (self.go_on, self.finish):
            button.make_big()
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(22, 14, 22, 14)
        inside.setSpacing(8)
        inside.addWidget(self.bar, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.state)
        # Above what may have to be scrolled to with larger type.
        layout.addWidget(Reflow([in_columns((self.go_on, self.finish), columns) for columns in (2, 1)], 14))
        layout.addWidget(panel, 1)

    def show_so_far(self, answer: AnswerDraft | None) -> None:
        """Its playhead stands at the end, where the answer will go on. None forgets the one before."""
        if answer is None or not self.bar.playing:
            self.bar.show_answer(answer)
            self.bar.go_to(answer.duration_ms if answer is not None else 0)

    def retranslate(self, subject: str) -> None:
        self.bar.retranslate(subject)
        self.go_on.set_text(QCoreApplication.translate("Prompt", "Go on recording"))
        self.finish.set_text(QCoreApplication.translate("Prompt", "That was all"))

    def say(self, state: str, *, ready: bool) -> None:
        """`ready`: it can go on now; while the microphone is being opened it cannot, and nothing may sound. `state` may be empty."""
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.go_on.setEnabled(ready)
        self.bar.setEnabled(ready and self.bar.track.duration_ms > 0)
