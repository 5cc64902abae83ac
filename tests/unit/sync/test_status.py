from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from booth import Booth
from fake_archive import FakeArchive

import sync.status
from sync.contract.package import Part, new_package_id
from sync.contract.policy import parse_signed_policy
from sync.contract.receipt import Receipt, SignedReceipt
from sync.limits import month_of
from sync.link import FOR_PEOPLE, LinkState
from sync.outbox import NewPackage, State
from sync.outbox.lock import FileLock
from sync.status import PlainState, StoryStatus, read_status
from sync.status_text import status_text


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
    whole, package, story = (json.loads(json.dumps(line)) for line in read_status(booth.folder).to_lines())
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
            "link",
            "sent_this_month_bytes",
            "monthly_limit_bytes",
        ),
    }
    assert set(whole["link"]) == {"state", "since_s", "checked_at_s", "next_try_at_s", "rate_bytes_per_s"}
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
    assert set(story) == {
        *("kind", "group_id", "state", "size_bytes", "sent_bytes", "listen_archived", "exported_day", "reason", "seconds_left"),
    }
    assert (story["kind"], story["group_id"], story["state"], story["seconds_left"]) == ("story", package["group_id"], "waiting", None)


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


# --- stories ---


NOW_S = 1_800_000_000.0


def told(booth: Booth) -> tuple[StoryStatus, ...]:
    return read_status(booth.folder, lambda: NOW_S).stories


def story(booth: Booth, listen_bytes: int = 1000, master_bytes: int = 9000) -> tuple[NewPackage, NewPackage]:
    parts = booth.new_package(listen_bytes), booth.new_package(master_bytes, Part.MASTER)
    booth.outbox.add(new_package_id(), parts)
    return parts


@pytest.fixture
def sending(archive: FakeArchive, booth: Booth) -> Iterator[Booth]:
    """A worker runs, and the link moves 1,000 bytes a second."""
    booth.enrol(archive.enrolled())
    booth.outbox.set_link(LinkState.UP, now_s=NOW_S)
    booth.outbox.set_rate(1000.0)
    lock = FileLock(booth.folder / "worker.lock")
    assert lock.acquire()
    yield booth
    lock.release()


def test_a_story_is_as_far_as_its_slowest_part_and_can_be_heard_before(archive: FakeArchive, booth: Booth) -> None:
    booth.enrol(archive.enrolled())
    listen, master = story(booth)
    (waiting,) = told(booth)
    assert (waiting.state, waiting.size_bytes, waiting.sent_bytes, waiting.listen_archived) == (PlainState.WAITING, 10_000, 0, False)
    booth.outbox.move(listen.package_id, State.CONFIRMED, receipt=receipt_for(listen))
    for step in ((), (State.ERASED,)):
        for state in step:
            booth.outbox.move(listen.package_id, state)
        (half,) = told(booth)
        assert (half.state, half.sent_bytes, half.listen_archived) == (PlainState.WAITING, 1000, True)
    booth.outbox.move(master.package_id, State.SENDING)
    booth.outbox.move(master.package_id, State.DELIVERED, offset_bytes=9000)
    (sent,) = told(booth)
    assert (sent.state, sent.sent_bytes) == (PlainState.SENT, 10_000)
    booth.outbox.move(master.package_id, State.CONFIRMED, receipt=receipt_for(master))
    (whole,) = told(booth)
    assert (whole.state, whole.sent_bytes, whole.listen_archived, whole.seconds_left) == (PlainState.ARCHIVED, 10_000, True, None)


def test_a_master_alone_can_be_heard_by_nobody(archive: FakeArchive, booth: Booth) -> None:
    booth.enrol(archive.enrolled())
    booth.queue(1000, Part.MASTER)
    assert not told(booth)[0].listen_archived


def test_the_time_left_counts_what_goes_before(sending: Booth) -> None:
    story(sending)
    story(sending)
    assert [one.seconds_left for one in told(sending)] == [11, 20]


@pytest.mark.parametrize("why", ["no worker", "link", "rate", "revoked", "not enrolled"])
def test_where_nobody_can_know_no_time_is_told(archive: FakeArchive, sending: Booth, why: str) -> None:
    story(sending)
    assert told(sending)[0].seconds_left == 10
    if why == "no worker":
        (sending.folder / "worker.lock").unlink()
    elif why == "link":
        sending.outbox.set_link(LinkState.UNREACHABLE, now_s=NOW_S)
    elif why == "rate":
        sending.outbox.set_rate(None)
    elif why == "revoked":
        enrolled = archive.enrolled()
        archive.revoke(enrolled.kiosk_id)
        sending.enrol(enrolled.under_policy(parse_signed_policy(json.loads(json.dumps(archive.policy(enrolled.kiosk_id))))))
    else:
        (sending.folder / "enrolment.json").unlink()
    assert told(sending)[0].seconds_left is None


