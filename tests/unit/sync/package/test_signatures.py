from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sync.contract.faults import BadInput, BadReceipt
from sync.contract.receipt import Receipt, SignedReceipt
from sync.package.signatures import (
    new_signing_key,
    public_key_of,
    sign_bytes,
    sign_ping,
    sign_receipt,
    verify_bytes,
    verify_ping,
    verify_receipt,
)

SECRET, PUBLIC = new_signing_key()
RECEIPT = Receipt("0" * 32, "a" * 64, 16_384, "2026-03-14")
SIGNED = sign_receipt(RECEIPT, SECRET)
FACTS: dict[str, Any] = {"package_id": "0" * 32, "sha256": "a" * 64, "size_bytes": 16_384}
NONCE = "5f" * 16


def test_keys_are_hex_and_belong_together() -> None:
    assert len(SECRET) == len(PUBLIC) == 64
    assert public_key_of(SECRET) == PUBLIC
    assert new_signing_key() != (SECRET, PUBLIC)


def test_signatures_are_those_of_rfc_8032() -> None:
    # Section 7.1, test 2.
    secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    assert public_key_of(secret) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert sign_bytes(b"", b"\x72", secret) == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


def test_a_receipt_of_the_pinned_key_over_this_package_is_believed() -> None:
    verify_receipt(SIGNED, PUBLIC, **FACTS)


@pytest.mark.parametrize("changed", [{"package_id": "1" * 32}, {"sha256": "b" * 64}, {"size_bytes": 16_385}])
def test_a_receipt_for_something_else_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(BadReceipt) as refused:
        verify_receipt(SIGNED, PUBLIC, **{**FACTS, **changed})
    assert refused.value.code == "receipt-other"


@pytest.mark.parametrize(
    "changed", [{"package_id": "1" * 32}, {"sha256": "b" * 64}, {"size_bytes": 16_385}, {"received_day": "2026-03-15"}]
)
def test_a_receipt_whose_field_was_changed_is_refused_even_if_it_fits(changed: dict[str, Any]) -> None:
    forged = SignedReceipt(replace(RECEIPT, **changed), SIGNED.signature)
    fits = {key: value for key, value in changed.items() if key in FACTS}
    with pytest.raises(BadReceipt) as refused:
        verify_receipt(forged, PUBLIC, **{**FACTS, **fits})
    assert refused.value.code == "receipt-signature"


def test_every_flipped_bit_of_the_signature_is_refused() -> None:
    raw = bytes.fromhex(SIGNED.signature)
    for place in range(512):
        flipped = bytearray(raw)
        flipped[place // 8] ^= 1 << (place % 8)
        with pytest.raises(BadReceipt):
            verify_receipt(SignedReceipt(RECEIPT, flipped.hex()), PUBLIC, **FACTS)


@pytest.mark.parametrize("signature", ["", "00", "zz" * 64, "0" * 127, "0" * 128, SIGNED.signature.upper(), SIGNED.signature + "\n"])
def test_what_is_no_signature_is_refused(signature: str) -> None:
    with pytest.raises(BadReceipt):
        verify_receipt(SignedReceipt(RECEIPT, signature), PUBLIC, **FACTS)


@pytest.mark.parametrize("key", [new_signing_key()[1], "", "00", "0" * 64, "f" * 64, PUBLIC.upper(), "zz" * 32])
def test_another_key_is_not_the_archive(key: str) -> None:
    with pytest.raises(BadReceipt):
        verify_receipt(SIGNED, key, **FACTS)


def test_a_ping_answer_is_believed_for_its_nonce_alone() -> None:
    answer = sign_ping(NONCE, SECRET)
    verify_ping(NONCE, answer, PUBLIC)
    for nonce in ("60" * 16, NONCE + "00", ""):
        with pytest.raises(BadReceipt):
            verify_ping(nonce, answer, PUBLIC)
    with pytest.raises(BadReceipt):
        verify_ping(NONCE, answer, new_signing_key()[1])


@pytest.mark.parametrize("nonce", ["", "5f" * 15, "5f" * 65, "5F" * 16, NONCE + "\n", "receipt 1\n" + "0" * 30])
def test_the_archive_does_not_sign_whatever_it_is_sent(nonce: str) -> None:
    with pytest.raises(BadInput):
        sign_ping(nonce, SECRET)


def test_a_signature_over_one_kind_of_thing_is_none_over_another() -> None:
    signature = sign_bytes(b"one context\n", b"message", SECRET)
    verify_bytes(b"one context\n", b"message", signature, PUBLIC)
    with pytest.raises(BadReceipt):
        verify_bytes(b"another context\n", b"message", signature, PUBLIC)
    with pytest.raises(BadReceipt):
        verify_bytes(b"idr ping 1\n", RECEIPT.signed_bytes(), SIGNED.signature, PUBLIC)
