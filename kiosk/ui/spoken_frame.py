"""The frame around what is being spoken, over everything else in the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from kiosk.ui import theme

_MARGIN_PX = 12
_THICK_PX = 5
_FOLLOW_EVERY_MS = 50
_KEPT_CLEAR_PX = 24


class SpokenFrame(QWidget):
    """A child of the window that takes no touch and no focus. It jumps and never glides: there is no motion to have less of."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._around: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FOLLOW_EVERY_MS)
        self._timer.timeout.connect(self.follow)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def around(self) -> QWidget | None:
        """What is surrounded now."""
        return self._around

    def surround(self, widget: QWidget | None) -> None:
        """Scrolls it into view and surrounds it; None hides the frame."""
        self._around = widget
        if widget is None:
            self._timer.stop()
            self.hide()
            return
        _scroll_to(widget)
        self.follow()
        self._timer.start()

    def follow(self) -> None:
        """Takes the place of what is surrounded, as far as it can be seen."""
        widget = self._around
        if widget is None or not isValid(widget) or not widget.isVisible():
            self.surround(None)
            return
        place = _seen(widget, self._window).adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self.setGeometry(place & self._window.rect())
        self.setVisible(not place.isEmpty())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.palette()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Light beneath dark: seen on every ground, and not by its hue alone.
        for colour, thick in ((colours.card, _THICK_PX + 3), (colours.voice, _THICK_PX)):
            painter.setPen(QPen(QColor(colour), thick))
            inside = (_THICK_PX + 3) / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inside, inside, -inside, -inside), theme.RADIUS_PX, theme.RADIUS_PX)
        painter.end()


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, _KEPT_CLEAR_PX)
        parent = parent.parentWidget()


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """In the window's coordinates, without what its parents cut off."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        place &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    return place
