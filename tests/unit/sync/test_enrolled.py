from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sync.contract.enrolment import archive_id, fingerprint
from sync.contract.faults import BadPolicy, EnvironmentFault
from sync.contract.policy import Policy, SignedPolicy
from sync.durable import replace_file
from sync.enrolled import FILE_NAME, LOCK_NAME, Enrolled, load_enrolled, new_kiosk_token, replace_enrolled, save_enrolled
from sync.outbox.lock import FileLock
from sync.package.signatures import new_signing_key, sign_policy

SECRET, KEY = new_signing_key()
INGEST, RESERVE, NEW = ("age1" + letter * 58 for letter in "qpz")
ENROLLED = Enrolled(
    url="https://archive.example",
    kiosk_id="0011",
    kiosk_token="0011.secret-_~",
    receipt_key=KEY,
    recipients=(INGEST, RESERVE),
    pins=("cd" * 32,),
    event_id="workshop",
)


def signed(version: int = 7, recipients: tuple[str, ...] = (NEW, RESERVE), kiosk_id: str = "0011", **more: Any) -> SignedPolicy:
    return sign_policy(Policy(kiosk_id, version, recipients, **more), SECRET)


@pytest.mark.parametrize(
    "enrolled",
    [
        ENROLLED,
        replace(ENROLLED, event_id=None, pins=()),
        replace(ENROLLED, next_token="0011.next", token_day="2026-11-20"),
        replace(ENROLLED, courier_key="ab" * 32),
        replace(ENROLLED, courier_key="ab" * 32, courier_key_told=True),
        ENROLLED.under_policy(signed(max_answer_minutes=30, languages=("en",), revoked=True)),
    ],
)
def test_what_is_saved_comes_back(tmp_path: Path, enrolled: Enrolled) -> None:
    assert load_enrolled(tmp_path) is None
    save_enrolled(tmp_path, enrolled)
    assert load_enrolled(tmp_path) == enrolled
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_the_token_is_not_in_its_text() -> None:
    shown = repr(replace(ENROLLED, next_token="0011.secret-too", courier_key="ab" * 32))
    assert "secret" not in shown
    assert "abab" not in shown


def test_it_knows_its_archives_name_and_fingerprint() -> None:
    assert (ENROLLED.archive_id, ENROLLED.fingerprint) == (archive_id(KEY), fingerprint(KEY, (INGEST, RESERVE)))


@pytest.mark.parametrize(
    "broken",
    [
        {"schema": 4},
        {"schema": 2},
        {"schema": 1},
        {"schema": True},
        {"surprise": 1},
        {"url": 7},
        {"kiosk_token": "a\r\nX-Header: y"},
        {"kiosk_token": ""},
        {"receipt_key": "AB" * 32},
        {"pins": ["short"]},
        {"recipients": []},
        {"event_id": 3},
        {"next_token": ""},
        {"next_token": 7},
        {"token_day": "yesterday"},
        {"courier_key": "AB" * 32},
        {"courier_key": "ab"},
        {"courier_key": 7},
        {"courier_key_told": True},
        {"courier_key_told": 0},
        {"policy": {}},
        {"policy": signed(kiosk_id="another").to_json()},
        {"policy": {**signed().to_json(), "signature": "00" * 64}},
        {"policy": {**signed().to_json(), "policy": signed(recipients=(NEW,)).to_json()["policy"]}},
        {"policy": signed(recipients=(NEW,)).to_json()},
    ],
    ids=str,
)
def test_a_file_that_is_not_ours_is_not_believed(tmp_path: Path, broken: dict[str, Any]) -> None:
    save_enrolled(tmp_path, ENROLLED)
    path = tmp_path / FILE_NAME
    path.write_text(json.dumps({**json.loads(path.read_text()), **broken}))
    with pytest.raises(EnvironmentFault) as fault:
        load_enrolled(tmp_path)
    assert fault.value.code == "enrolment-file"


def test_a_file_of_the_first_schema_is_still_read(tmp_path: Path) -> None:
    first = {"schema": 1, **{name: getattr(ENROLLED, name) for name in _FIRST}}
    (tmp_path / FILE_NAME).write_text(json.dumps(first))
    assert load_enrolled(tmp_path) == ENROLLED
    (tmp_path / FILE_NAME).write_text(json.dumps({**first, "policy": None}))
    with pytest.raises(EnvironmentFault):
        load_enrolled(tmp_path)


def test_a_file_of_the_second_schema_is_still_read_and_becomes_one_of_the_third(tmp_path: Path) -> None:
    held = replace(ENROLLED, token_day="2026-11-20").under_policy(signed())
    save_enrolled(tmp_path, held)
    third = json.loads((tmp_path / FILE_NAME).read_text())
    second = {key: value for key, value in third.items() if not key.startswith("courier")} | {"schema": 2}
    (tmp_path / FILE_NAME).write_text(json.dumps(second))
    assert load_enrolled(tmp_path) == held
    assert replace_enrolled(tmp_path, held, replace(held, courier_key="ab" * 32))
    assert json.loads((tmp_path / FILE_NAME).read_text()) == {**third, "courier_key": "ab" * 32}


