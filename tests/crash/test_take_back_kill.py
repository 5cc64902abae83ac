"""Taking a story back is killed after every step: before the commit nothing has happened, after it the story is never sent and goes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from booth import Booth
from taken_back_story import STEPS, queue_story

from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.store import DraftStore
from kiosk.submission import Storage, finish_interrupted
from sync.outbox import State

NOW_S = 1_800_000_000.0
DEATHS = [("committed", 1), *((step, nth) for step in STEPS[1:] for nth in (1, 2)), ("never", 1)]


def take_back_and_die(data_dir: Path, step: str, nth: int) -> int:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "taken_back_story", str(data_dir), step, str(nth)],
        cwd=root / "tests" / "fakes",
        env={"PYTHONPATH": str(root), "PATH": "", "HOME": str(data_dir)},
        timeout=60,
        check=False,
    ).returncode


@pytest.mark.parametrize(("step", "nth"), DEATHS)
def test_killed_after_a_step(tmp_path: Path, step: str, nth: int) -> None:
    data_dir = tmp_path / "data"
    booth = Booth(data_dir)
    queue_story(booth)
    kept = booth.queue(1000)
    assert take_back_and_die(data_dir, step, nth) == (0 if step == "never" else -signal.SIGKILL)
    # Never sent from the commit on, whoever is at work: the worker is offered erasing, and then the other story.
    assert {row.state for row in booth.outbox.packages()} <= {State.WITHDRAWING, State.WITHDRAWN, State.QUEUED}
    due = booth.outbox.next_to_erase(NOW_S) or booth.outbox.next_to_send(NOW_S)
    assert due is not None
    assert due.state is State.WITHDRAWING or due.package_id == kept.package_id
    drafts = DraftStore(data_dir / "drafts.sqlite3")
    storage = Storage(drafts, DraftKeys(KeyPolicy.RAM, data_dir / "keyslots", None), booth.outbox, booth.packages_dir)
    finish_interrupted(storage)
    assert booth.files() == {kept.file_name}
    # With the next start nothing on the laptop says that it was ever told.
    assert [row.package_id for row in booth.outbox.packages()] == [kept.package_id]
    assert booth.outbox.withdrawals.count() == 0
    drafts.close()
    booth.close()
