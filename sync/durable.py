"""Small files that are either the old or the new one after a pulled plug, and folders that remember what left them."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

_HEAD_BYTES = 64 * 1024


def replace_file(path: Path, content: bytes) -> None:
    """Writes `path` with mode 0600: temporary file, fsync, rename, fsync of the folder. Raises OSError."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    fsync_directory(path.parent)


def erase_file(path: Path) -> None:
    """Overwrites the beginning in place, then removes; durable when it returns, and no error when it is gone already. Raises OSError.

    A sealed file without its beginning, where its key is wrapped, opens for nobody any more, wherever the rest of it may still lie on
    the disk. On flash disks and copy-on-write file systems the old beginning may lie there too.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        fsync_directory(path.parent)
        return
    try:
        os.write(descriptor, bytes(min(_HEAD_BYTES, os.fstat(descriptor).st_size)))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    path.unlink(missing_ok=True)
    fsync_directory(path.parent)


def fsync_directory(folder: Path) -> None:
    """Makes renames and removals in `folder` durable. Windows has no such call; NTFS journals them. Raises OSError."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
