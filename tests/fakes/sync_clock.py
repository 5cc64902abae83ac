"""A clock that a test moves by hand."""

from __future__ import annotations


class FakeClock:
    def __init__(self, now_s: float = 1_800_000_000.0) -> None:
        self._now_s = now_s
        self._monotonic_s = 0.0
        self._boot_s = 0.0

    def now_s(self) -> float:
        return self._now_s

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def boot_s(self) -> float:
        return self._boot_s

    def advance(self, seconds: float) -> None:
        self._monotonic_s += seconds
        self.sleep(seconds)

    def jump(self, seconds: float) -> None:
        """Someone sets the wall clock; time itself goes on as before."""
        self._now_s += seconds

    def sleep(self, seconds: float) -> None:
        """The device sleeps: time passes, and one clock stands still."""
        self._now_s += seconds
        self._boot_s += seconds
