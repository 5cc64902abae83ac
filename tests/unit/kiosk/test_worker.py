"""The sync worker is kept running, and goes when the kiosk goes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import poll

from kiosk.worker import WorkerKeeper

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
    made = WorkerKeeper(tmp_path, (sys.executable, "-c", PROGRAM), first_wait_s=0.01)
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
