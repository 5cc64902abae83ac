from __future__ import annotations

import base64
import hashlib
import json
import re
import string
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.contract.enrolment import (
    MAX_CODE_CHARACTERS,
    MAX_INFLATED_BYTES,
    PREFIX,
    Enrolment,
    archive_id,
    decode_enrolment,
    encode_enrolment,
    fingerprint,
)
from sync.contract.faults import BadCode

KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
RECIPIENTS = ("age1" + "q" * 58, "age1" + "p" * 58)
ENROLMENT = Enrolment("https://archive.example/", "a-token", 1_780_000_000, ("ab" * 32,), KEY, RECIPIENTS)
CODE = encode_enrolment(ENROLMENT)
BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def coded(value: Any) -> str:
    """A code with a right checksum around any content: what a forger would make."""
    return coded_bytes(zlib.compress(json.dumps(value).encode(), 9))


def coded_bytes(packed: bytes) -> str:
    return PREFIX + base64.b32encode(packed + hashlib.sha256(packed).digest()[:5]).decode().rstrip("=")


def fields(**changes: Any) -> dict[str, Any]:
    return {
        "url": ENROLMENT.url,
        "token": ENROLMENT.token,
        "expires_at_s": ENROLMENT.expires_at_s,
        "pins": list(ENROLMENT.pins),
        "receipt_key": KEY,
        "recipients": list(RECIPIENTS),
        **changes,
    }


def test_a_code_reads_back() -> None:
    assert decode_enrolment(CODE) == ENROLMENT
    assert coded(fields()) != CODE, "canonical JSON, not any JSON, is what is encoded"
    assert decode_enrolment(coded(fields())) == ENROLMENT


def test_a_code_may_be_pasted_in_lines() -> None:
    in_lines = "\r\n".join(CODE[i : i + 40] for i in range(0, len(CODE), 40))
    assert decode_enrolment(f"  {in_lines}\n") == ENROLMENT


def test_every_single_wrong_character_is_refused() -> None:
    others = BASE32 + "abz0189-=+/ \né٣"
    for place in range(len(CODE)):
        for character in others:
            if character != CODE[place]:
                with pytest.raises(BadCode):
                    decode_enrolment(CODE[:place] + character + CODE[place + 1 :])


def test_every_missing_doubled_or_swapped_character_is_refused() -> None:
    for place in range(len(CODE)):
        typos = {CODE[:place] + CODE[place + 1 :], CODE[:place] + CODE[place] + CODE[place:]}
        if place + 1 < len(CODE):
            typos.add(CODE[:place] + CODE[place + 1] + CODE[place] + CODE[place + 2 :])
        for typo in typos - {CODE}:
            with pytest.raises(BadCode):
                decode_enrolment(typo)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_refused_and_never_crashes(text: str) -> None:
    for attempt in (text, PREFIX + text):
        with pytest.raises(BadCode):
            decode_enrolment(attempt)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_with_a_right_checksum_are_refused(packed: bytes) -> None:
    with pytest.raises(BadCode):
        decode_enrolment(coded_bytes(packed))


def test_oversize_and_bombs_are_refused() -> None:
    with pytest.raises(BadCode):
        decode_enrolment(PREFIX + "A" * MAX_CODE_CHARACTERS)
    with pytest.raises(BadCode):
        decode_enrolment(CODE + " " * 3 * MAX_CODE_CHARACTERS)
    bomb = coded_bytes(zlib.compress(b" " * 50_000_000 + json.dumps(fields()).encode(), 9))
    small_bomb = coded_bytes(zlib.compress(b" " * MAX_INFLATED_BYTES + json.dumps(fields()).encode(), 9))
    for code in (bomb, small_bomb):
        with pytest.raises(BadCode):
            decode_enrolment(code)


def test_deeply_nested_json_is_refused() -> None:
    with pytest.raises(BadCode):
        decode_enrolment(coded_bytes(zlib.compress(b"[" * (MAX_INFLATED_BYTES - 10), 9)))


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        [],
        "text",
        {},
        {key: value for key, value in fields().items() if key != "pins"},
        fields(extra=1),
        fields(url=7),
        fields(url="file:///etc/passwd"),
        fields(url="https://archive.example/\r\nX-Injected: 1"),
        fields(token=None),
        fields(token=""),
        fields(token="a\r\nX-Injected: 1"),
        fields(token="a b"),
        fields(expires_at_s="1780000000"),
        fields(expires_at_s=1.5),
        fields(expires_at_s=True),
        fields(expires_at_s=-1),
        fields(pins="ab" * 32),
        fields(pins=["AB" * 32]),
        fields(pins=[7]),
        fields(receipt_key=KEY[:-1]),
        fields(receipt_key=KEY + "\n"),
        fields(recipients=[]),
        fields(recipients={}),
        fields(recipients=["ssh-ed25519 AAAA"]),
        fields(recipients=[RECIPIENTS[0], 7]),
    ],
)
def test_well_packed_nonsense_is_refused(value: Any) -> None:
    with pytest.raises(BadCode) as refused:
        decode_enrolment(coded(value))
    assert refused.value.code == "enrolment-damaged"


def test_what_is_no_code_at_all_says_how_one_begins() -> None:
    with pytest.raises(BadCode) as refused:
        decode_enrolment("https://archive.example")
    assert refused.value.code == "enrolment-prefix"
    assert "IDR1-" in refused.value.sentence


def test_the_fingerprint_is_six_groups_of_five_digits_and_tells_every_key() -> None:
    shown = fingerprint(KEY, RECIPIENTS)
    assert re.fullmatch(r"[0-9]{5}( [0-9]{5}){5}", shown)
    assert fingerprint(KEY, RECIPIENTS[::-1]) == shown
    assert fingerprint(KEY, RECIPIENTS[:1]) != shown
    assert fingerprint(KEY[::-1], RECIPIENTS) != shown


def test_the_archive_id_is_that_of_the_key() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", archive_id(KEY))
    assert archive_id(KEY) != archive_id(KEY[::-1])


def test_different_enrolments_have_different_codes() -> None:
    codes = {encode_enrolment(replace(ENROLMENT, token=f"token-{n}")) for n in range(20)}
    assert len(codes) == 20
    assert all(set(code[len(PREFIX) :]) <= set(string.ascii_uppercase + "234567") for code in codes)
