"""Bringing an answer to listening loudness: one gain for the whole of it, and a limiter for the few peaks that would then clip.

Two passes: the first measures loudness and the peak of every 5 ms, the second applies the gain that follows from them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from kiosk.audio.meter import LoudnessMeter
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples

TARGET_LUFS = -23.0  # EBU R 128
PEAK_CEILING = 10 ** (-2 / 20)  # room for what a lossy codec adds
MAX_GAIN = 10 ** (20 / 20)  # beyond that it is room noise that would be made loud
_WINDOW_FRAMES = round(0.005 * SAMPLE_RATE_HZ)
_ATTACK_STEP = 10 ** (1.5 / 20)  # per window: the gain may fall by 1.5 dB in 5 ms ...
_RELEASE_STEP = 10 ** (0.1 / 20)  # ... and comes back at 20 dB a second


class Leveller:
    """Made from one pass over the blocks of an answer; `apply` is then called with the same samples again, in order or not."""

    def __init__(self, blocks: Iterable[Samples]) -> None:
        meter = LoudnessMeter()
        peaks = _Peaks()
        for block in blocks:
            meter.feed(block)
            peaks.feed(block)
        # The last, unfinished window: zeros bring it out.
        peaks.feed(np.zeros(_WINDOW_FRAMES, np.float32))
        lufs = meter.integrated_lufs()
        gain = 1.0 if lufs is None else min(MAX_GAIN, 10 ** ((TARGET_LUFS - lufs) / 20))
        self._gains = gain * _limiting(peaks.so_far() * gain)
        self._centres = (np.arange(len(self._gains)) + 0.5) * _WINDOW_FRAMES

    def apply(self, first_frame: int, samples: Samples) -> Samples:
        frames = np.arange(first_frame, first_frame + len(samples))
        return (samples * np.interp(frames, self._centres, self._gains)).astype(np.float32)


class _Peaks:
    """The largest magnitude of every window; an hour of them takes 6 MB."""

    def __init__(self) -> None:
        self._rest: Samples = np.zeros(0, np.float32)
        self._peaks = array("d")

    def feed(self, block: Samples) -> None:
        joined = np.abs(np.concatenate([self._rest, block]))
        whole = len(joined) // _WINDOW_FRAMES * _WINDOW_FRAMES
        self._rest = joined[whole:]
        self._peaks.frombytes(joined[:whole].reshape(-1, _WINDOW_FRAMES).max(axis=1).astype(np.float64).tobytes())

    def so_far(self) -> npt.NDArray[np.float64]:
        return np.array(self._peaks)


def _limiting(peaks: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A factor (at most 1) for the middle of each window; straight lines between them keep every sample below the ceiling."""
    needed = np.minimum(1.0, PEAK_CEILING / np.maximum(peaks, PEAK_CEILING))
    if needed.min() == 1.0:
        return needed
    # A line between two middles passes through both windows, so each middle also obeys its neighbours.
    around = np.pad(needed, 1, mode="edge")
    factors = array("d", np.minimum(np.minimum(around[:-2], around[1:-1]), around[2:]).tobytes())
    for place in range(1, len(factors)):
        factors[place] = min(factors[place], factors[place - 1] * _RELEASE_STEP)
    for place in range(len(factors) - 2, -1, -1):
        factors[place] = min(factors[place], factors[place + 1] * _ATTACK_STEP)
    return np.array(factors)
