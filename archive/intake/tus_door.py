"""The door for uploads: tus 1.0.0 as a raw ASGI application in front of Django.

Django's own views keep nothing of a body that was cut; this door keeps every byte that reached it. What the methods do is in
`upload_requests`; here is who is let in, what a machine in trouble answers, and what is put in order while the door is open.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import sqlite3
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connections
from django.utils import timezone

from archive.configuration import ArchiveConfig
from archive.core.trouble import RETRY_LATER_S, is_trouble
from archive.intake import sweeping
from archive.intake.admission import Admission, bodies_that_fit
from archive.intake.body_writer import Receive
from archive.intake.completion import OnStep, no_step, recover_uploads
from archive.intake.lanes import Lanes
from archive.intake.room import Room
from archive.intake.seats import Seats, SeatTaken
from archive.intake.spool import Spool
from archive.intake.tus_protocol import OPTIONS_ANSWER, Answer, Refusal, TusRequest
from archive.intake.upload_requests import PREFIX, Body, UploadRequests

__all__ = ["PREFIX", "TusDoor"]

_LOOK_ROUND_S = 10.0
_SWEEP_S = 3600.0
# SQLSTATE of PostgreSQL for a disk that is full.
_PG_DISK_FULL = "53100"

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
log = logging.getLogger("archive.intake")


class TusDoor:
    """One per process. `on_step` is told each step of a completion (see `completion`). Open it, close it, shut it.

    `lanes` are for others too who ask the database short questions while the door is open.
    """

    def __init__(self, config: ArchiveConfig, *, on_step: OnStep = no_step, clock: Callable[[], datetime] = timezone.now) -> None:
        self._config, self._on_step, self._clock = config, on_step, clock
        self._lifetime = timedelta(days=config.upload_lifetime_days)
        self._spool = Spool(config.uploads_dir, config.packages_dir)
        self._room = Room(config, self._spool)
        self._seats = Seats()
        self._admission = Admission(bodies=config.max_bodies, requests=config.max_requests)
        self.lanes = Lanes()
        self._requests: UploadRequests | None = None
        self._housekeeping: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Puts in order what the last run left. Call before the first request."""
        await asyncio.to_thread(self._recover)
        # Only now: whoever serves us may have raised the limit of open files.
        self._admission = Admission(bodies=bodies_that_fit(self._config.max_bodies), requests=self._config.max_requests)
        self._requests = UploadRequests(
            self._config,
            self._spool,
            self._seats,
            self._admission,
            self._room,
            self.lanes,
            on_step=self._on_step,
            clock=self._clock,
        )
        await self.look_round()
        self._housekeeping = asyncio.create_task(self._keep_house())

    def close(self) -> None:
        """Asks all writers to make durable what they have and leave; later requests are told to come again."""
        self._seats.clear()

    async def shut(self) -> None:
        """After the last request: ends the door's threads."""
        self.close()
        if self._housekeeping is not None:
            self._housekeeping.cancel()
            await asyncio.gather(self._housekeeping, return_exceptions=True)
        if self._requests is not None:
            await asyncio.to_thread(self._requests.close)
            await asyncio.to_thread(self.lanes.close)
        self._requests = self._housekeeping = None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        body = Body(receive)
        request = TusRequest.from_scope(scope)
        try:
            answer = await self._answer(request, body)
        except Refusal as refusal:
            if refusal.status == 0:
                return
            answer = Answer(refusal.status, refusal.headers, {"error": refusal.code})
        except Exception as error:
            if not is_trouble(error):
                raise
            answer = _machine_in_trouble(error)
        unread = not body.ended and (request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers)
        for message in answer.messages(close=unread or self._seats.closing):
            await send(message)

    async def _answer(self, request: TusRequest, body: Body) -> Answer:
        if request.method == "OPTIONS":
            return OPTIONS_ANSWER
        request.check_version()
        if self._seats.closing or self._requests is None:
            raise Refusal(503, "closing", Retry_After=self._admission.come_again_s())
        with self._admission.request(cheap=request.method == "HEAD", waited_s=lambda: body.waited_s):
            return await self._requests.answer(request, body)

    def _recover(self) -> None:
        try:
            recover_uploads(self._spool, clock=self._clock, on_step=self._on_step)
        finally:
            connections.close_all()

    async def _keep_house(self) -> None:
        loop = asyncio.get_running_loop()
        sweep_at_s = loop.time() + _SWEEP_S
        while True:
            await asyncio.sleep(_LOOK_ROUND_S)
            try:
                await self.look_round()
                if loop.time() >= sweep_at_s:
                    await self.sweep()
                    sweep_at_s = loop.time() + _SWEEP_S
            except Exception as error:
                # Whatever it was, the next round comes: without it no upload would be given back before the next start.
                if is_trouble(error):
                    log.error("the upload door cannot be kept in order now: %s", type(error).__name__)
                else:
                    log.exception("the upload door was not kept in order")

    async def look_round(self) -> None:
        """What is done every few seconds while the door is open. Raises what `is_trouble` knows."""
        if self._requests is None:
            return
        await self._requests.give_back()
        self._room.count_unopened(await self.lanes.reads.run(sweeping.unopened_bytes))

    async def sweep(self) -> None:
        """Ends what lapsed, forgets what failed long ago, and removes the files of both. Raises what `is_trouble` knows."""
        requests, now = self._requests, self._clock()
        if requests is None:
            return
        seen = await requests.on_disk(lambda: list(self._spool.upload_sizes()))
        for upload_id in await self.lanes.reads.run(lambda: sweeping.lapsed_uploads(now)):
            try:
                async with self._seats.take(upload_id):
                    await self.lanes.writes.run(lambda lapsed=upload_id: sweeping.end_lapsed(lapsed, now=now))  # type: ignore[misc]
            except SeatTaken:
                continue  # its disk hangs; the next round finds it again
        await self.lanes.writes.run(lambda: sweeping.forget_failed(now, self._lifetime))
        ownerless = await self.lanes.reads.run(lambda: sweeping.ownerless_files(seen))
        await requests.on_disk(lambda: sweeping.remove_files(self._spool, ownerless))


def _machine_in_trouble(error: Exception) -> Answer:
    """What a kiosk is told when disk or database fail: keep it, come again."""
    if _is_disk_full(error):
        log.error("nothing can be taken in now: the disk is full")
        return Answer(507, {"Retry-After": RETRY_LATER_S}, {"error": "disk-full"})
    log.error("nothing can be taken in now: %s", getattr(error, "strerror", None) or type(error).__name__)
    return Answer(503, {"Retry-After": RETRY_LATER_S}, {"error": "storage"})


def _is_disk_full(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or getattr(error, "sqlstate", None) == _PG_DISK_FULL:
            return True
        error = error.__cause__
    return False
