"""Writing one request's body to the spool, so that whatever arrived is kept, however the request ends.

Bytes go into the file as they come and count only once they are durable: file synced, then the offset committed under the
writer's epoch, every 8 MiB or 5 s and at the end. Asyncio; syncing happens in a thread.
"""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable, MutableMapping
from enum import Enum, auto
from typing import Any

from archive.intake.models import Upload
from archive.intake.seats import Seat
from archive.intake.spool import Spool, SpoolFile
from archive.intake.tus_protocol import Checksum

CHECKPOINT_BYTES = 8 * 1024 * 1024
CHECKPOINT_S = 5.0

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Commit = Callable[[int], Awaitable[bool]]


class Ending(Enum):
    """How a body ended. COMPLETE: the client sent all it meant to. CUT: the connection is gone. FENCED: another process took over."""

    COMPLETE = auto()
    CUT = auto()
    IDLE = auto()
    ASKED_TO_LEAVE = auto()
    TOO_LONG = auto()
    DISK_FULL = auto()
    CHECKSUM_MISMATCH = auto()
    FENCED = auto()


class BodyWriter:
    """Appends one body to one upload; `offset` is what is durable and acknowledged. One use only.

    `commit(offset)` stores the durable offset and says whether this writer still may. With a checksum nothing is acknowledged
    before the body was checked, because an acknowledged offset never goes back.
    """

    def __init__(
        self, upload: Upload, spool: Spool, *, commit: Commit, checksum: Checksum | None, idle_s: float, reserve_bytes: int
    ) -> None:
        self.offset: int = upload.durable_offset
        self._upload, self._spool, self._commit = upload, spool, commit
        self._checksum, self._idle_s, self._reserve_bytes = checksum, idle_s, reserve_bytes

    async def run(self, receive: Receive, seat: Seat) -> Ending:
        """Reads to the end of the body, or until something ends it. Raises OSError of the disk (but not a full one), UploadLost."""
        file = await asyncio.to_thread(self._spool.open_at, self._upload.upload_id, self.offset)
        leaving = asyncio.ensure_future(seat.leave.wait())
        ending = Ending.CUT
        try:
            ending = await self._pump(file, receive, leaving)
        finally:
            leaving.cancel()
            # Shielded: even when the server is shut down around it, what arrived is made durable.
            ending = await asyncio.shield(self._settle(file, ending))
        return ending

    async def _pump(self, file: SpoolFile, receive: Receive, leaving: asyncio.Future[Any]) -> Ending:
        loop = asyncio.get_running_loop()
        checkpoint_at_s = loop.time() + CHECKPOINT_S
        while True:
            message = await self._next(receive, leaving)
            if isinstance(message, Ending):
                return message
            if message["type"] == "http.disconnect":
                return Ending.CUT
            if (ending := self._append(file, message.get("body", b""))) is not None:
                return ending
            if not message.get("more_body", False):
                return Ending.COMPLETE
            if self._checksum is None and (file.offset - self.offset >= CHECKPOINT_BYTES or loop.time() >= checkpoint_at_s):
                if not await self._make_durable(file):
                    return Ending.FENCED
                if self._spool.free_bytes() < self._reserve_bytes:
                    return Ending.DISK_FULL
                checkpoint_at_s = loop.time() + CHECKPOINT_S

    async def _next(self, receive: Receive, leaving: asyncio.Future[Any]) -> MutableMapping[str, Any] | Ending:
        receiving = asyncio.ensure_future(receive())
        try:
            await asyncio.wait({receiving, leaving}, timeout=self._idle_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not receiving.done():
                receiving.cancel()
        # What has arrived is taken even when the writer was asked to leave at the same moment.
        if receiving.done() and not receiving.cancelled():
            return receiving.result()
        return Ending.ASKED_TO_LEAVE if leaving.done() else Ending.IDLE

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
                await asyncio.to_thread(file.cut_back, self.offset)
                return Ending.CHECKSUM_MISMATCH
            if ending is not Ending.FENCED and not await self._make_durable(file):
                return Ending.FENCED
            return ending
        finally:
            file.close()

    async def _make_durable(self, file: SpoolFile) -> bool:
        await asyncio.to_thread(file.sync)
        if not await self._commit(file.offset):
            return False
        self.offset = file.offset
        return True
