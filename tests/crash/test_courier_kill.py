"""`kill -9` of the courier on either side of every commit point: one whole copy in the archive, a receipt here, and never a list that
names what is not there.

One laptop and one stick go through all deaths one after the other, each with a new story, so that every attempt also finds what the
deaths before it left.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from booth import Booth
from live_archive import LiveArchive, live_archive
from stick_reader import lists_on, whole_on
from tus_client import call

import sync
from archive.intake.courier import STEPS as IMPORT_STEPS
from sync.__main__ import enrol
from sync.contract.enrolment import decode_enrolment
from sync.contract.package import Part, new_package_id
from sync.courier import STEPS as EXPORT_STEPS
from sync.courier_receipts import STEPS as RECEIPT_STEPS
from sync.enrolled import load_enrolled, save_enrolled
from sync.outbox import NewPackage, State
from sync.package.signatures import public_key_of, verify_receipt
from sync.upkeep import COURIER_STEPS

PROJECT = Path(sync.__file__).parent.parent
CHILD = Path(__file__).with_name("dying_courier.py")
# A round of the everyday run; the number of the full one is in the environment.
ROUNDS = 3 * int(os.environ.get("IDR_TEST_ROUNDS", "1"))


@dataclass
class Journey:
    """A laptop, a stick and an archive, and what was told on the way."""

    archive: LiveArchive
    booth: Booth
    stick: Path
    told: list[NewPackage]

    def tell(self) -> None:
        """A new story of two parts."""
        parts = [self.booth.new_package(20_000, Part.LISTEN), self.booth.new_package(60_000, Part.MASTER)]
        self.booth.outbox.add(new_package_id(), parts)
        self.told += parts

    def command(self, *arguments: object) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(PROJECT), "IDR_DATA_DIR": str(self.booth.folder)}
        return subprocess.Popen([sys.executable, *map(str, arguments)], env=environment, cwd=PROJECT, stdout=subprocess.DEVNULL)

    def sync(self, name: str) -> None:
        assert self.command("-m", "sync", name, self.stick, "--json").wait(timeout=60) == 0

    def die(self, command: str, step: str, nth: int) -> None:
        child = self.command(CHILD, self.booth.folder, command, self.stick, step, nth)
        assert child.wait(timeout=60) == -signal.SIGKILL, (command, step)
        self.check()

    def die_at_the_archive(self, step: str, nth: int) -> None:
        done = self.archive.run_python("-m", "dying_import", step, str(nth), "import", str(self.stick), "--json")
        assert done.returncode == -signal.SIGKILL, (step, done.stderr)
        self.check()

    def check(self) -> None:
        """What must be true at every moment."""
        for each in lists_on(self.stick):
            assert {package["package_id"] for package in each["packages"]} <= whole_on(self.stick)
        enrolled = load_enrolled(self.booth.folder)
        assert enrolled is not None
        for package in self.told:
            row = self.booth.row(package)
            if package.file_name not in self.booth.files():
                assert row.receipt is not None
                facts = {"package_id": package.package_id, "sha256": package.sha256, "size_bytes": package.size_bytes}
                verify_receipt(row.receipt, enrolled.receipt_key, **facts)  # type: ignore[arg-type]
                assert (self.archive.dir / "packages" / package.sha256).read_bytes() == self.booth.content[package.package_id]

    def arrive(self) -> None:
        """Everybody does their part once more, and all of it is where it belongs, once."""
        self.sync("export")
        assert json.loads(self.archive.cli("import", str(self.stick), "--json").stdout.splitlines()[-1])["ok"] is True
        self.sync("import-receipts")
        self.check()
        assert {self.booth.row(package).state for package in self.told} == {State.ERASED}
        assert self.booth.files() == set()
        # Random bytes: the opener may have set them aside by now, but it has them once.
        with closing(sqlite3.connect(self.archive.dir / "archive.sqlite3")) as database:
            stored = database.execute("SELECT package_id FROM intake_package").fetchall()
            events = database.execute("SELECT count(*) FROM core_event WHERE code = 'package.stored'").fetchone()
        assert sorted(row[0] for row in stored) == sorted(package.package_id for package in self.told)
        assert events == (len(self.told),)
        assert json.loads(self.archive.cli("verify", "--json").stdout)["problems"] == []
        assert not list((self.archive.dir / "packages").glob("*.partial"))


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    with live_archive(tmp_path, disk_reserve_bytes="0") as archive, closing(Booth(tmp_path / "data")) as booth:
        enrol(archive.enrol()["code"], booth.folder)
        (tmp_path / "stick").mkdir()
        yield Journey(archive, booth, tmp_path / "stick", [])


def test_the_export_is_killed_at_every_step(journey: Journey) -> None:
    for step, nth in [*((step, 1) for step in EXPORT_STEPS), ("courier-partial", 2), ("courier-renamed", 2)]:
        journey.tell()
        journey.die("export", step, nth)
        assert {journey.booth.row(package).state for package in journey.told} == {State.QUEUED}
    journey.arrive()


def test_the_import_is_killed_at_every_step_beside_a_running_server(journey: Journey) -> None:
    for step, nth in [*((step, 1) for step in IMPORT_STEPS), ("courier-renamed", 2)]:
        journey.tell()
        journey.sync("export")
        journey.die_at_the_archive(step, nth)
    journey.arrive()


def test_reading_the_receipts_is_killed_at_every_step(journey: Journey) -> None:
    for step in RECEIPT_STEPS:
        journey.tell()
        journey.booth.outbox.withdrawals.take_back(
            f"{len(journey.told):064x}", lambda half_way: b"age-encryption.org/v1\n" + os.urandom(300)
        )
        journey.sync("export")
        journey.archive.cli("import", str(journey.stick))
        journey.die("import-receipts", step, 1)
    journey.tell()
    journey.arrive()
    assert journey.booth.outbox.withdrawals.count() == 0


def test_the_worker_is_killed_while_it_makes_and_tells_the_key(journey: Journey) -> None:
    """On a laptop that was enrolled before there were courier keys. Killed anywhere, both ends end up with the same key."""
    token = decode_enrolment(journey.archive.enrol("old")["code"]).token
    headers = {"Content-Type": "application/json"}
    reply = call(journey.archive.url, "POST", "/api/v1/enrol", headers=headers, body=json.dumps({"token": token}).encode()).json()
    before = load_enrolled(journey.booth.folder)
    assert before is not None
    who = replace(before, kiosk_id=reply["kiosk_id"], kiosk_token=reply["kiosk_token"], token_day=None)
    keys = set()
    for number, step in enumerate(COURIER_STEPS):
        held = load_enrolled(journey.booth.folder)
        assert held is not None
        # As of old at first; then with the key that the death before left, which the archive may know already.
        key = None if number == 0 else held.courier_key
        old = who if number == 0 else held
        save_enrolled(journey.booth.folder, replace(old, courier_key=key, courier_key_told=False))
        child = journey.command(CHILD.with_name("dying_worker.py"), journey.booth.folder, step, 1)
        assert child.wait(timeout=60) == -signal.SIGKILL
        after = load_enrolled(journey.booth.folder)
        assert after is not None
        assert after.courier_key_told is (step == "courier-key-kept")
        keys.add(after.courier_key)
    assert len(keys) == 1
    with closing(sqlite3.connect(journey.archive.dir / "archive.sqlite3")) as database:
        known = database.execute("SELECT courier_key FROM kiosks_kiosk WHERE kiosk_id = ?", [reply["kiosk_id"]]).fetchone()
    assert known == (public_key_of(str(keys.pop())),)


@pytest.mark.timeout(120 + 20 * ROUNDS)
def test_everybody_is_killed_at_any_moment(journey: Journey) -> None:
    rng = random.Random(19)
    for _ in range(ROUNDS):
        journey.tell()
        importing = ("-m", "archive", "--dir", journey.archive.dir, "import", journey.stick, "--json")
        for arguments in (("-m", "sync", "export", journey.stick), importing, ("-m", "sync", "import-receipts", journey.stick)):
            child = journey.command(*arguments)
            time.sleep(rng.uniform(0.2, 1.2))
            child.kill()
            child.wait(timeout=60)
            journey.check()
    journey.tell()
    journey.arrive()
