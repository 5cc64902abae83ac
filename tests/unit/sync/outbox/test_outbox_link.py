"""What the outbox keeps beside the packages: the link, the month, and what staff and couriers did."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sync.contract.package import Part, new_package_id
from sync.contract.receipt import Receipt, SignedReceipt
from sync.limits import Hold
from sync.link import OF_THE_NETWORK, Link, LinkState
from sync.outbox import SETTLED, IllegalMove, NewPackage, Outbox, State

NOW_S = 1_800_000_000.0
YEAR_S = 365 * 24 * 3600.0
GONE = (State.CONFIRMED, State.ERASED, State.WITHDRAWING, State.WITHDRAWN)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "outbox.sqlite3", today=lambda: "2026-03-01") as opened:
        yield opened


def added(outbox: Outbox, part: Part = Part.LISTEN) -> NewPackage:
    package_id = new_package_id()
    new = NewPackage(package_id, part, f"{package_id}.age", hashlib.sha256(package_id.encode()).hexdigest(), 1000)
    outbox.add(new_package_id(), [new])
    return new


def receipt_for(new: NewPackage) -> SignedReceipt:
    return SignedReceipt(Receipt(new.package_id, new.sha256, new.size_bytes, "2026-03-02"), "ab" * 64)


def in_state(outbox: Outbox, state: State) -> NewPackage:
    paths: dict[State, tuple[State, ...]] = {
        State.QUEUED: (),
        State.DELIVERED: (State.SENDING, State.DELIVERED),
        State.CONFIRMED: (State.CONFIRMED,),
        State.ERASED: (State.CONFIRMED, State.ERASED),
        State.WITHDRAWN: (State.WITHDRAWING, State.WITHDRAWN),
    }
    new = added(outbox)
    for step in paths.get(state, (state,)):
        if step is State.CONFIRMED:
            outbox.move(new.package_id, step, receipt=receipt_for(new))
        elif step in (State.BLOCKED, State.QUARANTINED):
            outbox.move(new.package_id, step, reason="receipt")
        else:
            outbox.move(new.package_id, step)
    return new


# --- the link ---


def test_nobody_has_looked_yet(outbox: Outbox) -> None:
    assert outbox.link() == Link()


def test_since_is_when_it_began_and_checked_is_when_it_was_seen_last(outbox: Outbox, tmp_path: Path) -> None:
    outbox.set_link(LinkState.PORTAL, now_s=NOW_S, next_try_at_s=NOW_S + 40)
    outbox.set_link(LinkState.PORTAL, now_s=NOW_S + 40, next_try_at_s=NOW_S + 90)
    outbox.set_rate(8000.0)
    with Outbox(tmp_path / "outbox.sqlite3") as staff:
        assert staff.link() == Link(LinkState.PORTAL, NOW_S, NOW_S + 40, NOW_S + 90, 8000.0)
    outbox.set_link(LinkState.UP, now_s=NOW_S + 95)
    assert outbox.link() == Link(LinkState.UP, NOW_S + 95, NOW_S + 95, 0.0, 8000.0)


def test_the_windows_word_is_kept_with_its_time(outbox: Outbox) -> None:
    for metered in (True, False, None):
        outbox.set_metered_hint(metered, NOW_S)
        assert (outbox.link().metered_hint, outbox.link().hinted_at_s) == (metered, NOW_S)


@pytest.mark.parametrize("state", LinkState)
def test_a_network_that_is_back_ends_only_the_networks_own_waits(outbox: Outbox, state: LinkState) -> None:
    outbox.set_link(state, now_s=NOW_S, next_try_at_s=NOW_S + 900)
    outbox.wake_link()
    woken = outbox.link()
    assert (woken.next_try_at_s == 0, woken.wakes) == ((True, 1) if state in OF_THE_NETWORK else (False, 0))


def test_there_is_one_link(outbox: Outbox, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "outbox.sqlite3")) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO link (one) VALUES (2)")


def test_months_are_counted_apart(outbox: Outbox) -> None:
    for month, sent_bytes in (("2026-03", 100), ("2026-04", 7), ("2026-03", 50)):
        outbox.add_sent_bytes(month, sent_bytes)
    assert [outbox.sent_bytes_in(month) for month in ("2026-02", "2026-03", "2026-04")] == [0, 150, 7]


# --- send now ---


def test_send_now_lets_what_waits_now_go_whatever_it_costs(outbox: Outbox) -> None:
    old = added(outbox, Part.MASTER)
    outbox.note(old.package_id, next_try_at_s=NOW_S + 900)
    outbox.set_link(LinkState.UNREACHABLE, now_s=NOW_S, next_try_at_s=NOW_S + 60)
    assert (outbox.next_to_send(NOW_S, Hold.ALL), outbox.is_held(Hold.ALL)) == (None, True)
    outbox.try_now()
    assert outbox.link().next_try_at_s == 0
    row = outbox.next_to_send(NOW_S, Hold.ALL)
    assert row is not None
    assert (row.package_id, row.must_go) == (old.package_id, True)
    assert not outbox.is_held(Hold.ALL)
    # What comes after it waits as the limits say.
    added(outbox, Part.MASTER)
    assert outbox.is_held(Hold.ALL)
    assert outbox.is_held(Hold.MASTERS)


def test_trying_again_after_something_was_mended_lifts_no_limit(outbox: Outbox) -> None:
    new = added(outbox)
    outbox.note(new.package_id, next_try_at_s=NOW_S + 900)
    outbox.try_again()
    row = outbox.next_to_send(NOW_S)
    assert row is not None
    assert not row.must_go


@pytest.mark.parametrize("state", [State.DELIVERED, State.BLOCKED])
def test_a_question_for_a_receipt_is_never_held_back(outbox: Outbox, state: State) -> None:
    in_state(outbox, state)
    assert outbox.needs_archive(NOW_S, Hold.ALL)
    assert not outbox.is_held(Hold.ALL)


def test_only_masters_wait_for_a_link_that_costs_nothing(outbox: Outbox) -> None:
    added(outbox, Part.MASTER)
    assert not outbox.needs_archive(NOW_S, Hold.MASTERS)
    listen = added(outbox)
    row = outbox.next_to_send(NOW_S, Hold.MASTERS)
    assert row is not None
    assert row.package_id == listen.package_id


def test_an_aged_master_is_one_of_two_midnights_ago_that_is_due_and_may_go(outbox: Outbox) -> None:
    old = added(outbox, Part.MASTER)
    assert outbox.aged_master(NOW_S, Hold.NONE, "2026-02-28") is None
    found = outbox.aged_master(NOW_S, Hold.NONE, "2026-03-01")
    assert found is not None
    assert found.package_id == old.package_id
    assert outbox.aged_master(NOW_S, Hold.MASTERS, "2026-03-01") is None
    outbox.note(old.package_id, next_try_at_s=NOW_S + 1)
    assert outbox.aged_master(NOW_S, Hold.NONE, "2026-03-01") is None


# --- couriers ---


@pytest.mark.parametrize("state", State)
def test_a_receipt_from_a_stick_counts_wherever_the_file_still_is(outbox: Outbox, state: State) -> None:
    new = in_state(outbox, state)
    assert outbox.is_settled(new.package_id) == (state in SETTLED)
    assert outbox.confirm_by_courier(new.package_id, receipt_for(new)) == (state not in GONE)
    after = outbox.package(new.package_id)
    if state in GONE:
        assert after.state is state
    else:
        assert (after.state, after.receipt, after.reason) == (State.CONFIRMED, receipt_for(new), None)
        assert outbox.next_to_erase(NOW_S) == after
        assert not outbox.confirm_by_courier(new.package_id, receipt_for(new))


def test_a_receipt_from_a_stick_for_something_else_confirms_nothing(outbox: Outbox) -> None:
    new, other = added(outbox), added(outbox)
    with pytest.raises(IllegalMove):
        outbox.confirm_by_courier(new.package_id, receipt_for(other))
    with pytest.raises(KeyError):
        outbox.confirm_by_courier("0" * 32, receipt_for(new))
    assert not outbox.is_settled("0" * 32)
    assert {row.state for row in outbox.packages()} == {State.QUEUED}


@pytest.mark.parametrize("state", State)
def test_only_what_is_still_ours_to_give_away_goes_onto_a_stick(outbox: Outbox, tmp_path: Path, state: State) -> None:
    new = in_state(outbox, state)
    before = outbox.package(new.package_id)
    expected = () if state in GONE else (new.package_id,)
    assert outbox.mark_exported([new.package_id, "0" * 32], None) == expected
    assert outbox.package(new.package_id) == before
    assert outbox.mark_exported([new.package_id], "2026-03-05") == expected
    assert outbox.mark_exported([new.package_id], None) == expected
    assert outbox.package(new.package_id).exported_day == ("2026-03-05" if expected else None)
    if expected:
        with closing(sqlite3.connect(tmp_path / "outbox.sqlite3")) as connection:
            assert connection.execute("SELECT may_have_left FROM packages").fetchall() == [(1,)]


def test_what_went_onto_a_stick_is_taken_back_with_word_to_the_archive(outbox: Outbox) -> None:
    package_id, verifier = new_package_id(), "ab" * 32
    outbox.add(new_package_id(), [NewPackage(package_id, Part.LISTEN, "1.age", "1" * 64, 1000)], verifier)
    outbox.mark_exported([package_id], None)
    withdrawn = outbox.withdrawals.take_back(verifier, lambda _ids: b"sealed")
    assert (withdrawn.taken, withdrawn.request_waits) == ((package_id,), True)


# --- when the clock is set ---


@pytest.mark.parametrize("by_s", [-10 * YEAR_S, -3600.0, 3600.0, 10 * YEAR_S])
def test_what_waits_goes_on_waiting_as_long_as_it_had_to(outbox: Outbox, by_s: float) -> None:
    waiting, due = added(outbox), added(outbox)
    outbox.note(waiting.package_id, next_try_at_s=NOW_S + 90)
    outbox.withdrawals.take_back("ab" * 32, lambda _ids: b"sealed")
    request = outbox.withdrawals.next_due(NOW_S)
    assert request is not None
    outbox.withdrawals.postpone(request.request_id, attempts=1, next_try_at_s=NOW_S + 30)
    outbox.set_link(LinkState.ARCHIVE_FULL, now_s=NOW_S, next_try_at_s=NOW_S + 60)
    outbox.set_metered_hint(True, NOW_S)
    outbox.shift_waits(by_s)
    now_s = NOW_S + by_s
    assert outbox.package(waiting.package_id).next_try_at_s == now_s + 90
    assert outbox.package(due.package_id).next_try_at_s == 0
    assert outbox.withdrawals.next_due(now_s + 29) is None
    assert outbox.withdrawals.next_due(now_s + 30) is not None
    link = outbox.link()
    assert (link.next_try_at_s, link.since_s, link.hinted_at_s) == (now_s + 60, now_s, now_s)
    assert link.hinted_metered(now_s)


def test_a_clock_set_to_before_all_time_makes_everything_due(outbox: Outbox) -> None:
    new = added(outbox)
    outbox.note(new.package_id, next_try_at_s=100.0)
    outbox.shift_waits(-1000.0)
    assert outbox.package(new.package_id).next_try_at_s == 0
    assert outbox.link() == Link()


# --- many ---


def test_the_worker_finds_its_next_package_by_an_index(outbox: Outbox) -> None:
    asked: list[str] = []
    outbox._connection.set_trace_callback(asked.append)
    outbox.next_to_erase(NOW_S)
    outbox.next_to_send(NOW_S, Hold.MASTERS)
    outbox.needs_archive(NOW_S)
    outbox.waiting_count()
    outbox._connection.set_trace_callback(None)
    explained = [outbox._connection.execute(f"EXPLAIN QUERY PLAN {sql}") for sql in asked if "FROM packages" in sql]
    plans = ["; ".join(row[3] for row in rows) for rows in explained]
    assert len(plans) == 4
    assert all("USING INDEX packages_" in plan or "USING COVERING INDEX packages_" in plan for plan in plans), plans
    assert not any("TEMP B-TREE" in plan for plan in plans), plans
