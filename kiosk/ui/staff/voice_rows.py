"""The rows of the list of everything that is spoken: headings, and words with the voice that speaks them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kiosk.staff.voice_store import VoiceOf
from kiosk.ui import theme
from kiosk.ui.theme import TARGET_PX

ROW_ROLE = Qt.ItemDataRole.UserRole

_PADDING_PX = 14
_BETWEEN_PX = 2
_GAP_PX = 6  # between two rows

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Heading:
    words: str


@dataclass(frozen=True)
class SpokenRow:
    """`voice_words` say in the window's language who speaks the words."""

    words: str
    voice: VoiceOf
    voice_words: str


class VoiceRows(QAbstractListModel):
    """Headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Heading | SpokenRow] = []

    def set_rows(self, rows: list[Heading | SpokenRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Heading | SpokenRow:
        return self._rows[index.row()]

    def index_of(self, words: str) -> QModelIndex | None:
        """Of the row with these words; else the first that can be chosen, if any."""
        spoken = [number for number, row in enumerate(self._rows) if isinstance(row, SpokenRow)]
        wanted = [number for number in spoken if self._rows[number].words == words]
        return self.index((wanted or spoken)[0]) if spoken else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}, {row.voice_words}" if isinstance(row, SpokenRow) else row.words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = isinstance(self._rows[index.row()], SpokenRow) if index.isValid() else False
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.NoItemFlags


class VoiceRowPainter(QStyledItemDelegate):
    """Words wrap in the direction of their own language; below them stands whose voice it is."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.words_direction = Qt.LayoutDirection.LeftToRight

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(ROW_ROLE), self._view.width()
        height = _height(_words_font(row), row.words, _inner(width))
        if isinstance(row, SpokenRow):
            height += _BETWEEN_PX + _height(_voice_font(), row.voice_words, _inner(width))
        return QSize(width, max(TARGET_PX, height + 2 * _PADDING_PX) + _GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        box = rect.adjusted(1, 1, -1, 1 - _GAP_PX)
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, SpokenRow):
            self._paint_box(painter, box, option.state)
        inside = box.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX, -_PADDING_PX)
        words_height = _height(_words_font(row), row.words, inside.width())
        painter.setFont(_words_font(row))
        painter.setPen(QColor(colours.ink))
        above = QRect(inside.topLeft(), QSize(inside.width(), words_height))
        if isinstance(row, Heading):
            above.moveBottom(inside.bottom())
        painter.setLayoutDirection(self.words_direction)
        painter.drawText(above, _flags(self.words_direction), row.words)
        if isinstance(row, SpokenRow):
            direction = self._view.layoutDirection()
            painter.setLayoutDirection(direction)
            painter.setFont(_voice_font())
            painter.setPen(QColor(colours.accent if row.voice.human else colours.muted))
            below = inside.adjusted(0, words_height + _BETWEEN_PX, 0, 0)
            painter.drawText(below, _flags(direction), row.voice_words)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        colours = theme.palette()
        here = bool(state & QStyle.StateFlag.State_HasFocus)
        edge = colours.focus_px if here else colours.edge_px
        painter.setPen(QPen(QColor(colours.accent if here else colours.outline), edge))
        painter.setBrush(QColor(colours.panel if state & QStyle.StateFlag.State_Selected else colours.card))
        painter.drawRoundedRect(box.adjusted(edge // 2, edge // 2, -edge // 2, -edge // 2), theme.RADIUS_PX, theme.RADIUS_PX)


def _words_font(row: Heading | SpokenRow) -> QFont:
    return theme.font("lead", theme.look().text_size, bold=isinstance(row, Heading))


def _voice_font() -> QFont:
    return theme.font("small", theme.look().text_size)


def _inner(width_px: int) -> int:
    return max(80, width_px - 2 - 2 * _PADDING_PX)


def _height(font: QFont, words: str, width_px: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width_px, 10_000), _flags(Qt.LayoutDirection.LeftToRight), words).height()


def _flags(direction: Qt.LayoutDirection) -> int:
    # drawText wants the side itself.
    side = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)
