"""The guards of `tests/conftest.py` themselves: each kind of leftover fails a test that would otherwise pass."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from processes import marked

TESTS = Path(__file__).parents[1]

LEAKY = '''
import logging, os, socket, subprocess, tempfile, threading
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

kept = []

def test_log():
    logging.getLogger("kiosk").warning("something odd")

@pytest.mark.allow_logs("kiosk")
def test_expected_log():
    logging.getLogger("kiosk.audio").warning("expected")

def test_thread_and_orphan():
    threading.Thread(target=threading.Event().wait, args=(60,), name="straggler", daemon=True).start()
    # The shell is gone at once and the sleep is nobody's child any more.
    subprocess.run(["sh", "-c", "sleep 61 >/dev/null 2>&1 &"], check=True)

def test_temp_file():
    os.close(tempfile.mkstemp(prefix="scratch-")[0])

def test_window(qapp):
    kept.append(QWidget(objectName="forgotten"))

def test_timer(qapp):
    timer = QTimer(qapp)
    timer.setObjectName("ticking")
    timer.start(1000)

def test_swallowed_connection():
    with pytest.raises(RuntimeError), socket.socket() as connection:
        connection.connect(("192.0.2.1", 80))

def test_clean(qapp, tmp_path):
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()
    (tmp_path / "mine").write_text("x")
    with tempfile.TemporaryFile(), socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    with pytest.raises(socket.gaierror):
        socket.create_connection(("archive.invalid", 443))

def test_last():
    """What outlives the whole run is laid at its door."""
'''


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about the leaky tests under our conftest."""
    folder = tmp_path_factory.mktemp("leaky")
    (folder / "conftest.py").write_text((TESTS / "conftest.py").read_text())
    (folder / "test_leaky.py").write_text(LEAKY)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p no:django -p no:cacheprovider -rA\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", str(folder)],
        env=os.environ | {"PYTHONPATH": str(TESTS / "fakes"), "LEAKY": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    for orphan in marked(f"LEAKY={folder}"):
        os.kill(orphan.pid, signal.SIGKILL)
    return run.stdout + run.stderr


@pytest.mark.parametrize(
    ("test", "complaint"),
    [
        ("test_log", "unexpected log record: WARNING kiosk: something odd"),
        ("test_thread_and_orphan", "thread straggler left behind"),
        ("test_thread_and_orphan", "process sleep 61 left behind"),
        ("test_temp_file", "temp file scratch-"),
        ("test_window", "window QWidget forgotten left behind"),
        ("test_timer", "timer ticking every 1000 ms left running"),
        ("test_swallowed_connection", "socket.connect 192.0.2.1"),
        ("test_last", "after the last test: thread straggler left behind"),
    ],
)
def test_a_leftover_fails(outcome: str, test: str, complaint: str) -> None:
    assert f"ERROR test_leaky.py::{test}" in outcome, outcome
    assert complaint in outcome, outcome


@pytest.mark.parametrize("test", ["test_expected_log", "test_clean"])
def test_what_is_allowed_passes(outcome: str, test: str) -> None:
    assert f"PASSED test_leaky.py::{test}" in outcome, outcome
    assert f"ERROR test_leaky.py::{test}" not in outcome, outcome
