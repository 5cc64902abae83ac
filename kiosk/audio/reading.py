"""A person's reading of a few words as a clip: without the silence around it, at listening loudness, and judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.audio.codec import Encoded, ReadChunks, encode_opus, read_pcm
from kiosk.audio.meter import SILENT_BELOW_DBFS
from kiosk.audio.quality import CLIPPED_ABOVE, CLIPPED_RUN_FRAMES, Verdict
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples
from kiosk.audio.trim import Kept

# Longer than the longest sentence takes; all of it is in memory.
MOST_READING_MS = 60_000

_WINDOW_FRAMES = round(0.02 * SAMPLE_RATE_HZ)
_FLOOR_DBFS = -120.0
# A consonant may be this much below the loudest vowel, and speech stands out from the room by at least so much.
_SPEECH_BELOW_LOUDEST_DB = 32.0
_SPEECH_ABOVE_ROOM_DB = 8.0
_AT_MOST_BELOW_LOUDEST_DB = 10.0
# What is shorter is a key or the button, not a word.
_SHORTEST_WINDOWS = 3
_LEAD_WINDOWS, _TAIL_WINDOWS = 6, 10
# Below this the leveller, which adds at most 20 dB, cannot bring it to the loudness of the other clips.
_TOO_QUIET_BELOW_DBFS = -43.0


@dataclass(frozen=True)
class Reading:
    """`clip` is None where nobody spoke."""

    clip: Encoded | None
    verdicts: frozenset[Verdict]


def make_reading(read_chunks: ReadChunks) -> Reading:
    """Of at most a minute. Raises EncodingFault, and what `read_chunks` raises."""
    samples = read_pcm(read_chunks())
    if not samples.any():
        return Reading(None, frozenset({Verdict.BLOCKED}))
    spoken = spoken_part(samples)
    if spoken is None:
        return Reading(None, frozenset({Verdict.SILENT}))
    return Reading(encode_opus(read_chunks, (), spoken), frozenset(_verdicts(samples[spoken.start_frame : spoken.end_frame])))


def spoken_part(samples: Samples) -> Kept | None:
    """From a little before the first word to a little after the last one; None where nobody spoke."""
    levels = _levels_dbfs(samples)
    if not len(levels) or levels.max() < SILENT_BELOW_DBFS:
        return None
    loudest, room = float(levels.max()), float(np.percentile(levels, 10))
    threshold = max(loudest - _SPEECH_BELOW_LOUDEST_DB, room + _SPEECH_ABOVE_ROOM_DB, SILENT_BELOW_DBFS)
    loud = levels > min(threshold, loudest - _AT_MOST_BELOW_LOUDEST_DB)
    runs = [(first, last) for first, last in _runs(loud) if last - first >= _SHORTEST_WINDOWS]
    if not runs:
        return None
    first, last = max(0, runs[0][0] - _LEAD_WINDOWS), runs[-1][1] + _TAIL_WINDOWS
    return Kept(first * _WINDOW_FRAMES, min(len(samples), last * _WINDOW_FRAMES))


def _levels_dbfs(samples: Samples) -> npt.NDArray[np.float64]:
    """Of each whole window; what is left at the end is shorter than any sound of speech."""
    windows = samples[: len(samples) // _WINDOW_FRAMES * _WINDOW_FRAMES].reshape(-1, _WINDOW_FRAMES).astype(np.float64)
    power = np.mean(np.square(windows), axis=1)
    return 10 * np.log10(np.maximum(power, 10 ** (_FLOOR_DBFS / 10)))


def _runs(loud: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open stretches of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], loud, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _verdicts(spoken: Samples) -> Sequence[Verdict]:
    found = []
    clipped = np.abs(spoken) >= CLIPPED_ABOVE
    if any(last - first >= CLIPPED_RUN_FRAMES for first, last in _runs(clipped)):
        found.append(Verdict.CLIPPED)
    if _loud_average_dbfs(_levels_dbfs(spoken)) < _TOO_QUIET_BELOW_DBFS:
        found.append(Verdict.TOO_QUIET)
    return found


def _loud_average_dbfs(levels: npt.NDArray[np.float64]) -> float:
    """Of the louder half of the windows, so that pauses between words do not count."""
    louder = np.sort(levels)[len(levels) // 2 :]
    return float(10 * np.log10(np.mean(10 ** (louder / 10))))
