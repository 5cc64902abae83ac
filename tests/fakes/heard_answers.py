"""Answers to listen to without a draft: silent ones, and a picture that the test gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from choice_stage import Stage

from kiosk.audio.codec import encode_flac_chunk
from kiosk.drafts.store import Chunk
from kiosk.ui.speaker import Sound
from kiosk.ui.widgets.answer_player import Hearing
from sync.contract.story import Span

CHUNK_FRAMES = 24_000


class Heard:
    """Remembers in `asked` which sounds were asked for: (take ids, duration_ms, cuts)."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[str], int, list[Span]]] = []

    def take_sound(self, take_ids: Sequence[str], duration_ms: int, cuts: Sequence[Span]) -> Sound:
        self.asked.append((list(take_ids), duration_ms, list(cuts)))
        return Sound(
            duration_ms, lambda start_ms, most_ms: (np.zeros(max(0, min(most_ms, duration_ms - start_ms)) * 48, np.float32), 48_000)
        )


def chunks(amplitudes: Sequence[float]) -> Callable[[Sequence[str]], Iterator[Chunk]]:
    """One take of half-second chunks, each as loud as its amplitude, whatever take is asked for."""

    def read(take_ids: Sequence[str]) -> Iterator[Chunk]:
        for number, amplitude in enumerate(amplitudes):
            flac = encode_flac_chunk(np.full(CHUNK_FRAMES, amplitude, np.float32))
            yield Chunk(number * CHUNK_FRAMES, CHUNK_FRAMES, 48_000, flac)

    return read


def hearing(stage: Stage, heard: Heard | None = None, amplitudes: Sequence[float] = ()) -> Hearing:
    return Hearing(stage.speaker, stage.tasks, (heard or Heard()).take_sound, chunks(amplitudes))
