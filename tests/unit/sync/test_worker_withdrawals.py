"""What a teller takes back while the worker is at work: it goes nowhere from then on, and the archive is told where it may have left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from booth import Booth
from fake_archive import FakeArchive
from sync_clock import FakeClock
from worker_checks import assert_arrived, settle

from sync.contract.package import Part, new_package_id
from sync.enrolled import Enrolled
from sync.outbox import NewPackage, Outbox, State
from sync.status import OUTBOX_FILE
from sync.worker import STEPS, Worker

VERIFIER = "ab" * 32
SEALED = b"age-encryption.org/v1\na sealed request"
SIZE_BYTES = 3_000_000

Build = Callable[..., Worker]


def told_story(booth: Booth, size_bytes: int = SIZE_BYTES) -> list[NewPackage]:
    parts = [booth.new_package(size_bytes, part) for part in Part]
    booth.outbox.add(new_package_id(), parts, VERIFIER)
    return parts


def take_back(booth: Booth) -> None:
    """As the kiosk does it, beside the worker: over a connection of its own, file by file."""
    with Outbox(booth.folder / OUTBOX_FILE) as kiosk:
        kiosk.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
        for row in kiosk.packages():
            if row.state is State.WITHDRAWING and row.file_name is not None:
                (booth.packages_dir / row.file_name).unlink(missing_ok=True)
                kiosk.settle_withdrawn(row.package_id)


def bytes_of(archive: FakeArchive) -> int:
    return sum(seen.body_bytes for seen in archive.requests if seen.method == "PATCH")


@pytest.mark.parametrize("step", [step for step in STEPS if step not in ("confirmed", "unlinked", "erased")])
def test_taken_back_right_after_any_step(booth: Booth, archive: FakeArchive, clock: FakeClock, build: Build, step: str) -> None:
    listen, master = told_story(booth)
    at: list[int] = []

    def on_step(found: str) -> None:
        if found == step and not at:
            take_back(booth)
            at.append(bytes_of(archive))

    settle(build(on_step), clock)
    assert [booth.row(part).state for part in (listen, master)] == [State.WITHDRAWN] * 2
    assert booth.files() == set()
    # Not a byte of the story after it, and the archive is told, because some may have left.
    assert at == [bytes_of(archive)]
    assert archive.withdrawals == [SEALED]
    assert booth.outbox.waiting_count() == 0


@pytest.mark.parametrize("step", ["confirmed", "unlinked", "erased"])
def test_taken_back_when_the_archive_has_the_first_part(
    booth: Booth, archive: FakeArchive, clock: FakeClock, build: Build, step: str
) -> None:
    listen, master = told_story(booth)
    done: list[str] = []

    def on_step(found: str) -> None:
        if found == step and not done:
            take_back(booth)
            done.append(found)

    settle(build(on_step), clock)
    assert [booth.row(part).state for part in (listen, master)] == [State.ERASED, State.WITHDRAWN]
    assert (booth.files(), archive.withdrawals, set(archive.stored)) == (set(), [SEALED], {listen.package_id})


def test_a_slice_on_its_way_stops_in_the_middle(booth: Booth, archive: FakeArchive, clock: FakeClock, build: Build) -> None:
    listen, _ = told_story(booth, 40_000_000)
    taken: list[int] = []

    def on_bytes(received_bytes: int) -> None:
        if received_bytes > 1_000_000 and not taken:
            taken.append(received_bytes)
            take_back(booth)

    archive.switches.on_body_bytes = on_bytes
    settle(build(), clock)
    assert taken
    assert booth.row(listen).state is State.WITHDRAWN
    assert archive.stored == {}
    assert bytes_of(archive) < 40_000_000
    assert archive.withdrawals == [SEALED]


def test_a_slice_stops_also_when_the_kiosk_has_forgotten_the_story_already(
    booth: Booth, archive: FakeArchive, clock: FakeClock, build: Build
) -> None:
    """The window was started anew in the meantime, which removes the rows of what was taken back."""
    told_story(booth, 40_000_000)
    taken: list[int] = []

    def on_bytes(received_bytes: int) -> None:
        if received_bytes > 1_000_000 and not taken:
            taken.append(received_bytes)
            take_back(booth)
            with Outbox(booth.folder / OUTBOX_FILE) as kiosk:
                kiosk.forget_withdrawn()

    archive.switches.on_body_bytes = on_bytes
    settle(build(), clock)
    assert taken
    assert booth.outbox.packages() == []
    assert archive.stored == {}
    assert bytes_of(archive) < 40_000_000


def test_before_anything_was_sent_the_archive_hears_nothing(booth: Booth, archive: FakeArchive, worker: Worker) -> None:
    told_story(booth)
    take_back(booth)
    assert worker.run_once().waiting == 0
    assert [seen.method for seen in archive.requests if "uploads" in seen.path or "withdrawals" in seen.path] == []


def test_the_worker_erases_what_a_killed_kiosk_left(booth: Booth, archive: FakeArchive, worker: Worker) -> None:
    parts = told_story(booth, 1000)
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    archive.close()  # nothing but the disk is needed for it
    with suppress(OSError):
        worker.run_once()
    assert [booth.row(part).state for part in parts] == [State.WITHDRAWN] * 2
    assert booth.files() == set()


def test_a_request_goes_before_any_package(booth: Booth, archive: FakeArchive, worker: Worker) -> None:
    package = booth.queue()
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    assert worker.run_once().waiting == 0
    asked = [
        seen.path.rpartition("/")[2] if "withdrawals" in seen.path else "upload"
        for seen in archive.requests
        if "withdrawals" in seen.path or "uploads" in seen.path
    ]
    assert asked[0] == "withdrawals"
    assert asked.count("withdrawals") == 1
    assert_arrived(archive, booth, package)


@pytest.mark.allow_logs("sync.worker")
@pytest.mark.parametrize("receipts", ["forged", "replayed"])
def test_an_unsigned_yes_is_a_no(booth: Booth, archive: FakeArchive, clock: FakeClock, worker: Worker, receipts: str) -> None:
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    archive.switches.receipts = receipts
    assert worker.run_once().waiting == 1
    archive.switches.receipts = "signed"
    settle(worker, clock)
    assert archive.withdrawals == [SEALED] * 2
    assert booth.outbox.withdrawals.count() == 0


@pytest.mark.parametrize("status", [404, 413, 429, 500])
def test_it_waits_when_the_archive_does_not_take_it(
    booth: Booth, archive: FakeArchive, clock: FakeClock, worker: Worker, status: int
) -> None:
    package = booth.queue()
    worker.run_once()
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    answered: list[int] = []
    route = type(archive).withdraw

    def once(fake: FakeArchive, sealed: bytes) -> tuple[int, dict[str, object]]:
        if not answered:
            answered.append(status)
            return status, {"error": "switched"}
        return route(fake, sealed)

    archive.withdraw = once.__get__(archive)  # type: ignore[method-assign]
    assert worker.run_once().waiting == 1
    settle(worker, clock)
    assert (archive.withdrawals, booth.outbox.withdrawals.count()) == ([SEALED], 0)
    assert_arrived(archive, booth, package)


def test_a_lost_answer_means_once_more(booth: Booth, archive: FakeArchive, clock: FakeClock, worker: Worker) -> None:
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    archive.switches.lose_answers.add("POST")
    settle(worker, clock)
    assert SEALED in archive.withdrawals
    assert booth.outbox.withdrawals.count() == 0


@pytest.mark.allow_logs("sync.worker")
def test_it_is_not_told_to_a_stranger(booth: Booth, archive: FakeArchive, clock: FakeClock, worker: Worker) -> None:
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    archive.switches.stranger = True
    assert worker.run_once().waiting == 1
    assert archive.withdrawals == []
    archive.switches.stranger = False
    settle(worker, clock)
    assert archive.withdrawals == [SEALED]


def test_without_a_link_it_waits(booth: Booth, archive: FakeArchive, enrolled: Enrolled, worker: Worker) -> None:
    booth.outbox.withdrawals.take_back(VERIFIER, lambda _ids: SEALED)
    archive.close()
    assert worker.run_once().waiting == 1
    assert booth.outbox.withdrawals.count() == 1
