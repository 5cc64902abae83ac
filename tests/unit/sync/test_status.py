from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from booth import Booth
from fake_archive import FakeArchive

import sync.status
from sync.contract.package import Part
from sync.contract.receipt import Receipt, SignedReceipt
from sync.outbox import NewPackage, State
from sync.outbox.lock import FileLock
from sync.status import PlainState, read_status


def receipt_for(new: NewPackage) -> SignedReceipt:
    return SignedReceipt(Receipt(new.package_id, new.sha256, new.size_bytes, "2026-03-02"), "ab" * 64)


def test_an_empty_folder_has_a_status_too(tmp_path: Path) -> None:
    status = read_status(tmp_path)
    assert (status.enrolled, status.fingerprint, status.fault, status.worker_running, status.packages) == (False, None, None, False, ())
    assert status.counts == dict.fromkeys(PlainState, 0)
    assert list(tmp_path.iterdir()) == []


def test_plain_states_follow_a_package(archive: FakeArchive, booth: Booth) -> None:
    new = booth.queue(1000)

    def plain() -> PlainState:
        return read_status(booth.folder).packages[0].state

    assert plain() is PlainState.SAVED_HERE  # it waits for an enrolment
    booth.enrol(archive.enrolled())
    assert plain() is PlainState.WAITING
    booth.outbox.move(new.package_id, State.SENDING)
    assert plain() is PlainState.WAITING
    booth.outbox.move(new.package_id, State.DELIVERED)
    assert plain() is PlainState.SENT
    booth.outbox.move(new.package_id, State.CONFIRMED, receipt=receipt_for(new))
    assert plain() is PlainState.ARCHIVED
    booth.outbox.move(new.package_id, State.ERASED)
    found = read_status(booth.folder).packages[0]
    assert (found.state, found.received_day, found.sent_bytes, found.part) == (PlainState.ARCHIVED, "2026-03-02", 1000, None)


def test_the_whole_says_who_how_much_and_what_is_in_the_way(archive: FakeArchive, booth: Booth) -> None:
    enrolled = archive.enrolled()
    booth.enrol(enrolled)
    begun, aside, blocked = booth.queue(1000), booth.queue(1000), booth.queue(1000, Part.MASTER)
    booth.outbox.move(begun.package_id, State.SENDING, offset_bytes=300, sent_bytes=400)
    booth.outbox.move(aside.package_id, State.QUARANTINED, reason="file-missing")
    booth.outbox.move(blocked.package_id, State.BLOCKED, reason="portal")
    status = read_status(booth.folder)
    assert (status.enrolled, status.archive_url, status.fingerprint) == (True, archive.url, enrolled.fingerprint)
    assert (status.waiting_bytes, status.blocked_reason) == (1700, "portal")
    assert status.counts == {PlainState.SAVED_HERE: 1, PlainState.WAITING: 2, PlainState.SENT: 0, PlainState.ARCHIVED: 0}
    assert [(package.state, package.sent_bytes, package.reason) for package in status.packages] == [
        (PlainState.WAITING, 400, None),
        (PlainState.SAVED_HERE, 0, "file-missing"),
        (PlainState.WAITING, 0, "portal"),
    ]


def test_it_says_whether_a_worker_runs(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "worker.lock")
    assert lock.acquire()
    assert read_status(tmp_path).worker_running
    lock.release()
    assert not read_status(tmp_path).worker_running


def test_a_damaged_enrolment_does_not_hide_the_outbox(booth: Booth) -> None:
    booth.queue()
    (booth.folder / "enrolment.json").write_text("{")
    status = read_status(booth.folder)
    assert (status.enrolled, status.fault, len(status.packages)) == (False, "enrolment-file", 1)


def test_lines_are_json_with_stable_keys(archive: FakeArchive, booth: Booth) -> None:
    booth.enrol(archive.enrolled())
    booth.queue(1000)
    whole, package = (json.loads(json.dumps(line)) for line in read_status(booth.folder).to_lines())
    assert set(whole) == {
        *(
            "kind",
            "enrolled",
            "archive_url",
            "fingerprint",
            "fault",
            "worker_running",
            "blocked_reason",
            "counts",
            "waiting_bytes",
            "withdrawals_waiting",
        ),
    }
    assert whole["counts"] == {"saved-here": 0, "waiting": 1, "sent": 0, "archived": 0}
    assert set(package) == {
        *(
            "kind",
            "package_id",
            "group_id",
            "part",
            "state",
            "size_bytes",
            "sent_bytes",
            "attempts",
            "reason",
            "queued_day",
            "received_day",
        ),
    }
    assert (package["kind"], package["state"], package["part"]) == ("package", "waiting", "listen")


def test_ten_thousand_packages_are_read_in_one_query(booth: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    one = booth.new_package(10)
    booth.outbox.add("group", [NewPackage(f"{number:032x}", one.part, one.file_name, one.sha256, 10) for number in range(10_000)])
    asked: list[str] = []

    class Counting(sync.status.Outbox):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            self._connection.set_trace_callback(asked.append)

    monkeypatch.setattr(sync.status, "Outbox", Counting)
    assert len(read_status(booth.folder).packages) == 10_000
    assert len([sql for sql in asked if "FROM packages" in sql]) == 1


def test_it_needs_neither_network_nor_window() -> None:
    """What it imports is checked by name here, and for all of sync by the import rules."""
    imported = {
        node.module or "" for node in ast.walk(ast.parse(Path(sync.status.__file__).read_text())) if isinstance(node, ast.ImportFrom)
    }
    assert not {name for name in imported if "transport" in name or "worker" in name}
