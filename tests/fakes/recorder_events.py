"""Collects what a recorder says, so that a test can wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from kiosk.audio.events import Committed, RecorderEvent

_PATIENCE_S = 30.0
_E = TypeVar("_E")


class RecorderEvents:
    """A listener. Any thread may call it; the test's thread waits."""

    def __init__(self) -> None:
        self.all: list[RecorderEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: RecorderEvent) -> None:
        with self._changed:
            self.all.append(event)
            self._changed.notify_all()

    def of(self, kind: type[_E]) -> list[_E]:
        return [event for event in list(self.all) if isinstance(event, kind)]

    def wait_for(self, kind: type[_E], wanted: Callable[[_E], bool] = lambda event: True) -> _E:
        """The first event of that kind for which `wanted` holds, said already or still to come."""
        with self._changed:
            if not self._changed.wait_for(lambda: any(map(wanted, self.of(kind))), _PATIENCE_S):
                raise TimeoutError(f"no {kind.__name__} among {self._summary()}")
            return next(event for event in self.of(kind) if wanted(event))

    def wait_committed(self, take_id: str, frames: int) -> int:
        """Blocks until that many frames are on disk. Returns how many there are."""
        return self.wait_for(Committed, lambda event: event.take_id == take_id and event.frames >= frames).frames

    def _summary(self) -> str:
        return ", ".join(sorted({type(event).__name__ for event in self.all})) or "no events"
