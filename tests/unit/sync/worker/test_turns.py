"""Who travels when: listening copies first, but no master starves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from booth import Booth
from fake_archive import FakeArchive
from sync_clock import FakeClock
from worker_checks import assert_arrived

from sync.contract.package import Part, new_package_id
from sync.outbox import NewPackage, Outbox
from sync.status import OUTBOX_FILE
from sync.worker import Worker
from sync.worker.turns import LISTENS_BEFORE_A_MASTER

pytestmark = pytest.mark.allow_logs("sync")

# The clock of these tests stands on 2027-01-15.
SLICE_BYTES = 20_000
OLD_DAY, YESTERDAY = "2027-01-13", "2027-01-14"


@pytest.fixture
def queue_on(booth: Booth) -> Iterator[Callable[[str, Part, int], NewPackage]]:
    days: list[str] = []
    with Outbox(booth.folder / OUTBOX_FILE, today=lambda: days[-1]) as other:

        def queue(day: str, part: Part, size_bytes: int) -> NewPackage:
            days.append(day)
            package = booth.new_package(size_bytes, part)
            other.add(new_package_id(), [package])
            return package

        yield queue


@pytest.mark.parametrize(("day", "ages"), [(OLD_DAY, True), (YESTERDAY, False)])
def test_a_master_of_the_day_before_yesterday_gets_a_slice_after_so_many_listening_copies(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], queue_on: Callable[..., NewPackage], day: str, ages: bool
) -> None:
    master = queue_on(day, Part.MASTER, 3 * SLICE_BYTES)
    listens = [queue_on(day, Part.LISTEN, 1000) for _ in range(3 * LISTENS_BEFORE_A_MASTER - 1)]
    order: list[str] = []
    held: dict[str, int] = {}

    def note(step: str) -> None:
        if step == "slice":
            order.extend(str(row.part) for row in booth.outbox.packages() if row.offset_bytes > held.get(row.package_id, 0))
            held.update({row.package_id: row.offset_bytes for row in booth.outbox.packages()})

    build(note, chunk_bytes=SLICE_BYTES).run_once()
    assert_arrived(archive, booth, master, *listens)
    arrived = list(archive.stored)
    assert arrived[-1] == master.package_id, "a master ended before the last listening copy"
    masters_at = [number for number, part in enumerate(order) if part == "master"]
    if ages:
        first = LISTENS_BEFORE_A_MASTER
        assert masters_at == [first, 2 * first + 1, len(order) - 1]
    else:
        assert masters_at == [len(order) - 3, len(order) - 2, len(order) - 1]


def test_an_aged_master_that_cannot_go_holds_up_nobody(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], queue_on: Callable[..., NewPackage], clock: FakeClock
) -> None:
    master = queue_on(OLD_DAY, Part.MASTER, 1000)
    listens = [queue_on(OLD_DAY, Part.LISTEN, 1000) for _ in range(LISTENS_BEFORE_A_MASTER + 3)]
    (booth.packages_dir / master.file_name).unlink()
    build().run_once()
    assert_arrived(archive, booth, *listens)
    assert booth.row(master).reason == "file-missing"


def test_a_clock_that_is_years_wrong_changes_only_who_goes_first(
    archive: FakeArchive, booth: Booth, build: Callable[..., Worker], queue_on: Callable[..., NewPackage], clock: FakeClock
) -> None:
    for years in (-10, 20):
        clock.jump(years * 365 * 24 * 3600.0)
        packages = [queue_on(YESTERDAY, part, 1000) for part in (Part.MASTER, *[Part.LISTEN] * (LISTENS_BEFORE_A_MASTER + 1))]
        build().run_once()
        assert_arrived(archive, booth, *packages)
