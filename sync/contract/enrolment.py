"""Enrolment codes: everything a kiosk must know to trust one archive, as one string to paste, scan or read from a file.

`IDR1-` + base32(zlib(canonical JSON) + 5 bytes of SHA-256). Every single-character typo is refused; so are oversize and bombs.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from dataclasses import asdict, dataclass

from sync.contract.canonical import canonical_json
from sync.contract.faults import BadCode

PREFIX = "IDR1-"
MAX_CODE_CHARACTERS = 8_192
MAX_INFLATED_BYTES = 16_384
_CHECK_BYTES = 5
_HEX_KEY = re.compile(r"[0-9a-f]{64}\Z")
_RECIPIENT = re.compile(r"age1[0-9a-z]{20,4000}\Z")
_URL = re.compile(r"https?://[\x21-\x7e]{1,500}\Z")
_TOKEN = re.compile(r"[\x21-\x7e]{1,256}\Z")  # it travels in a header line
_FIELDS = {"url", "token", "expires_at_s", "pins", "receipt_key", "recipients"}
_DAMAGED = "This enrolment code is damaged or incomplete. Copy it again from the archive."


@dataclass(frozen=True)
class Enrolment:
    """What the archive tells a new kiosk.

    `token` works once and lapses at `expires_at_s` (Unix time); `pins` are SHA-256 of the server key's SPKI as hex;
    `receipt_key` is the archive's Ed25519 public key as hex; `recipients` are age recipients, the offline reserve included.
    """

    url: str
    token: str
    expires_at_s: int
    pins: tuple[str, ...]
    receipt_key: str
    recipients: tuple[str, ...]


def encode_enrolment(enrolment: Enrolment) -> str:
    packed = zlib.compress(canonical_json(asdict(enrolment)), 9)
    check = hashlib.sha256(packed).digest()[:_CHECK_BYTES]
    return PREFIX + base64.b32encode(packed + check).decode().rstrip("=")


def decode_enrolment(code: str) -> Enrolment:
    """White space within the code is forgiven (it may be pasted in lines), nothing else is. Raises BadCode."""
    compact = re.sub(r"\s", "", code[: 2 * MAX_CODE_CHARACTERS])
    if len(code) > 2 * MAX_CODE_CHARACTERS or len(compact) > MAX_CODE_CHARACTERS or not compact.startswith(PREFIX):
        raise BadCode("enrolment-prefix", "This is not an enrolment code. It begins with IDR1-.")
    body = compact[len(PREFIX) :]
    try:
        raw = base64.b32decode(body + "=" * (-len(body) % 8))
    except ValueError as error:  # binascii.Error, and plain ValueError for letters outside ASCII
        raise BadCode("enrolment-damaged", _DAMAGED) from error
    # Base32 leaves unused bits in its last character: only the one canonical spelling is accepted.
    canonical = base64.b32encode(raw).decode().rstrip("=") == body
    packed, check = raw[:-_CHECK_BYTES], raw[-_CHECK_BYTES:]
    if not canonical or hashlib.sha256(packed).digest()[:_CHECK_BYTES] != check:
        raise BadCode("enrolment-damaged", _DAMAGED)
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(packed, MAX_INFLATED_BYTES)
        if inflater.unconsumed_tail or not inflater.eof:
            raise BadCode("enrolment-damaged", _DAMAGED)
        return _from_json(json.loads(inflated))
    except (zlib.error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadCode("enrolment-damaged", _DAMAGED) from error


def _from_json(value: dict[str, object]) -> Enrolment:
    if set(value) != _FIELDS:
        raise ValueError("fields")
    url, token, expires = value["url"], value["token"], value["expires_at_s"]
    pins, receipt_key, recipients = value["pins"], value["receipt_key"], value["recipients"]
    if not (isinstance(url, str) and _URL.match(url) and isinstance(token, str) and _TOKEN.match(token)):
        raise ValueError("url or token")
    if type(expires) is not int or not 0 <= expires < 2**53:
        raise ValueError("expiry")
    if not (isinstance(pins, list) and all(isinstance(p, str) and _HEX_KEY.match(p) for p in pins)):
        raise ValueError("pins")
    if not (isinstance(receipt_key, str) and _HEX_KEY.match(receipt_key)):
        raise ValueError("receipt key")
    if not (isinstance(recipients, list) and recipients and all(is_recipient(recipient) for recipient in recipients)):
        raise ValueError("recipients")
    return Enrolment(url, token, expires, tuple(pins), receipt_key, tuple(recipients))


def is_recipient(text: object) -> bool:
    """Whether it looks like an age recipient (`age1…`)."""
    return isinstance(text, str) and bool(_RECIPIENT.match(text))


def fingerprint(receipt_key: str, recipients: tuple[str, ...]) -> str:
    """Six groups of five digits to read aloud: what this kiosk seals to and whose receipts it believes (96 bits)."""
    digest = hashlib.sha256(canonical_json({"receipt_key": receipt_key, "recipients": sorted(recipients)})).digest()
    groups = (int.from_bytes(digest[2 * i : 2 * i + 2], "big") for i in range(6))
    return " ".join(f"{group:05d}" for group in groups)


def archive_id(receipt_key: str) -> str:
    """The value of `X-Archive-Id`: 16 hex digits by which every answer says whose it claims to be."""
    return hashlib.sha256(b"idr archive " + bytes.fromhex(receipt_key)).hexdigest()[:16]
