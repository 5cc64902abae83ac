"""Disks that are full and disks that fail, under the kiosk and under the archive: nothing is lost, and no success is told that is none."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_trial import Trial, fault_trial
from forgetful_mount import Mounted, forgetful_mount
from upload_audit import rounds

# Whoever gets no answer from an archive that runs is to find out within the test, and never only because the machine is slow.
PATIENCE = {"IDR_SYNC_ANSWER_TIMEOUT_S": "30"}
UNANSWERED = "later unreachable"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Mounted]:
    with forgetful_mount(tmp_path / "disk") as mounted:
        yield mounted


def hurt(disk: Mounted, how: str, rng: random.Random) -> None:
    """From nothing left at all to a few pages; from a failure now and then to nearly always."""
    if how == "full":
        disk.limit(rng.choice((0, 0, 4_096, 20_000, 100_000, 500_000)))
    else:
        rate = rng.choice((0.01, 0.05, 0.2, 0.7))
        kinds = rng.choice((("write",), ("fsync",), ("read",), ("write", "fsync", "read")))
        disk.fail(seed=rng.randrange(1 << 30), **dict.fromkeys(kinds, rate))


def fill(trial: Trial) -> None:
    if trial.waiting() == 0:
        trial.queue(1_200_000)
        trial.queue(30_000)
        trial.queue_upkeep()
        trial.queue_withdrawal()


@pytest.mark.parametrize("how", ["full", "failing"])
def test_under_the_worker(disk: Mounted, tmp_path: Path, how: str) -> None:
    """The worker may end with a fault. What it may not is lose something, or tell what is not so."""
    with fault_trial(f"{how} disk under the worker", tmp_path, booth_dir=disk.path / "kiosk") as trial:
        rng, count = random.Random(how), rounds(4)
        for _ in range(count):
            fill(trial)
            trial.booth.outbox.try_now()
            hurt(disk, how, rng)
            trial.workers.wait(trial.start_worker("--once"))
            disk.heal()
            trial.look()
        trial.settle_with_staff()
        trial.audit.close(trial.booth, rounds=count)


@pytest.mark.skipif(rounds(1) == 1, reason="it waits a quarter of a minute for its disk; part of the full count")
@pytest.mark.parametrize("how", ["full", "failing"])
def test_a_worker_that_runs_on_gets_over_it(disk: Mounted, tmp_path: Path, how: str) -> None:
    """Nobody starts it anew: it waits, and goes on when the disk is well again."""
    with fault_trial(f"{how} disk under a running worker", tmp_path, booth_dir=disk.path / "kiosk") as trial:
        pid = trial.start_worker()
        try:
            trial.queue(20_000)
            until_all_is_sent(trial)
            trial.archive.kill()
            trial.queue(1_200_000)
            trial.queue_withdrawal()
            if how == "full":
                disk.limit(0)
            else:
                disk.fail(write=1.0, fsync=1.0)
            trial.archive.start()
            time.sleep(3)
            disk.heal()
            trial.look()
            until_all_is_sent(trial)
        finally:
            os.kill(pid, signal.SIGTERM)
        assert trial.workers.wait(pid) == 0
        trial.audit.close(trial.booth, rounds=1)


def until_all_is_sent(trial: Trial) -> None:
    end_s = time.monotonic() + 90
    while trial.waiting():
        assert time.monotonic() < end_s, trial.workers.tail()
        trial.booth.outbox.try_now()
        time.sleep(0.2)


@pytest.mark.parametrize("how", ["full", "failing"])
def test_under_the_archive(disk: Mounted, tmp_path: Path, how: str) -> None:
    """The same server goes on, round after round: nobody starts it anew. And it leaves nobody without an answer."""
    with fault_trial(f"{how} disk under the archive", tmp_path, archive_dir=disk.path) as trial:
        trial.worker_settings = PATIENCE
        rng, count = random.Random(how), rounds(4)
        for _ in range(count):
            fill(trial)
            trial.booth.outbox.try_now()
            hurt(disk, how, rng)
            assert trial.workers.wait(trial.start_worker("--once")) == 0, trial.workers.tail()
            disk.heal()
            trial.look()
            assert trial.pass_once() == 0, trial.workers.tail()
            trial.look()
        trial.settle_with_staff()
        assert UNANSWERED not in trial.workers.log.read_text()
        trial.audit.close(trial.booth, rounds=count)
