from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.contract.package import Part, new_package_id
from sync.contract.receipt import Receipt, SignedReceipt
from sync.outbox import IllegalMove, NewPackage, Outbox, State
from sync.outbox.outbox import LONGEST_WAIT_S

NOW_S = 1_800_000_000.0


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "outbox.sqlite3", today=lambda: "2026-03-01") as opened:
        yield opened


def package(part: Part = Part.LISTEN, size_bytes: int = 1000) -> NewPackage:
    package_id = new_package_id()
    return NewPackage(package_id, part, f"{package_id}.age", hashlib.sha256(package_id.encode()).hexdigest(), size_bytes)


def added(outbox: Outbox, part: Part = Part.LISTEN) -> NewPackage:
    new = package(part)
    outbox.add(new_package_id(), [new])
    return new


def receipt_for(new: NewPackage) -> SignedReceipt:
    return SignedReceipt(Receipt(new.package_id, new.sha256, new.size_bytes, "2026-03-02"), "ab" * 64)


def bring_to(outbox: Outbox, new: NewPackage, state: State) -> None:
    """By legal moves only."""
    path = {
        State.QUEUED: (),
        State.SENDING: (State.SENDING,),
        State.DELIVERED: (State.SENDING, State.DELIVERED),
        State.CONFIRMED: (State.SENDING, State.DELIVERED, State.CONFIRMED),
        State.ERASED: (State.SENDING, State.DELIVERED, State.CONFIRMED, State.ERASED),
        State.BLOCKED: (State.BLOCKED,),
        State.QUARANTINED: (State.QUARANTINED,),
        State.WITHDRAWING: (State.WITHDRAWING,),
        State.WITHDRAWN: (State.WITHDRAWING, State.WITHDRAWN),
    }[state]
    for step in path:
        move(outbox, new, step)


def move(outbox: Outbox, new: NewPackage, to: State) -> None:
    if to is State.CONFIRMED:
        outbox.move(new.package_id, to, receipt=receipt_for(new))
    elif to in (State.BLOCKED, State.QUARANTINED):
        outbox.move(new.package_id, to, reason="portal")
    else:
        outbox.move(new.package_id, to)


def test_a_group_is_queued_whole(outbox: Outbox) -> None:
    listen, master = package(), package(Part.MASTER)
    outbox.add("group", [listen, master])
    rows = outbox.packages()
    assert [(row.package_id, row.part, row.state, row.group_id, row.queued_day) for row in rows] == [
        (listen.package_id, Part.LISTEN, State.QUEUED, "group", "2026-03-01"),
        (master.package_id, Part.MASTER, State.QUEUED, "group", "2026-03-01"),
    ]
    assert (outbox.has_group("group"), outbox.has_group("other")) == (True, False)


def test_a_group_that_cannot_be_queued_whole_is_not_queued_at_all(outbox: Outbox) -> None:
    first = added(outbox)
    with pytest.raises(sqlite3.IntegrityError):
        outbox.add("group", [package(), first])
    assert [row.package_id for row in outbox.packages()] == [first.package_id]
    assert not outbox.has_group("group")


@pytest.mark.parametrize(
    "broken",
    [
        {"file_name": "../outside.age"},
        {"file_name": ".."},
        {"file_name": ""},
        {"file_name": "a\\b"},
        {"package_id": "XYZ"},
        {"sha256": "00"},
    ],
)
def test_only_plain_names_and_ids_are_queued(outbox: Outbox, broken: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="plain"):
        outbox.add("group", [NewPackage(**{**vars(package()), **broken})])


