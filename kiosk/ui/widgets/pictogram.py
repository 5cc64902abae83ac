"""A picture on a soft ground, for who cannot read the words beside it: of a choice, a sentence, a part of the story."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import draw_picture

_ROUNDNESS = 0.3
_INSET = 0.17


def paint_pictogram(painter: QPainter, place: QRectF, name: str, *, mirrored: bool, chosen: bool = False, resting: bool = False) -> None:
    """`name` as in kiosk.ui.icons. What is chosen is light on dark: it differs without its colour too."""
    colours = theme.palette()
    ground, ink = (colours.accent, colours.on_colour) if chosen else (colours.picture, colours.ink)
    if resting:
        ground, ink = colours.disabled_paper, colours.disabled_ink
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    corner = place.width() * _ROUNDNESS
    painter.drawRoundedRect(place, corner, corner)
    inset = place.width() * _INSET
    draw_picture(painter, name, ink, place.adjusted(inset, inset, -inset, -inset), mirrored=mirrored)


class Pictogram(QWidget):
    """Tells nothing that the words beside it do not: it has no name of its own. `side_px` in a window of the usual size."""

    def __init__(self, side_px: int, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, name: str) -> None:
        """Empty for none; its place stays."""
        if name != self._name:
            self._name = name
            self.update()

    def sizeHint(self) -> QSize:
        side = theme.grown(self._side_px)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_pictogram(painter, QRectF(self.rect()), self._name, mirrored=mirrored)
        painter.end()
