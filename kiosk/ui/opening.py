"""When somebody may begin: not before there is a place for what she says, and a key to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.errors import KeyFault
from kiosk.ui.screens.start import StartScreen
from kiosk.ui.tasks import Tasks
from sync.contract.faults import Fault


class Opening(QObject):
    """Window's thread; `prepare` runs in a worker thread, `begin_visit` on this one. Both may raise Fault, which Start then shows."""

    opened = Signal()
    """From now on somebody may begin."""

    def __init__(
        self,
        start: StartScreen,
        tasks: Tasks,
        *,
        prepare: Callable[[], None],
        begin_visit: Callable[[], None],
        may_begin: Callable[[], bool],
    ) -> None:
        """`may_begin()`: Start is still what is shown."""
        super().__init__(start)
        self._start = start
        self._tasks = tasks
        self._prepare = prepare
        self._begin_visit = begin_visit
        self._may_begin = may_begin
        self._keyless = False

    def prepare(self) -> None:
        """Once, at the window's start."""
        self._run(self._open)

    def begin(self) -> None:
        """Somebody touched Start."""
        if self._keyless:
            # Staff may have unlocked it. Not asked on this thread: a keyring may let one wait for seconds, and put up a dialog.
            self._start.set_ready(False)
            self._run(self._begin_after_all)
        else:
            self._begin()

    def _run(self, then: Callable[[], None]) -> None:
        self._tasks.run(self._prepare, owner=self, done=lambda _: then(), failed=self._open_with)

    def _open(self) -> None:
        self._keyless = False
        self._start.set_ready(True)
        self.opened.emit()

    def _open_with(self, fault: Fault) -> None:
        self._open()
        self._keyless = isinstance(fault, KeyFault)
        self._start.show_fault(fault)

    def _begin_after_all(self) -> None:
        self._open()
        if self._may_begin():
            self._begin()

    def _begin(self) -> None:
        try:
            self._begin_visit()
        except Fault as fault:
            self._start.show_fault(fault)
