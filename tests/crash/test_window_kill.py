"""kill -9 of the real window while somebody speaks: at most a second is lost, and the rest can be taken up again."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import ExitStack
from pathlib import Path

import numpy
import pytest
import soundfile
from field import without_kiosk_settings
from guest import SPEECH, TO_FIRST_PROMPT, Guest
from processes import poll
from told_story import close_storage, open_storage

from kiosk.audio.codec import read_pcm
from kiosk.submission import finish_interrupted

MOMENTS = 20
SAMPLE_RATE_HZ = 48_000
AT_ONCE = 2  # windows side by side, one per core


def environment(data_dir: Path) -> dict[str, str]:
    return {**without_kiosk_settings(), "IDR_DATA_DIR": str(data_dir), "IDR_KIOSK_DRAFT_POLICY": "keyring"}


def recording(data_dir: Path) -> Guest:
    return Guest(environment(data_dir), [*TO_FIRST_PROMPT, ["press", "record"], ["pass", 600_000]])


def kill(pids: list[int]) -> float:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    return time.monotonic()


def begins_at(kept: numpy.ndarray, said: numpy.ndarray) -> int | None:
    """The first frame of `said` in `kept`."""
    probe = said[:480]
    places = numpy.flatnonzero(kept[: max(0, len(kept) - len(probe))] == probe[0])
    return next((int(place) for place in places if numpy.array_equal(kept[place : place + len(probe)], probe)), None)


def check_kept(data_dir: Path, spoken_s: float) -> None:
    storage = open_storage(data_dir)
    try:
        [draft_id] = finish_interrupted(storage)
        draft = storage.drafts.open(draft_id, storage.keys.recover(draft_id))
        [take] = [take for take in draft.takes() if take.prompt_id == "why"]
        kept = read_pcm(draft.chunks(take.take_id))
        assert len(kept) / SAMPLE_RATE_HZ >= spoken_s - 1.0
        said, _ = soundfile.read(SPEECH / "1-why.flac", dtype="float32")
        begin = begins_at(kept, said)
        # Recorded speech begins a third of a second after the recorder hears of Record, which on a busy machine is some time after it.
        assert begin is not None or len(kept) < SAMPLE_RATE_HZ
        if begin is not None:
            heard = kept[begin:][: len(said)]
            assert numpy.array_equal(heard, said[: len(heard)])
    finally:
        close_storage(storage)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("with_recorder", [False, True], ids=["window", "window-and-recorder"])
def test_the_window_is_killed_at_random_moments(tmp_path: Path, with_recorder: bool) -> None:
    rng = random.Random(20)
    for round_number in range(MOMENTS // 2 // AT_ONCE):
        with ExitStack() as stack:
            folders = [tmp_path / f"{round_number}-{number}" for number in range(AT_ONCE)]
            guests = [stack.enter_context(recording(folder)) for folder in folders]
            for folder, guest in zip(folders, guests, strict=True):
                guest.until("pressed", "record")
                began_s = time.monotonic()
                recorder = guest.recorder_pid()
                time.sleep(rng.uniform(0.2, 2.0))
                killed_s = kill([guest.process.pid, recorder] if with_recorder else [guest.process.pid])
                assert guest.end() == -signal.SIGKILL
                # A recorder that was left alone finishes the take by itself.
                assert poll(lambda pid=recorder: not Path(f"/proc/{pid}").exists(), 10)
                check_kept(folder, killed_s - began_s)
