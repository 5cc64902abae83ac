"""How loud the microphone hears now, as a row of blocks, with the zone in which a voice is well heard marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.pace import Pace
from kiosk.ui.widgets.waveform import bar_share

WELL_HEARD_DBFS = -38.0
_LOUD_DBFS = -8.0
_BLOCKS = 24
_GAP_PX = 6
_ROUNDNESS = 0.3
_MOST_CORNER_PX = 10.0


class LevelMeter(QProgressBar):
    """`show_level` sets it; it holds no timer. What it shows is also said in words beside it.

    A progress bar for who asks what it is; its value is the number of blocks that are lit.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._too_loud = False
        self._pace = Pace()
        self._most_px = 0
        self.setRange(0, _BLOCKS)
        self.setValue(0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleIdentifier("level")

    def make_big(self, most_px: int) -> None:
        """For a page that is about it: as high as there is room, up to that height in a window of the usual size."""
        self._most_px = most_px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme.grown(most_px))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._most_px:
            self.setMaximumHeight(theme.grown(self._most_px))

    def show_level(self, level_dbfs: float, *, too_loud: bool) -> None:
        if self._pace.due():
            self._share = bar_share(level_dbfs)
            self._too_loud = too_loud
            self.setValue(round(self._share * _BLOCKS))
            self.update()

    def show_nothing(self) -> None:
        """There is no microphone: at once, whatever the pace."""
        self._share, self._too_loud = 0.0, False
        self.setValue(0)
        self.update()

    @property
    def shown(self) -> float:
        """0 to 1. With less motion it lags behind what was said last."""
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(theme.grown(480), theme.grown(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - (_BLOCKS - 1) * _GAP_PX) / _BLOCKS
        lit, corner = self.value(), min(width * _ROUNDNESS, _MOST_CORNER_PX)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        colours = theme.palette()
        on = colours.voice if self._too_loud else colours.accent
        for number in range(_BLOCKS):
            left = number * (width + _GAP_PX)
            if mirrored:
                left = self.width() - left - width
            # Blocks grow towards the loud end, so that the picture speaks without colour too.
            height = self.height() * (0.45 + 0.55 * number / (_BLOCKS - 1))
            painter.setBrush(QColor(on if number < lit else colours.line))
            painter.drawRoundedRect(QRectF(left, (self.height() - height) / 2, width, height), corner, corner)
        self._paint_zone(painter)
        painter.end()

    def _paint_zone(self, painter: QPainter) -> None:
        """A line under the blocks among which a voice that is well heard moves."""
        begin, end = (self.width() * bar_share(level) for level in (WELL_HEARD_DBFS, _LOUD_DBFS))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            begin, end = self.width() - end, self.width() - begin
        painter.setBrush(QColor(theme.palette().accent))
        painter.drawRoundedRect(QRectF(begin, self.height() - 5, end - begin, 4), 2, 2)
