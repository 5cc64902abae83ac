"""Notices when this device slept, and when somebody set its clock.

Three clocks tell it together: the wall clock anybody may set, the one that goes on during sleep, and the one that stands still.
"""

from __future__ import annotations

from dataclasses import dataclass

from sync.schedule import Clock

# Time servers nudge a clock by less than this; a sleep shorter than that is none.
_SET_S = 2.0
_SLEPT_S = 5.0
# Where no clock stands still (Windows): a wait that took so much longer than it should was one.
_LATE_S = 10.0


@dataclass(frozen=True)
class Jump:
    """`set_by_s` is 0 unless the wall clock was set."""

    set_by_s: float
    slept: bool


class Jumps:
    """Compares each look with the one before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen = self._read()

    def look(self, *, late_s: float = 0.0) -> Jump:
        """`late_s` is how much longer than asked the caller has just waited."""
        wall_s, boot_s, monotonic_s = self._read()
        wall_before_s, boot_before_s, monotonic_before_s = self._seen
        self._seen = wall_s, boot_s, monotonic_s
        passed_s = boot_s - boot_before_s
        set_by_s = wall_s - wall_before_s - passed_s
        slept = passed_s - (monotonic_s - monotonic_before_s) > _SLEPT_S or late_s > _LATE_S
        return Jump(set_by_s if abs(set_by_s) > _SET_S else 0.0, slept)

    def _read(self) -> tuple[float, float, float]:
        return self._clock.now_s(), self._clock.boot_s(), self._clock.monotonic_s()
