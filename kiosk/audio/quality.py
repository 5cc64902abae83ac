"""What can be said about a take before a person goes on: silent, blocked, muted, no voice, clipped, too short, too quiet.

The thresholds are proposals from the research, not measured with people. They judge a take while it is recorded, an hour too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from kiosk.audio.meter import BLOCKED_AFTER_FRAMES, SILENT_BELOW_DBFS, VOICE_RISES_DB, LoudnessMeter, Regrouped, dbfs, mean_square
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples

TOO_SHORT_MS = 1_500
TOO_QUIET_BELOW_CENTI_LUFS = -3_800
TOO_QUIET_AFTER_MS = 10_000
NO_VOICE_AFTER_MS = 5_000
CLIPPED_ABOVE = 0.999
CLIPPED_RUN_FRAMES = 3
_LOUDEST_OVER_FRAMES = round(0.4 * SAMPLE_RATE_HZ)


class Verdict(StrEnum):
    """`blocked`: exact zeros for at least a second, so the device gave nothing at all; `muted`: the same, and the system itself says
    that the microphone is turned off. `silent`: only room noise came in. `wrong_device`: sound came in, but never a voice."""

    SILENT = "silent"
    BLOCKED = "blocked"
    MUTED = "muted"
    WRONG_DEVICE = "wrong_device"
    CLIPPED = "clipped"
    TOO_SHORT = "too_short"
    TOO_QUIET = "too_quiet"


@dataclass(frozen=True)
class TakeReport:
    """`loudness_centi_lufs`: integrated (EBU R 128), None where nothing was loud enough to be measured."""

    duration_ms: int
    loudness_centi_lufs: int | None
    verdicts: tuple[Verdict, ...]


class TakeJudge:
    """Listens along while a take is recorded."""

    def __init__(self) -> None:
        self._frames = 0
        self._zeros = _LongestRun()
        self._clipping = _LongestRun()
        self._windows = Regrouped(_LOUDEST_OVER_FRAMES)
        self._loudest = 0.0  # mean square
        self._quietest = math.inf
        self._muted = self._monitor = False
        self._loudness = LoudnessMeter()

    def feed(self, samples: Samples) -> None:
        self._frames += len(samples)
        self._zeros.feed(samples == 0)
        self._clipping.feed(np.abs(samples) >= CLIPPED_ABOVE)
        for window in self._windows.feed(samples):
            power = mean_square(window)
            self._loudest, self._quietest = max(self._loudest, power), min(self._quietest, power)
        self._loudness.feed(samples)

    def note(self, *, muted: bool, monitor: bool) -> None:
        """What the sound server says about the microphone while the take is recorded."""
        self._muted |= muted
        self._monitor |= monitor

    def report(self) -> TakeReport:
        duration_ms = round(self._frames * 1000 / SAMPLE_RATE_HZ)
        return TakeReport(duration_ms, self._loudness.integrated_centi_lufs(), tuple(self._verdicts(duration_ms)))

    def is_too_quiet(self) -> bool:
        """Only once there is enough speech to say so, pauses not counted."""
        loudness = self._loudness.integrated_centi_lufs()
        return loudness is not None and loudness < TOO_QUIET_BELOW_CENTI_LUFS and self._loudness.measured_ms >= TOO_QUIET_AFTER_MS

    def _verdicts(self, duration_ms: int) -> list[Verdict]:
        if duration_ms < TOO_SHORT_MS:
            return [Verdict.TOO_SHORT]
        if self._zeros.longest >= BLOCKED_AFTER_FRAMES:
            return [Verdict.MUTED if self._muted else Verdict.BLOCKED]
        if self._monitor:
            return [Verdict.WRONG_DEVICE]
        if dbfs(math.sqrt(self._loudest)) < SILENT_BELOW_DBFS:
            return [Verdict.SILENT]
        found = [Verdict.WRONG_DEVICE] if self._is_steady(duration_ms) else []
        if self._clipping.longest >= CLIPPED_RUN_FRAMES:
            found.append(Verdict.CLIPPED)
        if self.is_too_quiet():
            found.append(Verdict.TOO_QUIET)
        return found

    def _is_steady(self, duration_ms: int) -> bool:
        """Whether the sound never rose above its own floor, so that nobody can have spoken."""
        risen_db = 10 * math.log10(self._loudest / self._quietest) if self._quietest else math.inf
        return duration_ms >= NO_VOICE_AFTER_MS and risen_db < VOICE_RISES_DB


class _LongestRun:
    """The longest run of True over all that was fed, across the borders of blocks."""

    def __init__(self) -> None:
        self.longest = 0
        self._open = 0  # length of the run that reaches the end

    def feed(self, mask: npt.NDArray[np.bool_]) -> None:
        breaks = np.flatnonzero(~mask)
        if len(breaks) == 0:
            self._open += len(mask)
        else:
            inner = int(np.diff(breaks).max()) - 1 if len(breaks) > 1 else 0
            self.longest = max(self.longest, self._open + int(breaks[0]), inner)
            self._open = len(mask) - 1 - int(breaks[-1])
        self.longest = max(self.longest, self._open)
