"""What is wrong with where things stand in a window, as sentences; nothing if all is well. For any page, language, size and direction.

Looks at what is on the screen and not at how it came there: words that are cut, things that lie over each other or outside, and
what must be in sight at all times.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollBar, QSlider, QWidget

from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.bar_button import BarButton
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.scrolled import Scrolled

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QSlider)
# Without these nobody knows where she is or how to go on.
ALWAYS_IN_SIGHT = ("continue", "back", "record", "stop", "keep", "done", "send", "start", "return", "stay", "leave-confirm", "leave-cancel")
# Lies over the row on purpose, and has nothing to see.
_OVER_OTHERS = ("staff-door",)


def faults(window: QWidget) -> list[str]:
    """The window must be shown and its layouts made."""
    leaves = [(widget, _place(window, widget)) for widget in _leaves(window)]
    found = [fault for widget, place in leaves for fault in _faults_of(window, widget, place)]
    in_sight = [(widget, _in_sight(window, widget, place)) for widget, place in leaves]
    for (one, first), (other, second) in combinations(in_sight, 2):
        # What is laid on a control is part of it.
        if first.intersects(second) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            found.append(f"{_name(one)} {_of(first)} lies over {_name(other)} {_of(second)}")
    return found


def scrolling_px(window: QWidget) -> int:
    """By how much the content of the page is higher than its room."""
    areas = [area for area in window.findChildren(Scrolled) if area.isVisible()]
    return max((area.verticalScrollBar().maximum() for area in areas), default=0)


def _leaves(window: QWidget) -> Iterator[QWidget]:
    """What is seen and has nothing in it: words, controls, painted things."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.accessibleIdentifier() in _OVER_OTHERS or isinstance(widget, QScrollBar):
            continue
        if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            continue
        if widget.visibleRegion().isEmpty() and widget.accessibleIdentifier() not in ALWAYS_IN_SIGHT:
            continue
        if isinstance(widget, INTERACTIVE):
            yield widget
        elif isinstance(widget.parentWidget(), INTERACTIVE) or type(widget) is QWidget:
            continue
        elif isinstance(widget, QLabel):
            if widget.text():
                yield widget
        elif not widget.findChildren(QWidget) and widget.accessibleIdentifier():
            yield widget


def _faults_of(window: QWidget, widget: QWidget, place: QRect) -> Iterator[str]:
    name = _name(widget)
    seen = window.rect()
    scrolled = _scrolled_around(widget)
    if scrolled is not None:
        # Up and down it can be scrolled to; sideways it cannot.
        view = _place(window, scrolled.viewport())
        seen = QRect(view.left(), place.top(), view.width(), place.height())
    if not seen.contains(place):
        yield f"{name} {_of(place)} does not lie within {_of(seen)}"
    if widget.accessibleIdentifier() in ALWAYS_IN_SIGHT and widget.visibleRegion().boundingRect() != widget.rect():
        yield f"{name} is not wholly in sight"
    if isinstance(widget, QLabel):
        yield from _cut_label(widget, name)
    if isinstance(widget, INTERACTIVE) and min(widget.width(), widget.height()) < TARGET_PX:
        yield f"{name} is {widget.width()}×{widget.height()} px: too small to touch"
    if isinstance(widget, ChoiceCard):
        if widget.height() < widget.heightForWidth(widget.width()):
            yield f"{name} is {widget.height()} px high and needs {widget.heightForWidth(widget.width())}"
    elif isinstance(widget, (QPushButton, BarButton)):
        needed = widget.minimumSizeHint()
        if widget.width() < needed.width() or widget.height() < needed.height():
            yield f"{name} is {widget.width()}×{widget.height()} px, its words need {needed.width()}×{needed.height()}"


def _cut_label(label: QLabel, name: str) -> Iterator[str]:
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
    if label.height() < needed:
        yield f"{name} is {label.height()} px high and needs {needed}"
    if not label.wordWrap() and label.width() < label.minimumSizeHint().width():
        yield f"{name} is {label.width()} px wide and needs {label.minimumSizeHint().width()}"
    if label.wordWrap():
        font = QFont(label.font())
        longest = max((QFontMetrics(font).horizontalAdvance(word) for word in label.text().split()), default=0)
        if longest > label.contentsRect().width():
            yield f"{name} is {label.width()} px wide, one of its words {longest}"


def _scrolled_around(widget: QWidget) -> Scrolled | None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Scrolled):
            # Its bar and arrows stand beside what is scrolled.
            return around if around.viewport().isAncestorOf(widget) else None
        around = around.parentWidget()
    return None


def _in_sight(window: QWidget, widget: QWidget, place: QRect) -> QRect:
    """Without what is scrolled away."""
    scrolled = _scrolled_around(widget)
    return place if scrolled is None else place & _place(window, scrolled.viewport())


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{widget.accessibleIdentifier() or type(widget).__name__}{f' {words[:40]!r}' if words else ''}"


def _of(place: QRect) -> str:
    return f"({place.x()},{place.y()} {place.width()}×{place.height()})"
