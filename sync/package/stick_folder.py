"""One folder of a strange file system: files in it by plain names, never through a link, made so that they are whole or not there.

Where the system can (POSIX), everything goes through the folder's descriptor: what is put in its place meanwhile, or a stick that was
pulled and another one that appears under the same path, is never touched. Methods let OSError through as the system gives it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sync.contract.faults import BadInput
from sync.package.seal import CONSTANT_MTIME_S, PARTIAL_SUFFIX

if sys.platform == "darwin":
    import fcntl

BLOCK_BYTES = 1024 * 1024
# Progress is told for what is on the medium, so it is put there often; also so that no gigabyte waits for one long last sync.
SYNC_EVERY_BYTES = 8 * BLOCK_BYTES

_BY_DESCRIPTOR = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# Without it, opening a pipe that somebody left there would wait for ever.
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)
# What file systems in user space answer when they know no such call.
_NOT_HERE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}

Tell = Callable[[int], None]


def tell_nobody(_n_bytes: int) -> None:
    """For small files, whose progress nobody watches."""


class NotAFile(BadInput):
    """A link, a folder, a pipe or a device where a plain file should be. Nobody of ours puts such a thing there."""

    def __init__(self) -> None:
        super().__init__("stick-links", "Something on this stick is not a plain file. It is not read.")


class DamagedCopy(Exception):
    """What was written is not what the medium gives back."""


class StickFolder:
    """Open until `close`. `path` is used for nothing but messages and systems without descriptors for folders."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        self.path = path
        self._descriptor = descriptor

    @classmethod
    def open(cls, path: Path) -> StickFolder:
        """The folder that the user named; links on the way to it are the user's own."""
        if not path.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))
        return cls(path, os.open(path, os.O_RDONLY | os.O_DIRECTORY) if _BY_DESCRIPTOR and sys.platform != "win32" else None)

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def is_still_there(self) -> bool:
        """Whether the path still leads to this folder: a pulled stick leaves an empty place, or another stick."""
        try:
            found = os.stat(self.path)
            held = found if self._descriptor is None else os.fstat(self._descriptor)
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == (held.st_dev, held.st_ino)

    def inner(self, name: str, *, make: bool = False) -> StickFolder | None:
        """A folder in this one; None when there is none and none is to be made. Raises NotAFile for a link."""
        at, where = self._at(name)
        if make:
            try:
                os.mkdir(at, 0o777, **where)
                # A stick has no owner: on one that keeps permissions, another account of another machine has to write receipts here.
                with _as_far_as_it_goes():
                    os.chmod(at, 0o777, **where)
                self.sync()
            except FileExistsError:
                pass  # an earlier export made it, or somebody put something else there, which is refused below
        try:
            found = os.stat(at, follow_symlinks=False, **where)
        except FileNotFoundError:
            return None
        # FILE_ATTRIBUTE_REPARSE_POINT: what Windows has for links between folders
        if not stat.S_ISDIR(found.st_mode) or getattr(found, "st_file_attributes", 0) & 0x400:
            raise NotAFile
        descriptor = None
        if self._descriptor is not None:
            descriptor = os.open(at, os.O_RDONLY | os.O_DIRECTORY | _NO_LINKS, **where)
        return StickFolder(self.path / name, descriptor)

    def names(self) -> list[str]:
        with os.scandir(self.path if self._descriptor is None else self._descriptor) as entries:
            return sorted(entry.name for entry in entries)

    def size_of(self, name: str) -> int | None:
        """In bytes; None when nothing is there. Raises NotAFile."""
        at, where = self._at(name)
        try:
            found = os.stat(at, follow_symlinks=False, **where)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(found.st_mode):
            raise NotAFile
        return found.st_size

    def open_file(self, name: str) -> BinaryIO:
        """For reading from the medium, past the page cache as far as the system lets it go. Raises FileNotFoundError, NotAFile."""
        self.size_of(name)
        at, where = self._at(name)
        # Should somebody have put a link there since we looked, this fails.
        descriptor = os.open(at, os.O_RDONLY | _NO_LINKS | _NO_WAITING, **where)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise NotAFile
        _forget_cached(descriptor)
        return os.fdopen(descriptor, "rb", buffering=0)

    def pieces(self, name: str) -> Iterator[bytes]:
        with self.open_file(name) as file:
            while piece := file.read(BLOCK_BYTES):
                yield piece

    def put(self, name: str, pieces: Iterable[bytes], tell: Tell = tell_nobody, on_step: Callable[[str], None] = lambda step: None) -> None:
        """Temporary file, fsync, read back, rename, fsync of the folder: under its name it is whole or not there, whenever the stick is
        pulled. `tell` hears how many bytes more are on the medium, then how many more were read back. Raises DamagedCopy.

        `on_step` hears "partial" when all of it lies there under its temporary name, and "renamed" when it is done.
        """
        partial = name + PARTIAL_SUFFIX
        try:
            expected = self._write(partial, pieces, tell)
            found = hashlib.sha256()
            for piece in self.pieces(partial):
                found.update(piece)
                tell(len(piece))
            if found.digest() != expected:
                raise DamagedCopy
        except BaseException:
            # Whatever happened is being raised; a stick that is gone takes the rest with it.
            with contextlib.suppress(OSError):
                self.remove(partial)
            raise
        on_step("partial")
        (source, where), (target, _) = self._at(partial), self._at(name)
        if where:
            os.replace(source, target, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)
        else:
            os.replace(source, target)
        self.sync()
        on_step("renamed")

    def remove(self, name: str) -> None:
        """Nothing there is fine."""
        at, where = self._at(name)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(at, **where)

    def free_bytes(self) -> int | None:
        """None where the file system does not say."""
        usage = shutil.disk_usage(self.path if self._descriptor is None else self._descriptor)
        return usage.free if usage.total else None

    def sync(self) -> None:
        """Makes what was renamed and removed here durable."""
        if self._descriptor is None:
            return
        try:
            os.fsync(self._descriptor)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
            os.sync()

    def _write(self, name: str, pieces: Iterable[bytes], tell: Tell) -> bytes:
        """The SHA-256 of what was written."""
        self.remove(name)
        at, where = self._at(name)
        digest, waiting_bytes = hashlib.sha256(), 0
        with os.fdopen(os.open(at, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS, 0o644, **where), "wb", buffering=0) as file:
            for piece in pieces:
                view = memoryview(piece)
                while view:
                    view = view[file.write(view) :]
                digest.update(piece)
                waiting_bytes += len(piece)
                if waiting_bytes >= SYNC_EVERY_BYTES:
                    _sync_file(file.fileno())
                    tell(waiting_bytes)
                    waiting_bytes = 0
            if os.utime in os.supports_fd:
                with _as_far_as_it_goes():
                    os.chmod(file.fileno(), 0o644)
                with _as_far_as_it_goes():
                    os.utime(file.fileno(), (CONSTANT_MTIME_S, CONSTANT_MTIME_S))
            _sync_file(file.fileno())
            tell(waiting_bytes)
            _forget_cached(file.fileno())
        return digest.digest()

    def _at(self, name: str) -> tuple[str, dict[str, Any]]:
        """How to name a file here to a function of `os`. Raises ValueError for what is no plain name."""
        if name in ("", ".", "..") or any(character in name for character in "/\\:\0"):
            raise ValueError("not a plain name")
        if self._descriptor is None:
            return str(self.path / name), {}
        return name, {"dir_fd": self._descriptor}


@contextlib.contextmanager
def _as_far_as_it_goes() -> Iterator[None]:
    """For what FAT has no place for, some file systems in user space do not know, and another account's files do not allow."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_HERE | {errno.EPERM, errno.EACCES}:
            raise


def _sync_file(descriptor: int) -> None:
    os.fsync(descriptor)
    if sys.platform == "darwin":
        # There an fsync stops at the drive's cache.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def _forget_cached(descriptor: int) -> None:
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_NOCACHE, 1)
    elif hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
