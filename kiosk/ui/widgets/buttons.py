"""The three kinds of text button. Each is at least 64 px high and carries a stable identifier."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kiosk.ui.theme import TARGET_PX


class TextButton(QPushButton):
    """`identifier` is the language-independent name by which tests and helpers outside the process find it."""

    role = "quiet"

    def __init__(self, identifier: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", self.role)
        self.setAccessibleIdentifier(identifier)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)

    def set_text(self, text: str, spoken: str | None = None) -> None:
        """`spoken` is the accessible name where it says more than the label does."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(spoken or text)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(TARGET_PX, TARGET_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class PrimaryButton(TextButton):
    """The one way on: at most one on a page."""

    role = "primary"


class QuietButton(TextButton):
    """Everything else one can do on a page."""


class LinkButton(TextButton):
    """The fixed row at the top."""

    role = "link"
