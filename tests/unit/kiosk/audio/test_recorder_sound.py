"""The recorder process on a real PortAudio stream from a virtual microphone, sample by sample."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from position_signal import PositionSignal, int16
from recorder_events import RecorderEvents
from virtual_microphone import DEVICE_NAME, HOST_API, VirtualMicrophone

from kiosk.audio.codec import read_pcm
from kiosk.audio.events import Failed, Ready, SamplesLost, TakeFinished
from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.drafts.store import DraftStore

pytest_plugins = ("sound_fixtures",)
pytestmark = pytest.mark.sound

RATE_HZ = 48_000
KEY = bytes(range(32))
SIGNAL = PositionSignal(seconds=4)


class Booth:
    def __init__(self, data: Path) -> None:
        self.store = DraftStore(data / "drafts.sqlite3")
        self.draft = self.store.open(self.store.create(), KEY)
        self.heard = RecorderEvents()
        self.recorder = Recorder(SourceSpec.microphone(DEVICE_NAME, HOST_API), data / "drafts.sqlite3", self.heard)
        self.recorder.arm(self.draft.draft_id, KEY)
        self.heard.wait_for(Ready)

    def start(self) -> str:
        take_id = self.draft.new_take("why")
        self.recorder.start(take_id)
        self.heard.wait_committed(take_id, 1)
        return take_id

    def close(self) -> None:
        self.recorder.close()
        assert self.recorder.wait_closed()
        self.store.close()


@pytest.fixture
def booth(tmp_path: Path, virtual_microphone: VirtualMicrophone) -> Iterator[Booth]:
    booth = Booth(tmp_path)
    yield booth
    booth.close()


def test_every_sample_of_a_real_stream_is_recorded_once(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    take_id = booth.start()
    virtual_microphone.say(SIGNAL.samples)
    # What was given to the server last is still on its way: two more seconds are surely enough.
    levels = len(booth.heard.of(Level))
    booth.heard.wait_for(Level, lambda event: len(booth.heard.of(Level)) > levels + 50)
    booth.recorder.stop()
    finished = booth.heard.wait_for(TakeFinished)
    samples = int16(read_pcm(booth.draft.chunks(take_id)))
    decoded = SIGNAL.decode(samples)
    assert decoded.whole
    assert (decoded.first, decoded.last) == (0, len(SIGNAL.samples) - 1)
    assert (finished.frames, finished.lost_frames) == (len(samples), 0)
    assert not booth.heard.of(SamplesLost)


def test_pause_and_resume_on_a_real_stream(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    take_id = booth.start()
    saying = virtual_microphone.saying(SIGNAL.samples)
    booth.heard.wait_for(Level, lambda event: event.peak_dbfs > -6)
    booth.recorder.pause()
    levels = len(booth.heard.of(Level))
    booth.heard.wait_for(Level, lambda event: len(booth.heard.of(Level)) > levels + 25)
    booth.recorder.resume()
    assert saying.wait(60) == 0
    booth.recorder.stop()
    booth.heard.wait_for(TakeFinished)
    decoded = SIGNAL.decode(int16(read_pcm(booth.draft.chunks(take_id))))
    assert decoded.first == 0
    assert (decoded.repeated, decoded.inserted) == (0, 0)
    assert 0.7 * RATE_HZ < decoded.lost < 2 * RATE_HZ


def test_a_microphone_that_gives_nothing_any_more_ends_the_take(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    take_id = booth.start()
    virtual_microphone.suspend(True)
    failed = booth.heard.wait_for(Failed)
    assert failed.code == "microphone-gone"
    assert "safe" in failed.sentence
    finished = booth.heard.wait_for(TakeFinished)
    assert finished.frames == booth.draft.takes()[0].frames > 0
    virtual_microphone.suspend(False)
    booth.heard.all.clear()
    booth.recorder.arm(booth.draft.draft_id, KEY)
    booth.heard.wait_for(Ready)
    assert booth.start() != take_id


def test_a_muted_microphone_is_neither_blocked_nor_silent(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    virtual_microphone.mute(True)
    take_id = booth.start()
    booth.heard.wait_for(Level, lambda event: event.blocked and event.muted)
    booth.heard.wait_committed(take_id, 2 * RATE_HZ)
    booth.recorder.stop()
    assert booth.heard.wait_for(TakeFinished).report.verdicts == (Verdict.MUTED,)


def test_a_missing_device_fails_with_a_sentence(tmp_path: Path, virtual_microphone: VirtualMicrophone) -> None:
    heard = RecorderEvents()
    recorder = Recorder(SourceSpec.microphone("not there", HOST_API), tmp_path / "drafts.sqlite3", heard)
    with DraftStore(tmp_path / "drafts.sqlite3") as store:
        recorder.arm(store.create(), KEY)
        assert heard.wait_for(Failed).code == "microphone-missing"
        assert recorder.wait_closed()
