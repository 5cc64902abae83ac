"""Kills at random moments: of the recorder, and of the window that it records for. The draft keeps all but at most the last second."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import recording_program
from position_signal import PositionSignal, int16
from processes import poll
from recorder_events import RecorderEvents
from spoken import write_utterance

from kiosk.audio.codec import read_pcm
from kiosk.audio.events import Died, Ready
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.audio.synthetic import CUE_DELAY_FRAMES
from kiosk.drafts.store import DraftStore

RATE_HZ = 48_000
KEY = bytes(range(32))
SIGNAL = PositionSignal(seconds=8)
MOST_MISSING_S = 1.0
AT_ONCE = 5
PATIENCE_S = 30.0


class Visit:
    """A draft with one take, in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        write_utterance(folder / "speech", "1", SIGNAL)
        self.path = folder / "drafts.sqlite3"
        self.store = DraftStore(self.path)
        self.draft = self.store.open(self.store.create(), KEY)
        self.take_id = self.draft.new_take("why")
        self.started_s = 0.0

    def check_prefix(self, most_missing_s: float, killed_s: float) -> None:
        """What is committed is what was said, from the first sample on, bit by bit, up to shortly before the kill."""
        samples = int16(read_pcm(self.draft.chunks(self.take_id)))
        (take,) = self.draft.takes()
        assert take.frames == len(samples)
        missing_s = killed_s - self.started_s - len(samples) / RATE_HZ
        assert missing_s <= most_missing_s
        if len(samples) < 2 * CUE_DELAY_FRAMES:
            return
        decoded = SIGNAL.decode(samples)
        assert decoded.whole
        assert decoded.first == 0
        begin = int(np.flatnonzero(np.abs(samples) > 200)[0])  # above the room's noise; the signal begins at most a few samples before
        said = samples[begin:]
        offset = int(np.flatnonzero(np.abs(SIGNAL.samples) > 200)[0])
        assert np.array_equal(said, SIGNAL.samples[offset : offset + len(said)])


@pytest.mark.parametrize("seed", range(4))
def test_recorder_killed(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    visits = [Visit(tmp_path / str(number)) for number in range(AT_ONCE)]
    events = [RecorderEvents() for _ in visits]
    recorders = [
        Recorder(SourceSpec.synthetic(visit.folder / "speech"), visit.path, heard) for visit, heard in zip(visits, events, strict=True)
    ]
    pids = []
    for visit, recorder, heard in zip(visits, recorders, events, strict=True):
        before = set(multiprocessing.active_children())
        recorder.arm(visit.draft.draft_id, KEY)
        heard.wait_for(Ready)
        (process,) = set(multiprocessing.active_children()) - before
        pids.append(process.pid)
        recorder.start(visit.take_id)
        visit.started_s = time.monotonic()
    killed_s = _kill_at(chance, pids)
    for visit, recorder, heard, at_s in zip(visits, recorders, events, killed_s, strict=True):
        heard.wait_for(Died)
        assert recorder.wait_closed()
        visit.check_prefix(MOST_MISSING_S, at_s)
        visit.store.close()


def test_after_a_kill_the_answer_goes_on_in_a_new_recorder(tmp_path: Path) -> None:
    visit = Visit(tmp_path / "visit")
    heard = RecorderEvents()
    recorder = Recorder(SourceSpec.synthetic(visit.folder / "speech"), visit.path, heard)
    recorder.arm(visit.draft.draft_id, KEY)
    heard.wait_for(Ready)
    recorder.start(visit.take_id)
    heard.wait_committed(visit.take_id, 1)
    (process,) = multiprocessing.active_children()
    os.kill(process.pid, signal.SIGKILL)
    heard.wait_for(Died)
    heard.all.clear()
    second = visit.draft.new_take("why")
    recorder.arm(visit.draft.draft_id, KEY)
    heard.wait_for(Ready)
    recorder.start(second)
    heard.wait_committed(second, RATE_HZ)
    recorder.stop()
    recorder.close()
    assert recorder.wait_closed()
    assert not heard.of(Died)
    first_info, second_info = visit.draft.takes()
    assert first_info.frames > 0
    assert second_info.frames >= RATE_HZ
    visit.store.close()


def test_window_killed(tmp_path: Path) -> None:
    """The recorder outlives the window by as long as it takes to finish the take, and loses nothing."""
    chance = random.Random(99)
    visits = [Visit(tmp_path / str(number)) for number in range(AT_ONCE)]
    windows, recorder_pids = [], []
    for visit in visits:
        window = _window(visit)
        assert window.stdout is not None
        recorder_pids.append(int(window.stdout.readline().split()[1]))
        assert window.stdout.readline() == "ready\n"
        visit.started_s = time.monotonic()
        windows.append(window)
    killed_s = _kill_at(chance, [window.pid for window in windows])
    for visit, window, recorder_pid, at_s in zip(visits, windows, recorder_pids, killed_s, strict=True):
        window.communicate()
        assert poll(lambda pid=recorder_pid: not Path(f"/proc/{pid}").exists(), PATIENCE_S)
        # A recorder that is told nothing any more notices at its next tick, and keeps what has come by then.
        visit.check_prefix(0.5, at_s)
        visit.store.close()


def test_window_that_ends_in_order_gets_its_last_word(tmp_path: Path) -> None:
    visit = Visit(tmp_path / "visit")
    window = _window(visit)
    assert window.stdout is not None
    while not window.stdout.readline().startswith("committed"):
        pass
    said, _ = window.communicate("")
    assert window.returncode == 0
    assert f"finished {visit.draft.takes()[0].frames}" in said.splitlines()
    visit.store.close()


def _window(visit: Visit) -> subprocess.Popen[str]:
    arguments = [str(visit.path), str(visit.folder / "speech"), visit.draft.draft_id, KEY.hex(), visit.take_id]
    return subprocess.Popen(
        [sys.executable, recording_program.__file__, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _kill_at(chance: random.Random, pids: list[int]) -> list[float]:
    """Kills each at its own random moment within three seconds. Returns when that was, in the order of `pids`."""
    begin_s = time.monotonic()
    killed_s = {}
    for moment_s, pid in sorted((chance.uniform(0.0, 3.0), pid) for pid in pids):
        time.sleep(max(0.0, begin_s + moment_s - time.monotonic()))
        killed_s[pid] = time.monotonic()
        os.kill(pid, signal.SIGKILL)
    return [killed_s[pid] for pid in pids]
