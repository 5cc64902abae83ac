"""A handle on an answer's waveform: drag it, or move it by keys, to where the answer shall begin or end.

It stands outside of what is kept, so that the two never lie over each other. What it does can also be done by buttons.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen

from kiosk.story.edits import STEP_MS
from kiosk.ui import theme
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.answer_waveform import AnswerWaveform
from kiosk.ui.widgets.time_slider import TimeSlider

HANDLE_PX = TARGET_PX
_GRIP_PX = 44
_LINE_PX = 5


class TrimHandle(TimeSlider):
    """Tells by `sought` where it was moved to; whoever owns it says by `place` where it may stand."""

    def __init__(self, identifier: str, wave: AnswerWaveform, *, begins: bool) -> None:
        super().__init__(identifier, STEP_MS, wave)
        self._wave = wave
        self._begins = begins
        self._grabbed_px = 0.0

    def place(self, position_ms: int) -> None:
        self.set_position(position_ms)
        x = self._wave.x_of(position_ms)
        left = x - HANDLE_PX if self._stands_left else x
        self.setGeometry(round(left), 0, HANDLE_PX, self._wave.height())

    @property
    def _stands_left(self) -> bool:
        """On the left of its moment: the beginning where lines run to the right, the end where they run to the left."""
        return self._begins is not self.mirrored

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.held = True
        # It does not jump under the finger that takes it.
        self._grabbed_px = self.mapTo(self._wave, event.position()).x() - self._wave.x_of(self.position_ms)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.seek(self._wave.ms_at(self.mapTo(self._wave, event.position()).x() - self._grabbed_px))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = theme.palette()
        edge = self.width() - _LINE_PX if self._stands_left else 0
        grip = QPointF(self.width() - _GRIP_PX / 2 if self._stands_left else _GRIP_PX / 2, self.height() / 2)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(edge, 0, _LINE_PX, self.height()), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), colours.focus_px))
        painter.drawEllipse(grip, _GRIP_PX / 2 - 2, _GRIP_PX / 2 - 2)
        painter.setPen(QPen(QColor(colours.on_colour), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # An angle that opens towards what is kept, as a bracket does.
        points = 1 if self._stands_left else -1
        painter.drawPolyline([grip + QPointF(-4 * points, -8), grip + QPointF(4 * points, 0), grip + QPointF(-4 * points, 8)])
        painter.end()
