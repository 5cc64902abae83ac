"""Asks once more, on the same page, before something recorded is deleted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.words import Words


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
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.title)
        text.addWidget(self.sentence)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 4, 18, 4)
        layout.setSpacing(14)
        layout.addLayout(text, 1)
        layout.addWidget(self.confirm)
        layout.addWidget(self.cancel)
        self.confirm.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    def retranslate(self) -> None:
        text = self._words.texts.page("leave")
        self.title.setText(text.title)
        self.sentence.setText(" ".join(text.sentences))
        self.setAccessibleName(text.title)
        self.confirm.set_text(QCoreApplication.translate("Leave", "Delete and leave"))
        self.cancel.set_text(QCoreApplication.translate("Leave", "Stay"))
