"""A withdrawal request as it lies on the laptop and travels: an age file of its own, for the archive alone to open."""

from __future__ import annotations

import io
from collections.abc import Iterable

from sync.contract.faults import BadReceipt, BrokenPackage
from sync.contract.withdrawal_request import (
    MAX_SEALED_BYTES,
    WithdrawalReceipt,
    WithdrawalRequest,
    parse_withdrawal_request,
    sealed_sha256,
    withdrawal_receipt_bytes,
)
from sync.package.age import PieceReader, SealWriter, decrypt_file, encrypt_pieces
from sync.package.seal import parse_identities, parse_recipients
from sync.package.signatures import sign_bytes, verify_bytes


def seal_withdrawal(request: WithdrawalRequest, recipients: Iterable[str]) -> bytes:
    """A few hundred bytes, different each time. Raises EnvironmentFault (`recipients`)."""
    sealed = io.BytesIO()
    encrypt_pieces(PieceReader(iter([request.to_bytes()])), SealWriter(sealed.write), parse_recipients(recipients))
    return sealed.getvalue()


def open_withdrawal(sealed: bytes, identities: Iterable[str]) -> WithdrawalRequest:
    """Raises BrokenPackage for what is damaged, sealed for somebody else, or no request; BadInput for an identity that is none."""
    if len(sealed) > MAX_SEALED_BYTES:
        raise BrokenPackage("withdrawal-size", "This is too long for a request to take a story back.")
    pieces: list[bytes] = []
    decrypt_file(io.BytesIO(sealed), pieces.append, parse_identities(identities))
    return parse_withdrawal_request(b"".join(pieces))


def sign_withdrawal_receipt(request_sha256: str, secret_hex: str) -> WithdrawalReceipt:
    return WithdrawalReceipt(request_sha256, sign_bytes(b"", withdrawal_receipt_bytes(request_sha256), secret_hex))


def verify_withdrawal_receipt(receipt: WithdrawalReceipt, receipt_key_hex: str, *, sealed: bytes) -> None:
    """Only when this returns may the kiosk forget the request. Raises BadReceipt."""
    if receipt.request_sha256 != sealed_sha256(sealed):
        raise BadReceipt("receipt-other", "The archive's receipt speaks of another request.")
    verify_bytes(b"", withdrawal_receipt_bytes(receipt.request_sha256), receipt.signature, receipt_key_hex)
