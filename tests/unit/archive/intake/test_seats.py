"""One writer per upload, and the newest request is the one."""

from __future__ import annotations

import asyncio

import pytest

from archive.intake.seats import Seats, SeatTaken


def test_a_newer_request_gets_the_seat_when_the_older_one_left() -> None:
    order: list[str] = []

    async def older(seats: Seats, seated: asyncio.Event) -> None:
        async with seats.take("u") as seat:
            seated.set()
            await seat.leave.wait()
            order.append("older leaves")

    async def scene() -> None:
        seats, seated = Seats(), asyncio.Event()
        task = asyncio.ensure_future(older(seats, seated))
        await seated.wait()
        async with seats.take("u") as seat:
            order.append("newer sits")
            assert not seat.leave.is_set()
        await task

    asyncio.run(scene())
    assert order == ["older leaves", "newer sits"]


def test_a_seat_that_is_not_given_up_is_refused() -> None:
    async def scene() -> None:
        seats = Seats(patience_s=0.01)
        async with seats.take("u"):
            with pytest.raises(SeatTaken):
                await seats.take("u").__aenter__()
            async with seats.take("another upload"):
                pass
        async with seats.take("u"):
            pass

    asyncio.run(scene())


def test_clearing_asks_everyone_to_leave() -> None:
    async def scene() -> None:
        seats = Seats()
        async with seats.take("u") as one, seats.take("v") as other:
            seats.clear()
            assert one.leave.is_set()
            assert other.leave.is_set()
            assert seats.closing

    asyncio.run(scene())
