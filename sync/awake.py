"""Keeping this device from falling asleep while a person speaks or a story travels. Whoever closes the lid or empties the battery wins.

The system is asked through `wakepy`: D-Bus on Linux, SetThreadExecutionState on Windows, caffeinate on macOS. A system that refuses is
nothing a person who tells her story could mend, so it is no error here: staff see it among the health findings.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

log = logging.getLogger("sync.awake")


class Awake(Protocol):
    """Any thread may call; nothing here waits for the system, but `works` does."""

    def hold(self, wanted: bool) -> None:
        """From now on (soon) the device stays awake, or may sleep again."""
        ...

    def works(self) -> bool:
        """Whether this system lets itself be kept awake. Asks it; takes up to a few seconds."""
        ...

    def close(self) -> None:
        """The device may sleep again, at the latest a few seconds after this returns."""
        ...


class SystemAwake:
    """`with_screen`: the screen stays on too, for somebody who is in front of it. Its own thread talks to the system, one at a time.

    The thread starts with the first `hold` and ends with `close`.
    """

    def __init__(self, *, with_screen: bool) -> None:
        self._with_screen = with_screen
        self._changed = threading.Condition()
        self._wanted = False
        self._closed = False
        self._thread: threading.Thread | None = None

    def hold(self, wanted: bool) -> None:
        with self._changed:
            self._wanted = wanted and not self._closed
            if self._wanted and self._thread is None:
                self._thread = threading.Thread(target=self._keep, name="awake", daemon=True)
                self._thread.start()
            self._changed.notify()

    def works(self) -> bool:
        with self._held() as held:
            return held

    def close(self) -> None:
        with self._changed:
            self._closed, self._wanted = True, False
            self._changed.notify()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _keep(self) -> None:
        while self._wait_until(True):
            try:
                with self._held() as held:
                    if not held:
                        log.debug("awake-refused")
                    self._wait_until(False)
            except RuntimeError:
                # The system went away while it kept awake, and what it was asked for with it.
                log.debug("awake-lost")

    def _wait_until(self, wanted: bool) -> bool:
        """False when it was closed instead."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wanted is wanted)
            return not self._closed

    @contextmanager
    def _held(self) -> Iterator[bool]:
        """Whether the system agreed, for as long as it agreed to."""
        # Loaded here, in the thread that needs it: neither window nor worker should wait for it when they start.
        from sync.awake_system import kept_awake

        with kept_awake(with_screen=self._with_screen) as held:
            yield held
