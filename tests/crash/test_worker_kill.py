"""`kill -9` of the sync worker: whenever it strikes, the archive ends up with exactly one whole copy, and the laptop with a receipt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from archive_under_test import ArchiveUnderTest, real_archive
from booth import SLOW_BYTES_PER_S, Booth
from fake_archive import FakeArchive

import sync
from sync.__main__ import enrol, work
from sync.config import SyncConfig
from sync.contract.package import Part
from sync.enrolled import load_enrolled
from sync.outbox import NewPackage, State
from sync.package.signatures import verify_receipt
from sync.transport.slices import MIN_SLICE_BYTES
from sync.worker import STEPS

PROJECT = Path(sync.__file__).parent.parent
CHILD = Path(__file__).with_name("dying_worker.py")
SIZE_BYTES = 2 * MIN_SLICE_BYTES + 345_678

# Each step of the first package, and those that come again, for its second slice or the second package.
DEATHS = [*((step, 1) for step in STEPS), ("slice", 2), ("sent", 2), ("confirmed", 2), ("unlinked", 2)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArchiveUnderTest]:
    with real_archive(tmp_path_factory.mktemp("archive")) as running:
        yield running


@pytest.fixture(scope="module")
def enrolment(archive: ArchiveUnderTest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One kiosk for all deaths: making a code takes a second."""
    folder = tmp_path_factory.mktemp("enrolled")
    enrol(archive.new_code(), folder)
    return (folder / "enrolment.json").read_bytes()


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    opened = Booth(tmp_path / "data")
    opened.outbox.set_rate(SLOW_BYTES_PER_S)
    yield opened
    opened.close()


def start_child(booth: Booth, step: str, nth: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.Popen([sys.executable, CHILD, booth.folder, step, str(nth)], env=environment)


def next_worker(booth: Booth) -> None:
    """What the next start of the worker does, waits and all: a pass whenever something is due."""
    enrolled = load_enrolled(booth.folder)
    assert enrolled is not None
    for _ in range(20):
        booth.outbox.try_now()
        summary = work(booth.folder, enrolled, SyncConfig(), threading.Event(), once=True)
        assert summary is not None
        if summary.waiting == 0:
            return
    pytest.fail("something never arrived")


def assert_proven(booth: Booth, package: NewPackage) -> None:
    row, enrolled = booth.row(package), load_enrolled(booth.folder)
    assert row.receipt is not None
    assert enrolled is not None
    verify_receipt(row.receipt, enrolled.receipt_key, package_id=package.package_id, sha256=package.sha256, size_bytes=package.size_bytes)


@pytest.mark.parametrize(("step", "nth"), DEATHS, ids=[f"{step}-{nth}" for step, nth in DEATHS])
def test_killed_right_after_a_step(booth: Booth, archive: ArchiveUnderTest, enrolment: bytes, step: str, nth: int) -> None:
    (booth.folder / "enrolment.json").write_bytes(enrolment)
    packages = [booth.queue(SIZE_BYTES, Part.LISTEN), booth.queue(50_000, Part.MASTER)]
    assert start_child(booth, step, nth).wait(timeout=60) == -signal.SIGKILL
    for package in packages:
        if package.file_name not in booth.files():
            assert_proven(booth, package)
    next_worker(booth)
    for package in packages:
        assert booth.row(package).state is State.ERASED
        assert_proven(booth, package)
        assert archive.copies(booth.content[package.package_id]) == 1
    assert booth.files() == set()


@pytest.mark.parametrize("after_bytes", [1, 17_000, 400_000, MIN_SLICE_BYTES - 1, MIN_SLICE_BYTES + 1, 2_000_000, SIZE_BYTES - 1])
def test_killed_while_bytes_are_on_their_way(booth: Booth, after_bytes: int) -> None:
    fake = FakeArchive()
    try:
        booth.enrol(fake.enrolled())
        package = booth.queue(SIZE_BYTES)
        child = start_child(booth, "never", 1)

        def strike(received_bytes: int) -> None:
            if received_bytes >= after_bytes:
                child.kill()

        fake.switches.on_body_bytes = strike
        assert child.wait(timeout=60) == -signal.SIGKILL
        fake.switches.on_body_bytes = None
        assert package.file_name in booth.files()
        held = fake.received_bytes
        next_worker(booth)
        assert (fake.stored[package.package_id], fake.stores[package.package_id]) == (booth.content[package.package_id], 1)
        assert booth.row(package).state is State.ERASED
        # What had arrived was not sent again.
        assert held >= after_bytes
        assert fake.received_bytes == SIZE_BYTES
    finally:
        fake.close()
