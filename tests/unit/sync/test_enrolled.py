from __future__ import annotations

import json
import stat
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from sync.contract.enrolment import archive_id, fingerprint
from sync.contract.faults import EnvironmentFault
from sync.enrolled import FILE_NAME, Enrolled, load_enrolled, save_enrolled

ENROLLED = Enrolled(
    url="https://archive.example",
    kiosk_id="0011",
    kiosk_token="0011.secret-_~",
    receipt_key="ab" * 32,
    recipients=("age1" + "q" * 58, "age1" + "p" * 58),
    pins=("cd" * 32,),
    event_id="workshop",
)


@pytest.mark.parametrize("enrolled", [ENROLLED, replace(ENROLLED, event_id=None, pins=())])
def test_what_is_saved_comes_back(tmp_path: Path, enrolled: Enrolled) -> None:
    assert load_enrolled(tmp_path) is None
    save_enrolled(tmp_path, enrolled)
    assert load_enrolled(tmp_path) == enrolled
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_the_token_is_not_in_its_text() -> None:
    assert "secret" not in repr(ENROLLED)


def test_it_knows_its_archives_name_and_fingerprint() -> None:
    assert (ENROLLED.archive_id, ENROLLED.fingerprint) == (archive_id("ab" * 32), fingerprint("ab" * 32, ENROLLED.recipients))


@pytest.mark.parametrize(
    "broken",
    [
        {"schema": 2},
        {"surprise": 1},
        {"url": 7},
        {"kiosk_token": "a\r\nX-Header: y"},
        {"kiosk_token": ""},
        {"receipt_key": "AB" * 32},
        {"pins": ["short"]},
        {"recipients": []},
        {"event_id": 3},
    ],
    ids=str,
)
def test_a_file_that_is_not_ours_is_not_believed(tmp_path: Path, broken: dict[str, Any]) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"schema": 1, **asdict(ENROLLED), **broken}))
    with pytest.raises(EnvironmentFault) as fault:
        load_enrolled(tmp_path)
    assert fault.value.code == "enrolment-file"


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff", b'{"schema": 1}'])
def test_a_damaged_file_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(raw)
    with pytest.raises(EnvironmentFault):
        load_enrolled(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(EnvironmentFault):
        load_enrolled(tmp_path)
