"""`idr-sync` as its users meet it: the kiosk that starts it as a child, a service manager, a person at a terminal."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from booth import Booth
from fake_archive import FakeArchive
from processes import poll

import sync
from sync.__main__ import main
from sync.enrolled import load_enrolled
from sync.link import LinkState
from sync.outbox import State
from sync.outbox.lock import FileLock

PATIENCE_S = 30


@pytest.fixture
def folder(booth: Booth, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDR_DATA_DIR", str(booth.folder))
    monkeypatch.setenv("PYTHONPATH", str(Path(sync.__file__).parent.parent))
    return booth.folder


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    children: list[subprocess.Popen[str]] = []

    def popen(*arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "sync", *arguments]
        children.append(subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return children[-1]

    yield popen
    for child in children:
        child.kill()
        child.communicate()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


# --- enrol ---


def test_enrol_connects_and_says_so_in_one_line(archive: FakeArchive, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = archive.new_code()
    assert main(["enrol", code]) == 0
    enrolled = load_enrolled(folder)
    assert enrolled is not None
    assert lines(capsys) == [{"ok": True, "kiosk_id": enrolled.kiosk_id, "event_id": None, "fingerprint": enrolled.fingerprint}]
    assert main(["enrol", code]) == 2
    assert [(line["ok"], line["error"]) for line in lines(capsys)] == [(False, "token-used")]
    assert load_enrolled(folder) == enrolled


@pytest.mark.parametrize(("code", "error"), [("nonsense", "enrolment-prefix"), ("IDR1-AAAA", "enrolment-damaged")])
def test_a_code_that_is_none_is_told_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str], code: str, error: str) -> None:
    assert main(["enrol", code]) == 2
    (line,) = lines(capsys)
    assert (line["ok"], line["error"]) == (False, error)
    assert line["sentence"].endswith(".")
    assert load_enrolled(folder) is None


def test_a_code_can_come_by_standard_input_where_no_process_list_shows_it(
    archive: FakeArchive, start: Callable[..., subprocess.Popen[str]], folder: Path
) -> None:
    child = start("enrol", "-", stdin=subprocess.PIPE)
    output, errors = child.communicate(archive.new_code() + "\n", timeout=PATIENCE_S)
    assert (child.returncode, json.loads(output)["ok"], errors) == (0, True, "")


def test_enrolling_lets_what_was_blocked_go_on(
    archive: FakeArchive, booth: Booth, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = booth.queue()
    booth.outbox.move(package.package_id, State.BLOCKED, reason="token", next_try_at_s=4e9)
    assert main(["enrol", archive.new_code()]) == 0
    assert main(["run", "--once"]) == 0
    assert archive.stored[package.package_id] == booth.content[package.package_id]


def test_stories_that_wait_for_one_archive_never_go_to_another(
    archive: FakeArchive, booth: Booth, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["enrol", archive.new_code()]) == 0
    before = load_enrolled(folder)
    booth.queue()
    with closing(FakeArchive()) as other:
        code = other.new_code()
        capsys.readouterr()
        assert main(["enrol", code]) == 2
        assert lines(capsys)[0]["error"] == "stories-waiting"
        assert load_enrolled(folder) == before
        assert main(["run", "--once"]) == 0
        assert main(["enrol", code]) == 0


def test_the_data_folder_is_made_private(archive: FakeArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDR_DATA_DIR", str(tmp_path / "new"))
    assert main(["enrol", archive.new_code()]) == 0
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").iterdir()} == {0o600}


# --- status ---


def test_status_is_one_object_per_line(archive: FakeArchive, booth: Booth, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    booth.enrol(archive.enrolled())
    package = booth.queue()
    assert main(["status", "--json"]) == 0
    whole, first, story = lines(capsys)
    assert (whole["kind"], whole["enrolled"], whole["worker_running"]) == ("status", True, False)
    assert (first["kind"], first["package_id"], first["state"]) == ("package", package.package_id, "waiting")
    assert (story["kind"], story["group_id"], story["state"]) == ("story", first["group_id"], "waiting")


def test_status_for_people_says_the_fingerprint(
    archive: FakeArchive, booth: Booth, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status"]) == 0
    assert "archive: not enrolled" in capsys.readouterr().out
    enrolled = archive.enrolled()
    booth.enrol(enrolled)
    booth.queue(2_500_000)
    booth.outbox.set_link(LinkState.PORTAL, now_s=1_800_000_000.0)
    assert main(["status"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"archive: {enrolled.fingerprint}",
        "worker: not running",
        "link: portal",
        "saved-here: 0",
        "waiting: 1",
        "sent: 0",
        "archived: 0",
        "blocked: portal",
        "story 1: waiting, 0.0 of 2.5 MB",
    ]


# --- run ---


def test_once_sends_what_is_due_and_ends(archive: FakeArchive, booth: Booth, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    booth.enrol(archive.enrolled())
    package = booth.queue()
    assert main(["run", "--once"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out) == {"confirmed": 1, "erased": 1, "quarantined": 0, "waiting": 0, "stopped_by": None}
    assert captured.err.splitlines() == ["INFO policy 1", "INFO confirmed", "INFO erased"]
    assert booth.row(package).state is State.ERASED


def test_once_without_an_enrolment_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--once"]) == 2
    assert capsys.readouterr().err == "This device is not connected to an archive yet.\n"


def test_a_second_worker_ends_with_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = FileLock(folder / "worker.lock")
    assert lock.acquire()
    assert main(["run", "--once"]) == 3
    assert capsys.readouterr().err == "Another sync worker already runs for this data folder.\n"
    lock.release()


def test_the_folder_of_another_account_is_told_in_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "worker.lock").mkdir()  # as little to be opened as somebody else's file
    assert main(["run", "--once"]) == 2
    assert "account" in capsys.readouterr().err


def test_unknown_settings_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "settings.toml").write_text("[sync]\nspeed = 3\n")
    assert main(["run", "--once"]) == 2
    assert "speed" in capsys.readouterr().err


def test_as_a_child_it_waits_for_an_enrolment_works_and_ends_with_its_parent(
    archive: FakeArchive, booth: Booth, start: Callable[..., subprocess.Popen[str]]
) -> None:
    package = booth.queue()
    child = start("run", "--while-stdin-open", stdin=subprocess.PIPE)
    assert child.stderr is not None
    assert child.stderr.readline() == "INFO started\n"
    booth.enrol(archive.enrolled())
    assert poll(lambda: booth.row(package).state is State.ERASED, PATIENCE_S)
    with closing(FakeArchive()) as successor:
        booth.enrol(successor.enrolled())
        second = booth.queue()
        assert poll(lambda: booth.row(second).state is State.ERASED, PATIENCE_S)
        assert (second.package_id in successor.stored, second.package_id in archive.stored) == (True, False)
    output, errors = child.communicate(timeout=PATIENCE_S)
    assert (child.returncode, output) == (0, "")
    assert errors.splitlines() == ["INFO policy 1", "INFO confirmed", "INFO erased"] * 2 + ["INFO stopped"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(start: Callable[..., subprocess.Popen[str]], number: signal.Signals) -> None:
    child = start("run")
    assert child.stderr is not None
    assert child.stderr.readline() == "INFO started\n"
    child.send_signal(number)
    _, errors = child.communicate(timeout=PATIENCE_S)
    assert (child.returncode, errors) == (0, "INFO stopped\n")


def test_a_dead_link_does_not_keep_it_from_ending(archive: FakeArchive, booth: Booth, start: Callable[..., subprocess.Popen[str]]) -> None:
    package = booth.queue()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        enrolled = archive.enrolled()
        booth.enrol(type(enrolled)(**{**vars(enrolled), "url": address}))
        child = start("run")
        connection, _ = silent.accept()
        with connection:
            os.kill(child.pid, signal.SIGTERM)
            assert child.wait(timeout=PATIENCE_S) == 0
    assert booth.row(package).state is State.QUEUED
