"""`idr-sync export` and `idr-sync import-receipts`, as programs and people see them."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from booth import Booth
from fake_archive import FakeArchive
from small_disk import small_disk
from stick_reader import answer_on, whole_on

import sync
from sync.__main__ import main
from sync.courier_commands import COURIER_LOCK_FILE
from sync.enrolled import Enrolled
from sync.outbox import State
from sync.outbox.lock import FileLock

ROOT = Path(sync.__file__).parent.parent


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def ready(booth: Booth, enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> Booth:
    booth.enrol(enrolled)
    monkeypatch.setenv("IDR_DATA_DIR", str(booth.folder))
    return booth


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    said = capsys.readouterr()
    assert said.err == ""
    return [json.loads(line) for line in said.out.splitlines()]


def test_there_and_back(archive: FakeArchive, ready: Booth, stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packages = [ready.queue(100_000) for _ in range(2)]
    assert main(["export", str(stick), "--json"]) == 0
    told = lines(capsys)
    assert {line["kind"] for line in told[:-1]} == {"progress"}
    assert told[-2] == {"kind": "progress", "done_bytes": 200_000, "total_bytes": 200_000}
    assert told[-1] == {
        "kind": "result",
        "ok": True,
        "stories": 2,
        "packages": 2,
        "size_bytes": 200_000,
        "withdrawals": 0,
        "left_out": 0,
        "damaged": 0,
        "receipts": 0,
    }
    answer_on(stick, archive)
    assert main(["import-receipts", str(stick), "--json"]) == 0
    result = {"kind": "result", "ok": True, "confirmed": 2, "already": 0, "foreign": 0, "refused": 0, "withdrawals": 0}
    assert lines(capsys) == [result]
    assert {ready.row(package).state for package in packages} == {State.ERASED}
    assert ready.files() == set()


def test_there_and_back_for_people(archive: FakeArchive, ready: Booth, stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ready.queue(100_000)
    ready.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"sealed")
    assert main(["export", str(stick)]) == 0
    said = capsys.readouterr().out
    assert "stories on the stick: 1" in said
    assert "take a story back: 1" in said
    assert "Everything stays on this device" in said
    answer_on(stick, archive)
    assert main(["import-receipts", str(stick)]) == 0
    assert "signed for: 1" in capsys.readouterr().out


def test_an_export_reads_receipts_and_erases_too(
    archive: FakeArchive, ready: Booth, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = ready.queue()
    assert main(["export", str(stick)]) == 0
    answer_on(stick, archive)
    ready.queue()
    capsys.readouterr()
    assert main(["export", str(stick), "--json"]) == 0
    assert lines(capsys)[-1]["receipts"] == 1
    assert ready.row(old).state is State.ERASED


def test_what_was_signed_for_is_erased_also_when_nothing_can_be_copied(
    archive: FakeArchive, ready: Booth, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = ready.queue()
    assert main(["export", str(stick), "--json"]) == 0
    answer_on(stick, archive)
    new = ready.queue()
    (stick / "i-defend-rights" / "packages" / f"{new.package_id}.age").mkdir()
    assert main(["export", str(stick), "--json"]) == 2
    assert lines(capsys)[-1]["error"] == "stick-unreadable"
    assert (ready.row(old).state, ready.files()) == (State.ERASED, {new.file_name})


def test_many_packages_are_told_in_at_most_a_hundred_lines(ready: Booth, stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(150):
        ready.queue(100)
    assert main(["export", str(stick), "--json"]) == 0
    assert len(lines(capsys)) <= 102


@pytest.mark.parametrize("command", ["export", "import-receipts"])
@pytest.mark.parametrize(
    ("what", "code"),
    [("nothing", None), ("no stick", "stick-gone"), ("not enrolled", "not-enrolled"), ("busy", "courier-busy"), ("links", "stick-links")],
)
def test_what_cannot_be_done_is_said(
    ready: Booth, stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, what: str, code: str | None
) -> None:
    lock = FileLock(ready.folder / COURIER_LOCK_FILE)
    if what == "nothing":
        code = {"export": "nothing-to-export", "import-receipts": "no-receipts"}[command]
    else:
        ready.queue()
    if what == "no stick":
        stick.rmdir()
    elif what == "not enrolled":
        (ready.folder / "enrolment.json").unlink()
    elif what == "links":
        (stick / "i-defend-rights").symlink_to(tmp_path)
    elif what == "busy":
        assert lock.acquire()
    assert main([command, str(stick), "--json"]) == 2
    told = lines(capsys)
    assert told == [{"kind": "result", "ok": False, "error": code, "sentence": told[0]["sentence"]}]
    assert main([command, str(stick)]) == 2
    assert capsys.readouterr().err == told[0]["sentence"] + "\n"
    if what == "busy":
        lock.release()
    assert what == "not enrolled" or ready.outbox.packages() == [] or ready.outbox.packages()[0].state is State.QUEUED


def test_a_stick_that_is_too_small_says_what_it_took(ready: Booth, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        ready.queue(300_000)
    with small_disk(tmp_path / "small", 800_000) as small:
        assert main(["export", str(small), "--json"]) == 2
        told = lines(capsys)[-1]
        assert (told["ok"], told["error"], told["packages"], told["left_out"]) == (False, "stick-full", 1, 1)
        assert len(whole_on(small)) == 1
        assert main(["export", str(small)]) == 2
        said = capsys.readouterr()
        assert "stories on the stick: 1" in said.out
        assert "the rest waits here" in said.err


@pytest.mark.allow_logs("sync")
def test_a_disk_that_gives_nothing_back_is_said(ready: Booth, stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = ready.queue()
    (ready.packages_dir / package.file_name).unlink()
    assert main(["export", str(stick), "--json"]) == 2
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["error"], told["damaged"]) == ("disk-error", 1)


def test_a_file_that_is_too_large_for_the_sticks_format(ready: Booth, stick: Path) -> None:
    """As FAT32 refuses more than 4 GiB - 1; here the limit of the process does it, with the same answer of the system."""
    small, large = ready.queue(50_000), ready.queue(3_000_000)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    command = [sys.executable, "-m", "sync", "export", str(stick), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, preexec_fn=limited, check=False)
    told = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, told["ok"], told["error"], told["packages"]) == (2, False, "file-too-large", 1)
    assert whole_on(stick) == {small.package_id}
    assert ready.row(large).exported_day is None
