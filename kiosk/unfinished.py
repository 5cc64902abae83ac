"""Stories that an earlier run left unfinished. What a person is telling now is never among them."""

from __future__ import annotations

from kiosk.drafts.recovery import discard
from kiosk.staff.unfinished import UnfinishedStory
from kiosk.submission import Storage, finish_interrupted


class UnfinishedStories:
    """Found once, at start. Blocks: for worker threads. Raises KeyFault, DiskFull, StorageFault."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._draft_ids: list[str] = []

    def find(self) -> None:
        """Ends what a crash cut short while sending, deletes what nobody can open any more, and remembers the rest.

        To be called before the first new draft is made.
        """
        self._draft_ids = finish_interrupted(self._storage)

    def find_with_passphrase(self) -> None:
        """The same once staff have typed it: what was begun meanwhile is being told, and not unfinished."""
        self._draft_ids = finish_interrupted(self._storage, self._storage.keys.held())

    def expire(self) -> None:
        """Deletes what nobody went on with for a day. A booth may run for weeks between two starts."""
        held = self._storage.keys.recoverable()
        for draft_id in [known for known in self._draft_ids if known not in held]:
            self.delete(draft_id)

    def list(self) -> list[UnfinishedStory]:
        return [story for draft_id in self._draft_ids if (story := self._story(draft_id)) is not None]

    def take(self, draft_id: str) -> None:
        """Somebody goes on with it: from now on it is hers and not staff's to delete."""
        self._draft_ids = [known for known in self._draft_ids if known != draft_id]

    def delete(self, draft_id: str) -> None:
        if draft_id in self._draft_ids:
            discard(self._storage.drafts, self._storage.keys, draft_id)
            self.take(draft_id)

    def _story(self, draft_id: str) -> UnfinishedStory | None:
        key = self._storage.keys.recover(draft_id)
        if key is None or draft_id not in self._storage.drafts.draft_ids():
            return None
        takes = self._storage.drafts.open(draft_id, key).takes()
        told = [take for take in takes if take.frames]
        duration_ms = sum(take.frames * 1000 // take.sample_rate_hz for take in told)
        return UnfinishedStory(draft_id, len({take.prompt_id for take in told}), duration_ms)
