"""One size of text to choose by its look: a letter as large as the words would become."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.heeds_toggling import HeedsToggling
from kiosk.ui.widgets.one_press import OnePress

_HEIGHT_PX = 124
_LEAST_PX = 96
# Drawn larger than the words are, so that four letters differ at a glance.
_ENLARGED = 1.6


class SizeButton(OnePress, HeedsToggling, QAbstractButton):
    """Checkable. Its letter keeps its size whatever is chosen now; its identifier counts from 1."""

    def __init__(self, size: TextSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_of_text = size
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleIdentifier(f"size-{size + 1}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST_PX, theme.grown(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, theme.grown(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, chosen = theme.palette(), self.isChecked()
        edge = colours.edge_px + (1.0 if chosen else 0.0)
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.outline), edge))
        painter.setBrush(QColor(colours.panel if chosen or self.isDown() else colours.card))
        painter.drawRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_PX + 1, theme.RADIUS_PX + 1)
        letter = theme.font("title", self.size_of_text, bold=True)
        letter.setPixelSize(round(letter.pixelSize() * _ENLARGED))
        painter.setFont(letter)
        painter.setPen(QColor(colours.accent if chosen else colours.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "A")
        if chosen:
            # Not by colour alone.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(box.center().x() - 26, box.bottom() - 16, 52, 7), 3.5, 3.5)
        painter.end()
