"""Who a kiosk is: its token, the next one, and the end of both."""

from __future__ import annotations

import hashlib
import hmac

from archive.core.actions import action, unchanged
from archive.core.events import CONSOLE, kiosk_actor, record_event
from archive.kiosks.models import EnrolmentToken, Kiosk
from archive.kiosks.policies import publish_again
from sync.contract.faults import BadInput


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class TokenChanges(Exception):
    """It is the first use of a next token, which has to be written down where that may be done."""


def authenticate(authorization: str, *, may_write: bool = True) -> Kiosk | None:
    """The kiosk in good standing that an `Authorization: Bearer <kiosk_id>.<secret>` header (RFC 6750) names and proves, else None.

    Raises TokenChanges when it `may_write` nothing and would have to.
    """
    kiosk = identify(authorization, may_write=may_write)
    return None if kiosk is None or kiosk.revoked else kiosk


def identify(authorization: str, *, may_write: bool = True) -> Kiosk | None:
    """The same, also for a kiosk that was revoked: it may still be told so."""
    scheme, _, token = authorization.partition(" ")
    kiosk_id, _, secret = token.strip().partition(".")
    kiosk = Kiosk.objects.filter(kiosk_id=kiosk_id).first() if scheme.lower() == "bearer" else None
    # An unknown kiosk costs the same comparisons as a known one.
    digest = digest_of(secret)
    is_present = hmac.compare_digest(digest, kiosk.secret_sha256 if kiosk else "0" * 64)
    is_next = hmac.compare_digest(digest, (kiosk.next_secret_sha256 if kiosk else "") or "0" * 64)
    if kiosk is None or not (is_present or is_next):
        return None
    if is_present:
        return kiosk
    if not may_write:
        raise TokenChanges
    return _change_over(kiosk=kiosk, digest=digest)


@action
def _change_over(*, kiosk: Kiosk, digest: str) -> Kiosk | None:
    """The first use of the next token: from here on the one before is worth nothing."""
    waiting = Kiosk.objects.filter(pk=kiosk.pk, next_secret_sha256=digest)
    if waiting.update(secret_sha256=digest, next_secret_sha256="") == 1:
        record_event("kiosk.token-changed", actor=kiosk_actor(kiosk.kiosk_id), subject=f"kiosk:{kiosk.kiosk_id}")
    else:
        unchanged()
    # None when it was replaced between the look and the change; a rival with the same token has done our work.
    return Kiosk.objects.filter(pk=kiosk.pk, secret_sha256=digest).first()


@action
def announce_token(*, kiosk: Kiosk, next_sha256: str) -> None:
    """Notes the SHA-256 of the secret that `kiosk` is going to use next. Saying it again, or another one, is fine until it is used."""
    if kiosk.next_secret_sha256 == next_sha256:
        unchanged()
        return
    # A request that was overtaken by its own repetition comes with a secret that is no longer the present one: it changes nothing.
    present = Kiosk.objects.filter(pk=kiosk.pk, secret_sha256=kiosk.secret_sha256)
    if present.update(next_secret_sha256=next_sha256) == 1:
        record_event("kiosk.token-announced", actor=kiosk_actor(kiosk.kiosk_id), subject=f"kiosk:{kiosk.kiosk_id}")
    else:
        unchanged()


@action
def revoke(*, name: str, actor: str = CONSOLE) -> tuple[list[str], int]:
    """Ends every kiosk of that name (or the one of that id) and voids unused codes of that name, for good. Returns the ids and how
    many codes there were.

    Nothing is erased anywhere: what a revoked kiosk has sent stays, what it has not sent stays sealed there. Raises BadInput.
    """
    rows = Kiosk.objects.filter(name=name) | Kiosk.objects.filter(kiosk_id=name)
    codes = EnrolmentToken.objects.filter(kiosk_name=name, used=False)
    if not rows.exists() and not codes.exists():
        raise BadInput("kiosk-unknown", f"There is no kiosk called {name}, and no unused enrolment code for one.")
    ids = sorted(rows.filter(revoked=False).values_list("kiosk_id", flat=True))
    Kiosk.objects.filter(kiosk_id__in=ids).update(revoked=True)
    for kiosk_id in ids:
        record_event("kiosk.revoked", actor=actor, subject=f"kiosk:{kiosk_id}")
    voided = 0
    for token_sha256 in list(codes.values_list("token_sha256", flat=True)):
        voided += codes.filter(token_sha256=token_sha256).update(used=True)
        record_event("kiosk.code-voided", actor=actor, subject=f"code:{token_sha256[:16]}")
    if ids:
        # What a kiosk is told only counts when it is newer than what it knows.
        publish_again(actor=actor)
    if not ids and not voided:
        unchanged()
    return ids, voided
