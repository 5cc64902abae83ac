"""A button that is one picture, for what people know from their phones: play, earlier, later. Its words are its accessible name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import draw_picture
from kiosk.ui.theme import RADIUS_PX, TARGET_PX
from kiosk.ui.widgets.one_press import OnePress

_PICTURE_SHARE = 0.46


class PictureButton(OnePress, QAbstractButton):
    """`filled`: a round one in the colour of the way on. Otherwise it looks like every other thing one can do."""

    def __init__(
        self, identifier: str, name: str, *, filled: bool = False, side_px: int = TARGET_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._filled = filled
        self._side_px = side_px
        self.setAccessibleIdentifier(identifier)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, name: str) -> None:
        """As in kiosk.ui.icons."""
        if name != self._name:
            self._name = name
            self.update()

    def set_text(self, text: str, spoken: str | None = None) -> None:
        """Not shown; `spoken` where the accessible name says more."""
        self.setAccessibleName(spoken or text)

    def sizeHint(self) -> QSize:
        side = theme.grown(self._side_px)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.palette()
        ground, edge, ink = colours.card, colours.outline, colours.ink
        if self._filled:
            ground, edge, ink = colours.accent, colours.accent, colours.on_colour
        if self.isDown():
            ground = colours.accent_dark if self._filled else colours.line
        if not self.isEnabled():
            ground, edge = (colours.disabled_paper, colours.disabled_paper) if self._filled else (colours.card, colours.line)
            ink = colours.disabled_ink
        width = colours.focus_px if self.hasFocus() else colours.edge_px
        if self.hasFocus():
            edge = colours.ink if self._filled else colours.accent
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        if self._filled:
            painter.drawEllipse(box)
        else:
            painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        side = min(self.width(), self.height()) * _PICTURE_SHARE
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_picture(painter, self._name, ink, place, mirrored=mirrored)
        painter.end()
