"""One body on its way to the disk: whatever ends it, what arrived is durable first, and only the durable is acknowledged."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from archive.intake import body_writer
from archive.intake.body_writer import CHECKPOINT_BYTES, BodyWriter, Ending, Pace
from archive.intake.models import Upload
from archive.intake.seats import Seat
from archive.intake.spool import Spool
from archive.intake.tus_protocol import Checksum

SIZE = 20_000_000


class Body:
    """What the client sends, piece by piece; after the last one it is silent unless it ended."""

    def __init__(self, *pieces: bytes, ends: bool = True) -> None:
        self._pieces, self._ends = list(pieces), ends
        self.empty = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        if not self._pieces:
            self.empty.set()
            await asyncio.Event().wait()
        piece = self._pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(self._pieces) or not self._ends}


class Desk:
    """A writer over a real spool, with a ledger that remembers every commit and may stop granting them."""

    def __init__(
        self,
        tmp_path: Path,
        *,
        size_bytes: int = SIZE,
        checksum: Checksum | None = None,
        pace: Pace = Pace(idle_s=60),  # noqa: B008 -- it is frozen
        has_room: bool = True,
    ):
        spool = Spool(tmp_path / "uploads", tmp_path / "packages")
        spool.prepare()
        self.path = tmp_path / "uploads" / ("a" * 32)
        self.commits: list[int] = []
        self.grants = 10**6
        upload = Upload(upload_id="a" * 32, size_bytes=size_bytes)
        self.writer = BodyWriter(upload, spool, commit=self.commit, has_room=lambda: has_room, checksum=checksum, pace=pace)

    async def commit(self, offset: int) -> bool:
        self.grants -= 1
        if self.grants < 0:
            return False
        assert self.path.stat().st_size >= offset
        self.commits.append(offset)
        return True

    async def run(self, body: Body) -> Ending:
        self.seat = Seat()
        return await self.writer.run(body.receive, self.seat)


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def test_a_whole_body_is_durable_before_it_counts(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert run(desk.run(Body(b"abc", b"def"))) is Ending.COMPLETE
    assert desk.commits == [6]
    assert desk.writer.offset == 6
    assert desk.path.read_bytes() == b"abcdef"


def test_long_bodies_are_acknowledged_on_the_way(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    pieces = [bytes(1_000_000)] * 19
    assert run(desk.run(Body(*pieces))) is Ending.COMPLETE
    assert desk.commits == [9_000_000, 18_000_000, 19_000_000]
    assert CHECKPOINT_BYTES < 9_000_000


def test_with_a_checksum_nothing_counts_before_it_was_checked(tmp_path: Path) -> None:
    right = Desk(tmp_path / "right", checksum=Checksum("sha256", hashlib.sha256(bytes(19_000_000)).digest()))
    assert run(right.run(Body(*[bytes(1_000_000)] * 19))) is Ending.COMPLETE
    assert right.commits == [19_000_000]
    wrong = Desk(tmp_path / "wrong", checksum=Checksum("sha256", b"?" * 32))
    assert run(wrong.run(Body(*[bytes(1_000_000)] * 19))) is Ending.CHECKSUM_MISMATCH
    assert wrong.commits == []
    assert wrong.path.stat().st_size == 0


def test_silence_ends_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, pace=Pace(idle_s=0.01))
    assert run(desk.run(Body(b"abc", ends=False))) is Ending.IDLE
    assert desk.commits == [3]


def test_a_trickle_ends_it_and_is_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path, pace=Pace(idle_s=60, rate_bytes_per_s=1000, window_s=0.01))
    assert run(desk.run(Body(b"abc", ends=False))) is Ending.TOO_SLOW
    assert desk.commits == [3]


def test_who_keeps_the_pace_is_waited_for_from_window_to_window(tmp_path: Path) -> None:
    """The one window that brings nothing ends it, not an average over all that came before."""
    desk = Desk(tmp_path, pace=Pace(idle_s=60, rate_bytes_per_s=1000, window_s=0.01))
    assert run(desk.run(Body(*[bytes(100_000)] * 10, ends=False))) is Ending.TOO_SLOW
    assert desk.commits == [1_000_000]


def test_what_came_before_a_silence_is_made_durable_in_the_middle_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_writer, "CHECKPOINT_S", 0.01)
    desk = Desk(tmp_path)

    async def scene() -> Ending:
        writing = asyncio.ensure_future(desk.run(Body(b"abc", ends=False)))
        while not desk.commits:
            await asyncio.sleep(0.005)
        desk.seat.leave.set()
        return await writing

    assert run(scene()) is Ending.ASKED_TO_LEAVE
    assert desk.commits == [3]


def test_a_newer_request_ends_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    async def scene() -> Ending:
        body = Body(b"abc", ends=False)
        writing = asyncio.ensure_future(desk.run(body))
        await body.empty.wait()
        desk.seat.leave.set()
        return await writing

    assert run(scene()) is Ending.ASKED_TO_LEAVE
    assert desk.commits == [3]


def test_a_server_that_gives_up_waiting_still_keeps_what_came(tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    async def scene() -> None:
        body = Body(b"abc", ends=False)
        writing = asyncio.ensure_future(desk.run(body))
        await body.empty.wait()
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing

    run(scene())
    assert desk.commits == [3]
    assert desk.path.read_bytes() == b"abc"


def test_a_writer_that_was_fenced_off_acknowledges_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.grants = 1
    assert run(desk.run(Body(*[bytes(1_000_000)] * 19))) is Ending.FENCED
    assert desk.commits == [9_000_000]
    assert desk.writer.offset == 9_000_000


def test_a_disk_that_fills_up_keeps_what_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    real = os.pwrite

    def room_for_100_bytes(descriptor: int, data: Any, offset: int) -> int:
        if offset >= 100:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, bytes(data[: 100 - offset]), offset)

    monkeypatch.setattr(os, "pwrite", room_for_100_bytes)
    assert run(desk.run(Body(bytes(70), bytes(70), bytes(70)))) is Ending.DISK_FULL
    assert desk.commits == [100]


def test_the_reserve_is_kept_free_on_the_way(tmp_path: Path) -> None:
    desk = Desk(tmp_path, has_room=False)
    assert run(desk.run(Body(*[bytes(1_000_000)] * 19))) is Ending.DISK_FULL
    assert desk.commits == [9_000_000]


def test_a_body_that_is_too_long_counts_up_to_the_end(tmp_path: Path) -> None:
    desk = Desk(tmp_path, size_bytes=5)
    assert run(desk.run(Body(b"abc", b"defgh"))) is Ending.TOO_LONG
    assert desk.path.read_bytes() == b"abcde"
    assert desk.commits == [5]
