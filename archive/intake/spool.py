"""Unfinished uploads and finished packages as files: `uploads/<upload id>` and `packages/<sha256>`."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from archive.core.durable import fsync_dir

_WRITE_BYTES = 64 * 1024
_READ_BYTES = 1024 * 1024


class UploadLost(Exception):
    """The file holds less than was acknowledged: the disk did not keep its word. The upload has to begin anew."""


class SpoolFile:
    """One upload being written at its end. Not thread-safe: one writer, one call at a time."""

    def __init__(self, descriptor: int, offset: int) -> None:
        self._descriptor = descriptor
        self.offset = offset

    def write(self, data: bytes | memoryview) -> None:
        """Appends all of `data`, quickly (into the page cache). Raises OSError; `offset` then counts what did get written."""
        view = memoryview(data)
        while view:
            written = os.pwrite(self._descriptor, view[:_WRITE_BYTES], self.offset)
            self.offset += written
            view = view[written:]

    def sync(self) -> None:
        """Blocks until everything up to `offset` is on the medium."""
        os.fsync(self._descriptor)

    def cut_back(self, offset: int) -> None:
        """Forgets what lies beyond `offset`."""
        os.ftruncate(self._descriptor, offset)
        self.offset = offset

    def close(self) -> None:
        os.close(self._descriptor)


class Spool:
    """Both folders, which must be on one file system. All methods block; OSError passes through."""

    def __init__(self, uploads_dir: Path, packages_dir: Path) -> None:
        self._uploads_dir, self._packages_dir = uploads_dir, packages_dir

    def prepare(self) -> None:
        for folder in (self._uploads_dir, self._packages_dir):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def open_at(self, upload_id: str, durable_offset: int) -> SpoolFile:
        """Opens for appending after the acknowledged bytes, cutting off what was never acknowledged. Raises UploadLost."""
        path = self._uploads_dir / upload_id
        is_new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if os.fstat(descriptor).st_size < durable_offset:
                raise UploadLost
            os.ftruncate(descriptor, durable_offset)
            if is_new:
                fsync_dir(self._uploads_dir)
        except (OSError, UploadLost):
            os.close(descriptor)
            raise
        return SpoolFile(descriptor, durable_offset)

    def package_path(self, sha256: str) -> Path:
        return self._packages_dir / sha256

    def measure(self, upload_id: str, sha256: str) -> tuple[str, int] | None:
        """SHA-256 and size of the upload as the medium holds it, wherever a crash left it; None when it is nowhere."""
        for path in (self._uploads_dir / upload_id, self.package_path(sha256)):
            if path.exists():
                return hash_file(path)
        return None

    def promote(self, upload_id: str, sha256: str) -> None:
        """Makes a verified upload a package: fsync → rename → fsync of both folders. Repeating it changes nothing."""
        source, target = self._uploads_dir / upload_id, self.package_path(sha256)
        if source.exists():
            with source.open("rb") as file:
                os.fsync(file.fileno())
            os.rename(source, target)
        fsync_dir(self._packages_dir)
        fsync_dir(self._uploads_dir)

    def remove(self, upload_id: str) -> None:
        (self._uploads_dir / upload_id).unlink(missing_ok=True)

    def remove_package(self, sha256: str) -> None:
        """Durable when it returns; one that is gone already is fine."""
        self.package_path(sha256).unlink(missing_ok=True)
        fsync_dir(self._packages_dir)

    def upload_sizes(self) -> dict[str, int]:
        """Every file under `uploads/` with its size in bytes."""
        return {entry.name: entry.stat().st_size for entry in os.scandir(self._uploads_dir) if entry.is_file()}

    def free_bytes(self) -> int:
        return shutil.disk_usage(self._uploads_dir).free


def hash_file(path: Path) -> tuple[str, int]:
    """SHA-256 and size in bytes, read from the medium as far as the system lets its page cache go."""
    digest, size_bytes = hashlib.sha256(), 0
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(_READ_BYTES):
            digest.update(piece)
            size_bytes += len(piece)
    return digest.hexdigest(), size_bytes
