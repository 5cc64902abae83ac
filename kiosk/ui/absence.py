"""What happens when nobody is there: the warning over the whole window, and then the end of the visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.ui.announce import announce
from kiosk.ui.frame import Frame
from kiosk.ui.idle import IdlePage, IdleWatch
from kiosk.ui.words import Words


class Absence(QObject):
    """Window's thread. `held()`: she is busy without touching. `at_stake()`: there is a visit that would be lost; else nobody is warned."""

    warned = Signal()
    """The warning covers the window and may be read aloud."""
    returned = Signal()
    """Somebody is there after all, or the warning is over: the page is seen again."""
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
        self.page.retranslate()
        self._frame.cover_with(self.page)
        self.page.focus_first()
        announce(self.page, f"{self.page.title.text()} {self.page.sentence.text()}", at_once=True)
        self.warned.emit()

    def _end_warning(self) -> None:
        if self.is_warning:
            self._frame.uncover()
            self.returned.emit()

    def _expire(self) -> None:
        self._end_warning()
        self.expired.emit()
        self.watch.start()
