"""A label that shows exactly the text it is given: never HTML, always wrapped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """`role` chooses the type from the theme: title, display, clock, code, sentence, body, small, strong, good or careful."""

    def __init__(self, role: str = "body", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # A name or a file name with a "<" in it must be shown, not interpreted.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
