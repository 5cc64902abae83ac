"""The locked window on a real screen with a real window manager, and what ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desktop import Desktop
from field import ROOT, without_kiosk_settings
from guest import TO_FIRST_PROMPT, Guest
from processes import poll
from told_story import close_storage, open_storage
from window import Window
from window_manager import WindowManager

from kiosk.app import EXIT_SECOND
from kiosk.submission import finish_interrupted
from kiosk.ui.one_window import SOCKET_FILE

pytestmark = pytest.mark.blackbox

SCREEN_PX = (1280, 800)
_SOON_S = 15.0

# Stands in the way of the kiosk's window.
OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.showMaximized()
sys.exit(app.exec())
"""

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def manager(desktop: Desktop) -> Iterator[WindowManager]:
    with WindowManager(desktop) as running:
        yield running


@pytest.fixture
def data_dir() -> Iterator[Path]:
    # A socket's path has at most 107 bytes, so not below a test's own long folder.
    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        yield Path(folder)


@pytest.fixture
def start(desktop: Desktop, data_dir: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def new(**settings: str) -> subprocess.Popen[str]:
        environment = {**without_kiosk_settings(), **desktop.env, "IDR_DATA_DIR": str(data_dir), "IDR_KIOSK_PLAYER": "silent"}
        environment |= {f"IDR_KIOSK_{key.upper()}": value for key, value in settings.items()}
        command = [sys.executable, "-m", "kiosk"]
        started.append(subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield new
    for program in started:
        end(program)


def end(program: subprocess.Popen[str]) -> int:
    if program.poll() is None:
        program.send_signal(signal.SIGTERM)
    program.communicate(timeout=30)
    return program.returncode


def has_the_keyboard(manager: WindowManager, program: subprocess.Popen[str]) -> None:
    assert poll(lambda: manager.active_pid() == program.pid, _SOON_S)


def test_the_locked_window_fills_the_screen_and_cannot_be_closed(manager: WindowManager, start: Start) -> None:
    program = start(full_screen="true")
    with Window(program.pid) as window:
        window.wait_page("start")
        # Without a frame: position and size are those of the screen, and nothing of the window manager's is around it.
        assert poll(lambda: manager.geometry(program.pid) == (0, 0, *SCREEN_PX), _SOON_S), manager.geometry(program.pid)
        has_the_keyboard(manager, program)
        for keys in ("alt+F4", "ctrl+q", "ctrl+w", "alt+F4"):
            manager.press(keys)
        # Proves that the keys have arrived, and that the program still answers.
        manager.press("ctrl+shift+s")
        window.element("staff-pin")
    assert end(program) == 0


def test_the_same_keys_close_a_window_that_is_not_locked(manager: WindowManager, start: Start) -> None:
    program = start()
    with Window(program.pid) as window:
        window.wait_page("start")
        has_the_keyboard(manager, program)
        manager.press("alt+F4")
        assert program.wait(30) == 0


def test_no_window_is_closed_over_a_visit(manager: WindowManager, start: Start) -> None:
    program = start()
    with Window(program.pid) as window:
        window.wait_page("start")
        window.press("start")
        window.wait_page("about")
        has_the_keyboard(manager, program)
        manager.press("alt+F4")
        # Nothing was said yet, so the visit ends without a question; the window stays.
        window.wait_page("start")
        assert program.poll() is None
        manager.press("alt+F4")
        assert program.wait(30) == 0


def test_a_second_start_brings_the_first_window_to_the_front(manager: WindowManager, start: Start, desktop: Desktop) -> None:
    first = start()
    with Window(first.pid) as window:
        window.wait_page("start")
        assert poll(lambda: window.element("start").enabled, _SOON_S)
    other = subprocess.Popen([sys.executable, "-c", OTHER], env=desktop.env)
    try:
        assert poll(lambda: manager.active_pid() == other.pid, _SOON_S)
        second = start()
        _, errors = second.communicate(timeout=30)
        assert second.returncode == EXIT_SECOND
        assert "already open" in errors
        assert poll(lambda: manager.active_pid() == first.pid, _SOON_S)
    finally:
        other.terminate()
        other.wait(10)


def test_only_this_account_can_knock(start: Start, data_dir: Path) -> None:
    program = start()
    door = data_dir / SOCKET_FILE
    assert poll(door.exists, _SOON_S)
    assert door.is_socket()
    assert door.stat().st_mode & 0o077 == 0
    assert end(program) == 0
    assert not door.exists()


def test_a_killed_window_leaves_a_door_that_the_next_one_takes_over(start: Start, data_dir: Path) -> None:
    first = start()
    door = data_dir / SOCKET_FILE
    assert poll(door.exists, _SOON_S)
    first.kill()
    first.communicate(timeout=30)
    assert door.exists()
    before = door.stat().st_ctime_ns  # not the inode: a new file may get the number of the one that just went
    second = start()
    assert poll(lambda: door.exists() and door.stat().st_ctime_ns != before, _SOON_S)
    assert end(second) == 0


def test_what_was_said_survives_the_end_of_the_session(tmp_path: Path) -> None:
    """SIGTERM is what a system sends that shuts down."""
    environment = {**without_kiosk_settings(), "IDR_DATA_DIR": str(tmp_path), "IDR_KIOSK_DRAFT_POLICY": "keyring"}
    with Guest(environment, [*TO_FIRST_PROMPT, ["press", "record"], ["pass", 2_000], ["press", "mark-name"], ["pass", 600_000]]) as guest:
        guest.until("pressed", "mark-name")
        guest.process.send_signal(signal.SIGTERM)
        assert guest.end() == 0
    storage = open_storage(tmp_path)
    try:
        [draft_id] = finish_interrupted(storage)
        [take] = storage.drafts.open(draft_id, storage.keys.recover(draft_id)).takes()
        assert take.prompt_id == "why"
        assert take.frames > 48_000
    finally:
        close_storage(storage)
