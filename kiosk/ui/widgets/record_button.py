"""The big red circle that counts down, and becomes a rounded square while it records."""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.palette import Palette
from kiosk.ui.theme import RECORD_PX, grown
from kiosk.ui.widgets.one_press import OnePress

_LEAST_PX = 112
_DISC = 0.365
_MARK = 0.36  # half of the square, and the inner circle's radius, in radii of the disc
_CORNER = 0.26  # of half of the square: it is seen at a glance that it is no circle
_CHANGE_MS = 180
# Levels come 25 times a second; one calm breath takes three seconds.
_BREATH_LEVELS = 75


class RecordButton(OnePress, QAbstractButton):
    """Emits `clicked`; what it stands for now is set by `show_countdown` and `show_recording`.

    Its identifier follows: `record` while a press begins, `record-cancel` while it counts down, `stop` while a press ends a take. A halo
    breathes and swells with the voice; with less motion the halo rests and every change is at once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recording = False
        self._number = 0
        self._loudness = 0.0
        self._levels = 0
        self._squareness = _animation(self, _CHANGE_MS)
        self._ring = _animation(self, 0)
        self._squareness.valueChanged.connect(self.update)
        self._ring.valueChanged.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumSize(grown(RECORD_PX), grown(RECORD_PX))
        self.show_recording(False)

    def show_recording(self, recording: bool) -> None:
        """Also ends a countdown."""
        self._number = 0
        self._ring.stop()
        if recording is not self._recording:
            self._recording = recording
            self._levels = 0
            _go(self._squareness, 0.0 if recording else 1.0, 1.0 if recording else 0.0)
        self.setAccessibleIdentifier("stop" if recording else "record")
        self.show_loudness(0.0)

    def show_countdown(self, number: int, number_ms: int) -> None:
        """The number stands for `number_ms`, while a ring around it closes."""
        self._number = number
        self._ring.setDuration(number_ms)
        _go(self._ring, 0.0, 1.0)
        self.setAccessibleIdentifier("record-cancel")
        self.update()

    def show_loudness(self, loudness: float) -> None:
        """0 to 1, about 25 times a second while it records."""
        self._loudness = loudness
        self._levels += 1
        self.update()

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMaximumSize(grown(RECORD_PX), grown(RECORD_PX))

    def sizeHint(self) -> QSize:
        # Small on purpose: with larger type it gives way before the page scrolls, and stays in sight.
        return QSize(_LEAST_PX, _LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.palette()
        side = min(self.width(), self.height())
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled():
            for share, colour in ((0.5, colours.halo), (0.435, colours.halo_inner)):
                painter.setBrush(QColor(colour))
                painter.drawEllipse(centre, side * share * self._swelling(), side * share * self._swelling())
        radius = side * _DISC
        self._paint_disc(painter, colours, centre, radius)
        if self._number:
            self._paint_number(painter, colours, centre, radius)
        else:
            self._paint_mark(painter, colours, centre, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 4))
            painter.drawEllipse(centre, side / 2 - 3, side / 2 - 3)
        painter.end()

    def _swelling(self) -> float:
        if not self._recording:
            return 1.0
        if theme.look().less_motion:
            return 0.96
        breath = 0.5 - 0.5 * math.cos(2 * math.pi * self._levels / _BREATH_LEVELS)
        return 0.88 + 0.05 * breath + 0.07 * self._loudness

    def _paint_disc(self, painter: QPainter, colours: Palette, centre: QPointF, radius: float) -> None:
        if self._number:
            painter.setBrush(QColor(colours.card))
        elif self.isEnabled():
            gradient = QRadialGradient(centre - QPointF(radius * 0.35, radius * 0.4), radius * 1.6)
            gradient.setColorAt(0, QColor(colours.voice_dark if self.isDown() else colours.voice_light))
            gradient.setColorAt(1, QColor(colours.voice_dark))
            painter.setBrush(gradient)
        else:
            painter.setBrush(QColor(colours.disabled_paper))
        painter.drawEllipse(centre, radius, radius)

    def _paint_mark(self, painter: QPainter, colours: Palette, centre: QPointF, radius: float) -> None:
        """Between a circle and a square with rounded corners."""
        painter.setBrush(QColor(colours.on_colour if self.isEnabled() else colours.disabled_ink))
        half, squareness = radius * _MARK, float(self._squareness.currentValue() or 0.0)
        corner = half + (half * _CORNER - half) * squareness
        painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), corner, corner)

    def _paint_number(self, painter: QPainter, colours: Palette, centre: QPointF, radius: float) -> None:
        closed = float(self._ring.currentValue() or 0.0)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.voice), radius * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        around = -1 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else 1
        painter.drawArc(box, 90 * 16, round(around * 360 * 16 * closed))
        font = QFont(self.font())
        font.setPixelSize(round(radius * 1.05))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.voice_dark))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.setPen(Qt.PenStyle.NoPen)


def _animation(owner: QWidget, duration_ms: int) -> QVariantAnimation:
    made = QVariantAnimation(owner)
    made.setDuration(duration_ms)
    made.setEasingCurve(QEasingCurve.Type.InOutSine if duration_ms else QEasingCurve.Type.Linear)
    made.setStartValue(0.0)
    made.setEndValue(0.0)
    return made


def _go(animation: QVariantAnimation, begin: float, end: float) -> None:
    """With less motion it is at its end at once."""
    animation.stop()
    still = theme.look().less_motion
    animation.setStartValue(end if still else begin)
    animation.setEndValue(end)
    if still:
        animation.setCurrentTime(animation.duration())
    else:
        animation.start()
