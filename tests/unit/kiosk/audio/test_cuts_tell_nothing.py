"""What was cut out, trimmed away or said in between has no part in what leaves the laptop: two different originals give the same files."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.audio.codec import encode_flac_chunk, encode_opus, rebuild_flac
from kiosk.audio.source import Samples
from kiosk.audio.trim import WHOLE, Kept
from kiosk.drafts.store import Chunk
from sync.contract.story import Span

RATE_HZ = 48_000
ANSWER_MS = 3_000


def noise(seed: int, frames: int, bits: int, peak: float) -> Samples:
    full_scale = 2 ** (bits - 1)
    steps = np.random.default_rng(seed).uniform(-peak, peak, frames) * full_scale
    return (np.rint(steps) / full_scale).astype(np.float32)


def chunks_of(samples: Samples, frames: int = 24_000) -> list[Chunk]:
    pieces = [samples[begin : begin + frames] for begin in range(0, len(samples), frames)]
    return [Chunk(number * frames, len(piece), RATE_HZ, encode_flac_chunk(piece)) for number, piece in enumerate(pieces)]


def with_hidden(answer: Samples, span: Span, hidden: Samples) -> Samples:
    changed = answer.copy()
    changed[span.start_ms * 48 : span.end_ms * 48] = hidden[: (span.end_ms - span.start_ms) * 48]
    return changed


_SPANS = st.tuples(st.integers(0, ANSWER_MS - 100), st.integers(60, 1_500)).map(
    lambda pair: Span(pair[0], min(ANSWER_MS, pair[0] + pair[1]))
)


@settings(deadline=None, max_examples=15)
@given(_SPANS, st.integers(0, 2**32 - 1), st.sampled_from([16, 24]), st.sampled_from([0.0, 0.01, 1.0]))
@pytest.mark.parametrize("encode", [rebuild_flac, encode_opus])
def test_two_originals_that_differ_only_in_the_cut_become_the_same_file(encode, span, seed, hidden_bits, peak):
    """Byte by byte, with its depth, its length and its loudness; also where the name was louder or deeper than all the rest."""
    answer = noise(7, ANSWER_MS * 48, 16, 0.2)
    hidden = noise(seed, ANSWER_MS * 48, hidden_bits, peak)
    one, other = chunks_of(answer), chunks_of(with_hidden(answer, span, hidden))
    assert encode(lambda: one, [span]) == encode(lambda: other, [span])


@pytest.mark.parametrize("encode", [rebuild_flac, encode_opus])
@pytest.mark.parametrize("hidden", [Span(0, 700), Span(2_300, 3_000)])
def test_two_originals_that_differ_only_in_what_was_trimmed_become_the_same_file(encode, hidden):
    answer = noise(7, ANSWER_MS * 48, 16, 0.2)
    one, other = chunks_of(answer), chunks_of(with_hidden(answer, hidden, noise(1, ANSWER_MS * 48, 24, 1.0)))
    kept = Kept(700 * 48, 2_300 * 48)
    assert encode(lambda: one, [], kept) == encode(lambda: other, [], kept)


@settings(deadline=None, max_examples=15)
@given(_SPANS, st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_within_the_cut_two_wholly_different_originals_give_the_same_samples(span, one_seed, other_seed):
    inside = slice(span.start_ms * 48, span.end_ms * 48)
    masters = []
    for seed in (one_seed, other_seed):
        encoded = rebuild_flac(lambda seed=seed: chunks_of(noise(seed, ANSWER_MS * 48, 16, 0.5)), [span])
        masters.append(soundfile.read(io.BytesIO(encoded.data), dtype="float32")[0][inside])
    assert np.array_equal(*masters)


@pytest.mark.parametrize("encode", [rebuild_flac, encode_opus])
def test_a_difference_outside_of_the_cut_would_be_seen(encode):
    """What the tests above compare does change with the original."""
    answer = noise(7, ANSWER_MS * 48, 16, 0.2)
    other = with_hidden(answer, Span(0, 500), noise(1, ANSWER_MS * 48, 16, 0.2))
    cut = [Span(1_000, 2_000)]
    assert encode(lambda: chunks_of(answer), cut, WHOLE) != encode(lambda: chunks_of(other), cut, WHOLE)
    deep = chunks_of(noise(1, ANSWER_MS * 48, 24, 0.2))
    assert soundfile.info(io.BytesIO(rebuild_flac(lambda: deep, cut).data)).subtype == "PCM_24"
