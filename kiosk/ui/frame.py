"""Where things stand in the window: the fixed row, the page below it, and what may cover all of it. It decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.screen_scale import room_in

if TYPE_CHECKING:
    from kiosk.ui.leave_panel import LeavePanel
    from kiosk.ui.top_bar import TopBar
    from kiosk.ui.widgets.corner_door import CornerDoor
    from kiosk.ui.words import Words

_MARGINS = QMargins(28, 4, 28, 12)
# Kept free for the fixed row until it is there; its height in most languages.
_ROW_PX = 72
# Longer lines are hard to read, and on a tall screen what belongs together would stand far apart.
_MOST_PX = QSize(1320, 1240)
# A window larger than that is on a screen whose scale somebody has set: it may well be small.
_MOST_ROOM = 1.5


class Frame(QWidget):
    """A top-level window. `pages` are below the fixed row; a cover (the idle warning, the staff side) takes the whole window.

    It is made bare, to be painted at once, and furnished right after that.
    """

    top: TopBar
    leave_panel: LeavePanel
    door: CornerDoor

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleIdentifier("window")
        self.setWindowTitle("I Defend Rights")
        self.furnished = False
        self.pages = QStackedWidget()
        self._walk_side = QWidget()
        self._inside = QVBoxLayout(self._walk_side)
        self._inside.setContentsMargins(0, _ROW_PX, 0, 0)
        self._inside.setSpacing(4)
        self._inside.addWidget(self.pages, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._walk_side)
        layout = QVBoxLayout(self)
        # The window is as large as the screen: no page, and no moment between two pages, may make it larger.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(_MARGINS)
        layout.addWidget(self._whole)

    def furnish(self, words: Words) -> None:
        """The fixed row, the question that may take its place, and the staff's corner: nobody can press them before they are painted."""
        from kiosk.ui.leave_panel import LeavePanel
        from kiosk.ui.top_bar import TopBar
        from kiosk.ui.widgets.corner_door import CornerDoor

        self.top = TopBar()
        self.leave_panel = LeavePanel(words)
        # As high as the question that takes its place, so that the page does not jump.
        self._question_px = self.leave_panel.sizeHint().height() / theme.room()
        self.top.keep_height(theme.grown(self._question_px))
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.insertWidget(0, self.top)
        self._inside.insertWidget(1, self.leave_panel)
        self.top.show()
        self.door = CornerDoor(self)
        self.door.show()
        self.furnished = True
        self.place_door()

    def add_cover(self, cover: QWidget) -> None:
        """Not shown yet."""
        if self._whole.indexOf(cover) < 0:
            self._whole.addWidget(cover)

    def cover_with(self, cover: QWidget) -> None:
        self.add_cover(cover)
        self._whole.setCurrentWidget(cover)

    def uncover(self) -> None:
        self._whole.setCurrentWidget(self._walk_side)

    @property
    def cover(self) -> QWidget | None:
        """What takes the whole window now."""
        return self._whole.currentWidget() if self.is_covered else None

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

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Children that do not deal with Tab themselves ask the window.
        from kiosk.ui.focus_order import next_stop

        stop = next_stop(self, QApplication.focusWidget(), forward=forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            _bring_into_sight(stop)
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(theme.room())
        if self.furnished:
            self.place_door()
        if theme.room() != self._fitting_room():
            # Not while it is being resized: everything in it changes its size.
            QTimer.singleShot(0, self, self._take_room)

    def _set_margins(self, grown: float) -> None:
        layout = self.layout()
        assert layout is not None
        room, most = self.size().shrunkBy(_MARGINS), _MOST_PX * grown
        across, down = max(0, room.width() - most.width()) // 2, max(0, room.height() - most.height()) // 2
        layout.setContentsMargins(_MARGINS + QMargins(across, down, across, down))

    def _fitting_room(self) -> float:
        return min(_MOST_ROOM, room_in(self.width(), self.height()))

    def _take_room(self) -> None:
        if theme.room() == self._fitting_room():
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        before, now = theme.room(), self._fitting_room()
        # The larger of both first: what stands in columns would give way to a width that is about to change.
        self._set_margins(max(before, now))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        theme.make_room(application, now)
        if self.furnished:
            self.top.keep_height(theme.grown(self._question_px))
        self._set_margins(now)


def _bring_into_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
