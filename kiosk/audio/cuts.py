"""Cutting a name out of an answer: the samples of a span are replaced, not covered, by a soft tone of constant pitch.

A tone mixed over speech could be subtracted again. Within the span nothing of the original is left: two different originals
give the same samples there. The fades lie outside of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from kiosk.audio.source import SAMPLE_RATE_HZ, Samples
from sync.contract.story import Span

FADE_FRAMES = round(0.03 * SAMPLE_RATE_HZ)
_TONE_HZ = 440.0
_TONE_AMPLITUDE = 10 ** (-32 / 20)


class ToneCutter:
    """Knows the cuts of one answer; `cuts` lie on its joined time line in milliseconds and may touch or overlap."""

    def __init__(self, cuts: Iterable[Span]) -> None:
        self._spans = _merged([(_frame(cut.start_ms), _frame(cut.end_ms)) for cut in cuts])

    def apply(self, first_frame: int, samples: Samples) -> Samples:
        """`samples` begin at `first_frame` of the answer. Samples away from any cut come back bit by bit as they were."""
        for start, end, touched in self._touching(first_frame, len(samples)):
            samples = samples.copy()
            frames = np.arange(first_frame + touched.start, first_frame + touched.stop)
            # Distance from the span in frames: 0 within it, where the original counts for nothing.
            distance = np.maximum(np.maximum(start - frames, frames - (end - 1)), 0)
            share = (distance / FADE_FRAMES).astype(np.float32)
            samples[touched] = np.where(distance == 0, _tone(frames), share * samples[touched] + (1 - share) * _tone(frames))
        return samples

    def touches(self, first_frame: int, frames: int) -> bool:
        """Whether `apply` would change any of them."""
        return any(self._touching(first_frame, frames))

    def blank(self, first_frame: int, samples: Samples) -> Samples:
        """As `apply`, with silence in the place of all that it touches: what is left is as it was recorded."""
        for _, _, touched in self._touching(first_frame, len(samples)):
            samples = samples.copy()
            samples[touched] = 0
        return samples

    def _touching(self, first_frame: int, frames: int) -> Iterator[tuple[int, int, slice]]:
        """The cuts that reach into these frames, as (first, one after the last), and where among the frames they do."""
        for start, end in self._spans:
            begin, finish = max(first_frame, start - FADE_FRAMES), min(first_frame + frames, end + FADE_FRAMES)
            if begin < finish:
                yield start, end, slice(begin - first_frame, finish - first_frame)


def _frame(milliseconds: int) -> int:
    return milliseconds * SAMPLE_RATE_HZ // 1000


def _tone(frames: np.ndarray) -> Samples:
    """On the 16-bit grid, so that it is the same in every depth."""
    wave = np.sin(frames * (2 * np.pi * _TONE_HZ / SAMPLE_RATE_HZ)) * _TONE_AMPLITUDE
    return (np.rint(wave * 32_768) / 32_768).astype(np.float32)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, and joined where their fades would meet."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] < 2 * FADE_FRAMES:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
