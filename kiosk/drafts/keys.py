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

from kiosk.drafts.clock import is_plausible
from kiosk.drafts.database import storage_faults
from kiosk.drafts.passphrase_kek import PassphraseMissing
from kiosk.drafts.sealing import KEY_BYTES, BrokenRecord, Place, seal, unseal
from sync.durable import fsync_directory

RECOVERABLE_FOR_S = 24 * 3600
# A whole file-system block: smaller files may be kept inside the inode, where an overwrite goes elsewhere.
SLOT_BYTES = 4_096
_SUFFIX = ".slot"
_BOX_BYTES = 1 + 24 + KEY_BYTES + 16


class KeyPolicy(StrEnum):
    """`ram`: a crash loses the draft. `keyring`: it can be resumed for a day by who holds the unlocked keyring of this account.
    `passphrase`: the same by who knows the staff's passphrase; a draft begun before it was typed is as under `ram`."""

    RAM = "ram"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"


class KekSource(Protocol):
    """Where the key-encryption key comes from."""

    def kek(self) -> bytes:
        """32 bytes, the same each time. Raises KeyFault."""


class DraftKeys:
    """Not thread-safe beyond what one dictionary is; the window's thread owns it. Raises KeyFault, DiskFull, StorageFault."""

    def __init__(self, policy: KeyPolicy, keyslots_dir: Path, kek_source: KekSource | None, now_s: Callable[[], float] = time.time) -> None:
        """`kek_source` may be None only with the policy `ram`."""
        if policy is not KeyPolicy.RAM and kek_source is None:
            raise ValueError(f"the {policy} policy needs a source of the key-encryption key")
        self._kek_source = None if policy is KeyPolicy.RAM else kek_source
        self._dir = keyslots_dir
        self._now_s = now_s
        self._in_memory: dict[str, bytearray] = {}

    def create(self, draft_id: str) -> bytes:
        """A new key for a new draft; unless the policy is `ram` it is on disk, wrapped, when this returns.

        Before the passphrase was typed it is in memory alone, which staff are shown: nobody can be kept from telling because of it.
        """
        key = secrets.token_bytes(KEY_BYTES)
        kek = self._kek_to_wrap_with()
        if kek is not None:
            box = seal(kek, _place(draft_id), key)
            with storage_faults():
                self._dir.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write_new_slot(self._slot(draft_id), box)
        self._in_memory[draft_id] = bytearray(key)
        return key

    def recover(self, draft_id: str) -> bytes | None:
        """The key, from memory or from its slot; None where there is neither, or the slot does not open with this keyring.

        Raises KeyFault (PassphraseMissing too) where the slot might open later.
        """
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

    def held(self) -> set[str]:
        """Drafts whose key is in memory: those that this run has begun or opened."""
        return set(self._in_memory)

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

    def _kek_to_wrap_with(self) -> bytes | None:
        try:
            return None if self._kek_source is None else self._kek_source.kek()
        except PassphraseMissing:
            return None

    def _ages_s(self) -> dict[str, float]:
        ages: dict[str, float] = {}
        for slot in self._dir.glob("*" + _SUFFIX):
            try:
                ages[slot.stem] = self._age_s(slot)
            except FileNotFoundError:
                continue  # its story was sent or discarded this very moment
        return ages

    def _age_s(self, slot: Path) -> float:
        """0 where one of the two times cannot be right: without a battery the clock may have begun in 1970, then or now.

        A day counts from the first moment at which both can be believed; a wrong clock must not throw a story away.
        """
        now_s, born_s = self._now_s(), slot.stat().st_mtime
        if not is_plausible(now_s):
            return 0.0
        if not is_plausible(born_s) or born_s > now_s:
            os.utime(slot, (now_s, now_s))
            return 0.0
        return now_s - born_s

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
