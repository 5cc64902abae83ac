"""Clips of single words and sentences as one sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.ui.joined_sound import Part, joined_sound
from kiosk.ui.sounds import file_sound
from kiosk.ui.speaker import Sound

BETWEEN_CLIPS_MS = 120
BETWEEN_PHRASES_MS = 400


def spoken_sound(phrases: Sequence[Sequence[Path]]) -> Sound:
    """Phrase after phrase, each made of clips at 48 kHz. They are decoded in a worker thread. Raises StorageFault."""
    parts: list[Part] = []
    for clips in phrases:
        for number, clip in enumerate(clips):
            pause_ms = 0 if not parts else BETWEEN_CLIPS_MS if number else BETWEEN_PHRASES_MS
            parts.append((pause_ms, file_sound(clip)))
    return joined_sound(parts)
