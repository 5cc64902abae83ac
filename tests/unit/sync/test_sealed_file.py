from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from sync.sealed_file import check_sealed, erase_sealed, open_sealed
from sync.transport.faults import FileFault

CONTENT = b"sealed" * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.age"
    path.write_bytes(CONTENT)
    return path


def test_an_unchanged_file_is_opened_at_its_beginning(path: Path) -> None:
    with open_sealed(path, len(CONTENT)) as file:
        assert file.read() == CONTENT
    check_sealed(path, len(CONTENT), SHA256)


@pytest.mark.parametrize(("size_bytes", "sha256"), [(len(CONTENT) - 1, SHA256), (len(CONTENT), "0" * 64)])
def test_a_changed_file_is_told(path: Path, size_bytes: int, sha256: str) -> None:
    with pytest.raises(FileFault) as fault:
        check_sealed(path, size_bytes, sha256)
    assert fault.value.code == "file-changed"


def test_absent_and_unreadable_are_told_apart(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "absent", "file-missing"), (tmp_path, "file-unreadable")):
        with pytest.raises(FileFault) as fault:
            open_sealed(path, 1)
        assert fault.value.code == code


def test_erasing_is_made_durable_and_may_be_repeated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[bool, bool]] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), path.exists())))
    for _ in range(2):
        erase_sealed(path)
    # The beginning while it is there, then the folder; the second time the folder alone.
    assert synced == [(False, True), (True, False), (True, False)]
