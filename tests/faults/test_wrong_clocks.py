"""Clocks that are ten years off, and clocks that jump, on either side: stories still arrive once, and nobody waits for a date to come."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from fault_trial import KILLED, TWO_SLICES_BYTES, Trial, fault_trial
from upload_audit import rounds
from wrong_clock import YEAR_S, WrongClock

from sync.outbox import State

JUMPS_S = (0, 10 * YEAR_S, -10 * YEAR_S, -3600, 3600, -24 * 3600, 3 * 24 * 3600, -40 * 24 * 3600, 40 * 24 * 3600)


def fill(trial: Trial) -> None:
    trial.queue(TWO_SLICES_BYTES)
    trial.queue(20_000)
    trial.queue_upkeep()
    trial.queue_withdrawal()


def test_at_the_kiosk(tmp_path: Path) -> None:
    clock = WrongClock(tmp_path / "clock")
    with fault_trial("the kiosk's clock jumps", tmp_path, worker_environ=clock.environ) as trial:
        rng, count = random.Random(31), rounds(5)
        for number in range(count):
            clock.jump(JUMPS_S[(1 + number) % len(JUMPS_S)])
            fill(trial)
            assert trial.pass_once(die_at=[rng.choice(("created", "slice", "delivered", "confirmed")), 1]) == KILLED
            trial.look()
            clock.jump(rng.choice(JUMPS_S))
            trial.settle()
            trial.look()
        trial.audit.close(trial.booth, rounds=count)


def test_no_wait_outlives_the_clock_that_it_was_written_by(tmp_path: Path) -> None:
    """What was put off on a wrong date is due on the right one, without anybody's help; and the other way round."""
    clock = WrongClock(tmp_path / "clock")
    with fault_trial("waits from another date", tmp_path, worker_environ=clock.environ) as trial:
        count = 0
        for wrong_s, right_s in ((10 * YEAR_S, 0), (0, -10 * YEAR_S), (-10 * YEAR_S, 0)):
            clock.jump(wrong_s)
            trial.archive.kill()
            package = trial.queue(20_000)
            for _ in range(6):
                assert trial.pass_once() == 0
            assert trial.booth.row(package).state is State.QUEUED
            trial.archive.start()
            clock.jump(right_s)
            for _ in range(3):
                assert trial.pass_when_due() == 0
            assert trial.booth.row(package).state is State.ERASED, trial.booth.row(package)
            count += 1
        trial.audit.close(trial.booth, rounds=count)


def test_under_a_running_worker(tmp_path: Path) -> None:
    clock = WrongClock(tmp_path / "clock")
    with fault_trial("the clock jumps under a running worker", tmp_path, worker_environ=clock.environ) as trial:
        count = rounds(3)
        pid = trial.start_worker()
        try:
            for number in range(count):
                clock.jump(JUMPS_S[(2 + number) % len(JUMPS_S)])
                trial.queue(TWO_SLICES_BYTES)
                end_s = time.monotonic() + 60
                while trial.waiting():
                    assert time.monotonic() < end_s, trial.workers.tail()
                    time.sleep(0.1)
                trial.look()
        finally:
            os.kill(pid, signal.SIGTERM)
        assert trial.workers.wait(pid) == 0
        trial.audit.close(trial.booth, rounds=count)


def test_at_the_archive(tmp_path: Path) -> None:
    """Under a running server. An unfinished upload that lapses by such a jump begins anew."""
    clock = WrongClock(tmp_path / "clock")
    with fault_trial("the archive's clock jumps", tmp_path, archive_environ=clock.environ) as trial:
        rng, count = random.Random(32), rounds(5)
        for number in range(count):
            fill(trial)
            assert trial.pass_once(die_at=[rng.choice(("created", "slice", "delivered")), 1]) == KILLED
            clock.jump(JUMPS_S[(1 + number) % len(JUMPS_S)])
            if number % 3 == 2:
                trial.archive.kill()
                trial.archive.start()
            trial.look()
            trial.settle()
        trial.archive.kill()
        trial.archive.start()
        trial.audit.close(trial.booth, rounds=count)
