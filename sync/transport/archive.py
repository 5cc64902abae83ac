"""The archive's doors as the worker and the enrolment use them. Each call is one request; nothing is retried in here."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from sync.contract.enrolment import Enrolment, archive_id
from sync.contract.faults import BadCode, BadReceipt
from sync.contract.receipt import SignedReceipt, parse_signed_receipt
from sync.enrolled import Enrolled, is_kiosk_token
from sync.package.signatures import verify_ping
from sync.schedule import Cause, Clock
from sync.transport.door import ArchiveDoor, Session, retry_after_s
from sync.transport.faults import HashMismatch, RetryLater, UploadGone, not_our_archive
from sync.transport.tus import TusClient

UPLOADS_PATH = "api/v1/uploads/"
_ENROL_REFUSALS = {
    "token-used": "This enrolment code was used before. Ask the archive for a new one.",
    "token-expired": "This enrolment code has lapsed. Ask the archive for a new one.",
}
_CODE = re.compile(r"[a-z0-9-]{1,40}\Z")


def enrol(session: Session, enrolment: Enrolment) -> Enrolled:
    """Trades the one-time token for this kiosk's own. Raises BadCode when the archive refuses it, RetryLater, Blocked.

    Saving what comes back is the caller's next act: the one-time token is spent.
    """
    door = ArchiveDoor(session, enrolment.url, archive_id(enrolment.receipt_key), token=None)
    answer = door.request(
        "POST", "api/v1/enrol", headers={"Content-Type": "application/json"}, body=json.dumps({"token": enrolment.token}).encode()
    )
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
    )


class ArchiveClient:
    """The enrolled archive. `tus` uploads to it. Not thread-safe."""

    def __init__(self, session: Session, enrolled: Enrolled, clock: Clock) -> None:
        self._enrolled = enrolled
        # Our token goes only to who has proved to hold the archive's key, so the question for the proof travels without it.
        self._porch = ArchiveDoor(session, enrolled.url, enrolled.archive_id, token=None)
        self._door = ArchiveDoor(session, enrolled.url, enrolled.archive_id, enrolled.kiosk_token)
        self.tus = TusClient(self._door, UPLOADS_PATH, clock)

    def ping(self, nonce: str) -> None:
        """Returns only if the holder of the receipt key answers `nonce` (32 hex digits). Raises Blocked("portal"), RetryLater."""
        answer = self._porch.request("GET", f"api/v1/ping?nonce={quote(nonce)}")
        if answer.status != 200:
            raise not_our_archive()
        value = answer.json_object()
        signature = value.get("signature")
        if value.get("nonce") != nonce or not isinstance(signature, str):
            raise not_our_archive()
        try:
            verify_ping(nonce, signature, self._enrolled.receipt_key)
        except BadReceipt as error:
            raise not_our_archive() from error

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
            raise RetryLater(
                f"archive-{answer.status}", "The archive gave an answer that makes no sense. It is asked again later.", Cause.SERVER
            )
        return parse_signed_receipt(answer.json_object())
