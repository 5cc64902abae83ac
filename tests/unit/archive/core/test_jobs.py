"""The lease table: claimed once, taken over when its worker dies, retried or set aside by what went wrong."""

from __future__ import annotations

import errno
import logging
import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connections

from archive.core import jobs
from archive.core.jobs import LEASE_S, MAX_ATTEMPTS, Job, LeaseLost, claim, enqueue, heartbeat, release_leases, revive_dead, run_next
from sync.contract.faults import BrokenPackage, EnvironmentFault

KIND = "open-package"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def raising(error: Exception) -> Callable[[dict[str, Any], Any], None]:
    def handle(_payload: dict[str, Any], _heartbeat: Any) -> None:
        raise error

    return handle


def run(handler: Callable[[dict[str, Any], Any], None], clock: Clock) -> bool:
    return run_next({KIND: handler}, clock=clock, rng=random.Random(1))


@pytest.mark.django_db
def test_the_same_job_is_queued_once(clock: Clock) -> None:
    first = enqueue(KIND, "7", {"package": 7}, clock=clock)
    assert enqueue(KIND, "7", {"package": 7}, clock=clock) == first
    assert enqueue(KIND, "8", {"package": 8}, clock=clock) != first


@pytest.mark.django_db
def test_a_job_runs_once_and_is_done(clock: Clock) -> None:
    enqueue(KIND, "7", {"package": 7}, clock=clock)
    seen: list[dict[str, Any]] = []
    assert run(lambda payload, _beat: seen.append(payload), clock)
    assert not run(lambda payload, _beat: seen.append(payload), clock)
    assert seen == [{"package": 7}]
    assert Job.objects.get().state == Job.State.DONE


@pytest.mark.django_db
def test_a_held_job_is_nobody_elses_until_its_lease_lapses(clock: Clock) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    held = claim([KIND], clock=clock)
    assert held is not None
    clock.pass_seconds(LEASE_S - 1)
    assert claim([KIND], clock=clock) is None
    heartbeat(held, clock=clock)
    clock.pass_seconds(LEASE_S - 1)
    assert claim([KIND], clock=clock) is None
    clock.pass_seconds(2)
    taken_over = claim([KIND], clock=clock)
    assert taken_over is not None
    assert taken_over.attempts == 2
    with pytest.raises(LeaseLost):
        heartbeat(held, clock=clock)
    assert held.row().count() == 0


@pytest.mark.django_db
@pytest.mark.allow_logs("archive.jobs")
def test_a_worker_that_lost_its_lease_does_not_finish_the_other_ones_job(clock: Clock) -> None:
    enqueue(KIND, "7", {}, clock=clock)

    def slow(_payload: dict[str, Any], beat: Callable[[], None]) -> None:
        clock.pass_seconds(LEASE_S + 1)
        assert claim([KIND], clock=clock) is not None
        beat()

    assert run(slow, clock)
    assert Job.objects.get().state == Job.State.LEASED


@pytest.mark.django_db
def test_serving_again_frees_what_the_dead_worker_held(clock: Clock) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    assert claim([KIND], clock=clock) is not None
    assert release_leases() == 1
    assert claim([KIND], clock=clock) is not None


@pytest.mark.django_db
@pytest.mark.allow_logs("archive.jobs")
def test_an_environment_fault_is_retried_for_ever_with_growing_pauses(clock: Clock) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    pauses: list[float] = []
    for _ in range(MAX_ATTEMPTS + 4):
        assert run(raising(EnvironmentFault("identity-missing", "…")), clock)
        job = Job.objects.get()
        assert (job.state, job.last_error) == (Job.State.QUEUED, "identity-missing")
        pauses.append((job.not_before - clock.now).total_seconds())
        assert not run(raising(AssertionError("not due")), clock)
        clock.pass_seconds(pauses[-1])
    assert 2.5 <= pauses[0] <= 5
    assert max(pauses) <= 3600
    assert min(pauses[-2:]) >= 1800


@pytest.mark.django_db
@pytest.mark.allow_logs("archive.jobs")
@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOSPC, "full"), OperationalError("database or disk is full"), DatabaseError("database disk image is malformed")],
)
def test_a_hurt_disk_never_sets_a_story_aside(clock: Clock, error: Exception) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    for _ in range(MAX_ATTEMPTS + 1):
        assert run(raising(error), clock)
        clock.pass_seconds(3600)
    assert Job.objects.get().state == Job.State.QUEUED


@pytest.mark.django_db
def test_what_was_set_aside_is_tried_again_at_the_next_start(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    enqueue(KIND, "7", {"package": 7}, clock=clock)
    assert run(raising(BrokenPackage("identity", "…")), clock)
    assert "identity" in caplog.text
    assert revive_dead() == 1
    seen: list[dict[str, Any]] = []
    assert run(lambda payload, _beat: seen.append(payload), clock)
    assert seen == [{"package": 7}]


@pytest.mark.django_db
def test_bad_input_is_set_aside_at_once(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    assert run(raising(BrokenPackage("bag-empty", "…")), clock)
    job = Job.objects.get()
    assert (job.state, job.last_error) == (Job.State.DEAD, "bag-empty")
    assert "bag-empty" in caplog.text


@pytest.mark.django_db
def test_our_own_bug_is_tried_again_and_then_set_aside(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    with caplog.at_level(logging.WARNING):
        for _ in range(MAX_ATTEMPTS):
            assert Job.objects.get().state == Job.State.QUEUED
            assert run(raising(KeyError("what Amina said")), clock)
            clock.pass_seconds(3600)
    job = Job.objects.get()
    assert (job.state, job.last_error) == (Job.State.DEAD, "KeyError")
    assert "KeyError" in caplog.text


@pytest.mark.django_db
def test_a_job_that_kills_its_workers_is_set_aside(clock: Clock) -> None:
    enqueue(KIND, "7", {}, clock=clock)
    for _ in range(MAX_ATTEMPTS):
        assert claim([KIND], clock=clock) is not None
        clock.pass_seconds(LEASE_S + 1)
    assert claim([KIND], clock=clock) is None
    assert (Job.objects.get().state, Job.objects.get().last_error) == (Job.State.DEAD, "worker-died")


@pytest.mark.django_db(transaction=True)
def test_many_workers_never_claim_one_job_twice() -> None:
    for number in range(24):
        enqueue(KIND, str(number), {"number": number})
    seen: list[int] = []
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        while run_next({KIND: lambda payload, _beat: seen.append(payload["number"])}):
            continue
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(seen) == list(range(24))


def test_two_handlers_for_one_kind_are_a_bug() -> None:
    with pytest.raises(ValueError, match="two handlers"):
        jobs.job_handler("open-package")(lambda _payload, _beat: None)
    assert "open-package" in jobs.handlers()
