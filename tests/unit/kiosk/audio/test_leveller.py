"""One gain for an answer, and peaks that stay below the ceiling whatever comes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.audio.leveller import MAX_GAIN, PEAK_CEILING, Leveller
from kiosk.audio.source import Samples

RATE_HZ = 48_000


def noise(dbfs: float, seconds: float, seed: int = 1) -> Samples:
    return (np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ)) * 10 ** (dbfs / 20)).astype(np.float32)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 1_000), dbfs=st.floats(-45, -5), knocks=st.lists(st.integers(0, 95_900), max_size=6))
def test_no_sample_passes_the_ceiling(seed: int, dbfs: float, knocks: list[int]) -> None:
    samples = np.clip(noise(dbfs, 2, seed), -1, 1)
    for at in knocks:
        samples[at : at + 40] = -1.0
    levelled = Leveller([samples]).apply(0, samples)
    assert np.abs(levelled).max() <= PEAK_CEILING + 1e-6


def test_apply_does_not_depend_on_how_the_sound_is_cut() -> None:
    samples = noise(-20, 2)
    samples[50_000] = 1.0
    leveller = Leveller([samples[:1_000], samples[1_000:]])
    parts = [leveller.apply(begin, samples[begin : begin + 7_001]) for begin in range(0, len(samples), 7_001)]
    assert np.array_equal(np.concatenate(parts), leveller.apply(0, samples))


def test_a_knock_does_not_keep_the_voice_quiet() -> None:
    samples = noise(-40, 6)
    calm = Leveller([samples]).apply(0, samples)
    samples[10_000:10_040] = 0.9
    levelled = Leveller([samples]).apply(0, samples)
    later = slice(4 * RATE_HZ, None)
    assert np.abs(levelled[later] / calm[later]).min() > 0.8


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), np.zeros(RATE_HZ, np.float32), noise(-85, 2)])
def test_what_has_no_loudness_is_left_alone(samples: Samples) -> None:
    assert np.array_equal(Leveller([samples]).apply(0, samples), samples)


def test_room_noise_is_not_pulled_up_without_end() -> None:
    samples = noise(-60, 3)
    assert np.abs(Leveller([samples]).apply(0, samples)).max() <= np.abs(samples).max() * MAX_GAIN * 1.0001
