from __future__ import annotations

import json
from typing import Any

import pytest

from sync.contract.faults import BadReceipt
from sync.contract.receipt import Receipt, SignedReceipt, parse_signed_receipt

RECEIPT = Receipt("0" * 32, "a" * 64, 16_384, "2026-03-14")
SIGNED = SignedReceipt(RECEIPT, "b" * 128)


def test_a_receipt_survives_its_json() -> None:
    assert parse_signed_receipt(json.loads(json.dumps(SIGNED.to_json()))) == SIGNED


def test_the_signed_bytes_are_fixed() -> None:
    assert RECEIPT.signed_bytes() == (
        b'idr receipt 1\n{"package_id":"' + b"0" * 32 + b'","received_day":"2026-03-14","sha256":"' + b"a" * 64 + b'","size_bytes":16384}'
    )


def _with(**changes: Any) -> dict[str, Any]:
    return {"receipt": {**SIGNED.to_json()["receipt"], **changes}, "signature": SIGNED.signature}


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "receipt",
        7,
        {},
        {"receipt": None, "signature": "b" * 128},
        {"receipt": [], "signature": "b" * 128},
        {"receipt": "text", "signature": "b" * 128},
        {"receipt": SIGNED.to_json()["receipt"]},
        {**SIGNED.to_json(), "signature": "b" * 127},
        {**SIGNED.to_json(), "signature": "B" * 128},
        {**SIGNED.to_json(), "signature": "b" * 128 + "\n"},
        {**SIGNED.to_json(), "signature": None},
        _with(package_id="0" * 31),
        _with(package_id=5),
        _with(sha256="A" * 64),
        _with(sha256=None),
        _with(size_bytes="16384"),
        _with(size_bytes=16384.0),
        _with(size_bytes=True),
        _with(size_bytes=-1),
        _with(received_day="14.03.2026"),
        _with(received_day="2026-13-01"),
        _with(received_day="2026-03-32"),
        _with(received_day="٢٠٢٦-٠٣-١٤"),
        _with(received_day=20260314),
        _with(received_at="12:00"),
    ],
)
def test_what_is_no_receipt_is_refused(value: Any) -> None:
    with pytest.raises(BadReceipt):
        parse_signed_receipt(value)
