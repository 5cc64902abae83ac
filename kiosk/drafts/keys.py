"""Draft keys and where they live. Deleting the key is the deletion, so a key is in RAM and, where policy allows recovery after
a crash, in a key-slot file of its own: wrapped, and overwritten in place before it is unlinked. Never in SQLite.

On flash disks and copy-on-write file systems an overwrite may leave the old block behind; what lies there is only a wrapped key.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.drafts.database import storage_faults
from kiosk.drafts.sealing import KEY_BYTES, BrokenRecord, Place, seal, unseal
from sync.durable import fsync_directory

RECOVERABLE_FOR_S = 24 * 3600
# A whole file-system block: smaller files may be kept inside the inode, where an overwrite goes elsewhere.
SLOT_BYTES = 4_096
_SUFFIX = ".slot"
_BOX_BYTES = 1 + 24 + KEY_BYTES + 16


class KeyPolicy(StrEnum):
    """`ram`: a crash loses the draft. `keyring`: it can be resumed for a day by who holds the unlocked keyring of this account."""

    RAM = "ram"
    KEYRING = "keyring"


class KekSource(Protocol):
    """Where the key-encryption key comes from."""

    def kek(self) -> bytes:
        """32 bytes, the same each time. Raises KeyFault."""


class DraftKeys:
    """Not thread-safe beyond what one dictionary is; the window's thread owns it. Raises KeyFault, DiskFull, StorageFault."""

    def __init__(self, policy: KeyPolicy, keyslots_dir: Path, kek_source: KekSource | None, now_s: Callable[[], float] = time.time) -> None:
        """`kek_source` may be None only with the policy `ram`."""
        if policy is KeyPolicy.KEYRING and kek_source is None:
            raise ValueError("the keyring policy needs a source of the key-encryption key")
        self._kek_source = kek_source if policy is KeyPolicy.KEYRING else None
        self._dir = keyslots_dir
        self._now_s = now_s
        self._in_memory: dict[str, bytearray] = {}

    def create(self, draft_id: str) -> bytes:
        """A new key for a new draft; with the policy `keyring` it is on disk, wrapped, when this returns."""
        key = secrets.token_bytes(KEY_BYTES)
        if self._kek_source is not None:
            box = seal(self._kek_source.kek(), _place(draft_id), key)
            with storage_faults():
                self._dir.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write_new_slot(self._slot(draft_id), box)
        self._in_memory[draft_id] = bytearray(key)
        return key

    def recover(self, draft_id: str) -> bytes | None:
        """The key, from memory or from its slot; None where there is neither, or the slot does not open with this keyring."""
        if draft_id in self._in_memory:
            return bytes(self._in_memory[draft_id])
        slot = self._slot(draft_id)
        if self._kek_source is None or not slot.exists():
            return None
        with storage_faults():
            box = slot.read_bytes()[:_BOX_BYTES]
        try:
            key = unseal(self._kek_source.kek(), _place(draft_id), box)
        except BrokenRecord:
            return None
        self._in_memory[draft_id] = bytearray(key)
        return key

    def destroy(self, draft_id: str) -> None:
        """After this nothing on this device opens the draft. The commit point of Discard, and the last step of Send.

        Also where it raises, the key is out of memory and, if the disk lets go of it at all, out of its folder.
        """
        held = self._in_memory.pop(draft_id, None)
        if held is not None:
            held[:] = bytes(KEY_BYTES)
        with storage_faults():
            if self._slot(draft_id).exists():
                _erase_slot(self._slot(draft_id))

    def recoverable(self) -> list[str]:
        """Drafts whose slot is at most a day old, newest first. Older slots, and all of them under `ram`, are destroyed on the way."""
        ages = self._ages_s()
        keep = [draft_id for draft_id, age_s in ages.items() if self._kek_source is not None and age_s <= RECOVERABLE_FOR_S]
        for draft_id in ages.keys() - set(keep):
            self.destroy(draft_id)
        return sorted(keep, key=lambda draft_id: ages[draft_id])

    def _ages_s(self) -> dict[str, float]:
        ages: dict[str, float] = {}
        for slot in self._dir.glob("*" + _SUFFIX):
            try:
                # Without a battery the clock may have jumped back: a slot from up to a day "ahead" still counts.
                ages[slot.stem] = abs(self._now_s() - slot.stat().st_mtime)
            except FileNotFoundError:
                continue  # its story was sent or discarded this very moment
        return ages

    def _slot(self, draft_id: str) -> Path:
        return self._dir / (draft_id + _SUFFIX)


def _place(draft_id: str) -> Place:
    return Place(draft_id, "key", "", 0)


def _write_new_slot(slot: Path, box: bytes) -> None:
    descriptor = os.open(slot, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        # The block is allocated before the key goes in, so that the key only ever lies in the block that `destroy` overwrites.
        _write_all(descriptor, secrets.token_bytes(SLOT_BYTES))
        os.fsync(descriptor)
        _write_all(descriptor, box)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    fsync_directory(slot.parent)


def _erase_slot(slot: Path) -> None:
    try:
        # Without O_TRUNC: a truncated file would get a fresh block and leave the old one as it was.
        descriptor = os.open(slot, os.O_WRONLY)
        try:
            _write_all(descriptor, secrets.token_bytes(SLOT_BYTES))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    finally:
        # A full copy-on-write disk refuses the overwriting. The name goes all the same: nothing here finds the key by it again.
        slot.unlink()
        fsync_directory(slot.parent)


def _write_all(descriptor: int, data: bytes) -> None:
    """From the start of the file."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    written = 0
    while written < len(data):
        written += os.write(descriptor, data[written:])
