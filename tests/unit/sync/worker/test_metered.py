"""Links that cost money, months that are used up, and caps: what waits, what does not, and how staff get their way."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from booth import Booth
from fake_archive import FakeArchive
from no_upkeep import NothingToKeep
from scripted_stop import ScriptedStop, nothing
from sync_clock import FakeClock
from worker_checks import assert_arrived

from sync.contract.package import Part, new_package_id
from sync.contract.policy import OnMetered, Policy
from sync.limits import Limits, Metered, month_of
from sync.link import HINT_VALID_S, LinkState
from sync.outbox import NewPackage, Outbox, State
from sync.status import OUTBOX_FILE
from sync.worker import Worker

pytestmark = pytest.mark.allow_logs("sync")

Build = Callable[..., Worker]
PAID = Limits(Metered.YES)


class UnderPolicy(NothingToKeep):
    def __init__(self, **asked: object) -> None:
        self.policy = Policy("k", 1, ("age1" + "q" * 58,), **asked)  # type: ignore[arg-type, assignment]


def story(booth: Booth, size_bytes: int = 20_000) -> tuple[NewPackage, NewPackage]:
    listen, master = booth.new_package(size_bytes), booth.new_package(size_bytes, Part.MASTER)
    booth.outbox.add(new_package_id(), [listen, master])
    return listen, master


def test_over_a_link_that_costs_money_the_archive_can_hear_every_story_and_masters_wait(
    archive: FakeArchive, booth: Booth, build: Build
) -> None:
    listen, master = story(booth)
    summary = build(limits=PAID).run_once()
    assert_arrived(archive, booth, listen)
    assert (booth.row(master).state, summary.waiting, summary.stopped_by) == (State.QUEUED, 1, None)
    assert booth.outbox.link().state is LinkState.METERED


def test_send_now_gets_its_way_for_what_waits_now(archive: FakeArchive, booth: Booth, build: Build) -> None:
    _, master = story(booth)
    worker = build(limits=PAID)
    worker.run_once()
    booth.outbox.try_now()
    _, later = story(booth)
    worker.run_once()
    assert_arrived(archive, booth, master)
    assert booth.row(later).state is State.QUEUED


def test_nothing_means_nothing_but_a_question_for_a_receipt(archive: FakeArchive, booth: Booth, build: Build) -> None:
    sent = booth.queue()
    archive.switches.receipts = "pending"
    build().run_once()
    assert booth.row(sent).state is State.DELIVERED
    archive.switches.receipts = "signed"
    booth.outbox.try_again()
    listen, master = story(booth)
    worker = build(limits=Limits(Metered.YES, OnMetered.NOTHING))
    worker.run_once()
    assert_arrived(archive, booth, sent)
    assert {booth.row(part).state for part in (listen, master)} == {State.QUEUED}
    # And it does not look again and again.
    asked = len(archive.requests)
    for _ in range(5):
        worker.run_once()
    assert len(archive.requests) == asked


def test_what_tellers_take_back_travels_over_any_link(archive: FakeArchive, booth: Booth, build: Build) -> None:
    booth.outbox.withdrawals.take_back("ab" * 32, lambda _ids: b"sealed")
    build(limits=Limits(Metered.YES, OnMetered.NOTHING)).run_once()
    assert archive.withdrawals == [b"sealed"]


def test_the_archives_policy_may_be_stricter_but_not_laxer(archive: FakeArchive, booth: Booth, build: Build) -> None:
    listen, _ = story(booth)
    build(limits=PAID, upkeep=UnderPolicy(on_metered=OnMetered.NOTHING)).run_once()
    assert archive.stored == {}
    build(limits=PAID, upkeep=UnderPolicy(on_metered=OnMetered.EVERYTHING)).run_once()
    assert set(archive.stored) == {listen.package_id}


def test_the_windows_word_holds_masters_back_and_lapses(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    _, master = story(booth)
    worker = build()
    booth.outbox.set_metered_hint(True, clock.now_s())
    worker.run_once()
    assert booth.row(master).state is State.QUEUED
    clock.advance(HINT_VALID_S + 1)
    worker.run_once()
    assert_arrived(archive, booth, master)
    assert booth.outbox.link().state is LinkState.UP


def test_a_slice_is_left_when_the_link_begins_to_cost_money(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    master = booth.queue(30_000_000, Part.MASTER)
    hinted = threading.Event()

    def on_bytes(received_bytes: int) -> None:
        if received_bytes > 1_000_000 and not hinted.is_set():
            hinted.set()
            with Outbox(booth.folder / OUTBOX_FILE) as window:
                window.set_metered_hint(True, clock.now_s())

    archive.switches.on_body_bytes = on_bytes
    worker = build()
    assert worker.run_once().stopped_by is None
    assert hinted.is_set()
    assert (archive.stored, booth.row(master).state) == ({}, State.SENDING)
    assert booth.outbox.link().state is LinkState.METERED
    held = archive.received_bytes
    assert held < 30_000_000
    booth.outbox.set_metered_hint(False, clock.now_s())
    worker.run_once()
    assert_arrived(archive, booth, master)


def test_a_month_that_is_used_up_ends_in_the_middle_and_the_next_goes_on(
    archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock
) -> None:
    booth.outbox.add_sent_bytes(month_of(clock.now_s()), 3_000_000)
    package = booth.queue(30_000_000)
    worker = build(limits=Limits(Metered.NO, monthly_mb=5))
    worker.run_once()
    assert (archive.stored, booth.outbox.link().state) == ({}, LinkState.METERED)
    assert 5_000_000 <= booth.outbox.sent_bytes_in(month_of(clock.now_s())) < 12_000_000
    asked = len(archive.requests)
    worker.run_once()
    assert len(archive.requests) == asked
    # "Send now" goes over the limit too, and is counted.
    booth.outbox.try_now()
    worker.run_once()
    assert_arrived(archive, booth, package)
    assert booth.outbox.sent_bytes_in(month_of(clock.now_s())) > 30_000_000
    following = booth.queue(1000)
    worker.run_once()
    assert booth.row(following).state is State.QUEUED
    clock.advance(31 * 24 * 3600.0)
    worker.run_once()
    assert_arrived(archive, booth, following)


def test_what_was_cut_has_been_paid_for_too(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    package = booth.queue(3_000_000)
    archive.switches.cut_after_bytes = [1_000_000]
    worker = build()
    worker.run_once()
    counted = booth.outbox.sent_bytes_in(month_of(clock.now_s()))
    assert counted > 0
    clock.advance(60)
    worker.run_once()
    assert_arrived(archive, booth, package)
    assert booth.outbox.sent_bytes_in(month_of(clock.now_s())) >= 3_000_000 - 1_000_000 + counted


def test_the_cap_is_that_of_the_stricter_and_is_told_before_each_package(booth: Booth, build: Build, archive: FakeArchive) -> None:
    told: list[int | None] = []
    booth.queue(1000)
    build(limits=Limits(cap_kbit_s=512), upkeep=UnderPolicy(cap_kbit_s=64), set_cap=told.append).run_once()
    assert set(told) == {8000}
    booth.queue(1000)
    build(set_cap=told.append).run_once()
    assert told[-1] is None


def test_what_is_held_back_does_not_keep_the_worker_busy(archive: FakeArchive, booth: Booth, build: Build, clock: FakeClock) -> None:
    story(booth)
    stop = ScriptedStop(clock, [nothing] * 20)
    build(limits=PAID).run(stop)
    assert len(archive.stored) == 1
    assert [seen.method for seen in archive.requests] == ["GET", "POST", "PATCH", "GET"]
    assert set(stop.waits) == {1.0}
