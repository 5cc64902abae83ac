"""An archive whose disk is nearly full takes no more, says when to come again, and keeps what it has."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from live_archive import LiveArchive, live_archive
from tus_client import Sending, TusClient


def test_below_the_reserve_uploads_wait(tmp_path: Path, enrol: Callable[[LiveArchive], TusClient], package_id: str) -> None:
    sending = Sending(os.urandom(10_000), package_id)
    with live_archive(tmp_path, disk_reserve_bytes="0") as archive:
        kiosk = enrol(archive)
        path = kiosk.create(sending).headers["location"]
        assert kiosk.patch(path, 0, sending.data[:1000]).offset == 1000
        archive.stop()
        archive.configure(disk_reserve_bytes=str(2**60))
        archive.start()
        kiosk.url = archive.url
        for reply in (kiosk.patch(path, 1000, sending.data[1000:]), kiosk.create(sending)):
            assert reply.status == 507
            assert reply.json() == {"error": "disk-full"}
            assert int(reply.headers["retry-after"]) > 0
            assert reply.offset == 1000
        assert kiosk.head(path).offset == 1000
        archive.stop()
        archive.configure(disk_reserve_bytes="0")
        archive.start()
        kiosk.url = archive.url
        assert kiosk.patch(path, 1000, sending.data[1000:]).status == 204
        assert kiosk.receipt(package_id).status == 200
