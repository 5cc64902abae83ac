"""A kill on either side of the moment at which the session names a listening copy: nothing is lost, and no nameless blob stays."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from told_story import MONTH, RECEIPT_KEY, close_storage, open_storage

from kiosk.submission import Destination, submit
from kiosk.ui.visit import resume_visit
from sync.package.identity import new_age_key


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_draft_survives_a_kill_while_a_copy_is_named(tmp_path: Path, moment: str) -> None:
    root = Path(__file__).parents[2]
    code = subprocess.run(
        [sys.executable, "-m", "copying_visit", str(tmp_path), moment],
        cwd=root / "tests" / "fakes",
        env={"PYTHONPATH": str(root), "PATH": "", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
        check=False,
    ).returncode
    assert code == -signal.SIGKILL
    draft_id = (tmp_path / "draft_id").read_text()
    storage = open_storage(tmp_path)
    try:
        stored = set(storage.drafts.open(draft_id, storage.keys.recover(draft_id)).blob_ids())
        assert len(stored) == 3  # two of the photo, and the copy
        visit = resume_visit(storage.drafts, storage.keys, draft_id)
        assert visit is not None
        named = visit.session.answers["why"].listening_copy
        assert (named is not None) == (moment == "after")
        assert set(visit.draft.blob_ids()) == visit.session.blob_ids()
        destination = Destination((new_age_key().recipient,), RECEIPT_KEY, None)
        submit(visit.draft, visit.session, destination=destination, storage=storage, month=MONTH)
        assert [row.part for row in storage.outbox.packages()] == ["listen", "master"]
    finally:
        close_storage(storage)
