"""The audit that all counts end with finds what it looks for: without this, its zeros would say nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fault_trial import Trial, fault_trial
from upload_audit import TALLIES

from sync.contract.package import new_package_id
from sync.outbox import NewPackage

AGAIN = (
    "INSERT INTO core_event (position, at, code, actor, subject, facts, previous, digest)"
    " SELECT position + 1000, at, code, actor, subject, facts, previous, digest FROM core_event"
    " WHERE code = 'package.stored' AND subject = ?"
)


def change(trial: Trial, sql: str, *values: object) -> None:
    """Behind the archive's back."""
    database = sqlite3.connect(trial.archive.dir / "archive.sqlite3")
    try:
        with database:
            assert database.execute(sql, values).rowcount == 1
    finally:
        database.close()


def arrived(trial: Trial) -> NewPackage:
    package = trial.queue(20_000)
    trial.settle()
    return package


def test_it_finds_what_it_looks_for(tmp_path: Path) -> None:
    with fault_trial("the audit itself", tmp_path) as trial:
        TALLIES.remove(trial.audit.tally)
        arrived(trial)
        assert trial.audit.close(trial.booth, rounds=1).clean
        packages = trial.archive.dir / "packages"

        gone = arrived(trial)
        (packages / gone.sha256).unlink()
        forgotten = arrived(trial)
        change(trial, "DELETE FROM intake_package WHERE package_id = ?", forgotten.package_id)
        spoilt = arrived(trial)
        content = (packages / spoilt.sha256).read_bytes()
        (packages / spoilt.sha256).write_bytes(bytes([content[0] ^ 1]) + content[1:])
        twice = arrived(trial)
        change(trial, AGAIN, f"package:{twice.package_id}")
        trial.booth.queue(20_000)
        trial.settle()
        nowhere = trial.queue(20_000)
        (trial.booth.packages_dir / nowhere.file_name).unlink()
        (packages / ("0" * 64)).write_bytes(b"?")
        (trial.archive.dir / "uploads" / new_package_id()).write_bytes(b"?")

        with pytest.raises(AssertionError):
            trial.audit.close(trial.booth, rounds=1)
        tally = trial.audit.tally
        assert set(tally.false_archived) == {gone.package_id, forgotten.package_id, spoilt.package_id}
        assert set(tally.lost) == {forgotten.package_id, nowhere.package_id}
        assert tally.doubled == [f"package:{twice.package_id}"]
        kinds = sorted(wrong.partition(":")[0] for wrong in tally.wrong)
        # A row whose file is gone and one whose file is spoilt; a file whose row is gone and one that never had any; a waiting story.
        ids = sorted([gone.package_id, spoilt.package_id, nowhere.package_id])
        assert kinds == sorted([*ids, "left in the spool", "never sealed", "nobody's file", "nobody's file"])
