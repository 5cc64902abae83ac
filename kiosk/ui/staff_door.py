"""The way to the staff side, which lies over the walk while it is open, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.ui.frame import Frame

if TYPE_CHECKING:
    # Only for types: the staff side is loaded when it is first opened.
    from kiosk.ui.staff.pages import StaffPages


class StaffDoor(QObject):
    """Window's thread. The PIN stands before everything behind it; the pages are made at the first opening and kept."""

    closed = Signal()
    exit_asked = Signal()
    """The program should end."""
    resume_asked = Signal(str)
    """(draft id) The door is closed already."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.pages: StaffPages | None = None

    @property
    def is_open(self) -> bool:
        return self._frame.is_covered_with(self.pages)

    def open(self, make_pages: Callable[[], StaffPages]) -> None:
        if self.pages is None:
            self.pages = make_pages()
            self.pages.closed.connect(self._close)
            self.pages.exit_asked.connect(self.exit_asked)
            self.pages.resume_asked.connect(self._resume)
        self._frame.cover_with(self.pages)
        self.pages.open()

    def retranslate(self) -> None:
        if self.pages is not None:
            self.pages.retranslate()

    def abandon(self) -> None:
        """Nobody has been there for too long: as if they had gone back to Start."""
        if self.is_open and self.pages is not None:
            self.pages.leave()
            self._close()

    def shut(self) -> None:
        """At the program's end, whether it is open or not."""
        if self.pages is not None:
            self.pages.shut()

    def _close(self) -> None:
        self._frame.uncover()
        self.closed.emit()

    def _resume(self, draft_id: str) -> None:
        self._close()
        self.resume_asked.emit(draft_id)
