"""A signal in which every place is known by its sound: seeded noise, where any four samples in a row occur only once.

So each recorded sample tells from where in the signal it came. Between neighbouring places the advance in the signal is held
against the advance in the recording: more signal than recording means lost, a step back means repeated, less means inserted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SAMPLE_RATE_HZ = 48_000
_WORD = 4
_SEED = 12_345

Int16 = npt.NDArray[np.int16]


@dataclass(frozen=True)
class Decoded:
    """All in samples. `first` and `last` are places in the signal, None where nothing of it was found."""

    lost: int
    repeated: int
    inserted: int
    first: int | None
    last: int | None

    @property
    def whole(self) -> bool:
        return self.first is not None and self.lost == self.repeated == self.inserted == 0


class PositionSignal:
    """`samples` may be played in a loop. A single loss must be shorter than half of it."""

    def __init__(self, seconds: float, amplitude: int = 30_000) -> None:
        length = round(seconds * SAMPLE_RATE_HZ)
        self.samples: Int16 = np.random.default_rng(_SEED).integers(-amplitude, amplitude + 1, length, dtype=np.int16)
        words = _words(np.concatenate([self.samples, self.samples[: _WORD - 1]]))
        self._order = np.argsort(words)
        self._words = words[self._order]
        if np.any(self._words[1:] == self._words[:-1]):
            raise ValueError("four samples in a row occur twice in this signal")

    def decode(self, recorded: Int16) -> Decoded:
        """What became of the signal between its first and its last recognised sample."""
        words = _words(recorded)
        index = np.searchsorted(self._words, words) % len(self._words)
        found = np.flatnonzero(self._words[index] == words)
        if len(found) == 0:
            return Decoded(0, 0, 0, None, None)
        places = self._order[index[found]]
        in_signal, in_recording = np.diff(places) % len(self.samples), np.diff(found)
        breaks = in_signal != in_recording
        lost = repeated = inserted = 0
        for signal, recording in zip(in_signal[breaks].tolist(), in_recording[breaks].tolist(), strict=True):
            if signal > len(self.samples) // 2:
                repeated += len(self.samples) - signal + recording
            elif signal > recording:
                lost += signal - recording
            else:
                inserted += recording - signal
        return Decoded(lost, repeated, inserted, int(places[0]), int(places[-1]) + _WORD - 1)


def int16(samples: npt.NDArray[np.float32]) -> Int16:
    """float32 at full scale 1.0 back to the integers it was made of."""
    return np.rint(samples * 32_768).astype(np.int16)


def _words(samples: Int16) -> npt.NDArray[np.uint64]:
    wide = samples.astype(np.uint16).astype(np.uint64)
    return wide[:-3] | wide[1:-2] << np.uint64(16) | wide[2:-1] << np.uint64(32) | wide[3:] << np.uint64(48)
