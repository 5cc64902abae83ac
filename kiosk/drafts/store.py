"""Drafts: everything of an unfinished story as sealed records in `drafts.sqlite3`.

In the clear are only random ids, the kind of a record, counters and sizes. The window and the recorder process each hold a
`DraftStore` of their own on the same file; every record is one short transaction.
"""

from __future__ import annotations

import json
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.drafts.database import Database, draft_gone
from kiosk.drafts.sealing import KEY_BYTES, BrokenRecord, Place, broken_record, padded_json, seal, unseal

_SESSION, _TAKE, _CHUNK, _BLOB = "session", "take", "chunk", "blob"
_SESSION_BUCKET_BYTES = 1_024
_TAKE_BUCKET_BYTES = 64
_CHUNK_HEADER = struct.Struct("<QII")  # first frame, frames, sample rate


@dataclass(frozen=True)
class Chunk:
    """At most a second of mono sound as one self-contained FLAC file. `first_frame` counts from the take's first kept frame."""

    first_frame: int
    frames: int
    sample_rate_hz: int
    flac: bytes


@dataclass(frozen=True)
class TakeInfo:
    """`frames` are all that were committed; without any, both numbers are 0. Damage within shows when the chunks are read."""

    take_id: str
    prompt_id: str
    frames: int
    sample_rate_hz: int


class DraftStore:
    """Raises DiskFull and StorageFault from every method. May be used from any thread; calls wait for each other."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)

    def __enter__(self) -> DraftStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    def create(self) -> str:
        """The random id of a new, empty draft."""
        draft_id = secrets.token_hex(16)
        with self._database.transaction() as connection:
            connection.execute("INSERT INTO drafts (draft_id) VALUES (?)", (draft_id,))
        return draft_id

    def open(self, draft_id: str, key: bytes) -> Draft:
        """Raises DraftGone. A wrong key shows as BrokenRecord when something is read."""
        if len(key) != KEY_BYTES:
            raise ValueError("a draft key has 32 bytes")
        if draft_id not in self.draft_ids():
            raise draft_gone()
        return Draft(self._database, draft_id, bytes(key))

    def delete(self, draft_id: str) -> None:
        """Removes all records, from the log too. Destroy the key first: that is the deletion, this only tidies up."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM drafts WHERE draft_id = ?", (draft_id,))
        self._database.truncate_log()

    def draft_ids(self) -> list[str]:
        return [draft_id for (draft_id,) in self._database.rows("SELECT draft_id FROM drafts ORDER BY draft_id")]


