"""A button with its picture above its words, for what is done to something beside it, and, large, for the one thing to begin with."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import draw_picture
from kiosk.ui.theme import RADIUS_PX, TARGET_PX, grown
from kiosk.ui.widgets.one_press import OnePress
from kiosk.ui.widgets.phrases import fold

_PICTURE_PX = 34
_PADDING_PX = 10
_BETWEEN_PX = 4
_LINES = 2


class ToolButton(OnePress, QAbstractButton):
    """Its words wrap, so that several of them stand side by side in every language; all are as high as two lines need."""

    def __init__(self, identifier: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._inviting: QSize | None = None
        self.setAccessibleIdentifier(identifier)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def invite(self, size: QSize | None) -> None:
        """Exactly so large in a window of the usual size, with a picture to match; None for as small as its words allow."""
        if size != self._inviting:
            self._inviting = size
            policy = QSizePolicy.Policy.Expanding if size is None else QSizePolicy.Policy.Fixed
            self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
            self.updateGeometry()

    def narrowest_px(self) -> int:
        metrics = QFontMetrics(self._font())
        return max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0) + 2 * _PADDING_PX

    def sizeHint(self) -> QSize:
        if self._inviting is not None:
            return QSize(grown(self._inviting.width()), grown(self._inviting.height()))
        words = _LINES * QFontMetrics(self._font()).height()
        return QSize(max(TARGET_PX, self.narrowest_px()), grown(_PICTURE_PX + _BETWEEN_PX) + words + 2 * _PADDING_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.palette()
        ink = colours.ink if self.isEnabled() else colours.disabled_ink
        edge = colours.accent if self.hasFocus() else colours.outline if self.isEnabled() else colours.line
        width = colours.focus_px if self.hasFocus() else colours.edge_px
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(colours.line if self.isDown() else colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), RADIUS_PX, RADIUS_PX)
        painter.setFont(self._font())
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        text_px = self.width() - 2 * _PADDING_PX
        words = fold(self.text(), painter.fontMetrics(), text_px)
        words_px = painter.fontMetrics().boundingRect(QRect(0, 0, text_px, 1_000), flags, words).height()
        side = self._side_px()
        top = (self.height() - side - grown(_BETWEEN_PX) - words_px) / 2
        self._paint_picture(painter, QRectF((self.width() - side) / 2, top, side, side), ink)
        painter.setPen(QColor(ink))
        painter.drawText(QRect(_PADDING_PX, round(top + side) + grown(_BETWEEN_PX), text_px, words_px), flags, words)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRectF, ink: str) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        draw_picture(painter, self._picture, ink, place, mirrored=mirrored)

    def _side_px(self) -> int:
        if self._inviting is None:
            return grown(_PICTURE_PX)
        return round(grown(self._inviting.height()) * 0.42)

    def _font(self) -> QFont:
        return theme.font("button" if self._inviting is not None else "small", theme.look().text_size, bold=True)
