"""A withdrawal on its way: what a kiosk seals to the archive when a teller takes a story back, and what the archive signs for it.

The request holds a proof that can only be made from the code, never the code. The archive signs for the sealed bytes before
anybody has opened them, so neither the kiosk nor whoever watches learns whether the code belongs to a story.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from sync.contract.canonical import canonical_json
from sync.contract.faults import BadReceipt, BrokenPackage
from sync.contract.package import is_package_id, is_sha256

SCHEMA = 1
# One story is two packages. A request always names that many, so that its size says nothing.
PACKAGES_NAMED = 2
MAX_SEALED_BYTES = 8 * 1024
CONTENT_TYPE = "application/octet-stream"
_CONTEXT = b"idr withdrawal receipt 1\n"
_HEX_64 = re.compile(r"[0-9a-f]{64}\Z")
_HEX_SIGNATURE = re.compile(r"[0-9a-f]{128}\Z")


@dataclass(frozen=True)
class WithdrawalRequest:
    """`proof` is 64 hex digits (`sync.package.withdrawal_proof`). `package_ids` are the packages of that story which the kiosk gave
    up half-way, so that the archive drops what it holds of them; random ids where there are none.
    """

    proof: str
    package_ids: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """What is sealed. Raises ValueError for what no reader would take."""
        if not _HEX_64.match(self.proof) or len(self.package_ids) != PACKAGES_NAMED or not all(map(is_package_id, self.package_ids)):
            raise ValueError("a withdrawal request holds a proof and two package ids")
        return canonical_json({"schema": SCHEMA, "proof": self.proof, "packages": list(self.package_ids)})


def parse_withdrawal_request(raw: bytes) -> WithdrawalRequest:
    """Raises BrokenPackage."""
    try:
        value = json.loads(raw)
        schema, proof, packages = value["schema"], value["proof"], value["packages"]
        well_formed = (
            set(value) == {"schema", "proof", "packages"}
            and type(schema) is int
            and schema == SCHEMA
            and bool(_HEX_64.match(proof))
            and type(packages) is list
            and len(packages) == PACKAGES_NAMED
            and all(isinstance(each, str) and is_package_id(each) for each in packages)
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _not_a_request() from error
    if not well_formed:
        raise _not_a_request()
    return WithdrawalRequest(proof, tuple(packages))


@dataclass(frozen=True)
class WithdrawalReceipt:
    """The archive's word that it holds this sealed request and will act on it. `signature` is 128 hex digits."""

    request_sha256: str
    signature: str

    def to_json(self) -> dict[str, Any]:
        return {"withdrawal": {"request_sha256": self.request_sha256}, "signature": self.signature}


def withdrawal_receipt_bytes(request_sha256: str) -> bytes:
    """What the archive signs. The context line keeps a signature over anything else from passing for this one."""
    return _CONTEXT + canonical_json({"request_sha256": request_sha256})


def parse_withdrawal_receipt(value: Any) -> WithdrawalReceipt:
    """Checks the shape only. Raises BadReceipt."""
    try:
        receipt = WithdrawalReceipt(value["withdrawal"]["request_sha256"], value["signature"])
        well_formed = (
            set(value["withdrawal"]) == {"request_sha256"}
            and is_sha256(receipt.request_sha256)
            and bool(_HEX_SIGNATURE.match(receipt.signature))
        )
    except (KeyError, TypeError) as error:
        raise _not_a_receipt() from error
    if not well_formed:
        raise _not_a_receipt()
    return receipt


def sealed_sha256(sealed: bytes) -> str:
    """How both sides name a sealed request."""
    return hashlib.sha256(sealed).hexdigest()


def _not_a_request() -> BrokenPackage:
    return BrokenPackage("withdrawal-shape", "This is not a request to take a story back.")


def _not_a_receipt() -> BadReceipt:
    return BadReceipt("receipt-shape", "The archive's answer is not a receipt.")
