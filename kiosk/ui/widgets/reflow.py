"""A grid that stands in fewer columns when its widgets would not fit side by side: larger type, longer languages, narrow windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from kiosk.ui.widgets.choice_card import ChoiceCard

# Beside its text a card has its mark and its padding.
_CARD_FRAME_PX = 84

# Row, column, rows, columns, as in QGridLayout.
Place = tuple[int, int, int, int]
Arrangement = dict[QWidget, Place]


def in_columns(widgets: Sequence[QWidget], columns: int) -> Arrangement:
    """Row by row, each widget one column wide."""
    return {widget: (number // columns, number % columns, 1, 1) for number, widget in enumerate(widgets)}


class Reflow(QWidget):
    """Takes the first of `arrangements` (widest first) whose widgets fit in equal columns; the last one in any case."""

    def __init__(self, arrangements: Sequence[Arrangement], spacing_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangements = arrangements
        self._spacing_px = spacing_px
        self._chosen = -1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing_px)
        # Otherwise the widest arrangement would demand its own width and so never give way.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._take(0)

    @property
    def columns(self) -> int:
        """How many there are now."""
        return _columns(self._arrangements[self._chosen])

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed_px(self._arrangements[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._choose()
        return handled

    def _choose(self) -> None:
        last = len(self._arrangements) - 1
        fitting = (number for number, made in enumerate(self._arrangements) if self._needed_px(made) <= self.width())
        self._take(next(fitting, last))

    def _take(self, number: int) -> None:
        if number == self._chosen:
            return
        self._chosen = number
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for widget, (row, column, rows, columns) in self._arrangements[number].items():
            self._grid.addWidget(widget, row, column, rows, columns)
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()

    def _needed_px(self, arrangement: Arrangement) -> int:
        columns = _columns(arrangement)
        column_px = max((_narrowest_px(widget) + self._spacing_px) / place[3] for widget, place in arrangement.items())
        return round(column_px * columns) - self._spacing_px


def _columns(arrangement: Arrangement) -> int:
    return max(column + columns for _, column, _, columns in arrangement.values())


def _narrowest_px(widget: QWidget) -> int:
    """What a widget needs so that no word of it is cut: a card wraps, so it needs its longest word."""
    if not isinstance(widget, ChoiceCard):
        return widget.minimumSizeHint().width()
    font = widget.font()
    font.setBold(True)
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in widget.text().split()), default=0) + _CARD_FRAME_PX
