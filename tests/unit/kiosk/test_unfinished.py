"""Stories an earlier run left: found, told apart, taken up, deleted; never the one that is told now."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from told_story import FixedKek

from kiosk.audio.codec import encode_flac_chunk
from kiosk.drafts.keys import RECOVERABLE_FOR_S, DraftKeys, KeyPolicy
from kiosk.drafts.store import Chunk, DraftStore
from kiosk.staff.unfinished import UnfinishedStory
from kiosk.submission import Storage
from kiosk.ui.visit import begin_visit, resume_visit
from kiosk.unfinished import UnfinishedStories
from sync.outbox import Outbox


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with DraftStore(tmp_path / "drafts.sqlite3") as drafts, Outbox(tmp_path / "outbox.sqlite3") as outbox:
        keys = DraftKeys(KeyPolicy.KEYRING, tmp_path / "keyslots", FixedKek())
        yield Storage(drafts, keys, outbox, tmp_path)


def tell(storage: Storage) -> str:
    visit = begin_visit(storage.drafts, storage.keys, "en")
    take_id = visit.draft.new_take("why")
    flac = encode_flac_chunk(np.full(48_000, 0.1, np.float32))
    visit.draft.append_chunk(take_id, 0, Chunk(0, 48_000, 48_000, flac))
    return visit.draft.draft_id


def test_what_was_said_and_never_kept_is_found(storage: Storage) -> None:
    draft_id = tell(storage)
    stories = UnfinishedStories(storage)
    stories.find()
    assert stories.list() == [UnfinishedStory(draft_id, answers=1, duration_ms=1_000)]
    visit = resume_visit(storage.drafts, storage.keys, draft_id)
    assert visit is not None
    unkept = visit.unkept("why")
    assert unkept is not None
    assert unkept.duration_ms == 1_000
    assert visit.unkept("challenge") is None
    visit.session.keep_take("why", unkept.take_ids, unkept.duration_ms, [])
    assert visit.unkept("why") is None


def test_what_is_told_now_is_not_staffs(storage: Storage) -> None:
    stories = UnfinishedStories(storage)
    stories.find()
    draft_id = tell(storage)
    assert stories.list() == []
    stories.delete(draft_id)
    assert storage.drafts.draft_ids() == [draft_id]


def test_deleting_is_for_good(storage: Storage) -> None:
    draft_id = tell(storage)
    stories = UnfinishedStories(storage)
    stories.find()
    stories.delete(draft_id)
    assert stories.list() == []
    assert storage.drafts.draft_ids() == []
    assert storage.keys.recover(draft_id) is None


def test_one_that_was_taken_up_is_hers(storage: Storage) -> None:
    draft_id = tell(storage)
    stories = UnfinishedStories(storage)
    stories.find()
    stories.take(draft_id)
    stories.delete(draft_id)
    assert storage.drafts.draft_ids() == [draft_id]


def test_a_booth_that_runs_for_days_holds_nothing_for_longer_than_one(storage: Storage, tmp_path: Path) -> None:
    draft_id = tell(storage)
    now_s = time.time()
    keys = DraftKeys(KeyPolicy.KEYRING, tmp_path / "keyslots", FixedKek(), now_s=lambda: now_s)
    stories = UnfinishedStories(replace(storage, keys=keys))
    stories.find()
    now_s += RECOVERABLE_FOR_S - 60
    stories.expire()
    assert [story.draft_id for story in stories.list()] == [draft_id]
    now_s += 120
    stories.expire()
    assert stories.list() == []
    assert storage.drafts.draft_ids() == []
    assert keys.recover(draft_id) is None


def test_a_draft_without_a_key_cannot_be_resumed(storage: Storage) -> None:
    draft_id = storage.drafts.create()
    assert resume_visit(storage.drafts, storage.keys, draft_id) is None
