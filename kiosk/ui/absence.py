"""What happens when nobody is there: the warning over the whole window, and then the end of the visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.ui.announce import announce
from kiosk.ui.frame import Frame
from kiosk.ui.idle import IdlePage, IdleWatch
from kiosk.ui.words import Words


class Absence(QObject):
    """Window's thread. `held()`: she is busy without touching. `at_stake()`: there is a visit that would be lost; else nobody is warned."""

    warned = Signal()
    """The warning covers the window and may be read aloud."""
    returned = Signal()
    """Somebody is there after all, or the warning is over: the page is seen again, and not what staff had laid over it."""
    expired = Signal()

    def __init__(
        self,
        frame: Frame,
        words: Words,
        idle_s: int,
        *,
        held: Callable[[], bool],
        at_stake: Callable[[], bool],
        monotonic_s: Callable[[], float],
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._at_stake = at_stake
        self._under: QWidget | None = None
        self._had_focus: QWidget | None = None
        self.page = IdlePage(words)
        self.watch = IdleWatch(idle_s, held, monotonic_s)
        frame.add_cover(self.page)
        self.watch.warned.connect(self._warn)
        self.watch.counted.connect(self.page.show_seconds)
        self.watch.extended.connect(self._end_warning)
        self.watch.expired.connect(self._expire)
        self.page.stayed.connect(self.watch.touch)

    @property
    def is_warning(self) -> bool:
        return self._frame.is_covered_with(self.page)

    def _warn(self) -> None:
        if not self._at_stake():
            return
        self._under, self._had_focus = self._frame.cover, QApplication.focusWidget()
        self.page.retranslate()
        self._frame.cover_with(self.page)
        self.page.focus_first()
        announce(self.page, f"{self.page.title.text()} {self.page.sentence.text()}", at_once=True)
        self.warned.emit()

    def _end_warning(self) -> None:
        if not self.is_warning:
            return
        if self._under is None:
            self._frame.uncover()
            self.returned.emit()
            return
        self._frame.cover_with(self._under)
        if self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _expire(self) -> None:
        self._end_warning()
        self.expired.emit()
        self.watch.start()
