"""One take being recorded: which frames of the running stream belong to it, and its chunks, committed one by one.

Marks come as frames of the stream. Those of Record and Resume may lie a little in the past (the window said it before we heard
of it), so the last two seconds of the stream are kept at hand; those of Pause and Stop may lie in the future, because what was
spoken before the click is still under way through the driver.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kiosk.audio.codec import encode_flac_chunk
from kiosk.audio.quality import TakeJudge, TakeReport
from kiosk.audio.sound_server import Connected
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples
from kiosk.drafts.store import Chunk

CHUNK_FRAMES = round(0.5 * SAMPLE_RATE_HZ)
# So much is held back from a chunk, so that a Pause or Stop that reaches us late can still be obeyed exactly.
HELD_BACK_FRAMES = round(0.1 * SAMPLE_RATE_HZ)
JUDGED_EVERY_CHUNKS = 10
TAPE_FRAMES = 2 * SAMPLE_RATE_HZ

# Makes one chunk durable: (number, chunk). Raises DiskFull, StorageFault.
CommitChunk = Callable[[int, Chunk], None]


class Tape:
    """The end of the running stream. `end_frame` is the number of frames that it has had."""

    def __init__(self) -> None:
        self.end_frame = 0
        self._samples: Samples = np.zeros(0, np.float32)

    def feed(self, samples: Samples) -> None:
        self.end_frame += len(samples)
        self._samples = np.concatenate([self._samples, samples])[-TAPE_FRAMES:]

    def since(self, frame: int) -> Samples:
        """From `frame` on, or from the oldest frame that is still there."""
        wanted = min(max(0, self.end_frame - frame), len(self._samples))
        return self._samples[len(self._samples) - wanted :]


class Take:
    """`frames` counts what belongs to the take so far, committed or not; raises from `feed` and the marks what `commit` raises."""

    def __init__(self, take_id: str, commit: CommitChunk) -> None:
        self.take_id = take_id
        self.frames = 0
        self.committed_frames = 0
        self.lost_frames = 0
        self.too_quiet = False
        """As far as it has been judged, every few seconds."""
        self._commit = commit
        self._chunks = 0
        self._pending: Samples = np.zeros(0, np.float32)
        self._judge = TakeJudge()
        self._ends_at: int | None = None  # frame of the stream at which the running stretch ends
        self._open = False

    @property
    def running(self) -> bool:
        """Whether samples are being taken; after a Pause or Stop still until its mark has been reached."""
        return self._open

    def begin(self, mark: int, tape: Tape) -> None:
        """A stretch begins at `mark`, at the earliest where the last one ended."""
        if self._open:
            # The Pause before this Resume has not been reached: the sound goes on as if it had not been.
            self._ends_at = None
            return
        start = mark if self._ends_at is None else max(mark, self._ends_at)
        self._open, self._ends_at = True, None
        self._take(tape.since(start))

    def end(self, mark: int, tape: Tape) -> None:
        """The stretch ends at `mark`, at once if that is in the past."""
        if not self._open:
            return
        self._ends_at = mark
        too_many = min(max(0, tape.end_frame - mark), len(self._pending))
        if too_many:
            self._pending = self._pending[: len(self._pending) - too_many]
            self.frames -= too_many
        if tape.end_frame >= mark:
            self._finish_stretch()

    def feed(self, samples: Samples, end_frame: int) -> None:
        """The stream's next samples; `end_frame` is its length with them."""
        if not self._open:
            return
        if self._ends_at is None or end_frame < self._ends_at:
            self._take(samples)
        else:
            self._take(samples[: max(0, len(samples) - (end_frame - self._ends_at))])
            self._finish_stretch()

    def seal(self) -> None:
        """Ends it where it is and commits what is pending."""
        self._finish_stretch()

    def give_up(self) -> None:
        """Ends it with what is committed: the disk takes no more."""
        self._open = False
        self.frames = self.committed_frames
        self._pending = self._pending[:0]

    def note(self, connected: Connected) -> None:
        """What the sound server says about the microphone just now."""
        if self._open:
            self._judge.note(muted=connected.muted, monitor=connected.monitor)

    def report(self) -> TakeReport:
        """On what is committed."""
        return self._judge.report()

    def _take(self, samples: Samples) -> None:
        self.frames += len(samples)
        self._pending = np.concatenate([self._pending, samples])
        while len(self._pending) >= CHUNK_FRAMES + HELD_BACK_FRAMES:
            self._commit_pending(CHUNK_FRAMES)

    def _finish_stretch(self) -> None:
        self._open = False
        while len(self._pending):
            self._commit_pending(min(CHUNK_FRAMES, len(self._pending)))

    def _commit_pending(self, frames: int) -> None:
        samples = self._pending[:frames]
        self._commit(self._chunks, Chunk(self.committed_frames, frames, SAMPLE_RATE_HZ, encode_flac_chunk(samples)))
        # From here on the sound survives a crash.
        self._pending = self._pending[frames:]
        self._chunks += 1
        self.committed_frames += frames
        self._judge.feed(samples)
        if self._chunks % JUDGED_EVERY_CHUNKS == 0:
            self.too_quiet = self._judge.is_too_quiet()
