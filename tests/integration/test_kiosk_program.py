"""`idr-kiosk` as a program: it starts, ends when told, runs once per data folder, and refuses what it does not understand."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from booth import Booth
from field import ROOT, without_kiosk_settings
from processes import poll

from kiosk.app import EXIT_FAULT, EXIT_SECOND
from sync.enrolled import Enrolled
from sync.status import read_status


def environment(folder: Path, **settings: str) -> dict[str, str]:
    return {
        **without_kiosk_settings(),
        "IDR_DATA_DIR": str(folder),
        "IDR_KIOSK_PLAYER": "silent",
        **{f"IDR_KIOSK_{key.upper()}": value for key, value in settings.items()},
    }


def start(folder: Path, *arguments: str, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk.app", *arguments],
        env=environment(folder, **settings),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def loaded(folder: Path) -> bool:
    """The draft store is opened after the first paint."""
    return (folder / "drafts.sqlite3").exists() and (folder / "outbox.sqlite3").exists()


def end(program: subprocess.Popen[str], number: int = signal.SIGTERM) -> int:
    if program.poll() is None:
        program.send_signal(number)
    program.communicate(timeout=30)
    return program.returncode


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_it_is_told_to(tmp_path: Path, number: int) -> None:
    program = start(tmp_path)
    assert poll(lambda: loaded(tmp_path), 30)
    assert end(program, number) == 0


def test_the_locked_window_ends_when_the_system_says_so(tmp_path: Path) -> None:
    program = start(tmp_path, full_screen="true")
    assert poll(lambda: loaded(tmp_path), 30)
    assert end(program) == 0


def test_the_window_leaves_no_core_dump(tmp_path: Path) -> None:
    program = start(tmp_path)
    assert poll(lambda: loaded(tmp_path), 30)
    limits = Path(f"/proc/{program.pid}/limits").read_text()
    assert re.search(r"Max core file size +0 +0 ", limits)
    assert end(program) == 0


def test_a_second_window_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    first = start(tmp_path)
    try:
        assert poll(lambda: loaded(tmp_path), 30)
        second = start(tmp_path)
        _, err = second.communicate(timeout=30)
        assert second.returncode == EXIT_SECOND
        assert "already open" in err
    finally:
        assert end(first) == 0


def test_a_killed_window_leaves_no_lock_behind(tmp_path: Path) -> None:
    first = start(tmp_path)
    assert poll(lambda: loaded(tmp_path), 30)
    assert end(first, signal.SIGKILL) == -signal.SIGKILL
    second = start(tmp_path)
    assert poll(lambda: second.poll() is not None or _lock_of(tmp_path) == second.pid, 30)
    assert second.poll() is None
    end(second, signal.SIGKILL)


def _lock_of(folder: Path) -> int:
    lock = folder / "kiosk.lock"
    return int(lock.read_text().split()[0]) if lock.exists() and lock.read_text() else 0


def test_the_worker_of_an_enrolled_kiosk_lives_and_goes_with_the_window(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    booth.enrol(Enrolled("https://127.0.0.1:9", "k1", "token", "ab" * 32, ("age1" + "q" * 58,), (), None))
    booth.close()
    program = start(tmp_path)
    assert poll(lambda: read_status(tmp_path).worker_running, 30)
    assert end(program) == 0
    assert not read_status(tmp_path).worker_running


def test_the_worker_does_not_outlive_a_killed_window(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    booth.enrol(Enrolled("https://127.0.0.1:9", "k1", "token", "ab" * 32, ("age1" + "q" * 58,), (), None))
    booth.close()
    program = start(tmp_path)
    assert poll(lambda: read_status(tmp_path).worker_running, 30)
    end(program, signal.SIGKILL)
    assert poll(lambda: not read_status(tmp_path).worker_running, 30)


def test_settings_that_are_not_understood_stop_it_with_a_sentence(tmp_path: Path) -> None:
    program = start(tmp_path, colour="red")
    _, err = program.communicate(timeout=30)
    assert program.returncode == EXIT_FAULT
    assert "knows no 'colour'" in err
    assert "Traceback" not in err


def test_a_data_folder_that_cannot_be_made_stops_it_with_a_sentence() -> None:
    program = start(Path("/proc/not-a-folder"))
    _, err = program.communicate(timeout=30)
    assert program.returncode == EXIT_FAULT
    assert "cannot be written" in err
    assert "Traceback" not in err


def test_status_is_one_object_per_line(tmp_path: Path) -> None:
    program = start(tmp_path, "status", "--json")
    out, _ = program.communicate(timeout=30)
    assert program.returncode == 0
    assert json.loads(out)["kind"] == "status"
    assert not json.loads(out)["enrolled"]


def test_a_code_that_was_mistyped_is_refused_with_a_sentence(tmp_path: Path) -> None:
    program = start(tmp_path, "enrol", "IDR1-AAAA")
    out, err = program.communicate(timeout=30)
    assert program.returncode == EXIT_FAULT
    assert "damaged or incomplete" in err
    assert out == ""


def test_numpy_and_the_audio_libraries_wait_for_the_first_paint() -> None:
    """What is loaded before the window can be seen makes everyone wait."""
    code = "import sys, kiosk.app; print(sorted({'numpy', 'soundfile', 'sounddevice', 'PIL', 'nacl', 'keyring'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True).stdout
    assert out.strip() == "[]"


LATER = """
import sys
from kiosk.__main__ import get_ready
get_ready()
from kiosk.app import build_window, load_config, make_application
application = make_application()
shell = build_window(load_config(), lambda: None)
shell.resize(1280, 800)
shell.show()
later = ("subprocess", "socket", "multiprocessing", "concurrent.futures", "sqlite3", "hashlib", "PySide6.QtNetwork", "PySide6.QtSvg",
         "kiosk.story.session", "kiosk.ui.top_bar", "kiosk.ui.side_pages", "kiosk.ui.conductor", "sync.outbox", "sync.contract.story")
print(sorted(set(later) & set(sys.modules)))
shell.deleteLater()
"""


def test_what_start_does_not_show_waits_for_the_first_paint(tmp_path: Path) -> None:
    """Start is painted before the rest of the window is loaded; one import at the top of the wrong file, and it is no more."""
    out = subprocess.run(
        [sys.executable, "-c", LATER], env=environment(tmp_path), cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    ).stdout
    assert out.strip() == "[]"


def test_the_demo_needs_speech_for_every_prompt(tmp_path: Path) -> None:
    (tmp_path / "speech").mkdir()
    program = start(tmp_path / "data", "demo", "--unattended", "--speech", str(tmp_path / "speech"), "--photos", str(tmp_path))
    _, err = program.communicate(timeout=30)
    assert program.returncode == EXIT_FAULT
    assert "3 utterances" in err
