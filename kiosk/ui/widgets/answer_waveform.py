"""A whole answer as a picture to tap on: what was said, where it plays, what is kept, and where names were marked or cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.audio.meter import dbfs
from kiosk.ui import theme
from kiosk.ui.overview import PEAK_MS
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.time_slider import TimeSlider
from kiosk.ui.widgets.waveform import bar_share
from sync.contract.story import Span

_BAR_PX = 5
_PITCH_PX = 8
_EDGE_PX = 14
_FLAG_PX = 18
_KNOB_PX = 16
_LEAST_BAR_PX = 4.0
_MOST_PX = 280  # on a screen that stands upright it would become a wall


class AnswerWaveform(TimeSlider):
    """Widgets that lie on it, such as handles, get their room at both ends by `set_edges`."""

    laid_out = Signal()
    """Moments lie elsewhere in it now."""

    def __init__(self, identifier: str) -> None:
        super().__init__(identifier)
        self._peaks: Sequence[float] = ()
        self._kept = Span(0, 0)
        self._marks: Sequence[Span] = ()
        self._cuts: Sequence[Span] = ()
        self._chosen: Span | None = None
        self._edge_px = _EDGE_PX
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_MOST_PX)

    def set_duration(self, duration_ms: int) -> None:
        super().set_duration(duration_ms)
        self._kept = Span(0, duration_ms)

    def show_peaks(self, peaks: Sequence[float]) -> None:
        """Linear peaks of PEAK_MS each; fewer than the answer is long while it is still being read."""
        self._peaks = peaks
        self.update()

    def show_kept(self, kept: Span) -> None:
        """What lies outside is shown as falling away."""
        self._kept = kept
        self.update()

    def show_names(self, marks: Sequence[Span], cuts: Sequence[Span], chosen: Span | None = None) -> None:
        """A flag for every mark; what is cut as an even tone."""
        self._marks, self._cuts, self._chosen = tuple(marks), tuple(cuts), chosen
        self.update()

    def set_edges(self, edge_px: int | None) -> None:
        """Room left and right of the time line; None for the usual."""
        self._edge_px = _EDGE_PX if edge_px is None else edge_px
        self.laid_out.emit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, TARGET_PX + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid_out.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.laid_out.emit()

    def bars(self) -> list[tuple[int, float]]:
        """(moment in ms, height 0 to 1) of every bar that is painted, in order of time."""
        count = max(1, int(self._span_px()) // _PITCH_PX)
        return [((2 * number + 1) * self.duration_ms // (2 * count), self._share(number, count)) for number in range(count)]

    def _left_px(self) -> float:
        return float(self._edge_px)

    def _span_px(self) -> float:
        return float(max(1, self.width() - 2 * self._edge_px))

    def _share(self, number: int, count: int) -> float:
        first = number * self.duration_ms // count // PEAK_MS
        last = max(first + 1, (number + 1) * self.duration_ms // count // PEAK_MS)
        return bar_share(dbfs(max(self._peaks[first:last], default=0.0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_names(painter)
        self._paint_bars(painter)
        if self.isEnabled() and self.duration_ms:
            self._paint_playhead(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.palette().accent), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        colours = theme.palette()
        tallest, middle = self.height() - 2 * _FLAG_PX, self.height() / 2
        bars = self.bars()
        for number, (moment_ms, share) in enumerate(bars):
            inside = self._kept.start_ms <= moment_ms < self._kept.end_ms
            cut = any(span.start_ms <= moment_ms < span.end_ms for span in self._cuts)
            height = max(_LEAST_BAR_PX, share * tallest)
            if not inside:
                colour = QColor(colours.outline)
                colour.setAlphaF(0.45)
            elif cut:
                colour, height = QColor(colours.muted), _LEAST_BAR_PX * 2
            else:
                colour = QColor(colours.accent if moment_ms < self.position_ms else colours.voice)
            painter.setBrush(colour)
            along = (2 * number + 1) / (2 * len(bars))
            x = self._left_px() + (1 - along if self.mirrored else along) * self._span_px()
            box = QRectF(x - _BAR_PX / 2, middle - height / 2, _BAR_PX, height)
            painter.drawRoundedRect(box, _BAR_PX / 2, _BAR_PX / 2)

    def _paint_names(self, painter: QPainter) -> None:
        colours = theme.palette()
        for mark in self._marks:
            begin, end = sorted((self.x_of(mark.start_ms), self.x_of(mark.end_ms)))
            chosen = mark == self._chosen
            painter.setPen(QPen(QColor(colours.accent), 3) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.notice))
            painter.drawRoundedRect(QRectF(begin, 2, max(4.0, end - begin), self.height() - 4), 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            self._paint_flag(painter, self.x_of(mark.start_ms), cut=any(_within(mark, cut) for cut in self._cuts))

    def _paint_flag(self, painter: QPainter, x: float, *, cut: bool) -> None:
        colours = theme.palette()
        flies = -1 if self.mirrored else 1
        painter.setBrush(QColor(colours.muted if cut else colours.voice_dark))
        painter.drawRect(QRectF(x - 1.5, 2, 3, self.height() - 4))
        corners = (QPointF(x, 3), QPointF(x + flies * _FLAG_PX, 3 + _FLAG_PX * 0.4), QPointF(x, 3 + _FLAG_PX * 0.8))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_playhead(self, painter: QPainter) -> None:
        x = self.x_of(self.position_ms)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette().ink))
        painter.drawRoundedRect(QRectF(x - 1.5, 4, 3, self.height() - 8), 1.5, 1.5)
        painter.drawEllipse(QPointF(x, self.height() - _KNOB_PX / 2 - 2), _KNOB_PX / 2, _KNOB_PX / 2)


def _within(mark: Span, cut: Span) -> bool:
    return cut.start_ms <= mark.start_ms and mark.end_ms <= cut.end_ms
