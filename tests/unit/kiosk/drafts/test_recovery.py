"""What an earlier run left: resumed where it can be, removed where nobody can open it any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.recovery import discard, unfinished
from kiosk.drafts.store import DraftStore


class FixedKek:
    def kek(self) -> bytes:
        return bytes(32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore(tmp_path / "drafts.sqlite3") as store:
        yield store


def new_run(tmp_path: Path, policy: KeyPolicy = KeyPolicy.KEYRING) -> DraftKeys:
    return DraftKeys(policy, tmp_path / "keyslots", FixedKek())


def begin(store: DraftStore, keys: DraftKeys, name: str) -> str:
    draft_id = store.create()
    store.open(draft_id, keys.create(draft_id)).save_session({"name": name})
    return draft_id


def test_an_unfinished_story_is_found_again(tmp_path: Path, store: DraftStore) -> None:
    draft_id = begin(store, new_run(tmp_path), "a")
    found = unfinished(store, new_run(tmp_path))
    assert [draft.draft_id for draft in found] == [draft_id]
    assert found[0].load_session() == {"name": "a"}


def test_under_ram_nothing_outlives_the_process(tmp_path: Path, store: DraftStore) -> None:
    begin(store, new_run(tmp_path, KeyPolicy.RAM), "a")
    assert unfinished(store, new_run(tmp_path, KeyPolicy.RAM)) == []
    assert store.draft_ids() == []


def test_a_draft_that_does_not_open_and_a_slot_without_a_draft_go(tmp_path: Path, store: DraftStore) -> None:
    keys = new_run(tmp_path)
    kept, keyless, unreadable, deleted = (begin(store, keys, name) for name in "abcd")
    keys.destroy(keyless)
    store.open(unreadable, bytes(32)).save_session({"sealed": "with another key"})
    store.delete(deleted)
    assert [draft.draft_id for draft in unfinished(store, new_run(tmp_path))] == [kept]
    assert store.draft_ids() == [kept]
    assert [slot.stem for slot in (tmp_path / "keyslots").iterdir()] == [kept]


def test_a_crash_between_key_and_records_leaves_nothing_to_open(tmp_path: Path, store: DraftStore) -> None:
    keys = new_run(tmp_path)
    draft_id = begin(store, keys, "a")
    keys.destroy(draft_id)  # the first half of `discard`
    assert unfinished(store, new_run(tmp_path)) == []
    assert store.draft_ids() == []


def test_discard_removes_both(tmp_path: Path, store: DraftStore) -> None:
    keys = new_run(tmp_path)
    draft_id = begin(store, keys, "a")
    discard(store, keys, draft_id)
    assert (keys.recover(draft_id), store.draft_ids()) == (None, [])
