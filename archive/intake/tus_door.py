"""The door for uploads: tus 1.0.0 as a raw ASGI application in front of Django.

Django's own views keep nothing of a body that was cut; this door keeps every byte that reached it. It decides everything that
headers can decide before the first body byte is read, and answers 204 only for what is durable (`body_writer`, `completion`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection, connections
from django.utils import timezone
from django.utils.http import http_date

from archive.configuration import ArchiveConfig
from archive.intake import ledger
from archive.intake.body_writer import BodyWriter, Ending, Receive
from archive.intake.completion import UPLOAD_LOST, OnStep, finish_upload, no_step, recover_uploads
from archive.intake.models import Upload
from archive.intake.seats import Seat, Seats, SeatTaken
from archive.intake.spool import Spool, UploadLost
from archive.intake.tus_protocol import (
    OPTIONS_ANSWER,
    STATUS_CHECKSUM_MISMATCH,
    Answer,
    Refusal,
    TusRequest,
    metadata_header,
    read_checksum,
    read_creation,
)
from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import authenticate

PREFIX = "/api/v1/uploads"
_UPLOAD_PATH = re.compile(re.escape(PREFIX) + r"/([0-9a-f]{32})\Z")
_RETRY_SOON_S, _RETRY_LATER_S = "2", "300"

T = TypeVar("T")
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
log = logging.getLogger("archive.intake")


class TusDoor:
    """One per process. `on_step` is told each step of a completion (see `completion`)."""

    def __init__(self, config: ArchiveConfig, *, on_step: OnStep = no_step, clock: Callable[[], datetime] = timezone.now) -> None:
        self._config, self._on_step, self._clock = config, on_step, clock
        self._lifetime = timedelta(days=config.upload_lifetime_days)
        self._spool = Spool(config.uploads_dir, config.packages_dir)
        self._seats = Seats()

    async def open(self) -> None:
        """Puts in order what the last run left. Call before the first request."""
        await _in_own_thread(lambda: recover_uploads(self._spool, clock=self._clock, on_step=self._on_step))

    def close(self) -> None:
        """Asks all writers to make durable what they have and leave; later requests are told to come again."""
        self._seats.clear()

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        body = _Body(receive)
        request = TusRequest.from_scope(scope)
        try:
            answer = await self._answer(request, body)
        except Refusal as refusal:
            if refusal.status == 0:
                return
            answer = Answer(refusal.status, refusal.headers, {"error": refusal.code})
        unread = not body.ended and (request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers)
        for message in answer.messages(close=unread):
            await send(message)

    async def _answer(self, request: TusRequest, body: _Body) -> Answer:
        if request.method == "OPTIONS":
            return OPTIONS_ANSWER
        request.check_version()
        if self._seats.closing:
            raise Refusal(503, "closing", Retry_After=_RETRY_SOON_S)
        kiosk = await _in_database(lambda: authenticate(request.headers.get("authorization", "")))
        if kiosk is None:
            raise Refusal(401, "unauthorized", WWW_Authenticate="Bearer")
        if request.path in (PREFIX, PREFIX + "/"):
            if request.method != "POST":
                raise Refusal(405, "method", Allow="POST, OPTIONS")
            return await self._create(kiosk, request, body)
        upload_path = _UPLOAD_PATH.match(request.path)
        if upload_path is None:
            raise Refusal(404, "unknown")
        serve = {"HEAD": self._head, "PATCH": self._patch, "DELETE": self._delete}.get(request.method)
        if serve is None:
            raise Refusal(405, "method", Allow="HEAD, PATCH, DELETE, OPTIONS")
        try:
            return await serve(kiosk, upload_path[1], request, body)
        except SeatTaken:
            raise Refusal(423, "busy", Retry_After=_RETRY_SOON_S) from None

    async def _create(self, kiosk: Kiosk, request: TusRequest, body: _Body) -> Answer:
        facts = read_creation(request)
        declared_bytes = request.body_bytes
        if declared_bytes != 0:
            request.check_body_type()
            if (declared_bytes or 0) > facts.size_bytes:
                raise Refusal(413, "too-long")
        checksum = read_checksum(request)
        upload, lapsed = await _in_database(lambda: ledger.create_upload(kiosk, facts, now=self._clock(), lifetime=self._lifetime))
        for upload_id in lapsed:
            self._spool.remove(upload_id)
        headers = {"Location": f"{PREFIX}/{upload.upload_id}"}
        if upload.state == Upload.State.OPEN:
            try:
                async with self._seats.take(upload.upload_id) as seat:
                    upload = await self._take_over(kiosk, upload.upload_id)
                    self._check_room(upload)
                    # A body that comes with a repeated creation begins at byte 0 and is of use only there.
                    if declared_bytes != 0 and upload.state == Upload.State.OPEN and upload.durable_offset == 0:
                        await self._write(upload, body, seat, self._writer(upload, checksum))
            except SeatTaken:
                raise Refusal(423, "busy", Retry_After=_RETRY_SOON_S, **headers) from None
            upload = await self._finished(kiosk, upload.upload_id)
        return Answer(201, {**headers, **self._offset_headers(upload)})

    async def _head(self, kiosk: Kiosk, upload_id: str, request: TusRequest, body: _Body) -> Answer:
        upload = await _in_database(lambda: ledger.find_upload(kiosk, upload_id, now=self._clock()))
        if upload.state == Upload.State.OPEN:
            async with self._seats.take(upload_id):
                await self._take_over(kiosk, upload_id)
            upload = await self._finished(kiosk, upload_id)
        headers = {
            "Upload-Length": str(upload.size_bytes),
            "Upload-Metadata": metadata_header(upload.package_id, upload.sha256, upload.part),
        }
        return Answer(200, {**headers, **self._offset_headers(upload)})

    async def _patch(self, kiosk: Kiosk, upload_id: str, request: TusRequest, body: _Body) -> Answer:
        request.check_body_type()
        offset = request.number("upload-offset")
        checksum = read_checksum(request)
        upload = await _in_database(lambda: ledger.find_upload(kiosk, upload_id, now=self._clock()))
        if offset + (request.body_bytes or 0) > upload.size_bytes:
            raise Refusal(413, "too-long", **self._offset_headers(upload))
        if upload.state == Upload.State.OPEN:
            async with self._seats.take(upload_id) as seat:
                upload = await self._take_over(kiosk, upload_id)
                self._check_offset(upload, offset)
                if upload.state == Upload.State.OPEN:
                    self._check_room(upload, request.body_bytes)
                    await self._write(upload, body, seat, self._writer(upload, checksum))
            upload = await self._finished(kiosk, upload_id)
        else:
            self._check_offset(upload, offset)
        if upload.state == Upload.State.VERIFYING:
            raise Refusal(423, "verifying", Retry_After=_RETRY_SOON_S)
        return Answer(204, self._offset_headers(upload))

    async def _delete(self, kiosk: Kiosk, upload_id: str, request: TusRequest, body: _Body) -> Answer:
        async with self._seats.take(upload_id):
            upload = await self._take_over(kiosk, upload_id)
            if upload.state == Upload.State.STORED:
                raise Refusal(403, "stored")
            if not await _in_database(lambda: ledger.drop_upload(upload)):
                raise Refusal(423, "busy", Retry_After=_RETRY_SOON_S)
            self._spool.remove(upload_id)
        return Answer(204)

    async def _take_over(self, kiosk: Kiosk, upload_id: str) -> Upload:
        return await _in_database(lambda: ledger.take_over(kiosk, upload_id, now=self._clock()))

    def _writer(self, upload: Upload, checksum: Any) -> BodyWriter:
        async def commit(offset: int) -> bool:
            expires_at = self._clock() + self._lifetime
            return await _in_database(lambda: ledger.commit_offset(upload, offset, expires_at=expires_at))

        return BodyWriter(
            upload,
            self._spool,
            commit=commit,
            checksum=checksum,
            idle_s=self._config.upload_idle_s,
            reserve_bytes=self._config.disk_reserve_bytes,
        )

    async def _write(self, upload: Upload, body: _Body, seat: Seat, writer: BodyWriter) -> None:
        """Returns when the body came in whole, or when nothing is missing however it ended; Refusal for every other ending."""
        try:
            ending = await writer.run(body.receive, seat)
        except UploadLost as lost:
            log.error("upload %s: acknowledged bytes are gone, it begins anew", upload.upload_id)
            await _in_database(lambda: ledger.fail_upload(upload.upload_id, UPLOAD_LOST))
            raise Refusal(410, UPLOAD_LOST) from lost
        except OSError as error:
            log.error("upload %s: cannot be written now, %s", upload.upload_id, error.strerror)
            raise Refusal(503, "storage", Retry_After=_RETRY_LATER_S) from error
        whole = writer.offset == upload.size_bytes
        if ending is Ending.COMPLETE or (whole and ending is not Ending.FENCED):
            return
        at = {"Upload-Offset": str(writer.offset)}
        if ending is Ending.ASKED_TO_LEAVE and self._seats.closing:
            raise Refusal(503, "closing", Retry_After=_RETRY_SOON_S, **at)
        raise {
            Ending.CUT: Refusal(0, "gone"),
            Ending.IDLE: Refusal(408, "idle", **at),
            Ending.ASKED_TO_LEAVE: Refusal(409, "superseded", **at),
            Ending.FENCED: Refusal(409, "superseded"),
            Ending.TOO_LONG: Refusal(413, "too-long", **at),
            Ending.DISK_FULL: Refusal(507, "disk-full", Retry_After=_RETRY_LATER_S, **at),
            Ending.CHECKSUM_MISMATCH: Refusal(STATUS_CHECKSUM_MISMATCH, "checksum", **at),
        }[ending]

    async def _finished(self, kiosk: Kiosk, upload_id: str) -> Upload:
        """The upload as it stands, completed first if all its bytes are here. Raises Refusal 422 when they are not what was announced."""
        upload = await _in_database(lambda: ledger.find_upload(kiosk, upload_id, now=self._clock()))
        if upload.state != Upload.State.OPEN or upload.durable_offset < upload.size_bytes:
            return upload
        try:
            state = await _in_own_thread(lambda: finish_upload(upload_id, self._spool, on_step=self._on_step, clock=self._clock))
        except OSError as error:
            log.error("upload %s: cannot be stored now, %s", upload_id, error.strerror)
            raise Refusal(503, "storage", Retry_After=_RETRY_LATER_S) from error
        if state == Upload.State.FAILED:
            row = await _in_database(lambda: Upload.objects.get(pk=upload_id))
            raise Refusal(422, row.error)
        return await _in_database(lambda: ledger.find_upload(kiosk, upload_id, now=self._clock()))

    def _check_offset(self, upload: Upload, offset: int) -> None:
        if offset != upload.durable_offset:
            raise Refusal(409, "offset", **self._offset_headers(upload))

    def _check_room(self, upload: Upload, body_bytes: int | None = None) -> None:
        coming_bytes = upload.size_bytes - upload.durable_offset if body_bytes is None else body_bytes
        if upload.state == Upload.State.OPEN and self._spool.free_bytes() - coming_bytes < self._config.disk_reserve_bytes:
            raise Refusal(507, "disk-full", Retry_After=_RETRY_LATER_S, **self._offset_headers(upload))

    @staticmethod
    def _offset_headers(upload: Upload) -> dict[str, str]:
        headers = {"Upload-Offset": str(upload.durable_offset)}
        if upload.state == Upload.State.OPEN:
            headers["Upload-Expires"] = http_date(upload.expires_at.timestamp())
        return headers


class _Body:
    """The request's body, which knows whether it was read to its end."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.ended = False

    async def receive(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self.ended = message["type"] == "http.disconnect" or not message.get("more_body", False)
        return message


async def _in_database(work: Callable[[], T]) -> T:
    """Runs short database work in the thread that all of the door's work shares."""

    def run() -> T:
        try:
            return work()
        except DatabaseError:
            # A connection that failed may be dead (a restarted PostgreSQL); the next request gets a new one.
            connection.close()
            raise

    return await sync_to_async(run)()


async def _in_own_thread(work: Callable[[], T]) -> T:
    """Runs long work (reading a whole file) beside everything else, with a database connection of its own."""

    def run() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    return await sync_to_async(run, thread_sensitive=False)()
