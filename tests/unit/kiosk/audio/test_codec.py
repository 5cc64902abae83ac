"""FLAC that loses nothing, Opus that other programs play, and cuts in which nothing of the original is left."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

import kiosk.audio.codec as codec
from kiosk.audio.codec import EncodingFault, decode_flac_chunk, duration_ms, encode_flac_chunk, encode_opus, read_pcm, rebuild_flac
from kiosk.audio.cuts import FADE_FRAMES
from kiosk.audio.meter import integrated_centi_lufs
from kiosk.audio.source import Samples
from kiosk.drafts.store import Chunk
from sync.contract.story import Span

RATE_HZ = 48_000
CUT = Span(1_000, 1_800)


def speech(bits: int, seconds: float = 4, seed: int = 1, dbfs: float = -30) -> Samples:
    """Noise in bursts, on the grid of `bits`."""
    random = np.random.default_rng(seed)
    samples = random.standard_normal(round(seconds * RATE_HZ)) * 10 ** (dbfs / 20)
    samples *= 0.1 + (np.arange(len(samples)) // 9_600 % 2)
    full_scale = 2 ** (bits - 1)
    return (np.clip(np.rint(samples * full_scale), -full_scale, full_scale - 1) / full_scale).astype(np.float32)


def chunked(samples: Samples, frames: int = 24_000) -> list[Chunk]:
    return [
        Chunk(begin, len(samples[begin : begin + frames]), RATE_HZ, encode_flac_chunk(samples[begin : begin + frames]))
        for begin in range(0, len(samples), frames)
    ]


def subtype(flac: bytes) -> str:
    return str(soundfile.info(io.BytesIO(flac)).subtype)


@given(st.lists(st.integers(-(2**15), 2**15 - 1), min_size=1, max_size=300))
def test_sixteen_bits_come_back_exactly(steps: list[int]) -> None:
    samples = (np.array(steps) / 2**15).astype(np.float32)
    flac = encode_flac_chunk(samples)
    assert subtype(flac) == "PCM_16"
    assert np.array_equal(decode_flac_chunk(flac), samples)


@given(st.lists(st.integers(-(2**23), 2**23 - 1), min_size=1, max_size=300))
def test_twenty_four_bits_come_back_exactly(steps: list[int]) -> None:
    samples = (np.array([1, *steps]) / 2**23).astype(np.float32)
    flac = encode_flac_chunk(samples)
    assert subtype(flac) == "PCM_24"
    assert np.array_equal(decode_flac_chunk(flac), samples)


def test_what_is_beyond_full_scale_is_held_there() -> None:
    assert list(decode_flac_chunk(encode_flac_chunk(np.array([1.5, -1.5, 0.25], np.float32)))) == [1 - 2**-23, -1.0, 0.25]


@pytest.mark.parametrize("bits", [16, 24])
def test_the_master_is_sample_identical_and_flac_says_so(tmp_path: Path, bits: int) -> None:
    samples = speech(bits)
    encoded = rebuild_flac(lambda: chunked(samples), [])
    decoded, rate_hz = soundfile.read(io.BytesIO(encoded.data), dtype="float32")
    assert np.array_equal(decoded, samples)
    assert (rate_hz, encoded.sample_rate_hz, encoded.duration_ms) == (RATE_HZ, RATE_HZ, 4_000)
    assert subtype(encoded.data) == f"PCM_{bits}"
    assert encoded.loudness_centi_lufs == integrated_centi_lufs([samples])
    (tmp_path / "master.flac").write_bytes(encoded.data)
    subprocess.run(["flac", "--totally-silent", "--test", tmp_path / "master.flac"], check=True, timeout=60)


def test_one_deep_chunk_makes_the_whole_master_deep() -> None:
    shallow, deep = speech(16), speech(24)
    encoded = rebuild_flac(lambda: chunked(shallow) + chunked(deep), [])
    decoded, _ = soundfile.read(io.BytesIO(encoded.data), dtype="float32")
    assert subtype(encoded.data) == "PCM_24"
    assert np.array_equal(decoded, np.concatenate([shallow, deep]))


def test_segments_of_several_takes_are_joined() -> None:
    samples = speech(16, seconds=1.3)
    assert np.array_equal(read_pcm(chunked(samples) + chunked(samples)), np.concatenate([samples, samples]))
    assert len(read_pcm([])) == 0


def master_samples(samples: Samples, cuts: list[Span]) -> Samples:
    decoded, _ = soundfile.read(io.BytesIO(rebuild_flac(lambda: chunked(samples), cuts).data), dtype="float32")
    return np.asarray(decoded)


@pytest.mark.parametrize("bits", [16, 24])
def test_within_a_cut_nothing_of_the_original_is_left(bits: int) -> None:
    one, other = (master_samples(speech(bits, seed=seed), [CUT]) for seed in (1, 2))
    begin, end = 48_000, 86_400
    assert np.array_equal(one[begin:end], other[begin:end])
    assert 0 < np.abs(one[begin:end]).max() < 0.03
    # Up to the cut's own fade everything is as it was said.
    assert np.array_equal(one[: begin - FADE_FRAMES], speech(bits)[: begin - FADE_FRAMES])
    assert np.array_equal(one[end + FADE_FRAMES :], speech(bits)[end + FADE_FRAMES :])


def test_cuts_across_chunks_at_the_ends_and_beyond_them() -> None:
    samples = speech(16)
    cut = master_samples(samples, [Span(0, 300), Span(200, 700), Span(3_900, 9_000), Span(3_880, 3_890)])
    assert len(cut) == len(samples)
    kept = slice(700 * 48 + FADE_FRAMES, 3_880 * 48 - FADE_FRAMES)
    assert np.array_equal(cut[kept], samples[kept])
    silenced = master_samples(speech(16, seed=2), [Span(0, 700), Span(3_880, 4_000)])
    for span in (slice(0, 700 * 48), slice(3_880 * 48, None)):
        assert np.array_equal(cut[span], silenced[span])


@pytest.mark.parametrize("seconds", [0.02, 0.5, 4.0, 3.999])
def test_opus_plays_elsewhere_with_the_right_length(tmp_path: Path, seconds: float) -> None:
    samples = speech(16, seconds)
    encoded = encode_opus(lambda: chunked(samples), [])
    (tmp_path / "answer.opus").write_bytes(encoded.data)
    raw = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", tmp_path / "answer.opus", "-f", "s16le", "-"], capture_output=True, check=True, timeout=60
    )
    assert raw.stderr == b""
    assert len(raw.stdout) // 2 == len(samples)
    assert encoded.duration_ms == round(seconds * 1_000)


def voice(seconds: float, dbfs: float) -> Samples:
    """Harmonics of 150 Hz that come and go as syllables do; a codec for speech keeps the energy of that, but not of noise."""
    frames = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    buzz = sum(np.sin(2 * np.pi * 150 * harmonic * frames) / harmonic for harmonic in range(1, 20))
    samples = 10 ** (dbfs / 20) * buzz * (0.55 + 0.45 * np.sin(2 * np.pi * 3 * frames))
    return np.clip(samples, -1, 1).astype(np.float32)


@pytest.mark.parametrize("dbfs", [-3, -20, -28])
def test_opus_is_brought_to_listening_loudness_without_clipping(dbfs: float) -> None:
    samples = voice(6, dbfs)
    samples[100_000:100_020] = 0.99  # a knock on the table
    encoded = encode_opus(lambda: chunked(samples), [])
    decoded, _ = soundfile.read(io.BytesIO(encoded.data), dtype="float32")
    loudness = integrated_centi_lufs([decoded])
    assert loudness == pytest.approx(-2_300, abs=150)
    assert encoded.loudness_centi_lufs == pytest.approx(loudness, abs=50)
    assert np.abs(decoded).max() <= 1.0


def test_silence_is_not_made_loud() -> None:
    hush = speech(16, dbfs=-80)
    decoded, _ = soundfile.read(io.BytesIO(encode_opus(lambda: chunked(hush), []).data), dtype="float32")
    assert np.abs(decoded).max() < 0.01


def test_a_cut_is_cut_in_the_listening_copy_too() -> None:
    decoded = []
    for seed in (1, 2):
        chunks = chunked(speech(16, seed=seed))
        decoded.append(soundfile.read(io.BytesIO(encode_opus(lambda given=chunks: given, [CUT]).data), dtype="float32")[0])
    within = slice(48_000 + 4_800, 86_400 - 4_800)
    # The codec smears a little; what is left is the tone, and no trace of two different originals.
    assert np.corrcoef(decoded[0][within], decoded[1][within])[0, 1] > 0.99


def test_files_tell_neither_time_nor_machine() -> None:
    samples = speech(16, seconds=1)
    opus = [encode_opus(lambda: chunked(samples), []).data for _ in range(2)]
    flac = [rebuild_flac(lambda: chunked(samples), []).data for _ in range(2)]
    assert opus[0] == opus[1]
    assert flac[0] == flac[1]
    for data, kind in ((opus[0], "OGG"), (flac[0], "FLAC")):
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            assert file.format == kind
            assert file.copy_metadata() == {}


def test_an_encoder_that_stops_half_way_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = soundfile.write

    def half(sink: io.BytesIO, samples: np.ndarray, *given: object, **named: object) -> None:
        whole(sink, samples[: len(samples) // 2], *given, **named)

    monkeypatch.setattr(codec.soundfile, "write", half)
    with pytest.raises(EncodingFault):
        encode_flac_chunk(speech(16, seconds=0.1))


def test_sound_of_another_rate_never_slips_in() -> None:
    chunk = chunked(speech(16, seconds=0.1))[0]
    with pytest.raises(ValueError, match="48 kHz"):
        rebuild_flac(lambda: [Chunk(0, chunk.frames, 16_000, chunk.flac)], [])


def test_durations_are_rounded_to_the_millisecond() -> None:
    assert [duration_ms(frames) for frames in (0, 23, 24, 48, 48_000)] == [0, 0, 1, 1, 1_000]