@pytest.mark.parametrize("source", State)
@pytest.mark.parametrize("target", State)
def test_the_table_is_what_the_database_allows(outbox: Outbox, source: State, target: State) -> None:
    from_table = {
        "queued": {"sending", "confirmed", "blocked", "quarantined", "withdrawing"},
        "sending": {"delivered", "confirmed", "queued", "blocked", "quarantined", "withdrawing"},
        "delivered": {"confirmed", "queued", "blocked", "quarantined", "withdrawing"},
        "confirmed": {"erased"},
        "erased": set(),
        "blocked": {"queued", "delivered", "confirmed", "withdrawing"},
        "quarantined": {"queued", "confirmed", "withdrawing"},
        "withdrawing": {"withdrawn"},
        "withdrawn": set(),
    }
    new = added(outbox)
    bring_to(outbox, new, source)
    if target in from_table[source]:
        move(outbox, new, target)
        assert outbox.package(new.package_id).state is target
    else:
        with pytest.raises(IllegalMove):
            move(outbox, new, target)
        assert outbox.package(new.package_id).state is source


@pytest.mark.parametrize("other", [{"package_id": "0" * 32}, {"sha256": "0" * 64}, {"size_bytes": 1}])
def test_a_receipt_for_something_else_confirms_nothing(outbox: Outbox, other: dict[str, object]) -> None:
    new = added(outbox)
    bring_to(outbox, new, State.DELIVERED)
    foreign = receipt_for(NewPackage(**{**vars(new), **other}))
    with pytest.raises(IllegalMove):
        outbox.move(new.package_id, State.CONFIRMED, receipt=foreign)
    assert outbox.package(new.package_id).state is State.DELIVERED


def test_confirmed_without_a_receipt_is_impossible(outbox: Outbox) -> None:
    new = added(outbox)
    bring_to(outbox, new, State.DELIVERED)
    with pytest.raises(sqlite3.IntegrityError):
        outbox.move(new.package_id, State.CONFIRMED)
    assert outbox.package(new.package_id).state is State.DELIVERED


def test_an_erased_row_keeps_what_the_receipt_proves_and_its_group(outbox: Outbox) -> None:
    new = package()
    outbox.add("group", [new])
    bring_to(outbox, new, State.SENDING)
    outbox.note(new.package_id, upload_url="https://archive.example/u/1", upload_kiosk_id="k", attempts=3, next_try_at_s=5.0)
    for step in (State.DELIVERED, State.CONFIRMED, State.ERASED):
        move(outbox, new, step)
    row = outbox.package(new.package_id)
    assert (row.package_id, row.sha256, row.size_bytes, row.receipt) == (new.package_id, new.sha256, new.size_bytes, receipt_for(new))
    assert (row.part, row.file_name, row.queued_day, row.upload_url, row.upload_kiosk_id) == (None,) * 5
    assert (row.offset_bytes, row.attempts, row.next_try_at_s) == (0, 0, 0)
    assert outbox.has_group("group")


def test_listen_goes_first_then_the_oldest_and_erasing_before_all(outbox: Outbox) -> None:
    old_master, listen, young_listen = added(outbox, Part.MASTER), added(outbox), added(outbox)
    signed = added(outbox, Part.MASTER)
    bring_to(outbox, signed, State.CONFIRMED)
    order = []
    while (row := outbox.next_to_erase(NOW_S) or outbox.next_to_send(NOW_S)) is not None:
        order.append(row.package_id)
        if row.state is State.CONFIRMED:
            outbox.move(row.package_id, State.ERASED)
        else:
            outbox.move(row.package_id, State.QUARANTINED, reason="x")
    assert order == [new.package_id for new in (signed, listen, young_listen, old_master)]


def test_not_before_its_time(outbox: Outbox) -> None:
    new = added(outbox)
    outbox.note(new.package_id, next_try_at_s=NOW_S + 10)
    assert outbox.next_to_send(NOW_S + 9.9) is None
    assert not outbox.needs_archive(NOW_S + 9.9)
    assert outbox.next_to_send(NOW_S + 10) is not None
    assert outbox.needs_archive(NOW_S + 10)


