"""The archive's doors as the worker and the enrolment use them. Each call is one request; nothing is retried in here."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable
from urllib.parse import quote

from sync.contract.enrolment import Enrolment, archive_id
from sync.contract.faults import BadCode, BadReceipt
from sync.contract.policy import SignedPolicy, parse_signed_policy
from sync.contract.receipt import SignedReceipt, parse_signed_receipt
from sync.contract.withdrawal_request import CONTENT_TYPE as WITHDRAWAL_TYPE
from sync.contract.withdrawal_request import WithdrawalReceipt, parse_withdrawal_receipt
from sync.enrolled import Enrolled, is_kiosk_token
from sync.package.signatures import public_key_of, verify_ping
from sync.schedule import Cause, Clock
from sync.transport.door import ArchiveDoor, Session, retry_after_s
from sync.transport.faults import HashMismatch, Refused, RetryLater, UploadGone, not_our_archive
from sync.transport.passage import Watch
from sync.transport.probe import SecondConnection
from sync.transport.session import Answer
from sync.transport.slice_body import Limiter
from sync.transport.tus import TusClient

UPLOADS_PATH = "api/v1/uploads/"
_ENROL_REFUSALS = {
    "token-used": "This enrolment code was used before. Ask the archive for a new one.",
    "token-expired": "This enrolment code has lapsed. Ask the archive for a new one.",
}
_CODE = re.compile(r"[a-z0-9-]{1,40}\Z")


def enrol(session: Session, enrolment: Enrolment, nonce: str, courier_key: str) -> Enrolled:
    """Trades the one-time token for this kiosk's own, once whoever answers has signed `nonce` (32 hex digits) with the key in the code.
    `courier_key` is the secret with which this kiosk is going to sign what it puts on a stick; its public half goes along.

    Saving what comes back is the caller's next act: the one-time token is spent. Raises BadCode when the archive refuses it,
    RetryLater, Blocked.
    """
    door = ArchiveDoor(session, enrolment.url, archive_id(enrolment.receipt_key), token=None)
    _prove(door, nonce, enrolment.receipt_key)
    public_key = public_key_of(courier_key)
    body = json.dumps({"token": enrolment.token, "courier_key": public_key}).encode()
    answer = door.request("POST", "api/v1/enrol", headers={"Content-Type": "application/json"}, body=body)
    if answer.status == 403:
        code = answer.json_object().get("error")
        if not isinstance(code, str) or not _CODE.match(code):
            raise not_our_archive()
        raise BadCode(code, _ENROL_REFUSALS.get(code, "The archive does not know this enrolment code. Ask it for a new one."))
    if answer.status != 201:
        raise RetryLater(f"archive-{answer.status}", "The archive could not enrol this device. Try again later.", Cause.SERVER)
    value = answer.json_object()
    kiosk_id, token, event_id = value.get("kiosk_id"), value.get("kiosk_token"), value.get("event_id")
    if not (isinstance(kiosk_id, str) and is_kiosk_token(token) and (event_id is None or isinstance(event_id, str))):
        raise not_our_archive()
    return Enrolled(
        url=enrolment.url,
        kiosk_id=kiosk_id,
        kiosk_token=str(token),
        receipt_key=enrolment.receipt_key,
        recipients=enrolment.recipients,
        pins=enrolment.pins,
        event_id=event_id,
        courier_key=courier_key,
        # An archive from before there were courier keys gives no such answer, and is told again once it does.
        courier_key_told=value.get("courier_key") == public_key,
    )


class ArchiveClient:
    """The enrolled archive. `tus` uploads to it, with the options of `tus.TusClient`. Not thread-safe.

    When an upload falls silent, the archive is asked for its proof on a second connection; `new_nonce` makes 32 hex digits for that.
    """

    def __init__(
        self,
        session: Session,
        enrolled: Enrolled,
        clock: Clock,
        *,
        chunk_bytes: int | None = None,
        expected_bytes_per_s: float | None = None,
        limiter: Limiter | None = None,
        watch: Watch | None = None,
        new_nonce: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._session = session
        self._enrolled = enrolled
        # Our token goes only to who has proved to hold the archive's key, so the question for the proof travels without it.
        self._porch = ArchiveDoor(session, enrolled.url, enrolled.archive_id, token=None)
        self._door = ArchiveDoor(session, enrolled.url, enrolled.archive_id, enrolled.kiosk_token)
        probe = SecondConnection(session, lambda second: self._prove_on(second, new_nonce()))
        self.tus = TusClient(
            self._door,
            UPLOADS_PATH,
            clock,
            chunk_bytes=chunk_bytes,
            expected_bytes_per_s=expected_bytes_per_s,
            limiter=limiter,
            watch=watch,
            probe=probe,
        )

    def ping(self, nonce: str) -> None:
        """Returns only if the holder of the receipt key answers `nonce` (32 hex digits). Raises Blocked("portal"), RetryLater."""
        _prove(self._porch, nonce, self._enrolled.receipt_key)

    def ping_anew(self, nonce: str, patience_s: float) -> None:
        """`ping` on a new connection, which waits no longer than `patience_s` for anything and is the one to go on with: after a sleep or
        on another network the one before may be dead without anybody having said so. Raises as `ping`.
        """
        second = self._session.second(patience_s)
        try:
            self._prove_on(second, nonce)
        except BaseException:
            second.close()
            raise
        self._session.go_on_with(second)

    def _prove_on(self, session: Session, nonce: str) -> None:
        porch = ArchiveDoor(session, self._enrolled.url, self._enrolled.archive_id, token=None)
        _prove(porch, nonce, self._enrolled.receipt_key)

    def policy(self) -> SignedPolicy | None:
        """Well-formed but not yet believed (`Enrolled.under_policy`); None from an archive that has none. Raises RetryLater, BadPolicy,
        Blocked.
        """
        answer = self._door.request("GET", "api/v1/policy")
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise _senseless(answer)
        return parse_signed_policy(answer.json_object())

    def announce_token(self, next_token: str) -> bool:
        """Tells the archive by its hash which token comes next; saying it again changes nothing. The old one works until the next was
        used. False from an archive that rotates no tokens. Raises RetryLater, Blocked.
        """
        secret = next_token.partition(".")[2]
        body = json.dumps({"next_sha256": hashlib.sha256(secret.encode()).hexdigest()}).encode()
        answer = self._door.request("POST", "api/v1/token", headers={"Content-Type": "application/json"}, body=body)
        if answer.status not in (204, 404):
            raise _senseless(answer)
        return answer.status == 204

    def tell_courier_key(self, public_key: str) -> bool:
        """Tells the archive with which key this kiosk signs what it puts on a stick; saying it again changes nothing. False from an
        archive that knows no courier keys. Raises Refused when it holds another key of this kiosk, RetryLater, Blocked.
        """
        body = json.dumps({"courier_key": public_key}).encode()
        answer = self._door.request("POST", "api/v1/courier-key", headers={"Content-Type": "application/json"}, body=body)
        if answer.status == 409:
            raise Refused("courier-key", "The archive knows another key of this device. Enrol it again before you use a USB stick.")
        if answer.status not in (204, 404):
            raise _senseless(answer)
        return answer.status == 204

    def use_token(self, token: str) -> None:
        """From the next request on."""
        self._door.use_token(token)

    def receipt(self, package_id: str) -> SignedReceipt:
        """Well-formed but not yet believed: the caller verifies it. Raises RetryLater while the archive still checks,
        UploadGone when it knows nothing of the package, HashMismatch when what arrived is damaged, BadReceipt, Blocked.
        """
        answer = self._door.request("GET", f"api/v1/receipts/{quote(package_id)}")
        if answer.status == 202:
            raise RetryLater("receipt-pending", "The archive is still checking what arrived.", Cause.SERVER, retry_after_s(answer))
        if answer.status == 404:
            raise UploadGone
        if answer.status == 422:
            raise HashMismatch
        if answer.status != 200:
            raise _senseless(answer)
        return parse_signed_receipt(answer.json_object())

    def withdraw(self, sealed: bytes) -> WithdrawalReceipt:
        """Hands in a sealed request to take a story back; handing in the same again changes nothing. Well-formed but not yet believed:
        the caller verifies it. Raises RetryLater, BadReceipt, Blocked.
        """
        answer = self._door.request("POST", "api/v1/withdrawals", headers={"Content-Type": WITHDRAWAL_TYPE}, body=sealed)
        if answer.status != 200:
            raise _senseless(answer)
        return parse_withdrawal_receipt(answer.json_object())


def _prove(door: ArchiveDoor, nonce: str, receipt_key: str) -> None:
    answer = door.request("GET", f"api/v1/ping?nonce={quote(nonce)}")
    if answer.status != 200:
        raise not_our_archive()
    value = answer.json_object()
    signature = value.get("signature")
    if value.get("nonce") != nonce or not isinstance(signature, str):
        raise not_our_archive()
    try:
        verify_ping(nonce, signature, receipt_key)
    except BadReceipt as error:
        raise not_our_archive() from error


def _senseless(answer: Answer) -> RetryLater:
    return RetryLater(f"archive-{answer.status}", "The archive gave an answer that makes no sense. It is asked again later.", Cause.SERVER)
