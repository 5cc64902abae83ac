"""A receipt: the archive's signed word that it holds a package. Only a verified receipt lets the laptop erase.

The signature itself (Ed25519 over `signed_bytes`) is made and checked in `sync.package.signatures`.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from sync.contract.canonical import canonical_json
from sync.contract.faults import BadReceipt
from sync.contract.package import is_package_id, is_sha256

_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")
_CONTEXT = b"idr receipt 1\n"


@dataclass(frozen=True)
class Receipt:
    """`received_day` is an ISO date: finer time would tell who was at the booth."""

    package_id: str
    sha256: str
    size_bytes: int
    received_day: str

    def signed_bytes(self) -> bytes:
        """What the archive signs. The context line keeps a signature over anything else from passing as a receipt."""
        return _CONTEXT + canonical_json(asdict(self))


@dataclass(frozen=True)
class SignedReceipt:
    receipt: Receipt
    signature: str  # 128 hex digits

    def to_json(self) -> dict[str, Any]:
        return {"receipt": asdict(self.receipt), "signature": self.signature}


def parse_signed_receipt(value: Any) -> SignedReceipt:
    """Checks the shape only. Raises BadReceipt."""
    try:
        inner = value["receipt"]
        receipt = Receipt(inner["package_id"], inner["sha256"], inner["size_bytes"], inner["received_day"])
        signature = value["signature"]
        well_formed = (
            set(inner) == {"package_id", "sha256", "size_bytes", "received_day"}
            and is_package_id(receipt.package_id)
            and is_sha256(receipt.sha256)
            and type(receipt.size_bytes) is int
            and receipt.size_bytes >= 0
            and bool(_DAY.match(receipt.received_day))
            and bool(re.match(r"[0-9a-f]{128}\Z", signature))
        )
    except (KeyError, TypeError) as error:
        raise BadReceipt("receipt-shape", "The archive's answer is not a receipt.") from error
    if not well_formed:
        raise BadReceipt("receipt-shape", "The archive's answer is not a receipt.")
    return SignedReceipt(receipt, signature)
