"""Opened files by random id: answers, photos, renditions. Rows elsewhere say what they are; a name never does.

`LocalBlobStore` writes temp file → fsync → rename → fsync of the folder, so a blob id that was returned is a file that survives
a pulled plug. Blobs are immutable: there is no way to write one twice.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings

from archive.core.durable import fsync_dir
from sync.contract.faults import EnvironmentFault

_BLOB_ID = re.compile(r"[0-9a-f]{32}\Z")
_COPY_BYTES = 1024 * 1024


class BlobMissing(EnvironmentFault):
    """A blob that a row speaks of is not in the store: deleted meanwhile, or the store is not mounted."""

    def __init__(self) -> None:
        super().__init__("blob-missing", "A stored file is missing. Is the archive's folder complete and mounted?")


class BlobWriter(Protocol):
    """A blob in the making. Exactly one of `commit` and `abort` ends it."""

    blob_id: str

    def write(self, data: bytes) -> int: ...
    def commit(self) -> None: ...
    def abort(self) -> None: ...


class BlobStore(Protocol):
    """Four things to do with bytes. Every method raises OSError as the disk gives it, BlobMissing for an unknown id."""

    def create(self, blob_id: str) -> BlobWriter: ...
    def put(self, stream: BinaryIO) -> str: ...
    def open(self, blob_id: str) -> BinaryIO: ...
    def size(self, blob_id: str) -> int: ...
    def read_range(self, blob_id: str, start: int, length: int) -> bytes: ...
    def delete(self, blob_id: str) -> None: ...


def new_blob_id() -> str:
    """128 random bits as hex."""
    return secrets.token_hex(16)


class LocalBlobStore:
    """Blobs as files `<root>/<2 hex>/<id>`, unfinished ones in `<root>/incoming/<id>`; folders 0700, files 0600."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def create(self, blob_id: str) -> LocalBlobWriter:
        """Raises FileExistsError when this id is being written or exists."""
        target = self._path(blob_id)
        if target.exists():
            raise FileExistsError(blob_id)
        return LocalBlobWriter(blob_id, self._incoming(blob_id), target)

    def put(self, stream: BinaryIO) -> str:
        """Stores all of `stream` and returns its new id; on return it is durable."""
        writer = self.create(new_blob_id())
        try:
            while piece := stream.read(_COPY_BYTES):
                writer.write(piece)
        except BaseException:
            writer.abort()
            raise
        writer.commit()
        return writer.blob_id

    def open(self, blob_id: str) -> BinaryIO:
        try:
            return self._path(blob_id).open("rb")
        except FileNotFoundError as error:
            raise BlobMissing from error

    def size(self, blob_id: str) -> int:
        """In bytes."""
        try:
            return self._path(blob_id).stat().st_size
        except FileNotFoundError as error:
            raise BlobMissing from error

    def read_range(self, blob_id: str, start: int, length: int) -> bytes:
        """Up to `length` bytes from `start`; fewer at the end."""
        with self.open(blob_id) as stream:
            stream.seek(start)
            return stream.read(length)

    def delete(self, blob_id: str) -> None:
        """Removes the blob, finished or not; deleting what is not there is no error, so that clean-up may be repeated."""
        path = self._path(blob_id)
        self._incoming(blob_id).unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        if path.parent.exists():
            fsync_dir(path.parent)

    def _path(self, blob_id: str) -> Path:
        return self._root / self._checked(blob_id)[:2] / blob_id

    def _incoming(self, blob_id: str) -> Path:
        return self._root / "incoming" / self._checked(blob_id)

    def _checked(self, blob_id: str) -> str:
        if not _BLOB_ID.match(blob_id):
            raise ValueError("not a blob id")
        return blob_id


class LocalBlobWriter:
    """See `BlobWriter`."""

    def __init__(self, blob_id: str, incoming: Path, target: Path) -> None:
        self.blob_id = blob_id
        self._incoming, self._target = incoming, target
        incoming.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(incoming, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(descriptor, "wb")

    def write(self, data: bytes) -> int:
        return self._file.write(data)

    def commit(self) -> None:
        """On return the blob is durable under its id."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            new_folder = not self._target.parent.exists()
            self._target.parent.mkdir(mode=0o700, exist_ok=True)
            os.rename(self._incoming, self._target)
            fsync_dir(self._target.parent)
            if new_folder:
                fsync_dir(self._target.parent.parent)
        except OSError:
            self.abort()
            raise

    def abort(self) -> None:
        """Leaves nothing behind."""
        try:
            self._file.close()
        finally:
            self._incoming.unlink(missing_ok=True)


def blob_store() -> BlobStore:
    """The store that the settings name."""
    return LocalBlobStore(settings.ARCHIVE.blobs_dir)
