"""The worker as a service beside the window's own child: real processes on one data folder, and only one works at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import marked, poll

from kiosk.worker import EXIT_SECOND_WORKER, WorkerKeeper
from sync.outbox.lock import is_held
from sync.status import LOCK_FILE, read_status

# As the files in packaging start it.
SERVICE = (sys.executable, "-m", "sync", "run")
_PATIENCE_S = 60


class Services:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environ = {**os.environ, "IDR_DATA_DIR": str(folder)}
        self._started: list[subprocess.Popen[str]] = []

    def start(self) -> subprocess.Popen[str]:
        """Without a standard input, as a service has none."""
        service = subprocess.Popen(SERVICE, env=self._environ, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._started.append(service)
        return service

    def started(self) -> subprocess.Popen[str]:
        service = self.start()
        assert poll(self.is_held, _PATIENCE_S)
        return service

    def is_held(self) -> bool:
        return is_held(self.folder / LOCK_FILE)

    def ended(self, service: subprocess.Popen[str], how: signal.Signals | None = None) -> tuple[int, str]:
        if how is not None:
            service.send_signal(how)
        _, said = service.communicate(timeout=_PATIENCE_S)
        return service.returncode, said

    def close(self) -> None:
        for service in self._started:
            if service.poll() is None:
                service.kill()
            service.communicate()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = Services(tmp_path)
    yield made
    made.close()


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[WorkerKeeper]:
    made = WorkerKeeper(tmp_path, first_wait_s=0.1, look_again_s=0.1)
    yield made
    made.stop()


def workers(folder: Path) -> int:
    return len([process for process in marked(f"IDR_DATA_DIR={folder}") if "-m sync run" in process.command])


def test_the_window_leaves_the_work_to_the_service_and_takes_over_when_it_ends(services: Services, keeper: WorkerKeeper) -> None:
    service = services.started()
    keeper.start()
    assert keeper.working
    # However often it has looked since, it started none.
    assert not poll(lambda: workers(services.folder) != 1, 1)
    assert read_status(services.folder).worker_running
    assert services.ended(service, signal.SIGTERM)[0] == 0
    assert poll(lambda: keeper.alive and services.is_held(), _PATIENCE_S)
    assert workers(services.folder) == 1


def test_a_killed_service_leaves_nothing_that_keeps_the_window_from_it(services: Services, keeper: WorkerKeeper) -> None:
    service = services.started()
    services.ended(service, signal.SIGKILL)
    keeper.start()
    assert poll(lambda: keeper.alive and services.is_held(), _PATIENCE_S)


def test_the_service_ends_as_agreed_beside_the_windows_worker_and_can_be_started_after_it(services: Services, keeper: WorkerKeeper) -> None:
    keeper.start()
    assert poll(services.is_held, _PATIENCE_S)
    code, said = services.ended(services.start())
    assert code == EXIT_SECOND_WORKER
    assert said.startswith("Another sync worker already runs")
    keeper.stop()
    assert not services.is_held()
    service = services.started()
    assert services.ended(service, signal.SIGTERM)[0] == 0
