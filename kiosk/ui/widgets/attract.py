"""A calm picture for a booth where nobody sits: bars of a voice that slowly rise and fall."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme

_BAR_PX = 8
_PITCH_PX = 14
_FRAME_MS = 80
_TURN_FRAMES = 150  # 12 s for a whole wave: nothing flickers, nothing hurries


class Attract(QWidget):
    """Moves only while it is seen, and not at all for who wants less motion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._advance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        # Small on purpose: it takes what a page has left, and must never make one scroll.
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 60)

    def showEvent(self, event: QShowEvent) -> None:
        self._move_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._move_or_rest()

    def _move_or_rest(self) -> None:
        if self.isVisible() and not theme.look().less_motion:
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def moving(self) -> bool:
        return self._timer.isActive()

    def _advance(self) -> None:
        self._frame = (self._frame + 1) % (_TURN_FRAMES * 5)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bars = self.width() // _PITCH_PX
        start = (self.width() - bars * _PITCH_PX + _PITCH_PX - _BAR_PX) / 2
        turn = 2 * math.pi * self._frame / _TURN_FRAMES
        colour = QColor(theme.palette().voice)
        for number in range(bars):
            across = number / max(1, bars - 1)
            swell = math.sin(math.pi * across) ** 1.5
            voice = 0.55 + 0.25 * math.sin(number * 0.9 + turn) + 0.2 * math.sin(number * 0.37 - turn * 0.6)
            height = max(6.0, swell * voice * (self.height() - 6))
            colour.setAlphaF(0.3 + 0.6 * swell)
            painter.setBrush(colour)
            area = QRectF(start + number * _PITCH_PX, (self.height() - height) / 2, _BAR_PX, height)
            painter.drawRoundedRect(area, _BAR_PX / 2, _BAR_PX / 2)
        painter.end()
