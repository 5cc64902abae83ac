"""A trimmed answer is exactly the samples that were kept, in every form in which it leaves the laptop."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from kiosk.audio.codec import encode_flac_chunk, encode_opus, rebuild_flac
from kiosk.audio.cuts import FADE_FRAMES
from kiosk.audio.meter import integrated_centi_lufs
from kiosk.audio.source import Samples
from kiosk.audio.trim import WHOLE, Kept
from kiosk.drafts.store import Chunk
from kiosk.story.session import AnswerDraft
from sync.contract.story import Span

CHUNK_FRAMES = 24_000


def noise(frames: int, seed: int = 1, full_scale: int = 2**15) -> Samples:
    """Every place in it can be told from every other."""
    steps = np.random.default_rng(seed).integers(-full_scale // 8, full_scale // 8, frames)
    return (steps / full_scale).astype(np.float32)


def chunked(samples: Samples, frames: int = CHUNK_FRAMES) -> list[Chunk]:
    return [
        Chunk(begin, len(samples[begin : begin + frames]), 48_000, encode_flac_chunk(samples[begin : begin + frames]))
        for begin in range(0, len(samples), frames)
    ]


def decoded(data: bytes) -> Samples:
    return np.asarray(soundfile.read(io.BytesIO(data), dtype="float32")[0])


SPOKEN = [noise(60_000), noise(30_500, seed=2)]  # two segments, joined, with a short chunk where they meet
CHUNKS = chunked(SPOKEN[0]) + chunked(SPOKEN[1])
WHOLE_LINE = np.concatenate(SPOKEN)


@given(st.integers(0, 1_900), st.integers(1, 1_900))
def test_the_master_holds_exactly_the_kept_samples(start_ms: int, length_ms: int) -> None:
    answer = AnswerDraft(["a", "b"], duration_ms=1_885, trim=Span(start_ms, start_ms + length_ms))
    if start_ms >= answer.duration_ms:
        with pytest.raises(ValueError, match="must leave something"):
            Kept.of(answer)
        return
    encoded = rebuild_flac(lambda: CHUNKS, [], Kept.of(answer))
    to_the_end = start_ms + length_ms >= answer.duration_ms
    expected = WHOLE_LINE[start_ms * 48 : None if to_the_end else (start_ms + length_ms) * 48]
    assert np.array_equal(decoded(encoded.data), expected)
    assert encoded.duration_ms == round(len(expected) / 48)
    assert abs(encoded.duration_ms - answer.kept_ms) <= 1


@given(
    st.integers(0, 5_000),
    st.integers(1, 5_000),
    st.lists(st.tuples(st.integers(0, 6_000), st.integers(1, 900)).map(lambda at: Span(at[0], at[0] + at[1])), max_size=5),
)
def test_marks_and_cuts_are_shifted_and_clipped(start_ms: int, length_ms: int, spans: list[Span]) -> None:
    answer = AnswerDraft(["a"], duration_ms=6_000, trim=Span(start_ms, start_ms + length_ms))
    moved = answer.on_trimmed_line(spans)
    assert all(0 <= span.start_ms < span.end_ms <= answer.kept_ms for span in moved)

    def covered(placed: list[Span], first_ms: int, end_ms: int) -> list[bool]:
        return [any(span.start_ms <= at_ms < span.end_ms for span in placed) for at_ms in range(first_ms, end_ms)]

    assert covered(moved, 0, answer.kept_ms) == covered(spans, answer.kept.start_ms, answer.kept.end_ms)


def test_without_a_trim_all_is_kept() -> None:
    assert Kept.of(AnswerDraft(["a"], duration_ms=10)) is WHOLE
    assert np.array_equal(decoded(rebuild_flac(lambda: CHUNKS, []).data), WHOLE_LINE)


@pytest.mark.parametrize("trim", [Span(5, 5), Span(9, 3), Span(2_000, 3_000), Span(-5, 0)])
def test_a_trim_that_leaves_nothing_is_refused(trim: Span) -> None:
    answer = AnswerDraft(["a"], duration_ms=2_000, trim=trim)
    assert answer.kept_ms == 0
    with pytest.raises(ValueError, match="must leave something"):
        Kept.of(answer)


def test_what_was_trimmed_away_changes_no_byte_of_either_file() -> None:
    """Neither loudness, nor gain, nor the depth of the samples tells anything of it."""
    kept = noise(96_000)
    loud_and_deep = np.clip(noise(48_000, seed=3, full_scale=2**23) * 7, -1, 1).astype(np.float32)
    hushed = noise(48_000, seed=4) / 1_024
    files = []
    for removed in (loud_and_deep, hushed.astype(np.float32)):
        line = np.concatenate([removed, kept, removed])
        cut = Kept(48_000, 48_000 + len(kept))
        chunks = chunked(line)
        files.append((rebuild_flac(lambda given=chunks: given, [], cut), encode_opus(lambda given=chunks: given, [], cut)))
    assert files[0] == files[1]
    assert np.array_equal(decoded(files[0][0].data), kept)
    assert soundfile.info(io.BytesIO(files[0][0].data)).subtype == "PCM_16"
    assert files[0][0].loudness_centi_lufs == integrated_centi_lufs([kept])


def test_chunks_that_are_trimmed_away_are_not_even_decoded() -> None:
    broken = Chunk(0, CHUNK_FRAMES, 48_000, b"not a FLAC")
    kept = noise(CHUNK_FRAMES)
    (chunk,) = chunked(kept)
    encoded = rebuild_flac(lambda: [broken, chunk, broken], [], Kept(CHUNK_FRAMES, 2 * CHUNK_FRAMES))
    assert np.array_equal(decoded(encoded.data), kept)


def test_cuts_lie_on_the_trimmed_line() -> None:
    answer = AnswerDraft(["a", "b"], cuts=[Span(200, 400), Span(900, 1_000)], duration_ms=1_885, trim=Span(300, 1_500))
    cuts = answer.on_trimmed_line(answer.cuts)
    assert cuts == [Span(0, 100), Span(600, 700)]
    sound = decoded(rebuild_flac(lambda: CHUNKS, cuts, Kept.of(answer)).data)
    spoken = WHOLE_LINE[300 * 48 : 1_500 * 48]
    for span in cuts:
        within = slice(span.start_ms * 48, span.end_ms * 48)
        assert np.abs(sound[within]).max() < 0.03 < np.abs(spoken[within]).max()
    between = slice(100 * 48 + FADE_FRAMES, 600 * 48 - FADE_FRAMES)
    assert np.array_equal(sound[between], spoken[between])


def test_a_trimmed_listening_copy_plays_elsewhere_with_the_right_length(tmp_path: Path) -> None:
    encoded = encode_opus(lambda: CHUNKS, [], Kept(480, 48_480))
    (tmp_path / "answer.opus").write_bytes(encoded.data)
    raw = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", tmp_path / "answer.opus", "-f", "s16le", "-"], capture_output=True, check=True, timeout=60
    )
    assert raw.stderr == b""
    assert len(raw.stdout) // 2 == 48_000
    assert encoded.duration_ms == 1_000


@given(st.integers(0, 100_000), st.integers(1, 30_000))
def test_windows_of_what_is_kept_follow_each_other(start: int, frames: int) -> None:
    kept = Kept(10_000, 70_000)
    window = kept.window(start, frames)
    assert (window.start_frame, window.end_frame) == (10_000 + start, min(70_000, 10_000 + start + frames))
    assert WHOLE.window(start, frames) == Kept(start, start + frames)
