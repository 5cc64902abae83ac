"""Taking back on the laptop: what is marked, what is found, what has to travel, and what stays behind."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.contract.package import Part, new_package_id
from sync.contract.receipt import Receipt, SignedReceipt
from sync.link import Link
from sync.outbox import NewPackage, Outbox, State
from sync.outbox.database import migrate, migrations, open_database
from sync.outbox.marks import MARK_HEX_DIGITS, withdrawal_mark
from sync.outbox.outbox import LONGEST_WAIT_S

NOW_S = 1_800_000_000.0
VERIFIER = "1678d3e92f49a8a74349fa1fbae6057f31532b25517bb430a707c3e69a611d6a"
OTHER = "ab" * 32


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "outbox.sqlite3", today=lambda: "2026-03-01") as opened:
        yield opened


class Sealer:
    """Stands in for sealing; remembers which packages it was told of."""

    def __init__(self) -> None:
        self.told: list[tuple[str, ...]] = []

    def __call__(self, package_ids: tuple[str, ...]) -> bytes:
        self.told.append(package_ids)
        return b"sealed request"


def new(part: Part) -> NewPackage:
    package_id = new_package_id()
    return NewPackage(package_id, part, f"{package_id}.age", hashlib.sha256(package_id.encode()).hexdigest(), 1000)


def story(outbox: Outbox, verifier: str | None = VERIFIER) -> tuple[NewPackage, NewPackage]:
    parts = (new(Part.LISTEN), new(Part.MASTER))
    outbox.add(new_package_id(), parts, verifier)
    return parts


def confirm(outbox: Outbox, package: NewPackage) -> None:
    outbox.move(package.package_id, State.SENDING)
    outbox.move(package.package_id, State.DELIVERED)
    receipt = SignedReceipt(Receipt(package.package_id, package.sha256, package.size_bytes, "2026-03-02"), "ab" * 64)
    outbox.move(package.package_id, State.CONFIRMED, receipt=receipt)


def states(outbox: Outbox, *packages: NewPackage) -> list[State]:
    return [outbox.package(package.package_id).state for package in packages]


def marks(tmp_path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(tmp_path / "outbox.sqlite3") as connection:
        found = connection.execute("SELECT group_id, mark FROM withdrawal_marks").fetchall()
    connection.close()
    return found


def test_a_story_that_never_left_is_taken_back_whole_and_nobody_is_told(outbox: Outbox) -> None:
    mine, others = story(outbox), story(outbox, OTHER)
    seal = Sealer()
    done = outbox.withdrawals.take_back(VERIFIER, seal)
    assert (set(done.taken), done.request_waits) == ({each.package_id for each in mine}, False)
    assert states(outbox, *mine) == [State.WITHDRAWING] * 2
    assert states(outbox, *others) == [State.QUEUED] * 2
    assert (seal.told, outbox.withdrawals.count(), outbox.waiting_count()) == ([], 0, 2)


def test_an_unknown_code_travels(outbox: Outbox) -> None:
    kept = story(outbox, OTHER)
    seal = Sealer()
    done = outbox.withdrawals.take_back(VERIFIER, seal)
    assert (done.taken, done.request_waits, seal.told) == ((), True, [()])
    assert states(outbox, *kept) == [State.QUEUED] * 2
    waiting = outbox.withdrawals.next_due(NOW_S)
    assert waiting is not None
    assert (waiting.sealed, waiting.attempts) == (b"sealed request", 0)
    assert outbox.needs_archive(NOW_S)


@pytest.mark.parametrize("state", [State.SENDING, State.DELIVERED, State.BLOCKED, State.QUARANTINED])
def test_what_may_have_left_is_taken_back_here_and_there(outbox: Outbox, state: State) -> None:
    listen, master = story(outbox)
    outbox.move(listen.package_id, State.SENDING)
    outbox.note(listen.package_id, upload_url="https://archive.example/u/1", attempts=3)
    if state is State.DELIVERED:
        outbox.move(listen.package_id, state)
    elif state is not State.SENDING:
        outbox.move(listen.package_id, state, reason="portal")
    seal = Sealer()
    done = outbox.withdrawals.take_back(VERIFIER, seal)
    assert (set(done.taken), done.request_waits) == ({listen.package_id, master.package_id}, True)
    assert seal.told == [(listen.package_id,)]
    row = outbox.package(listen.package_id)
    assert (row.state, row.reason, row.upload_url, row.attempts) == (State.WITHDRAWING, None, None, 0)


def test_an_upload_begun_and_begun_anew_may_have_left(outbox: Outbox) -> None:
    listen, _ = story(outbox)
    outbox.move(listen.package_id, State.SENDING)
    outbox.move(listen.package_id, State.QUEUED, upload_url=None, offset_bytes=0)
    assert outbox.withdrawals.take_back(VERIFIER, Sealer()).request_waits


def test_with_one_part_at_the_archive_the_other_is_taken_back_and_the_archive_is_told(outbox: Outbox) -> None:
    listen, master = story(outbox)
    confirm(outbox, listen)
    seal = Sealer()
    done = outbox.withdrawals.take_back(VERIFIER, seal)
    assert (done.taken, done.request_waits, seal.told) == ((master.package_id,), True, [()])
    assert states(outbox, listen, master) == [State.CONFIRMED, State.WITHDRAWING]


def test_with_both_parts_at_the_archive_only_the_archive_is_told_and_the_mark_is_gone(outbox: Outbox, tmp_path: Path) -> None:
    listen, master = story(outbox)
    confirm(outbox, listen)
    assert len(marks(tmp_path)) == 1
    confirm(outbox, master)
    assert marks(tmp_path) == []
    assert outbox.withdrawals.take_back(VERIFIER, Sealer()).taken == ()
    assert states(outbox, listen, master) == [State.CONFIRMED] * 2


def test_what_was_taken_back_is_erased_first_and_its_row_holds_ids_alone(outbox: Outbox, tmp_path: Path) -> None:
    story(outbox, OTHER)
    listen, master = story(outbox)
    outbox.withdrawals.take_back(VERIFIER, Sealer())
    order = []
    while (row := outbox.next_to_erase(NOW_S)) is not None:
        assert row.state is State.WITHDRAWING
        order.append(row.package_id)
        outbox.settle_withdrawn(row.package_id)
    assert order == [listen.package_id, master.package_id]
    row = outbox.package(listen.package_id)
    assert (row.state, row.sha256, row.size_bytes, row.receipt) == (State.WITHDRAWN, "", 0, None)
    assert (row.part, row.file_name, row.queued_day, row.upload_url, row.upload_kiosk_id) == (None,) * 5
    assert outbox.has_group(row.group_id)
    outbox.settle_withdrawn(listen.package_id)  # the other program's turn
    assert len(marks(tmp_path)) == 1


def test_settling_is_for_what_was_taken_back(outbox: Outbox) -> None:
    listen, _ = story(outbox)
    with pytest.raises(RuntimeError):
        outbox.settle_withdrawn(listen.package_id)


def test_rows_of_what_was_taken_back_can_be_forgotten(outbox: Outbox) -> None:
    kept = story(outbox, OTHER)
    story(outbox)
    outbox.withdrawals.take_back(VERIFIER, Sealer())
    outbox.forget_withdrawn()
    assert len(outbox.packages()) == 4
    for row in outbox.packages():
        if row.state is State.WITHDRAWING:
            outbox.settle_withdrawn(row.package_id)
    outbox.forget_withdrawn()
    assert {row.package_id for row in outbox.packages()} == {each.package_id for each in kept}


def test_a_story_without_a_mark_is_not_found(outbox: Outbox) -> None:
    old = story(outbox, None)
    assert outbox.withdrawals.take_back(VERIFIER, Sealer()).taken == ()
    assert states(outbox, *old) == [State.QUEUED] * 2


def test_sealing_that_fails_takes_nothing_back(outbox: Outbox) -> None:
    listen, master = story(outbox)
    confirm(outbox, listen)

    def broken(_ids: tuple[str, ...]) -> bytes:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        outbox.withdrawals.take_back(VERIFIER, broken)
    assert states(outbox, master) == [State.QUEUED]
    assert outbox.withdrawals.take_back(VERIFIER, Sealer()).taken == (master.package_id,)


def test_requests_wait_their_time_like_packages(outbox: Outbox) -> None:
    outbox.withdrawals.take_back(VERIFIER, Sealer())
    waiting = outbox.withdrawals.next_due(NOW_S)
    assert waiting is not None
    outbox.withdrawals.postpone(waiting.request_id, attempts=1, next_try_at_s=NOW_S + 10)
    assert outbox.withdrawals.next_due(NOW_S + 9) is None
    assert outbox.withdrawals.next_due(NOW_S + 10) is not None
    outbox.try_now()
    assert outbox.withdrawals.next_due(NOW_S) is not None
    outbox.withdrawals.postpone(waiting.request_id, attempts=1, next_try_at_s=NOW_S + 10 * LONGEST_WAIT_S)
    assert outbox.withdrawals.next_due(NOW_S) is not None
    outbox.withdrawals.forget(waiting.request_id)
    assert (outbox.withdrawals.count(), outbox.withdrawals.next_due(NOW_S)) == (0, None)


# --- what lies on the laptop ---


def test_marks_are_short_and_differ_from_story_to_story(outbox: Outbox, tmp_path: Path) -> None:
    story(outbox)
    story(outbox)
    found = marks(tmp_path)
    assert all(len(mark) == MARK_HEX_DIGITS == 8 and mark == withdrawal_mark(group_id, VERIFIER) for group_id, mark in found)
    assert len({mark for _, mark in found}) == 2
    # One code may have been given to two stories only by a miracle; both would go.
    assert len(outbox.withdrawals.take_back(VERIFIER, Sealer()).taken) == 4


def test_the_verifier_is_in_no_file(outbox: Outbox, tmp_path: Path) -> None:
    story(outbox)
    outbox.withdrawals.take_back(OTHER, Sealer())
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"withdrawal_marks" in held
    for verifier in (VERIFIER, OTHER):
        assert verifier.encode() not in held
        assert bytes.fromhex(verifier) not in held
        assert verifier[:16].encode() not in held


def test_the_golden_mark_stays_what_it_is() -> None:
    assert withdrawal_mark("00112233445566778899aabbccddeeff", VERIFIER) == "555388e6"


def test_an_outbox_of_the_first_schema_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    old = sqlite3.connect(path, isolation_level=None)
    migrate(old, migrations()[:1])
    old.executescript((Path(__file__).parents[3] / "golden" / "outbox-1.sql").read_text(encoding="utf-8"))
    old.close()
    open_database(path).close()
    with Outbox(path) as outbox:
        rows = outbox.packages()
        assert [(row.state, row.part, row.queued_day, row.offset_bytes) for row in rows] == [
            (State.ERASED, None, None, 0),
            (State.QUEUED, Part.LISTEN, "2026-02-01", 0),
            (State.SENDING, Part.MASTER, "2026-02-01", 300),
            (State.BLOCKED, Part.LISTEN, "2026-02-02", 0),
            (State.QUARANTINED, Part.MASTER, "2026-02-02", 0),
            (State.QUEUED, Part.LISTEN, "2026-02-03", 0),
        ]
        assert rows[0].receipt is not None
        assert outbox.withdrawals.count() == 0
        with sqlite3.connect(path) as connection:
            left = [row[0] for row in connection.execute("SELECT may_have_left FROM packages ORDER BY number")]
        connection.close()
        assert left == [1, 0, 1, 1, 1, 1]
        added = new(Part.LISTEN)
        outbox.add(new_package_id(), [added], VERIFIER)
        # Numbers go on where they were: the order of arrival is kept, and none is given out twice.
        assert [row.package_id for row in outbox.packages()][-1] == added.package_id
        assert outbox.withdrawals.take_back(VERIFIER, Sealer()).taken == (added.package_id,)


def test_an_outbox_of_the_second_schema_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    old = sqlite3.connect(path, isolation_level=None)
    migrate(old, migrations()[:2])
    old.executescript((Path(__file__).parents[3] / "golden" / "outbox-2.sql").read_text(encoding="utf-8"))
    old.close()
    with Outbox(path) as outbox:
        rows = outbox.packages()
        assert [(row.state, row.reason, row.exported_day, row.must_go) for row in rows] == [
            (State.ERASED, None, None, False),
            (State.QUEUED, None, None, False),
            (State.BLOCKED, "portal", None, False),
            (State.BLOCKED, "receipt", None, False),
            (State.WITHDRAWING, None, None, False),
            (State.WITHDRAWN, None, None, False),
        ]
        assert outbox.link() == Link()
        assert outbox.sent_bytes_in("2026-02") == 0
        assert marks(tmp_path) == [("b" + "0" * 31, "01234567")]
        waiting = outbox.withdrawals.next_due(NOW_S)
        assert waiting is not None
        assert (waiting.request_id, waiting.sealed, waiting.attempts) == ("e" + "0" * 31, b"\x00\xff", 2)
        # What an older worker had blocked for the link's sake goes on from where it was.
        assert outbox.unblock_due(NOW_S) == 2
        assert [row.state for row in outbox.packages()][2:4] == [State.QUEUED, State.DELIVERED]
        assert outbox.packages()[2].offset_bytes == 300
