"""The draft store on a real SQLite file: what goes in comes out, and nothing of it lies in the clear."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.drafts.database import DraftGone
from kiosk.drafts.sealing import BrokenRecord
from kiosk.drafts.store import Chunk, Draft, DraftStore, TakeInfo
from kiosk.errors import DiskFull, StorageFault

KEY = bytes(range(32))
CANARY = "Zaynab-al-Canary"


def chunk(number: int, frames: int = 10) -> Chunk:
    return Chunk(number * 10, frames, 48_000, b"sound %d" % number)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "drafts.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[DraftStore]:
    with DraftStore(path) as store:
        yield store


@pytest.fixture
def draft(store: DraftStore) -> Draft:
    return store.open(store.create(), KEY)


def damage(path: Path, kind: str, number: int, change: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        changed = connection.execute(f"UPDATE records SET {change} WHERE kind = ? AND number = ?", (kind, number))
        assert changed.rowcount == 1
    connection.close()


def test_session_is_replaced_as_a_whole(draft: Draft) -> None:
    assert draft.load_session() is None
    draft.save_session({"page": "about", "name": CANARY})
    draft.save_session({"page": "photos"})
    assert draft.load_session() == {"page": "photos"}


def test_takes_keep_their_order_and_count_their_frames(draft: Draft) -> None:
    first, second, third = draft.new_take("why"), draft.new_take("challenge"), draft.new_take("why")
    for number in range(3):
        draft.append_chunk(first, number, chunk(number))
    draft.append_chunk(second, 0, chunk(0, frames=4))
    assert draft.takes() == [TakeInfo(first, "why", 30, 48_000), TakeInfo(second, "challenge", 4, 48_000), TakeInfo(third, "why", 0, 0)]
    assert list(draft.chunks(first)) == [chunk(0), chunk(1), chunk(2)]
    assert list(draft.chunks(third)) == []


def test_a_discarded_take_leaves_the_others(draft: Draft) -> None:
    old, new = draft.new_take("why"), draft.new_take("why")
    draft.append_chunk(old, 0, chunk(0))
    draft.append_chunk(new, 0, chunk(0))
    draft.discard_take(old)
    assert [take.take_id for take in draft.takes()] == [new]
    assert list(draft.chunks(old)) == []
    assert list(draft.chunks(new)) == [chunk(0)]


def test_blobs(draft: Draft) -> None:
    first, second = draft.put_blob(b"photo"), draft.put_blob(b"")
    assert (draft.blob(first), draft.blob(second)) == (b"photo", b"")
    draft.delete_blob(first)
    with pytest.raises(BrokenRecord):
        draft.blob(first)
    assert draft.blob(second) == b""


def test_another_process_sees_what_is_committed(path: Path, draft: Draft) -> None:
    take_id = draft.new_take("why")
    with DraftStore(path) as other:
        recorder = other.open(draft.draft_id, KEY)
        recorder.append_chunk(take_id, 0, chunk(0))
        draft.save_session({"page": "prompt-1"})
        recorder.append_chunk(take_id, 1, chunk(1))
    assert list(draft.chunks(take_id)) == [chunk(0), chunk(1)]


def test_two_writers_wait_for_each_other(path: Path, draft: Draft) -> None:
    take_id = draft.new_take("why")

    def record() -> None:
        with DraftStore(path) as other:
            recorder = other.open(draft.draft_id, KEY)
            for number in range(40):
                recorder.append_chunk(take_id, number, chunk(number))

    with ThreadPoolExecutor(1) as pool:
        recording = pool.submit(record)
        for number in range(40):
            draft.save_session({"number": number})
        recording.result()
    assert len(list(draft.chunks(take_id))) == 40
    assert draft.load_session() == {"number": 39}


@pytest.mark.parametrize("change", ["box = zeroblob(200)", "box = x''", "box = substr(box, 1, length(box) - 1)", "number = 9"])
def test_the_intact_prefix_of_a_damaged_take_stays_readable(path: Path, draft: Draft, change: str) -> None:
    take_id = draft.new_take("why")
    for number in range(5):
        draft.append_chunk(take_id, number, chunk(number))
    damage(path, "chunk", 3, change)
    chunks = draft.chunks(take_id)
    assert [next(chunks) for _ in range(3)] == [chunk(0), chunk(1), chunk(2)]
    with pytest.raises(BrokenRecord) as caught:
        next(chunks)
    assert caught.value.code == "draft-damaged"


def test_a_damaged_end_counts_only_the_prefix(path: Path, draft: Draft) -> None:
    take_id = draft.new_take("why")
    for number in range(3):
        draft.append_chunk(take_id, number, chunk(number))
    damage(path, "chunk", 2, "box = zeroblob(200)")
    assert draft.takes() == [TakeInfo(take_id, "why", 20, 48_000)]


def test_a_chunk_that_does_not_follow_is_refused(draft: Draft) -> None:
    take_id = draft.new_take("why")
    draft.append_chunk(take_id, 0, chunk(0))
    draft.append_chunk(take_id, 1, Chunk(11, 10, 48_000, b"sound"))
    with pytest.raises(BrokenRecord):
        list(draft.chunks(take_id))


def test_a_wrong_key_opens_nothing(store: DraftStore, draft: Draft) -> None:
    draft.save_session({"name": CANARY})
    with pytest.raises(BrokenRecord):
        store.open(draft.draft_id, bytes(32)).load_session()
    with pytest.raises(ValueError, match="32 bytes"):
        store.open(draft.draft_id, b"short")


def test_a_deleted_draft_refuses_the_recorder(store: DraftStore, draft: Draft) -> None:
    take_id = draft.new_take("why")
    store.delete(draft.draft_id)
    assert store.draft_ids() == []
    with pytest.raises(DraftGone):
        draft.append_chunk(take_id, 0, chunk(0))
    with pytest.raises(DraftGone):
        store.open(draft.draft_id, KEY)


def test_nothing_is_in_the_clear_and_nothing_stays_after_delete(path: Path, store: DraftStore) -> None:
    draft = store.open(store.create(), KEY)
    draft.save_session({"name": CANARY})
    take_id = draft.new_take("inspiration")
    draft.append_chunk(take_id, 0, Chunk(0, 10, 48_000, b"fLaC" + CANARY.encode() * 2_000))
    blob_id = draft.put_blob(b"\xff\xd8\xff" + CANARY.encode())
    while_open = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert draft.draft_id.encode() in while_open  # the scan sees what is there
    canaries = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode().hex().encode()]
    for secret in (*canaries, b"inspiration", b"fLaC", b"\xff\xd8\xff", KEY):
        assert secret not in while_open
    store.delete(draft.draft_id)
    after = b"".join(file.read_bytes() for file in path.parent.iterdir())
    for trace in (draft.draft_id, take_id, blob_id):
        assert trace.encode() not in after


def test_files_are_the_owners_alone(path: Path, draft: Draft) -> None:
    draft.save_session({})
    files = list(path.parent.iterdir())
    assert {file.name for file in files} >= {"drafts.sqlite3", "drafts.sqlite3-wal"}
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_commit_is_synced_to_the_disk(store: DraftStore) -> None:
    names = ("journal_mode", "synchronous", "secure_delete", "temp_store")
    settings = {name: store._database.rows(f"PRAGMA {name}")[0][0] for name in names}
    assert settings == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2}


def test_a_full_disk_is_told_apart_and_keeps_what_is_committed(store: DraftStore, draft: Draft) -> None:
    take_id = draft.new_take("why")
    draft.append_chunk(take_id, 0, chunk(0))
    with store._database.transaction() as connection:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite's own "disk is full"
    with pytest.raises(DiskFull):
        draft.append_chunk(take_id, 1, Chunk(10, 10, 48_000, bytes(500_000)))
    assert list(draft.chunks(take_id)) == [chunk(0)]


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    DraftStore(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StorageFault) as caught:
        DraftStore(path)
    assert caught.value.code == "drafts-newer"


def test_a_file_that_is_no_database_is_a_storage_fault(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 1_000)
    with pytest.raises(StorageFault) as caught:
        DraftStore(path)
    assert caught.value.code == "drafts-unusable"


@pytest.mark.parametrize("count", [1, 2, 7, 8])
def test_chunks_from_a_place_on_begin_with_the_one_that_holds_it(draft: Draft, count: int) -> None:
    take_id = draft.new_take("why")
    for number in range(count):
        draft.append_chunk(take_id, number, chunk(number))
    everything = list(draft.chunks(take_id))
    for frame in range(count * 10 + 15):
        assert list(draft.chunks(take_id, frame)) == everything[min(frame // 10, count - 1) :]
    assert draft.frames(take_id) == count * 10


def test_few_chunks_are_decrypted_to_find_a_place_in_many(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    take_id = draft.new_take("why")
    for number in range(200):
        draft.append_chunk(take_id, number, chunk(number))
    read: list[int] = []
    whole = draft._chunk
    monkeypatch.setattr(draft, "_chunk", lambda take, number: (read.append(number), whole(take, number))[1])
    assert next(draft.chunks(take_id, 1_777)).first_frame == 1_770
    assert len(read) < 10


@pytest.mark.parametrize("change", ["box = x'00'", "number = 99"])
def test_damage_is_met_at_its_place_from_wherever_one_reads(path: Path, draft: Draft, change: str) -> None:
    take_id = draft.new_take("why")
    for number in range(8):
        draft.append_chunk(take_id, number, chunk(number))
    damage(path, "chunk", 4, change)
    for frame in (0, 15, 35):
        reading = draft.chunks(take_id, frame)
        assert [next(reading).first_frame for _ in range(4 - frame // 10)][-1] == 30
        with pytest.raises(BrokenRecord):
            next(reading)
    with pytest.raises(BrokenRecord):
        list(draft.chunks(take_id, 75))


def test_a_take_that_is_not_there_has_no_frames(draft: Draft) -> None:
    assert draft.frames(draft.new_take("why")) == 0
    with pytest.raises(BrokenRecord):
        draft.frames("no such take")
