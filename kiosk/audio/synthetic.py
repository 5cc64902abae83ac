"""A microphone made of recorded speech, for tests and the unattended demo, so that it is known to the sample what was said.

It runs in real time against the monotonic clock and gives room noise at about -66 dBFS, never exact zeros. `cue` starts the next
utterance of the folder, in order of names and from the start again after the last, 0.3 s later and unmixed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from kiosk.audio.source import SAMPLE_RATE_HZ, Samples, SourceSpec
from kiosk.errors import MicrophoneFault

NOISE_DBFS = -66.0
CUE_DELAY_FRAMES = round(0.3 * SAMPLE_RATE_HZ)
_SEED = 20_070_913
_STEP = 1 / 32_768
_SUFFIXES = (".flac", ".wav")


class SyntheticSource:
    """A `Source`. Opens only from a description that was made for it: nothing ever falls back to it."""

    latency_s = 0.0
    device_name = "recorded speech"
    sample_rate_hz = SAMPLE_RATE_HZ
    connected = None

    def __init__(self, spec: SourceSpec, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        if spec.kind != "synthetic" or spec.folder is None:
            raise MicrophoneFault("microphone-synthetic", "Recorded speech was asked for as a microphone without being chosen.")
        self._folder = spec.folder
        self._monotonic_s = monotonic_s
        self._noise = np.random.default_rng(_SEED)
        self._utterances: list[Samples] = []
        self._next = 0
        self._speaking: Samples = np.zeros(0, np.float32)
        self._speaks_from = 0  # in frames of the stream
        self._given = 0
        self._opened_s: float | None = None

    def open(self) -> None:
        """Raises MicrophoneFault where the folder has no speech in the right form."""
        self._utterances = [_load(path) for path in sorted(self._folder.iterdir()) if path.suffix in _SUFFIXES]
        if not self._utterances:
            raise MicrophoneFault("microphone-synthetic", "The folder of recorded speech is empty.")
        self._opened_s = self._monotonic_s()

    def read(self) -> Samples:
        if self._opened_s is None:
            raise RuntimeError("the microphone is not open")
        due = int((self._monotonic_s() - self._opened_s) * SAMPLE_RATE_HZ)
        first, frames = self._given, max(0, due - self._given)
        block = self._room_noise(frames)
        begin = max(first, self._speaks_from)
        end = min(first + frames, self._speaks_from + len(self._speaking))
        if begin < end:
            block[begin - first : end - first] = self._speaking[begin - self._speaks_from : end - self._speaks_from]
        self._given += frames
        return block

    def cue(self) -> None:
        self._speaking = self._utterances[self._next % len(self._utterances)]
        self._speaks_from = self._given + CUE_DELAY_FRAMES
        self._next += 1

    def close(self) -> None:
        self._opened_s = None

    def _room_noise(self, frames: int) -> Samples:
        steps = np.rint(self._noise.standard_normal(frames, np.float32) * (10 ** (NOISE_DBFS / 20) / _STEP))
        steps[steps == 0] = 1
        return (steps * _STEP).astype(np.float32)


def _load(path: Path) -> Samples:
    samples, rate_hz = soundfile.read(path, dtype="float32")
    if rate_hz != SAMPLE_RATE_HZ or samples.ndim != 1:
        raise MicrophoneFault("microphone-synthetic", "Recorded speech must be 48 kHz mono.")
    return np.asarray(samples, np.float32)
