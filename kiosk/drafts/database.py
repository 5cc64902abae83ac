"""The SQLite file of the drafts: opening, settings, numbered schema, and SQLite's errors as ours.

Settings follow from what was measured about remnants: WAL with synchronous=FULL lost no commit in simulated power cuts, and
secure_delete with a truncating checkpoint leaves no old row in the files. Remnants in the raw disk are ciphertext; only the
destroyed key makes them unreadable, so no key ever comes in here.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.errors import DiskFull, StorageFault

BUSY_TIMEOUT_MS = 10_000  # the window and the recorder write to the same file, each for a few milliseconds

_MIGRATIONS = (
    """
    CREATE TABLE drafts (draft_id TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
    CREATE TABLE records (
        draft_id TEXT NOT NULL REFERENCES drafts (draft_id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        box BLOB NOT NULL,
        PRIMARY KEY (draft_id, kind, record_id, number)
    ) STRICT;
    """,
)


class DraftGone(StorageFault):
    """The draft was deleted, perhaps by the window while the recorder was still writing to it."""


def draft_gone() -> DraftGone:
    return DraftGone("draft-gone", "This unfinished story is no longer on this device.")


class Database:
    """One connection, used from any thread, one statement or transaction at a time."""

    def __init__(self, path: Path) -> None:
        """Creates and migrates the file. Raises DiskFull, StorageFault."""
        self._lock = threading.RLock()
        with storage_faults():
            _create_private(path)
            self._connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False)
        try:
            with storage_faults():
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.execute("PRAGMA secure_delete = ON")
                self._connection.execute("PRAGMA temp_store = MEMORY")
                self._connection.execute("PRAGMA mmap_size = 0")
                self._connection.execute("PRAGMA foreign_keys = ON")
            self._migrate()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Committed and on disk when the block ends, or not at all. Raises DiskFull, DraftGone, StorageFault."""
        with self._lock, storage_faults():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself rolls back on some errors, a full disk among them
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        """Raises StorageFault."""
        with self._lock, storage_faults():
            return self._connection.execute(sql, values).fetchall()

    def truncate_log(self) -> None:
        """Moves the log into the file and cuts it to zero, so that deleted rows are in neither.

        While the other process is in the middle of a write this does nothing; what stays behind is ciphertext without a key.
        """
        with self._lock, storage_faults():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _migrate(self) -> None:
        with self.transaction() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > len(_MIGRATIONS):
                raise StorageFault("drafts-newer", "Unfinished stories here were saved by a newer version. Please update this program.")
            for number, script in enumerate(_MIGRATIONS[version:], start=version + 1):
                # Not executescript: that would commit what the surrounding transaction holds together.
                for statement in filter(str.strip, script.split(";")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")


def _create_private(path: Path) -> None:
    """Makes the file before SQLite does: its log files inherit the mode of the file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    os.chmod(path, 0o600)


@contextmanager
def storage_faults() -> Iterator[None]:
    """What SQLite and the file system complain of, as DiskFull, DraftGone or StorageFault. Our own mistakes pass unchanged."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise draft_gone() from error
        raise
    except sqlite3.Error as error:
        # Without a code it is the sqlite3 module that complains of a wrong call: a bug of ours.
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            raise
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull from error
        raise _unusable() from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise _unusable() from error


def _unusable() -> StorageFault:
    return StorageFault("drafts-unusable", "This device cannot save or read unfinished stories. Please call staff.")
