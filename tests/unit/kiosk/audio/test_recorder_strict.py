"""On a microphone that waits for nobody: what the window does cannot make the recorder lose samples."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from position_signal import PositionSignal, int16
from recorder_events import RecorderEvents
from strict_microphone import DEVICE_NAME, HOST_API, SIGNAL_SECONDS, StrictMicrophone

from kiosk.audio.codec import read_pcm
from kiosk.audio.events import Ready, TakeFinished
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.drafts.store import DraftStore

pytest_plugins = ("sound_fixtures",)
pytestmark = pytest.mark.strict

RATE_HZ = 48_000
KEY = bytes(32)
HELD_MS = 500
# A callback in this process loses half of the samples. One slip of the virtual device itself is 480 samples.
MOST_LOST = 4 * 480


@contextmanager
def interpreter_held() -> Iterator[None]:
    """Half of the time no Python runs in this process."""
    libc = ctypes.PyDLL(None)  # unlike CDLL it keeps the interpreter's lock during the call
    over = threading.Event()

    def hold() -> None:
        while not over.wait(HELD_MS / 1000):
            libc.usleep(ctypes.c_uint(HELD_MS * 1000))

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_nothing_is_lost_while_the_window_stands_still(tmp_path: Path, strict_microphone: StrictMicrophone) -> None:
    heard = RecorderEvents()
    with DraftStore(tmp_path / "drafts.sqlite3") as store:
        draft = store.open(store.create(), KEY)
        take_id = draft.new_take("why")
        recorder = Recorder(SourceSpec.microphone(DEVICE_NAME, HOST_API), tmp_path / "drafts.sqlite3", heard)
        recorder.arm(draft.draft_id, KEY)
        heard.wait_for(Ready)
        with interpreter_held():
            recorder.start(take_id)
            heard.wait_committed(take_id, 5 * RATE_HZ)
            recorder.stop()
            heard.wait_for(TakeFinished)
        recorder.close()
        assert recorder.wait_closed()
        samples = int16(read_pcm(draft.chunks(take_id)))
    decoded = PositionSignal(SIGNAL_SECONDS).decode(samples)
    assert decoded.first is not None
    assert len(samples) >= 5 * RATE_HZ
    assert (decoded.repeated, decoded.inserted) == (0, 0)
    assert decoded.lost <= MOST_LOST
