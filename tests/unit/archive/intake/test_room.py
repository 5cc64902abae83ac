"""Room on the disk: for the bytes, for what is opened from them, and for the reserve."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive.configuration import ArchiveConfig
from archive.intake import room as room_module
from archive.intake.room import Room
from archive.intake.spool import Spool


@pytest.fixture
def config(tmp_path: Path) -> ArchiveConfig:
    config = replace(ArchiveConfig(tmp_path), disk_reserve_bytes=1000)
    config.uploads_dir.mkdir()
    return config


def with_free(config: ArchiveConfig, free_bytes: int, monkeypatch: pytest.MonkeyPatch) -> Room:
    spool = Spool(config.uploads_dir, config.packages_dir)
    monkeypatch.setattr(spool, "free_bytes", lambda: free_bytes)
    return Room(config, spool)


def test_a_package_needs_its_own_size_and_that_of_what_is_opened_from_it(config: ArchiveConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not with_free(config, 1000 + 300 + 500, monkeypatch).lacks(300, 500)
    assert with_free(config, 1000 + 300 + 499, monkeypatch).lacks(300, 500)
    assert not with_free(config, 1000, monkeypatch).lacks(0, 0)
    assert with_free(config, 999, monkeypatch).lacks(0, 0)


def test_what_waits_to_be_opened_needs_its_room_too(config: ArchiveConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    room = with_free(config, 3000, monkeypatch)
    room.count_unopened(1500)
    assert not room.lacks(200, 300)
    assert room.lacks(201, 300)


def test_opened_files_on_a_disk_of_their_own_need_room_there(config: ArchiveConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another device, as this machine's disks are told apart; how much is free there is asked of the real one."""
    room = with_free(config, 1300, monkeypatch)
    monkeypatch.setattr(room_module, "_device", lambda folder: 1 if folder == config.blobs_dir else 2)
    config.blobs_dir.mkdir()
    assert not room.lacks(300, 500)
    assert room.lacks(301, 500)
    assert room.lacks(0, 2**60)
