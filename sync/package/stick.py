"""A USB stick (or any folder that somebody carries) between kiosk and archive: its layout, and its faults as sentences.

Everything of ours lies in one folder on it, and nothing outside that folder is read or written. Names come from ids (`sync.contract
.courier`), never from what a file says.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sync.contract.courier import FOLDER, PACKAGES_FOLDER, package_file, package_id_of
from sync.contract.faults import EnvironmentFault
from sync.package.seal import PARTIAL_SUFFIX
from sync.package.stick_folder import DamagedCopy, NotAFile, StickFolder, Tell, tell_nobody

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ESTALE, errno.ENOTCONN, errno.ESHUTDOWN}


class StickFault(EnvironmentFault):
    """What the stick is or does: `stick-full`, `stick-read-only`, `stick-gone`, `stick-unreadable`, `file-too-large`."""


_SENTENCES = {
    "stick-full": "The USB stick is full. Use an empty one, or one with more room.",
    "stick-read-only": "The USB stick cannot be written to. Move the small switch on its side, or use another one.",
    "stick-gone": "The USB stick is not there, or was pulled out too early. Plug it in and do it again: it goes on where it stopped.",
    "stick-unreadable": "The USB stick does not give back what was written to it, or is damaged. Use another one.",
    "file-too-large": "A story is too large for the way this USB stick is formatted. Format it as exFAT, or use another one.",
}


def stick_fault(code: str) -> StickFault:
    return StickFault(code, _SENTENCES[code])


class Stick:
    """One stick, from `open_stick` to `close`. Every method raises StickFault for what the stick does, NotAFile for links and the like."""

    def __init__(self, root: StickFolder, ours: StickFolder, packages: StickFolder | None) -> None:
        self._root, self._ours, self._packages = root, ours, packages

    def __enter__(self) -> Stick:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for folder in (self._packages, self._ours, self._root):
            if folder is not None:
                folder.close()

    def names(self, wanted: Callable[[str], bool]) -> list[str]:
        """Files of ours beside the packages, sorted."""
        with self._faults():
            return [name for name in self._ours.names() if wanted(name)]

    def read(self, name: str, most_bytes: int) -> bytes | None:
        """A small file; None when it is not there. One that is longer gives one byte more than `most_bytes`, which no reader takes."""
        with self._faults():
            try:
                with self._ours.open_file(name) as file:
                    content = b""
                    while len(content) <= most_bytes and (piece := file.read(most_bytes + 1 - len(content))):
                        content += piece
                    return content
            except FileNotFoundError:
                return None

    def write(self, name: str, content: bytes) -> None:
        """Replaces a small file, whole."""
        with self._faults():
            self._ours.put(name, [content])

    def package_ids(self) -> list[str]:
        with self._faults():
            names = [] if self._packages is None else self._packages.names()
        return [package_id for name in names if (package_id := package_id_of(name)) is not None]

    def package_bytes(self, package_id: str) -> int | None:
        """The size of a package's file; None when it is not there."""
        with self._faults():
            return None if self._packages is None else self._packages.size_of(package_file(package_id))

    def open_package(self, package_id: str) -> BinaryIO | None:
        """For reading from the medium; None when it is not there. What goes wrong while it is read is for `reading` to explain."""
        with self._faults():
            if self._packages is None:
                return None
            try:
                return self._packages.open_file(package_file(package_id))
            except FileNotFoundError:
                return None

    def put_package(
        self, package_id: str, pieces: Iterable[bytes], tell: Tell = tell_nobody, on_step: Callable[[str], None] = lambda step: None
    ) -> None:
        """See `StickFolder.put`. Faults that `pieces` raises pass through, but it must raise no OSError: that would be the stick's."""
        assert self._packages is not None, "a stick that is written to has all its folders"
        with self._faults():
            self._packages.put(package_file(package_id), pieces, tell, on_step)

    def remove_package(self, package_id: str) -> None:
        """Durable when it returns; one that is gone already is fine."""
        if self._packages is None:
            return
        with self._faults():
            self._packages.remove(package_file(package_id))
            self._packages.sync()

    def remove_partial(self, is_ours: Callable[[str], bool]) -> None:
        """What a copy that was cut short left of the packages that `is_ours`."""
        if self._packages is None:
            return
        with self._faults():
            for name in self._packages.names():
                package_id = package_id_of(name.removesuffix(PARTIAL_SUFFIX))
                if name.endswith(PARTIAL_SUFFIX) and package_id is not None and is_ours(package_id):
                    self._packages.remove(name)

    def free_bytes(self) -> int | None:
        """None where the file system does not say."""
        with self._faults():
            return self._ours.free_bytes()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Around whatever reads from `open_package`."""
        with self._faults():
            yield

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except DamagedCopy as error:
            raise stick_fault("stick-unreadable") from error
        except OSError as error:
            raise stick_fault(_code_of(error) if self._root.is_still_there() else "stick-gone") from error


def open_stick(path: Path, *, make: bool = False) -> Stick | None:
    """None when there is nothing of ours on it; with `make` the folders are made. Raises StickFault, NotAFile."""
    folders: list[StickFolder] = []
    try:
        folders.append(StickFolder.open(path))
        for name in (FOLDER, PACKAGES_FOLDER):
            inner = folders[-1].inner(name, make=make)
            if inner is None:
                break
            folders.append(inner)
    except (OSError, NotAFile) as error:
        for folder in folders:
            folder.close()
        if isinstance(error, NotAFile):
            raise
        raise stick_fault(_code_of(error)) from error
    if len(folders) == 1:
        folders[0].close()
        return None
    return Stick(folders[0], folders[1], folders[2] if len(folders) == 3 else None)


def _code_of(error: OSError) -> str:
    if error.errno in _FULL:
        return "stick-full"
    if error.errno in _READ_ONLY:
        return "stick-read-only"
    if error.errno in _GONE:
        return "stick-gone"
    return "file-too-large" if error.errno == errno.EFBIG else "stick-unreadable"
