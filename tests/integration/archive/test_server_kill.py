"""kill -9 of the server in the middle of uploads: what it acknowledged is there, and the upload goes on to the same bytes."""

from __future__ import annotations

import os
import random
import secrets
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from live_archive import LiveArchive, live_archive
from processes import poll
from tus_client import HalfRequest, Sending, TusClient

SIZE = 24_000_000
PIECE = 64 * 1024


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LiveArchive]:
    with live_archive(tmp_path, disk_reserve_bytes="0") as running:
        yield running


def pour(request: HalfRequest, data: memoryview) -> None:
    """Sends until the server is gone."""
    try:
        for start in range(0, len(data), PIECE):
            request.send(bytes(data[start : start + PIECE]))
    except OSError:
        pass
    finally:
        request.close()


def test_uploads_survive_a_server_that_is_killed_again_and_again(archive: LiveArchive, enrol: Callable[[LiveArchive], TusClient]) -> None:
    kiosk = enrol(archive)
    sending = Sending(os.urandom(SIZE), secrets.token_hex(16))
    path = kiosk.create(sending).headers["location"]
    on_disk = archive.dir / "uploads" / path.rsplit("/", 1)[1]
    rng = random.Random(7)
    acknowledged = 0
    for _ in range(8):
        kiosk.url = archive.url
        offset = kiosk.head(path).offset
        assert acknowledged <= offset <= SIZE
        if offset == SIZE:  # it was whole before the kill; the file has moved on to the packages
            break
        assert (on_disk.stat().st_size if on_disk.exists() else 0) == offset
        acknowledged = offset
        if rng.random() < 0.5:
            # An answered slice: from here on these bytes may never be missing again.
            slice_bytes = min(rng.randrange(1, 2_000_000), SIZE - offset)
            acknowledged = kiosk.patch(path, offset, sending.data[offset : offset + slice_bytes]).offset
            assert acknowledged == offset + slice_bytes
        request = kiosk.begin_patch(path, acknowledged, SIZE - acknowledged)
        sender = threading.Thread(target=pour, args=(request, memoryview(sending.data)[acknowledged:]))
        kill_at = acknowledged + rng.randrange(0, 9_000_000)
        sender.start()
        poll(lambda at=kill_at: not on_disk.exists() or on_disk.stat().st_size >= at, 10)
        archive.kill()
        sender.join()
        archive.start()
    kiosk.url = archive.url
    offset = kiosk.head(path).offset
    if offset < SIZE:
        assert kiosk.patch(path, offset, sending.data[offset:]).status == 204
    assert kiosk.receipt(sending.package_id).status == 200
    assert (archive.dir / "packages" / sending.sha256).read_bytes() == sending.data
    assert list((archive.dir / "uploads").iterdir()) == []


def test_a_server_that_is_asked_to_stop_keeps_what_it_has(archive: LiveArchive, enrol: Callable[[LiveArchive], TusClient]) -> None:
    kiosk = enrol(archive)
    sending = Sending(os.urandom(1_000_000), secrets.token_hex(16))
    path = kiosk.create(sending).headers["location"]
    on_disk = archive.dir / "uploads" / path.rsplit("/", 1)[1]
    request = kiosk.begin_patch(path, 0, len(sending.data))
    request.send(sending.data[:300_000])
    assert poll(lambda: on_disk.exists() and on_disk.stat().st_size == 300_000, 10)
    stopper = threading.Thread(target=archive.stop)
    stopper.start()
    assert request.status() == 503
    request.close()
    stopper.join()
    archive.start()
    kiosk.url = archive.url
    assert kiosk.head(path).offset == 300_000
    assert kiosk.patch(path, 300_000, sending.data[300_000:]).status == 204
    assert kiosk.receipt(sending.package_id).status == 200
