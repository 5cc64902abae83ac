"""A big card to choose by: radio-like (one of several) or checkbox-like (each its own)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import TARGET_PX

_PADDING_PX = 16
_PADDING_ABOVE_PX = 14
_MARK_PX = 32
_GAP_PX = 16
_BETWEEN_PX = 4


class ChoiceCard(QAbstractButton):
    """Emits `toggled(bool)` like any checkable button. The text wraps; the height follows the width.

    For radio-like cards put them into an exclusive QButtonGroup: this widget only draws itself round.
    """

    def __init__(self, identifier: str, *, one_of_several: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_of_several = one_of_several
        self._title = ""
        self._sentence = ""
        self.setCheckable(True)
        self.setAccessibleIdentifier(identifier)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, title: str, sentence: str = "") -> None:
        self._title, self._sentence = title, sentence
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width_px: int) -> int:
        title, sentence = self._text_heights(self._text_width(width_px))
        return max(TARGET_PX, title + self._between_px() + sentence + 2 * _PADDING_ABOVE_PX)

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = 3.0 if chosen or self.hasFocus() else 2.0
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(QColor(theme.TEAL if chosen else theme.OUTLINE), edge))
        painter.setBrush(QColor(theme.MINT if chosen or self.isDown() else theme.CARD))
        painter.drawRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.INK), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_PX + 1, theme.RADIUS_PX + 1)
        self._draw_mark(painter, chosen)
        self._draw_text(painter)
        painter.end()

    def _draw_mark(self, painter: QPainter, chosen: bool) -> None:
        place = self._mirrored(QRect(_PADDING_PX, (self.height() - _MARK_PX) // 2, _MARK_PX, _MARK_PX))
        mark = QRectF(place).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(theme.TEAL if chosen else theme.OUTLINE), 3))
        painter.setBrush(QColor(theme.TEAL if chosen else theme.CARD))
        if self._one_of_several:
            painter.drawEllipse(mark)
        else:
            painter.drawRoundedRect(mark, 7, 7)
        if chosen:
            painter.setPen(QPen(Qt.GlobalColor.white, 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            left, top, side = mark.left(), mark.top(), mark.width()
            corners = [(0.26, 0.52), (0.44, 0.70), (0.76, 0.34)]
            painter.drawPolyline(QPolygonF([QPointF(left + x * side, top + y * side) for x, y in corners]))

    def _draw_text(self, painter: QPainter) -> None:
        width = self._text_width(self.width())
        title, sentence = self._text_heights(width)
        top = (self.height() - title - self._between_px() - sentence) // 2
        painter.setLayoutDirection(self.layoutDirection())
        left = _PADDING_PX + _MARK_PX + _GAP_PX
        painter.setFont(self._title_font())
        painter.setPen(QColor(theme.INK))
        painter.drawText(self._mirrored(QRect(left, top, width, title)), self._flags(), self._title)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.MUTED))
        painter.drawText(self._mirrored(QRect(left, top + title + self._between_px(), width, sentence)), self._flags(), self._sentence)

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(QPoint(self.width() - place.x() - place.width(), place.y()), place.size())

    def _flags(self) -> int:
        # AlignLeading would be enough for a label; drawText wants the side itself.
        side = Qt.AlignmentFlag.AlignLeft if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)

    def _title_font(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _text_width(self, width_px: int) -> int:
        return max(80, width_px - 2 * _PADDING_PX - _MARK_PX - _GAP_PX)

    def _between_px(self) -> int:
        return _BETWEEN_PX if self._sentence else 0

    def _text_heights(self, width_px: int) -> tuple[int, int]:
        space = QRect(0, 0, width_px, 10_000)
        title = QFontMetrics(self._title_font()).boundingRect(space, self._flags(), self._title).height()
        sentence = QFontMetrics(self.font()).boundingRect(space, self._flags(), self._sentence).height() if self._sentence else 0
        return title, sentence
