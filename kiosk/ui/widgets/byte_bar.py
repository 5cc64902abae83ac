"""How much of something long is done: one bar, filled from the side where the language begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kiosk.ui import theme

_THICK_PX = 16
_LEAST_PX = 120
# A bar of Qt's counts to 2**31: bytes are too many.
_PARTS = 1000


class ByteBar(QProgressBar):
    """Its accessible name says what is measured; set it with `setAccessibleName`."""

    def __init__(self, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier(identifier)
        self.setRange(0, _PARTS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, done_bytes: int, total_bytes: int) -> None:
        """Full only when all of it is done."""
        parts = 0 if total_bytes <= 0 else min(_PARTS, _PARTS * done_bytes // total_bytes)
        self.setValue(parts)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_PX, theme.grown(_THICK_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, thick = theme.palette(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(whole, thick / 2, thick / 2)
        if self.value() > 0:
            done = QRectF(whole)
            done.setWidth(max(thick, whole.width() * self.value() / _PARTS))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                done.moveRight(whole.right())
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(done, thick / 2, thick / 2)
        painter.end()
