"""One person's visit: her session, its draft and the draft's key, from the first touch to Send or Leave.

The window makes one Visit when somebody begins and ends it when she goes; screens get single things of it as constructor arguments.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from kiosk.drafts.keys import DraftKeys
from kiosk.drafts.recovery import discard
from kiosk.drafts.store import Draft, DraftStore
from kiosk.story.session import Session
from kiosk.ui.recording import Recorded
from sync.contract.faults import Fault

log = logging.getLogger("kiosk.ui")


@dataclass
class Visit:
    """`key` opens the draft and is handed to the recorder process. Once `sent`, the draft is gone and belongs to the outbox."""

    session: Session
    draft: Draft
    key: bytes
    sent: bool = False

    def save(self) -> None:
        """Nothing once it is sent. Raises DiskFull, StorageFault; the last saved session stays."""
        if not self.sent:
            self.draft.save_session(self.session.to_record())

    def unkept(self, prompt: str) -> Recorded | None:
        """Sound of this prompt in the draft that the session does not know: it was recorded and a crash came before Keep."""
        kept = self.session.answers[prompt].take_ids
        takes = [take for take in self.draft.takes() if take.prompt_id == prompt and take.frames and take.take_id not in kept]
        if not takes:
            return None
        duration_ms = sum(take.frames * 1000 // take.sample_rate_hz for take in takes)
        return Recorded(prompt, [take.take_id for take in takes], duration_ms, 0, frozenset())


def begin_visit(drafts: DraftStore, keys: DraftKeys, language: str) -> Visit:
    """A new draft with its key. Raises DiskFull, StorageFault, KeyFault."""
    draft_id = drafts.create()
    try:
        key = keys.create(draft_id)
        visit = Visit(Session(language=language), drafts.open(draft_id, key), key)
        visit.save()
    except Fault:
        _take_back(drafts, keys, draft_id)
        raise
    return visit


def _take_back(drafts: DraftStore, keys: DraftKeys, draft_id: str) -> None:
    try:
        discard(drafts, keys, draft_id)
    except Fault as fault:
        log.warning("an empty draft is still here: %s", fault.code)  # it goes at the next start


def resume_visit(drafts: DraftStore, keys: DraftKeys, draft_id: str) -> Visit | None:
    """A visit that a crash cut short, or None where its key is gone. Raises DiskFull, StorageFault, KeyFault."""
    key = keys.recover(draft_id)
    if key is None:
        return None
    draft = drafts.open(draft_id, key)
    record = draft.load_session()
    if record is None:
        return None
    visit = Visit(Session.from_record(record), draft, key)
    _drop_unnamed_blobs(visit)
    return visit


def _drop_unnamed_blobs(visit: Visit) -> None:
    """What a crash left between a blob and the session that would have named it. What cannot be deleted goes with the draft."""
    try:
        for blob_id in set(visit.draft.blob_ids()) - visit.session.blob_ids():
            visit.draft.delete_blob(blob_id)
    except Fault as fault:
        log.warning("nameless blobs are still in the draft: %s", fault.code)


def discard_visit(drafts: DraftStore, keys: DraftKeys, visit: Visit) -> None:
    """Nothing is kept: the key first, which is the deletion. Raises DiskFull, StorageFault, KeyFault."""
    discard(drafts, keys, visit.draft.draft_id)
