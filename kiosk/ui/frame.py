"""Where things stand in the window: the fixed row, the page below it, and what may cover all of it. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.leave_panel import LeavePanel
from kiosk.ui.top_bar import TopBar
from kiosk.ui.widgets.corner_door import CornerDoor
from kiosk.ui.words import Words

_MARGIN_PX = 28


class Frame(QWidget):
    """A top-level window. `pages` are below the fixed row; a cover (the idle warning, the staff side) takes the whole window."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleIdentifier("window")
        self.setWindowTitle("I Defend Rights")
        self.top = TopBar()
        self.leave_panel = LeavePanel(words)
        # As high as the question that takes its place, so that the page does not jump.
        self.top.setMinimumHeight(self.leave_panel.sizeHint().height())
        self.pages = QStackedWidget()
        self._walk_side = QWidget()
        inside = QVBoxLayout(self._walk_side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.top)
        inside.addWidget(self.leave_panel)
        inside.addWidget(self.pages, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._walk_side)
        layout = QVBoxLayout(self)
        # The window is as large as the screen: no page, and no moment between two pages, may make it larger.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(_MARGIN_PX, 4, _MARGIN_PX, 16)
        layout.addWidget(self._whole)
        self.door = CornerDoor(self)

    def add_cover(self, cover: QWidget) -> None:
        """Not shown yet."""
        if self._whole.indexOf(cover) < 0:
            self._whole.addWidget(cover)

    def cover_with(self, cover: QWidget) -> None:
        self.add_cover(cover)
        self._whole.setCurrentWidget(cover)

    def uncover(self) -> None:
        self._whole.setCurrentWidget(self._walk_side)

    def is_covered_with(self, cover: QWidget | None) -> bool:
        return cover is not None and self._whole.currentWidget() is cover

    @property
    def is_covered(self) -> bool:
        return self._whole.currentWidget() is not self._walk_side

    def ask_to_leave(self) -> None:
        """In the place of the fixed row: nothing else to press there, and the page keeps its height."""
        self.leave_panel.retranslate()
        self.top.hide()
        self.leave_panel.show()
        self.leave_panel.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def asks_to_leave(self) -> bool:
        return self.leave_panel.isVisibleTo(self)

    def close_question(self) -> None:
        self.leave_panel.hide()
        self.top.show()

    def place_door(self) -> None:
        """In the far upper corner, above the row's last button."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.door.move(0 if mirrored else self.width() - self.door.width(), 0)
        self.door.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_door()
