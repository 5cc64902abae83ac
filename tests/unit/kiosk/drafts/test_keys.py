"""Draft keys: where they are kept, for how long, and that destroying one really overwrites it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from kiosk.drafts.keys import RECOVERABLE_FOR_S, SLOT_BYTES, DraftKeys, KeyPolicy
from kiosk.errors import DiskFull, KeyFault, StorageFault

DRAFT, OTHER = "d" * 32, "e" * 32
HOUR_S = 3_600


class FixedKek:
    def __init__(self, kek: bytes = bytes(32)) -> None:
        self._kek = kek

    def kek(self) -> bytes:
        return self._kek


class LockedKek:
    def kek(self) -> bytes:
        raise KeyFault("keyring-locked", "locked")


@pytest.fixture
def slots(tmp_path: Path) -> Path:
    return tmp_path / "keyslots"


def recoverable_keys(slots: Path) -> DraftKeys:
    return DraftKeys(KeyPolicy.KEYRING, slots, FixedKek())


def test_ram_keeps_a_key_only_in_this_process(slots: Path) -> None:
    keys = DraftKeys(KeyPolicy.RAM, slots, None)
    key = keys.create(DRAFT)
    assert len(key) == 32
    assert keys.recover(DRAFT) == key
    assert not slots.exists()
    assert DraftKeys(KeyPolicy.RAM, slots, None).recover(DRAFT) is None


def test_every_draft_has_its_own_key(slots: Path) -> None:
    keys = recoverable_keys(slots)
    assert keys.create(DRAFT) != keys.create(OTHER)


def test_a_key_survives_the_process_where_policy_allows(slots: Path) -> None:
    key = recoverable_keys(slots).create(DRAFT)
    later = recoverable_keys(slots)
    assert later.recoverable() == [DRAFT]
    assert later.recover(DRAFT) == key
    assert later.recover(OTHER) is None


def test_a_slot_tells_nothing_and_is_the_owners_alone(slots: Path) -> None:
    key = recoverable_keys(slots).create(DRAFT)
    (slot,) = slots.iterdir()
    assert len(slot.read_bytes()) == SLOT_BYTES
    assert key not in slot.read_bytes()
    assert stat.S_IMODE(slot.stat().st_mode) == 0o600
    assert stat.S_IMODE(slots.stat().st_mode) == 0o700


def test_a_slot_opens_only_with_its_keyring_and_under_its_name(slots: Path) -> None:
    recoverable_keys(slots).create(DRAFT)
    assert DraftKeys(KeyPolicy.KEYRING, slots, FixedKek(bytes([1] * 32))).recover(DRAFT) is None
    (slots / f"{DRAFT}.slot").rename(slots / f"{OTHER}.slot")
    assert recoverable_keys(slots).recover(OTHER) is None


def test_destroying_overwrites_every_block_of_the_slot_before_it_goes(slots: Path) -> None:
    keys = recoverable_keys(slots)
    key = keys.create(DRAFT)
    (slot,) = slots.iterdir()
    # The open file still leads to the block after its name is gone.
    with slot.open("rb") as held:
        before = held.read()
        keys.destroy(DRAFT)
        assert not slot.exists()
        held.seek(0)
        after = held.read()
    assert len(after) == SLOT_BYTES
    assert before[:73] != after[:73]
    assert sum(a == b for a, b in zip(before, after, strict=True)) < SLOT_BYTES // 64
    assert keys.recover(DRAFT) is None
    assert key not in after


def test_a_disk_that_refuses_the_overwriting_keeps_no_way_to_the_key(slots: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = recoverable_keys(slots)
    keys.create(DRAFT)

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DiskFull):
        keys.destroy(DRAFT)
    monkeypatch.undo()
    assert list(slots.iterdir()) == []
    assert keys.recover(DRAFT) is None


def test_destroying_forgets_the_copy_in_memory(slots: Path) -> None:
    keys = DraftKeys(KeyPolicy.RAM, slots, None)
    keys.create(DRAFT)
    held = keys._in_memory[DRAFT]
    keys.destroy(DRAFT)
    keys.destroy(DRAFT)
    assert held == bytes(32)
    assert keys.recover(DRAFT) is None


@pytest.mark.parametrize(("age_h", "kept"), [(0, True), (23, True), (25, False), (-23, True), (-25, True)])
def test_slots_are_recoverable_for_a_day(slots: Path, age_h: int, kept: bool) -> None:
    recoverable_keys(slots).create(DRAFT)
    born_s = (slots / f"{DRAFT}.slot").stat().st_mtime
    later = DraftKeys(KeyPolicy.KEYRING, slots, FixedKek(), now_s=lambda: born_s + age_h * HOUR_S)
    assert RECOVERABLE_FOR_S == 24 * HOUR_S
    assert later.recoverable() == ([DRAFT] if kept else [])
    assert list(slots.iterdir()) == ([slots / f"{DRAFT}.slot"] if kept else [])


HOURS_1970, YEAR_2099 = 5 * HOUR_S, 4_070_908_800


@pytest.mark.parametrize("now_s", [HOURS_1970, YEAR_2099])
def test_a_clock_that_cannot_be_right_throws_nothing_away(slots: Path, now_s: int) -> None:
    recoverable_keys(slots).create(DRAFT)
    assert DraftKeys(KeyPolicy.KEYRING, slots, FixedKek(), now_s=lambda: now_s).recoverable() == [DRAFT]


@pytest.mark.parametrize("born_s", [HOURS_1970, YEAR_2099])
def test_a_slot_from_a_wrong_clock_gets_its_day_once_the_clock_is_right(slots: Path, born_s: int) -> None:
    recoverable_keys(slots).create(DRAFT)
    os.utime(slots / f"{DRAFT}.slot", (born_s, born_s))
    set_s = 1_800_000_000
    for hours, kept in ((0, True), (23, True), (25, False)):
        keys = DraftKeys(KeyPolicy.KEYRING, slots, FixedKek(), now_s=lambda hours=hours: set_s + hours * HOUR_S)
        assert keys.recoverable() == ([DRAFT] if kept else [])


def test_the_newest_comes_first(slots: Path) -> None:
    keys = recoverable_keys(slots)
    keys.create(DRAFT)
    keys.create(OTHER)
    born_s = (slots / f"{DRAFT}.slot").stat().st_mtime
    os.utime(slots / f"{DRAFT}.slot", (born_s - 60, born_s - 60))
    assert keys.recoverable() == [OTHER, DRAFT]


def test_changing_to_ram_destroys_what_was_recoverable(slots: Path) -> None:
    recoverable_keys(slots).create(DRAFT)
    assert DraftKeys(KeyPolicy.RAM, slots, None).recoverable() == []
    assert list(slots.iterdir()) == []


def test_without_the_keyring_there_is_no_key_rather_than_a_weaker_one(slots: Path) -> None:
    keys = DraftKeys(KeyPolicy.KEYRING, slots, LockedKek())
    with pytest.raises(KeyFault):
        keys.create(DRAFT)
    assert keys.recover(DRAFT) is None
    with pytest.raises(ValueError, match="needs a source"):
        DraftKeys(KeyPolicy.KEYRING, slots, None)


def test_a_slot_that_cannot_be_written_is_told(slots: Path) -> None:
    slots.write_bytes(b"in the way")
    with pytest.raises(StorageFault) as caught:
        recoverable_keys(slots).create(DRAFT)
    assert not isinstance(caught.value, DiskFull)
