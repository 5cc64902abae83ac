"""A whole answer as a picture: its loudest sample in every tenth of a second, read from the draft chunk by chunk in worker threads."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from kiosk.audio.codec import decode_flac_chunk
from kiosk.audio.meter import Regrouped
from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.drafts.store import Chunk
from kiosk.ui.tasks import Tasks
from sync.contract.faults import Fault

PEAK_MS = 100
_PEAK_FRAMES = SAMPLE_RATE_HZ * PEAK_MS // 1000
# Two minutes of sound: short enough that neither playing nor sealing has to wait for a worker.
_CHUNKS_AT_ONCE = 240

ReadChunks = Callable[[Sequence[str]], Iterable[Chunk]]
"""(take ids) their chunks in order. Raises StorageFault and BrokenRecord."""


class PeakReader:
    """Linear peaks, 0 to 1, one for every PEAK_MS. An hour of them is 144 kB. One thread at a time."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        self._chunks: Iterator[Chunk] = iter(chunks)
        self._groups = Regrouped(_PEAK_FRAMES)

    def read_more(self, most_chunks: int) -> array[float]:
        """The next peaks; none at the end. Raises StorageFault and BrokenRecord."""
        peaks = array("f")
        for _ in range(most_chunks):
            chunk = next(self._chunks, None)
            if chunk is None:
                break
            peaks.extend(float(np.abs(group).max()) for group in self._groups.feed(decode_flac_chunk(chunk.flac)))
        return peaks


class Overview(QObject):
    """The picture of one answer at a time. Lives on the window's thread; it may grow while an answer is paused."""

    grown = Signal(object)
    """(array of float) All peaks so far."""
    failed = Signal(object)
    """(Fault) The draft cannot be read."""

    def __init__(self, tasks: Tasks, read_chunks: ReadChunks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._read_chunks = read_chunks
        self._reader: PeakReader | None = None
        self._peaks = array("f")

    def load(self, take_ids: Sequence[str]) -> None:
        """Forgets the picture before; `grown` follows, several times for a long answer."""
        self.clear()
        if take_ids:
            self._reader = PeakReader(self._read_chunks(tuple(take_ids)))
            self._read(self._reader)

    def clear(self) -> None:
        self._reader = None
        self._peaks = array("f")

    def _read(self, reader: PeakReader) -> None:
        self._tasks.run(
            partial(reader.read_more, _CHUNKS_AT_ONCE), owner=self, done=partial(self._take, reader), failed=partial(self._fail, reader)
        )

    def _take(self, reader: PeakReader, peaks: array[float]) -> None:
        # Another answer may have been asked for meanwhile.
        if reader is self._reader and peaks:
            self._peaks.extend(peaks)
            self.grown.emit(self._peaks)
            self._read(reader)

    def _fail(self, reader: PeakReader, fault: Fault) -> None:
        if reader is self._reader:
            self.failed.emit(fault)
