"""What the microphone heard in the last moments: bars that move, the newest at the edge where the language's lines end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.pace import Pace

_BAR_PX = 7
_PITCH_PX = 10
_QUIETEST_DBFS = -54.0
_MOST_BARS = 400


def bar_share(level_dbfs: float) -> float:
    """Height of a bar, 0 to 1: linear in decibels, so that a quiet voice still moves it."""
    return min(1.0, max(0.0, 1 - level_dbfs / _QUIETEST_DBFS))


class Waveform(QWidget):
    """Decoration for the eye: the words about the level stand beside it. Painted in one pass, no timer of its own."""

    accessible_role = "graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: deque[float] = deque(maxlen=_MOST_BARS)
        self._shown: tuple[float, ...] = ()
        self._moving = False
        self._pace = Pace()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleIdentifier("waveform")

    def add(self, levels_dbfs: Iterable[float]) -> None:
        """New bars, the oldest of them first."""
        self._bars.extend(bar_share(level) for level in levels_dbfs)
        if self._pace.due():
            self._show()

    def clear(self) -> None:
        self._bars.clear()
        self._show()

    @property
    def shown(self) -> tuple[float, ...]:
        """Heights of the bars, the oldest first. With less motion they lag behind what was added."""
        return self._shown

    def _show(self) -> None:
        self._shown = tuple(self._bars)
        self.update()

    def set_moving(self, moving: bool) -> None:
        """Full colour while sound is being kept; grey while it is not."""
        if moving is not self._moving:
            self._moving = moving
            self.update()

    def sizeHint(self) -> QSize:
        # Small on purpose: it takes what a page has left, and must never make one scroll.
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        places = max(1, self.width() // _PITCH_PX)
        bars = self._shown[-places:]
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        middle, tallest = self.height() / 2, self.height() - 4
        colour = QColor(theme.palette().voice if self._moving else theme.palette().outline)
        for place in range(places):
            index = place - (places - len(bars))
            share = bars[index] if index >= 0 else 0.0
            left = place * _PITCH_PX
            if mirrored:
                left = self.width() - left - _BAR_PX
            height = max(4.0, share * tallest)
            # Older sound fades towards where the line begins.
            colour.setAlphaF(0.25 + 0.75 * (place + 1) / places)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, middle - height / 2, _BAR_PX, height), _BAR_PX / 2, min(_BAR_PX, height) / 2)
        painter.end()
