"""A big card to choose by: radio-like (one of several) or checkbox-like (each its own)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import TARGET_PX, grown
from kiosk.ui.widgets.heeds_toggling import HeedsToggling
from kiosk.ui.widgets.one_press import OnePress
from kiosk.ui.widgets.phrases import fold
from kiosk.ui.widgets.pictogram import paint_pictogram

PICTURE_PX = 58
_MOST_PICTURE_PX = 112
_PADDING_PX = 14
_PADDING_ABOVE_PX = 9
_MARK_PX = 32
_GAP_PX = 12
_BETWEEN_PX = 3
_PICTURE_SHARE = 0.36  # of the card's height
_TALL_SHARE = 5.2  # of the picture's least side
_BELOW_PICTURE_PX = 8
# With less room for words beside its picture, a card has its words below the picture.
_BESIDE_EMS = 11
# A sentence in a narrower card would be a column of single words.
_SENTENCE_EMS = 9


class ChoiceCard(OnePress, HeedsToggling, QAbstractButton):
    """Emits `toggled(bool)` like any checkable button. The text wraps; the height follows the width.

    For radio-like cards put them into an exclusive QButtonGroup: this widget only draws itself round. Its picture stands before its
    words, or above them where the card is narrow or `tall`; `picture_px` is its least side in a window of the usual size.
    """

    def __init__(
        self, identifier: str, *, one_of_several: bool, picture_px: int = PICTURE_PX, tall: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._one_of_several = one_of_several
        self._picture_px = picture_px
        self._always_tall = tall
        self._picture = ""
        self._title = ""
        self._sentence = ""
        self.setCheckable(True)
        # Says to who cannot see it that it is one of several; what excludes the others is the group.
        self.setAutoExclusive(one_of_several)
        self.setAccessibleIdentifier(identifier)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As wide as its column: by a wish of its own a grid would make columns of different widths.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, title: str, sentence: str = "") -> None:
        self._title, self._sentence = title, sentence
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def set_picture(self, name: str) -> None:
        """As in kiosk.ui.icons; empty for none."""
        if name != self._picture:
            self._picture = name
            self.updateGeometry()
            self.update()

    @property
    def picture(self) -> str:
        return self._picture

    def narrowest_px(self) -> int:
        """What it needs so that no word of it is cut: it wraps, so that is its longest word."""
        longest_px = self._longest_word_px()
        if self._sentence:
            longest_px = max(longest_px, _SENTENCE_EMS * self._em_px())
        beside_px = 0 if self._picture else grown(_MARK_PX + _GAP_PX)
        return longest_px + 2 * grown(_PADDING_PX) + beside_px + 4

    def roomy_px(self) -> int:
        """As high as it looks well: with the picture above its words it may be higher."""
        return grown(round(_TALL_SHARE * self._picture_px)) if self._is_tall(self.width()) else 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width_px: int) -> int:
        title, sentence = self._text_heights(width_px)
        words = title + self._between_px() + sentence
        picture = grown(self._picture_px) if self._picture else 0
        if self._is_tall(width_px):
            return picture + grown(_BELOW_PICTURE_PX) + words + 2 * grown(_PADDING_ABOVE_PX)
        return max(TARGET_PX, words + 2 * grown(_PADDING_ABOVE_PX), picture + 2 * _PADDING_ABOVE_PX if picture else 0)

    def sizeHint(self) -> QSize:
        # Where it is narrower its words need more: the grid asks for that by its width.
        return QSize(grown(420), self.heightForWidth(grown(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._draw_box(painter)
        if self._is_tall(self.width()):
            self._draw_tall(painter)
        else:
            self._draw_beside(painter)
        painter.end()

    def _draw_box(self, painter: QPainter) -> None:
        colours, chosen = theme.palette(), self.isChecked()
        edge = colours.edge_px + (2.0 if chosen else 1.0 if self.hasFocus() else 0.0)
        outline = colours.accent if chosen else colours.outline if self.isEnabled() else colours.line
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(QColor(outline), edge))
        painter.setBrush(QColor(colours.panel if chosen or self.isDown() else colours.card))
        painter.drawRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_PX + 1, theme.RADIUS_PX + 1)

    def _draw_tall(self, painter: QPainter) -> None:
        """The picture in the middle, as large as there is room for, the words below it, and the mark in the corner."""
        padding, above, below = grown(_PADDING_PX), grown(_PADDING_ABOVE_PX), grown(_BELOW_PICTURE_PX)
        # Of the card with the most words beside it, so that pictures side by side are equally large.
        words_px = max(card._words_px() for card in self._row())
        room = self.height() - words_px - below - 2 * above
        side = max(grown(self._picture_px), min(round(self.height() * _PICTURE_SHARE), grown(_MOST_PICTURE_PX), room))
        # Not by its own words: on cards side by side the pictures are at the same height.
        top = (self.height() - side - below - self._usual_words_px()) // 2
        top = above + max(0, min(top - above, room - side))
        self._draw_picture(painter, QRect((self.width() - side) // 2, top, side, side))
        self._draw_mark(painter, self._mirrored(QRect(padding, padding, grown(_MARK_PX), grown(_MARK_PX))))
        self._draw_words(painter, padding, top + side + below)

    def _row(self) -> list[ChoiceCard]:
        """All that stand on one line with it, itself too."""
        around = self.parentWidget()
        cards = [] if around is None else around.findChildren(ChoiceCard, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [card for card in cards if card.y() == self.y() and card.isVisible()] or [self]

    def _words_px(self) -> int:
        title, sentence = self._text_heights(self.width())
        return title + self._between_px() + sentence

    def _usual_words_px(self) -> int:
        title_px = QFontMetrics(self._title_font()).height()
        return round(title_px + 3.2 * QFontMetrics(self._sentence_font()).height() if self._sentence else 1.5 * title_px)

    def _draw_beside(self, painter: QPainter) -> None:
        mark, side, gap = grown(_MARK_PX), grown(self._picture_px), grown(_GAP_PX)
        left = grown(_PADDING_PX)
        self._draw_mark(painter, self._mirrored(QRect(left, (self.height() - mark) // 2, mark, mark)))
        left += mark + gap
        if self._picture:
            self._draw_picture(painter, self._mirrored(QRect(left, (self.height() - side) // 2, side, side)))
            left += side + gap
        title, sentence = self._text_heights(self.width())
        self._draw_words(painter, left, (self.height() - title - self._between_px() - sentence) // 2)

    def _draw_picture(self, painter: QPainter, place: QRect) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_pictogram(painter, QRectF(place), self._picture, mirrored=mirrored, chosen=self.isChecked(), resting=not self.isEnabled())

    def _draw_mark(self, painter: QPainter, place: QRect) -> None:
        colours, chosen = theme.palette(), self.isChecked()
        mark = QRectF(place).adjusted(2, 2, -2, -2)
        outline = colours.accent if chosen else colours.outline if self.isEnabled() else colours.line
        painter.setPen(QPen(QColor(outline), 3))
        painter.setBrush(QColor(colours.accent if chosen else colours.card))
        if self._one_of_several:
            painter.drawEllipse(mark)
        else:
            painter.drawRoundedRect(mark, 7, 7)
        if chosen:
            painter.setPen(QPen(QColor(colours.on_colour), 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            left, top, side = mark.left(), mark.top(), mark.width()
            corners = [(0.26, 0.52), (0.44, 0.70), (0.76, 0.34)]
            painter.drawPolyline(QPolygonF([QPointF(left + x * side, top + y * side) for x, y in corners]))

    def _draw_words(self, painter: QPainter, left: int, top: int) -> None:
        width = self._text_width(self.width())
        title, sentence = self._text_heights(self.width())
        colours = theme.palette()
        ink, muted = (colours.ink, colours.muted) if self.isEnabled() else (colours.disabled_ink, colours.disabled_ink)
        flags = self._flags(self.width())
        painter.setFont(self._title_font())
        painter.setPen(QColor(ink))
        painter.drawText(self._mirrored(QRect(left, top, width, title)), flags, self._fold(self._title, painter.fontMetrics(), width))
        painter.setFont(self._sentence_font())
        painter.setPen(QColor(muted))
        place = self._mirrored(QRect(left, top + title + self._between_px(), width, sentence))
        painter.drawText(place, flags, self._fold(self._sentence, painter.fontMetrics(), width))

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(QPoint(self.width() - place.x() - place.width(), place.y()), place.size())

    def _is_tall(self, width_px: int) -> bool:
        if not self._picture:
            return False
        return self._always_tall or self._beside_px(width_px) < max(_BESIDE_EMS * self._em_px(), self._longest_word_px())

    def _beside_px(self, width_px: int) -> int:
        """What is left of the width for words beside the mark and the picture."""
        picture_px = grown(self._picture_px + _GAP_PX) if self._picture else 0
        return width_px - 2 * grown(_PADDING_PX) - grown(_MARK_PX + _GAP_PX) - picture_px

    def _text_width(self, width_px: int) -> int:
        return max(80, width_px - 2 * grown(_PADDING_PX) if self._is_tall(width_px) else self._beside_px(width_px))

    def _flags(self, width_px: int) -> int:
        if self._is_tall(width_px):
            side = Qt.AlignmentFlag.AlignHCenter
        else:
            # AlignLeading would be enough for a label; drawText wants the side itself.
            side = Qt.AlignmentFlag.AlignLeft if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)

    def _em_px(self) -> int:
        return self.font().pixelSize()

    def _longest_word_px(self) -> int:
        metrics = QFontMetrics(self._title_font())
        return max((metrics.horizontalAdvance(word) for word in self._title.split()), default=0)

    def _title_font(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _sentence_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(theme.type_px("small", theme.look().text_size))
        return font

    def _between_px(self) -> int:
        return _BETWEEN_PX if self._sentence else 0

    def _text_heights(self, width_px: int) -> tuple[int, int]:
        """Of the title and of the sentence, in a card that is `width_px` wide."""
        text_px, flags = self._text_width(width_px), self._flags(width_px)
        title = self._drawn_px(self._title, QFontMetrics(self._title_font()), text_px, flags)
        sentence = self._drawn_px(self._sentence, QFontMetrics(self._sentence_font()), text_px, flags) if self._sentence else 0
        return title, sentence

    def _drawn_px(self, words: str, metrics: QFontMetrics, width_px: int, flags: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width_px, 10_000), flags, self._fold(words, metrics, width_px)).height()

    def _fold(self, words: str, metrics: QFontMetrics, width_px: int) -> str:
        return fold(words, metrics, width_px, always=self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
