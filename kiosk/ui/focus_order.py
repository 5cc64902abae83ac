"""Tab goes the way one reads: down the page, and along each line in the direction of its language.

Qt's own order is the one in which widgets were made, and a page's Back and Continue are made before what stands above them. So the
order is taken from the layouts, each time Tab is pressed: nothing has to be kept right when a page changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QStackedWidget, QWidget


def next_stop(window: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab leads from `current`, once around; None where there is nothing to lead to. `current` itself need not be a stop."""
    order = list(_in_reading_order(window))
    stops = [widget for widget in order if _is_stop(widget)]
    if not stops:
        return None
    if current not in order:
        return stops[0 if forward else -1]
    here = order.index(current)
    if forward:
        return next((widget for widget in order[here + 1 :] if _is_stop(widget)), stops[0])
    return next((widget for widget in reversed(order[:here]) if _is_stop(widget)), stops[-1])


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """What can be seen of it, itself first."""
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QStackedWidget):
        inside = _present(widget.currentWidget())
    elif isinstance(widget, QScrollArea) and not _is_stop(widget):
        inside = _present(widget.widget())
    elif (layout := widget.layout()) is not None:
        inside = _laid_out(layout)
    else:
        inside = _children(widget)
    known = []
    for child in inside:
        known.append(child)
        yield from _in_reading_order(child)
    if isinstance(widget, QScrollArea):
        known.append(widget.viewport())
    # What lies above the layout, or beside what scrolls: the arrows to scroll by.
    if widget.layout() is not None or isinstance(widget, QScrollArea):
        for child in _children(widget):
            if child not in known:
                yield from _in_reading_order(child)


def _present(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is not None:
        yield widget


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=cmp_to_key(lambda one, other: _after(layout.getItemPosition(one), layout.getItemPosition(other))))  # type: ignore[arg-type]
    for number in numbers:
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _after(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> int:
    """Row, column, rows, columns. What stands beside each other is read along the line, else the upper first."""
    beside = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return one[1] - other[1] if beside else one[0] - other[0]


def _children(widget: QObject) -> Iterator[QWidget]:
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield child
