"""A window of a file as a request body: read in small blocks, within the bandwidth cap, watched while it travels."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from sync.transport.attended import AttendedBody
from sync.transport.faults import Cancelled, FileFault, RetryLater
from sync.transport.passage import Passage, Watch

BLOCK_BYTES = 16 * 1024


class Limiter(Protocol):
    """`limiter.TokenBucket`."""

    def portion(self, wanted_bytes: int) -> int: ...

    def take(self, n_bytes: int, cancelled: Callable[[], bool]) -> None: ...


class SliceBody(AttendedBody):
    """`length` bytes of `file` from `offset_bytes` on, in blocks of up to `block_bytes`. `on_progress` hears the file's offset up to where
    the other end has it.
    """

    def __init__(
        self,
        file: BinaryIO,
        offset_bytes: int,
        length: int,
        on_progress: Callable[[int], None],
        cancelled: Callable[[], bool],
        *,
        watch: Watch,
        passage: Passage,
        limiter: Limiter | None,
        block_bytes: int = BLOCK_BYTES,
    ) -> None:
        self.tick_s = watch.tick_s
        self._file = file
        self._position = offset_bytes
        self._length = length
        self._left = length
        self._block_bytes = block_bytes
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._passage = passage
        self._limiter = limiter
        self._told = -1
        try:
            file.seek(offset_bytes)
        except OSError as error:
            raise _unreadable() from error

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        # requests streams only what can be iterated; the connection itself then calls `read`.
        while block := self.read(self._block_bytes):
            yield block

    @property
    def arrived(self) -> int:
        """Up to where the other end has the file."""
        return self._passage.arrived

    @property
    def moving_s(self) -> float:
        """From the beginning until it last got on."""
        return self._passage.moving_s

    def begin(self, connection: socket.socket) -> None:
        self._passage.begin(connection)

    def another_way(self) -> RetryLater | None:
        """See `Passage.another_way`."""
        return self._passage.another_way(self._cancelled)

    def end(self) -> None:
        """The request is over, however it ended."""
        self._passage.end()

    def wait(self) -> None:
        if self._cancelled():
            raise Cancelled
        self._passage.check()
        self._tell()

    def read(self, size: int = -1, /) -> bytes:
        """Raises Cancelled, FileFault."""
        if self._cancelled():
            raise Cancelled
        # Everything read before has been handed to the system by now.
        self._passage.hand_over(self._position, whole=not self._left)
        self._tell()
        wanted = self._left if size < 0 else min(size, self._left, self._block_bytes)
        if self._limiter is not None and wanted:
            wanted = self._limiter.portion(wanted)
            self._limiter.take(wanted, self._cancelled)
        try:
            block = self._file.read(wanted)
        except OSError as error:
            # requests would take an OSError for a broken link.
            raise _unreadable() from error
        if len(block) != wanted:
            raise FileFault("file-changed", "A sealed story on this device is shorter than it was. Check the disk.")
        self._left -= len(block)
        self._position += len(block)
        return block

    def _tell(self) -> None:
        if self._passage.arrived > self._told:
            self._told = self._passage.arrived
            self._on_progress(self._told)


def _unreadable() -> FileFault:
    return FileFault("file-unreadable", "A sealed story on this device cannot be read. Check the disk.")
