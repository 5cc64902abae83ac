"""The window's courier with the real `idr-sync` behind it, a real archive, and a folder for a stick."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from live_archive import live_archive
from told_story import MONTH, close_storage, open_storage, told_story

from kiosk.courier import Courier, ReceiptsRead
from kiosk.submission import Destination, submit
from sync.__main__ import enrol
from sync.contract.faults import EnvironmentFault
from sync.status import PlainState, read_status


def code_of(courier: Courier, stick: Path) -> str:
    with pytest.raises(EnvironmentFault) as raised:
        courier.export(stick, lambda done, total: None, threading.Event())
    return raised.value.code


def test_a_story_goes_by_stick_and_its_receipts_come_back(tmp_path: Path) -> None:
    laptop, stick = tmp_path / "laptop", tmp_path / "stick"
    for folder in (laptop, stick):
        folder.mkdir(mode=0o700)
    courier = Courier(laptop)
    assert code_of(courier, stick) == "not-enrolled"
    with live_archive(tmp_path / "archive", disk_reserve_bytes="0") as archive:
        enrolled = enrol(archive.enrol("Booth")["code"], laptop)
        storage = open_storage(laptop)
        try:
            assert code_of(courier, stick) == "nothing-to-export"
            told = told_story(storage, seconds=0.5)
            told.session.photos.clear()  # they are no real photos
            destination = Destination(enrolled.recipients, enrolled.receipt_key, None)
            submit(told.draft, told.session, destination=destination, storage=storage, month=MONTH)
            assert code_of(courier, tmp_path / "pulled") == "stick-gone"

            seen: list[tuple[int, int]] = []
            exported = courier.export(stick, lambda done, total: seen.append((done, total)), threading.Event())
            assert (exported.stories, exported.packages) == (1, 2)
            assert seen[-1] == (exported.size_bytes, exported.size_bytes)
            (story,) = read_status(laptop).stories
            assert (story.state, story.exported_day is not None) == (PlainState.WAITING, True)

            archive.cli("import", str(stick))
            assert courier.import_receipts(stick, threading.Event()) == ReceiptsRead(confirmed=2, already=0, foreign=0, refused=0)
            assert courier.import_receipts(stick, threading.Event()) == ReceiptsRead(confirmed=0, already=2, foreign=0, refused=0)
            (story,) = read_status(laptop).stories
            assert story.state is PlainState.ARCHIVED
            assert code_of(courier, stick) == "nothing-to-export"
        finally:
            close_storage(storage)
