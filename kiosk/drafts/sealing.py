"""One draft record as one AEAD box: XChaCha20-Poly1305 (IETF draft irtf-cfrg-xchacha) with a random 24-byte nonce.

A record is bound to its place by the associated data (draft id, kind, record id, number), so that a box moved to another
place, another draft or another number does not open. Box layout: format byte 1 | nonce (24) | ciphertext and tag.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError
from nacl.utils import random as random_bytes

from kiosk.errors import StorageFault

KEY_BYTES = 32
NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_FORMAT = b"\x01"


class BrokenRecord(StorageFault):
    """A record that is torn, altered, in the wrong place, or sealed with another key."""


def broken_record() -> BrokenRecord:
    return BrokenRecord("draft-damaged", "A part of this unfinished story is damaged and cannot be read. Please call staff.")


@dataclass(frozen=True)
class Place:
    """Where a record lies. All of it is stored in the clear, none of it says anything about the story."""

    draft_id: str
    kind: str
    record_id: str
    number: int

    def associated_data(self) -> bytes:
        return b"idr draft 1\n" + json.dumps([self.draft_id, self.kind, self.record_id, self.number]).encode()


def seal(key: bytes, place: Place, plain: bytes) -> bytes:
    nonce = random_bytes(NONCE_BYTES)
    return _FORMAT + nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(plain, place.associated_data(), nonce, key)


def unseal(key: bytes, place: Place, box: bytes) -> bytes:
    """Raises BrokenRecord."""
    nonce, sealed = box[1 : 1 + NONCE_BYTES], box[1 + NONCE_BYTES :]
    if box[:1] != _FORMAT or len(nonce) != NONCE_BYTES:
        raise broken_record()
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, place.associated_data(), nonce, key)
    except (CryptoError, ValueError) as error:  # ValueError: shorter than a tag
        raise broken_record() from error


def padded_json(value: object, bucket_bytes: int) -> bytes:
    """JSON filled with trailing spaces up to the next bucket, so that a record's size says little about its words."""
    raw = json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    return raw.ljust(-(-len(raw) // bucket_bytes) * bucket_bytes, b" ")
