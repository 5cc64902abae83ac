"""The door in this process, for what cannot be had from outside: its clock, a disk and a database that fail, and the hour to sweep."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import secrets
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError
from tus_client import Sending

from archive.configuration import ArchiveConfig
from archive.intake import completion, ledger, sweeping, tus_door
from archive.intake.completion import Completion
from archive.intake.models import Package, Upload
from archive.intake.spool import Spool, SpoolFile
from archive.intake.tus_door import PREFIX, TusDoor
from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import digest_of

pytestmark = pytest.mark.django_db(transaction=True)
BODY_TYPE = {"content-type": "application/offset+octet-stream"}
BEGIN = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Visitor:
    """One kiosk that talks to a door without a network. `now` is the door's clock."""

    def __init__(self, config: ArchiveConfig) -> None:
        self.now = BEGIN
        self.kiosk = Kiosk.objects.create(name="Booth", secret_sha256=digest_of("secret"))
        self.door = TusDoor(config, clock=lambda: self.now)
        self.uploads_dir = config.uploads_dir
        self.packages_dir = config.packages_dir

    def visit(self, scene: Callable[[], Awaitable[None]]) -> None:
        """Runs `scene` while the door is open."""

        async def open_and_shut() -> None:
            await self.door.open()
            try:
                await scene()
            finally:
                await self.door.shut()

        asyncio.run(open_and_shut())

    async def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        said: list[Any] = []
        lines = {"tus-resumable": "1.0.0", "authorization": f"Bearer {self.kiosk.kiosk_id}.secret", **(headers or {})}
        if body:
            lines["content-length"] = str(len(body))

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            said.append(message)

        raw = [(name.encode(), value.encode()) for name, value in lines.items()]
        await self.door({"type": "http", "method": method, "path": path, "headers": raw}, receive, send)
        answered = {name.decode(): value.decode() for name, value in said[0]["headers"]}
        return said[0]["status"], answered, said[1]["body"]

    async def create(self, sending: Sending) -> str:
        status, headers, _ = await self.ask("POST", PREFIX, {"upload-length": str(len(sending.data)), "upload-metadata": sending.metadata})
        assert status == 201
        return headers["location"]

    async def patch(self, path: str, offset: int, body: bytes) -> tuple[int, dict[str, str], bytes]:
        return await self.ask("PATCH", path, {**BODY_TYPE, "upload-offset": str(offset)}, body)

    async def offset(self, path: str) -> int:
        status, headers, _ = await self.ask("HEAD", path)
        assert status == 200
        return int(headers["upload-offset"])

    def files(self) -> set[str]:
        return {path.name for path in self.uploads_dir.iterdir()}


@pytest.fixture
def visitor(archive_config: ArchiveConfig) -> Visitor:
    archive_config.dir.mkdir()
    return Visitor(replace(archive_config, disk_reserve_bytes=0))


@pytest.fixture
def sending() -> Sending:
    return Sending(secrets.token_bytes(10_000), secrets.token_hex(16))


def upload_id(path: str) -> str:
    return path.rsplit("/", 1)[1]


def test_the_first_use_of_a_next_token_counts_at_this_door_too(visitor: Visitor, sending: Sending) -> None:
    Kiosk.objects.update(secret_sha256=digest_of("before"), next_secret_sha256=digest_of("secret"))

    async def scene() -> None:
        path = await visitor.create(sending)
        assert await visitor.offset(path) == 0
        before = {"authorization": f"Bearer {visitor.kiosk.kiosk_id}.before"}
        assert (await visitor.ask("HEAD", path, before))[0] == 401

    visitor.visit(scene)
    kiosk = Kiosk.objects.get()
    assert (kiosk.secret_sha256, kiosk.next_secret_sha256) == (digest_of("secret"), "")


# --- keeping order while open ---


