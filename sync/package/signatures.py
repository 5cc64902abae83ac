"""Ed25519 (RFC 8032) signatures of the archive: receipts, policies, and its answer to "are you really my archive?".

Every signed message begins with a line that says what it is, so that a signature over one thing never passes for another.
"""

from __future__ import annotations

import re

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from sync.contract.faults import BadInput, BadPolicy, BadReceipt
from sync.contract.policy import Policy, SignedPolicy
from sync.contract.receipt import Receipt, SignedReceipt

_PING_CONTEXT = b"idr ping 1\n"
_HEX_KEY = re.compile(r"[0-9a-f]{64}\Z")
_HEX_SIGNATURE = re.compile(r"[0-9a-f]{128}\Z")
_NONCE = re.compile(r"[0-9a-f]{32,128}\Z")


def new_signing_key() -> tuple[str, str]:
    """(secret, public), each 64 hex digits. The secret is the 32-byte seed of RFC 8032."""
    key = SigningKey.generate()
    return key.encode().hex(), key.verify_key.encode().hex()


def public_key_of(secret_hex: str) -> str:
    """The public key, 64 hex digits, that belongs to a secret from `new_signing_key`."""
    return SigningKey(bytes.fromhex(secret_hex)).verify_key.encode().hex()


def sign_bytes(context: bytes, message: bytes, secret_hex: str) -> str:
    """128 hex digits over `context` + `message`. `context` ends with a line feed and is one of a kind in the project."""
    return SigningKey(bytes.fromhex(secret_hex)).sign(context + message).signature.hex()


def verify_bytes(context: bytes, message: bytes, signature_hex: str, public_hex: str) -> None:
    """Raises BadReceipt unless `signature_hex` is the signature of `public_hex`'s owner over `context` + `message`."""
    if not _HEX_SIGNATURE.match(signature_hex) or not _HEX_KEY.match(public_hex):
        raise _forged()
    try:
        VerifyKey(bytes.fromhex(public_hex)).verify(context + message, bytes.fromhex(signature_hex))
    except BadSignatureError as error:
        raise _forged() from error


def sign_receipt(receipt: Receipt, secret_hex: str) -> SignedReceipt:
    return SignedReceipt(receipt, sign_bytes(b"", receipt.signed_bytes(), secret_hex))


def verify_receipt(signed: SignedReceipt, receipt_key_hex: str, *, package_id: str, sha256: str, size_bytes: int) -> None:
    """Only when this returns may the package be erased from the laptop. Raises BadReceipt."""
    receipt = signed.receipt
    if (receipt.package_id, receipt.sha256, receipt.size_bytes) != (package_id, sha256, size_bytes):
        raise BadReceipt("receipt-other", "The archive's receipt speaks of another package.")
    verify_bytes(b"", receipt.signed_bytes(), signed.signature, receipt_key_hex)


def sign_policy(policy: Policy, secret_hex: str) -> SignedPolicy:
    return SignedPolicy(policy, sign_bytes(b"", policy.signed_bytes(), secret_hex))


def verify_policy(signed: SignedPolicy, receipt_key_hex: str, *, kiosk_id: str) -> None:
    """Whether the archive said this, and to this kiosk; whether it is new enough is `sync.enrolled`'s to say. Raises BadPolicy."""
    if signed.policy.kiosk_id != kiosk_id:
        raise BadPolicy("policy-other", "The archive's policy speaks of another device.")
    try:
        verify_bytes(b"", signed.policy.signed_bytes(), signed.signature, receipt_key_hex)
    except BadReceipt as error:
        raise BadPolicy("policy-signature", error.sentence) from error


def sign_ping(nonce: str, secret_hex: str) -> str:
    """The archive's answer to a nonce of 32 to 128 hex digits. Raises BadInput: it does not sign whatever it is sent."""
    if not _NONCE.match(nonce):
        raise BadInput("ping-nonce", "The nonce is 32 to 128 lower-case hex digits.")
    return sign_bytes(_PING_CONTEXT, nonce.encode(), secret_hex)


def verify_ping(nonce: str, signature_hex: str, receipt_key_hex: str) -> None:
    """Raises BadReceipt if whoever answered does not hold the archive's key: a captive portal, another server."""
    verify_bytes(_PING_CONTEXT, nonce.encode(), signature_hex, receipt_key_hex)


def _forged() -> BadReceipt:
    return BadReceipt("receipt-signature", "This was not signed by the archive this device belongs to.")
