"""The staff's passphrase: what it takes to open, what a planted file may ask for, and that nothing weaker stands in for it."""

from __future__ import annotations

import stat
import struct
from pathlib import Path

import pytest

from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.passphrase_kek import Cost, PassphraseKek, PassphraseMissing, UnfitPassphrase, WrongPassphrase
from kiosk.drafts.recovery import unfinished
from kiosk.drafts.store import DraftStore
from kiosk.errors import KeyFault

WORDS = "eleven patient herons walk home"
LEAST = Cost(opslimit=3, memory_kib=64 * 1024)
DRAFT = "d" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "passphrase.key"


def chosen(path: Path) -> PassphraseKek:
    kek = PassphraseKek(path, LEAST)
    kek.choose(WORDS)
    return kek


def test_the_same_words_give_the_same_key_in_the_next_run(path: Path) -> None:
    first = chosen(path)
    later = PassphraseKek(path)
    assert (later.chosen, later.unlocked) == (True, False)
    later.unlock(f"  {WORDS.replace(' ', '   ')} ")
    assert later.kek() == first.kek()
    assert len(first.kek()) == 32
    assert first.kek() not in path.read_bytes()
    assert WORDS.encode() not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_the_words_there_is_no_key(path: Path) -> None:
    kek = PassphraseKek(path)
    with pytest.raises(PassphraseMissing):
        kek.unlock(WORDS)
    chosen(path)
    with pytest.raises(WrongPassphrase):
        kek.unlock(WORDS + "s")
    with pytest.raises(PassphraseMissing):
        kek.kek()
    assert not kek.unlocked


def test_choosing_anew_makes_another_key_and_overwrites_the_old_file(path: Path) -> None:
    before = chosen(path).kek()
    old = path.open("rb")
    with old:
        kept = old.read()
        assert chosen(path).kek() != before
        old.seek(0)
        assert kept not in old.read()


@pytest.mark.parametrize("words", ["", "short", "  fifteen  chars "])
def test_a_short_passphrase_is_refused(path: Path, words: str) -> None:
    with pytest.raises(UnfitPassphrase):
        PassphraseKek(path, LEAST).choose(words)
    assert not path.exists()


@pytest.mark.parametrize(("at", "value"), [(8, 0), (8, 2), (8, 11), (8, 2**32 - 1), (12, 0), (12, 64 * 1024 - 1), (12, 2**20 + 1)])
def test_a_planted_file_can_ask_neither_for_little_nor_for_much(path: Path, at: int, value: int) -> None:
    chosen(path)
    raw = bytearray(path.read_bytes())
    struct.pack_into("<I", raw, at, value)
    path.write_bytes(raw)
    with pytest.raises(KeyFault, match="damaged"):
        PassphraseKek(path).unlock(WORDS)


@pytest.mark.parametrize("place", [0, 16, 32, 60, 103])
def test_a_changed_byte_opens_nothing(path: Path, place: int) -> None:
    chosen(path)
    raw = bytearray(path.read_bytes())
    assert len(raw) == 104
    raw[place] ^= 1
    path.write_bytes(raw)
    with pytest.raises((KeyFault, WrongPassphrase)):
        PassphraseKek(path).unlock(WORDS)
    path.write_bytes(raw[:-1])
    with pytest.raises(KeyFault):
        PassphraseKek(path).unlock(WORDS)


def test_before_it_is_typed_new_drafts_live_in_memory_and_old_ones_wait(path: Path, tmp_path: Path) -> None:
    slots = tmp_path / "keyslots"
    with DraftStore(tmp_path / "drafts.sqlite3") as store:
        earlier = DraftKeys(KeyPolicy.PASSPHRASE, slots, chosen(path))
        waiting = store.create()
        store.open(waiting, earlier.create(waiting)).save_session({"told": "yesterday"})

        kek = PassphraseKek(path)
        keys = DraftKeys(KeyPolicy.PASSPHRASE, slots, kek)
        with pytest.raises(PassphraseMissing):
            unfinished(store, keys)
        told_now = store.create()
        store.open(told_now, keys.create(told_now)).save_session({"told": "now"})
        assert [slot.stem for slot in slots.iterdir()] == [waiting]
        assert keys.recoverable() == [waiting]

        kek.unlock(WORDS)
        # Hers who is telling now is neither offered to the next person nor thrown away.
        assert [draft.draft_id for draft in unfinished(store, keys, keys.held())] == [waiting]
        assert sorted(store.draft_ids()) == sorted([waiting, told_now])
        after = store.create()
        keys.create(after)
        assert {slot.stem for slot in slots.iterdir()} == {waiting, after}


def test_the_policy_needs_a_source(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="passphrase policy"):
        DraftKeys(KeyPolicy.PASSPHRASE, tmp_path, None)
