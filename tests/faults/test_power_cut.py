"""The plug is pulled under the outbox, under the worker and under the archive: what was promised is there when the power is back.

On a disk that forgets whatever was not made durable (`forgetful_disk`). Programs that are careless on purpose show that it is seen.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fault_trial import Trial, fault_trial
from forgetful_mount import Mounted, forgetful_mount
from tus_client import Sending
from upload_audit import TALLIES, Tally, rounds
from zygote import Zygote, zygote

from sync.contract.package import new_package_id
from sync.outbox import Outbox, State
from sync.status import OUTBOX_FILE, PACKAGES_DIR

# Nothing is kept that was not asked for; or half of it is, at random.
SPARES = (0.0, 0.5)
_COMMITS = 24
_SENT = (State.QUEUED, State.SENDING, State.DELIVERED)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Mounted]:
    with forgetful_mount(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def writers(disk: Mounted, tmp_path: Path) -> Iterator[Zygote]:
    with zygote("writer", tmp_path / "writers.log") as running:
        yield running


@dataclass
class Promises:
    """What the writer has said, against what lies there."""

    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)

    def hear(self, said: str) -> None:
        # A line that was cut off is no promise yet.
        for line in said.splitlines(keepends=True):
            words = line.split()
            if line.endswith("\n") and words[0] == "added":
                self.files[words[1]], self.states[words[1]] = (words[2], words[3]), State.QUEUED
            elif line.endswith("\n"):
                self.states[words[1]] = words[2]

    def broken(self, folder: Path) -> list[str]:
        """Package ids of promises that do not hold; the whole outbox counts as one."""
        database = sqlite3.connect(folder / OUTBOX_FILE)
        try:
            if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return ["the outbox is damaged"]
        except sqlite3.DatabaseError:
            return ["the outbox is no database"]
        finally:
            database.close()
        with Outbox(folder / OUTBOX_FILE) as outbox:
            rows = {row.package_id: row for row in outbox.packages()}
        broken = []
        for package_id, (name, sha256) in self.files.items():
            path, row = folder / PACKAGES_DIR / name, rows.get(package_id)
            whole = path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
            if row is None or not whole or _SENT.index(row.state) < _SENT.index(State(self.states[package_id])):
                broken.append(package_id)
        # What was not promised may be there or not; but never a row without its file.
        broken += [row.package_id for row in rows.values() if not (folder / PACKAGES_DIR / str(row.file_name)).exists()]
        return broken


def cut_under_the_outbox(disk: Mounted, writers: Zygote, count: int, careless: str | None) -> Tally:
    tally, rng = Tally(f"power cut under the outbox ({careless or 'as it is'})"), random.Random(3)
    folder = disk.path
    for number in range(count):
        if number % 20 == 0:
            for left in list(folder.iterdir()):
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            (folder / PACKAGES_DIR).mkdir()
            promises = Promises()
            disk.keep_all()
        pid = writers.start(folder=str(folder), count=_COMMITS, careless=careless)
        time.sleep(rng.uniform(0, 0.06))
        writers.kill(pid)
        promises.hear(writers.said)
        disk.cut(number, spare=rng.choice(SPARES))
        broken = promises.broken(folder)
        tally.lost += broken
        tally.rounds, tally.packages = tally.rounds + 1, tally.packages + writers.said.count("added ")
        if broken:
            break
    return tally


def test_under_the_outbox(disk: Mounted, writers: Zygote) -> None:
    tally = cut_under_the_outbox(disk, writers, rounds(10), None)
    TALLIES.append(tally)
    assert tally.packages > tally.rounds, "the writer was killed before it wrote"
    assert tally.clean, tally


@pytest.mark.parametrize("careless", ["NORMAL", "OFF", "no-fsync"])
def test_careless_outboxes_are_found_out(disk: Mounted, writers: Zygote, careless: str) -> None:
    tally = cut_under_the_outbox(disk, writers, 20, careless)
    assert tally.lost, f"this disk would never show a lost commit: {tally}"


def test_under_the_worker(disk: Mounted, tmp_path: Path) -> None:
    with fault_trial("power cut under the worker", tmp_path, booth_dir=disk.path / "kiosk") as trial:
        disk.keep_all()
        rng, count = random.Random(4), rounds(5)
        for number in range(count):
            if trial.waiting() == 0:
                trial.queue(1_200_000)
                trial.queue(20_000)
                trial.queue_upkeep()
            trial.booth.outbox.try_now()
            pid = trial.start_worker("--once")
            time.sleep(rng.uniform(0, 0.25))
            trial.workers.kill(pid)
            trial.booth.close()
            disk.cut(number, spare=rng.choice(SPARES))
            trial.reopen()
            trial.look()
        trial.settle()
        trial.audit.close(trial.booth, rounds=count)


def one_round_under_the_archive(trial: Trial, disk: Mounted, rng: random.Random, careless: str | None = None) -> list[str]:
    """A slice is acknowledged, a package is signed for, and the plug is pulled. What the archive then no longer knows."""
    half, whole = (Sending(rng.randbytes(size), new_package_id()) for size in (700_000, 90_000))
    for sending in (half, whole):
        trial.audit.expect(sending.package_id, sending.sha256, len(sending.data))
    kiosk = trial.client()
    path = kiosk.create(half).headers["location"]
    acknowledged = kiosk.patch(path, 0, half.data[: rng.randrange(1, 600_000)]).offset
    assert kiosk.create(whole, body=whole.data).offset == len(whole.data)
    assert kiosk.receipt(whole.package_id).status == 200
    trial.queue(400_000)
    trial.booth.outbox.try_now()
    pid = trial.start_worker("--once")
    time.sleep(rng.uniform(0, 0.2))
    trial.archive.kill()
    trial.workers.wait(pid)
    disk.cut(rng.randrange(1 << 30), spare=rng.choice(SPARES))
    try:
        trial.archive.start(careless=careless)
    except AssertionError:
        return ["the archive does not start any more"]
    kiosk = trial.client()
    head = kiosk.head(path)
    if head.status != 200 or head.offset < acknowledged:
        return [f"acknowledged bytes: {head.status}"]
    if kiosk.receipt(whole.package_id).status != 200:
        return ["a package that was signed for"]
    if kiosk.patch(path, head.offset, half.data[head.offset :]).status != 204:
        return ["bytes of an upload"]
    return []


def test_under_the_archive(disk: Mounted, tmp_path: Path) -> None:
    with fault_trial("power cut under the archive", tmp_path, archive_dir=disk.path) as trial:
        disk.keep_all()
        rng, count = random.Random(5), rounds(5)
        for _ in range(count):
            assert one_round_under_the_archive(trial, disk, rng) == []
            trial.look()
        trial.settle()
        trial.audit.close(trial.booth, rounds=count)


@pytest.mark.parametrize("careless", ["OFF", "no-fsync"])
def test_careless_archives_are_found_out(disk: Mounted, tmp_path: Path, careless: str) -> None:
    with fault_trial("power cut under a careless archive", tmp_path, archive_dir=disk.path) as trial:
        TALLIES.remove(trial.audit.tally)
        disk.keep_all()
        trial.archive.kill()
        trial.archive.start(careless=careless)
        rng = random.Random(6)
        for _ in range(8):
            if one_round_under_the_archive(trial, disk, rng, careless):
                return
        pytest.fail("this disk would never show a lost promise")
