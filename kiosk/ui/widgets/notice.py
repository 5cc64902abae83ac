"""A calm banner with one sentence: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosk.ui.announce import announce
from kiosk.ui.widgets.plain_label import PlainLabel


class Notice(QFrame):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAccessibleIdentifier("notice")
        self._label = PlainLabel("strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 10)
        layout.addWidget(self._label)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._label.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence, at_once=True)

    def clear(self) -> None:
        self.hide()
        self._label.clear()
        self.setAccessibleName("")
