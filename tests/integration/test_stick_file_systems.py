"""The courier on the file systems that sticks really have, on one that fails, and on one that forgets what was never synced."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from booth import Booth
from fake_archive import FakeArchive
from fat_stick import exfat_stick, fat32_stick
from forgetful_mount import Mounted, forgetful_mount
from stick_reader import answer_on, files_on, lists_on, whole_on

import sync
from sync.contract.package import Part
from sync.courier import STEPS, export
from sync.courier_receipts import ReceiptsRead, import_receipts
from sync.enrolled import Enrolled, load_enrolled
from sync.outbox import NewPackage, State
from sync.package.stick import StickFault

ROOT = Path(sync.__file__).parent.parent
CHILD = ROOT / "tests" / "crash" / "dying_courier.py"
DAY = "2026-03-02"


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    running = FakeArchive()
    yield running
    running.close()


@pytest.fixture
def booth(tmp_path: Path, archive: FakeArchive) -> Iterator[Booth]:
    opened = Booth(tmp_path / "data")
    opened.enrol(archive.enrolled())
    yield opened
    opened.close()


@pytest.fixture
def enrolled(booth: Booth) -> Enrolled:
    found = load_enrolled(booth.folder)
    assert found is not None
    return found


@pytest.fixture
def forgetful(tmp_path: Path) -> Iterator[Mounted]:
    with forgetful_mount(tmp_path / "stick") as mounted:
        yield mounted


def ids(packages: list[NewPackage]) -> set[str]:
    return {package.package_id for package in packages}


# --- as sticks are formatted ---


@pytest.mark.parametrize("kind", [fat32_stick, exfat_stick], ids=["FAT32", "exFAT"])
def test_there_and_back(
    booth: Booth, archive: FakeArchive, enrolled: Enrolled, tmp_path: Path, kind: Callable[[Path], AbstractContextManager[Path]]
) -> None:
    """No permissions, coarse times, names that differ in case are one name: and all of it again and again."""
    with kind(tmp_path / "fat") as stick:
        packages = [booth.queue(1_000_000, Part.MASTER), booth.queue(70_000)]
        for _ in range(2):
            assert export(booth.packages_dir, booth.outbox, stick, day=DAY).packages == 2
            assert whole_on(stick) == ids(packages)
        upper = stick / "I-DEFEND-RIGHTS" / "PACKAGES" / f"{packages[0].package_id.upper()}.AGE"
        assert upper.exists()
        answer_on(stick, archive)
        packages.append(booth.queue())
        exported = export(booth.packages_dir, booth.outbox, stick, day=DAY)
        assert (exported.receipts.confirmed, exported.packages) == (2, 1)
        assert (whole_on(stick), len(files_on(stick))) == (ids(packages[2:]), 1)
        answer_on(stick, archive)
        assert import_receipts(enrolled, booth.outbox, stick) == ReceiptsRead(confirmed=1, files=1)
        assert {booth.row(package).state for package in packages} == {State.CONFIRMED}


@pytest.mark.parametrize("kind", [fat32_stick, exfat_stick], ids=["FAT32", "exFAT"])
def test_a_full_one(booth: Booth, tmp_path: Path, kind: Callable[[Path], AbstractContextManager[Path]]) -> None:
    with kind(tmp_path / "fat") as stick:
        if os.statvfs(stick).f_blocks == 0:
            pytest.skip("FAT32 is mounted by a program that says neither how much room there is nor when it is full")
        size_bytes = 12_000_000 if kind is fat32_stick else 2_500_000
        packages = [booth.queue(size_bytes) for _ in range(3)]
        exported = export(booth.packages_dir, booth.outbox, stick, day=DAY)
        assert (exported.shortage, exported.packages, exported.left_out) == ("stick-full", 2, 1)
        assert whole_on(stick) == ids(packages[:2])
        assert len(files_on(stick)) == 2
        again = export(booth.packages_dir, booth.outbox, stick, day=DAY)
        assert (again.packages, whole_on(stick)) == (2, ids(packages[:2]))


# --- as sticks fail ---


@pytest.mark.parametrize("trouble", ["write", "fsync"])
def test_a_stick_that_fails_takes_nothing_for_whole(booth: Booth, forgetful: Mounted, trouble: str) -> None:
    first = booth.queue()
    export(booth.packages_dir, booth.outbox, forgetful.path, day=DAY)
    second = booth.queue()
    forgetful.fail(**{trouble: 1.0})
    with pytest.raises(StickFault) as fault:
        export(booth.packages_dir, booth.outbox, forgetful.path, day=DAY)
    assert fault.value.code == "stick-unreadable"
    forgetful.heal()
    assert whole_on(forgetful.path) == ids([first])
    assert booth.row(second).exported_day is None
    assert export(booth.packages_dir, booth.outbox, forgetful.path, day=DAY).packages == 2
    assert whole_on(forgetful.path) == ids([first, second])


def test_what_cannot_be_read_any_more_is_not_believed(booth: Booth, forgetful: Mounted) -> None:
    booth.queue()
    forgetful.fail(read=1.0)
    with pytest.raises(StickFault) as fault:
        export(booth.packages_dir, booth.outbox, forgetful.path, day=DAY)
    assert fault.value.code == "stick-unreadable"
    forgetful.heal()
    assert lists_on(forgetful.path) == []


def test_a_stick_that_is_full_before_it_says_so(booth: Booth, forgetful: Mounted) -> None:
    packages = [booth.queue(400_000) for _ in range(4)]
    forgetful.limit(1_700_000)
    exported = export(booth.packages_dir, booth.outbox, forgetful.path, day=DAY)
    assert (exported.shortage, exported.packages) == ("stick-full", 3)
    assert whole_on(forgetful.path) == ids(packages[:3])


@pytest.mark.parametrize("spare", [0.0, 0.5], ids=["nothing unsynced is kept", "half of it is kept"])
def test_pulled_out_after_any_step_no_list_names_what_is_not_whole(booth: Booth, forgetful: Mounted, spare: float) -> None:
    """The program dies and the stick forgets at the same moment, as when both lose their power."""
    packages: list[NewPackage] = []
    deaths = [*((step, 1) for step in STEPS), ("courier-partial", 2), ("courier-renamed", 2)]
    for number, (step, nth) in enumerate(deaths):
        packages += [booth.queue(), booth.queue()]
        command = [sys.executable, str(CHILD), str(booth.folder), "export", str(forgetful.path), step, str(nth)]
        died = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
        assert died.returncode == -signal.SIGKILL
        forgetful.cut(seed=number, spare=spare)
        listed = {package["package_id"] for each in lists_on(forgetful.path) for package in each["packages"]}
        assert listed <= whole_on(forgetful.path)
        for package in packages:
            # Said to be on the stick only when it is.
            assert booth.row(package).exported_day is None or package.package_id in listed
    assert export(booth.packages_dir, booth.outbox, forgetful.path, day=DAY).packages == len(packages)
    forgetful.cut(seed=99)
    assert whole_on(forgetful.path) == ids(packages)
