"""A microphone that follows a script on a clock that only the test moves: late, lossy, unplugged, mute."""

from __future__ import annotations

import numpy as np

from kiosk.audio.sound_server import Connected
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples, microphone_gone


class FakeClock:
    """`clock()` is the time in seconds."""

    def __init__(self, start_s: float = 1_000.0) -> None:
        self._now_s = start_s

    def __call__(self) -> float:
        return self._now_s

    def advance(self, seconds: float) -> None:
        self._now_s += seconds


class ScriptedSource:
    """Gives the frames of `signal`, in real time of the clock; beyond its end quiet noise.

    `drop(frames)` makes frames vanish as a driver would, `hold(True)` keeps everything back, `unplug()` fails at the next read.
    """

    device_name = "scripted"
    sample_rate_hz = SAMPLE_RATE_HZ

    def __init__(self, clock: FakeClock, signal: Samples, latency_s: float = 0.0) -> None:
        self.latency_s = latency_s
        self.connected: Connected | None = None
        self.cued = 0
        self.is_open = False
        self._clock = clock
        self._signal = signal
        self._opened_s = 0.0
        self._position = 0  # in the signal
        self._held = self._unplugged = False

    def open(self) -> None:
        self.is_open = True
        self._opened_s = self._clock()

    def read(self) -> Samples:
        if self._unplugged:
            raise microphone_gone()
        due = round((self._clock() - self._opened_s - self.latency_s) * SAMPLE_RATE_HZ)
        if self._held or due <= self._position:
            return np.zeros(0, np.float32)
        first, self._position = self._position, due
        given = self._signal[first:due]
        return np.concatenate([given, np.full(due - first - len(given), 0.001, np.float32)])

    def cue(self) -> None:
        self.cued += 1

    def close(self) -> None:
        self.is_open = False

    def drop(self, frames: int) -> None:
        self._position += frames

    def hold(self, held: bool) -> None:
        self._held = held

    def unplug(self) -> None:
        self._unplugged = True
