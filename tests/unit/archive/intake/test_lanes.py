"""The ways to the database: what was answered is committed, what failed alone is undone alone, what failed together is told together."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections

from archive.intake import lanes
from archive.intake.lanes import ReadLane, WriteLane
from archive.kiosks.models import Kiosk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lane(monkeypatch: pytest.MonkeyPatch) -> Iterator[WriteLane]:
    """On any machine, however slow, what waits together goes together."""
    monkeypatch.setattr(lanes, "_LONGEST_S", 60)
    lane = WriteLane()
    yield lane
    lane.close()


def make(name: str) -> str:
    return str(Kiosk.objects.create(name=name, secret_sha256="0" * 64).name)


def names() -> list[str]:
    return sorted(Kiosk.objects.values_list("name", flat=True))


class Gate:
    """Work that holds the lane until the test has put more behind it."""

    def __init__(self) -> None:
        self._opened = threading.Event()

    def __call__(self) -> None:
        assert self._opened.wait(10)

    def open(self) -> None:
        self._opened.set()


def test_what_is_answered_is_committed(lane: WriteLane) -> None:
    async def scene() -> None:
        assert await lane.run(lambda: make("a")) == "a"
        assert await asyncio.to_thread(seen_by_another) == ["a"]

    asyncio.run(scene())


def seen_by_another() -> list[str]:
    try:
        return names()
    finally:
        connection.close()


def test_what_waits_goes_into_one_transaction(lane: WriteLane) -> None:
    begun: list[int] = []

    def note() -> None:
        # Each transaction has its own savepoints; a second one would begin with a fresh list.
        begun.append(id(connection.savepoint_ids))

    async def scene() -> None:
        gate = Gate()
        first = asyncio.ensure_future(lane.run(gate))
        await asyncio.sleep(0)
        rest = [asyncio.ensure_future(lane.run(lambda number=number: (note(), make(f"k{number}")))) for number in range(20)]
        await asyncio.sleep(0)
        gate.open()
        await asyncio.gather(first, *rest)

    asyncio.run(scene())
    assert len(names()) == 20
    assert len(set(begun)) == 1


def test_who_fails_alone_is_undone_alone(lane: WriteLane) -> None:
    def fails() -> None:
        make("half done")
        raise KeyError("a mistake")

    async def scene() -> None:
        gate = Gate()
        asked = [asyncio.ensure_future(lane.run(work)) for work in (gate, lambda: make("before"), fails, lambda: make("after"))]
        await asyncio.sleep(0)
        gate.open()
        answers = await asyncio.gather(*asked, return_exceptions=True)
        assert answers[1::2] == ["before", "after"]
        assert isinstance(answers[2], KeyError)

    asyncio.run(scene())
    assert names() == ["after", "before"]


def test_a_transaction_that_the_database_gives_up_is_told_to_all_in_it(lane: WriteLane) -> None:
    def breaks() -> None:
        connection.needs_rollback = True
        connection.savepoint_ids[-1] = None  # as after a disk that was full: there is nothing left to go back to
        raise DatabaseError("the database gave up")

    async def scene() -> None:
        gate = Gate()
        asked = [asyncio.ensure_future(lane.run(work)) for work in (gate, lambda: make("before"), breaks)]
        await asyncio.sleep(0)
        gate.open()
        answers = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(answer) for answer in answers] == [DatabaseError] * 3
        # The next one has a connection that works.
        await lane.run(lambda: make("later"))

    asyncio.run(scene())
    assert names() == ["later"]


def test_what_one_piece_was_refused_is_told_to_no_other(lane: WriteLane) -> None:
    class Refused(Exception):
        """An honest answer to one of them."""

    def is_refused_as_the_disk_fails() -> None:
        connection.needs_rollback = True
        connection.savepoint_ids[-1] = None
        raise Refused

    async def scene() -> None:
        gate = Gate()
        asked = [asyncio.ensure_future(lane.run(work)) for work in (gate, lambda: make("before"), is_refused_as_the_disk_fails)]
        await asyncio.sleep(0)
        gate.open()
        answers = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(answer) for answer in answers] == [DatabaseError] * 3

    asyncio.run(scene())
    assert names() == []


@pytest.mark.parametrize("step", ["connect", "set_autocommit"])
def test_a_transaction_that_cannot_begin_is_told_and_the_next_one_begins(
    lane: WriteLane, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """`connect` is the first of this thread; `set_autocommit` is where Django says BEGIN."""

    def fails(*_: object, **__: object) -> None:
        raise OperationalError("disk I/O error")

    async def scene() -> None:
        with monkeypatch.context() as patch:
            patch.setattr(type(connections["default"]), step, fails)
            async with asyncio.timeout(10):
                with pytest.raises(OperationalError):
                    await lane.run(lambda: make("never"))
        await lane.run(lambda: make("later"))

    asyncio.run(scene())
    assert names() == ["later"]


@pytest.mark.parametrize("error", [DatabaseError("malformed"), InterfaceError("connection already closed")])
def test_a_question_that_failed_leaves_no_bad_connection_behind(error: Exception) -> None:
    reads = ReadLane(threads=1)
    raw: list[int] = []

    def fails() -> None:
        names()
        raw.append(connection.connection)
        raise error

    async def scene() -> None:
        with pytest.raises(type(error)):
            await reads.run(fails)
        await reads.run(lambda: (names(), raw.append(connection.connection)))

    try:
        asyncio.run(scene())
    finally:
        reads.close()
    assert raw[0] is not raw[1]


def test_closing_does_what_waits_first() -> None:
    lane = WriteLane()

    async def scene() -> None:
        gate = Gate()
        asked = [asyncio.ensure_future(lane.run(work)) for work in (gate, lambda: make("last"))]
        await asyncio.sleep(0)
        closing = asyncio.ensure_future(asyncio.to_thread(lane.close))
        await asyncio.sleep(0)
        gate.open()
        await asyncio.gather(*asked, closing)

    asyncio.run(scene())
    assert names() == ["last"]


def test_questions_do_not_wait_for_what_is_written(lane: WriteLane) -> None:
    reads = ReadLane()

    async def scene() -> None:
        gate = Gate()
        writing = asyncio.ensure_future(lane.run(lambda: (make("a"), gate())))
        try:
            assert await reads.run(names) == []
        finally:
            gate.open()
        await writing
        assert await reads.run(names) == ["a"]

    try:
        asyncio.run(scene())
    finally:
        reads.close()
