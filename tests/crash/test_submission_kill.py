"""Send is killed on both sides of every step: afterwards the story is a draft or it is queued, whole, and never both or neither."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from told_story import STEPS, close_storage, open_storage

from kiosk.submission import finish_interrupted
from sync.package import open_into_folder

BEFORE_THE_COMMIT = ("planned", "listen-sealed", "master-sealed")


def send_and_die(data_dir: Path, step: str) -> int:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "told_story", str(data_dir), step],
        cwd=root / "tests" / "fakes",
        env={"PYTHONPATH": str(root), "PATH": "", "HOME": str(data_dir)},
        timeout=120,
        check=False,
    ).returncode


@pytest.mark.parametrize("step", [*STEPS, "never"])
def test_a_killed_send_is_a_draft_or_queued(tmp_path, step):
    code = send_and_die(tmp_path, step)
    assert code == (0 if step == "never" else -signal.SIGKILL)
    draft_id = (tmp_path / "draft_id").read_text()
    storage = open_storage(tmp_path)
    try:
        resumable = finish_interrupted(storage)
        rows = storage.outbox.packages()
        files = sorted(path.name for path in storage.packages_dir.iterdir())
        if step in BEFORE_THE_COMMIT:
            assert resumable == [draft_id]
            assert rows == []
            assert files == []
            draft = storage.drafts.open(draft_id, storage.keys.recover(draft_id))
            assert [take.frames for take in draft.takes()] == [96_000, 96_000, 96_000]
        else:
            assert resumable == []
            assert storage.drafts.draft_ids() == []
            assert storage.keys.recover(draft_id) is None
            assert [row.part for row in rows] == ["listen", "master"]
            assert files == sorted(row.file_name for row in rows)
            identity = (tmp_path / "identity").read_text()
            for row in rows:
                opened = open_into_folder(storage.packages_dir / row.file_name, [identity], tmp_path / "opened" / row.part)
                assert "data/story.json" in opened.files
        assert finish_interrupted(storage) == resumable  # once more changes nothing
    finally:
        close_storage(storage)
