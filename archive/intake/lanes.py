"""The upload door's two ways to the database, so that a thousand kiosks at once cost a few commits and nobody else's thread.

A commit costs a turn of the disk, so whatever waits to be written goes into one transaction together, each piece behind a
savepoint of its own. Questions that write nothing have threads of their own and never wait for a commit.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from django.db import DatabaseError, Error, connection, connections, transaction

from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import TokenChanges, authenticate

T = TypeVar("T")

_MOST_TOGETHER = 64
# As long as one transaction takes on more: everybody else who writes waits for it.
_LONGEST_S = 0.02
# Others who write poll for SQLite's lock. Without a gap they would never find it free while the door is busy.
_GAP_SHARE = 0.25


class WriteLane:
    """One thread with one connection, from the first `run` on. It returns when the work's transaction is on the disk. Close it, or the
    thread stays. Asyncio, one event loop.
    """

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    async def run(self, work: Callable[[], T]) -> T:
        """Raises what `work` raises, having undone its changes, and DatabaseError when the transaction that it shared failed."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="intake-writes")
            self._thread.start()
        piece = _Work(work)
        self._waiting.put(piece)
        # Shielded by hand: a request that goes away meanwhile must not cancel what may be half done.
        return await asyncio.shield(asyncio.wrap_future(piece.outcome))

    def close(self) -> None:
        """Does what waits, then ends. Blocks."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()

    def _serve(self) -> None:
        while (first := self._waiting.get()) is not None:
            began_s = time.monotonic()
            open_end = self._commit_together(first, began_s)
            if not open_end:
                break
            if not self._waiting.empty():
                time.sleep((time.monotonic() - began_s) * _GAP_SHARE)
        connection.close()

    def _commit_together(self, first: _Work, began_s: float) -> bool:
        """False when the end of all work was met on the way."""
        # From the start: a database in trouble may fail to begin the transaction, and whoever is not told waits for ever.
        done = [first]
        piece: _Work | None = first
        try:
            with transaction.atomic():
                while piece is not None:
                    piece.do()
                    if connection.needs_rollback:
                        # The database gave up the whole transaction (a full disk): Django would undo it without a word. What the
                        # last piece itself was refused is no answer to the others.
                        raise piece.error if isinstance(piece.error, DatabaseError) else DatabaseError
                    if len(done) >= _MOST_TOGETHER or time.monotonic() - began_s > _LONGEST_S:
                        break
                    try:
                        piece = self._waiting.get_nowait()
                    except queue.Empty:
                        break
                    if piece is not None:
                        done.append(piece)
        except Exception as error:  # noqa: BLE001 -- carried over to every request that waits for this transaction
            # A connection that failed may be dead (a restarted PostgreSQL); the next transaction gets a new one.
            connection.close()
            for each in done:
                each.outcome.set_exception(error)
        else:
            for each in done:
                each.tell()
        return piece is not None


class _Work:
    """One piece of work and what came of it, told only after the commit. `error` is what the work itself raised."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.outcome: Future[Any] = Future()
        self._work = work
        self._result: Any = None
        self.error: Exception | None = None

    def do(self) -> None:
        try:
            with transaction.atomic():
                self._result = self._work()
        except Exception as error:  # noqa: BLE001 -- carried over to the request that waits for it, which raises it
            self.error = error

    def tell(self) -> None:
        if self.error is not None:
            self.outcome.set_exception(self.error)
        else:
            self.outcome.set_result(self._result)


class ReadLane:
    """A few threads with a connection each, for short questions. Close it, or the threads stay."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="intake-reads")

    async def run(self, work: Callable[[], T]) -> T:
        """Raises what `work` raises."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, _on_good_connection, work)

    def close(self) -> None:
        """Waits for what is being asked, and closes every thread's connection. Blocks."""
        at_once = threading.Barrier(self._threads)

        def hang_up() -> None:
            # One for each thread: none takes a second before all have their first.
            at_once.wait()
            connections.close_all()

        for _ in range(self._threads):
            self._pool.submit(hang_up)
        self._pool.shutdown()


class Lanes:
    """Both. Close them, or their threads stay."""

    def __init__(self) -> None:
        self.reads, self.writes = ReadLane(), WriteLane()

    async def ask(self, authorization: str, question: Callable[[Kiosk | None], T]) -> T:
        """What `question` says of the kiosk in good standing that asks it, or of nobody. It writes nothing."""

        def answered() -> T:
            return question(authenticate(authorization, may_write=False))

        try:
            return await self.reads.run(answered)
        except TokenChanges:
            await self.writes.run(lambda: authenticate(authorization))
        # Whoever changed it, by now it is the present one, or none at all any more.
        return await self.reads.run(answered)

    def close(self) -> None:
        """Finishes what is under way. Blocks."""
        self.reads.close()
        self.writes.close()


def _on_good_connection(work: Callable[[], T]) -> T:
    try:
        return work()
    except Error:
        connection.close()
        raise
