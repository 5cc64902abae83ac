"""A laptop that is closed and opened, whose clock somebody sets, and on which a second worker is started."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from booth import Booth
from fake_archive import FakeArchive
from scripted_stop import ScriptedStop, nothing
from sync_clock import FakeClock
from worker_checks import assert_arrived

from sync.contract.receipt import Receipt, SignedReceipt, parse_signed_receipt
from sync.outbox import NewPackage, Outbox, State
from sync.status import OUTBOX_FILE
from sync.transport.archive import ArchiveClient
from sync.transport.faults import Blocked
from sync.worker import Worker

pytestmark = pytest.mark.allow_logs("sync")

Build = Callable[..., Worker]
YEAR_S = 365 * 24 * 3600.0


def test_a_laptop_that_is_opened_again_sends_within_seconds(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    archive.switches.portal = "html"
    package = booth.queue()

    def wake_up() -> None:
        archive.switches.portal = None
        clock.sleep(8.0)  # shorter than any look at a portal would have taken

    stop = ScriptedStop(clock, [nothing, wake_up, *[nothing] * 5])
    build().run(stop)
    assert_arrived(archive, booth, package)


def test_a_laptop_that_is_closed_between_two_slices_asks_for_the_proof_again(
    archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock
) -> None:
    package = booth.queue(50_000)
    slept: list[str] = []

    def close_the_lid(step: str) -> None:
        if step == "slice" and not slept:
            slept.append(step)
            clock.sleep(3600.0)

    worker = build(close_the_lid, chunk_bytes=30_000)
    worker.run_once()
    assert archive.stored == {}
    clock.advance(3)
    worker.run_once()
    assert_arrived(archive, booth, package)
    assert [seen.method for seen in archive.requests] == ["GET", "POST", "PATCH", "GET", "HEAD", "PATCH", "GET"]


def test_while_the_archive_wants_to_be_left_alone_waking_up_changes_nothing(
    archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock
) -> None:
    booth.queue()
    archive.switches.answer_with = [(503, {"Retry-After": "3000"})]
    build().run(ScriptedStop(clock, [nothing, lambda: clock.sleep(60.0), *[nothing] * 5]))
    assert len(archive.requests) == 1


@pytest.mark.parametrize("by_s", [-10 * YEAR_S, -90_000.0, -3600.0, 3600.0, 10 * YEAR_S])
def test_somebody_sets_the_clock_while_a_package_waits(
    archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock, by_s: float
) -> None:
    """It waits neither for years nor for a moment less than the archive asked for."""
    package = booth.queue()

    def busy(step: str) -> None:
        if step == "created":
            archive.switches.answer_with = [(503, {"Retry-After": "30"})]

    stop = ScriptedStop(clock, [nothing, lambda: clock.jump(by_s), *[nothing] * 27])
    worker = build(busy)
    worker.run(stop)
    assert archive.stored == {}
    worker.run(ScriptedStop(clock, [nothing] * 20))
    assert_arrived(archive, booth, package)


def test_a_clock_that_was_wrong_and_is_set_lets_everything_go_at_once(
    archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = booth.queue()
    wrong = [True]
    real_ping = ArchiveClient.ping

    def ping(self: ArchiveClient, nonce: str) -> None:
        if wrong[0]:
            raise Blocked("clock", "A sentence.")
        real_ping(self, nonce)

    def set_the_clock() -> None:
        wrong[0] = False
        clock.jump(YEAR_S)

    monkeypatch.setattr(ArchiveClient, "ping", ping)
    monkeypatch.setattr(ArchiveClient, "ping_anew", lambda self, nonce, _patience_s: ping(self, nonce))
    build().run(ScriptedStop(clock, [*[nothing] * 10, set_the_clock, nothing, nothing]))
    assert_arrived(archive, booth, package)


def test_a_network_that_comes_back_is_used_at_once(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    online = [False]
    package = booth.queue()
    worker = build(online=lambda: online[0])
    archive.switches.portal = "html"

    def plug_in() -> None:
        archive.switches.portal = None
        online[0] = True

    worker.run(ScriptedStop(clock, [nothing, plug_in, *[nothing] * 5]))
    assert_arrived(archive, booth, package)


@pytest.mark.parametrize("years", [-10, 10])
def test_a_worker_that_is_started_years_off_arrives_all_the_same(
    archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock, years: int
) -> None:
    packages = [booth.queue() for _ in range(3)]
    archive.switches.cut_after_bytes = [10, 10]
    build().run_once()
    clock.jump(years * YEAR_S)
    worker = build()
    for _ in range(10):
        worker.run_once()
        clock.advance(60)
    assert_arrived(archive, booth, *packages)


def test_two_workers_at_once_lose_nothing_and_double_nothing(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    """The lock forbids it; a cloned disk or a broken lock on a network drive does not."""
    packages = [booth.queue(200_000) for _ in range(6)]
    with Outbox(booth.folder / OUTBOX_FILE) as first, Outbox(booth.folder / OUTBOX_FILE) as second:
        broken: list[BaseException] = []

        def work(worker: Worker) -> None:
            for _ in range(40):
                try:
                    if worker.run_once().waiting == 0:
                        return
                except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
                    broken.append(error)
                clock.advance(1000)

        threads = [threading.Thread(target=work, args=(build(outbox=own),)) for own in (first, second)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert broken == []
    assert_arrived(archive, booth, *packages)


def receipt_of(archive: FakeArchive, package: NewPackage) -> SignedReceipt:
    return parse_signed_receipt(archive.sign(Receipt(package.package_id, package.sha256, package.size_bytes, "2026-03-02")))


@pytest.mark.parametrize("step", ["sending", "created", "sent", "slice", "delivered", "received"])
def test_a_receipt_by_courier_ends_what_the_worker_is_at(archive: FakeArchive, booth: Booth, build: Build, step: str) -> None:
    """The stick came back while the link was just working on the same package."""
    package, other = booth.queue(50_000), booth.queue(50_000)
    told: list[str] = []

    def courier(found: str) -> None:
        if found == step and not told:
            told.append(found)
            with Outbox(booth.folder / OUTBOX_FILE) as stick:
                assert stick.confirm_by_courier(package.package_id, receipt_of(archive, package))

    summary = build(courier).run_once()
    assert (told, summary.stopped_by, summary.waiting) == ([step], None, 0)
    assert booth.row(package).state is State.ERASED
    assert_arrived(archive, booth, other)
    assert booth.files() == set()


def test_a_receipt_by_courier_stops_a_slice_in_the_middle(archive: FakeArchive, booth: Booth, build: Build) -> None:
    package = booth.queue(40_000_000)
    told: list[int] = []

    def on_bytes(received_bytes: int) -> None:
        if received_bytes > 1_000_000 and not told:
            told.append(received_bytes)
            with Outbox(booth.folder / OUTBOX_FILE) as stick:
                stick.confirm_by_courier(package.package_id, receipt_of(archive, package))

    archive.switches.on_body_bytes = on_bytes
    build().run_once()
    assert booth.row(package).state is State.ERASED
    assert archive.received_bytes < 40_000_000