def test_what_waits_for_a_free_link_says_so_and_has_no_time(sending: Booth) -> None:
    (sending.folder / "settings.toml").write_text('[sync]\nmetered = "yes"\n')
    story(sending)
    sending.queue(500)
    assert [(one.reason, one.seconds_left) for one in told(sending)] == [("metered", None), (None, 2)]
    sending.outbox.try_now()
    assert [(one.reason, one.seconds_left) for one in told(sending)] == [(None, 11), (None, 2)]


def test_a_part_that_stepped_aside_gives_its_story_the_reason(sending: Booth) -> None:
    listen, _ = story(sending)
    sending.outbox.move(listen.package_id, State.QUARANTINED, reason="file-missing")
    (one,) = told(sending)
    assert (one.state, one.reason, one.seconds_left) == (PlainState.SAVED_HERE, "file-missing", None)


def test_a_copy_on_a_stick_is_shown_while_the_story_is_here(sending: Booth) -> None:
    listen, master = story(sending)
    sending.outbox.mark_exported([listen.package_id], "2026-03-04")
    sending.outbox.mark_exported([master.package_id], "2026-03-05")
    (one,) = told(sending)
    assert (one.exported_day, one.state) == ("2026-03-05", PlainState.WAITING)


def test_the_month_and_its_limit(archive: FakeArchive, booth: Booth) -> None:
    booth.outbox.add_sent_bytes(month_of(NOW_S), 1234)
    status = read_status(booth.folder, lambda: NOW_S)
    assert (status.sent_this_month_bytes, status.monthly_limit_bytes) == (1234, None)
    (booth.folder / "settings.toml").write_text("[sync]\nmonthly_mb = 5\n")
    assert read_status(booth.folder, lambda: NOW_S).monthly_limit_bytes == 5_000_000


def test_settings_that_are_refused_do_not_hide_the_outbox(booth: Booth) -> None:
    (booth.folder / "settings.toml").write_text("[sync]\nspeed = 3\n")
    booth.queue()
    assert len(read_status(booth.folder).stories) == 1


@pytest.mark.parametrize("state", sorted(FOR_PEOPLE))
def test_what_people_must_mend_is_told_as_long_as_something_waits(archive: FakeArchive, booth: Booth, state: LinkState) -> None:
    booth.enrol(archive.enrolled())
    booth.outbox.set_link(state, now_s=NOW_S)
    assert read_status(booth.folder).blocked_reason is None
    package = booth.queue()
    assert read_status(booth.folder).blocked_reason == state
    booth.outbox.move(package.package_id, State.CONFIRMED, receipt=receipt_for(package))
    assert read_status(booth.folder).blocked_reason is None


def test_for_a_person_at_a_terminal(sending: Booth) -> None:
    (sending.folder / "settings.toml").write_text("[sync]\nmonthly_mb = 500\n")
    listen, _ = story(sending, 200_000, 7_300_000)
    sending.outbox.move(listen.package_id, State.CONFIRMED, receipt=receipt_for(listen))
    done = sending.queue(1000)
    sending.outbox.move(done.package_id, State.CONFIRMED, receipt=receipt_for(done))
    sending.outbox.mark_exported([story(sending, 60_000, 9_000_000)[0].package_id], "2026-03-05")
    lines = list(status_text(read_status(sending.folder, lambda: NOW_S)))
    assert lines[1:3] == ["worker: running", "link: up, 8 kbit/s"]
    assert lines[-3:] == [
        "this month: 0.0 of 500.0 MB",
        "story 1: waiting, 0.2 of 7.5 MB, the archive can hear it already, about 3 h left",
        "story 3: waiting, 0.0 of 9.1 MB, on a stick since 2026-03-05, about 5 h left",
    ]


@pytest.mark.parametrize(("seconds", "words"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (61, "2 min"), (7140, "119 min"), (7141, "2 h")])
def test_a_time_is_rounded_up(sending: Booth, seconds: int, words: str) -> None:
    sending.outbox.set_rate(1.0)
    if seconds:
        sending.queue(seconds)
    else:
        sending.outbox.move(sending.queue(1).package_id, State.SENDING, offset_bytes=1, sent_bytes=1)
    assert list(status_text(read_status(sending.folder, lambda: NOW_S)))[-1].endswith(f"about {words} left")


def test_it_needs_neither_network_nor_window() -> None:
    """What it imports is checked by name here, and for all of sync by the import rules."""
    imported = {
        node.module or "" for node in ast.walk(ast.parse(Path(sync.status.__file__).read_text())) if isinstance(node, ast.ImportFrom)
    }
    assert not {name for name in imported if "transport" in name or "worker" in name}
