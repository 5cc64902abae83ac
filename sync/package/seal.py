"""Sealing a bag into an age v1 file (C2SP age.md) and opening one.

A sealed file gets its name only after it was synced, read back from the disk and compared. No step leaves plaintext on a disk.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyrage

from sync.contract.faults import BadInput, EnvironmentFault
from sync.contract.package import LIMITS, Limits
from sync.durable import fsync_directory
from sync.package.age import PieceReader, SealWriter, decrypt_file, encrypt_pieces
from sync.package.bag import BagReader, Member, OpenedBag, Sink, bag_files
from sync.package.tar import tar_pieces

# What a killed process may leave beside its destination: always ciphertext, never complete under the final name.
PARTIAL_SUFFIX = ".partial"

# Every sealed file carries the same time, 2000-01-01, so that a seized disk does not tell when somebody spoke.
CONSTANT_MTIME_S = 946_684_800

_READ_BYTES = 1024 * 1024


@dataclass(frozen=True)
class SealedFile:
    """`sha256` and `size_bytes` are those of the file as it was read back from the disk."""

    path: Path
    sha256: str
    size_bytes: int


def _no_step(_name: str) -> None:
    """What `on_step` is when nobody watches."""


def seal_package(
    members: Iterable[Member],
    *,
    bag_name: str,
    recipients: Iterable[str],
    destination: Path,
    on_step: Callable[[str], None] = _no_step,
) -> SealedFile:
    """Streams `members` into a bag, a tar and an age file at `destination`, which appears whole or not at all.

    One member is in memory at a time. `on_step` is told `sealing`, `written`, `synced`, `verified`, `renamed`; after `renamed`
    the file is durable. Blocking; call from a background thread. Memory beyond the member: about 1 MB.

    Raises EnvironmentFault (`disk-full`, `storage`, `recipients`), FileExistsError if the destination is taken (our bug), and
    unchanged whatever `members` raises. After any of them neither the destination nor a temporary file is left.
    """
    keys = parse_recipients(recipients)
    if destination.exists():
        raise FileExistsError(f"{destination.name} exists: sealed files are never overwritten")
    source = PieceReader(tar_pieces(bag_files(members, bag_name)))
    partial = destination.with_name(destination.name + PARTIAL_SUFFIX)
    try:
        try:
            sha256, size_bytes = _write_partial(partial, source, keys, on_step)
            _publish(partial, destination)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        if error is source.error:
            raise
        raise _storage_fault(error) from error
    on_step("renamed")
    return SealedFile(destination, sha256, size_bytes)


def remove_partial_files(folder: Path) -> int:
    """Removes what killed sealings left in `folder`; returns how many. Call only while nothing is being sealed there."""
    leftovers = list(folder.glob(f"*{PARTIAL_SUFFIX}"))
    for leftover in leftovers:
        leftover.unlink()
    return len(leftovers)


def open_package(path: Path, identities: Iterable[str], sink: Sink, limits: Limits = LIMITS) -> OpenedBag:
    """Decrypts and reads strictly in one pass; no plaintext but what `sink` stores. Runs in the calling thread.

    `identities` are `AGE-SECRET-KEY-1…` lines. What `sink` was given counts only after this has returned: age authenticates
    64 KiB at a time, so a cut file yields true data before the cut shows.

    Raises BrokenPackage, BadInput for an identity that is none, EnvironmentFault if the file cannot be read, and unchanged
    whatever `sink` raises.
    """
    keys = parse_identities(identities)
    try:
        file = path.open("rb")
    except OSError as error:
        raise EnvironmentFault("storage", "The package cannot be read from this disk. Nothing was changed.") from error
    bag = BagReader(sink, limits)
    try:
        with file:
            decrypt_file(file, bag.feed, keys)
        return bag.finish()
    finally:
        bag.close()


def _write_partial(
    partial: Path, source: PieceReader, keys: list[pyrage.x25519.Recipient], on_step: Callable[[str], None]
) -> tuple[str, int]:
    """Writes, syncs and reads back; returns SHA-256 and size in bytes."""
    # A leftover of the same name comes from a killed attempt at the same destination; O_EXCL then refuses links put in its place.
    partial.unlink(missing_ok=True)
    fd = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), 0o600)
    try:
        on_step("sealing")
        writer = SealWriter(lambda view: os.write(fd, view))
        encrypt_pieces(source, writer, keys)
        on_step("written")
        os.fsync(fd)
        on_step("synced")
        if _read_back(fd) != (writer.sha256, writer.written_bytes):
            raise OSError(errno.EIO, "the disk gave back something else than was written")
        # After the read-back, because reading moves the access time.
        os.utime(partial, (CONSTANT_MTIME_S, CONSTANT_MTIME_S))
        os.fsync(fd)
        on_step("verified")
    finally:
        os.close(fd)
    return writer.sha256, writer.written_bytes


def _read_back(fd: int) -> tuple[str, int]:
    """SHA-256 and size of what is really on the disk, as far as the system lets its page cache go."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
    os.lseek(fd, 0, os.SEEK_SET)
    digest, size_bytes = hashlib.sha256(), 0
    while piece := os.read(fd, _READ_BYTES):
        digest.update(piece)
        size_bytes += len(piece)
    return digest.hexdigest(), size_bytes


def _publish(partial: Path, destination: Path) -> None:
    """Durable under the final name, or not there."""
    os.replace(partial, destination)
    try:
        fsync_directory(destination.parent)
    except OSError:
        # The caller is told that nothing was sealed, so nothing may be found.
        destination.unlink(missing_ok=True)
        raise


def parse_recipients(recipients: Iterable[str]) -> list[pyrage.x25519.Recipient]:
    """Raises EnvironmentFault (`recipients`)."""
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError as error:
        raise EnvironmentFault("recipients", "The archive's key on this device is damaged. Please enrol the device again.") from error
    if not keys:
        raise EnvironmentFault("recipients", "This device does not know for whom to seal. Please enrol the device again.")
    return keys


def parse_identities(identities: Iterable[str]) -> list[pyrage.x25519.Identity]:
    """Raises BadInput (`identity`)."""
    try:
        keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    except pyrage.IdentityError as error:
        raise BadInput("identity", "This is not an age identity. It begins with AGE-SECRET-KEY-1.") from error
    if not keys:
        raise BadInput("identity", "No age identity was given to open the package with.")
    return keys


def _storage_fault(error: OSError) -> EnvironmentFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentFault("disk-full", "This device is full. What you have said so far is safe. Please call staff.")
    return EnvironmentFault("storage", "This device's disk does not work as it must. What you have said so far is safe. Please call staff.")
