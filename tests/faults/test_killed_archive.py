"""`kill -9` of the archive, at each step of a completion and at any moment of an upload: it knows afterwards what it had acknowledged."""

from __future__ import annotations

import http.client
import os
import random
import time
from pathlib import Path

import pytest
from fault_trial import KILLED, Trial, fault_trial
from tus_client import Sending
from upload_audit import rounds

from sync.contract.package import new_package_id
from sync.outbox import State

STEPS = ("verifying", "hashed", "renamed", "committed")


def test_at_each_step_of_a_completion(tmp_path: Path) -> None:
    with fault_trial("kill -9 of the archive: all steps", tmp_path) as trial:
        for step in STEPS:
            for _ in range(rounds(1)):
                trial.archive.kill()
                trial.archive.start(die_at=[step, 1])
                trial.queue(30_000)
                assert trial.pass_once() == 0, trial.workers.tail()
                assert trial.archive.wait() == KILLED
                trial.look()
                trial.archive.start()
                trial.look()
                trial.settle()
        for _ in range(rounds(1)):
            while_wrong_bytes_are_refused(trial)
        trial.audit.close(trial.booth, rounds=rounds(len(STEPS) + 1), notes=", ".join((*STEPS, "refused")))


def while_wrong_bytes_are_refused(trial: Trial) -> None:
    trial.archive.kill()
    trial.archive.start(die_at=["refused", 1])
    kiosk, sending = trial.client(), Sending(os.urandom(30_000), new_package_id())
    path = kiosk.create(sending).headers["location"]
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        kiosk.patch(path, 0, sending.data[:-1] + bytes([sending.data[-1] ^ 1]))
    assert trial.archive.wait() == KILLED
    trial.archive.start()
    assert kiosk.receipt(sending.package_id).status != 200
    assert kiosk.create(sending, body=sending.data).offset == len(sending.data)
    trial.audit.expect(sending.package_id, sending.sha256, len(sending.data))


def test_at_any_moment(tmp_path: Path) -> None:
    with fault_trial("kill -9 of the archive: any moment", tmp_path) as trial:
        trial.queue(3_000_000)
        began_s = time.monotonic()
        trial.settle()
        whole_s = time.monotonic() - began_s
        rng, killed, interrupted, count = random.Random(6), 0, 0, rounds(10)
        while killed < count or interrupted < count // 5:
            assert killed < 5 * count, f"the moments missed the journey: {interrupted} of {killed}"
            if trial.waiting() == 0:
                trial.queue(3_000_000)
                trial.queue(150_000)
            trial.booth.outbox.try_now()
            pid = trial.start_worker("--once")
            time.sleep(rng.uniform(0, whole_s))
            trial.archive.kill()
            killed += 1
            assert trial.workers.wait(pid) == 0, trial.workers.tail()
            interrupted += any(row.state in (State.SENDING, State.DELIVERED) for row in trial.booth.outbox.packages())
            trial.look()
            trial.archive.start()
            trial.look()
        trial.settle()
        trial.audit.close(trial.booth, rounds=killed, notes=f"{interrupted} in the middle of a package")
