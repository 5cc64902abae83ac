"""The sync worker is kept running, and goes when the kiosk goes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import poll

from kiosk.worker import EXIT_SECOND_WORKER, WorkerKeeper
from sync.__main__ import EXIT_SECOND_WORKER as WHAT_THE_WORKER_SAYS
from sync.outbox.lock import FileLock
from sync.status import LOCK_FILE

# Says that it lives, and ends when its standard input does, like the real one.
PROGRAM = """
import os, pathlib, sys
folder = pathlib.Path(os.environ["IDR_DATA_DIR"])
(folder / str(os.getpid())).touch()
sys.stdin.read()
(folder / "ended").touch()
"""


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[WorkerKeeper]:
    made = WorkerKeeper(tmp_path, (sys.executable, "-c", PROGRAM), first_wait_s=0.01, look_again_s=0.01)
    yield made
    made.stop()


def pids(folder: Path) -> list[int]:
    return [int(path.name) for path in folder.iterdir() if path.name.isdigit()]


def test_it_starts_one_and_ends_it_by_closing_its_input(keeper: WorkerKeeper, tmp_path: Path) -> None:
    assert not keeper.alive
    keeper.start()
    keeper.start()
    assert poll(lambda: len(pids(tmp_path)) == 1, 10)
    assert keeper.alive
    keeper.stop()
    assert not keeper.alive
    assert (tmp_path / "ended").exists()
    keeper.start()
    assert not keeper.alive


@pytest.mark.allow_logs("kiosk.worker")
def test_a_dead_worker_is_started_again(keeper: WorkerKeeper, tmp_path: Path) -> None:
    keeper.start()
    assert poll(lambda: len(pids(tmp_path)) == 1, 10)
    os.kill(pids(tmp_path)[0], signal.SIGKILL)
    assert poll(lambda: len(pids(tmp_path)) == 2, 10)
    assert poll(lambda: keeper.alive, 10)


@pytest.mark.allow_logs("kiosk.worker")
def test_a_worker_that_cannot_run_is_not_tried_without_pause(tmp_path: Path) -> None:
    keeper = WorkerKeeper(tmp_path, (sys.executable, "-c", PROGRAM.replace("sys.stdin.read()", "sys.exit(2)")), first_wait_s=60)
    keeper.start()
    assert poll(lambda: len(pids(tmp_path)) == 1, 10)
    assert poll(lambda: not keeper.alive, 10)
    keeper.stop()
    assert len(pids(tmp_path)) == 1


def test_beside_the_service_it_starts_none_and_takes_over_when_that_is_gone(
    keeper: WorkerKeeper, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk.worker")
    service = FileLock(tmp_path / LOCK_FILE)
    assert service.acquire()
    keeper.start()
    assert poll(lambda: "another worker" in caplog.text, 10)
    assert pids(tmp_path) == []
    assert keeper.working
    assert not keeper.alive
    service.release()
    assert poll(lambda: keeper.alive, 10)
    assert poll(lambda: len(pids(tmp_path)) == 1, 10)
    # Said once for as long as it lasted, and no line of it is a warning: those would fail this test by themselves.
    assert caplog.text.count("another worker") == 1


def test_a_child_that_finds_another_worker_is_no_fault_and_not_started_again_at_once(tmp_path: Path) -> None:
    command = (sys.executable, "-c", PROGRAM.replace("sys.stdin.read()", f"sys.exit({EXIT_SECOND_WORKER})"))
    keeper = WorkerKeeper(tmp_path, command, first_wait_s=0.01, look_again_s=60)
    keeper.start()
    assert poll(lambda: len(pids(tmp_path)) == 1, 10)
    assert poll(lambda: not keeper.alive, 10)
    keeper.stop()
    assert len(pids(tmp_path)) == 1


def test_without_any_worker_none_works(keeper: WorkerKeeper) -> None:
    assert not keeper.working


def test_it_knows_what_the_worker_says_when_another_is_there() -> None:
    assert EXIT_SECOND_WORKER == WHAT_THE_WORKER_SAYS
