"""The opener killed at every member of a package: the next one makes one story of it, and no opened file is left that no row knows."""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from live_archive import LiveArchive, live_archive
from sealed_story import package_members, sealed_story
from story_samples import Telling

from archive.core.keys import load_keys
from sync.contract.package import Part


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LiveArchive]:
    with live_archive(tmp_path, start=False) as made:
        yield made


def database(archive: LiveArchive, sql: str, *values: object) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(archive.dir / "archive.sqlite3")
    try:
        with connection:
            return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def store(archive: LiveArchive, folder: Path, telling: Telling) -> int:
    """Puts a sealed package where a finished upload would be, with its row and its job."""
    sealed = sealed_story(folder, load_keys(archive.dir / "keys").recipients, telling)
    sealed.path.rename(archive.dir / "packages" / sealed.sha256)
    database(
        archive,
        "INSERT INTO kiosks_kiosk (kiosk_id, name, secret_sha256, next_secret_sha256, revoked, courier_key)"
        " VALUES ('ab', 'Booth', '', '', 0, '')"
        " ON CONFLICT (kiosk_id) DO NOTHING",
    )
    [(key,)] = database(
        archive,
        "INSERT INTO intake_package (kiosk_id, package_id, sha256, size_bytes, part, state, reason, received_day, withdrawal_verifier)"
        " VALUES ('ab', ?, ?, ?, ?, 'stored', '', '2026-11-20', '') RETURNING id",
        secrets.token_hex(16),
        sealed.sha256,
        sealed.size_bytes,
        Part.LISTEN.value,
    )
    database(
        archive,
        "INSERT INTO core_job (kind, key, payload, state, attempts, not_before, lease, last_error)"
        " VALUES ('open-package', ?, ?, 'queued', 0, '2026-01-01', '', '')",
        str(key),
        json.dumps({"package": key}),
    )
    assert isinstance(key, int)
    return key


def blob_files(archive: LiveArchive) -> set[str]:
    return {path.name for path in (archive.dir / "blobs").rglob("*") if path.is_file()}


def test_an_opener_may_die_at_any_member(archive: LiveArchive, tmp_path: Path) -> None:
    telling = Telling(captions=("my garden", "the sea"))
    members = len(package_members(telling, Part.LISTEN))
    key = store(archive, tmp_path, telling)
    for beats in range(1, members + 1):
        assert archive.run_python("-m", "dying_opener", str(key), str(beats)).returncode == -9
        loose = {blob_id for (blob_id,) in database(archive, "SELECT blob_id FROM intake_looseblob")}
        assert blob_files(archive) <= loose
        assert database(archive, "SELECT count(*) FROM stories_story") == [(0,)]
    assert archive.run_python("-m", "dying_opener", str(key), str(members + 1)).returncode == -9
    # Recorded, but its worker never said so: the job runs once more and finds everything done.
    archive.run_jobs()
    assert database(archive, "SELECT state FROM intake_package") == [("opened",)]
    assert database(archive, "SELECT state FROM core_job") == [("done",)]
    assert database(archive, "SELECT count(*) FROM stories_story") == [(1,)]
    assert database(archive, "SELECT count(*) FROM intake_looseblob") == [(0,)]
    owned = database(archive, "SELECT blob_id FROM stories_answer UNION SELECT blob_id FROM stories_photo")
    assert blob_files(archive) == {blob_id for (blob_id,) in owned}
    assert len(owned) == members - 2
    assert os.listdir(archive.dir / "uploads") == []