def test_what_lapsed_is_swept_away_with_its_file_and_the_rest_stays(visitor: Visitor, sending: Sending) -> None:
    async def scene() -> None:
        lapsing = await visitor.create(sending)
        await visitor.patch(lapsing, 0, sending.data[:100])
        visitor.now += timedelta(days=29)
        fresh = await visitor.create(Sending(b"another", secrets.token_hex(16)))
        await visitor.patch(fresh, 0, b"ano")
        visitor.now += timedelta(days=2)
        await visitor.door.sweep()
        assert visitor.files() == {upload_id(fresh)}
        assert (await visitor.ask("HEAD", lapsing))[0] == 410
        assert await visitor.offset(fresh) == 3
        visitor.now += timedelta(days=27)
        await visitor.patch(fresh, 3, b"t")
        visitor.now += timedelta(days=27)
        await visitor.door.sweep()
        assert await visitor.offset(fresh) == 4  # each byte gave it thirty days more

    visitor.visit(scene)


def test_rows_of_what_failed_go_a_lifetime_later(visitor: Visitor, sending: Sending) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        visitor.now += timedelta(days=31)
        await visitor.door.sweep()
        assert (await visitor.ask("HEAD", path))[0] == 410
        visitor.now += timedelta(days=30)
        await visitor.door.sweep()
        assert (await visitor.ask("HEAD", path))[0] == 404

    visitor.visit(scene)
    assert Upload.objects.count() == 0


def test_a_file_that_nobody_owns_is_swept_away_even_beside_a_writer(visitor: Visitor, sending: Sending) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        await visitor.patch(path, 0, sending.data[:100])
        (visitor.uploads_dir / ("f" * 32)).write_bytes(b"what a crash left")
        await visitor.door.sweep()
        assert visitor.files() == {upload_id(path)}
        await visitor.patch(path, 100, sending.data[100:])

    visitor.visit(scene)
    assert (visitor.packages_dir / sending.sha256).read_bytes() == sending.data


def test_a_writer_of_a_lapsed_upload_is_asked_to_leave_and_commits_nothing(visitor: Visitor, sending: Sending) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        row = await visitor.door.lanes.reads.run(lambda: ledger.take_over(visitor.kiosk, upload_id(path), now=visitor.now))
        visitor.now += timedelta(days=31)
        await visitor.door.sweep()
        late = await visitor.door.lanes.reads.run(lambda: ledger.commit_offset(row, 10, expires_at=visitor.now + timedelta(days=30)))
        assert not late
        status, _, body = await visitor.patch(path, 0, sending.data)
        assert (status, body) == (410, b'{"error": "expired"}')
        assert visitor.files() == set()

    visitor.visit(scene)


def test_ownership_of_files_is_asked_after_they_were_seen(visitor: Visitor) -> None:
    assert sweeping.ownerless_files(["nobody's"] * 3 + [f"{number:032x}" for number in range(1200)])[:3] == ["nobody's"] * 3


# --- a machine in trouble ---


def fault(error: Exception) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


def database_full() -> OperationalError:
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorcode = sqlite3.SQLITE_FULL
    error = OperationalError("database or disk is full")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (OSError(errno.EIO, "Input/output error"), 503, b'{"error": "storage"}'),
        (OperationalError("disk I/O error"), 503, b'{"error": "storage"}'),
        (DatabaseError("database disk image is malformed"), 503, b'{"error": "storage"}'),
        (database_full(), 507, b'{"error": "disk-full"}'),
    ],
    ids=["disk", "database", "unreadable", "full"],
)
def test_trouble_at_the_commit_point_is_told_and_gone_when_it_is_over(
    visitor: Visitor,
    sending: Sending,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    status: int,
    code: bytes,
) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        with monkeypatch.context() as patch:
            patch.setattr(completion, "_store", fault(error))
            answered, headers, body = await visitor.patch(path, 0, sending.data)
            assert (answered, body) == (status, code)
            assert int(headers["retry-after"]) > 0
        # All bytes are here and acknowledged: asking for the offset finishes it.
        assert await visitor.offset(path) == len(sending.data)

    visitor.visit(scene)
    assert Package.objects.get().sha256 == sending.sha256
    assert (visitor.packages_dir / sending.sha256).read_bytes() == sending.data
    assert caplog.messages


