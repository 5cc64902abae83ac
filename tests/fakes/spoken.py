"""A folder of recorded speech for the synthetic microphone: position-coded, so that a recording of it can be checked by the sample."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from position_signal import SAMPLE_RATE_HZ, PositionSignal


def write_utterance(folder: Path, name: str, signal: PositionSignal) -> None:
    folder.mkdir(exist_ok=True)
    soundfile.write(folder / f"{name}.flac", signal.samples, SAMPLE_RATE_HZ, "PCM_16")


def write_utterance_24_bit(folder: Path, name: str, samples: np.ndarray) -> None:
    """`samples` are integers of 24 bits."""
    folder.mkdir(exist_ok=True)
    soundfile.write(folder / f"{name}.flac", samples.astype(np.int32) << 8, SAMPLE_RATE_HZ, "PCM_24")
