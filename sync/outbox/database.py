"""SQLite as the outbox needs it: durable at every commit, private to this user, migrated by numbered files.

WAL with synchronous=FULL: an acknowledged commit survives a pulled plug.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from sync.contract.faults import EnvironmentFault

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = 1",  # macOS: without these two an fsync stops at the drive's cache
    "PRAGMA checkpoint_fullfsync = 1",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA wal_autocheckpoint = 200",
)

# Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that speak of the machine and not of our SQL.
_FAULTS = {
    sqlite3.SQLITE_FULL: ("disk-full", "This device is full. Free some space, then try again."),
    sqlite3.SQLITE_BUSY: ("outbox-busy", "Another program keeps the list of waiting stories busy. Try again in a moment."),
    sqlite3.SQLITE_IOERR: ("disk-error", "The disk of this device reports errors. Export the stories and have it checked."),
    sqlite3.SQLITE_READONLY: ("disk-read-only", "The data folder cannot be written. Check its permissions and the disk."),
    sqlite3.SQLITE_CANTOPEN: ("disk-read-only", "The data folder cannot be written. Check its permissions and the disk."),
    sqlite3.SQLITE_CORRUPT: ("outbox-damaged", "The list of waiting stories is damaged. The sealed files are not: export them."),
    sqlite3.SQLITE_NOTADB: ("outbox-damaged", "The list of waiting stories is damaged. The sealed files are not: export them."),
}


@contextmanager
def environment_faults() -> Iterator[None]:
    """Turns what the disk did into EnvironmentFault. A constraint or syntax error stays what it is: a bug of ours."""
    try:
        yield
    except sqlite3.Error as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if primary not in _FAULTS:
            raise
        raise EnvironmentFault(*_FAULTS[primary]) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One write transaction: all of it is durable when the block ends, or none of it. Raises EnvironmentFault."""
    with environment_faults():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def open_database(path: Path) -> sqlite3.Connection:
    """Opens (creating it with mode 0600) and migrates. Raises EnvironmentFault, also for a schema newer than this program."""
    try:
        _make_private(path)
    except OSError as error:
        raise EnvironmentFault(*_FAULTS[sqlite3.SQLITE_FULL if error.errno == errno.ENOSPC else sqlite3.SQLITE_CANTOPEN]) from error
    with environment_faults():
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            connection.row_factory = sqlite3.Row
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            migrate(connection, migrations())
        except BaseException:
            connection.close()
            raise
    return connection


def _make_private(path: Path) -> None:
    try:
        # Only when it is new: closing any descriptor of an open database would drop this process's POSIX locks on it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        os.chmod(path, 0o600)


def migrations() -> list[str]:
    """The SQL of `migrations/NNNN_*.sql` in order; the number is the schema version that the file leads to."""
    files = sorted(
        (f for f in resources.files("sync.outbox").joinpath("migrations").iterdir() if f.name.endswith(".sql")), key=lambda f: f.name
    )
    for expected, file in enumerate(files, start=1):
        if int(file.name.split("_")[0]) != expected:
            raise RuntimeError(f"migration {file.name} is out of order")
    return [file.read_text(encoding="utf-8") for file in files]


def migrate(connection: sqlite3.Connection, scripts: list[str]) -> None:
    """Brings the schema to version `len(scripts)`, each script in its own transaction. Raises EnvironmentFault for a newer one."""
    for version, script in enumerate(scripts, start=1):
        if schema_version(connection) >= version:
            continue  # the usual case takes no lock: whoever only looks never waits for who writes
        with transaction(connection):
            # Read under the write lock: kiosk and worker may open a fresh outbox at the same moment.
            if schema_version(connection) >= version:
                continue
            for statement in statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")
    if schema_version(connection) > len(scripts):
        raise EnvironmentFault(
            "outbox-newer", "A newer version of this program wrote the list of waiting stories. Install that version again."
        )


def schema_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def statements(script: str) -> Iterator[str]:
    """Splits a script into statements. `executescript` would commit the transaction that must hold them together."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        raise ValueError("a migration ends in the middle of a statement")
