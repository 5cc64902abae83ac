"""The outbox: one row per sealed package, and the only place where a package changes its state."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Unpack

from sync.contract.canonical import canonical_json
from sync.contract.receipt import SignedReceipt
from sync.limits import Hold
from sync.link import Link, LinkState
from sync.outbox.database import environment_faults, open_database, transaction
from sync.outbox.link_row import LinkRow
from sync.outbox.marks import withdrawal_mark
from sync.outbox.rows import BRIEF_COLUMNS, COLUMNS, EMPTIED, FORGOTTEN, Facts, NewPackage, PackageBrief, PackageRow, package_row
from sync.outbox.states import ERASABLE, SETTLED, TAKEN_BACK, WAITING, IllegalMove, State, sources_of
from sync.outbox.withdrawals import FORGET_MARKS_OF, Withdrawals

# No wait is ever longer than this, so a `next_try_at_s` beyond it was written while the clock was wrong and counts as due.
LONGEST_WAIT_S = 2 * 24 * 3600


def _in(*states: State) -> str:
    return f"state IN ({', '.join(repr(str(state)) for state in states)})"


_DUE = "(next_try_at_s <= ? OR next_try_at_s > ?)"
_IS_WAITING = _in(*WAITING)
# Word for word the conditions of the indexes `packages_waiting` and `packages_erasable`: only so does SQLite use them.
_UNSENT = _in(*WAITING, State.BLOCKED)
_IS_ERASABLE = _in(*ERASABLE)
_ALLOWED = {
    Hold.NONE: "1",
    # A blocked one is looked at again, and held back only when it turns out to have bytes to send.
    Hold.MASTERS: "(part = 'listen' OR must_go OR state IN ('delivered', 'blocked'))",
    Hold.ALL: "(must_go OR state IN ('delivered', 'blocked'))",
}
_LINK_TIMES = ("since_s", "checked_at_s", "next_try_at_s", "hinted_at_s")


def utc_day() -> str:
    return datetime.now(UTC).date().isoformat()


class Outbox:
    """One connection to `outbox.sqlite3`. Safe from any thread and beside other processes.

    Every method that writes is one durable transaction and raises EnvironmentFault when the disk is full or fails.
    `withdrawals` is the list of what tellers took back.
    """

    def __init__(self, path: Path, today: Callable[[], str] = utc_day) -> None:
        self._today = today
        self._lock = threading.RLock()
        self._connection = open_database(path)
        self._link = LinkRow(self._connection, self._lock)
        self.withdrawals = Withdrawals(self._connection, self._lock, LONGEST_WAIT_S)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Outbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what Send does ---

    def add(self, group_id: str, packages: Iterable[NewPackage], verifier: str | None = None) -> None:
        """Queues all parts of one story, or none. The commit point of Send: when this returns, the worker owns the files.

        `verifier` is that of the story's withdrawal code; without it the story cannot be taken back here, only at the archive.
        """
        rows = [package.checked() for package in packages]
        if not rows:
            raise ValueError("a group has at least one package")
        day = self._today()
        with self._lock, transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO packages (package_id, group_id, sha256, size_bytes, state, part, file_name, queued_day) "
                "VALUES (?, ?, ?, ?, 'queued', ?, ?, ?)",
                [(row.package_id, group_id, row.sha256, row.size_bytes, row.part, row.file_name, day) for row in rows],
            )
            if verifier is not None:
                self._connection.execute("INSERT INTO withdrawal_marks VALUES (?, ?)", (group_id, withdrawal_mark(group_id, verifier)))

    # --- looking ---

    def has_group(self, group_id: str) -> bool:
        """Whether Send was committed for this group, however long ago."""
        return bool(self._all("SELECT 1 FROM packages WHERE group_id = ? LIMIT 1", group_id))

    def packages(self, *states: State) -> list[PackageRow]:
        """Those in one of `states`, or all, oldest first."""
        where = f"WHERE {_in(*states)}" if states else ""
        return [package_row(row) for row in self._all(f"SELECT {COLUMNS} FROM packages {where} ORDER BY number")]

    def package(self, package_id: str) -> PackageRow:
        """Raises KeyError."""
        rows = self._all(f"SELECT {COLUMNS} FROM packages WHERE package_id = ?", package_id)
        if not rows:
            raise KeyError(package_id)
        return package_row(rows[0])

    def briefs(self) -> list[PackageBrief]:
        """What staff see of every package that was not taken back, oldest first. Quick: nothing is parsed."""
        rows = self._all(f"SELECT {BRIEF_COLUMNS} FROM packages WHERE NOT {_in(*TAKEN_BACK)} ORDER BY number")
        return [PackageBrief._make(row) for row in rows]

    def next_to_erase(self, now_s: float) -> PackageRow | None:
        """A package whose file may go and shall go now."""
        return self._first(f"{_IS_ERASABLE} AND {_DUE}", "number", now_s)

    def next_to_send(self, now_s: float, hold: Hold = Hold.NONE) -> PackageRow | None:
        """What the archive is asked about next: `listen` before `master`, oldest first, and nothing that is held back."""
        return self._first(f"{_UNSENT} AND state != 'blocked' AND {_DUE} AND {_ALLOWED[hold]}", "part, number", now_s)

    def aged_master(self, now_s: float, hold: Hold, queued_by: str) -> PackageRow | None:
        """The oldest master that was queued on the day `queued_by` or before and could go now."""
        where = f"{_UNSENT} AND part = 'master' AND state != 'blocked' AND {_DUE} AND {_ALLOWED[hold]} AND queued_day <= ?"
        return self._first(where, "number", now_s, queued_by)

    def needs_archive(self, now_s: float, hold: Hold = Hold.NONE) -> bool:
        """Whether something is due that only the archive can do."""
        found = self._all(f"SELECT 1 FROM packages WHERE {_UNSENT} AND {_DUE} AND {_ALLOWED[hold]} LIMIT 1", now_s, now_s + LONGEST_WAIT_S)
        return bool(found) or self.withdrawals.next_due(now_s) is not None

    def is_held(self, hold: Hold) -> bool:
        """Whether `hold` keeps anything here."""
        return bool(self._all(f"SELECT 1 FROM packages WHERE {_UNSENT} AND NOT {_ALLOWED[hold]} LIMIT 1"))

    def waiting_count(self) -> int:
        """How many packages and withdrawals still have to travel, blocked ones included."""
        packages = int(self._all(f"SELECT COUNT(*) FROM packages WHERE {_UNSENT}")[0][0])
        return packages + self.withdrawals.count()

    def keeps_stories(self) -> bool:
        """Whether anything is here that the archive has not signed for: a story, or the wish to take one back."""
        at_home = _in(State.CONFIRMED, State.ERASED, *TAKEN_BACK)
        return bool(self._all(f"SELECT 1 FROM packages WHERE NOT {at_home} LIMIT 1")) or self.withdrawals.count() > 0

    def is_settled(self, package_id: str) -> bool:
        """Whether it is known here, and nobody has to send it any more: taken back, or signed for."""
        return bool(self._all(f"SELECT 1 FROM packages WHERE package_id = ? AND {_in(*SETTLED)}", package_id))

    def is_in(self, package_id: str, state: State) -> bool:
        """Whether it is still where somebody found it."""
        return bool(self._all("SELECT 1 FROM packages WHERE package_id = ? AND state = ?", package_id, state))

    def change_counter(self) -> int:
        """Differs from the last answer once another connection has written. Costs microseconds (PRAGMA data_version)."""
        return int(self._all("PRAGMA data_version")[0][0])

    # --- moving ---

    def move(self, package_id: str, to: State, **facts: Unpack[Facts]) -> None:
        """One legal move with its facts. Raises IllegalMove when the row is not in a state that may go there.

        Moving to `confirmed` needs the verified receipt, which must speak of exactly this package.
        """
        columns: dict[str, Any] = {"reason": None, **facts, "state": to}
        if to is State.SENDING:
            columns["may_have_left"] = 1
        elif to is State.ERASED:
            columns |= EMPTIED
        elif to is State.WITHDRAWN:
            columns |= FORGOTTEN
        self._update(package_id, columns, sources_of(to), f"{to}")

    def note(self, package_id: str, **facts: Unpack[Facts]) -> None:
        """Facts without a move, on a package that is on its way. Raises IllegalMove when it is not."""
        self._update(package_id, dict(facts), (*WAITING, *ERASABLE), "note")

    def confirm_by_courier(self, package_id: str, signed: SignedReceipt) -> bool:
        """Stores a receipt that did not come over the link; its signature has been verified by the caller. False where there is
        nothing to do: signed for already, or taken back. Raises KeyError for a package that is not ours, IllegalMove for a receipt
        that speaks of something else. A worker that is just sending the package gives up at its next step.
        """
        try:
            self.move(package_id, State.CONFIRMED, receipt=signed, next_try_at_s=0.0, attempts=0)
        except IllegalMove:
            row = self.package(package_id)
            if row.state not in SETTLED:
                raise
            return False
        return True

    def mark_exported(self, package_ids: Iterable[str], day: str | None) -> tuple[str, ...]:
        """Before a byte of them goes onto a stick (`day` None), and again when the copy is whole (`day`). Returns those of them that
        are still this laptop's to give away: no other may be copied.
        """
        marked: list[str] = []
        with self._lock, transaction(self._connection):
            for package_id in package_ids:
                changed = self._connection.execute(
                    "UPDATE packages SET may_have_left = 1, exported_day = coalesce(?, exported_day) "
                    f"WHERE package_id = ? AND {_in(*sources_of(State.CONFIRMED))}",
                    (day, package_id),
                ).rowcount
                marked += [package_id] * changed
        return tuple(marked)

    def unblock_due(self, now_s: float) -> int:
        """Lets blocked packages whose time has come try again, each from where it was. Returns how many."""
        if not self._all(f"SELECT 1 FROM packages WHERE {_UNSENT} AND state = 'blocked' LIMIT 1"):
            return 0  # a look costs less than a commit
        return self._write(
            "UPDATE packages SET state = CASE WHEN offset_bytes = size_bytes THEN 'delivered' ELSE 'queued' END, reason = NULL "
            f"WHERE {_UNSENT} AND state = 'blocked' AND {_DUE}",
            now_s,
            now_s + LONGEST_WAIT_S,
        )

    def try_again(self) -> None:
        """Nothing waits for its time any more: something has been mended."""
        self._try_all("next_try_at_s = 0")

    def try_now(self) -> None:
        """Staff pressed "send now": nothing waits for its time any more, and what waits now goes whatever the link costs."""
        self._try_all("next_try_at_s = 0, must_go = 1")

    def requeue_quarantined(self) -> int:
        """Staff send what stepped aside round again, from the beginning. Returns how many."""
        return self._write(
            "UPDATE packages SET state = 'queued', reason = NULL, upload_url = NULL, offset_bytes = 0, sent_bytes = 0, "
            "attempts = 0, rejects = 0, next_try_at_s = 0 WHERE state = 'quarantined'"
        )

    def settle_erased(self, package_id: str) -> None:
        """The file of what the archive signed for is gone. Worker and courier both erase: whoever comes second changes nothing."""
        self._settle(package_id, State.ERASED)

    def settle_withdrawn(self, package_id: str) -> None:
        """The file of what was taken back is gone. Kiosk and worker both erase: whoever comes second changes nothing."""
        self._settle(package_id, State.WITHDRAWN)

    def forget_withdrawn(self) -> None:
        """Removes the rows of what was taken back. Only when no draft is left that such a row could have to speak for (`has_group`)."""
        self._write("DELETE FROM packages WHERE state = 'withdrawn'")

    def shift_waits(self, by_s: float) -> None:
        """The wall clock was set by so much: what waits goes on waiting as long as it had to, no longer and no shorter."""
        shifted = "next_try_at_s = max(0, next_try_at_s + ?)"
        of_link = ", ".join(f"{column} = CASE WHEN {column} > 0 THEN max(0, {column} + ?) ELSE 0 END" for column in _LINK_TIMES)
        self._write(
            f"UPDATE packages SET {shifted} WHERE next_try_at_s > 0",
            by_s,
            also=[
                (f"UPDATE withdrawals SET {shifted} WHERE next_try_at_s > 0", (by_s,)),
                (f"UPDATE link SET {of_link}", (by_s,) * len(_LINK_TIMES)),
            ],
        )

    # --- the link ---

    def link(self) -> Link:
        """What the worker last found on its way to the archive."""
        return self._link.read()

    def set_link(self, state: LinkState, *, now_s: float, next_try_at_s: float = 0.0) -> None:
        """What the worker has just found, and until when it leaves the archive alone."""
        self._link.set_state(state, now_s, next_try_at_s)

    def hold_link(self, until_s: float) -> None:
        """As `set_link` where nothing new was found; 0 lifts what holds it."""
        self._link.hold(until_s)

    def set_rate(self, rate_bytes_per_s: float | None) -> None:
        """What the link moves, from which the time left is told."""
        self._link.set_rate(rate_bytes_per_s)

    def set_metered_hint(self, metered: bool | None, now_s: float) -> None:
        """What the window hears from the system about the price of this network; None when the system says nothing. To be repeated
        while it holds: it counts for ten minutes.
        """
        self._link.hint_metered(metered, now_s)

    def wake_link(self) -> None:
        """The system says that a network is there (again): a worker that waits for one looks now. What the archive itself, a token or
        the clock make it wait for is not shortened.
        """
        self._link.wake()

    def add_sent_bytes(self, month: str, sent_bytes: int) -> None:
        """`month` as in 2026-03."""
        self._link.add_sent(month, sent_bytes)

    def sent_bytes_in(self, month: str) -> int:
        return self._link.sent_bytes(month)

    def _settle(self, package_id: str, end: State) -> None:
        try:
            self.move(package_id, end)
        except IllegalMove:
            if self._all("SELECT 1 FROM packages WHERE package_id = ? AND state != ?", package_id, end):
                raise

    def _try_all(self, assignments: str) -> None:
        self._write(
            f"UPDATE packages SET {assignments} WHERE {_UNSENT}",
            also=[
                (f"UPDATE packages SET next_try_at_s = 0 WHERE {_IS_ERASABLE} AND next_try_at_s > 0", ()),
                ("UPDATE withdrawals SET next_try_at_s = 0", ()),
                ("UPDATE link SET next_try_at_s = 0", ()),
            ],
        )

    def _update(self, package_id: str, columns: dict[str, Any], sources: tuple[State, ...], what: str) -> None:
        guard, guarded = "", []
        signed = columns.get("receipt")
        if signed is not None:
            receipt = signed.receipt
            columns = {**columns, "receipt": canonical_json(signed.to_json()).decode()}
            guard, guarded = (
                " AND package_id = ? AND sha256 = ? AND size_bytes = ?",
                [receipt.package_id, receipt.sha256, receipt.size_bytes],
            )
        assignments = ", ".join(f"{column} = ?" for column in columns)
        changed = self._write(
            f"UPDATE packages SET {assignments} WHERE package_id = ? AND {_in(*sources)}{guard}",
            *columns.values(),
            package_id,
            *guarded,
            also=[(FORGET_MARKS_OF, (package_id,))] if columns.get("state") is State.CONFIRMED else (),
        )
        if changed != 1:
            raise IllegalMove(what)

    def _write(self, sql: str, *values: Any, also: Iterable[tuple[str, tuple[Any, ...]]] = ()) -> int:
        """One transaction; returns how many rows `sql` changed. What is in `also` goes with it."""
        with self._lock, transaction(self._connection):
            changed = self._connection.execute(sql, values).rowcount
            for more, more_values in also:
                self._connection.execute(more, more_values)
            return changed

    def _first(self, where: str, order: str, now_s: float, *more: Any) -> PackageRow | None:
        rows = self._all(f"SELECT {COLUMNS} FROM packages WHERE {where} ORDER BY {order} LIMIT 1", now_s, now_s + LONGEST_WAIT_S, *more)
        return package_row(rows[0]) if rows else None

    def _all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        with self._lock, environment_faults():
            return self._connection.execute(sql, values).fetchall()
