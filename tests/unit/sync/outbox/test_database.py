from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from sync.contract.faults import EnvironmentFault
from sync.outbox.database import environment_faults, migrate, migrations, open_database, schema_version, statements, transaction


def test_pragmas_are_what_durability_and_privacy_need(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "outbox.sqlite3")
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    connection.close()


def test_all_files_are_private_even_if_they_were_not(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    path.touch(mode=0o644)
    os.chmod(path, 0o644)
    connection = open_database(path)
    with transaction(connection):
        connection.execute("CREATE TABLE extra (x)")
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {
        "outbox.sqlite3": 0o600,
        "outbox.sqlite3-wal": 0o600,
        "outbox.sqlite3-shm": 0o600,
    }
    connection.close()


def test_a_fresh_database_has_the_newest_schema_and_opens_again(tmp_path: Path) -> None:
    for _ in range(2):
        connection = open_database(tmp_path / "outbox.sqlite3")
        assert schema_version(connection) == len(migrations()) >= 1
        connection.close()


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite3"
    open_database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    connection.close()
    with pytest.raises(EnvironmentFault) as refused:
        open_database(path)
    assert refused.value.code == "outbox-newer"


def test_a_migration_that_fails_leaves_nothing_of_itself(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, ["CREATE TABLE one (x);", "CREATE TABLE two (x);\nCREATE TABLE one (y);"])
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert (tables, schema_version(connection)) == ({"one"}, 1)
    connection.close()


def test_later_migrations_run_on_an_older_database(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)
    migrate(connection, ["CREATE TABLE one (x);"])
    migrate(connection, ["CREATE TABLE one (x);", "-- a comment; with a semicolon\nALTER TABLE one ADD COLUMN y;"])
    assert [row[1] for row in connection.execute("PRAGMA table_info(one)")] == ["x", "y"]
    connection.close()


def test_statements_refuse_a_script_that_stops_in_the_middle() -> None:
    with pytest.raises(ValueError, match="middle"):
        list(statements("CREATE TABLE one (x);\nCREATE TABLE two (x)"))


@pytest.mark.parametrize(
    ("primary", "code"),
    [(sqlite3.SQLITE_FULL, "disk-full"), (sqlite3.SQLITE_IOERR, "disk-error"), (sqlite3.SQLITE_CORRUPT, "outbox-damaged")],
)
def test_what_the_disk_does_is_an_environment_fault(primary: int, code: str) -> None:
    error = sqlite3.OperationalError("raised")
    error.sqlite_errorcode = primary | (3 << 8)  # extended codes keep the primary one in the low byte
    with pytest.raises(EnvironmentFault) as fault, environment_faults():
        raise error
    assert fault.value.code == code


def test_a_full_database_is_told_and_nothing_of_the_transaction_stays(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "outbox.sqlite3")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    def fill() -> None:
        with transaction(connection):
            connection.execute("CREATE TABLE small (x)")
            connection.execute("CREATE TABLE big (x)")
            connection.execute("INSERT INTO big VALUES (randomblob(1000000))")

    with pytest.raises(EnvironmentFault) as fault:
        fill()
    assert fault.value.code == "disk-full"
    assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name IN ('small', 'big')").fetchall()
    connection.close()


def test_a_mistake_of_ours_stays_a_mistake_of_ours(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "outbox.sqlite3")
    with pytest.raises(sqlite3.OperationalError), transaction(connection):
        connection.execute("SELECT nonsense")
    connection.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        open_database(tmp_path / "absent" / "outbox.sqlite3")
    assert fault.value.code == "disk-read-only"


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "outbox.sqlite3").write_bytes(b"not a database at all" * 100)
    with pytest.raises(EnvironmentFault) as fault:
        open_database(tmp_path / "outbox.sqlite3")
    assert fault.value.code == "outbox-damaged"
