"""Asks once more, on the same page, before something recorded is deleted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.words import Words

# Of the width; with longer words they stand below the question.
_MOST_FOR_BUTTONS = 0.6


class LeavePanel(QFrame):
    """Hidden until it has something to ask."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setProperty("role", "notice")
        self.setAccessibleIdentifier("leave-question")
        self.title = PlainLabel("strong")
        self.sentence = PlainLabel("body")
        self.confirm = QuietButton("leave-confirm")
        self.cancel = PrimaryButton("leave-cancel")
        self.confirm.set_picture("bin")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.title)
        text.addWidget(self.sentence)
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(14)
        self._layout.addLayout(text, 1)
        self._layout.addLayout(buttons)
        self.confirm.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons_px = self.confirm.sizeHint().width() + self.cancel.sizeHint().width()
        beside = buttons_px <= _MOST_FOR_BUTTONS * self.width()
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def retranslate(self) -> None:
        text = self._words.texts.page("leave")
        self.title.setText(text.title)
        self.sentence.setText(" ".join(text.sentences))
        self.setAccessibleName(text.title)
        self.confirm.set_text(QCoreApplication.translate("Leave", "Delete and leave"))
        self.cancel.set_text(QCoreApplication.translate("Leave", "Stay"))
