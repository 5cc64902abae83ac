"""The recorder process with recorded speech as its microphone, through its handle."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path

import numpy as np
import pytest
from position_signal import PositionSignal, int16
from recorder_events import RecorderEvents
from small_disk import small_disk
from spoken import write_utterance, write_utterance_24_bit

from kiosk.audio import recorder
from kiosk.audio.codec import read_pcm
from kiosk.audio.events import Committed, Died, Failed, Ready, TakeFinished
from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.audio.recorder import Recorder
from kiosk.audio.recorder_process import MOST_WAITING_EVENTS, Teller
from kiosk.audio.source import SourceSpec
from kiosk.drafts.store import Draft, DraftStore

RATE_HZ = 48_000
KEY = bytes(range(32))
SIGNAL = PositionSignal(seconds=3)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    write_utterance(tmp_path / "speech", "1", SIGNAL)
    return tmp_path / "speech"


class Booth:
    def __init__(self, data: Path, speech: Path) -> None:
        self.store = DraftStore(data / "drafts.sqlite3")
        self.draft: Draft = self.store.open(self.store.create(), KEY)
        self.heard = RecorderEvents()
        self.recorder = Recorder(SourceSpec.synthetic(speech), data / "drafts.sqlite3", self.heard)

    def arm(self) -> None:
        self.recorder.arm(self.draft.draft_id, KEY)
        self.heard.wait_for(Ready)

    def start(self) -> str:
        take_id = self.draft.new_take("why")
        self.recorder.start(take_id)
        return take_id

    def finished(self, take_id: str) -> TakeFinished:
        return self.heard.wait_for(TakeFinished, lambda event: event.take_id == take_id)

    def samples(self, take_id: str) -> np.ndarray:
        return int16(read_pcm(self.draft.chunks(take_id)))

    def close(self) -> None:
        self.recorder.close()
        assert self.recorder.wait_closed()
        self.store.close()


@pytest.fixture
def booth(tmp_path: Path, speech: Path) -> Iterator[Booth]:
    booth = Booth(tmp_path, speech)
    yield booth
    booth.close()


def recorder_pid() -> int:
    (process,) = multiprocessing.active_children()
    assert process.pid is not None
    return process.pid


def test_every_sample_that_was_said_is_recorded_once(booth: Booth) -> None:
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, round(3.4 * RATE_HZ))
    booth.recorder.stop()
    finished = booth.finished(take_id)
    samples = booth.samples(take_id)
    decoded = SIGNAL.decode(samples)
    assert decoded.whole
    assert (decoded.first, decoded.last) == (0, len(SIGNAL.samples) - 1)
    assert finished.frames == len(samples) == booth.draft.takes()[0].frames
    assert finished.lost_frames == 0
    assert finished.report.verdicts == ()
    assert finished.report.duration_ms == round(len(samples) / 48)
    assert all(len(level.bins) == 4 for level in booth.heard.of(Level))
    assert not booth.heard.of(Died)


def test_a_pause_leaves_a_hole_where_it_was_and_nowhere_else(booth: Booth) -> None:
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, RATE_HZ)
    booth.recorder.pause()
    paused_at = len(booth.heard.of(Level))
    booth.heard.wait_for(Level, lambda event: len(booth.heard.of(Level)) > paused_at + 20)
    booth.recorder.resume()
    booth.heard.wait_committed(take_id, 2 * RATE_HZ)
    booth.recorder.stop()
    booth.finished(take_id)
    decoded = SIGNAL.decode(booth.samples(take_id))
    assert (decoded.first, decoded.repeated, decoded.inserted) == (0, 0, 0)
    assert decoded.lost > 0.5 * RATE_HZ


def test_recording_again_keeps_the_old_take_until_it_is_discarded(booth: Booth) -> None:
    booth.arm()
    takes = []
    for _ in range(2):
        takes.append(booth.start())
        booth.heard.wait_committed(takes[-1], RATE_HZ)
        booth.recorder.stop()
        booth.finished(takes[-1])
    assert [take.take_id for take in booth.draft.takes()] == takes
    for take_id in takes:
        assert SIGNAL.decode(booth.samples(take_id)).first == 0
    booth.draft.discard_take(takes[0])
    assert [take.take_id for take in booth.draft.takes()] == takes[1:]


def test_closing_while_recording_finishes_the_take(booth: Booth) -> None:
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, 1)
    booth.recorder.close()
    assert booth.recorder.wait_closed()
    assert booth.finished(take_id).frames == len(booth.samples(take_id))
    assert not booth.heard.of(Died)
    booth.heard.all.clear()
    booth.arm()  # and it can be armed again


def test_deep_sound_stays_deep(tmp_path: Path) -> None:
    steps = np.random.default_rng(1).integers(-(2**22), 2**22, RATE_HZ)
    write_utterance_24_bit(tmp_path / "deep", "1", steps)
    booth = Booth(tmp_path, tmp_path / "deep")
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, round(1.4 * RATE_HZ))
    booth.recorder.stop()
    booth.finished(take_id)
    recorded = np.rint(read_pcm(booth.draft.chunks(take_id)).astype(np.float64) * 2**23).astype(int)
    begin = int(np.flatnonzero(recorded == steps[0])[0])
    assert np.array_equal(recorded[begin : begin + len(steps)], steps)
    booth.close()


def test_a_silent_take_says_so(tmp_path: Path) -> None:
    write_utterance(tmp_path / "hush", "1", PositionSignal(seconds=0.1, amplitude=100))
    booth = Booth(tmp_path, tmp_path / "hush")
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, 2 * RATE_HZ)
    booth.recorder.stop()
    assert booth.finished(take_id).report.verdicts == (Verdict.SILENT,)
    booth.close()


def test_a_microphone_that_does_not_open_fails_with_a_sentence_and_may_be_tried_again(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    booth = Booth(tmp_path, tmp_path / "empty")
    booth.recorder.arm(booth.draft.draft_id, KEY)
    failed = booth.heard.wait_for(Failed)
    assert (failed.code, failed.sentence) == ("microphone-synthetic", "The folder of recorded speech is empty.")
    write_utterance(tmp_path / "empty", "1", SIGNAL)
    booth.arm()
    booth.close()
    assert not booth.heard.of(Died)


def test_a_recorder_that_failed_and_then_hangs_is_not_mourned_as_its_successor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(process: SpawnProcess) -> int:
        process.join()
        return -signal.SIGKILL

    monkeypatch.setattr(recorder, "_ended", killed)
    (tmp_path / "empty").mkdir()
    booth = Booth(tmp_path, tmp_path / "empty")
    booth.recorder.arm(booth.draft.draft_id, KEY)
    booth.heard.wait_for(Failed)
    booth.recorder.wait_closed()
    booth.close()
    assert not booth.heard.of(Died)


def test_a_full_disk_ends_the_take_and_keeps_what_was_committed(tmp_path: Path, speech: Path) -> None:
    with small_disk(tmp_path / "disk", 400_000) as disk:
        booth = Booth(disk, speech)
        booth.arm()
        take_id = booth.start()
        failed = booth.heard.wait_for(Failed)
        assert failed.code == "disk-full"
        finished = booth.finished(take_id)
        samples = booth.samples(take_id)
        assert finished.frames == len(samples) == booth.heard.of(Committed)[-1].frames > 0
        decoded = SIGNAL.decode(samples)
        assert decoded.whole
        assert decoded.first == 0
        booth.close()
        assert not booth.heard.of(Died)


def test_a_draft_deleted_meanwhile_ends_the_recorder(booth: Booth) -> None:
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, 1)
    booth.store.delete(booth.draft.draft_id)
    assert booth.heard.wait_for(Failed).code == "draft-gone"
    assert booth.finished(take_id)


def test_told_to_end_by_the_system_it_finishes_the_take(booth: Booth) -> None:
    booth.arm()
    take_id = booth.start()
    booth.heard.wait_committed(take_id, 1)
    os.kill(recorder_pid(), signal.SIGTERM)
    assert booth.finished(take_id).frames == len(booth.samples(take_id))
    booth.heard.wait_for(Died)


def test_the_terminals_interrupt_is_the_windows_business(booth: Booth) -> None:
    booth.arm()
    os.kill(recorder_pid(), signal.SIGINT)
    take_id = booth.start()
    booth.heard.wait_committed(take_id, 1)
    assert not booth.heard.of(Died)


def test_the_process_leaves_no_core_file(booth: Booth) -> None:
    booth.arm()
    limits = Path(f"/proc/{recorder_pid()}/limits").read_text()
    (core,) = [line.split() for line in limits.splitlines() if line.startswith("Max core file size")]
    assert core[4:6] == ["0", "0"]


def test_without_arming_there_is_nothing_to_record_with(booth: Booth) -> None:
    with pytest.raises(RuntimeError):
        booth.recorder.start("take")


def test_a_window_that_does_not_listen_holds_nothing_up() -> None:
    ours, theirs = multiprocessing.Pipe()
    teller = Teller(theirs)
    level = Level(-10.0, -20.0, (0.1,) * 4, False, False)
    for number in range(20_000):
        teller.tell(level)
        if number % 1_000 == 0:
            teller.tell(Committed("take", number))
    assert len(teller._waiting) < MOST_WAITING_EVENTS + 30
    told = []
    while len([event for event in told if isinstance(event, Committed)]) < 20:
        assert ours.poll(10)
        told.append(ours.recv())
    assert [event.frames for event in told if isinstance(event, Committed)] == list(range(0, 20_000, 1_000))
    teller.flush(10)
    ours.close()
    theirs.close()
