"""The microphone made of recorded speech: what it says is known to the sample, and it never is digital silence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from position_signal import PositionSignal
from scripted_source import FakeClock
from spoken import write_utterance, write_utterance_24_bit

from kiosk.audio.source import Samples, SourceSpec
from kiosk.audio.synthetic import CUE_DELAY_FRAMES, SyntheticSource
from kiosk.errors import MicrophoneFault

ONE, TWO = PositionSignal(seconds=1), PositionSignal(seconds=0.5)


class Room:
    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.source = SyntheticSource(SourceSpec.synthetic(folder), self.clock)
        self.source.open()

    def hear(self, seconds: float, step_s: float = 0.013) -> Samples:
        blocks = []
        for _ in range(round(seconds / step_s)):
            self.clock.advance(step_s)
            blocks.append(self.source.read())
        return np.concatenate(blocks)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_utterance(tmp_path / "speech", "1-why", ONE)
    write_utterance(tmp_path / "speech", "2-challenge", TWO)
    (tmp_path / "speech" / "notes.txt").write_text("not sound")
    return tmp_path / "speech"


def test_each_cue_says_the_next_utterance_and_then_the_first_again(folder: Path) -> None:
    room = Room(folder)
    for signal in (ONE, TWO, ONE):
        room.hear(0.2)
        room.source.cue()
        heard = room.hear(2)
        expected = (signal.samples / 32_768).astype(np.float32)
        assert np.array_equal(heard[CUE_DELAY_FRAMES : CUE_DELAY_FRAMES + len(expected)], expected)
        after = heard[CUE_DELAY_FRAMES + len(expected) :]
        assert np.abs(np.concatenate([heard[:CUE_DELAY_FRAMES], after])).max() < 0.005


def test_a_new_cue_breaks_off_what_is_being_said(folder: Path) -> None:
    room = Room(folder)
    room.source.cue()
    room.hear(0.6)
    room.source.cue()
    heard = room.hear(1)
    assert np.abs(heard[:CUE_DELAY_FRAMES]).max() < 0.005
    assert np.array_equal(heard[CUE_DELAY_FRAMES:][: len(TWO.samples)], (TWO.samples / 32_768).astype(np.float32))


def test_the_room_is_quiet_alive_and_always_the_same(folder: Path) -> None:
    heard = Room(folder).hear(10)
    rms_dbfs = 20 * np.log10(np.sqrt(np.mean(np.square(heard, dtype=np.float64))))
    assert rms_dbfs == pytest.approx(-66, abs=0.5)
    assert np.all(heard != 0)
    assert np.array_equal(heard, Room(folder).hear(10))


def test_it_runs_in_real_time(folder: Path) -> None:
    room = Room(folder)
    assert len(room.source.read()) == 0
    assert len(room.hear(1.3)) == pytest.approx(1.3 * 48_000, abs=2)
    room.clock.advance(30)
    assert len(room.source.read()) == pytest.approx(30 * 48_000, abs=2)


def test_deep_recordings_stay_deep(tmp_path: Path) -> None:
    steps = np.random.default_rng(1).integers(-(2**22), 2**22, 48_000)
    write_utterance_24_bit(tmp_path / "deep", "1", steps)
    room = Room(tmp_path / "deep")
    room.source.cue()
    heard = room.hear(1.5)[CUE_DELAY_FRAMES:][:48_000]
    assert np.array_equal(np.rint(heard.astype(np.float64) * 2**23).astype(int), steps)


def test_wrong_recordings_are_refused_with_a_sentence(tmp_path: Path) -> None:
    for name, samples, rate_hz in (("slow", np.zeros(10), 16_000), ("stereo", np.zeros((10, 2)), 48_000)):
        (tmp_path / name).mkdir()
        soundfile.write(tmp_path / name / "1.wav", samples, rate_hz)
        with pytest.raises(MicrophoneFault, match="48 kHz mono"):
            SyntheticSource(SourceSpec.synthetic(tmp_path / name)).open()
    (tmp_path / "empty").mkdir()
    with pytest.raises(MicrophoneFault, match="empty"):
        SyntheticSource(SourceSpec.synthetic(tmp_path / "empty")).open()
