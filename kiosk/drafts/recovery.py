"""Ending drafts, and finding at start what an earlier run has left unfinished."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.drafts.keys import DraftKeys
from kiosk.drafts.sealing import BrokenRecord
from kiosk.drafts.store import Draft, DraftStore


def discard(store: DraftStore, keys: DraftKeys, draft_id: str) -> None:
    """The key first: a crash in between leaves records that nothing opens, which the next `unfinished` removes."""
    keys.destroy(draft_id)
    store.delete(draft_id)


def unfinished(store: DraftStore, keys: DraftKeys, spare: Collection[str] = ()) -> list[Draft]:
    """What can be resumed, newest first. Removes drafts that can no longer be opened, and slots whose draft is gone.

    To be called at start, before a new draft is made; later only with the drafts in `spare` that this run holds, which are not touched.
    Raises KeyFault, DiskFull, StorageFault; then nothing more is removed.
    """
    stored = set(store.draft_ids()) - set(spare)
    found = []
    for draft_id in keys.recoverable():
        if draft_id in spare:
            continue
        draft = _open(store, keys, draft_id) if draft_id in stored else None
        if draft is None:
            keys.destroy(draft_id)
        else:
            found.append(draft)
    for draft_id in stored - {draft.draft_id for draft in found}:
        discard(store, keys, draft_id)
    return found


def _open(store: DraftStore, keys: DraftKeys, draft_id: str) -> Draft | None:
    key = keys.recover(draft_id)
    if key is None:
        return None
    draft = store.open(draft_id, key)
    try:
        draft.load_session()
    except BrokenRecord:
        return None
    return draft
