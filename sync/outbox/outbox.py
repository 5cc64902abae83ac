"""The outbox: one row per sealed package, and the only place where a package changes its state."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

from sync.contract.canonical import canonical_json
from sync.contract.package import Part, is_package_id, is_sha256
from sync.contract.receipt import SignedReceipt, parse_signed_receipt
from sync.outbox.database import environment_faults, open_database, transaction
from sync.outbox.marks import withdrawal_mark
from sync.outbox.states import ACTIVE, ERASABLE, TAKEN_BACK, WAITING, IllegalMove, State, sources_of
from sync.outbox.withdrawals import FORGET_MARKS, Withdrawals

# No wait is ever longer than this, so a `next_try_at_s` beyond it was written while the clock was wrong and counts as due.
LONGEST_WAIT_S = 2 * 24 * 3600

_ACTIVE_SQL = ", ".join(f"'{state}'" for state in ACTIVE)
_WAITING_SQL = ", ".join(f"'{state}'" for state in WAITING)
_ERASABLE_SQL = ", ".join(f"'{state}'" for state in ERASABLE)
_TAKEN_BACK_SQL = ", ".join(f"'{state}'" for state in TAKEN_BACK)


@dataclass(frozen=True)
class NewPackage:
    """`file_name` is a plain name inside the packages folder; `sha256` and `size_bytes` are of the sealed file."""

    package_id: str
    part: Part
    file_name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class PackageRow:
    """What the outbox knows of a package. An erased one keeps its ids, its hash, its size and the receipt: the rest is emptied.
    A withdrawn one keeps its ids alone.

    `upload_url` is where the archive takes it, from the kiosk `upload_kiosk_id` only. `offset_bytes` is what the archive
    acknowledged, `sent_bytes` what was handed to the network so far (for display only). `attempts` counts failures since the
    last real progress, `rejects` how often what arrived did not match its hash. `next_try_at_s` is Unix time. `reason` is a
    stable code and set exactly while blocked or quarantined.
    """

    package_id: str
    group_id: str
    sha256: str
    size_bytes: int
    state: State
    part: Part | None
    file_name: str | None
    queued_day: str | None
    upload_url: str | None
    upload_kiosk_id: str | None
    offset_bytes: int
    sent_bytes: int
    attempts: int
    rejects: int
    next_try_at_s: float
    reason: str | None
    receipt: SignedReceipt | None


class Facts(TypedDict, total=False):
    """What may be written together with a move."""

    upload_url: str | None
    upload_kiosk_id: str | None
    offset_bytes: int
    sent_bytes: int
    attempts: int
    rejects: int
    next_try_at_s: float
    reason: str
    receipt: SignedReceipt


_COLUMNS = tuple(PackageRow.__dataclass_fields__)
# The group id outlives erasing: a kiosk that crashed right after Send asks `has_group`, maybe long after the worker was done.
_EMPTIED = {
    "part": None,
    "file_name": None,
    "queued_day": None,
    "upload_url": None,
    "upload_kiosk_id": None,
    "offset_bytes": 0,
    "sent_bytes": 0,
    "attempts": 0,
    "rejects": 0,
    "next_try_at_s": 0,
}
_FORGOTTEN = {**_EMPTIED, "sha256": "", "size_bytes": 0}


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
        self.withdrawals = Withdrawals(self._connection, self._lock, LONGEST_WAIT_S)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Outbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, group_id: str, packages: Iterable[NewPackage], verifier: str | None = None) -> None:
        """Queues all parts of one story, or none. The commit point of Send: when this returns, the worker owns the files.

        `verifier` is that of the story's withdrawal code; without it the story cannot be taken back here, only at the archive.
        """
        rows = [_checked(package) for package in packages]
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

    def has_group(self, group_id: str) -> bool:
        """Whether Send was committed for this group, however long ago."""
        return bool(self._all("SELECT 1 FROM packages WHERE group_id = ? LIMIT 1", group_id))

    def packages(self) -> list[PackageRow]:
        """All rows, oldest first."""
        return [_row(row) for row in self._all(f"SELECT {', '.join(_COLUMNS)} FROM packages ORDER BY number")]

    def package(self, package_id: str) -> PackageRow:
        """Raises KeyError."""
        rows = self._all(f"SELECT {', '.join(_COLUMNS)} FROM packages WHERE package_id = ?", package_id)
        if not rows:
            raise KeyError(package_id)
        return _row(rows[0])

    def next_due(self, now_s: float) -> PackageRow | None:
        """What the worker should do next: first erase what may go, then `listen` before `master`, oldest first."""
        rows = self._all(
            f"SELECT {', '.join(_COLUMNS)} FROM packages WHERE state IN ({_ACTIVE_SQL}) AND state != 'blocked' "
            "AND (next_try_at_s <= ? OR next_try_at_s > ?) "
            f"ORDER BY state NOT IN ({_ERASABLE_SQL}), part, number LIMIT 1",
            now_s,
            now_s + LONGEST_WAIT_S,
        )
        return _row(rows[0]) if rows else None

    def is_due(self, now_s: float) -> bool:
        """Whether the worker has something to do now; the time of blocked packages counts as well."""
        rows = self._all(
            f"SELECT 1 FROM packages WHERE state IN ({_ACTIVE_SQL}) AND (next_try_at_s <= ? OR next_try_at_s > ?) LIMIT 1",
            now_s,
            now_s + LONGEST_WAIT_S,
        )
        return bool(rows) or self.withdrawals.next_due(now_s) is not None

    def move(self, package_id: str, to: State, **facts: Unpack[Facts]) -> None:
        """One legal move with its facts. Raises IllegalMove when the row is not in a state that may go there.

        Moving to `confirmed` needs the verified receipt, which must speak of exactly this package.
        """
        columns: dict[str, Any] = {"reason": None, **facts, "state": to}
        if to is State.SENDING:
            columns["may_have_left"] = 1
        elif to is State.ERASED:
            columns |= _EMPTIED
        elif to is State.WITHDRAWN:
            columns |= _FORGOTTEN
        self._update(package_id, columns, sources_of(to), f"{to}")

    def note(self, package_id: str, **facts: Unpack[Facts]) -> None:
        """Facts without a move, on a package that is on its way. Raises IllegalMove when it is not."""
        self._update(package_id, dict(facts), (*WAITING, *ERASABLE), "note")

    def block_waiting(self, reason: str, until_s: float) -> None:
        """The archive itself is out of reach for a reason that staff can mend: everything that needs it waits with that reason."""
        self._write(
            f"UPDATE packages SET state = 'blocked', reason = ?, next_try_at_s = ? WHERE state IN ({_WAITING_SQL}, 'blocked')",
            reason,
            until_s,
            also=[("UPDATE withdrawals SET next_try_at_s = ?", (until_s,))],
        )

    def postpone_waiting(self, until_s: float, now_s: float) -> None:
        """The link is down: nothing that needs the archive is tried before `until_s`; a longer wait is kept."""
        shorter = "(next_try_at_s < ? OR next_try_at_s > ?)"
        values = (until_s, until_s, now_s + LONGEST_WAIT_S)
        self._write(
            f"UPDATE packages SET next_try_at_s = ? WHERE state IN ({_WAITING_SQL}) AND {shorter}",
            *values,
            also=[(f"UPDATE withdrawals SET next_try_at_s = ? WHERE {shorter}", values)],
        )

    def unblock_due(self, now_s: float) -> int:
        """Lets blocked packages whose time has come try again, each from where it was. Returns how many."""
        return self._write(
            "UPDATE packages SET state = CASE WHEN offset_bytes = size_bytes THEN 'delivered' ELSE 'queued' END, reason = NULL "
            "WHERE state = 'blocked' AND (next_try_at_s <= ? OR next_try_at_s > ?)",
            now_s,
            now_s + LONGEST_WAIT_S,
        )

    def try_now(self) -> None:
        """Staff pressed "send now": nothing waits for its time any more."""
        self._write(
            f"UPDATE packages SET next_try_at_s = 0 WHERE state IN ({_ACTIVE_SQL})",
            also=[("UPDATE withdrawals SET next_try_at_s = 0", ())],
        )

    def requeue_quarantined(self) -> int:
        """Staff send what stepped aside round again, from the beginning. Returns how many."""
        return self._write(
            "UPDATE packages SET state = 'queued', reason = NULL, upload_url = NULL, offset_bytes = 0, sent_bytes = 0, "
            "attempts = 0, rejects = 0, next_try_at_s = 0 WHERE state = 'quarantined'"
        )

    def waiting_count(self) -> int:
        """How many packages and withdrawals still have to travel, blocked ones included."""
        packages = int(self._all(f"SELECT COUNT(*) FROM packages WHERE state IN ({_WAITING_SQL}, 'blocked')")[0][0])
        return packages + self.withdrawals.count()

    def is_taken_back(self, package_id: str) -> bool:
        """Whether its teller took it back: then it must not be sent, nor anything else be done to it but erasing."""
        return bool(self._all(f"SELECT 1 FROM packages WHERE package_id = ? AND state IN ({_TAKEN_BACK_SQL})", package_id))

    def settle_withdrawn(self, package_id: str) -> None:
        """The file of what was taken back is gone. Kiosk and worker both erase: whoever comes second changes nothing."""
        try:
            self.move(package_id, State.WITHDRAWN)
        except IllegalMove:
            left = self._all("SELECT 1 FROM packages WHERE package_id = ? AND state != 'withdrawn'", package_id)
            if left:
                raise

    def forget_withdrawn(self) -> None:
        """Removes the rows of what was taken back. Only when no draft is left that such a row could have to speak for (`has_group`)."""
        self._write("DELETE FROM packages WHERE state = 'withdrawn'")

    def change_counter(self) -> int:
        """Differs from the last answer once another connection has written. Costs microseconds (PRAGMA data_version)."""
        return int(self._all("PRAGMA data_version")[0][0])

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
        states = ", ".join("?" for _ in sources)
        changed = self._write(
            f"UPDATE packages SET {assignments} WHERE package_id = ? AND state IN ({states}){guard}",
            *columns.values(),
            package_id,
            *sources,
            *guarded,
            also=[(FORGET_MARKS, ())] if columns.get("state") is State.CONFIRMED else (),
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

    def _all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        with self._lock, environment_faults():
            return self._connection.execute(sql, values).fetchall()


def _checked(package: NewPackage) -> NewPackage:
    plain = Path(package.file_name).name == package.file_name and package.file_name not in ("", ".", "..") and "\\" not in package.file_name
    if not (plain and is_package_id(package.package_id) and is_sha256(package.sha256)):
        raise ValueError("package id, hash and file name must be plain")
    return package


def _row(row: sqlite3.Row) -> PackageRow:
    values = dict(row)
    values["state"] = State(values["state"])
    values["part"] = None if values["part"] is None else Part(values["part"])
    values["receipt"] = None if values["receipt"] is None else parse_signed_receipt(json.loads(values["receipt"]))
    return PackageRow(**values)
