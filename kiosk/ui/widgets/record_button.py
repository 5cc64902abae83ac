"""The big red circle that becomes a rounded square while it records."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import RECORD_PX

_LEAST_PX = 112
_RINGS = ((0.5, theme.BLUSH), (0.435, "#e4bdb2"))


class RecordButton(QAbstractButton):
    """Emits `clicked`; what it stands for now is set by `show_recording`. A halo swells with the voice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recording = False
        self._loudness = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumSize(RECORD_PX, RECORD_PX)
        self.setAccessibleIdentifier("record")

    def show_recording(self, recording: bool) -> None:
        """The identifier follows: `record` while a press begins, `stop` while a press ends a take."""
        self._recording = recording
        self.setAccessibleIdentifier("stop" if recording else "record")
        self.show_loudness(0.0)

    def show_loudness(self, loudness: float) -> None:
        """0 to 1."""
        self._loudness = loudness
        self.update()

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)

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
        side = min(self.width(), self.height())
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled():
            for share, colour in _RINGS:
                painter.setBrush(QColor(colour))
                grown = share if not self._recording else share * (0.88 + 0.12 * self._loudness)
                painter.drawEllipse(centre, side * grown, side * grown)
        radius = side * 0.365
        if self.isEnabled():
            gradient = QRadialGradient(centre - QPointF(radius * 0.35, radius * 0.4), radius * 1.6)
            gradient.setColorAt(0, QColor(theme.TERRACOTTA_DARK if self.isDown() else theme.TERRACOTTA_LIGHT))
            gradient.setColorAt(1, QColor(theme.TERRACOTTA_DARK))
            painter.setBrush(gradient)
        else:
            painter.setBrush(QColor(theme.DISABLED_PAPER))
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(QColor("white" if self.isEnabled() else theme.DISABLED_INK))
        if self._recording:
            half = radius * 0.34
            painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), 9, 9)
        else:
            painter.drawEllipse(centre, radius * 0.34, radius * 0.34)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.INK), 4))
            painter.drawEllipse(centre, side / 2 - 3, side / 2 - 3)
        painter.end()
