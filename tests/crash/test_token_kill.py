"""`kill -9` while a kiosk's token is rotated, at either end: the kiosk always holds a token that works, and the old one always dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from booth import Booth
from live_archive import LiveArchive, live_archive
from tus_client import call

import sync
from sync.__main__ import enrol, work
from sync.config import SyncConfig
from sync.enrolled import FILE_NAME, LOCK_NAME, Enrolled, load_enrolled, save_enrolled
from sync.outbox import State
from sync.upkeep import STEPS

PROJECT = Path(sync.__file__).parent.parent
HERE = Path(__file__).parent
# A rotation and the first policy rename three times; each kill strikes between the temporary file and its rename, or after a step.
DEATHS = [*(("dying_worker.py", step, "1") for step in STEPS), *(("dying_rotation.py", str(nth)) for nth in (1, 2, 3))]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveArchive]:
    with live_archive(tmp_path_factory.mktemp("live"), disk_reserve_bytes="0") as running:
        yield running


@pytest.fixture
def booth(archive: LiveArchive, tmp_path: Path) -> Iterator[Booth]:
    """Enrolled some days ago, and due for a new token."""
    opened = Booth(tmp_path / "data")
    enrolled = enrol(archive.enrol()["code"], opened.folder)
    save_enrolled(opened.folder, replace(enrolled, token_day="2026-01-01"))
    yield opened
    opened.close()


def held(booth: Booth) -> Enrolled:
    found = load_enrolled(booth.folder)
    assert found is not None
    return found


def status_of(archive: LiveArchive, token: str) -> int:
    return call(archive.url, "GET", "/api/v1/receipts/" + "0" * 32, headers={"Authorization": f"Bearer {token}"}).status


def one_pass(booth: Booth, on_step: object = None) -> str | None:
    booth.outbox.try_now()
    hook = {} if on_step is None else {"on_step": on_step}
    summary = work(booth.folder, held(booth), SyncConfig(), threading.Event(), once=True, **hook)  # type: ignore[arg-type]
    assert summary is not None
    return summary.stopped_by


@pytest.mark.parametrize("death", DEATHS, ids=" ".join)
def test_killed_at_the_kiosk(archive: LiveArchive, booth: Booth, death: tuple[str, ...]) -> None:
    before, package = held(booth).kiosk_token, booth.queue()
    command = [sys.executable, HERE / death[0], booth.folder, *death[1:]]
    child = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(PROJECT)}, timeout=60, check=False)
    assert child.returncode == -signal.SIGKILL
    # Whatever stands in the file now is a token that gets in.
    assert status_of(archive, held(booth).kiosk_token) == 404
    assert one_pass(booth) is None
    after = held(booth)
    assert (after.kiosk_token != before, after.next_token, after.policy is not None) == (True, None, True)
    assert (status_of(archive, after.kiosk_token), status_of(archive, before)) == (404, 401)
    assert booth.row(package).state is State.ERASED
    # No file that was never renamed stays behind with a token in it, once somebody writes again.
    save_enrolled(booth.folder, after)
    assert {path.name for path in booth.folder.glob("*enrolment*")} == {FILE_NAME, LOCK_NAME}


def test_killed_at_the_archive(tmp_path: Path) -> None:
    """After each step in turn the archive is killed and started again; one kiosk goes through all of it."""
    with live_archive(tmp_path, disk_reserve_bytes="0") as archive, closing(Booth(tmp_path / "data")) as booth:
        port = int(archive.url.rpartition(":")[2])
        enrol(archive.enrol()["code"], booth.folder)
        for step in STEPS:
            save_enrolled(booth.folder, replace(held(booth), token_day="2026-01-01", policy=None))
            before, package = held(booth).kiosk_token, booth.queue()
            struck: list[str] = []

            def strike(seen: str, step: str = step, struck: list[str] = struck) -> None:
                if seen == step:
                    struck.append(step)
                    archive.kill()

            one_pass(booth, strike)
            assert struck == [step]
            archive.start(port=port)
            assert status_of(archive, held(booth).kiosk_token) == 404
            assert one_pass(booth) is None
            after = held(booth)
            assert (status_of(archive, after.kiosk_token), status_of(archive, before)) == (404, 401), step
            assert (after.next_token, booth.row(package).state) == (None, State.ERASED), step
