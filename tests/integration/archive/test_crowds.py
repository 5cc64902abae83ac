"""Many at once: bodies that fell silent, kiosks that all come back, and quotas; nobody else is kept waiting and nothing is lost.

`IDR_TEST_ROUNDS=10` makes it a thousand.
"""

from __future__ import annotations

import json
import os
import resource
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from kiosk_herd import run_herd
from live_archive import LiveArchive, live_archive
from processes import poll
from tus_client import HalfRequest, Sending, TusClient

CROWD = 100 * int(os.environ.get("IDR_TEST_ROUNDS", "1"))
_SAID_BYTES = 20_000


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LiveArchive]:
    with live_archive(tmp_path, disk_reserve_bytes="0", upload_idle_s="600", max_bodies="3000") as running:
        yield running


@pytest.fixture
def many_files() -> Iterator[None]:
    """As many open sockets as this machine lets us have."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def kiosks_of(archive: LiveArchive, count: int) -> list[TusClient]:
    tokens = json.loads(archive.run_python("-m", "herd_kiosks", str(count)).stdout)
    return [TusClient(archive.url, token) for token in tokens]


def half_open(kiosk: TusClient, sending: Sending, path: str) -> HalfRequest:
    request = kiosk.begin_patch(path, 0, len(sending.data))
    request.send(sending.data[:_SAID_BYTES])
    return request


def new_package(size_bytes: int = 50_000) -> Sending:
    return Sending(os.urandom(size_bytes), secrets.token_hex(16))


def test_half_open_bodies_keep_nobody_waiting_and_lose_nothing(archive: LiveArchive, many_files: None) -> None:
    calm, *crowd = kiosks_of(archive, CROWD + 1)
    with ExitStack() as stack:
        left: list[tuple[TusClient, str]] = []
        for kiosk in crowd:
            sending = new_package()
            path = kiosk.create(sending).headers["location"]
            stack.callback(half_open(kiosk, sending, path).close)
            left.append((kiosk, path))
        for _ in range(3):
            own = new_package()
            assert calm.create(own, body=own.data).offset == len(own.data)
            assert calm.receipt(own.package_id).status == 200
        # Silence costs them nothing: what they said is on the disk, and whoever asks is told.
        for kiosk, path in left[:20]:
            assert kiosk.head(path).offset == _SAID_BYTES
        files = {entry.name: entry.stat().st_size for entry in (archive.dir / "uploads").iterdir()}
        assert [files[path.rsplit("/", 1)[1]] for _, path in left] == [_SAID_BYTES] * CROWD
        archive.kill()
    archive.start()
    for kiosk, path in left[-20:]:
        kiosk.url = archive.url
        assert kiosk.head(path).offset in (0, _SAID_BYTES)


def test_when_all_places_are_taken_the_silent_give_way(tmp_path: Path) -> None:
    with live_archive(tmp_path, disk_reserve_bytes="0", max_bodies="3", upload_idle_s="600") as archive, ExitStack() as stack:
        *crowd, late = kiosks_of(archive, 4)
        left = []
        for kiosk in crowd:
            sending = new_package()
            path = kiosk.create(sending).headers["location"]
            request = half_open(kiosk, sending, path)
            stack.callback(request.close)
            left.append((kiosk, path, request))
        sizes = [archive.dir / "uploads" / path.rsplit("/", 1)[1] for _, path, _ in left]
        assert poll(lambda: all(each.exists() and each.stat().st_size == _SAID_BYTES for each in sizes), 20)
        own = new_package()
        path = late.create(own).headers["location"]
        refused = late.patch(path, 0, own.data)
        assert (refused.status, refused.json()) == (503, {"error": "busy"})
        assert int(refused.headers["retry-after"]) > 0
        assert poll(lambda: late.patch(path, 0, own.data).status == 204, 30, every_s=0.5)
        assert late.receipt(own.package_id).status == 200
        gone_kiosk, gone_path, gone_request = left[0]  # it had been silent longest
        assert gone_request.status() == 503
        assert gone_kiosk.head(gone_path).offset == _SAID_BYTES


def test_one_kiosk_alone_cannot_take_all_places(archive: LiveArchive) -> None:
    """A stolen token, or a kiosk that dials again and again: its own oldest bodies go, with everything that they brought."""
    (kiosk,) = kiosks_of(archive, 1)
    with ExitStack() as stack:
        requests = []
        for _ in range(8):
            sending = new_package()
            path = kiosk.create(sending).headers["location"]
            request = half_open(kiosk, sending, path)
            stack.callback(request.close)
            requests.append((request, path))
            size = archive.dir / "uploads" / path.rsplit("/", 1)[1]
            assert poll(lambda size=size: size.exists() and size.stat().st_size == _SAID_BYTES, 20)
        assert [request.status() for request, _ in requests[:4]] == [503] * 4
        assert [kiosk.head(path).offset for _, path in requests] == [_SAID_BYTES] * 8


def test_a_herd_comes_back_and_all_of_it_is_in(archive: LiveArchive, many_files: None) -> None:
    report = run_herd(archive, kiosks=CROWD, jitter_s=0.5)
    assert (report.errors, report.stored) == ([], CROWD)
    assert json.loads(archive.cli("verify", "--json").stdout)["packages"] == CROWD


def test_a_herd_that_is_too_much_is_told_when_to_come_again(tmp_path: Path) -> None:
    with live_archive(tmp_path, disk_reserve_bytes="0", max_requests="1") as archive:
        report = run_herd(archive, kiosks=12, jitter_s=0)
        assert (report.errors, report.stored) == ([], 12)
        assert report.told_to_come_again > 0


def test_a_kiosk_over_its_quota_is_told_so_and_goes_on_with_what_it_began(
    tmp_path: Path, enrol: Callable[[LiveArchive], TusClient]
) -> None:
    first, second = new_package(), new_package()
    with live_archive(tmp_path, disk_reserve_bytes="0", kiosk_open_bytes="60000", kiosk_daily_bytes="100000") as archive:
        kiosk = enrol(archive)
        path = kiosk.create(first).headers["location"]
        assert kiosk.patch(path, 0, first.data[:1000]).status == 204
        refused = kiosk.create(second)
        assert (refused.status, refused.json()) == (429, {"error": "quota"})
        assert int(refused.headers["retry-after"]) > 0
        assert kiosk.create(first).offset == 1000
        assert kiosk.patch(path, 1000, first.data[1000:]).status == 204
        assert kiosk.create(second, body=second.data).offset == len(second.data)
        over_the_day = kiosk.create(new_package())
        assert (over_the_day.status, over_the_day.json()) == (429, {"error": "quota"})
        other = enrol(archive)
        third = new_package()
        assert other.create(third, body=third.data).status == 201
        for sending, whose in ((first, kiosk), (second, kiosk), (third, other)):
            assert whose.receipt(sending.package_id).status == 200