def test_what_could_not_be_given_back_at_once_is_given_back_later(
    visitor: Visitor, sending: Sending, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        with monkeypatch.context() as patch:
            patch.setattr(completion, "_store", fault(OperationalError("away")))
            patch.setattr(Completion, "give_back", fault(OperationalError("still away")))
            assert (await visitor.patch(path, 0, sending.data))[0] == 503
        assert (await visitor.patch(path, len(sending.data), b""))[0] == 423
        await visitor.door.look_round()
        assert await visitor.offset(path) == len(sending.data)

    visitor.visit(scene)
    assert Package.objects.count() == 1


def test_a_mistake_of_ours_at_the_commit_point_leaves_no_upload_behind_that_nobody_verifies(
    visitor: Visitor, sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        with monkeypatch.context() as patch:
            patch.setattr(completion, "_store", fault(KeyError("a mistake")))
            with pytest.raises(KeyError):
                await visitor.patch(path, 0, sending.data)
        assert await visitor.offset(path) == len(sending.data)

    visitor.visit(scene)
    assert Package.objects.count() == 1


@pytest.mark.parametrize(
    "error",
    [DatabaseError("database disk image is malformed"), IntegrityError("a mistake"), KeyError("another")],
    ids=lambda e: type(e).__name__,
)
def test_the_rounds_go_on_whatever_went_wrong_in_one(
    visitor: Visitor, sending: Sending, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """Without them no upload that could not be completed would ever be given back."""
    monkeypatch.setattr(tus_door, "_LOOK_ROUND_S", 0.001)

    async def scene() -> None:
        path = await visitor.create(sending)
        with monkeypatch.context() as patch:
            patch.setattr(completion, "_store", fault(OperationalError("away")))
            patch.setattr(Completion, "give_back", fault(error))
            if isinstance(error, KeyError | IntegrityError):
                with pytest.raises(type(error)):
                    await visitor.patch(path, 0, sending.data)
            else:
                assert (await visitor.patch(path, 0, sending.data))[0] == 503
            async with asyncio.timeout(10):
                while "kept in order" not in caplog.text:
                    await asyncio.sleep(0.001)
        async with asyncio.timeout(10):
            while await visitor.door.lanes.reads.run(lambda: Upload.objects.get().state) == Upload.State.VERIFYING:
                await asyncio.sleep(0.001)
        assert await visitor.offset(path) == len(sending.data)

    visitor.visit(scene)
    assert Package.objects.count() == 1


@pytest.mark.parametrize("where", ["write", "sync"])
def test_a_disk_that_fails_under_a_body_keeps_what_was_acknowledged(
    visitor: Visitor, sending: Sending, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        await visitor.patch(path, 0, sending.data[:1000])
        with monkeypatch.context() as patch:
            patch.setattr(SpoolFile, where, fault(OSError(errno.EIO, "Input/output error")))
            status, _, body = await visitor.patch(path, 1000, sending.data[1000:])
            assert (status, body) == (503, b'{"error": "storage"}')
        assert await visitor.offset(path) == 1000
        assert (await visitor.patch(path, 1000, sending.data[1000:]))[0] == 204

    visitor.visit(scene)
    assert hashlib.sha256((visitor.packages_dir / sending.sha256).read_bytes()).hexdigest() == sending.sha256


def test_a_disk_that_is_full_under_a_body_says_so_and_keeps_what_fitted(
    visitor: Visitor, sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        real = SpoolFile.write

        def room_for_some(file: SpoolFile, data: bytes) -> None:
            real(file, data[:700])
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(SpoolFile, "write", room_for_some)
            status, headers, body = await visitor.patch(path, 0, sending.data)
            assert (status, body, headers["upload-offset"]) == (507, b'{"error": "disk-full"}', "700")
        assert await visitor.offset(path) == 700

    visitor.visit(scene)


def test_a_disk_that_cannot_be_read_when_all_is_here_is_tried_again(
    visitor: Visitor, sending: Sending, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        with monkeypatch.context() as patch:
            patch.setattr(Spool, "measure", fault(OSError(errno.EIO, "Input/output error")))
            assert (await visitor.patch(path, 0, sending.data))[0] == 503
        assert (await visitor.patch(path, len(sending.data), b""))[0] == 204

    visitor.visit(scene)
    assert Package.objects.count() == 1


def test_a_door_that_closes_tells_everybody_to_come_again(visitor: Visitor, sending: Sending) -> None:
    async def scene() -> None:
        path = await visitor.create(sending)
        visitor.door.close()
        status, headers, body = await visitor.ask("HEAD", path)
        assert (status, body) == (503, b'{"error": "closing"}')
        assert (int(headers["retry-after"]) > 0, headers["connection"]) == (True, "close")

    visitor.visit(scene)
