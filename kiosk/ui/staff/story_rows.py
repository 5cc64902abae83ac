"""The finished stories as rows: how far each is, without a widget for each, so that ten thousand are as quick as ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import picture
from kiosk.ui.staff.outbox_words import is_set_aside, story_details, story_title
from kiosk.ui.theme import TARGET_PX, grown
from kiosk.ui.widgets.phrases import fold
from sync.status import PlainState, Status, StoryStatus

ROW_ROLE = Qt.ItemDataRole.UserRole

_PADDING_PX = 14
_BETWEEN_PX = 2
_GAP_PX = 6  # between two rows
_MARK_PX = 26
_STEP_GAP_PX = 5
_STEP_HIGH_PX = 8

_STEPS = tuple(PlainState)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class StoryRow:
    """`number` counts from the oldest story on this device, and stays with it."""

    number: int
    story: StoryStatus


def rows_of(status: Status) -> tuple[StoryRow, ...]:
    """What still has to arrive first, in the order in which it was told; then what has arrived, the newest first. Any thread."""
    numbered = [StoryRow(number, story) for number, story in enumerate(status.stories, start=1)]
    waiting = [row for row in numbered if row.story.state is not PlainState.ARCHIVED]
    arrived = [row for row in reversed(numbered) if row.story.state is PlainState.ARCHIVED]
    return (*waiting, *arrived)


class StoryRows(QAbstractListModel):
    """Words are made for the rows that are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[StoryRow] = ()

    @property
    def rows(self) -> Sequence[StoryRow]:
        return self._rows

    def set_rows(self, rows: Sequence[StoryRow]) -> None:
        """A story that only went further keeps its place, and with it whoever stands on it."""
        before, self._rows = self._rows, rows
        if [row.number for row in before] != [row.number for row in rows]:
            self._rows = before
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [place for place, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def retranslate(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return story_title(row.number, row.story)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{story_title(row.number, row.story)}. {story_details(row.story)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class StoryPainter(QStyledItemDelegate):
    """All rows are equally high, so that nobody has to measure them all: as high as the one with the most words needs."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def row_px(self, rows: Sequence[StoryRow], width_px: int) -> int:
        """Height of each row in a list so wide, with the gap below it."""
        inner, direction = _words_px(width_px), self._view.layoutDirection()
        longest = _longest(rows)
        title_px = max((_height(_title_font(), story_title(row.number, row.story), inner, direction) for row in longest), default=0)
        details_px = max((_height(_details_font(), story_details(row.story), inner, direction) for row in longest), default=0)
        words = title_px + _BETWEEN_PX + details_px + _BETWEEN_PX + grown(_STEP_HIGH_PX) + _STEP_GAP_PX
        return max(grown(TARGET_PX), words + 2 * _PADDING_PX) + _GAP_PX

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, StoryRows)
        return QSize(self._view.width(), self.row_px(model.rows, self._view.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: StoryRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        box = rect.adjusted(1, 1, -1, 1 - _GAP_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_box(painter, box, option.state)
        inside = box.adjusted(_PADDING_PX, _PADDING_PX, -_PADDING_PX, -_PADDING_PX)
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = grown(_MARK_PX)
        mark = QRect(inside.right() + 1 - side if mirrored else inside.left(), inside.top() + 2, side, side)
        _paint_mark(painter, mark, row.story, mirrored)
        indent = side + _PADDING_PX
        words = inside.adjusted(0, 0, -indent, 0) if mirrored else inside.adjusted(indent, 0, 0, 0)
        _paint_words(painter, words, row, self._view.layoutDirection())
        _paint_steps(painter, words, row.story, mirrored)
        painter.restore()


def _longest(rows: Sequence[StoryRow]) -> list[StoryRow]:
    """One row for each combination of things to say, that with the longest numbers: no other needs more room."""
    found: dict[tuple[object, ...], StoryRow] = {}
    for row in rows:
        story = row.story
        shape = (story.state, story.listen_archived, story.exported_day is None, story.reason is None, _digits(story.seconds_left))
        known = found.get(shape)
        if known is None or _digits(story.size_bytes) >= _digits(known.story.size_bytes):
            found[shape] = row
    return list(found.values())


def _digits(number: int | None) -> int:
    return 0 if number is None else len(str(number))


def _paint_box(painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
    colours = theme.palette()
    here = bool(state & QStyle.StateFlag.State_HasFocus)
    edge = colours.focus_px if here else colours.edge_px - 1
    painter.setPen(QPen(QColor(colours.accent if here else colours.line), edge))
    painter.setBrush(QColor(colours.panel))
    half = edge / 2
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), theme.RADIUS_PX, theme.RADIUS_PX)


def _paint_mark(painter: QPainter, place: QRect, story: StoryStatus, mirrored: bool) -> None:
    colours = theme.palette()
    if is_set_aside(story):
        name, colour = "careful", colours.voice_dark
    else:
        name = {
            PlainState.SAVED_HERE: "stays-here",
            PlainState.WAITING: "wait",
            PlainState.SENT: "travels",
            PlainState.ARCHIVED: "check",
        }[story.state]
        colour = colours.accent
    painter.drawPixmap(place, picture(name, colour, mirrored=mirrored))


def _paint_words(painter: QPainter, words: QRect, row: StoryRow, direction: Qt.LayoutDirection) -> None:
    colours = theme.palette()
    painter.setLayoutDirection(direction)
    title = story_title(row.number, row.story)
    font = _title_font()
    painter.setFont(font)
    painter.setPen(QColor(colours.voice_dark if is_set_aside(row.story) else colours.ink))
    painter.drawText(words, _flags(direction), _folded(title, painter.fontMetrics(), words.width(), direction))
    below = words.adjusted(0, _height(font, title, words.width(), direction) + _BETWEEN_PX, 0, 0)
    painter.setFont(_details_font())
    painter.setPen(QColor(colours.muted))
    painter.drawText(below, _flags(direction), _folded(story_details(row.story), painter.fontMetrics(), words.width(), direction))


def _paint_steps(painter: QPainter, words: QRect, story: StoryStatus, mirrored: bool) -> None:
    """One dash per step at the foot of the row; that of what is travelling fills with its bytes."""
    colours = theme.palette()
    thick = grown(_STEP_HIGH_PX)
    dash = (words.width() - (len(_STEPS) - 1) * _STEP_GAP_PX) / len(_STEPS)
    top = words.bottom() + 1 - thick
    painter.setPen(Qt.PenStyle.NoPen)
    for number, filled in enumerate(_filled(story)):
        left = words.left() + number * (dash + _STEP_GAP_PX)
        whole = QRectF(left, top, dash, thick)
        if mirrored:
            whole.moveLeft(words.left() + words.right() + 1 - left - dash)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(whole, thick / 2, thick / 2)
        if filled > 0:
            part = QRectF(whole)
            part.setWidth(max(thick, dash * filled))
            if mirrored:
                part.moveRight(whole.right())
            painter.setBrush(QColor(colours.voice_dark if is_set_aside(story) else colours.accent))
            painter.drawRoundedRect(part, thick / 2, thick / 2)


def _filled(story: StoryStatus) -> tuple[float, float, float, float]:
    """Of each step, from 0 to 1. On its way to "sent" a story fills that step with its bytes; never wholly before it is there."""
    reached = _STEPS.index(story.state)
    if story.state is PlainState.WAITING and story.size_bytes > 0:
        return 1.0, 1.0, min(0.99, story.sent_bytes / story.size_bytes), 0.0
    filled = [1.0 if number <= reached else 0.0 for number in range(len(_STEPS))]
    return filled[0], filled[1], filled[2], filled[3]


def _title_font() -> QFont:
    return theme.font("body", theme.look().text_size, bold=True)


def _details_font() -> QFont:
    return theme.font("small", theme.look().text_size)


def _words_px(width_px: int) -> int:
    return max(80, width_px - 2 - 3 * _PADDING_PX - grown(_MARK_PX))


def _height(font: QFont, words: str, width_px: int, direction: Qt.LayoutDirection) -> int:
    metrics = QFontMetrics(font)
    folded = _folded(words, metrics, width_px, direction)
    return metrics.boundingRect(QRect(0, 0, width_px, 10_000), _flags(direction), folded).height()


def _folded(words: str, metrics: QFontMetrics, width_px: int, direction: Qt.LayoutDirection) -> str:
    return fold(words, metrics, width_px, always=direction is Qt.LayoutDirection.RightToLeft)


def _flags(direction: Qt.LayoutDirection) -> int:
    # drawText wants the side itself.
    side = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)
