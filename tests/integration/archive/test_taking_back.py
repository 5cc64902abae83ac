"""A real kiosk and a real archive: whatever the order and whatever dies, a story that was taken back ends nowhere."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from live_archive import LiveArchive, live_archive
from processes import poll
from told_story import MONTH, close_storage, open_storage, told_story

from kiosk.submission import Destination, Storage, submit
from kiosk.withdrawal import TakenBack, take_back
from sync.__main__ import enrol, work
from sync.config import SyncConfig
from sync.enrolled import Enrolled, load_enrolled
from sync.outbox import State
from sync.withdrawal_sender import STEPS

PATIENCE_S = 30
_ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LiveArchive]:
    with live_archive(tmp_path, disk_reserve_bytes="0") as running:
        yield running


@dataclass
class Laptop:
    folder: Path
    storage: Storage

    @property
    def enrolled(self) -> Enrolled:
        found = load_enrolled(self.folder)
        assert found is not None
        return found

    def tell(self) -> str:
        """Sends a story and gives its code."""
        told = told_story(self.storage, seconds=0.5)
        told.session.photos.clear()  # they are no real photos
        destination = Destination(self.enrolled.recipients, self.enrolled.receipt_key, None)
        return submit(told.draft, told.session, destination=destination, storage=self.storage, month=MONTH).withdrawal_code

    def take_back(self, code: str) -> TakenBack:
        return take_back(
            code,
            receipt_key=self.enrolled.receipt_key,
            recipients=self.enrolled.recipients,
            outbox=self.storage.outbox,
            packages_dir=self.storage.packages_dir,
        )

    def sync(self) -> None:
        def everything_arrived() -> bool:
            self.storage.outbox.try_now()
            summary = work(self.folder, self.enrolled, SyncConfig(), threading.Event(), once=True)
            return summary is not None and summary.waiting == 0

        assert poll(everything_arrived, PATIENCE_S)

    def sync_and_die(self, step: str) -> None:
        command = [sys.executable, str(_ROOT / "tests" / "crash" / "dying_worker.py"), str(self.folder), step, "1"]
        died = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(_ROOT)}, timeout=60, check=False)
        assert died.returncode == -signal.SIGKILL

    def states(self) -> list[State]:
        return [row.state for row in self.storage.outbox.packages()]


@pytest.fixture
def laptops(archive: LiveArchive, tmp_path: Path) -> Iterator[list[Laptop]]:
    made = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        enrol(archive.enrol(name)["code"], folder)
        made.append(Laptop(folder, open_storage(folder)))
    yield made
    for laptop in made:
        close_storage(laptop.storage)


def rows(archive: LiveArchive, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{archive.dir / 'archive.sqlite3'}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def held_files(archive: LiveArchive) -> list[Path]:
    return [path for folder in ("packages", "blobs", "uploads") for path in (archive.dir / folder).rglob("*") if path.is_file()]


def assert_opened(archive: LiveArchive, parts: int) -> None:
    assert poll(lambda: rows(archive, "SELECT COUNT(*) FROM intake_package WHERE state = 'opened'") == [(parts,)], PATIENCE_S)


def assert_nothing_is_held(archive: LiveArchive) -> None:
    assert poll(lambda: rows(archive, "SELECT COUNT(*) FROM core_job WHERE state IN ('queued', 'leased')") == [(0,)], PATIENCE_S)
    assert held_files(archive) == []
    assert rows(archive, "SELECT COUNT(*) FROM stories_answer") == [(0,)]
    assert set(rows(archive, "SELECT state FROM stories_story")) <= {("withdrawn",)}
    assert rows(archive, "SELECT COUNT(*) FROM withdraw_sealedrequest") == [(0,)]
    assert archive.cli("verify").returncode == 0


def test_a_story_that_has_arrived(archive: LiveArchive, laptops: list[Laptop]) -> None:
    first, second = laptops
    code = first.tell()
    first.sync()
    assert_opened(archive, 2)
    assert first.states() == [State.ERASED] * 2
    # At any kiosk of this archive, not only where it was told.
    assert second.take_back(code) == TakenBack(erased_here=False, request_waits=True)
    second.sync()
    assert_nothing_is_held(archive)
    # The page takes the same code, and says the same once more.
    assert second.take_back(code) == TakenBack(erased_here=False, request_waits=True)
    second.sync()
    assert_nothing_is_held(archive)


@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_around_the_receipt(archive: LiveArchive, laptops: list[Laptop], step: str) -> None:
    first, _ = laptops
    code = first.tell()
    first.sync()
    assert_opened(archive, 2)
    first.take_back(code)
    first.sync_and_die(step)
    assert first.storage.outbox.withdrawals.count() == (1 if step == "withdrawal-signed" else 0)
    first.sync()
    assert_nothing_is_held(archive)


def test_a_withdrawal_that_overtakes_its_story(archive: LiveArchive, laptops: list[Laptop]) -> None:
    first, second = laptops
    code = first.tell()
    second.take_back(code)
    second.sync()
    first.sync()
    # The archive signed for both parts, so that the laptop erased its copies; and kept neither.
    assert first.states() == [State.ERASED] * 2
    assert_nothing_is_held(archive)
    assert rows(archive, "SELECT DISTINCT state FROM intake_package") == [("withdrawn",)]


def test_half_of_a_story(archive: LiveArchive, laptops: list[Laptop]) -> None:
    first, _ = laptops
    code = first.tell()
    first.sync_and_die("confirmed")
    assert first.take_back(code) == TakenBack(erased_here=True, request_waits=True)
    first.sync()
    assert sorted(first.states()) == [State.ERASED, State.WITHDRAWN]
    assert_nothing_is_held(archive)


def test_half_of_an_upload(archive: LiveArchive, laptops: list[Laptop]) -> None:
    first, _ = laptops
    code = first.tell()
    first.sync_and_die("created")
    assert rows(archive, "SELECT COUNT(*) FROM intake_upload WHERE state = 'open'") == [(1,)]
    first.take_back(code)
    first.sync()
    assert first.states() == [State.WITHDRAWN] * 2
    assert_nothing_is_held(archive)
    assert rows(archive, "SELECT DISTINCT state FROM intake_upload") == [("failed",)]


def test_a_story_that_never_left_is_never_heard_of(archive: LiveArchive, laptops: list[Laptop]) -> None:
    first, _ = laptops
    code = first.tell()
    assert first.take_back(code) == TakenBack(erased_here=True, request_waits=False)
    first.sync()
    assert rows(archive, "SELECT COUNT(*) FROM withdraw_withdrawal") == [(0,)]
    assert held_files(archive) == []
