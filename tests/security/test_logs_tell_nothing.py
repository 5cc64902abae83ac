"""A thousand forced errors, with a name in each: no log line, traceback, crash report or job's last error repeats it.

The control runs the same with Python's own hooks, and tells the name hundreds of times.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from watermarks import MARK, text_spellings

ROOT = Path(__file__).resolve().parents[2]
ERRORS = {"kiosk": 700, "sync": 220, "archive": 30}  # five for each of the archive's
LAST_WORDS_EXIT = {"kiosk": 0, "sync": 1, "archive": 1}


def run(program: str, folder: Path, *how: str) -> str:
    """All that it said on both channels."""
    env = {
        **os.environ,
        "IDR_DATA_DIR": str(folder / "data"),
        "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'fakes'}",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONWARNINGS": "ignore",
    }
    command = [sys.executable, "-m", "erring_programs", program, str(folder / "data"), str(ERRORS[program]), *how]
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, timeout=170, check=False)
    assert done.returncode == LAST_WORDS_EXIT[program], done.stderr[-2_000:]
    return done.stdout + done.stderr


@pytest.mark.parametrize("program", ERRORS)
def test_errors_are_told_without_what_was_said(program: str, tmp_path: Path) -> None:
    said = run(program, tmp_path)
    assert said.count("Traceback") == 0
    assert said.count('File "') >= ERRORS[program], "the errors were told, by their lines of code"
    assert [spelling for spelling in text_spellings(MARK) if spelling in said.encode()] == []
    # Neither in a file that one of them wrote: a log, a core, the row of a job.
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in left for spelling in text_spellings(MARK) if spelling in path.read_bytes()] == []
    assert [path.name for path in left if path.name.startswith("core")] == []


@pytest.mark.parametrize("program", ERRORS)
def test_without_care_they_would_tell(program: str, tmp_path: Path) -> None:
    assert run(program, tmp_path, "loud").count(MARK) >= ERRORS[program] // 2


def test_no_process_of_ours_dumps_core() -> None:
    code = "import resource; from kiosk.audio.undumpable import make_undumpable; make_undumpable(); print(resource.getrlimit(4))"
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert resource.RLIMIT_CORE == 4
    assert told.stdout.strip() == "(0, 0)"