_FIRST = ("url", "kiosk_id", "kiosk_token", "receipt_key", "recipients", "pins", "event_id")


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff", b'{"schema": 1}'])
def test_a_damaged_file_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(raw)
    with pytest.raises(EnvironmentFault):
        load_enrolled(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(EnvironmentFault):
        load_enrolled(tmp_path)


# --- policies ---


def test_a_newer_policy_says_whom_to_seal_to_and_the_code_is_not_forgotten(tmp_path: Path) -> None:
    save_enrolled(tmp_path, ENROLLED.under_policy(signed(7)))
    found = load_enrolled(tmp_path)
    assert found is not None
    assert (found.recipients, found.code_recipients) == ((NEW, RESERVE), (INGEST, RESERVE))
    assert found.fingerprint == fingerprint(KEY, (NEW, RESERVE))
    newer = found.under_policy(signed(8, (RESERVE,)))
    assert (newer.recipients, newer.code_recipients) == ((RESERVE,), (INGEST, RESERVE))


def test_a_policy_may_shorten_answers_and_never_lengthen_them() -> None:
    assert ENROLLED.longest_answer_minutes(60) == 60
    assert ENROLLED.under_policy(signed()).longest_answer_minutes(60) == 60
    assert ENROLLED.under_policy(signed(max_answer_minutes=20)).longest_answer_minutes(60) == 20
    assert ENROLLED.under_policy(signed(max_answer_minutes=90)).longest_answer_minutes(60) == 60


def test_the_policy_it_has_is_no_news() -> None:
    held = ENROLLED.under_policy(signed(7))
    assert held.under_policy(signed(7)) is held


@pytest.mark.parametrize(
    ("refused", "code"),
    [
        (signed(6), "policy-old"),
        (signed(7, (INGEST, RESERVE)), "policy-old"),
        (signed(7, revoked=True), "policy-old"),
        (signed(8, kiosk_id="another"), "policy-other"),
        (replace(signed(8), signature="00" * 64), "policy-signature"),
        (SignedPolicy(signed(8, (NEW, INGEST)).policy, signed(8).signature), "policy-signature"),
        (SignedPolicy(signed(9).policy, signed(8).signature), "policy-signature"),
        (sign_policy(signed(8).policy, new_signing_key()[0]), "policy-signature"),
        (signed(8, (NEW,)), "policy-recipients"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_the_archives_own_newer_word_counts(refused: SignedPolicy, code: str) -> None:
    held = ENROLLED.under_policy(signed(7))
    with pytest.raises(BadPolicy) as fault:
        held.under_policy(refused)
    assert fault.value.code == code


def test_not_even_in_steps_can_every_key_of_the_code_be_signed_away() -> None:
    """Whoever holds the archive's signing key can add a key of their own, but never be the only one to read."""
    held = ENROLLED.under_policy(signed(7, (NEW, RESERVE)))
    with pytest.raises(BadPolicy):
        held.under_policy(signed(8, (NEW,)))


# --- who writes last ---


def test_a_change_is_written_only_over_what_was_read(tmp_path: Path) -> None:
    save_enrolled(tmp_path, ENROLLED)
    rotated = replace(ENROLLED, kiosk_token="0011.new")
    assert replace_enrolled(tmp_path, ENROLLED, rotated)
    anew = replace(ENROLLED, kiosk_id="0022", kiosk_token="0022.other")
    save_enrolled(tmp_path, anew)
    assert not replace_enrolled(tmp_path, rotated, replace(rotated, kiosk_token="0011.newer"))
    assert load_enrolled(tmp_path) == anew


def test_two_writers_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = FileLock(tmp_path / LOCK_NAME)
    assert lock.acquire()
    monkeypatch.setattr("sync.enrolled._LOCK_WAIT_S", 0)
    with pytest.raises(EnvironmentFault) as busy:
        save_enrolled(tmp_path, ENROLLED)
    assert (busy.value.code, load_enrolled(tmp_path)) == ("enrolment-busy", None)
    lock.release()
    save_enrolled(tmp_path, ENROLLED)


def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path: Path) -> None:
    """A temporary file that was never renamed holds a token."""
    replace_file(tmp_path / f".{FILE_NAME}.0badcafe", b"{}")
    save_enrolled(tmp_path, ENROLLED)
    assert {path.name for path in tmp_path.iterdir()} == {FILE_NAME, LOCK_NAME}


def test_tokens_are_long_and_never_the_same() -> None:
    made = {new_kiosk_token("0011") for _ in range(50)}
    assert len(made) == 50
    assert all(token.startswith("0011.") and len(token.partition(".")[2]) == 43 for token in made)
