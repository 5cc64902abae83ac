"""What each method of tus does with an upload: create, ask, append, take back. Everything that headers can decide is decided
before the first body byte is read, and an offset is answered only for what is durable (`body_writer`, `completion`).
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.utils.http import http_date

from archive.configuration import ArchiveConfig
from archive.intake import ledger
from archive.intake.admission import Admission
from archive.intake.body_writer import BodyWriter, Ending, Pace, Receive
from archive.intake.completion import UPLOAD_LOST, Completion, OnStep
from archive.intake.lanes import Lanes
from archive.intake.models import Upload
from archive.intake.quota import Quota
from archive.intake.room import Room
from archive.intake.seats import Seat, Seats, SeatTaken
from archive.intake.spool import Spool, UploadLost
from archive.intake.tus_protocol import (
    STATUS_CHECKSUM_MISMATCH,
    Answer,
    Checksum,
    Refusal,
    TusRequest,
    metadata_header,
    read_checksum,
    read_creation,
)
from archive.kiosks.models import Kiosk

PREFIX = "/api/v1/uploads"
_UPLOAD_PATH = re.compile(re.escape(PREFIX) + r"/([0-9a-f]{32})\Z")
_RETRY_SOON_S, _RETRY_LATER_S = "2", "300"
# Syncs wait for the disk and not for each other: a file system writes several down in one turn.
_SYNC_THREADS, _VERIFY_THREADS = 8, 2

T = TypeVar("T")
log = logging.getLogger("archive.intake")


class Body:
    """The request's body, which knows whether it was read to its end, and how long its client was waited for."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.ended = False
        self.waited_s = 0.0

    async def receive(self) -> MutableMapping[str, Any]:
        began_s = time.monotonic()
        try:
            message = await self._receive()
        finally:
            self.waited_s += time.monotonic() - began_s
        self.ended = message["type"] == "http.disconnect" or not message.get("more_body", False)
        return message


