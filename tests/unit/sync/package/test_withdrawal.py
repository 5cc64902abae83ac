from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sync.contract.canonical import canonical_json
from sync.contract.faults import BadReceipt, BrokenPackage, EnvironmentFault
from sync.contract.package import new_package_id
from sync.contract.withdrawal_request import (
    MAX_SEALED_BYTES,
    WithdrawalRequest,
    parse_withdrawal_receipt,
    parse_withdrawal_request,
    sealed_sha256,
)
from sync.package import (
    new_signing_key,
    open_withdrawal,
    seal_withdrawal,
    sign_withdrawal_receipt,
    verifier_of_proof,
    verify_withdrawal_receipt,
    withdrawal_proof,
    withdrawal_verifier,
)
from sync.package.identity import new_age_key

KEY = new_age_key()
REQUEST = WithdrawalRequest("ab" * 32, (new_package_id(), new_package_id()))


def test_the_verifier_is_the_proofs_hash_and_says_nothing_of_it() -> None:
    code, key = "1234567890123452", "ab" * 32
    proof = withdrawal_proof(code, key)
    assert verifier_of_proof(proof) == withdrawal_verifier(code, key) != proof


def test_a_request_opens_with_either_of_the_archives_keys_and_no_other() -> None:
    reserve = new_age_key()
    sealed = seal_withdrawal(REQUEST, [KEY.recipient, reserve.recipient])
    assert open_withdrawal(sealed, [KEY.identity]) == open_withdrawal(sealed, [reserve.identity]) == REQUEST
    with pytest.raises(BrokenPackage):
        open_withdrawal(sealed, [new_age_key().identity])
    assert len(sealed) < MAX_SEALED_BYTES / 4
    assert sealed != seal_withdrawal(REQUEST, [KEY.recipient, reserve.recipient])
    assert REQUEST.proof.encode() not in sealed


def test_it_opens_with_age(tmp_path: Path) -> None:
    (tmp_path / "identity").write_text(KEY.to_file())
    (tmp_path / "request.age").write_bytes(seal_withdrawal(REQUEST, [KEY.recipient]))
    command = ["age", "-d", "-i", str(tmp_path / "identity"), str(tmp_path / "request.age")]
    assert subprocess.run(command, check=True, capture_output=True).stdout == REQUEST.to_bytes()


def test_every_cut_and_changed_request_is_refused() -> None:
    sealed = seal_withdrawal(REQUEST, [KEY.recipient])
    for length in range(0, len(sealed), 7):
        with pytest.raises(BrokenPackage):
            open_withdrawal(sealed[:length], [KEY.identity])
    for place in range(len(sealed) - 40, len(sealed)):
        with pytest.raises(BrokenPackage):
            open_withdrawal(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :], [KEY.identity])
    with pytest.raises(BrokenPackage):
        open_withdrawal(b"x" * (MAX_SEALED_BYTES + 1), [KEY.identity])


def test_nobody_to_seal_to() -> None:
    with pytest.raises(EnvironmentFault):
        seal_withdrawal(REQUEST, [])


@pytest.mark.parametrize(
    "request_", [WithdrawalRequest("ab", REQUEST.package_ids), WithdrawalRequest("ab" * 32, ()), WithdrawalRequest("ab" * 32, ("x", "y"))]
)
def test_only_whole_requests_are_written(request_: WithdrawalRequest) -> None:
    with pytest.raises(ValueError, match="proof"):
        request_.to_bytes()


@pytest.mark.parametrize(
    "change",
    [{"schema": 2}, {"schema": True}, {"proof": "AB" * 32}, {"proof": None}, {"packages": []}, {"packages": [1, 2]}, {"more": 1}],
)
def test_only_the_exact_shape_is_read(change: dict[str, Any]) -> None:
    value = json.loads(REQUEST.to_bytes())
    assert parse_withdrawal_request(canonical_json(value)) == REQUEST
    with pytest.raises(BrokenPackage):
        parse_withdrawal_request(canonical_json({**value, **change}))


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff", b'"x"', b"[" * 100_000])
def test_what_is_no_request(raw: bytes) -> None:
    with pytest.raises(BrokenPackage):
        parse_withdrawal_request(raw)


def test_a_receipt_counts_for_these_bytes_and_this_archive_alone() -> None:
    secret, public = new_signing_key()
    sealed = seal_withdrawal(REQUEST, [KEY.recipient])
    receipt = sign_withdrawal_receipt(sealed_sha256(sealed), secret)
    assert parse_withdrawal_receipt(receipt.to_json()) == receipt
    verify_withdrawal_receipt(receipt, public, sealed=sealed)
    for key, other in ((public, sealed + b"x"), (new_signing_key()[1], sealed)):
        with pytest.raises(BadReceipt):
            verify_withdrawal_receipt(receipt, key, sealed=other)


def test_receipts_of_another_shape_are_refused() -> None:
    good = sign_withdrawal_receipt("cd" * 32, new_signing_key()[0]).to_json()
    for path, value in (
        (("withdrawal",), None),
        (("withdrawal", "request_sha256"), "x"),
        (("withdrawal", "more"), 1),
        (("signature",), "ab"),
    ):
        bad = copy.deepcopy(good)
        inner: Any = bad
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        with pytest.raises(BadReceipt):
            parse_withdrawal_receipt(bad)
    for value in (None, [], "x", 7):
        with pytest.raises(BadReceipt):
            parse_withdrawal_receipt(value)
