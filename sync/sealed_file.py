"""The sealed file behind a package: opened only if it is what was queued, removed so that it stays removed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from sync.durable import erase_file
from sync.transport.faults import FileFault

_READ_BYTES = 1024 * 1024


def open_sealed(path: Path, size_bytes: int) -> BufferedReader:
    """Raises FileFault unless the file is there, readable, and as long as it was."""
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise FileFault("file-missing", "A sealed story is missing from this device.") from error
    except OSError as error:
        raise FileFault("file-unreadable", "A sealed story on this device cannot be read. Check the disk.") from error
    if os.fstat(file.fileno()).st_size != size_bytes:
        file.close()
        raise _changed()
    return file


def check_sealed(path: Path, size_bytes: int, sha256: str) -> None:
    """Reads the whole file. Raises FileFault unless it is byte for byte what was queued."""
    with open_sealed(path, size_bytes) as file:
        try:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise FileFault("file-unreadable", "A sealed story on this device cannot be read. Check the disk.") from error
    if found != sha256:
        raise _changed()


def sealed_pieces(path: Path, size_bytes: int, sha256: str) -> Iterator[bytes]:
    """The whole file, piece by piece. Raises FileFault before the first piece or after the last, unless it is what was queued."""
    digest = hashlib.sha256()
    with open_sealed(path, size_bytes) as file:
        while piece := _read(file):
            digest.update(piece)
            yield piece
    if digest.hexdigest() != sha256:
        raise _changed()


def erase_sealed(path: Path) -> None:
    """Durable when it returns; a file that is gone already is fine. Raises OSError."""
    erase_file(path)


def _read(file: BufferedReader) -> bytes:
    try:
        return file.read(_READ_BYTES)
    except OSError as error:
        raise FileFault("file-unreadable", "A sealed story on this device cannot be read. Check the disk.") from error


def _changed() -> FileFault:
    return FileFault("file-changed", "A sealed story on this device is not as it was. Check the disk.")