class UploadRequests:
    """Owns the threads on which the door's blocking work is done: close it. Asyncio, one event loop."""

    def __init__(
        self,
        config: ArchiveConfig,
        spool: Spool,
        seats: Seats,
        admission: Admission,
        room: Room,
        lanes: Lanes,
        *,
        on_step: OnStep,
        clock: Callable[[], datetime],
    ) -> None:
        self._config, self._spool, self._seats, self._admission, self._room = config, spool, seats, admission, room
        self._lanes, self._on_step, self._clock = lanes, on_step, clock
        self._lifetime = timedelta(days=config.upload_lifetime_days)
        self._quota = Quota(config.kiosk_open_bytes, config.kiosk_daily_bytes)
        self._pace = Pace(config.upload_idle_s, config.upload_min_bytes_per_s)
        self._syncing = ThreadPoolExecutor(_SYNC_THREADS, thread_name_prefix="intake-sync")
        self._verifying = ThreadPoolExecutor(_VERIFY_THREADS, thread_name_prefix="intake-verify")
        self._to_give_back: set[Completion] = set()

    def close(self) -> None:
        """Finishes what is under way. Blocks."""
        self._syncing.shutdown()
        self._verifying.shutdown()

    async def on_disk(self, work: Callable[[], T]) -> T:
        """Runs short disk work beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._syncing, work)

    async def answer(self, request: TusRequest, body: Body) -> Answer:
        """Raises Refusal, and what a machine in trouble raises (see `is_trouble`)."""
        authorization = request.headers.get("authorization", "")
        upload_path = _UPLOAD_PATH.match(request.path)
        is_collection = request.path in (PREFIX, PREFIX + "/")
        serve = {"HEAD": self._head, "PATCH": self._patch, "DELETE": self._delete}.get(request.method)

        def look(kiosk: Kiosk | None) -> tuple[Kiosk, Upload | None]:
            if kiosk is None:
                raise Refusal(401, "unauthorized", WWW_Authenticate="Bearer")
            if upload_path is None or serve is None:
                return kiosk, None
            return kiosk, ledger.find_upload(kiosk, upload_path[1], now=self._clock())

        kiosk, upload = await self._lanes.ask(authorization, look)
        if is_collection:
            if request.method != "POST":
                raise Refusal(405, "method", Allow="POST, OPTIONS")
            return await self._create(kiosk, request, body)
        if upload_path is None:
            raise Refusal(404, "unknown")
        if serve is None or upload is None:
            raise Refusal(405, "method", Allow="HEAD, PATCH, DELETE, OPTIONS")
        try:
            return await serve(kiosk, upload, request, body)
        except SeatTaken:
            raise Refusal(423, "busy", Retry_After=_RETRY_SOON_S) from None

    async def give_back(self) -> None:
        """Opens again what could not be completed when the machine was in trouble. Raises what the database raises while it still is."""
        for completion in list(self._to_give_back):
            await self._lanes.writes.run(completion.give_back)
            # Two may be doing this at once.
            self._to_give_back.discard(completion)

    async def _create(self, kiosk: Kiosk, request: TusRequest, body: Body) -> Answer:
        facts = read_creation(request)
        declared_bytes = request.body_bytes
        if declared_bytes != 0:
            request.check_body_type()
            if (declared_bytes or 0) > facts.size_bytes:
                raise Refusal(413, "too-long")
        checksum = read_checksum(request)
        now = self._clock()
        upload, lapsed = await self._lanes.writes.run(
            lambda: ledger.create_upload(kiosk, facts, now=now, lifetime=self._lifetime, quota=self._quota)
        )
        for upload_id in lapsed:
            await self.on_disk(lambda name=upload_id: self._spool.remove(name))  # type: ignore[misc]
        headers = {"Location": f"{PREFIX}/{upload.upload_id}"}
        if upload.state == Upload.State.OPEN:
            try:
                if declared_bytes != 0:
                    upload = await self._append(kiosk, upload.upload_id, declared_bytes, body, checksum, offset=None)
                else:
                    upload = await self._settled(kiosk, upload)
                    self._check_room(upload)
            except SeatTaken:
                raise Refusal(423, "busy", Retry_After=_RETRY_SOON_S, **headers) from None
            upload = await self._finished(kiosk, upload)
        return Answer(201, {**headers, **_offset_headers(upload)})

    async def _head(self, kiosk: Kiosk, upload: Upload, request: TusRequest, body: Body) -> Answer:
        upload = await self._finished(kiosk, await self._settled(kiosk, upload))
        headers = {
            "Upload-Length": str(upload.size_bytes),
            "Upload-Metadata": metadata_header(upload.package_id, upload.sha256, upload.part),
        }
        return Answer(200, {**headers, **_offset_headers(upload)})

    async def _patch(self, kiosk: Kiosk, upload: Upload, request: TusRequest, body: Body) -> Answer:
        request.check_body_type()
        offset = request.number("upload-offset")
        checksum = read_checksum(request)
        if offset + (request.body_bytes or 0) > upload.size_bytes:
            raise Refusal(413, "too-long", **_offset_headers(upload))
        if upload.state == Upload.State.OPEN:
            upload = await self._append(kiosk, upload.upload_id, request.body_bytes, body, checksum, offset=offset)
            upload = await self._finished(kiosk, upload)
        else:
            _check_offset(upload, offset)
        if upload.state == Upload.State.VERIFYING:
            raise Refusal(423, "verifying", Retry_After=_RETRY_SOON_S)
        return Answer(204, _offset_headers(upload))

    async def _delete(self, kiosk: Kiosk, upload: Upload, request: TusRequest, body: Body) -> Answer:
        def drop() -> bool:
            held = ledger.take_over(kiosk, upload.upload_id, now=self._clock())
            if held.state == Upload.State.STORED:
                raise Refusal(403, "stored")
            return ledger.drop_upload(held)

        async with self._seats.take(upload.upload_id):
            if not await self._lanes.writes.run(drop):
                raise Refusal(423, "busy", Retry_After=_RETRY_SOON_S)
            await self.on_disk(lambda: self._spool.remove(upload.upload_id))
        return Answer(204)

    async def _settled(self, kiosk: Kiosk, upload: Upload) -> Upload:
        """The upload once nobody writes it any more: who asks for its offset is about to go on with it."""
        if not self._seats.is_taken(upload.upload_id):
            return upload
        async with self._seats.take(upload.upload_id):
            return await self._lanes.reads.run(lambda: ledger.find_upload(kiosk, upload.upload_id, now=self._clock()))

    async def _append(
        self, kiosk: Kiosk, upload_id: str, body_bytes: int | None, body: Body, checksum: Checksum | None, *, offset: int | None
    ) -> Upload:
        """Takes the upload over and writes the body to it. Without an offset the body begins at byte 0 and is of use only there."""
        async with self._seats.take(upload_id) as seat:
            upload = await self._lanes.writes.run(lambda: ledger.take_over(kiosk, upload_id, now=self._clock()))
            if offset is not None:
                _check_offset(upload, offset)
            if upload.state != Upload.State.OPEN:
                return upload
            self._check_room(upload, None if offset is None else body_bytes)
            if offset is None and upload.durable_offset != 0:
                return upload
            with self._admission.body(kiosk.kiosk_id, seat):
                await self._write(upload, body, seat, self._writer(upload, checksum))
            return upload

    def _writer(self, upload: Upload, checksum: Checksum | None) -> BodyWriter:
        async def commit(offset: int) -> bool:
            expires_at = self._clock() + self._lifetime
            granted = await self._lanes.writes.run(lambda: ledger.commit_offset(upload, offset, expires_at=expires_at))
            if granted:
                upload.expires_at = expires_at
            return granted

        return BodyWriter(
            upload,
            self._spool,
            commit=commit,
            has_room=lambda: not self._room.lacks(0, 0),
            checksum=checksum,
            pace=self._pace,
            threads=self._syncing,
        )

    async def _write(self, upload: Upload, body: Body, seat: Seat, writer: BodyWriter) -> None:
        """Returns when the body came in whole, or when nothing is missing however it ended; Refusal for every other ending."""
        try:
            ending = await writer.run(body.receive, seat)
        except UploadLost as lost:
            log.error("upload %s: acknowledged bytes are gone, it begins anew", upload.upload_id)
            await self._lanes.writes.run(lambda: ledger.fail_upload(upload.upload_id, UPLOAD_LOST))
            raise Refusal(410, UPLOAD_LOST) from lost
        finally:
            upload.durable_offset = writer.offset
        whole = writer.offset == upload.size_bytes
        if ending is Ending.COMPLETE or (whole and ending is not Ending.FENCED):
            return
        at = {"Upload-Offset": str(writer.offset)}
        if ending is Ending.ASKED_TO_LEAVE and (self._seats.closing or seat.crowded_out):
            raise Refusal(503, "closing" if self._seats.closing else "busy", Retry_After=self._admission.come_again_s(), **at)
        raise {
            Ending.CUT: Refusal(0, "gone"),
            Ending.IDLE: Refusal(408, "idle", **at),
            Ending.TOO_SLOW: Refusal(408, "slow", **at),
            Ending.ASKED_TO_LEAVE: Refusal(409, "superseded", **at),
            Ending.FENCED: Refusal(409, "superseded"),
            Ending.TOO_LONG: Refusal(413, "too-long", **at),
            Ending.DISK_FULL: Refusal(507, "disk-full", Retry_After=_RETRY_LATER_S, **at),
            Ending.CHECKSUM_MISMATCH: Refusal(STATUS_CHECKSUM_MISMATCH, "checksum", **at),
        }[ending]

    async def _finished(self, kiosk: Kiosk, upload: Upload) -> Upload:
        """The upload as it stands, completed first if all its bytes are here. Raises Refusal 422 when they are not what was announced."""
        if upload.state != Upload.State.OPEN or upload.durable_offset < upload.size_bytes:
            return upload
        completion = Completion(upload.upload_id, self._spool, on_step=self._on_step, clock=self._clock)
        if not await self._lanes.writes.run(completion.claim):
            return await self._lanes.reads.run(lambda: ledger.find_upload(kiosk, upload.upload_id, now=self._clock()))
        try:
            await asyncio.get_running_loop().run_in_executor(self._verifying, lambda: completion.secure(upload.sha256, upload.size_bytes))
            upload.state = await self._lanes.writes.run(completion.settle)
        except Exception:
            # Whatever it was: nobody else completes an upload that says it is being verified.
            self._to_give_back.add(completion)
            await self.give_back()
            raise
        if completion.code:
            await self.on_disk(completion.conclude)
            raise Refusal(422, completion.code)
        completion.conclude()
        return upload

    def _check_room(self, upload: Upload, body_bytes: int | None = None) -> None:
        if upload.state != Upload.State.OPEN:
            return
        coming_bytes = upload.size_bytes - upload.durable_offset if body_bytes is None else body_bytes
        if self._room.lacks(coming_bytes, upload.size_bytes):
            raise Refusal(507, "disk-full", Retry_After=_RETRY_LATER_S, **_offset_headers(upload))


def _check_offset(upload: Upload, offset: int) -> None:
    if offset != upload.durable_offset:
        raise Refusal(409, "offset", **_offset_headers(upload))


def _offset_headers(upload: Upload) -> dict[str, str]:
    headers = {"Upload-Offset": str(upload.durable_offset)}
    if upload.state == Upload.State.OPEN:
        headers["Upload-Expires"] = http_date(upload.expires_at.timestamp())
    return headers