def test_a_time_written_by_a_wrong_clock_does_not_keep_a_story_here(outbox: Outbox) -> None:
    new = added(outbox)
    outbox.note(new.package_id, next_try_at_s=NOW_S + LONGEST_WAIT_S + 1)
    assert outbox.next_to_send(NOW_S) is not None


def test_staff_can_make_everything_due(outbox: Outbox) -> None:
    new, blocked = added(outbox), added(outbox)
    outbox.note(new.package_id, next_try_at_s=NOW_S + 900)
    outbox.move(blocked.package_id, State.BLOCKED, reason="token", next_try_at_s=NOW_S + 900)
    outbox.try_now()
    assert outbox.unblock_due(NOW_S) == 1
    assert outbox.next_to_send(NOW_S) is not None
    assert {row.state for row in outbox.packages()} == {State.QUEUED}


def test_what_was_blocked_goes_on_from_where_it_was(outbox: Outbox) -> None:
    begun, whole = added(outbox), added(outbox)
    bring_to(outbox, begun, State.SENDING)
    outbox.move(begun.package_id, State.BLOCKED, reason="receipt", next_try_at_s=NOW_S + 60, offset_bytes=300)
    bring_to(outbox, whole, State.DELIVERED)
    outbox.move(whole.package_id, State.BLOCKED, reason="receipt", next_try_at_s=NOW_S + 60, offset_bytes=1000)
    assert outbox.waiting_count() == 2
    assert outbox.unblock_due(NOW_S + 59) == 0
    assert outbox.unblock_due(NOW_S + 60) == 2
    assert outbox.unblock_due(NOW_S + 60) == 0
    assert [(row.state, row.reason, row.offset_bytes) for row in outbox.packages()] == [
        (State.QUEUED, None, 300),
        (State.DELIVERED, None, 1000),
    ]


def test_what_stepped_aside_can_be_sent_round_again(outbox: Outbox) -> None:
    new = added(outbox)
    outbox.move(new.package_id, State.QUARANTINED, reason="hash-mismatch", attempts=4, rejects=3)
    assert outbox.next_to_send(NOW_S) is None
    assert outbox.requeue_quarantined() == 1
    row = outbox.package(new.package_id)
    assert (row.state, row.reason, row.attempts, row.rejects) == (State.QUEUED, None, 0, 0)


def test_facts_cannot_be_noted_on_what_is_not_on_its_way(outbox: Outbox) -> None:
    new = added(outbox)
    bring_to(outbox, new, State.ERASED)
    with pytest.raises(IllegalMove):
        outbox.note(new.package_id, attempts=1)
    with pytest.raises(KeyError):
        outbox.package("0" * 32)


def test_the_change_counter_sees_other_connections(outbox: Outbox, tmp_path: Path) -> None:
    before = outbox.change_counter()
    assert outbox.change_counter() == before
    with Outbox(tmp_path / "outbox.sqlite3") as kiosk:
        added(kiosk)
    assert outbox.change_counter() != before


def test_two_connections_write_at_once_and_none_loses(outbox: Outbox, tmp_path: Path) -> None:
    def add_many(own: Outbox) -> None:
        for _ in range(20):
            added(own)

    with Outbox(tmp_path / "outbox.sqlite3") as other:
        threads = [threading.Thread(target=add_many, args=(each,)) for each in (outbox, outbox, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(outbox.packages()) == 60


def test_of_two_workers_only_one_gets_the_move(outbox: Outbox, tmp_path: Path) -> None:
    new = added(outbox)
    outcomes: list[bool] = []
    barrier = threading.Barrier(2)

    def claim(own: Outbox) -> None:
        barrier.wait()
        try:
            own.move(new.package_id, State.SENDING)
            outcomes.append(True)
        except IllegalMove:
            outcomes.append(False)

    with Outbox(tmp_path / "outbox.sqlite3") as other:
        threads = [threading.Thread(target=claim, args=(each,)) for each in (outbox, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(outcomes) == [False, True]
