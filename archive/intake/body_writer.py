"""Writing one request's body to the spool, so that whatever arrived is kept, however the request ends.

Bytes go into the file as they come and count only once they are durable: file synced, then the offset committed under the
writer's epoch, every 8 MiB or 5 s and at the end. Asyncio; opening and syncing happen in threads of the door's own.
"""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Executor
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from archive.intake.models import Upload
from archive.intake.seats import Seat
from archive.intake.spool import Spool, SpoolFile
from archive.intake.tus_protocol import Checksum

CHECKPOINT_BYTES = 8 * 1024 * 1024
CHECKPOINT_S = 5.0
RATE_WINDOW_S = 60.0

T = TypeVar("T")
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Commit = Callable[[int], Awaitable[bool]]
HasRoom = Callable[[], bool]


class Ending(Enum):
    """How a body ended. COMPLETE: the client sent all it meant to. CUT: the connection is gone. FENCED: another process took over."""

    COMPLETE = auto()
    CUT = auto()
    IDLE = auto()
    TOO_SLOW = auto()
    ASKED_TO_LEAVE = auto()
    TOO_LONG = auto()
    DISK_FULL = auto()
    CHECKSUM_MISMATCH = auto()
    FENCED = auto()


@dataclass(frozen=True)
class Pace:
    """What a body must keep up to be waited for: something every `idle_s` seconds, and `rate_bytes_per_s` over each `window_s`."""

    idle_s: float
    rate_bytes_per_s: float = 0
    window_s: float = RATE_WINDOW_S


class BodyWriter:
    """Appends one body to one upload; `offset` is what is durable and acknowledged. One use only.

    `commit(offset)` stores the durable offset and says whether this writer still may; `has_room()` is asked at each checkpoint. With a
    checksum nothing is acknowledged before the body was checked, because an acknowledged offset never goes back.
    """

    def __init__(
        self,
        upload: Upload,
        spool: Spool,
        *,
        commit: Commit,
        has_room: HasRoom,
        checksum: Checksum | None,
        pace: Pace,
        threads: Executor | None = None,
    ) -> None:
        self.offset: int = upload.durable_offset
        self._upload, self._spool, self._commit, self._has_room = upload, spool, commit, has_room
        self._checksum, self._pace, self._threads = checksum, pace, threads
        self._receiving: asyncio.Future[MutableMapping[str, Any]] | None = None

    async def run(self, receive: Receive, seat: Seat) -> Ending:
        """Reads to the end of the body, or until something ends it. Raises OSError of the disk (but not a full one), UploadLost."""
        file = await self._in_thread(lambda: self._spool.open_at(self._upload.upload_id, self.offset))
        leaving = asyncio.ensure_future(seat.leave.wait())
        ending = Ending.CUT
        try:
            ending = await self._pump(file, receive, seat, leaving)
        finally:
            leaving.cancel()
            if self._receiving is not None:
                self._receiving.cancel()
            # Shielded: even when the server is shut down around it, what arrived is made durable.
            ending = await asyncio.shield(self._settle(file, ending))
        return ending

    async def _pump(self, file: SpoolFile, receive: Receive, seat: Seat, leaving: asyncio.Future[Any]) -> Ending:
        now_s = asyncio.get_running_loop().time
        seat.heard_s = window_s = checkpoint_s = now_s()
        window_offset = file.offset
        while True:
            dirty = self._checksum is None and file.offset > self.offset
            due_s = [seat.heard_s + self._pace.idle_s, window_s + self._pace.window_s]
            message = await self._next(receive, leaving, until_s=min(due_s + ([checkpoint_s + CHECKPOINT_S] if dirty else [])))
            if isinstance(message, Ending):
                return message
            if message is not None:
                seat.heard_s = now_s()
                if message["type"] == "http.disconnect":
                    return Ending.CUT
                if (ending := self._append(file, message.get("body", b""))) is not None:
                    return ending
                if not message.get("more_body", False):
                    return Ending.COMPLETE
            elif now_s() >= seat.heard_s + self._pace.idle_s:
                return Ending.IDLE
            if now_s() >= window_s + self._pace.window_s:
                if file.offset - window_offset < self._pace.rate_bytes_per_s * self._pace.window_s:
                    return Ending.TOO_SLOW
                window_s, window_offset = now_s(), file.offset
            if self._checksum is None and (file.offset - self.offset >= CHECKPOINT_BYTES or now_s() >= checkpoint_s + CHECKPOINT_S):
                began_s = now_s()
                if file.offset > self.offset and not await self._make_durable(file):
                    return Ending.FENCED
                if not self._has_room():
                    return Ending.DISK_FULL
                # While the disk was at work nobody listened: that is not held against the client.
                window_s += now_s() - began_s
                seat.heard_s = checkpoint_s = now_s()

    async def _next(self, receive: Receive, leaving: asyncio.Future[Any], *, until_s: float) -> MutableMapping[str, Any] | Ending | None:
        """The next message; None when the time was over first. A message that is still awaited then comes with a later call."""
        if self._receiving is None:
            self._receiving = asyncio.ensure_future(receive())
        patience_s = max(until_s - asyncio.get_running_loop().time(), 0)
        await asyncio.wait({self._receiving, leaving}, timeout=patience_s, return_when=asyncio.FIRST_COMPLETED)
        # What has arrived is taken even when the writer was asked to leave at the same moment.
        if self._receiving.done():
            message, self._receiving = self._receiving.result(), None
            return message
        return Ending.ASKED_TO_LEAVE if leaving.done() else None

    def _append(self, file: SpoolFile, piece: bytes) -> Ending | None:
        room = self._upload.size_bytes - file.offset
        try:
            file.write(piece[:room])
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            return Ending.DISK_FULL
        if self._checksum is not None:
            self._checksum.update(piece[:room])
        return Ending.TOO_LONG if len(piece) > room else None

    async def _settle(self, file: SpoolFile, ending: Ending) -> Ending:
        try:
            if ending is Ending.COMPLETE and self._checksum is not None and not self._checksum.matches():
                await self._in_thread(lambda: file.cut_back(self.offset))
                return Ending.CHECKSUM_MISMATCH
            if ending is not Ending.FENCED and file.offset > self.offset and not await self._make_durable(file):
                return Ending.FENCED
            return ending
        finally:
            file.close()

    async def _make_durable(self, file: SpoolFile) -> bool:
        await self._in_thread(file.sync)
        if not await self._commit(file.offset):
            return False
        self.offset = file.offset
        return True

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)