class Draft:
    """One unfinished story, opened with its key. Reading raises BrokenRecord where a record does not open."""

    def __init__(self, database: Database, draft_id: str, key: bytes) -> None:
        self.draft_id = draft_id
        self._database = database
        self._key = key

    def save_session(self, session: dict[str, Any]) -> None:
        """Replaces the last one."""
        self._write(self._place(_SESSION, "", 0), padded_json(session, _SESSION_BUCKET_BYTES), replace=True)

    def load_session(self) -> dict[str, Any] | None:
        place = self._place(_SESSION, "", 0)
        if not self._numbers(_SESSION, ""):
            return None
        return dict(_json(self._read(place)))

    def new_take(self, prompt_id: str) -> str:
        """The random id of a new take that answers `prompt_id`."""
        take_id = secrets.token_hex(16)
        [(last,)] = self._database.rows("SELECT max(number) FROM records WHERE draft_id = ? AND kind = ?", self.draft_id, _TAKE)
        following = 0 if last is None else last + 1
        self._write(self._place(_TAKE, take_id, following), padded_json({"prompt_id": prompt_id}, _TAKE_BUCKET_BYTES))
        return take_id

    def append_chunk(self, take_id: str, number: int, chunk: Chunk) -> None:
        """The commit point of recorded sound: on return it survives a pulled plug. Raises DiskFull, DraftGone."""
        header = _CHUNK_HEADER.pack(chunk.first_frame, chunk.frames, chunk.sample_rate_hz)
        self._write(self._place(_CHUNK, take_id, number), header + chunk.flac)

    def chunks(self, take_id: str, from_frame: int = 0) -> Iterator[Chunk]:
        """In order, from the one that holds `from_frame`: what lies before it in an hour is not decrypted again and again.

        Raises BrokenRecord at the first that is damaged, missing or out of line; all before it have been given.
        """
        # One short query for each, so that a slow reader never keeps the log from being truncated.
        numbers = self._numbers(_CHUNK, take_id)
        begin = self._holding(take_id, numbers, from_frame) if from_frame else 0
        next_frame: int | None = 0 if begin == 0 else None
        for expected, number in enumerate(numbers[begin:], start=begin):
            if number != expected:
                raise broken_record()
            chunk = self._chunk(take_id, number)
            if next_frame not in (None, chunk.first_frame):
                raise broken_record()
            next_frame = chunk.first_frame + chunk.frames
            yield chunk

    def frames(self, take_id: str) -> int:
        """As `takes` says. Raises BrokenRecord for a take that is not there."""
        for number in self._numbers(_TAKE, take_id):
            return self._take_info(take_id, number).frames
        raise broken_record()

    def takes(self) -> list[TakeInfo]:
        """In the order in which they were begun."""
        rows = self._database.rows(
            "SELECT record_id, number FROM records WHERE draft_id = ? AND kind = ? ORDER BY number", self.draft_id, _TAKE
        )
        return [self._take_info(take_id, number) for take_id, number in rows]

    def discard_take(self, take_id: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM records WHERE draft_id = ? AND record_id = ? AND kind IN (?, ?)", (self.draft_id, take_id, _TAKE, _CHUNK)
            )

    def put_blob(self, data: bytes) -> str:
        """The random id of the sealed copy."""
        blob_id = secrets.token_hex(16)
        self._write(self._place(_BLOB, blob_id, 0), data)
        return blob_id

    def blob(self, blob_id: str) -> bytes:
        return self._read(self._place(_BLOB, blob_id, 0))

    def blob_ids(self) -> list[str]:
        rows = self._database.rows("SELECT record_id FROM records WHERE draft_id = ? AND kind = ?", self.draft_id, _BLOB)
        return [blob_id for (blob_id,) in rows]

    def delete_blob(self, blob_id: str) -> None:
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM records WHERE draft_id = ? AND record_id = ? AND kind = ?", (self.draft_id, blob_id, _BLOB))

    def _take_info(self, take_id: str, number: int) -> TakeInfo:
        prompt_id = str(_json(self._read(self._place(_TAKE, take_id, number)))["prompt_id"])
        numbers = self._numbers(_CHUNK, take_id)
        if not numbers:
            return TakeInfo(take_id, prompt_id, 0, 0)
        try:
            last = self._chunk(take_id, numbers[-1])
        except BrokenRecord:
            return self._intact_prefix(take_id, prompt_id)
        return TakeInfo(take_id, prompt_id, last.first_frame + last.frames, last.sample_rate_hz)

    def _holding(self, take_id: str, numbers: list[int], frame: int) -> int:
        """Where in `numbers` the chunk with that frame is, the last one if it lies beyond all."""
        low, high = 0, len(numbers)
        while high - low > 1:
            middle = (low + high) // 2
            try:
                before = self._chunk(take_id, numbers[middle]).first_frame <= frame
            except BrokenRecord:
                before = False  # nothing from there on can be read: whoever tries meets the damage at its place
            low, high = (middle, high) if before else (low, middle)
        return low

    def _intact_prefix(self, take_id: str, prompt_id: str) -> TakeInfo:
        frames = sample_rate_hz = 0
        try:
            for chunk in self.chunks(take_id):
                frames, sample_rate_hz = frames + chunk.frames, chunk.sample_rate_hz
        except BrokenRecord:
            return TakeInfo(take_id, prompt_id, frames, sample_rate_hz)
        return TakeInfo(take_id, prompt_id, frames, sample_rate_hz)

    def _chunk(self, take_id: str, number: int) -> Chunk:
        plain = self._read(self._place(_CHUNK, take_id, number))
        first_frame, frames, sample_rate_hz = _CHUNK_HEADER.unpack_from(plain)
        return Chunk(first_frame, frames, sample_rate_hz, plain[_CHUNK_HEADER.size :])

    def _place(self, kind: str, record_id: str, number: int) -> Place:
        return Place(self.draft_id, kind, record_id, number)

    def _numbers(self, kind: str, record_id: str) -> list[int]:
        rows = self._database.rows(
            "SELECT number FROM records WHERE draft_id = ? AND kind = ? AND record_id = ? ORDER BY number", self.draft_id, kind, record_id
        )
        return [number for (number,) in rows]

    def _write(self, place: Place, plain: bytes, *, replace: bool = False) -> None:
        verb = "INSERT OR REPLACE" if replace else "INSERT"
        box = seal(self._key, place, plain)
        with self._database.transaction() as connection:
            connection.execute(
                f"{verb} INTO records (draft_id, kind, record_id, number, box) VALUES (?, ?, ?, ?, ?)",
                (place.draft_id, place.kind, place.record_id, place.number, box),
            )

    def _read(self, place: Place) -> bytes:
        rows = self._database.rows(
            "SELECT box FROM records WHERE draft_id = ? AND kind = ? AND record_id = ? AND number = ?",
            place.draft_id,
            place.kind,
            place.record_id,
            place.number,
        )
        if not rows:
            raise broken_record()
        return unseal(self._key, place, rows[0][0])


def _json(plain: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(plain)
    return value
