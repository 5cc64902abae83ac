"""Making enrolment codes and redeeming them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from archive.core.actions import action
from archive.core.events import CONSOLE, kiosk_actor, record_event
from archive.core.keys import ArchiveKeys
from archive.kiosks.models import EnrolmentToken, Kiosk
from archive.kiosks.tokens import digest_of
from sync.contract.enrolment import Enrolment, encode_enrolment
from sync.contract.faults import BadCode, BadInput

MAX_CODE_HOURS = 72


@dataclass(frozen=True)
class Enrolled:
    """What a kiosk gets for its one-time token, once. `kiosk_token` is `<kiosk_id>.<secret>`; `courier_key` is what it told."""

    kiosk_id: str
    kiosk_token: str
    event_id: str | None
    courier_key: str = ""


@action
def make_enrolment_code(
    *,
    name: str,
    url: str,
    event_id: str | None,
    keys: ArchiveKeys,
    pins: tuple[str, ...] = (),
    actor: str = CONSOLE,
    clock: Callable[[], datetime] = timezone.now,
) -> str:
    """A code by which one laptop becomes a kiosk of this archive, once, within 72 hours. The code itself is not kept.

    With `pins` (SHA-256 of SPKIs as hex) the laptop will believe a server that holds one of those keys, and no other.
    Raises BadInput for an address that no kiosk could use.
    """
    if not url.startswith(("http://", "https://")):
        raise BadInput("enrolment-url", "The archive's address begins with http:// or https://.")
    token = secrets.token_urlsafe(32)
    expires_at = clock() + timedelta(hours=MAX_CODE_HOURS)
    row = EnrolmentToken.objects.create(token_sha256=digest_of(token), kiosk_name=name, event_id=event_id, expires_at=expires_at)
    record_event("kiosk.code-made", actor=actor, subject=f"code:{row.token_sha256[:16]}")
    return encode_enrolment(
        Enrolment(
            url=url,
            token=token,
            expires_at_s=int(expires_at.timestamp()),
            pins=pins,
            receipt_key=keys.receipt_key,
            recipients=keys.recipients,
        )
    )


@action
def redeem(token: str, *, courier_key: str = "", clock: Callable[[], datetime] = timezone.now) -> Enrolled:
    """Makes the kiosk that the token was for. `courier_key` is the public key that will vouch for what it puts on a stick, if it has
    one already. Raises BadCode: `token-unknown`, `token-expired`, `token-used`.
    """
    digest = digest_of(token)
    row = EnrolmentToken.objects.filter(token_sha256=digest).first()
    if row is None:
        raise BadCode("token-unknown", "This enrolment code is not from this archive. Ask for a new one.")
    if row.expires_at <= clock():
        raise BadCode("token-expired", "This enrolment code is too old. Ask for a new one.")
    # Of any number of simultaneous attempts exactly one changes the row; the others find nothing left to change.
    if EnrolmentToken.objects.filter(token_sha256=digest, used=False).update(used=True) != 1:
        raise BadCode("token-used", "This enrolment code was used before. Ask for a new one.")
    secret = secrets.token_urlsafe(32)
    kiosk = Kiosk.objects.create(name=row.kiosk_name, event_id=row.event_id, secret_sha256=digest_of(secret), courier_key=courier_key)
    record_event("kiosk.enrolled", actor=kiosk_actor(kiosk.kiosk_id), subject=f"kiosk:{kiosk.kiosk_id}", facts={"code": digest[:16]})
    return Enrolled(kiosk.kiosk_id, f"{kiosk.kiosk_id}.{secret}", kiosk.event_id, kiosk.courier_key)
