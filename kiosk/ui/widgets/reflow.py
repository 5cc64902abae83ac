"""A grid that stands in fewer columns when its widgets would not fit side by side: larger type, longer languages, narrow windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from kiosk.ui.theme import grown

# Row, column, rows, columns, as in QGridLayout.
Place = tuple[int, int, int, int]
Arrangement = dict[QWidget, Place]


def in_columns(widgets: Sequence[QWidget], columns: int) -> Arrangement:
    """Row by row, each widget one column wide."""
    return {widget: (number // columns, number % columns, 1, 1) for number, widget in enumerate(widgets)}


class Reflow(QWidget):
    """Takes the first of `arrangements` (widest first) whose widgets fit in equal columns; the last one in any case.

    `most_row_px` is how high a row may become where there is more room than its words need.
    """

    def __init__(
        self, arrangements: Sequence[Arrangement], spacing_px: int, parent: QWidget | None = None, *, most_row_px: int | None = None
    ) -> None:
        super().__init__(parent)
        self._most_row_px = most_row_px
        self._arrangements = arrangements
        self._spacing_px = spacing_px
        self._chosen = -1
        self._rulers: list[QWidget] = []
        self._grid = _Grid(self)
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
        # Not here: a limit set while it is being resized would leave the grid as it was.
        self._grid.update()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._choose()
            self._limit_height()
        return handled

    def _choose(self) -> None:
        self._take(self._fitting(self.width()))

    def _fitting(self, width_px: int) -> int:
        last = len(self._arrangements) - 1
        return next((number for number, made in enumerate(self._arrangements) if self._needed_px(made) <= width_px), last)

    def height_px(self, width_px: int) -> int | None:
        """How high it would be at another width, if it would then stand in another arrangement; None if in the one of now."""
        number = self._fitting(width_px)
        if number == self._chosen:
            return None
        arrangement = self._arrangements[number]
        column_px = (width_px + self._spacing_px) / _columns(arrangement)
        rows: dict[int, int] = {}
        for widget, (row, _, _, columns) in arrangement.items():
            if not widget.isHidden():
                rows[row] = max(rows.get(row, 0), _height_px(widget, int(column_px * columns) - self._spacing_px))
        return sum(rows.values()) + self._spacing_px * (len(rows) - 1)

    def _limit_height(self) -> None:
        """On a tall screen rows stay rows, unless their words need more."""
        if self._most_row_px is None:
            return
        rows = max(row + rows for row, _, rows, _ in self._arrangements[self._chosen].values())
        row_px = max(grown(self._most_row_px), *(_roomy_px(widget) for widget in self._arrangements[self._chosen]))
        roomy = rows * (row_px + self._spacing_px) - self._spacing_px
        self.setMaximumHeight(max(roomy, self._grid.heightForWidth(self.width()), self._grid.minimumSize().height()))

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
        self._rule_columns()
        self.updateGeometry()

    def _rule_columns(self) -> None:
        """Qt leaves no space at the edge of a column in which no widget stands alone, and so wide widgets would come out unequal."""
        spanning = any(columns > 1 for _, _, _, columns in self._arrangements[self._chosen].values())
        for column in range(self.columns if spanning else 0, len(self._rulers)):
            self._rulers[column].hide()
        for column in range(self.columns if spanning else 0):
            if column == len(self._rulers):
                self._rulers.append(QWidget(self))
                self._rulers[column].setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._rulers[column].lower()
            self._rulers[column].show()
            self._grid.addWidget(self._rulers[column], 0, column)

    def _needed_px(self, arrangement: Arrangement) -> int:
        columns = _columns(arrangement)
        column_px = max((_narrowest_px(widget) + self._spacing_px) / place[3] for widget, place in arrangement.items())
        return round(column_px * columns) - self._spacing_px


class _Grid(QGridLayout):
    """Who asks how high the grid is at a width that it does not have yet gets the answer for that width."""

    def __init__(self, reflow: Reflow) -> None:
        super().__init__(reflow)
        self._reflow = reflow

    def heightForWidth(self, width_px: int) -> int:
        height_px = self._reflow.height_px(width_px)
        return super().heightForWidth(width_px) if height_px is None else height_px

    def minimumHeightForWidth(self, width_px: int) -> int:
        height_px = self._reflow.height_px(width_px)
        return super().minimumHeightForWidth(width_px) if height_px is None else height_px


def _height_px(widget: QWidget, width_px: int) -> int:
    return widget.heightForWidth(width_px) if widget.hasHeightForWidth() else widget.sizeHint().height()


def _columns(arrangement: Arrangement) -> int:
    return max(column + columns for _, column, _, columns in arrangement.values())


def _roomy_px(widget: QWidget) -> int:
    """How high a widget may become by itself where there is room; 0 for one that has no wish."""
    own = getattr(widget, "roomy_px", None)
    return int(own()) if callable(own) else 0


def _narrowest_px(widget: QWidget) -> int:
    """What a widget needs so that no word of it is cut."""
    own = getattr(widget, "narrowest_px", None)
    return int(own()) if callable(own) else widget.minimumSizeHint().width()
