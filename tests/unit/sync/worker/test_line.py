"""Each state of the link, what it is told to staff, and its own way out."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from booth import Booth
from fake_archive import FakeArchive
from no_upkeep import NothingToKeep
from sync_clock import FakeClock
from worker_checks import assert_arrived

from sync.link import FOR_PEOPLE, LinkState
from sync.outbox import Outbox
from sync.outbox.outbox import LONGEST_WAIT_S
from sync.schedule import Cause
from sync.status import OUTBOX_FILE, read_status
from sync.transport.faults import Blocked, RetryLater, revoked, stalled
from sync.transport.tus import TusClient
from sync.worker import Worker
from sync.worker.line import Line

pytestmark = pytest.mark.allow_logs("sync")

YEAR_S = 365 * 24 * 3600.0


@pytest.fixture
def line(booth: Booth, clock: FakeClock) -> Line:
    return Line(booth.outbox, clock, random.Random(1), lambda: None)


def network() -> RetryLater:
    return RetryLater("unreachable", "A sentence.", Cause.NETWORK)


def server(code: str, retry_after_s: float | None = None) -> RetryLater:
    return RetryLater(code, "A sentence.", Cause.SERVER, retry_after_s)


# --- what is found, and how long it lasts ---


@pytest.mark.parametrize("state", sorted(FOR_PEOPLE))
def test_what_people_must_mend_is_told_and_looked_at_again(booth: Booth, clock: FakeClock, line: Line, state: LinkState) -> None:
    began_s = clock.now_s()
    line.blocked(Blocked(state, "A sentence."))
    least_s, most_s = (30, 60) if state in (LinkState.PORTAL, LinkState.INTERCEPTED) else (600, 900)
    assert least_s <= line.closed_for_s() <= most_s
    clock.advance(most_s)
    assert line.closed_for_s() == 0
    line.blocked(Blocked(state, "A sentence."))
    link = booth.outbox.link()
    assert (link.state, link.since_s, link.checked_at_s) == (state, began_s, clock.now_s())


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (server("archive-full", 300.0), LinkState.ARCHIVE_FULL),
        (server("quota", 300.0), LinkState.QUOTA),
        (server("archive-busy", 300.0), LinkState.ARCHIVE_BUSY),
        (server("archive-418", 300.0), LinkState.ARCHIVE_BUSY),
    ],
    ids=str,
)
def test_the_archives_own_wish_is_a_floor(booth: Booth, clock: FakeClock, line: Line, fault: RetryLater, state: LinkState) -> None:
    line.failed(fault)
    assert booth.outbox.link().state is state
    assert 300 <= line.closed_for_s() <= 450
    # Neither another network nor sleep nor a new start shortens it, but staff may try.
    booth.outbox.wake_link()
    line.back_again()
    line.clock_was_set()
    assert line.closed_for_s() >= 300
    assert Line(booth.outbox, clock, random.Random(2), lambda: None).closed_for_s() >= 300
    booth.outbox.try_now()
    assert line.closed_for_s() == 0


@pytest.mark.parametrize(("online", "cap_s"), [(True, 5), (False, 60), (None, 60)])
def test_a_link_is_waited_for_ever_longer_up_to_a_cap(booth: Booth, clock: FakeClock, online: bool | None, cap_s: float) -> None:
    waits: list[list[float]] = []
    for seed in range(60):
        line = Line(booth.outbox, clock, random.Random(seed), lambda: online)
        waits.append([])
        for _ in range(10):
            line.failed(network())
            waits[-1].append(line.closed_for_s())
    first, last = [row[0] for row in waits], [row[-1] for row in waits]
    assert max(first) <= 0.5
    assert 0.9 * cap_s < max(last) <= cap_s
    assert booth.outbox.link().state is LinkState.UNREACHABLE


def test_real_progress_makes_the_next_failure_the_first(clock: FakeClock, line: Line) -> None:
    for _ in range(10):
        line.failed(network())
    line.moved()
    line.failed(network())
    assert line.closed_for_s() <= 0.5


def test_three_packages_turned_away_in_a_row_mean_the_archive(booth: Booth, line: Line) -> None:
    assert [line.turned_away(package_id) for package_id in ("a", "a", "a", "b")] == [False] * 4
    assert booth.outbox.link().state is LinkState.ARCHIVE_BUSY
    line.moved()
    assert [line.turned_away(package_id) for package_id in ("a", "b", "c")] == [False, False, True]
    line.answered()
    assert booth.outbox.link().state is LinkState.UP


def test_a_bug_in_the_codes_is_no_silence(booth: Booth, line: Line) -> None:
    line.blocked(Blocked("something-new", "A sentence."))
    assert booth.outbox.link().state is LinkState.PROTOCOL


def test_a_link_that_is_doubted_is_asked_anew_and_not_for_long(clock: FakeClock, line: Line) -> None:
    assert line.patience_s() is None
    line.failed(network())
    assert [line.patience_s() for _ in range(4)] == [4, 4, 12, 4]
    line.proven()
    assert line.patience_s() is None
    line.back_again()
    assert line.patience_s() is not None
    line.proven()
    line.failed(server("archive-busy"))
    assert line.patience_s() is None, "somebody did answer"


def test_a_question_on_a_new_connection_is_gone_on_with(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    package = booth.queue(300_000)
    archive.switches.cut_after_bytes = [100_000]
    worker = build()
    worker.run_once()
    clock.advance(1)
    archive.switches.portal = "html"
    assert worker.run_once().stopped_by == "portal"
    archive.switches.portal = None
    clock.advance(60)
    worker.run_once()
    assert_arrived(archive, booth, package)


# --- the way out ---


@pytest.mark.parametrize("state", [LinkState.PORTAL, LinkState.INTERCEPTED])
def test_another_network_is_looked_at_at_once(booth: Booth, line: Line, state: LinkState) -> None:
    line.blocked(Blocked(state, "A sentence."))
    with Outbox(booth.folder / OUTBOX_FILE) as window:
        window.wake_link()
    assert line.closed_for_s() <= 3
    assert booth.outbox.link().state is state, "nobody has looked yet"


@pytest.mark.parametrize("state", [LinkState.TOKEN, LinkState.REVOKED, LinkState.PROTOCOL, LinkState.ADDRESS, LinkState.CLOCK])
def test_another_network_mends_no_token_and_no_clock(booth: Booth, line: Line, state: LinkState) -> None:
    line.blocked(Blocked(state, "A sentence."))
    booth.outbox.wake_link()
    line.back_again()
    assert line.closed_for_s() >= 600


def test_a_clock_that_was_set_is_looked_at_at_once(line: Line) -> None:
    line.blocked(Blocked("clock", "A sentence."))
    line.clock_was_set()
    assert line.closed_for_s() == 0
    line.blocked(Blocked("token", "A sentence."))
    line.clock_was_set()
    assert line.closed_for_s() >= 600


def test_a_network_that_comes_back_is_used_at_once_but_not_by_all_in_one_second(booth: Booth, clock: FakeClock) -> None:
    there = [False]
    lines = [Line(booth.outbox, clock, random.Random(seed), lambda: there[0]) for seed in range(50)]
    waits = []
    for line in lines:
        there[0] = False
        line.watch()
        for _ in range(10):
            line.failed(network())
        there[0] = True
        line.watch()
        waits.append(line.closed_for_s())
    assert max(waits) <= 3
    assert max(waits) - min(waits) > 2


def test_a_new_start_looks_at_once_where_only_the_network_was_missing(booth: Booth, clock: FakeClock, line: Line) -> None:
    for _ in range(10):
        line.failed(network())
    assert Line(booth.outbox, clock, random.Random(1), lambda: None).closed_for_s() == 0


# --- whatever the clock does ---


@pytest.mark.parametrize("by_s", [-10 * YEAR_S, -86_400.0, 10 * YEAR_S])
def test_nobody_waits_longer_than_he_had_to_because_the_clock_was_set(clock: FakeClock, line: Line, by_s: float) -> None:
    line.blocked(Blocked("token", "A sentence."))
    before_s = line.closed_for_s()
    clock.jump(by_s)
    assert line.closed_for_s() <= before_s
    clock.advance(before_s)
    assert line.closed_for_s() == 0


def test_after_a_restart_with_another_date_the_wait_is_bounded(booth: Booth, clock: FakeClock, line: Line) -> None:
    line.blocked(Blocked("token", "A sentence."))
    clock.jump(-3600.0)
    assert Line(booth.outbox, clock, random.Random(1), lambda: None).closed_for_s() <= LONGEST_WAIT_S
    clock.jump(-10 * YEAR_S)
    assert Line(booth.outbox, clock, random.Random(1), lambda: None).closed_for_s() == 0


# --- through the whole worker ---


class Revoked(NothingToKeep):
    revoked = True


def test_what_was_found_reaches_staff_and_goes_by_itself(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    booth.enrol(archive.enrolled())
    package = booth.queue()
    archive.switches.portal = "html"
    began_s = clock.now_s()
    worker = build()
    worker.run_once()
    told = read_status(booth.folder, clock.now_s)
    assert (told.blocked_reason, told.link.state, told.link.since_s) == ("portal", "portal", began_s)
    assert 30 <= told.link.next_try_at_s - began_s <= 60
    assert told.stories[0].seconds_left is None
    archive.switches.portal = None
    worker.run_once()
    assert len(archive.requests) == 1, "it did not wait"
    clock.advance(60)
    worker.run_once()
    assert_arrived(archive, booth, package)
    told = read_status(booth.folder, clock.now_s)
    assert (told.blocked_reason, told.link.state, told.link.since_s) == (None, "up", clock.now_s())
    assert told.link.rate_bytes_per_s is not None
    assert told.sent_this_month_bytes >= package.size_bytes


def test_ten_stories_behind_a_log_in_page_cost_one_question_and_no_row(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker]
) -> None:
    packages = [booth.queue(1000) for _ in range(10)]
    before = booth.outbox.packages()
    archive.switches.portal = "redirect"
    build().run_once()
    assert len(archive.requests) == 1
    assert booth.outbox.packages() == before
    assert {package.file_name for package in packages} <= booth.files()


def test_a_revoked_laptop_asks_nobody_and_says_so(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    booth.queue()
    worker = build(upkeep=Revoked())
    for _ in range(3):
        assert worker.run_once().stopped_by == revoked().code
        clock.advance(900)
    assert (archive.requests, booth.outbox.link().state) == ([], LinkState.REVOKED)


@pytest.mark.parametrize(("status", "code"), [(507, "archive-full"), (429, "archive-busy")])
def test_a_full_archive_is_asked_once_for_all_and_goes_on_by_itself(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock, status: int, code: str
) -> None:
    packages = [booth.queue(1000) for _ in range(10)]

    def full(step: str) -> None:
        if step == "sending":
            archive.switches.answer_with.append((status, {"Retry-After": "120"}))

    worker = build(full)
    assert worker.run_once().stopped_by == code
    asked = len(archive.requests)
    assert asked <= 4, "it asked for package after package"
    assert booth.outbox.link().state is LinkState(code)
    clock.advance(119)
    worker.run_once()
    assert len(archive.requests) == asked
    archive.switches.answer_with.clear()
    second = build()
    for _ in range(20):
        clock.advance(120)
        second.run_once()
    assert_arrived(archive, booth, *packages)


def test_a_package_that_upsets_the_archive_holds_up_nobody(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    poison, others = booth.queue(1000), [booth.queue(1000) for _ in range(5)]
    real_create = archive.create

    def create(kiosk_id: str, package_id: str, sha256: str, size_bytes: int) -> object:
        upload = real_create(kiosk_id, package_id, sha256, size_bytes)
        if package_id == poison.package_id:
            archive.switches.answer_with.append((500, {}))
        return upload

    archive.create = create  # type: ignore[method-assign, assignment]
    worker = build()
    for _ in range(3):
        worker.run_once()
        clock.advance(1)
    assert_arrived(archive, booth, *others)


def test_a_cut_goes_on_with_the_same_story_first(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], clock: FakeClock
) -> None:
    """Otherwise every cut would let a master overtake a listening copy for a whole slice."""
    first, second = booth.queue(300_000), booth.queue(300_000)
    archive.switches.cut_after_bytes = [100_000]
    worker = build()
    assert worker.run_once().stopped_by == "unreachable"
    assert booth.row(first).attempts == 1
    clock.advance(0.5)
    worker.run_once()
    assert list(archive.stored) == [first.package_id, second.package_id]
    assert archive.received_bytes == 600_000


@pytest.mark.parametrize("proven", [True, False])
def test_a_connection_that_was_ended_because_it_stood_still_costs_no_wait(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch, proven: bool
) -> None:
    """Nor a second proof, where the archive has given one on the connection that is gone on with."""
    package = booth.queue(300_000)
    real_send, sent = TusClient.send_slice, list[int]()

    def send_slice(self: TusClient, *arguments: object, **options: object) -> int:
        sent.append(1)
        if len(sent) == 1:
            raise stalled(proven=proven)
        return real_send(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(TusClient, "send_slice", send_slice)
    assert build().run_once().stopped_by is None
    assert_arrived(archive, booth, package)
    proof = [] if proven else ["GET"]
    assert [seen.method for seen in archive.requests] == ["GET", "POST", *proof, "HEAD", "PATCH", "GET"], "proof, then HEAD, then data"
