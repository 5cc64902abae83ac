"""Every request is carried out and its answer lost, in every way an answer can get lost: asking again changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import cycle, islice

import pytest
from fault_trial import HASTE, KILLED, TWO_SLICES_BYTES, Trial, fault_trial
from meddling_proxy import WAYS, MeddlingProxy, meddling_proxy
from upload_audit import rounds

WAYS_BUT_SILENCE = tuple(way for way in WAYS if way != "silence")
KINDS = ("ping", "token", "policy", "withdrawal", "create", "head", "patch", "receipt")


@pytest.fixture(scope="module")
def between() -> Iterator[MeddlingProxy]:
    with meddling_proxy(0) as running:
        yield running


@pytest.fixture(scope="module")
def trial(between: MeddlingProxy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with fault_trial("lost answers: all requests", tmp_path_factory.mktemp("lost"), leads_to=between.url) as running:
        between.archive_port = running.archive.port
        running.worker_settings = HASTE
        yield running
        running.settle()
        lost = ", ".join(f"{kind} {count}" for kind, count in sorted(between.lost.items()))
        running.audit.close(running.booth, rounds=running.rounds_done, notes=lost)


def withdrawals_kept(trial: Trial) -> int:
    database = sqlite3.connect(trial.archive.dir / "archive.sqlite3")
    try:
        return int(database.execute("SELECT count(*) FROM core_job WHERE kind = 'open-withdrawal'").fetchone()[0])
    finally:
        database.close()


def ways(kind: str, first: int) -> Iterator[str]:
    """All of them in turn. A worker waits half a minute for the answer to many bytes, so that one way comes seldom there."""
    order = (*(WAYS_BUT_SILENCE * 8), "silence") if kind == "patch" else WAYS
    return islice(cycle(order), first, first + rounds(1))


@pytest.mark.parametrize(("number", "kind"), list(enumerate(KINDS)), ids=KINDS)
def test_after_the_commit(trial: Trial, between: MeddlingProxy, number: int, kind: str) -> None:
    for way in ways(kind, number):
        kept, lost = withdrawals_kept(trial), between.lost[kind]
        trial.queue_upkeep()
        trial.queue_withdrawal()
        trial.queue(TWO_SLICES_BYTES)
        trial.queue(20_000)
        if kind == "head":
            # Only a worker that finds an upload begun asks how far it is.
            assert trial.pass_once(die_at=["slice", 1]) == KILLED
        between.lose(kind, way)
        assert trial.pass_once() == 0, trial.workers.tail()
        trial.look()
        assert between.lost[kind] == lost + 1
        trial.settle()
        assert withdrawals_kept(trial) == kept + 1
        trial.rounds_done += 1
