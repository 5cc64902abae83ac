"""Several sounds as one: the answers as an audience hears them, or a code digit by digit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.drafts.store import Draft
from kiosk.story.session import Session
from kiosk.ui.published_sound import published_sound
from kiosk.ui.speaker import Sound

if TYPE_CHECKING:
    from kiosk.ui.speaker import Pcm

_BETWEEN_ANSWERS_MS = 900
_FRAMES_PER_MS = SAMPLE_RATE_HZ // 1000

Part = tuple[int, Sound]


def public_sound(draft: Draft, session: Session) -> Sound:
    """Every kept answer in the order of the walk, each exactly as its listening copy will be sealed: that copy itself, decoded."""
    kept = [answer for answer in session.answers.values() if answer.has_recording]
    pauses_ms = (0, *[_BETWEEN_ANSWERS_MS] * len(kept))
    sounds = (published_sound(draft, answer) for answer in kept)
    return joined_sound(zip(pauses_ms, sounds, strict=False))


def joined_sound(parts: Iterable[Part]) -> Sound:
    """One Sound of parts at 48 kHz, each after a pause of the given milliseconds. `read` raises what the parts' own `read` raises."""
    placed: list[Part] = []
    end_ms = 0
    for pause_ms, sound in parts:
        placed.append((end_ms + pause_ms, sound))
        end_ms += pause_ms + sound.duration_ms
    return Sound(end_ms, partial(_read, tuple(placed), end_ms))


def _read(placed: tuple[Part, ...], duration_ms: int, start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    end_ms = min(duration_ms, start_ms + most_ms)
    # Laid out by the clock: a part that is a sample shorter than it says must not pull the rest forward.
    samples: Pcm = np.zeros(max(0, end_ms - start_ms) * _FRAMES_PER_MS, np.float32)
    for begins_ms, sound in placed:
        from_ms, until_ms = max(start_ms, begins_ms), min(end_ms, begins_ms + sound.duration_ms)
        if from_ms >= until_ms:
            continue
        piece, sample_rate_hz = sound.read(from_ms - begins_ms, until_ms - from_ms)
        if sample_rate_hz != SAMPLE_RATE_HZ:
            raise ValueError("only sounds at 48 kHz can be joined")
        first = (from_ms - start_ms) * _FRAMES_PER_MS
        piece = piece[: (until_ms - from_ms) * _FRAMES_PER_MS]
        samples[first : first + len(piece)] = piece
    return samples, SAMPLE_RATE_HZ
