"""Frames of a running stream against the monotonic clock: when a moment falls into the stream, and where samples are missing.

Overflow flags are never asked: PulseAudio and PipeWire drop seconds without raising one, WASAPI never raises one, and on some
systems every callback has one. What is counted is how far the frames lag behind the clock. Lag comes and goes with late blocks;
only lag that stays means that samples are gone.
"""

from __future__ import annotations

from dataclasses import dataclass

ALARM_S = 0.05
LASTS_S = 0.5  # lag beyond the alarm that stays for this long is loss
LASTS_AT_END_S = 0.1  # at the end of a take there is no time to wait for more
_WINDOW_S = 0.5
_DRIFT_SHARE = 0.2  # of the difference that the base follows per window: sound cards run up to some 100 ppm off
_UNCERTAIN_S = 0.01  # a reading that took longer than this says too little about when its samples came


@dataclass(frozen=True)
class Loss:
    """`frames` did not come. `at_frame` is about the first frame of the stream after the gap."""

    at_frame: int
    frames: int


@dataclass(frozen=True)
class _Reading:
    frames_before: int  # of the stream, before what this reading brought
    at_s: float
    lag_s: float


class FrameClock:
    """Fed with every reading of a stream that brought something."""

    def __init__(self, sample_rate_hz: int) -> None:
        self._rate_hz = sample_rate_hz
        self._frames = 0
        self._origin_s: float | None = None
        self._base_s: float | None = None  # the lag when nothing is late; unknown in the first window
        self._window: list[_Reading] = []
        self._late: list[_Reading] = []  # the last readings, where they lie beyond the alarm

    def observe(self, frames: int, before_s: float, after_s: float) -> Loss | None:
        """`frames` were read, not before and not after the two times. Says what was lost, once."""
        frames_before, self._frames = self._frames, self._frames + frames
        if self._origin_s is None:
            self._origin_s = after_s - self._frames / self._rate_hz
        if after_s - before_s > _UNCERTAIN_S:
            return None
        reading = _Reading(frames_before, after_s, after_s - self._origin_s - self._frames / self._rate_hz)
        if self._base_s is not None and reading.lag_s > self._base_s + ALARM_S:
            self._late.append(reading)
            return self._loss(LASTS_S)
        self._late.clear()
        self._window.append(reading)
        if reading.at_s - self._window[0].at_s >= _WINDOW_S:
            self._follow(min(reading.lag_s for reading in self._window))
            self._window.clear()
        return None

    def settle(self) -> Loss | None:
        """At the end of a take: a loss that has not yet lasted long enough for `observe`."""
        return self._loss(LASTS_AT_END_S)

    def frame_at(self, moment_s: float) -> int:
        """Which frame of the stream was arriving at that moment, in the past or the near future."""
        if self._origin_s is None:
            return 0
        base_s = min((reading.lag_s for reading in self._window), default=0.0) if self._base_s is None else self._base_s
        return max(0, round((moment_s - self._origin_s - base_s) * self._rate_hz))

    def _follow(self, lag_s: float) -> None:
        if self._base_s is None or lag_s < self._base_s - ALARM_S:
            self._base_s = lag_s
        else:
            self._base_s += _DRIFT_SHARE * (lag_s - self._base_s)

    def _loss(self, lasts_s: float) -> Loss | None:
        if self._base_s is None or not self._late or self._late[-1].at_s - self._late[0].at_s < lasts_s:
            return None
        least_s = min(reading.lag_s for reading in self._late)
        loss = Loss(self._late[0].frames_before, round((least_s - self._base_s) * self._rate_hz))
        self._base_s = least_s
        self._late.clear()
        self._window.clear()
        return loss
