"""Real laptops, a real archive and a stick between them: stories arrive once, come back as receipts, and can be taken back on the way."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from live_archive import LiveArchive, live_archive
from processes import poll
from stick_reader import files_on, lists_on
from told_story import MONTH, close_storage, open_storage, told_story
from tus_client import call

from kiosk.submission import Destination, Storage, submit
from kiosk.withdrawal import TakenBack, take_back
from sync.__main__ import enrol, main, work
from sync.config import SyncConfig
from sync.contract.enrolment import decode_enrolment
from sync.enrolled import Enrolled, load_enrolled, save_enrolled
from sync.outbox import State
from sync.outbox.lock import is_held
from sync.status import LOCK_FILE

PATIENCE_S = 30
_ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveArchive]:
    with live_archive(tmp_path_factory.mktemp("live"), disk_reserve_bytes="0") as running:
        yield running


@dataclass
class Laptop:
    """With a stick of its own in it."""

    folder: Path
    storage: Storage
    stick: Path
    monkeypatch: pytest.MonkeyPatch

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

    def courier(self, command: str) -> None:
        self.monkeypatch.setenv("IDR_DATA_DIR", str(self.folder))
        assert main([command, str(self.stick)]) == 0

    def sync(self) -> None:
        def everything_arrived() -> bool:
            self.storage.outbox.try_now()
            summary = work(self.folder, self.enrolled, SyncConfig(), threading.Event(), once=True)
            return summary is not None and summary.waiting == 0

        assert poll(everything_arrived, PATIENCE_S)

    def states(self) -> list[State]:
        return [row.state for row in self.storage.outbox.packages()]

    def package_ids(self) -> set[str]:
        return {row.package_id for row in self.storage.outbox.packages()}


@pytest.fixture
def new_laptop(archive: LiveArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Laptop]]:
    made: list[Laptop] = []

    def new(name: str) -> Laptop:
        folder, stick = tmp_path / name, tmp_path / f"stick-{name}"
        folder.mkdir()
        stick.mkdir()
        enrol(archive.enrol(name)["code"], folder)
        made.append(Laptop(folder, open_storage(folder), stick, monkeypatch))
        return made[-1]

    yield new
    for laptop in made:
        close_storage(laptop.storage)


def rows(archive: LiveArchive, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{archive.dir / 'archive.sqlite3'}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def states_of(archive: LiveArchive, package_ids: set[str]) -> list[str]:
    named = ", ".join(f"'{each}'" for each in package_ids)
    return [row[0] for row in rows(archive, f"SELECT state FROM intake_package WHERE package_id IN ({named}) ORDER BY state")]


def carry(archive: LiveArchive, laptop: Laptop) -> dict[str, int]:
    """Takes the stick to the archive; what it counted."""
    result = json.loads(archive.cli("import", str(laptop.stick), "--json").stdout.splitlines()[-1])
    assert result.pop("kind") == "result"
    assert result.pop("ok") is True
    return {name: count for name, count in result.items() if count}


def assert_opened(archive: LiveArchive, laptop: Laptop) -> None:
    assert poll(lambda: states_of(archive, laptop.package_ids()) == ["opened", "opened"], PATIENCE_S)


def test_a_laptop_that_is_never_online(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    laptop = new_laptop("never online")
    laptop.tell()
    laptop.courier("export")
    assert laptop.states() == [State.QUEUED] * 2
    assert carry(archive, laptop) == {"stored": 2}
    assert_opened(archive, laptop)
    laptop.courier("import-receipts")
    assert laptop.states() == [State.ERASED] * 2
    assert list(laptop.storage.packages_dir.iterdir()) == []
    assert rows(archive, "SELECT COUNT(*) FROM stories_story WHERE kiosk_id = '" + laptop.enrolled.kiosk_id + "'") == [(1,)]
    assert json.loads(archive.cli("verify", "--json").stdout)["problems"] == []


def test_beside_a_running_worker_that_finds_no_network(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    """The worker is left to erase what a stick has confirmed, and does so without ever reaching the archive."""
    laptop = new_laptop("offline")
    save_enrolled(laptop.folder, replace(laptop.enrolled, url="http://127.0.0.1:9"))
    laptop.tell()
    environment = {**os.environ, "IDR_DATA_DIR": str(laptop.folder)}
    command = [sys.executable, "-m", "sync", "run", "--while-stdin-open"]
    worker = subprocess.Popen(command, env=environment, cwd=_ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert poll(lambda: is_held(laptop.folder / LOCK_FILE), PATIENCE_S)
        laptop.courier("export")
        assert carry(archive, laptop) == {"stored": 2}
        laptop.courier("import-receipts")
        assert poll(lambda: laptop.states() == [State.ERASED] * 2, PATIENCE_S)
        assert worker.poll() is None
    finally:
        worker.communicate(timeout=PATIENCE_S)
    assert worker.returncode == 0


def test_a_story_that_goes_both_ways_is_there_once(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    by_net_first, by_stick_first = new_laptop("net first"), new_laptop("stick first")
    for laptop in (by_net_first, by_stick_first):
        laptop.tell()
        laptop.courier("export")
    by_net_first.sync()
    assert carry(archive, by_net_first) == {"already": 2}
    assert carry(archive, by_stick_first) == {"stored": 2}
    by_stick_first.sync()
    for laptop in (by_net_first, by_stick_first):
        assert laptop.states() == [State.ERASED] * 2
        laptop.courier("import-receipts")
        assert_opened(archive, laptop)


def test_what_was_taken_back_after_it_left_on_a_stick(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    """At a laptop that is never online the request travels like the story did."""
    laptop = new_laptop("taken back")
    code = laptop.tell()
    laptop.courier("export")
    assert carry(archive, laptop) == {"stored": 2}
    assert_opened(archive, laptop)
    assert laptop.take_back(code) == TakenBack(erased_here=True, request_waits=True)
    ids = laptop.package_ids()
    laptop.courier("export")
    # Whoever finds the stick finds the story no more.
    assert files_on(laptop.stick) == set()
    assert carry(archive, laptop) == {"withdrawals": 1}
    assert poll(lambda: states_of(archive, ids) == ["withdrawn", "withdrawn"], PATIENCE_S)
    laptop.courier("import-receipts")
    assert laptop.storage.outbox.withdrawals.count() == 0


def test_what_was_taken_back_while_the_stick_was_on_its_way(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    laptop = new_laptop("on its way")
    code = laptop.tell()
    laptop.courier("export")
    ids = laptop.package_ids()
    # Meanwhile the laptop came online, and its teller back.
    assert laptop.take_back(code) == TakenBack(erased_here=True, request_waits=True)
    laptop.sync()
    assert laptop.storage.outbox.withdrawals.count() == 0
    assert carry(archive, laptop) == {"stored": 2}
    assert poll(lambda: states_of(archive, ids) == ["withdrawn", "withdrawn"], PATIENCE_S)


def test_a_revoked_laptops_stories_wait_for_a_persons_word(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    laptop = new_laptop("lost and found")
    laptop.tell()
    laptop.courier("export")
    archive.cli("revoke", "lost and found")
    assert carry(archive, laptop) == {"stored": 2, "held": 2}
    archive.run_jobs()
    assert states_of(archive, laptop.package_ids()) == ["quarantined"] * 2
    laptop.courier("import-receipts")
    assert laptop.states() == [State.ERASED] * 2
    assert json.loads(archive.cli("release", "lost and found", "--json").stdout) == {"released": 2}
    assert_opened(archive, laptop)


def test_a_laptop_from_before_courier_keys_introduces_itself(archive: LiveArchive, new_laptop: Callable[[str], Laptop]) -> None:
    laptop = new_laptop("of an older version")
    token = decode_enrolment(archive.enrol("of an older version")["code"]).token
    headers = {"Content-Type": "application/json"}
    reply = call(archive.url, "POST", "/api/v1/enrol", headers=headers, body=json.dumps({"token": token}).encode()).json()
    who = replace(laptop.enrolled, kiosk_id=reply["kiosk_id"], kiosk_token=reply["kiosk_token"], courier_key=None, courier_key_told=False)
    save_enrolled(laptop.folder, who)
    laptop.tell()
    laptop.courier("export")
    assert carry(archive, laptop) == {"stored": 2}
    # And when it comes online at last, the key it tells is the one that is known.
    laptop.sync()
    assert (laptop.enrolled.courier_key_told, laptop.states()) == (True, [State.ERASED] * 2)


def test_a_stick_that_ends_at_the_wrong_archive(archive: LiveArchive, new_laptop: Callable[[str], Laptop], tmp_path: Path) -> None:
    laptop = new_laptop("astray")
    laptop.tell()
    laptop.courier("export")
    with live_archive(tmp_path / "other", start=False) as other:
        assert carry(other, laptop) == {"foreign": 2}
        assert not any(path.is_file() for path in (other.dir / "packages").iterdir())
    assert carry(archive, laptop) == {"stored": 2}


def test_two_at_a_time_and_a_folder_that_is_no_stick(archive: LiveArchive, new_laptop: Callable[[str], Laptop], tmp_path: Path) -> None:
    laptop = new_laptop("hurried")
    for _ in range(3):
        laptop.tell()
    laptop.courier("export")
    results: list[tuple[int, str]] = []

    def run() -> None:
        done = archive.cli("import", str(laptop.stick), "--json", check=False)
        results.append((done.returncode, json.loads(done.stdout.splitlines()[-1]).get("error", "")))

    threads = [threading.Thread(target=run, name=f"import {number}") for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(results) <= {(0, ""), (1, "courier-busy")}
    assert (0, "") in results
    assert len(states_of(archive, laptop.package_ids())) == 6
    for folder, code in ((tmp_path, "no-list"), (tmp_path / "nowhere", "stick-gone")):
        done = archive.cli("import", str(folder), "--json", check=False)
        assert (done.returncode, json.loads(done.stdout)["error"]) == (1, code)
    assert lists_on(laptop.stick)
