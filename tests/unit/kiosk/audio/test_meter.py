"""Levels, and loudness held against ffmpeg's ebur128."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.audio.meter import FLOOR_DBFS, LEVEL_FRAMES, LevelMeter, LoudnessMeter, integrated_centi_lufs
from kiosk.audio.source import Samples

RATE_HZ = 48_000


def sine(dbfs: float, seconds: float, hz: float = 1_000.0) -> Samples:
    frames = np.arange(round(seconds * RATE_HZ))
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz / RATE_HZ * frames)).astype(np.float32)


def speech_like(seconds: float) -> Samples:
    """Bursts and pauses of coloured noise with some hum, so that both gates have something to do."""
    random = np.random.default_rng(7)
    frames = round(seconds * RATE_HZ)
    noise = np.convolve(random.standard_normal(frames), np.ones(12) / 12, "same")
    loud = np.repeat(random.choice([0.0, 0.02, 0.3, 1.0], frames // 12_000 + 1), 12_000)[:frames]
    return (0.4 * noise * loud + sine(-45, seconds, hz=50)).astype(np.float32)


def ffmpeg_lufs(path: Path) -> float:
    done = subprocess.run(
        ["ffmpeg", "-hide_banner", "-nostdin", "-i", path, "-filter_complex", "ebur128", "-f", "null", "-"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    # The last line is the summary; those before it are of the running measurement.
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", done.stderr)[-1])


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(sine(-23, 10), id="tone"),
        pytest.param(sine(-33, 10, hz=60), id="hum"),
        pytest.param(sine(-20, 10, hz=8_000), id="whistle"),
        pytest.param(speech_like(30), id="speech"),
        pytest.param(np.concatenate([sine(-36, 10), sine(-23, 20), sine(-36, 10)]), id="gated"),
    ],
)
def test_loudness_is_what_ffmpeg_says(tmp_path: Path, sound: Samples) -> None:
    soundfile.write(tmp_path / "sound.wav", sound, RATE_HZ, "FLOAT")
    measured = integrated_centi_lufs([sound])
    assert measured is not None
    assert abs(measured / 100 - ffmpeg_lufs(tmp_path / "sound.wav")) <= 0.2


def test_a_full_scale_tone_reads_as_the_standard_says() -> None:
    """BS.1770: 0 dBFS at 997 Hz in one channel is -3.01 LUFS."""
    assert integrated_centi_lufs([sine(0, 5, hz=997)]) == pytest.approx(-301, abs=2)


def test_loudness_does_not_depend_on_how_the_sound_is_cut() -> None:
    sound = speech_like(5)
    meter = LoudnessMeter()
    for begin in range(0, len(sound), 1_237):
        meter.feed(sound[begin : begin + 1_237])
    assert meter.integrated_centi_lufs() == integrated_centi_lufs([sound])


@pytest.mark.parametrize("sound", [np.zeros(0, np.float32), np.zeros(RATE_HZ, np.float32), sine(-20, 0.35), sine(-80, 5)])
def test_silence_and_moments_have_no_loudness(sound: Samples) -> None:
    assert integrated_centi_lufs([sound]) is None


def test_levels_of_a_tone() -> None:
    levels = LevelMeter().feed(sine(-12, 1))
    assert len(levels) == RATE_HZ // LEVEL_FRAMES == 25
    for level in levels:
        assert level.peak_dbfs == pytest.approx(-12, abs=0.1)
        assert level.rms_dbfs == pytest.approx(-15, abs=0.1)
        assert level.bins == pytest.approx([10 ** (-12 / 20)] * 4, abs=0.01)


def test_levels_do_not_depend_on_how_the_sound_is_cut() -> None:
    sound = speech_like(1)
    meter = LevelMeter()
    assert [level for begin in range(0, len(sound), 777) for level in meter.feed(sound[begin : begin + 777])] == LevelMeter().feed(sound)


def test_blocked_needs_a_second_of_exact_zeros() -> None:
    meter = LevelMeter()
    zeros = np.zeros(RATE_HZ - LEVEL_FRAMES, np.float32)
    assert not any(level.blocked for level in meter.feed(zeros))
    (level,) = meter.feed(np.zeros(LEVEL_FRAMES, np.float32))
    assert level.blocked
    assert level.peak_dbfs == level.rms_dbfs == FLOOR_DBFS
    whisper = np.zeros(LEVEL_FRAMES, np.float32)
    whisper[5] = 1 / 32_768
    assert not meter.feed(whisper)[0].blocked


def test_silent_needs_three_quiet_seconds() -> None:
    meter = LevelMeter()
    quiet = sine(-60, 4)
    flags = [level.silent for level in meter.feed(quiet)]
    assert flags.index(True) == 3 * 25 - 1
    assert not meter.feed(sine(-30, 0.04))[0].silent


def test_hum_is_steady_and_a_voice_is_not() -> None:
    seconds = np.arange(6 * RATE_HZ) / RATE_HZ
    hum = (0.05 * np.sin(2 * np.pi * 50 * seconds)).astype(np.float32)
    voice = (hum * (0.1 + (np.arange(len(hum)) // 14_400 % 2))).astype(np.float32)
    hush = (hum / 100).astype(np.float32)
    for samples, steady in ((hum, True), (voice, False), (hush, False)):
        levels = LevelMeter().feed(samples)
        assert [level.steady for level in levels[:124]] == [False] * 124
        assert levels[-1].steady is steady
    meter = LevelMeter()
    meter.feed(hum)
    assert not meter.feed(voice)[-1].steady


def test_loudness_is_measured_of_speech_and_not_of_pauses() -> None:
    meter = LoudnessMeter()
    assert meter.measured_ms == 0
    talk = (0.05 * np.random.default_rng(1).standard_normal(5 * RATE_HZ)).astype(np.float32)
    meter.feed(talk)
    meter.feed(np.zeros(5 * RATE_HZ, np.float32))
    meter.feed(talk)
    assert 9_500 < meter.measured_ms < 10_500
