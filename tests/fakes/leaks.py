"""What a test could leave behind, counted before and after: threads, processes, temp files, windows, timers.

Higher-scoped fixtures are set up before the count and so belong to it; only what this one test added is a leak.
"""

from __future__ import annotations

import gc
import multiprocessing.resource_tracker
import os
import sys
import tempfile
import threading
import weakref
from typing import Any

from processes import Process, bus_activated, descendants, poll

RUN_MARK = "TEST_RUN"
_PATIENCE_S = 3.0


def mark_this_run() -> None:
    """From here on every process that is started inherits a mark by which `Leaks` finds it."""
    os.environ[RUN_MARK] = str(os.getpid())


class Leaks:
    """Counts at construction; `found()` says what came since and did not go within a few seconds. Main thread."""

    def __init__(self) -> None:
        _watch_timers()
        self._threads = set(threading.enumerate())
        self._processes = _processes()
        self._files = _files()
        self._windows = set(_windows())

    def found(self) -> list[str]:
        running: list[str] = []

        def ended() -> bool:
            running[:] = [*self._new_threads(), *self._new_processes()]
            return not running

        # These may be on their way out; files and windows have no reason to be late once those are gone.
        poll(ended, _PATIENCE_S)
        return [
            *(f"{name} left behind" for name in running),
            *(f"temp file {name} left behind" for name in sorted(_files() - self._files)),
            *(f"window {name} left behind" for name in self._new_windows()),
            *(f"timer {name} left running" for name in _stop_timers()),
        ]

    def _new_processes(self) -> list[str]:
        return [f"process {process.command}" for process in _processes() - self._processes]

    def _new_threads(self) -> list[str]:
        return [f"thread {thread.name}" for thread in set(threading.enumerate()) - self._threads if thread.is_alive()]

    def _new_windows(self) -> list[str]:
        new = {pointer: name for pointer, name in _windows().items() if pointer not in self._windows}
        if new:
            gc.collect()  # a window that only a reference cycle holds is garbage, not a leak
            new = {pointer: name for pointer, name in _windows().items() if pointer in new}
        return list(new.values())


def _processes() -> set[Process]:
    # Python's own resource tracker is started once by the first spawned process and lives as long as we do.
    tracker = multiprocessing.resource_tracker._resource_tracker._pid  # type: ignore[attr-defined]
    return {process for process in descendants(f"{RUN_MARK}={os.getpid()}") if process.pid != tracker and not bus_activated(process)}


def _files() -> set[str]:
    return set(os.listdir(tempfile.gettempdir()))


# --- Qt, only where a test has already loaded it ---

_timers: weakref.WeakSet[Any] = weakref.WeakSet()


def _windows() -> dict[int, str]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    core, shiboken = sys.modules["PySide6.QtCore"], sys.modules["shiboken6"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return {
        shiboken.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()} {widget.windowTitle()}".strip()
        for widget in widgets.QApplication.topLevelWidgets()
    }


def _watch_timers() -> None:
    """Qt has no list of its timers, so `QTimer.start` is made to write one."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or hasattr(core.QTimer.start, "watched"):
        return
    start = core.QTimer.start

    def watched_start(timer: Any, *interval_ms: int) -> None:
        _timers.add(timer)
        start(timer, *interval_ms)

    watched_start.watched = True  # type: ignore[attr-defined]
    core.QTimer.start = watched_start


def _stop_timers() -> list[str]:
    """Stops what still runs, so that one test's timer cannot fail the next test too."""
    running = []
    for timer in list(_timers):
        if sys.modules["shiboken6"].isValid(timer) and timer.isActive():
            timer.stop()
            running.append(f"{timer.objectName()} every {timer.interval()} ms")
    _timers.clear()
    return running
