"""The outbox's one row about the link, and how much went out in which month."""

from __future__ import annotations

import sqlite3
import threading
from typing import Any

from sync.link import OF_THE_NETWORK, Link, LinkState
from sync.outbox.database import environment_faults, transaction

_COLUMNS = ", ".join(Link.__dataclass_fields__)
_OF_THE_NETWORK = ", ".join(f"'{state}'" for state in sorted(OF_THE_NETWORK))


class LinkRow:
    """On the outbox's connection. Every method that writes is one durable transaction; EnvironmentFault as there."""

    def __init__(self, connection: sqlite3.Connection, lock: threading.RLock) -> None:
        self._connection = connection
        self._lock = lock

    def read(self) -> Link:
        with self._lock, environment_faults():
            values = dict(self._connection.execute(f"SELECT {_COLUMNS} FROM link").fetchone())
        hint = values.pop("metered_hint")
        return Link(**{**values, "state": LinkState(values["state"]), "metered_hint": None if hint is None else bool(hint)})

    def set_state(self, state: LinkState, now_s: float, next_try_at_s: float) -> None:
        self._write(
            "UPDATE link SET since_s = CASE WHEN state = ? THEN since_s ELSE ? END, state = ?, checked_at_s = ?, next_try_at_s = ?",
            state,
            now_s,
            state,
            now_s,
            next_try_at_s,
        )

    def hold(self, until_s: float) -> None:
        self._write("UPDATE link SET next_try_at_s = ?", until_s)

    def set_rate(self, rate_bytes_per_s: float | None) -> None:
        self._write("UPDATE link SET rate_bytes_per_s = ?", rate_bytes_per_s)

    def hint_metered(self, metered: bool | None, now_s: float) -> None:
        self._write("UPDATE link SET metered_hint = ?, hinted_at_s = ?", metered, now_s)

    def wake(self) -> None:
        self._write(f"UPDATE link SET next_try_at_s = 0, wakes = wakes + 1 WHERE state IN ({_OF_THE_NETWORK})")

    def add_sent(self, month: str, sent_bytes: int) -> None:
        self._write(
            "INSERT INTO traffic VALUES (?, ?) ON CONFLICT (month) DO UPDATE SET sent_bytes = sent_bytes + excluded.sent_bytes",
            month,
            sent_bytes,
        )

    def sent_bytes(self, month: str) -> int:
        with self._lock, environment_faults():
            row = self._connection.execute("SELECT sent_bytes FROM traffic WHERE month = ?", (month,)).fetchone()
        return 0 if row is None else int(row[0])

    def _write(self, sql: str, *values: Any) -> None:
        with self._lock, transaction(self._connection):
            self._connection.execute(sql, values)
