"""`kill -9` of the worker, at each of its steps and at any moment: the archive ends up with one whole copy, the kiosk with a receipt."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_trial import KILLED, TWO_SLICES_BYTES, Trial, fault_trial
from upload_audit import rounds

from sync import upkeep, withdrawal_sender, worker
from sync.contract.package import Part
from sync.outbox import State

# Upkeep and a withdrawal come once in a pass, the steps of a package twice or more.
STEPS = (*worker.STEPS, *upkeep.STEPS, *withdrawal_sender.STEPS)
ON_ITS_WAY = (State.SENDING, State.DELIVERED, State.CONFIRMED)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with fault_trial("kill -9 of the worker: all steps", tmp_path_factory.mktemp("killed")) as trial:
        yield trial
        trial.settle()
        trial.audit.close(trial.booth, rounds=trial.rounds_done, notes=f"{len(STEPS)} steps")


def fill(trial: Trial) -> None:
    trial.queue_upkeep()
    trial.queue_withdrawal()
    trial.queue(TWO_SLICES_BYTES, Part.LISTEN)
    trial.queue(20_000, Part.MASTER)


@pytest.mark.parametrize("step", STEPS)
def test_at_a_step(shared: Trial, step: str) -> None:
    for number in range(rounds(1)):
        fill(shared)
        nth = 1 + number % 2 if step in worker.STEPS else 1
        assert shared.pass_once(die_at=[step, nth]) == KILLED, shared.workers.tail()
        shared.look()
        shared.settle()
        shared.rounds_done += 1


def test_at_any_moment(tmp_path: Path) -> None:
    with fault_trial("kill -9 of the worker: any moment", tmp_path) as trial:
        for size_bytes in (TWO_SLICES_BYTES, 300_000, 20_000, 2_500_000):
            trial.queue(size_bytes)
        began_s = time.monotonic()
        trial.settle()
        whole_s = time.monotonic() - began_s
        rng, killed, interrupted, count = random.Random(5), 0, 0, rounds(10)
        # Until enough of them have hit a package on its way, however fast this machine is.
        while killed < count or interrupted < count // 5:
            assert killed < 5 * count, f"the moments missed the journey: {interrupted} of {killed}"
            if trial.waiting() == 0:
                fill(trial)
                trial.queue(2_500_000)
            trial.booth.outbox.try_now()
            pid = trial.start_worker("--once")
            time.sleep(rng.uniform(0, whole_s))
            trial.workers.kill(pid)
            killed += 1
            interrupted += any(row.state in ON_ITS_WAY for row in trial.booth.outbox.packages())
            trial.look()
        trial.settle()
        trial.audit.close(trial.booth, rounds=killed, notes=f"{interrupted} in the middle of a package")
