"""The kiosk's signature over what it puts on a stick, and how it introduces the key for it to an archive that has not heard of it.

The introduction is for a laptop that was enrolled before there were courier keys and has been offline since: HMAC-SHA256 (RFC 2104)
over its kiosk id and public key, keyed with the SHA-256 of its token's secret. Kiosk and archive both have that, and nobody else.
"""

from __future__ import annotations

import hashlib
import hmac

from sync.contract.canonical import canonical_json
from sync.contract.courier import BadList, CourierList, SignedCourierList
from sync.contract.faults import BadReceipt
from sync.package.signatures import sign_bytes, verify_bytes

_INTRODUCTION = b"idr courier introduction 1\n"


def sign_courier_list(listed: CourierList, secret_hex: str) -> SignedCourierList:
    return SignedCourierList(listed, sign_bytes(b"", listed.signed_bytes(), secret_hex))


def verify_courier_list(signed: SignedCourierList, courier_key: str) -> None:
    """Only when this returns may anything in the list be acted on. `courier_key` is what is known of the kiosk, not what the list
    says. Raises BadList.
    """
    try:
        verify_bytes(b"", signed.listed.signed_bytes(), signed.signature, courier_key)
    except BadReceipt as error:
        raise BadList("list-signature", "A list on this stick was changed, or comes from another laptop than it says.") from error


def introduce(*, kiosk_id: str, courier_key: str, secret_sha256: str) -> str:
    """64 hex digits. `secret_sha256` is that of the token's secret, the part after the dot, as hex."""
    message = _INTRODUCTION + canonical_json({"kiosk_id": kiosk_id, "courier_key": courier_key})
    return hmac.new(bytes.fromhex(secret_sha256), message, hashlib.sha256).hexdigest()


def is_introduced(introduction: str, *, kiosk_id: str, courier_key: str, secret_sha256: str) -> bool:
    expected = introduce(kiosk_id=kiosk_id, courier_key=courier_key, secret_sha256=secret_sha256)
    return hmac.compare_digest(introduction, expected)
