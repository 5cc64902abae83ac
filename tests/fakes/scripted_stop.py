"""Lets a test live through a worker's waits by a clock of its own: each wait passes at once, and may do something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sync_clock import FakeClock


class ScriptedStop:
    """Set when the last of `acts` is over. Before each act the clock moves on by what the worker wanted to wait. `waits` remembers it."""

    def __init__(self, clock: FakeClock, acts: Sequence[Callable[[], object]]) -> None:
        self._clock = clock
        self._acts = list(acts)
        self.waits: list[float] = []

    def is_set(self) -> bool:
        return not self._acts

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout or 0.0)
        self._clock.advance(timeout or 0.0)
        self._acts.pop(0)()
        return self.is_set()


def nothing() -> None:
    """An act in which nothing happens."""
