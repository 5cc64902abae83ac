"""kill -9 of the worker and of the archive at twenty random moments each, while packages travel: none lost, none doubled."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from booth import Booth
from field import ROOT, without_kiosk_settings
from live_archive import LiveArchive, live_archive
from processes import poll

from sync.contract.package import Part
from sync.outbox import State
from sync.package import verify_receipt

KILLS = 20
PACKAGES = 4
PACKAGE_BYTES = 12_000_000


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LiveArchive]:
    with live_archive(tmp_path, disk_reserve_bytes="0") as running:
        yield running


@pytest.fixture
def booth(tmp_path: Path, archive: LiveArchive) -> Iterator[Booth]:
    booth = Booth(tmp_path / "kiosk")
    subprocess.run([sys.executable, "-m", "sync", "enrol", archive.enrol()["code"]], env=environment(booth), cwd=ROOT, check=True)
    yield booth
    booth.close()


def environment(booth: Booth) -> dict[str, str]:
    return {**without_kiosk_settings(), "IDR_DATA_DIR": str(booth.folder)}


def start_worker(booth: Booth, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "sync", "run", *arguments], env=environment(booth), cwd=ROOT)


def queue(booth: Booth) -> None:
    """Keeps the worker busy: as soon as everything has arrived, more waits."""
    for number in range(PACKAGES):
        booth.queue(PACKAGE_BYTES, Part.LISTEN if number % 2 == 0 else Part.MASTER)


def under_way(booth: Booth) -> bool:
    """Whether a package was between its first byte and its receipt."""
    return any(row.state in (State.SENDING, State.DELIVERED) for row in booth.outbox.packages())


def check_all_arrived(booth: Booth, archive: LiveArchive) -> None:
    receipt_key = json.loads((booth.folder / "enrolment.json").read_text())["receipt_key"]
    booth.outbox.try_now()
    with start_worker(booth) as worker:
        assert poll(lambda: all(row.state is State.ERASED for row in booth.outbox.packages()), 120), booth.outbox.packages()
        worker.terminate()
    assert booth.files() == set()
    rows = booth.outbox.packages()
    for row in rows:
        assert row.receipt is not None
        verify_receipt(row.receipt, receipt_key, package_id=row.package_id, sha256=row.sha256, size_bytes=row.size_bytes)
        assert (archive.dir / "packages" / row.sha256).read_bytes() == booth.content[row.package_id]
    verified = json.loads(archive.cli("verify", "--json").stdout)
    assert (verified["packages"], verified["problems"]) == (len(rows), [])


@pytest.mark.timeout(400)
def test_the_worker_is_killed(booth: Booth, archive: LiveArchive) -> None:
    rng, interrupted = random.Random(5), 0
    for _ in range(KILLS):
        if booth.outbox.waiting_count() == 0:
            queue(booth)
        booth.outbox.try_now()
        worker = start_worker(booth)
        # From before it has its lock until well into the second package.
        time.sleep(rng.uniform(0.2, 0.9))
        os.kill(worker.pid, signal.SIGKILL)
        assert worker.wait(30) == -signal.SIGKILL
        interrupted += under_way(booth)
    assert interrupted >= KILLS // 4, "the moments missed the journey"
    check_all_arrived(booth, archive)


@pytest.mark.timeout(400)
def test_the_archive_is_killed(booth: Booth, archive: LiveArchive) -> None:
    rng, interrupted = random.Random(6), 0
    port = int(archive.url.rpartition(":")[2])
    worker = start_worker(booth)
    try:
        for _ in range(KILLS):
            if booth.outbox.waiting_count() == 0:
                queue(booth)
            booth.outbox.try_now()
            time.sleep(rng.uniform(0.05, 0.6))
            archive.kill()
            interrupted += under_way(booth)
            archive.start(port=port)
        assert interrupted >= KILLS // 4, "the moments missed the journey"
    finally:
        worker.terminate()
        assert worker.wait(30) == 0
    check_all_arrived(booth, archive)
