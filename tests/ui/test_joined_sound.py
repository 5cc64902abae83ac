"""Several sounds as one: every window of it is what the whole would give at that place."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.app import RESOURCES
from kiosk.story.voices import voice_key
from kiosk.ui.joined_sound import joined_sound
from kiosk.ui.sounds import file_sound
from kiosk.ui.speaker import Sound


def steady(level: float, duration_ms: int, *, missing_frames: int = 0, sample_rate_hz: int = 48_000) -> Sound:
    """One level all through; `missing_frames` fewer at the end than its duration says."""
    samples = np.full(duration_ms * sample_rate_hz // 1000 - missing_frames, level, np.float32)
    per_ms = sample_rate_hz // 1000
    return Sound(duration_ms, lambda start_ms, most_ms: (samples[start_ms * per_ms : (start_ms + most_ms) * per_ms], sample_rate_hz))


def test_parts_follow_each_other_after_their_pauses() -> None:
    joined = joined_sound([(0, steady(0.25, 100)), (50, steady(0.5, 200))])
    assert joined.duration_ms == 350
    samples, sample_rate_hz = joined.read(0, 60_000)
    assert sample_rate_hz == 48_000
    assert len(samples) == 350 * 48
    levels = [float(samples[at_ms * 48]) for at_ms in (0, 99, 100, 149, 150, 349)]
    assert levels == [0.25, 0.25, 0.0, 0.0, 0.5, 0.5]


@pytest.mark.parametrize("window_ms", [7, 60, 151])
def test_windows_put_together_are_the_whole(window_ms: int) -> None:
    joined = joined_sound([(0, steady(0.25, 100)), (50, steady(0.5, 200)), (10, steady(0.75, 33))])
    whole, _ = joined.read(0, 60_000)
    pieces = [joined.read(start_ms, window_ms)[0] for start_ms in range(0, joined.duration_ms, window_ms)]
    assert np.array_equal(np.concatenate(pieces), whole)
    assert len(joined.read(joined.duration_ms, 100)[0]) == 0


def test_a_part_shorter_than_it_says_moves_nothing_after_it() -> None:
    joined = joined_sound([(0, steady(0.25, 100, missing_frames=20)), (0, steady(0.5, 100))])
    samples, _ = joined.read(0, 60_000)
    assert len(samples) == 200 * 48
    assert samples[100 * 48 - 1] == 0.0
    assert samples[100 * 48] == 0.5


def test_only_one_rate_can_be_joined() -> None:
    with pytest.raises(ValueError, match="48 kHz"):
        joined_sound([(0, steady(0.25, 100, sample_rate_hz=24_000))]).read(0, 100)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_spoken_code_is_as_long_as_its_digits_and_pauses(language: str) -> None:
    folder = RESOURCES / "voices" / language
    digits = [file_sound(folder / f"{voice_key(str(digit))}.opus") for digit in range(10)]
    joined = joined_sound((300, sound) for sound in digits)
    assert joined.duration_ms == sum(sound.duration_ms for sound in digits) + 3_000
    samples, _ = joined.read(0, 60_000)
    assert len(samples) == joined.duration_ms * 48
    assert np.abs(samples).max() > 0.05
