"""A reading becomes a clip without the silence around it, as loud as the others, and is judged on the words alone."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
import soundfile

from kiosk.audio.codec import encode_flac_chunk
from kiosk.audio.ogg import mono_frames
from kiosk.audio.quality import Verdict
from kiosk.audio.reading import Reading, make_reading, spoken_part
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples
from kiosk.drafts.store import Chunk

_CHUNK_FRAMES = 24_000


def seconds(of: float) -> int:
    return round(of * SAMPLE_RATE_HZ)


def room(duration_s: float, amplitude: float = 0.0005) -> Samples:
    return (amplitude * np.random.default_rng(1).standard_normal(seconds(duration_s))).astype(np.float32)


def speech(duration_s: float, amplitude: float = 0.2) -> Samples:
    """Syllables: a tone that comes and goes four times a second."""
    time_s = np.arange(seconds(duration_s)) / SAMPLE_RATE_HZ
    return (amplitude * np.sin(2 * np.pi * 180 * time_s) * (0.55 - 0.45 * np.cos(2 * np.pi * 4 * time_s))).astype(np.float32)


def with_room(before_s: float, spoken: Samples, after_s: float) -> Samples:
    return np.concatenate([room(before_s), spoken, room(after_s)])


def read(samples: Samples) -> Reading:
    def chunks() -> Iterator[Chunk]:
        for first in range(0, len(samples), _CHUNK_FRAMES):
            part = samples[first : first + _CHUNK_FRAMES]
            yield Chunk(first, len(part), SAMPLE_RATE_HZ, encode_flac_chunk(part))

    return make_reading(chunks)


def test_silence_around_the_words_goes_and_a_little_stays() -> None:
    kept = spoken_part(with_room(1.5, speech(2.0), 2.0))
    assert kept is not None
    assert kept.end_frame is not None
    assert seconds(1.3) <= kept.start_frame < seconds(1.5)
    assert seconds(3.5) < kept.end_frame <= seconds(3.75)


def test_a_pause_between_two_words_stays() -> None:
    words = np.concatenate([speech(0.5), room(1.2), speech(0.5)])
    kept = spoken_part(with_room(1.0, words, 1.0))
    assert kept is not None
    assert kept.end_frame is not None
    assert kept.end_frame - kept.start_frame > len(words)


def test_the_press_of_a_key_is_no_word() -> None:
    samples = with_room(1.5, speech(1.0), 1.5)
    samples[seconds(0.1) : seconds(0.13)] = 0.5
    samples[-seconds(0.1) : -seconds(0.07)] = 0.5
    kept = spoken_part(samples)
    assert kept is not None
    assert kept.end_frame is not None
    assert kept.start_frame >= seconds(1.3)
    assert kept.end_frame <= seconds(2.75)


def test_words_without_any_silence_are_kept_whole() -> None:
    kept = spoken_part(speech(0.6))
    assert kept is not None
    assert (kept.start_frame, kept.end_frame) == (0, seconds(0.6))


@pytest.mark.parametrize("amplitude", [0.02, 0.2, 0.8])
def test_the_clip_is_whole_levelled_and_says_nothing_about_itself(amplitude: float) -> None:
    reading = read(with_room(1.0, speech(2.0, amplitude), 1.0))
    assert reading.verdicts == frozenset()
    clip = reading.clip
    assert clip is not None
    assert 2_000 < clip.duration_ms < 2_400
    assert mono_frames(clip.data) == round(clip.duration_ms * 48)
    assert clip.loudness_centi_lufs is not None
    assert abs(clip.loudness_centi_lufs + 2_300) < 150
    sound, sample_rate_hz = soundfile.read(io.BytesIO(clip.data), dtype="float32")
    assert sample_rate_hz == SAMPLE_RATE_HZ
    assert sound.ndim == 1
    assert b"COMMENT" not in clip.data[:1_000].upper()
    assert b"DATE" not in clip.data[:1_000].upper()


def test_nothing_at_all_is_blocked() -> None:
    assert read(np.zeros(seconds(1.0), np.float32)) == Reading(None, frozenset({Verdict.BLOCKED}))


@pytest.mark.parametrize("duration_s", [0.01, 0.5, 3.0])
def test_an_empty_room_is_silent(duration_s: float) -> None:
    assert read(room(duration_s)) == Reading(None, frozenset({Verdict.SILENT}))


def test_too_loud_and_too_quiet_are_said_and_may_be_kept() -> None:
    loud = read(with_room(0.5, np.clip(speech(1.0, 3.0), -1, 1), 0.5))
    assert loud.verdicts == {Verdict.CLIPPED}
    quiet = read(np.concatenate([room(0.5, 0.0001), speech(1.0, 0.008), room(0.5, 0.0001)]))
    assert quiet.verdicts == {Verdict.TOO_QUIET}
    assert loud.clip is not None
    assert quiet.clip is not None
