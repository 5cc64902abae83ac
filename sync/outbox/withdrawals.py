"""Taking a story back on the laptop: at once where it still waits here, and by a sealed request where a part of it may have left."""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sync.outbox.database import environment_faults, transaction
from sync.outbox.marks import withdrawal_mark
from sync.outbox.states import State, sources_of

_TAKEABLE = ", ".join(f"'{state}'" for state in sources_of(State.WITHDRAWING))
# A wait beyond the limit was written while the clock was wrong and counts as due, as for packages.
_DUE = "(next_try_at_s <= ? OR next_try_at_s > ?)"

# A mark lives as long as a package of its story is here and neither owned by the archive nor taken back. For the story of one package.
FORGET_MARKS_OF = (
    "DELETE FROM withdrawal_marks WHERE group_id = (SELECT group_id FROM packages WHERE package_id = ?) "
    f"AND NOT EXISTS (SELECT 1 FROM packages WHERE group_id = withdrawal_marks.group_id AND state IN ({_TAKEABLE}))"
)


@dataclass(frozen=True)
class Withdrawn:
    """`taken` names the packages that will never be sent and whose files are to be erased now; `request_waits` whether the archive
    has to be told.
    """

    taken: tuple[str, ...]
    request_waits: bool


@dataclass(frozen=True)
class WaitingWithdrawal:
    """A sealed request that the archive has not signed for. `attempts` counts failures."""

    request_id: str
    sealed: bytes
    attempts: int


class Withdrawals:
    """The outbox's second list, on the same connection. Every method that writes is one durable transaction; EnvironmentFault as there."""

    def __init__(self, connection: sqlite3.Connection, lock: threading.RLock, longest_wait_s: float) -> None:
        self._connection = connection
        self._lock = lock
        self._longest_wait_s = longest_wait_s

    def take_back(self, verifier: str, seal: Callable[[tuple[str, ...]], bytes]) -> Withdrawn:
        """The commit point of withdrawing: when this returns, whatever of the story waits here is never sent, by no worker.

        `seal` makes the request from the ids of the packages that are given up half-way; it is asked only where the archive has to
        be told, which is always the case for a story that this laptop does not know.
        """
        with self._lock, transaction(self._connection):
            groups = [
                group_id
                for group_id, mark in self._connection.execute("SELECT group_id, mark FROM withdrawal_marks").fetchall()
                if mark == withdrawal_mark(group_id, verifier)
            ]
            rows = [row for group_id in groups for row in self._rows(group_id)]
            taken = [row for row in rows if row["takeable"]]
            self._connection.executemany(
                "UPDATE packages SET state = 'withdrawing', reason = NULL, upload_url = NULL, upload_kiosk_id = NULL, "
                "attempts = 0, next_try_at_s = 0 WHERE package_id = ?",
                [(row["package_id"],) for row in taken],
            )
            self._connection.executemany("DELETE FROM withdrawal_marks WHERE group_id = ?", [(group_id,) for group_id in groups])
            tell = not taken or any(row["may_have_left"] for row in rows)
            if tell:
                half_way = tuple(row["package_id"] for row in taken if row["may_have_left"])
                self._connection.execute(
                    "INSERT INTO withdrawals (request_id, sealed) VALUES (?, ?)", (secrets.token_hex(16), seal(half_way))
                )
        return Withdrawn(tuple(row["package_id"] for row in taken), tell)

    def next_due(self, now_s: float) -> WaitingWithdrawal | None:
        """A request to be sent now, or None."""
        with self._lock, environment_faults():
            row = self._connection.execute(
                f"SELECT request_id, sealed, attempts FROM withdrawals WHERE {_DUE} ORDER BY attempts, request_id LIMIT 1",
                (now_s, now_s + self._longest_wait_s),
            ).fetchone()
        return None if row is None else WaitingWithdrawal(**row)

    def waiting(self, most: int) -> list[WaitingWithdrawal]:
        """Requests that the archive has not signed for, due or not."""
        with self._lock, environment_faults():
            rows = self._connection.execute("SELECT request_id, sealed, attempts FROM withdrawals ORDER BY request_id LIMIT ?", (most,))
            return [WaitingWithdrawal(**row) for row in rows.fetchall()]

    def postpone(self, request_id: str, *, attempts: int, next_try_at_s: float) -> None:
        self._write("UPDATE withdrawals SET attempts = ?, next_try_at_s = ? WHERE request_id = ?", attempts, next_try_at_s, request_id)

    def forget(self, request_id: str) -> None:
        """The archive has signed for it. Nothing of the request stays."""
        self._write("DELETE FROM withdrawals WHERE request_id = ?", request_id)

    def count(self) -> int:
        with self._lock, environment_faults():
            return int(self._connection.execute("SELECT COUNT(*) FROM withdrawals").fetchone()[0])

    def _rows(self, group_id: str) -> list[sqlite3.Row]:
        return self._connection.execute(
            f"SELECT package_id, may_have_left, state IN ({_TAKEABLE}) AS takeable FROM packages WHERE group_id = ?", (group_id,)
        ).fetchall()

    def _write(self, sql: str, *values: object) -> None:
        with self._lock, transaction(self._connection):
            self._connection.execute(sql, values)
