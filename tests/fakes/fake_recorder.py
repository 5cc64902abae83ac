"""A recorder that records what the test says, on the test's own thread, into the real draft.

It keeps the promises of `kiosk.audio.recorder.Recorder` (tests/contracts/test_recorder_contract.py holds both to them): `Ready` or
`Failed` follows `arm`, `Committed` only after the chunk is in the draft, `TakeFinished` is a take's last event.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from kiosk.audio.codec import encode_flac_chunk
from kiosk.audio.events import Committed, Died, Failed, Ready, RecorderEvent, TakeFinished
from kiosk.audio.meter import Level
from kiosk.audio.quality import TakeReport, Verdict
from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.drafts.store import Chunk, DraftStore

_CHUNK_MS = 500
SPEECH = Level(peak_dbfs=-12.0, rms_dbfs=-22.0, bins=(0.1, 0.2, 0.25, 0.15), blocked=False, silent=False)
ROOM = Level(peak_dbfs=-58.0, rms_dbfs=-66.0, bins=(0.001,) * 4, blocked=False, silent=True)
BLOCKED = Level(peak_dbfs=-120.0, rms_dbfs=-120.0, bins=(0.0,) * 4, blocked=True, silent=True)
LOUD = Level(peak_dbfs=-0.1, rms_dbfs=-6.0, bins=(1.0,) * 4, blocked=False, silent=False)


class FakeRecorder:
    """`say` is what a person does; `die`, `fail`, `hangs` and `lose_microphone` are what a machine does."""

    def __init__(self, drafts_path: Path, listener: Callable[[RecorderEvent], None]) -> None:
        self._drafts_path = drafts_path
        self._tell = listener
        self._armed_for: tuple[str, bytes] | None = None
        self._take_id: str | None = None
        self._frames = 0
        self._chunks = 0
        self._paused = False
        self.has_microphone = True
        self.amplitude = 0.1
        self.verdicts: tuple[Verdict, ...] = ()
        self.armed = 0
        self.hangs = False
        self.closed = False

    @property
    def recording(self) -> bool:
        return self._take_id is not None and not self._paused

    # What the window calls

    def arm(self, draft_id: str, key: bytes) -> None:
        self.armed += 1
        self._armed_for = (draft_id, key)
        if self.hangs:
            return
        if self.has_microphone:
            self._tell(Ready("a microphone of the test", SAMPLE_RATE_HZ))
        else:
            self.fail("microphone-none", "This device has no microphone.")

    def start(self, take_id: str) -> None:
        assert self._armed_for is not None
        assert self._take_id is None
        self._take_id, self._frames, self._chunks, self._paused = take_id, 0, 0, False

    def pause(self) -> None:
        self._paused = True

    def resume(self) -> None:
        self._paused = False

    def stop(self) -> None:
        if self._take_id is not None and not self.hangs:
            take_id, self._take_id = self._take_id, None
            duration_ms = self._frames * 1000 // SAMPLE_RATE_HZ
            verdicts = self.verdicts or ((Verdict.TOO_SHORT,) if duration_ms < 1_500 else ())
            self._tell(TakeFinished(take_id, self._frames, 0, TakeReport(duration_ms, -2_300, verdicts)))

    def give_up(self) -> None:
        self.die()

    def close(self) -> None:
        self.stop()
        self.closed = True

    # What the test calls

    def say(self, duration_ms: int, level: Level = SPEECH) -> None:
        """Sound of that length; kept only while recording."""
        for _ in range(max(1, duration_ms // _CHUNK_MS)):
            self._tell(level)
            if self.recording:
                self._commit(min(duration_ms, _CHUNK_MS) * SAMPLE_RATE_HZ // 1000)

    def hear(self, level: Level, times: int = 40) -> None:
        for _ in range(times):
            self._tell(level)

    def commit_untold(self, duration_ms: int) -> None:
        """A chunk that is in the draft, though the window will never hear of it."""
        self._store(duration_ms * SAMPLE_RATE_HZ // 1000)

    def die(self) -> None:
        self._take_id = None
        self._tell(Died())

    def fail(self, code: str, sentence: str) -> None:
        """As the real one does: the take ends cleanly, then the reason."""
        self.stop()
        self._tell(Failed(code, sentence))

    def lose_microphone(self) -> None:
        self.has_microphone = False
        self.fail("microphone-gone", "The microphone went away.")

    def _commit(self, frames: int) -> None:
        self._store(frames)
        assert self._take_id is not None
        self._tell(Committed(self._take_id, self._frames))

    def _store(self, frames: int) -> None:
        assert self._armed_for is not None
        assert self._take_id is not None
        samples = (self.amplitude * np.sin(np.arange(frames) * 0.05)).astype(np.float32)
        with DraftStore(self._drafts_path) as store:
            chunk = Chunk(self._frames, frames, SAMPLE_RATE_HZ, encode_flac_chunk(samples))
            store.open(*self._armed_for).append_chunk(self._take_id, self._chunks, chunk)
        self._frames += frames
        self._chunks += 1
