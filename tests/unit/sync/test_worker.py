"""The worker against a real outbox, a real session and the fake archive: everything arrives once."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable

import pytest
from booth import Booth
from fake_archive import FakeArchive
from no_upkeep import NothingToKeep
from processes import poll
from recording_awake import RecordingAwake
from sync_clock import FakeClock
from worker_checks import assert_arrived, settle

from sync.contract.package import Part, new_package_id
from sync.enrolled import Enrolled
from sync.outbox import NewPackage, Outbox, State
from sync.outbox.outbox import LONGEST_WAIT_S
from sync.status import OUTBOX_FILE
from sync.transport.archive import ArchiveClient
from sync.transport.session import HardenedSession
from sync.transport.slices import MIN_SLICE_BYTES
from sync.transport.tus import TusClient, Upload
from sync.worker import STEPS, Worker

pytestmark = pytest.mark.allow_logs("sync")

DAY_S = 24 * 3600.0


def test_the_device_stays_awake_while_a_package_travels(booth: Booth, build: Callable[..., Worker], awake: RecordingAwake) -> None:
    booth.queue()
    held: list[bool] = []
    build(lambda step: held.append(awake.held)).run_once()
    assert held == [True] * len(STEPS)
    assert awake.asked == [True, False]


def test_a_device_that_finds_no_archive_may_sleep(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], awake: RecordingAwake
) -> None:
    booth.queue()
    archive.close()
    assert build().run_once().stopped_by is not None
    assert awake.asked == []


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
        rng = random.Random(1)
        Worker(booth.outbox, client, booth.packages_dir, enrolled, clock, rng, awake=RecordingAwake(), upkeep=NothingToKeep()).run_once()
    assert any(0 < sent_bytes < MIN_SLICE_BYTES for sent_bytes in shown)
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


def test_a_clock_that_was_years_ahead_does_not_keep_stories_here(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    """It was set right while no worker ran, so nobody could take it into account."""
    clock.jump(10 * 365 * DAY_S)
    package, other = booth.queue(), booth.queue()
    booth.outbox.move(package.package_id, State.SENDING)
    booth.outbox.note(package.package_id, next_try_at_s=clock.now_s() + DAY_S)
    archive.switches.answer_with = [(503, {"Retry-After": "86400"})]
    assert build().run_once().stopped_by == "archive-busy"
    clock.jump(-10 * 365 * DAY_S)
    assert booth.row(package).next_try_at_s > clock.now_s() + LONGEST_WAIT_S
    assert booth.outbox.link().next_try_at_s > clock.now_s() + LONGEST_WAIT_S
    build().run_once()
    assert_arrived(archive, booth, package, other)


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
