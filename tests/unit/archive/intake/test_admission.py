"""Who is let in when many come at once, who has to make room, and who is told when to come again."""

from __future__ import annotations

import asyncio
import random
import resource
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from typing import Any

import pytest

from archive.intake.admission import BODIES_OF_ONE_KIOSK, SILENT_S, Admission, bodies_that_fit
from archive.intake.seats import Seat
from archive.intake.tus_protocol import Refusal


def in_a_loop(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scene())


def refused(work: Callable[[], Any]) -> Refusal:
    with pytest.raises(Refusal) as caught:
        work()
    return caught.value


def silent_since(seconds: float) -> Seat:
    seat = Seat()
    seat.heard_s -= seconds
    return seat


def test_more_requests_than_it_can_work_on_are_told_to_come_again() -> None:
    admission = Admission(bodies=10, requests=2)
    with admission.request(cheap=False), admission.request(cheap=False):
        busy = refused(lambda: admission.request(cheap=False).__enter__())
        assert (busy.status, busy.code) == (503, "busy")
        assert int(busy.headers["Retry-After"]) >= 2
        with admission.request(cheap=True):
            pass
    with admission.request(cheap=False):
        pass


def test_a_body_that_is_waited_for_is_no_work() -> None:
    async def scene() -> None:
        admission = Admission(bodies=10, requests=1)
        with admission.request(cheap=False):
            with admission.body("a", Seat()), admission.request(cheap=False):
                pass
            refused(lambda: admission.request(cheap=False).__enter__())

    in_a_loop(scene)


def test_when_all_places_are_taken_by_who_speaks_the_next_comes_again() -> None:
    async def scene() -> None:
        admission = Admission(bodies=2, requests=9)
        with admission.body("a", Seat()), admission.body("b", Seat()):
            assert refused(lambda: admission.body("c", Seat()).__enter__()).code == "busy"
        with admission.body("c", Seat()):
            pass

    in_a_loop(scene)


def test_who_is_silent_longest_gives_way_to_who_speaks() -> None:
    async def scene() -> None:
        admission = Admission(bodies=2, requests=9)
        fresh, silent = silent_since(SILENT_S + 1), silent_since(SILENT_S + 2)
        with admission.body("a", fresh), admission.body("b", silent), admission.body("c", Seat()):
            assert (silent.crowded_out, silent.leave.is_set()) == (True, True)
            assert not fresh.leave.is_set()
            # Its place was given away once and is not given away twice.
            with admission.body("d", Seat()):
                assert fresh.leave.is_set()

    in_a_loop(scene)


def test_a_kiosk_with_too_many_bodies_loses_its_own_oldest_and_nobody_elses() -> None:
    async def scene() -> None:
        admission = Admission(bodies=100, requests=9)
        stranger, own = Seat(), [Seat() for _ in range(BODIES_OF_ONE_KIOSK + 1)]
        with ExitStack() as stack:
            stack.enter_context(admission.body("stranger", stranger))
            for seat in own:
                stack.enter_context(admission.body("a", seat))
            assert [seat.crowded_out for seat in own] == [True] + [False] * BODIES_OF_ONE_KIOSK
            assert not stranger.leave.is_set()

    in_a_loop(scene)


def test_the_more_there_are_the_further_they_are_spread() -> None:
    async def scene() -> None:
        admission = Admission(bodies=10_000, requests=9, rng=random.Random(1))
        alone = {int(admission.come_again_s()) for _ in range(200)}
        with ExitStack() as stack:
            for number in range(1000):
                stack.enter_context(admission.request(cheap=True))
                stack.enter_context(admission.body(str(number), Seat()))
            crowd = {int(admission.come_again_s()) for _ in range(200)}
        assert alone == {2}
        assert (min(crowd), max(crowd)) == (2, 12)

    in_a_loop(scene)


@pytest.mark.parametrize(("allowed", "bodies"), [(1024, 384), (65536, 2000), (100, 1), (resource.RLIM_INFINITY, 2000)])
def test_no_more_bodies_than_files_can_be_open(monkeypatch: pytest.MonkeyPatch, allowed: int, bodies: int) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda what: (allowed, allowed))
    assert bodies_that_fit(2000) == bodies


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_the_slower_the_machine_the_further_they_are_spread() -> None:
    clock = Clock()
    admission = Admission(bodies=9, requests=9, rng=random.Random(1), monotonic=clock)

    def furthest() -> int:
        return max(int(admission.come_again_s()) for _ in range(200))

    for _ in range(50):
        with admission.request(cheap=False):
            clock.now_s += 20
    assert 55 <= furthest() <= 62
    for _ in range(50):
        with admission.request(cheap=True):
            clock.now_s += 1000  # what is let in anyway says nothing of the others
    assert 55 <= furthest() <= 62
    for _ in range(100):
        with admission.request(cheap=False, waited_s=lambda: 600):
            clock.now_s += 600  # the client's own time is not the machine's
    assert furthest() == 2
