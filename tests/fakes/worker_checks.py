"""What the tests of the worker say again and again."""

from __future__ import annotations

from booth import Booth
from fake_archive import FakeArchive
from sync_clock import FakeClock

from sync.outbox import NewPackage, State
from sync.worker import Worker


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
