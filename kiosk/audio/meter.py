"""Levels for the waveform, and integrated loudness as EBU R 128 means it. Both are fed as the samples come; an hour takes no memory.

Loudness follows ITU-R BS.1770-5 for one channel: K-weighting, 400 ms blocks that overlap by 75 %, gates at -70 LUFS and at 10 LU
below the mean. The weighting is done by FFT with its impulse response, which after 4096 samples has died away below -170 dB.
"""

from __future__ import annotations

import math
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from kiosk.audio.source import SAMPLE_RATE_HZ, Samples

FLOOR_DBFS = -120.0  # what digital silence is given as

LEVEL_FRAMES = round(0.04 * SAMPLE_RATE_HZ)
LEVEL_BINS = 4
BLOCKED_AFTER_FRAMES = 1 * SAMPLE_RATE_HZ  # a microphone that works never gives exact zeros for a second
SILENT_BELOW_DBFS = -50.0
SILENT_AFTER_FRAMES = 3 * SAMPLE_RATE_HZ
# A voice comes and goes by far more than this within a few words; hum and hiss do not.
VOICE_RISES_DB = 6.0
STEADY_AFTER_FRAMES = 5 * SAMPLE_RATE_HZ

LOUDNESS_HOP_FRAMES = round(0.1 * SAMPLE_RATE_HZ)
_HOPS_PER_BLOCK = 4
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
_OFFSET_LU = -0.691
_TAPS = 4_096
_FFT_FRAMES = 9_000  # a product of small primes, at least taps + hop - 1

# BS.1770-5 tables 1 and 2, given there for 48 kHz: the shelf of the head, then the high-pass. Numerators, denominators.
_STAGES = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621)),
)


@dataclass(frozen=True)
class Level:
    """About 25 times a second. `bins` are linear peaks (0 to 1) of the equal parts of this span, for a waveform.

    `blocked`: exact zeros for a second, as a refused permission gives. `silent`: nothing above room noise for some seconds, or no
    samples at all. `muted`: the system itself says that the microphone is turned off. `steady`: for some seconds the same loudness
    and no voice, as a wrong input or a broken cable gives, or it is known to be no microphone. `too_quiet`: the running take is, so far.
    """

    peak_dbfs: float
    rms_dbfs: float
    bins: tuple[float, ...]
    blocked: bool
    silent: bool
    muted: bool = False
    steady: bool = False
    too_quiet: bool = False


NO_SAMPLES = Level(FLOOR_DBFS, FLOOR_DBFS, (), blocked=False, silent=True)


class Regrouped:
    """Blocks of any length in, blocks of exactly `frames` out."""

    def __init__(self, frames: int) -> None:
        self._frames = frames
        self._rest: Samples = np.zeros(0, np.float32)

    def feed(self, samples: Samples) -> Iterator[Samples]:
        """To be used up before the next call."""
        joined = np.concatenate([self._rest, samples]) if len(self._rest) else samples
        whole = len(joined) // self._frames * self._frames
        self._rest = joined[whole:]
        for begin in range(0, whole, self._frames):
            yield joined[begin : begin + self._frames]


