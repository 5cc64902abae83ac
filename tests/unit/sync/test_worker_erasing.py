"""The worker erases nothing without a true receipt, and steps aside from files that are not as they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from booth import Booth
from fake_archive import FakeArchive
from sync_clock import FakeClock
from worker_checks import assert_arrived, settle

from sync.outbox import State
from sync.worker import Worker

pytestmark = pytest.mark.allow_logs("sync")

DAY_S = 24 * 3600.0


@pytest.mark.parametrize("receipts", ["forged", "replayed", "pending"])
def test_without_a_true_receipt_nothing_is_ever_erased(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, receipts: str
) -> None:
    packages = [booth.queue() for _ in range(3)]
    archive.switches.receipts = receipts
    for _ in range(50):
        worker.run_once()
        clock.advance(900)
    assert booth.files() == {package.file_name for package in packages}
    assert {booth.row(package).receipt for package in packages} == {None}
    archive.switches.receipts = "signed"
    settle(worker, clock)
    assert_arrived(archive, booth, *packages)


def test_a_forged_receipt_is_shown_to_staff(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    package = booth.queue()
    archive.switches.receipts = "forged"
    worker.run_once()
    assert (booth.row(package).state, booth.row(package).reason) == (State.BLOCKED, "receipt")


def test_damage_on_the_way_is_sent_again_and_given_up_after_the_third_time(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    unlucky, fine = booth.queue(), booth.queue()
    archive.switches.corrupt = 3
    worker.run_once()
    for _ in range(4):
        clock.advance(DAY_S)
        worker.run_once()
    # The first two tries of one and the first of the other arrived damaged.
    assert_arrived(archive, booth, unlucky, fine)
    third = booth.queue()
    archive.switches.corrupt = 3
    settle(worker, clock)
    assert (booth.row(third).state, booth.row(third).reason) == (State.QUARANTINED, "hash-mismatch")
    assert third.file_name in booth.files()


def test_damage_on_this_disk_is_not_sent_again_and_again(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    package = booth.queue()
    path = booth.packages_dir / package.file_name
    path.write_bytes(b"X" + path.read_bytes()[1:])
    worker.run_once()
    assert (booth.row(package).state, booth.row(package).reason) == (State.QUARANTINED, "file-changed")
    assert archive.stored == {}


def test_a_missing_file_steps_aside(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    missing, shorter, folder, fine = booth.queue(), booth.queue(), booth.queue(), booth.queue()
    (booth.packages_dir / missing.file_name).unlink()
    (booth.packages_dir / shorter.file_name).write_bytes(b"short")
    (booth.packages_dir / folder.file_name).unlink()
    (booth.packages_dir / folder.file_name).mkdir()
    summary = worker.run_once()
    assert [booth.row(package).reason for package in (missing, shorter, folder)] == ["file-missing", "file-changed", "file-unreadable"]
    assert summary.quarantined == 3
    assert_arrived(archive, booth, fine)


def test_what_stepped_aside_goes_again_when_staff_say_so(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    package = booth.queue()
    path = booth.packages_dir / package.file_name
    path.rename(path.with_suffix(".away"))
    worker.run_once()
    path.with_suffix(".away").rename(path)
    worker.run_once()
    assert booth.row(package).state is State.QUARANTINED
    booth.outbox.requeue_quarantined()
    worker.run_once()
    assert_arrived(archive, booth, package)


def test_a_file_that_cannot_be_removed_yet_is_removed_later(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue()
    path = booth.packages_dir / package.file_name

    def occupy(step: str) -> None:
        if step == "confirmed":
            path.unlink()
            path.mkdir()  # unlink refuses a folder, as Windows refuses an open file

    build(occupy).run_once()
    assert booth.row(package).state is State.CONFIRMED
    path.rmdir()
    path.write_bytes(b"")
    clock.advance(DAY_S)
    build().run_once()
    assert_arrived(archive, booth, package)
