"""The worker on links that break, and before people who are not the archive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from booth import Booth
from fake_archive import FakeArchive
from sync_clock import FakeClock
from worker_checks import assert_arrived, settle

from sync.link import LinkState
from sync.outbox import State
from sync.transport.slices import MIN_SLICE_BYTES
from sync.worker import Worker

pytestmark = pytest.mark.allow_logs("sync")


def test_cuts_cost_only_what_was_under_way(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [100_000, 700_000, 5]
    settle(worker, clock)
    assert_arrived(archive, booth, package)
    assert archive.received_bytes == package.size_bytes


def test_a_link_that_gets_something_through_each_time_is_not_waited_for_ever_longer(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [100_000] * 12
    for _ in range(12):
        worker.run_once()
        assert booth.row(package).attempts <= 1
        clock.advance(1)
    settle(worker, clock)
    assert_arrived(archive, booth, package)


@pytest.mark.parametrize("method", ["POST", "PATCH", "GET"])
def test_a_lost_answer_doubles_nothing(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, method: str) -> None:
    package = booth.queue()
    archive.switches.lose_answers = {method}
    settle(worker, clock)
    assert_arrived(archive, booth, package)


def test_a_lost_receipt_is_asked_for_again(archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock) -> None:
    package = booth.queue()

    def lose_the_next(step: str) -> None:
        if step == "delivered":
            archive.switches.lose_answers = {"GET"}

    worker = build(lose_the_next)
    worker.run_once()
    assert booth.row(package).state is State.DELIVERED
    settle(worker, clock)
    assert_arrived(archive, booth, package)


def test_a_dead_link_is_found_out_once_and_waited_for(
    booth: Booth, build: Callable[..., Worker], archive: FakeArchive, clock: FakeClock
) -> None:
    packages = [booth.queue() for _ in range(5)]
    worker = build()
    archive.switches.answer_with = [(502, {})] * 3
    for count in (1, 2, 3):
        summary = worker.run_once()
        assert (summary.stopped_by, len(archive.requests)) == ("archive-busy", count)
        assert worker.run_once().stopped_by is None, "it did not wait"
        clock.advance(60)
    settle(worker, clock)
    assert_arrived(archive, booth, *packages)


def test_one_that_never_gets_through_holds_nobody_up(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    poison = booth.queue()
    others = [booth.queue() for _ in range(3)]
    archive.switches.cut_after_bytes = [10] + [0] * 3
    worker.run_once()
    clock.advance(100)
    archive.switches.cut_after_bytes = []
    worker.run_once()
    assert_arrived(archive, booth, *others)
    settle(worker, clock)
    assert_arrived(archive, booth, poison)


def test_the_archives_wish_to_be_left_alone_is_kept(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue()

    def busy(step: str) -> None:
        if step == "created":
            archive.switches.answer_with = [(503, {"Retry-After": "3000"})]

    worker = build(busy)
    worker.run_once()
    asked = len(archive.requests)
    clock.advance(2999)
    worker.run_once()
    assert len(archive.requests) == asked
    clock.advance(1502)
    worker.run_once()
    assert_arrived(archive, booth, package)


def test_after_a_restart_it_asks_before_it_sends(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [500_000]
    build().run_once()
    clock.advance(3600)
    before = len(archive.requests)
    build().run_once()
    assert [seen.method for seen in archive.requests[before:]] == ["GET", "HEAD", "PATCH", "PATCH", "GET"]
    assert_arrived(archive, booth, package)


def test_a_forgotten_upload_begins_anew(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [500_000]
    worker.run_once()
    archive.forget_uploads()
    settle(worker, clock)
    assert_arrived(archive, booth, package)


def test_a_package_the_archive_lost_before_signing_is_sent_again(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    package = booth.queue()
    archive.switches.receipts = "pending"
    worker.run_once()
    assert booth.row(package).state is State.DELIVERED
    archive.forget_uploads()
    archive.stored.clear()
    archive.stores.clear()
    archive.switches.receipts = "signed"
    settle(worker, clock)
    assert_arrived(archive, booth, package)


@pytest.mark.parametrize("portal", ["html", "redirect"])
def test_a_portal_gets_neither_token_nor_data_and_all_goes_on_by_itself(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, portal: str
) -> None:
    packages = [booth.queue() for _ in range(3)]
    archive.switches.portal = portal
    for _ in range(5):
        assert worker.run_once().stopped_by == "portal"
        assert booth.outbox.link().state is LinkState.PORTAL
        assert {booth.row(package).state for package in packages} == {State.QUEUED}
        clock.advance(60)
    assert {(seen.method, seen.token) for seen in archive.requests} == {("GET", None)}
    assert len(archive.requests) == 5
    archive.switches.portal = None
    settle(worker, clock)
    assert_arrived(archive, booth, *packages)


def test_a_stranger_with_our_archives_name_gets_nothing(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    booth.queue()
    archive.switches.stranger = True
    for _ in range(5):
        worker.run_once()
        clock.advance(60)
    assert {(seen.method, seen.token) for seen in archive.requests} == {("GET", None)}


def test_a_portal_that_comes_up_in_the_middle_stops_everything(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    packages = [booth.queue(), booth.queue()]

    def comes_up(step: str) -> None:
        if step == "created":
            archive.switches.portal = "html"

    summary = build(comes_up).run_once()
    assert (summary.stopped_by, archive.stored) == ("portal", {})
    assert booth.outbox.link().state is LinkState.PORTAL
    assert {package.file_name for package in packages} <= booth.files()
    archive.switches.portal = None
    settle(build(), clock)
    assert_arrived(archive, booth, *packages)


def test_a_revoked_kiosk_keeps_everything_and_goes_on_after_a_new_enrolment(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    begun, waiting = booth.queue(2 * MIN_SLICE_BYTES), booth.queue()
    archive.switches.cut_after_bytes = [500_000]
    build().run_once()
    archive.revoke_all()
    clock.advance(3600)
    assert build().run_once().stopped_by == "token"
    assert booth.outbox.link().state is LinkState.TOKEN
    assert {begun.file_name} <= booth.files()
    booth.outbox.try_again()  # what enrolling does
    settle(build(who=archive.enrolled()), clock)
    assert_arrived(archive, booth, begun, waiting)
