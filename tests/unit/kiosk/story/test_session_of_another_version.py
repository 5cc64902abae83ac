"""A story that a newer version of the program left unfinished: it is neither misread nor thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.store import DraftStore
from kiosk.errors import StorageFault
from kiosk.story.session import Session
from kiosk.submission import Storage, finish_interrupted
from sync.outbox import Outbox


class Kek:
    def kek(self) -> bytes:
        return bytes(32)


@pytest.mark.parametrize("change", [{"uses": ["hologram"]}, {"voice": "dream"}, {"answers": {"why": {}}}, {"photos": [{"frame": "gold"}]}])
def test_it_is_a_fault_that_says_so(change: dict[str, object]) -> None:
    with pytest.raises(StorageFault) as raised:
        Session.from_record(Session().to_record() | change)
    assert raised.value.code == "drafts-newer"


def test_it_is_still_there_after_the_start_that_could_not_read_it(tmp_path: Path) -> None:
    """And the window opens with a sentence, where an error that nobody expects would have left it shut."""
    (tmp_path / "packages").mkdir()
    keys = DraftKeys(KeyPolicy.KEYRING, tmp_path / "keyslots", Kek())
    with DraftStore(tmp_path / "drafts.sqlite3") as drafts, Outbox(tmp_path / "outbox.sqlite3") as outbox:
        draft_id = drafts.create()
        drafts.open(draft_id, keys.create(draft_id)).save_session(Session().to_record() | {"uses": ["hologram"]})
        later = DraftKeys(KeyPolicy.KEYRING, tmp_path / "keyslots", Kek())
        with pytest.raises(StorageFault):
            finish_interrupted(Storage(drafts, later, outbox, tmp_path / "packages"))
        assert drafts.draft_ids() == [draft_id]
        assert later.recoverable() == [draft_id]
