"""Upload files: they grow at their end, shrink to what was acknowledged, and become packages by one rename."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from archive.intake.spool import Spool, UploadLost


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    spool = Spool(tmp_path / "uploads", tmp_path / "packages")
    spool.prepare()
    return spool


def content(tmp_path: Path, upload_id: str = "u") -> bytes:
    return (tmp_path / "uploads" / upload_id).read_bytes()


def fill(spool: Spool, data: bytes, offset: int = 0) -> None:
    file = spool.open_at("u", offset)
    file.write(data)
    file.sync()
    file.close()


def test_writing_goes_on_where_it_was_acknowledged(spool: Spool, tmp_path: Path) -> None:
    fill(spool, b"a" * 100_000)
    fill(spool, b"b" * 10, offset=70_000)
    assert content(tmp_path) == b"a" * 70_000 + b"b" * 10
    assert (tmp_path / "uploads" / "u").stat().st_mode & 0o777 == 0o600


def test_fewer_bytes_than_acknowledged_are_no_place_to_go_on(spool: Spool, tmp_path: Path) -> None:
    fill(spool, b"a" * 10)
    with pytest.raises(UploadLost):
        spool.open_at("u", 11)
    assert content(tmp_path) == b"a" * 10


def test_a_wrong_body_is_cut_back(spool: Spool, tmp_path: Path) -> None:
    fill(spool, b"good")
    file = spool.open_at("u", 4)
    file.write(b"bad")
    file.cut_back(4)
    assert file.offset == 4
    file.close()
    assert content(tmp_path) == b"good"


def test_a_short_write_is_carried_on(spool: Spool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda descriptor, data, offset: real(descriptor, bytes(data[:3]), offset))
    fill(spool, b"0123456789")
    assert content(tmp_path) == b"0123456789"


def test_promotion_is_a_rename_and_may_be_repeated(spool: Spool, tmp_path: Path) -> None:
    fill(spool, b"sealed")
    sha256 = hashlib.sha256(b"sealed").hexdigest()
    assert spool.measure("u", sha256) == (sha256, 6)
    spool.promote("u", sha256)
    spool.promote("u", sha256)
    assert spool.package_path(sha256).read_bytes() == b"sealed"
    assert spool.measure("u", sha256) == (sha256, 6)
    assert spool.upload_sizes() == {}
    assert spool.measure("v", "0" * 64) is None
