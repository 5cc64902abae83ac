"""How far she has come: one dash per step, filled from the side where the language begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kiosk.ui import theme

_DASH_PX = 30
_LEAST_DASH_PX = 8
_GAP_PX = 8
_THICK_PX = 8


class StepBar(QProgressBar):
    """Shows; cannot be pressed. Empty before the first step."""

    def __init__(self, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._reached = 0
        self.setRange(0, steps)
        self.setTextVisible(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setAccessibleIdentifier("steps")

    def show_step(self, reached: int, spoken: str) -> None:
        """`reached` counts from 1, 0 is none; `spoken` says the same in words."""
        self._reached = reached
        self.setValue(reached)
        self.setAccessibleName(spoken)
        # Before the first step there is nothing to tell, not even "none of nine".
        self.setVisible(bool(reached))
        self.update()

    def spoken_words(self) -> tuple[str, ...]:
        return (self.accessibleName(),)

    def sizeHint(self) -> QSize:
        return QSize(self._steps * theme.grown(_DASH_PX) + (self._steps - 1) * _GAP_PX, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._steps * _LEAST_DASH_PX + (self._steps - 1) * _GAP_PX, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._reached == 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dash = min(theme.grown(_DASH_PX), (self.width() - (self._steps - 1) * _GAP_PX) / self._steps)
        top = (self.height() - _THICK_PX) / 2
        colours = theme.palette()
        for number in range(self._steps):
            left = number * (dash + _GAP_PX)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - dash
            painter.setBrush(QColor(colours.accent if number < self._reached else colours.line))
            painter.drawRoundedRect(QRectF(left, top, dash, _THICK_PX), _THICK_PX / 2, _THICK_PX / 2)
        painter.end()
