"""The worker against a real outbox, a real session and the fake archive: everything arrives once, nothing is erased unsigned."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable, Iterator

import pytest
from booth import Booth
from fake_archive import FakeArchive
from processes import poll
from sync_clock import FakeClock

from sync.contract.package import Part, new_package_id
from sync.enrolled import Enrolled
from sync.outbox import NewPackage, Outbox, State
from sync.outbox.outbox import LONGEST_WAIT_S
from sync.status import OUTBOX_FILE
from sync.transport.archive import ArchiveClient
from sync.transport.session import HardenedSession
from sync.transport.tus import MIN_SLICE_BYTES, TusClient, Upload
from sync.worker import STEPS, Worker

pytestmark = pytest.mark.allow_logs("sync")

DAY_S = 24 * 3600.0


@pytest.fixture
def enrolled(archive: FakeArchive) -> Enrolled:
    return archive.enrolled()


@pytest.fixture
def build(booth: Booth, enrolled: Enrolled, clock: FakeClock) -> Iterator[Callable[..., Worker]]:
    sessions: list[HardenedSession] = []

    def new(on_step: Callable[[str], None] = lambda step: None, outbox: Outbox | None = None, who: Enrolled = enrolled) -> Worker:
        """As if the process had been started anew: nothing is remembered but what is on disk."""
        sessions.append(HardenedSession(answer_timeout_s=10))
        client = ArchiveClient(sessions[-1], who, clock)
        return Worker(outbox or booth.outbox, client, booth.packages_dir, who, clock, random.Random(1), on_step)

    yield new
    for session in sessions:
        session.close()


@pytest.fixture
def worker(build: Callable[..., Worker]) -> Worker:
    return build()


def settle(worker: Worker, clock: FakeClock, passes: int = 30) -> None:
    """Lets time pass until nothing waits any more."""
    for _ in range(passes):
        if worker.run_once().waiting == 0:
            return
        clock.advance(3600)


def assert_arrived(archive: FakeArchive, booth: Booth, *packages: NewPackage) -> None:
    for package in packages:
        assert archive.stored[package.package_id] == booth.content[package.package_id]
        assert archive.stores[package.package_id] == 1
        row = booth.row(package)
        assert row.state is State.ERASED
        assert row.receipt is not None
        assert package.file_name not in booth.files()


# --- the good way ---


def test_a_package_goes_all_the_way(archive: FakeArchive, booth: Booth, build: Callable[..., Worker]) -> None:
    package, steps = booth.queue(), list[str]()
    summary = build(steps.append).run_once()
    assert_arrived(archive, booth, package)
    assert (summary.confirmed, summary.erased, summary.waiting, summary.stopped_by) == (1, 1, 0, None)
    assert steps == list(STEPS)
    assert [(seen.method, seen.path.split("?")[0].rsplit("/", 1)[0]) for seen in archive.requests] == [
        ("GET", "/api/v1"),
        ("POST", "/api/v1/uploads"),
        ("PATCH", "/api/v1/uploads"),
        ("GET", "/api/v1/receipts"),
    ]


def test_every_state_on_the_way_is_durable_before_the_next_step(archive: FakeArchive, booth: Booth, build: Callable[..., Worker]) -> None:
    package, seen = booth.queue(), dict[str, tuple[State, bool]]()

    def look(step: str) -> None:
        with Outbox(booth.folder / OUTBOX_FILE) as other:
            seen[step] = (other.package(package.package_id).state, package.file_name in booth.files())

    build(look).run_once()
    assert seen == {
        "sending": (State.SENDING, True),
        "created": (State.SENDING, True),
        "sent": (State.SENDING, True),
        "slice": (State.SENDING, True),
        "delivered": (State.DELIVERED, True),
        "received": (State.DELIVERED, True),
        "confirmed": (State.CONFIRMED, True),
        "unlinked": (State.CONFIRMED, False),
        "erased": (State.ERASED, False),
    }


def test_all_listening_copies_go_before_any_master(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    stories = [(booth.new_package(part=Part.LISTEN), booth.new_package(part=Part.MASTER)) for _ in range(3)]
    for story in stories:
        booth.outbox.add(new_package_id(), story)
    worker.run_once()
    assert list(archive.stored) == [listen.package_id for listen, _ in stories] + [master.package_id for _, master in stories]


def test_a_new_listening_copy_overtakes_a_long_master_at_the_next_slice(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker]
) -> None:
    master = booth.queue(3 * MIN_SLICE_BYTES, Part.MASTER)
    urgent: list[NewPackage] = []

    def someone_sends(step: str) -> None:
        if step == "slice" and not urgent:
            urgent.append(booth.queue())

    build(someone_sends).run_once()
    assert list(archive.stored) == [urgent[0].package_id, master.package_id]
    assert_arrived(archive, booth, master, *urgent)


def test_nothing_due_means_nobody_is_called(archive: FakeArchive, worker: Worker) -> None:
    worker.run_once()
    assert archive.requests == []


def test_erasing_needs_no_archive(archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock) -> None:
    package = booth.queue()

    class Pulled(Exception):
        pass

    def pull_the_plug(step: str) -> None:
        if step == "confirmed":
            raise Pulled

    with pytest.raises(Pulled):
        build(pull_the_plug).run_once()
    archive.switches.portal = "html"
    clock.advance(DAY_S)
    build().run_once()
    assert_arrived(archive, booth, package)


def test_what_is_on_its_way_is_shown_now_and_then(archive: FakeArchive, booth: Booth, enrolled: Enrolled) -> None:
    class Ticking(FakeClock):
        def monotonic_s(self) -> float:
            self.advance(1)
            return super().monotonic_s()

    package, clock = booth.queue(MIN_SLICE_BYTES), Ticking()
    shown: set[int] = set()
    archive.switches.on_body_bytes = lambda received: shown.add(booth.row(package).sent_bytes)
    with HardenedSession(answer_timeout_s=10) as session:
        client = ArchiveClient(session, enrolled, clock)
        Worker(booth.outbox, client, booth.packages_dir, enrolled, clock, random.Random(1)).run_once()
    assert len(shown) > 3
    assert max(shown) < MIN_SLICE_BYTES
    assert_arrived(archive, booth, package)


def test_a_bug_of_ours_reaches_the_top_and_does_not_hold_up_the_others(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    unlucky, fine = booth.queue(), booth.queue()
    real_create = TusClient.create

    def create(self: TusClient, size_bytes: int, metadata: dict[str, str]) -> Upload:
        if metadata["package_id"] == unlucky.package_id:
            raise ZeroDivisionError
        return real_create(self, size_bytes, metadata)

    monkeypatch.setattr(TusClient, "create", create)
    with pytest.raises(ZeroDivisionError):
        build().run_once()
    build().run_once()
    assert_arrived(archive, booth, fine)
    assert booth.row(unlucky).state is State.SENDING


# --- links that break ---


def test_cuts_cost_only_what_was_under_way(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [100_000, 700_000, 5]
    settle(worker, clock)
    assert_arrived(archive, booth, package)
    assert archive.received_bytes == package.size_bytes


def test_a_link_that_gets_something_through_each_time_is_not_waited_for_ever_longer(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [100_000] * 12
    for _ in range(12):
        worker.run_once()
        assert booth.row(package).attempts <= 1
        clock.advance(1)
    settle(worker, clock)
    assert_arrived(archive, booth, package)


@pytest.mark.parametrize("method", ["POST", "PATCH", "GET"])
def test_a_lost_answer_doubles_nothing(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, method: str) -> None:
    package = booth.queue()
    archive.switches.lose_answers = {method}
    settle(worker, clock)
    assert_arrived(archive, booth, package)


def test_a_lost_receipt_is_asked_for_again(archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock) -> None:
    package = booth.queue()

    def lose_the_next(step: str) -> None:
        if step == "delivered":
            archive.switches.lose_answers = {"GET"}

    worker = build(lose_the_next)
    worker.run_once()
    assert booth.row(package).state is State.DELIVERED
    settle(worker, clock)
    assert_arrived(archive, booth, package)


def test_a_dead_link_is_found_out_once_and_waited_for(
    booth: Booth, build: Callable[..., Worker], archive: FakeArchive, clock: FakeClock
) -> None:
    packages = [booth.queue() for _ in range(5)]
    worker = build()
    archive.switches.answer_with = [(502, {})] * 3
    for count in (1, 2, 3):
        summary = worker.run_once()
        assert (summary.stopped_by, len(archive.requests)) == ("archive-busy", count)
        assert worker.run_once().stopped_by is None, "it did not wait"
        clock.advance(60)
    settle(worker, clock)
    assert_arrived(archive, booth, *packages)


def test_one_that_never_gets_through_holds_nobody_up(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    poison = booth.queue()
    others = [booth.queue() for _ in range(3)]
    archive.switches.cut_after_bytes = [10] + [0] * 3
    worker.run_once()
    clock.advance(100)
    archive.switches.cut_after_bytes = []
    worker.run_once()
    assert_arrived(archive, booth, *others)
    settle(worker, clock)
    assert_arrived(archive, booth, poison)


def test_the_archives_wish_to_be_left_alone_is_kept(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue()

    def busy(step: str) -> None:
        if step == "created":
            archive.switches.answer_with = [(503, {"Retry-After": "3000"})]

    worker = build(busy)
    worker.run_once()
    asked = len(archive.requests)
    clock.advance(2999)
    worker.run_once()
    assert len(archive.requests) == asked
    clock.advance(1502)
    worker.run_once()
    assert_arrived(archive, booth, package)


def test_after_a_restart_it_asks_before_it_sends(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [500_000]
    build().run_once()
    clock.advance(3600)
    before = len(archive.requests)
    build().run_once()
    assert [seen.method for seen in archive.requests[before:]] == ["GET", "HEAD", "PATCH", "PATCH", "GET"]
    assert_arrived(archive, booth, package)


def test_a_forgotten_upload_begins_anew(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    package = booth.queue(2 * MIN_SLICE_BYTES)
    archive.switches.cut_after_bytes = [500_000]
    worker.run_once()
    archive.forget_uploads()
    settle(worker, clock)
    assert_arrived(archive, booth, package)


def test_a_package_the_archive_lost_before_signing_is_sent_again(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    package = booth.queue()
    archive.switches.receipts = "pending"
    worker.run_once()
    assert booth.row(package).state is State.DELIVERED
    archive.forget_uploads()
    archive.stored.clear()
    archive.stores.clear()
    archive.switches.receipts = "signed"
    settle(worker, clock)
    assert_arrived(archive, booth, package)


# --- receipts ---


@pytest.mark.parametrize("receipts", ["forged", "replayed", "pending"])
def test_without_a_true_receipt_nothing_is_ever_erased(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, receipts: str
) -> None:
    packages = [booth.queue() for _ in range(3)]
    archive.switches.receipts = receipts
    for _ in range(50):
        worker.run_once()
        clock.advance(900)
    assert booth.files() == {package.file_name for package in packages}
    assert {booth.row(package).receipt for package in packages} == {None}
    archive.switches.receipts = "signed"
    settle(worker, clock)
    assert_arrived(archive, booth, *packages)


def test_a_forged_receipt_is_shown_to_staff(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    package = booth.queue()
    archive.switches.receipts = "forged"
    worker.run_once()
    assert (booth.row(package).state, booth.row(package).reason) == (State.BLOCKED, "receipt")


def test_damage_on_the_way_is_sent_again_and_given_up_after_the_third_time(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    unlucky, fine = booth.queue(), booth.queue()
    archive.switches.corrupt = 3
    worker.run_once()
    for _ in range(4):
        clock.advance(DAY_S)
        worker.run_once()
    # The first two tries of one and the first of the other arrived damaged.
    assert_arrived(archive, booth, unlucky, fine)
    third = booth.queue()
    archive.switches.corrupt = 3
    settle(worker, clock)
    assert (booth.row(third).state, booth.row(third).reason) == (State.QUARANTINED, "hash-mismatch")
    assert third.file_name in booth.files()


def test_damage_on_this_disk_is_not_sent_again_and_again(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    package = booth.queue()
    path = booth.packages_dir / package.file_name
    path.write_bytes(b"X" + path.read_bytes()[1:])
    worker.run_once()
    assert (booth.row(package).state, booth.row(package).reason) == (State.QUARANTINED, "file-changed")
    assert archive.stored == {}


# --- files that are not there ---


def test_a_missing_file_steps_aside(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    missing, shorter, folder, fine = booth.queue(), booth.queue(), booth.queue(), booth.queue()
    (booth.packages_dir / missing.file_name).unlink()
    (booth.packages_dir / shorter.file_name).write_bytes(b"short")
    (booth.packages_dir / folder.file_name).unlink()
    (booth.packages_dir / folder.file_name).mkdir()
    summary = worker.run_once()
    assert [booth.row(package).reason for package in (missing, shorter, folder)] == ["file-missing", "file-changed", "file-unreadable"]
    assert summary.quarantined == 3
    assert_arrived(archive, booth, fine)


def test_what_stepped_aside_goes_again_when_staff_say_so(archive: FakeArchive, booth: Booth, worker: Worker) -> None:
    package = booth.queue()
    path = booth.packages_dir / package.file_name
    path.rename(path.with_suffix(".away"))
    worker.run_once()
    path.with_suffix(".away").rename(path)
    worker.run_once()
    assert booth.row(package).state is State.QUARANTINED
    booth.outbox.requeue_quarantined()
    worker.run_once()
    assert_arrived(archive, booth, package)


def test_a_file_that_cannot_be_removed_yet_is_removed_later(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue()
    path = booth.packages_dir / package.file_name

    def occupy(step: str) -> None:
        if step == "confirmed":
            path.unlink()
            path.mkdir()  # unlink refuses a folder, as Windows refuses an open file

    build(occupy).run_once()
    assert booth.row(package).state is State.CONFIRMED
    path.rmdir()
    path.write_bytes(b"")
    clock.advance(DAY_S)
    build().run_once()
    assert_arrived(archive, booth, package)


# --- who must not get anything ---


@pytest.mark.parametrize("portal", ["html", "redirect"])
def test_a_portal_gets_neither_token_nor_data_and_all_goes_on_by_itself(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, portal: str
) -> None:
    packages = [booth.queue() for _ in range(3)]
    archive.switches.portal = portal
    for _ in range(5):
        assert worker.run_once().stopped_by == "portal"
        assert {(booth.row(package).state, booth.row(package).reason) for package in packages} == {(State.BLOCKED, "portal")}
        clock.advance(60)
    assert {(seen.method, seen.token) for seen in archive.requests} == {("GET", None)}
    assert len(archive.requests) == 5
    archive.switches.portal = None
    settle(worker, clock)
    assert_arrived(archive, booth, *packages)


def test_a_stranger_with_our_archives_name_gets_nothing(archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock) -> None:
    booth.queue()
    archive.switches.stranger = True
    for _ in range(5):
        worker.run_once()
        clock.advance(60)
    assert {(seen.method, seen.token) for seen in archive.requests} == {("GET", None)}


def test_a_portal_that_comes_up_in_the_middle_stops_everything(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    packages = [booth.queue(), booth.queue()]

    def comes_up(step: str) -> None:
        if step == "created":
            archive.switches.portal = "html"

    summary = build(comes_up).run_once()
    assert (summary.stopped_by, archive.stored) == ("portal", {})
    assert {booth.row(package).state for package in packages} == {State.BLOCKED}
    archive.switches.portal = None
    settle(build(), clock)
    assert_arrived(archive, booth, *packages)


def test_a_revoked_kiosk_keeps_everything_and_goes_on_after_a_new_enrolment(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    begun, waiting = booth.queue(2 * MIN_SLICE_BYTES), booth.queue()
    archive.switches.cut_after_bytes = [500_000]
    build().run_once()
    archive.revoke_all()
    clock.advance(3600)
    assert build().run_once().stopped_by == "token"
    assert booth.row(begun).reason == "token"
    assert {begun.file_name} <= booth.files()
    clock.advance(DAY_S)
    settle(build(who=archive.enrolled()), clock)
    assert_arrived(archive, booth, begun, waiting)


# --- clocks and disks ---


def test_a_clock_that_was_years_ahead_does_not_keep_stories_here(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock
) -> None:
    clock.jump(10 * 365 * DAY_S)
    package = booth.queue()
    archive.switches.answer_with = [(503, {"Retry-After": "86400"})]
    worker.run_once()
    clock.jump(-10 * 365 * DAY_S)
    assert booth.row(package).next_try_at_s > clock.now_s() + LONGEST_WAIT_S
    worker.run_once()
    assert_arrived(archive, booth, package)


def test_run_wakes_for_what_another_process_adds_and_stops_when_told(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker]
) -> None:
    stop = threading.Event()
    with Outbox(booth.folder / OUTBOX_FILE) as own:
        thread = threading.Thread(target=build(outbox=own).run, args=(stop,))
        thread.start()
        first = booth.queue()
        assert poll(lambda: booth.row(first).state is State.ERASED, 15)
        second = booth.queue()
        assert poll(lambda: booth.row(second).state is State.ERASED, 15)
        stop.set()
        thread.join()
    assert_arrived(archive, booth, first, second)


def test_a_full_disk_does_not_end_the_worker(booth: Booth, build: Callable[..., Worker], caplog: pytest.LogCaptureFixture) -> None:
    booth.queue()
    waits: list[float | None] = []

    class StopAfterOneWait:
        def is_set(self) -> bool:
            return bool(waits)

        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout)
            return True

    connection = booth.outbox._connection
    connection.execute("PRAGMA query_only = ON")
    with caplog.at_level(logging.INFO):
        build().run(StopAfterOneWait())
    connection.execute("PRAGMA query_only = OFF")
    assert [(record.levelname, record.getMessage()) for record in caplog.records if record.name == "sync.worker"] == [
        ("ERROR", "disk-read-only")
    ]
    assert len(waits) == 1


def test_logs_hold_codes_only(
    archive: FakeArchive, booth: Booth, worker: Worker, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    package = booth.queue()
    archive.switches.cut_after_bytes = [100]
    with caplog.at_level(logging.DEBUG, logger="sync"):
        settle(worker, clock)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("sync")]
    assert lines == ["later unreachable", "confirmed", "erased"]
    assert not any(secret in line for line in lines for secret in (package.package_id, package.file_name, archive.url))
