"""The list of finished stories: as high as all its rows, so that it scrolls with its page and never by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from kiosk.ui.staff.story_rows import StoryPainter, StoryRow, StoryRows


class StoryList(QListView):
    """Nothing in it can be pressed; arrow keys go through it, for eyes and for a screen reader."""

    reached = Signal(QRect)
    """(place in the list) What should be in sight now, because the keyboard went there."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleIdentifier("outbox-stories")
        self._stories = StoryRows()
        self._painter = StoryPainter(self)
        self._measured: dict[int, int] = {}
        self.setModel(self._stories)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        # Not `Fixed`: Qt would hold it to the height that it had at its last width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> Sequence[StoryRow]:
        return self._stories.rows

    def show_rows(self, rows: Sequence[StoryRow]) -> None:
        """Who stands on a story still stands on it afterwards. Nothing is measured or painted anew where nothing has changed."""
        if rows == self.rows:
            return
        here = self.currentIndex()
        number = self.rows[here.row()].number if here.isValid() else None
        self._measured.clear()
        self._stories.set_rows(rows)
        if number is not None and not self.currentIndex().isValid():
            place = next((place for place, row in enumerate(rows) if row.number == number), None)
            if place is not None:
                self.setCurrentIndex(self._stories.index(place))
        self.updateGeometry()

    def retranslate(self) -> None:
        self._measured.clear()
        self._stories.retranslate()
        self.updateGeometry()

    def heightForWidth(self, width_px: int) -> int:
        if width_px not in self._measured:
            self._measured[width_px] = self._painter.row_px(self.rows, width_px)
        return len(self.rows) * self._measured[width_px]

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 0)

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        self.reached.emit(self.visualRect(index))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measured.clear()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # The height of a row follows its width.
            self.scheduleDelayedItemsLayout()
