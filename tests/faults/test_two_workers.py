"""Two workers at once: on one data folder, where one of them has to go, and on a copy of it, as a disk image makes one."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

from booth import Booth
from fault_trial import Trial, fault_trial
from upload_audit import rounds

from sync.__main__ import EXIT_SECOND_WORKER
from sync.enrolled import save_enrolled
from sync.outbox import State
from sync.status import PlainState, read_status


def test_on_one_data_folder(tmp_path: Path) -> None:
    with fault_trial("two workers on one data folder", tmp_path) as trial:
        count, second = rounds(3), 0
        for _ in range(count):
            trial.queue(1_200_000)
            trial.queue(30_000)
            trial.booth.outbox.try_now()
            pids = [trial.start_worker("--once"), trial.start_worker("--once")]
            codes = [trial.workers.wait(pid) for pid in pids]
            # The second may also have come when the first was done.
            assert set(codes) <= {0, EXIT_SECOND_WORKER}
            assert 0 in codes
            second += EXIT_SECOND_WORKER in codes
            trial.look()
        trial.settle()
        trial.audit.close(trial.booth, rounds=count, notes=f"{second} times both at once")


def clone(trial: Trial, name: str) -> Booth:
    """What a copied disk holds: the same enrolment, the same waiting stories."""
    folder = trial.folder / name
    trial.booth.close()
    shutil.copytree(trial.booth.folder, folder)
    trial.reopen()
    return Booth(folder)


def test_on_a_copied_data_folder(tmp_path: Path) -> None:
    """Both send the same packages with the same token at the same moment: the archive keeps one of each, and both get receipts."""
    with fault_trial("two workers on copied data folders", tmp_path) as trial:
        count = rounds(1)
        for number in range(count):
            trial.queue(1_200_000)
            trial.queue(30_000)
            copy = clone(trial, f"copy-{number}")
            try:
                for booth in (trial.booth, copy):
                    booth.outbox.try_now()
                pids = [trial.start_worker("--once", booth=booth) for booth in (trial.booth, copy)]
                assert [trial.workers.wait(pid) for pid in pids] == [0, 0], trial.workers.tail()
                trial.audit.look(trial.booth, copy)
                trial.settle(trial.booth)
                trial.settle(copy)
                trial.audit.look(trial.booth, copy)
                assert {row.state for row in copy.outbox.packages()} == {State.ERASED}
            finally:
                copy.close()
        trial.audit.close(trial.booth, rounds=count)


def test_when_one_of_the_two_takes_a_new_token(tmp_path: Path) -> None:
    """The other one's token dies with its first use: it stands still and says so, and loses nothing."""
    with fault_trial("copied data folders and a new token", tmp_path) as trial:
        trial.queue(30_000)
        copy = clone(trial, "copy")
        try:
            trial.queue_upkeep()
            trial.settle(trial.booth)
            trial.pass_once(copy)
            trial.audit.look(trial.booth, copy)
            status = read_status(copy.folder)
            assert (status.blocked_reason, [package.state for package in status.packages]) == ("token", [PlainState.WAITING])
            # Staff give the copy what the first one has: it finds that the archive has its story already.
            save_enrolled(copy.folder, dataclasses.replace(trial.enrolled()))
            trial.settle(copy)
            trial.audit.look(trial.booth, copy)
        finally:
            copy.close()
        trial.audit.close(trial.booth, rounds=1)
