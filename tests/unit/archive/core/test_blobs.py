"""A blob id that was returned is a durable file; anything less leaves no trace under an id."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from archive.core.blobs import BlobMissing, LocalBlobStore, new_blob_id


@pytest.fixture
def store(tmp_path: Path) -> LocalBlobStore:
    return LocalBlobStore(tmp_path / "blobs")


def files(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_what_was_put_is_read_back_whole_and_in_ranges(store: LocalBlobStore) -> None:
    data = os.urandom(3_000_000)
    blob_id = store.put(io.BytesIO(data))
    assert store.size(blob_id) == len(data)
    with store.open(blob_id) as stream:
        assert stream.read() == data
    assert store.read_range(blob_id, 1000, 50) == data[1000:1050]
    assert store.read_range(blob_id, len(data) - 10, 100) == data[-10:]


def test_ids_are_random_and_files_are_private(store: LocalBlobStore, tmp_path: Path) -> None:
    first, second = store.put(io.BytesIO(b"same")), store.put(io.BytesIO(b"same"))
    assert first != second
    path = tmp_path / "blobs" / first[:2] / first
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_deleting_is_final_and_may_be_repeated(store: LocalBlobStore, tmp_path: Path) -> None:
    blob_id = store.put(io.BytesIO(b"x"))
    store.delete(blob_id)
    store.delete(blob_id)
    for read in (store.size, store.open):
        with pytest.raises(BlobMissing):
            read(blob_id)
    assert files(tmp_path / "blobs") == []


def test_an_unfinished_blob_is_not_there_and_can_be_deleted(store: LocalBlobStore, tmp_path: Path) -> None:
    blob_id = new_blob_id()
    writer = store.create(blob_id)
    writer.write(b"half")
    with pytest.raises(BlobMissing):
        store.size(blob_id)
    store.delete(blob_id)
    writer._file.close()
    assert files(tmp_path / "blobs") == []


def test_a_source_that_fails_leaves_nothing(store: LocalBlobStore, tmp_path: Path) -> None:
    class Failing(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError("the stick was pulled")

    with pytest.raises(OSError, match="pulled"):
        store.put(Failing())  # type: ignore[arg-type]
    assert files(tmp_path / "blobs") == []


def test_a_disk_that_refuses_the_last_sync_leaves_nothing(store: LocalBlobStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        store.put(io.BytesIO(b"x"))
    assert files(tmp_path / "blobs") == []


def test_a_blob_is_never_written_twice(store: LocalBlobStore) -> None:
    blob_id = store.put(io.BytesIO(b"x"))
    with pytest.raises(FileExistsError):
        store.create(blob_id)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_only_blob_ids_are_looked_up(store: LocalBlobStore, name: str) -> None:
    for use in (store.open, store.size, store.delete, store.create):
        with pytest.raises(ValueError, match="blob id"):
            use(name)
