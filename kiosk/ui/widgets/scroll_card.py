"""The card on which a page stands. With larger type or a longer language its content scrolls; what stands above it stays."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollCard(QFrame):
    """`above` never scrolls, `content` does. Its smallest size is small whatever is on it, so that a page always fits the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = QWidget()
        inside.setProperty("role", "body")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(8)
        self.scroll_area = _Scrolled()
        self.scroll_area.setWidget(inside)
        self.above = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(36, 18, 36, 16)
        layout.setSpacing(8)
        layout.addLayout(self.above)
        layout.addWidget(self.scroll_area, 1)


class _Scrolled(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)
