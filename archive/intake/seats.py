"""One writer per upload: a newer request asks the older one to leave, and waits until it has.

A phone network drops a connection without a word and the laptop dials again; the old request would wait half a minute for
bytes that never come. So the newest request wins. Asyncio, one event loop; across processes the database's epoch fences.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class SeatTaken(Exception):
    """The older writer did not leave in time (its disk hangs): try again later."""


class Seat:
    """`leave` is set when the holder has to stop; it then makes durable what it has and goes.

    `heard_s` is when its client was heard last, on the event loop's clock. `crowded_out` says that it leaves for somebody else's
    upload, not for a newer request of its own.
    """

    def __init__(self) -> None:
        self.leave = asyncio.Event()
        self.left = asyncio.Event()
        self.heard_s = asyncio.get_running_loop().time()
        self.crowded_out = False

    def make_room(self) -> None:
        """Asks the holder to leave its place to another upload."""
        self.crowded_out = True
        self.leave.set()


class Seats:
    """The writers at work, by upload id."""

    def __init__(self, patience_s: float = 5.0) -> None:
        self._held: dict[str, Seat] = {}
        self._patience_s = patience_s
        self.closing = False

    def is_taken(self, upload_id: str) -> bool:
        return upload_id in self._held

    @asynccontextmanager
    async def take(self, upload_id: str) -> AsyncIterator[Seat]:
        """Holds the upload's seat for the block. Raises SeatTaken."""
        while (current := self._held.get(upload_id)) is not None:
            current.leave.set()
            try:
                async with asyncio.timeout(self._patience_s):
                    await current.left.wait()
            except TimeoutError as error:
                raise SeatTaken from error
        # No await between the check above and this line, so no other task can sit down in between.
        seat = self._held[upload_id] = Seat()
        try:
            yield seat
        finally:
            del self._held[upload_id]
            seat.left.set()

    def clear(self) -> None:
        """Asks every writer to leave and marks the door as closing."""
        self.closing = True
        for seat in self._held.values():
            seat.leave.set()
