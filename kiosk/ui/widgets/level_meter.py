"""How loud the microphone hears now, as a row of blocks, with the zone in which a voice is well heard marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.waveform import bar_share

_BLOCKS = 24
_GAP_PX = 6


class LevelMeter(QWidget):
    """`show_level` sets it; it holds no timer. What it shows is also said in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._too_loud = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleIdentifier("level")

    def show_level(self, level_dbfs: float, *, too_loud: bool) -> None:
        self._share = bar_share(level_dbfs)
        self._too_loud = too_loud
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 72)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - (_BLOCKS - 1) * _GAP_PX) / _BLOCKS
        lit = round(self._share * _BLOCKS)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number in range(_BLOCKS):
            left = number * (width + _GAP_PX)
            if mirrored:
                left = self.width() - left - width
            # Blocks grow towards the loud end, so that the picture speaks without colour too.
            height = self.height() * (0.45 + 0.55 * number / (_BLOCKS - 1))
            on = theme.TERRACOTTA if self._too_loud else theme.TEAL
            painter.setBrush(QColor(on if number < lit else theme.LINE))
            painter.drawRoundedRect(QRectF(left, (self.height() - height) / 2, width, height), 6, 6)
        painter.end()