class LevelMeter:
    """Turns a running stream into `Level`s."""

    def __init__(self) -> None:
        self._spans = Regrouped(LEVEL_FRAMES)
        self._zero_frames = 0
        self._silent_frames = 0
        self._recent_dbfs: deque[float] = deque(maxlen=STEADY_AFTER_FRAMES // LEVEL_FRAMES)

    def feed(self, samples: Samples) -> list[Level]:
        return [self._level(span) for span in self._spans.feed(samples)]

    def _level(self, span: Samples) -> Level:
        bins = tuple(float(peak) for peak in np.abs(span).reshape(LEVEL_BINS, -1).max(axis=1))
        rms_dbfs = dbfs(math.sqrt(mean_square(span)))
        self._zero_frames = 0 if max(bins) else self._zero_frames + len(span)
        self._silent_frames = 0 if rms_dbfs >= SILENT_BELOW_DBFS else self._silent_frames + len(span)
        self._recent_dbfs.append(rms_dbfs)
        return Level(
            peak_dbfs=dbfs(max(bins)),
            rms_dbfs=rms_dbfs,
            bins=bins,
            blocked=self._zero_frames >= BLOCKED_AFTER_FRAMES,
            silent=self._silent_frames >= SILENT_AFTER_FRAMES,
            steady=self._is_steady(),
        )

    def _is_steady(self) -> bool:
        loudest, quietest = max(self._recent_dbfs), min(self._recent_dbfs)
        long_enough = len(self._recent_dbfs) == self._recent_dbfs.maxlen
        return long_enough and quietest >= SILENT_BELOW_DBFS and loudest - quietest < VOICE_RISES_DB


class LoudnessMeter:
    """Integrated loudness of a 48 kHz mono stream."""

    def __init__(self) -> None:
        self._hops = Regrouped(LOUDNESS_HOP_FRAMES)
        self._before = np.zeros(_TAPS - 1)
        self._powers = array("d")  # an hour is 36 000 of them

    def feed(self, samples: Samples) -> None:
        for hop in self._hops.feed(samples):
            # Overlap-save: only the outputs for which all of the response has seen real samples are used.
            joined = np.concatenate([self._before, hop])
            weighted = np.fft.irfft(np.fft.rfft(joined, _FFT_FRAMES) * _k_weighting(), _FFT_FRAMES)[_TAPS - 1 : len(joined)]
            self._before = joined[-(_TAPS - 1) :]
            self._powers.append(float(np.mean(weighted**2)))

    def integrated_lufs(self) -> float | None:
        """None where nothing passes the absolute gate, or there are less than 400 ms."""
        blocks = self._gated()
        return _lufs(float(np.mean(blocks))) if len(blocks) else None

    def integrated_centi_lufs(self) -> int | None:
        lufs = self.integrated_lufs()
        return None if lufs is None else round(lufs * 100)

    @property
    def measured_ms(self) -> int:
        """How much of the sound the loudness is that of: without the pauses, so about as long as was spoken."""
        return len(self._gated()) * LOUDNESS_HOP_FRAMES * 1000 // SAMPLE_RATE_HZ

    def _gated(self) -> npt.NDArray[np.float64]:
        """Mean powers of the blocks that pass both gates."""
        if len(self._powers) < _HOPS_PER_BLOCK:
            return np.zeros(0)
        blocks = np.convolve(self._powers, np.full(_HOPS_PER_BLOCK, 1 / _HOPS_PER_BLOCK), "valid")
        blocks = blocks[blocks > _power(_ABSOLUTE_GATE_LUFS)]
        if len(blocks) == 0:
            return blocks
        # The mean itself always passes the relative gate, so something is left.
        return blocks[blocks > _power(_lufs(float(np.mean(blocks))) + _RELATIVE_GATE_LU)]


def integrated_centi_lufs(blocks: Iterable[Samples]) -> int | None:
    """Integrated loudness of 48 kHz mono sound in hundredths of a LUFS; None where it is silent or shorter than 400 ms."""
    meter = LoudnessMeter()
    for block in blocks:
        meter.feed(block)
    return meter.integrated_centi_lufs()


def mean_square(samples: Samples) -> float:
    return float(np.mean(np.square(samples, dtype=np.float64)))


def dbfs(amplitude: float) -> float:
    return max(FLOOR_DBFS, 20 * math.log10(amplitude)) if amplitude > 0 else FLOOR_DBFS


def _lufs(power: float) -> float:
    return _OFFSET_LU + 10 * math.log10(power)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET_LU) / 10))


@cache
def _k_weighting() -> npt.NDArray[np.complex128]:
    response = np.zeros(_TAPS)
    response[0] = 1.0
    for numerator, denominator in _STAGES:
        response = _filtered(response, numerator, denominator)
    return np.fft.rfft(response, _FFT_FRAMES)


def _filtered(
    signal: npt.NDArray[np.float64], numerator: tuple[float, float, float], denominator: tuple[float, float]
) -> npt.NDArray[np.float64]:
    """One second-order section in direct form 1, sample by sample: run once per program on a few thousand samples."""
    out = np.zeros_like(signal)
    x1 = x2 = y1 = y2 = 0.0
    for place, x in enumerate(signal.tolist()):
        y = numerator[0] * x + numerator[1] * x1 + numerator[2] * x2 - denominator[0] * y1 - denominator[1] * y2
        x1, x2, y1, y2 = x, x1, y, y1
        out[place] = y
    return out
