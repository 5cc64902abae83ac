"""What the database knows of an upload, and how it changes. All functions are synchronous and short."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from archive.intake.models import Upload
from archive.intake.quota import Quota
from archive.intake.tus_protocol import PackageFacts, Refusal
from archive.kiosks.models import Kiosk

NO_QUOTA = Quota()


def create_upload(
    kiosk: Kiosk, facts: PackageFacts, *, now: datetime, lifetime: timedelta, quota: Quota = NO_QUOTA
) -> tuple[Upload, list[str]]:
    """The upload of this content by this kiosk, made if need be; and the ids of lapsed ones that made way, whose files may go.

    Raises Refusal 409 when the kiosk said something else about the same content, or the same id of other content, before; 429 when a
    new one would be more than the kiosk may send.
    """
    lapsed: list[str] = []
    with transaction.atomic():
        for row in Upload.objects.filter(Q(sha256=facts.sha256) | Q(package_id=facts.package_id), kiosk=kiosk):
            if row.state == Upload.State.FAILED or (row.state == Upload.State.OPEN and row.expires_at <= now):
                lapsed.append(row.upload_id)
                row.delete()
            elif (row.package_id, row.sha256, row.part, row.size_bytes) == (facts.package_id, facts.sha256, facts.part, facts.size_bytes):
                return row, lapsed
            else:
                raise Refusal(409, "different-package")
        quota.check(kiosk, facts.size_bytes, now=now)
        row = Upload.objects.create(
            kiosk=kiosk,
            package_id=facts.package_id,
            sha256=facts.sha256,
            part=facts.part,
            size_bytes=facts.size_bytes,
            expires_at=now + lifetime,
        )
        return row, lapsed


def find_upload(kiosk: Kiosk, upload_id: str, *, now: datetime) -> Upload:
    """Raises Refusal 404 (unknown, or another kiosk's), 410 (lapsed or refused: begin anew)."""
    row = Upload.objects.filter(pk=upload_id, kiosk=kiosk).first()
    if row is None:
        raise Refusal(404, "unknown")
    if row.state == Upload.State.FAILED or (row.state == Upload.State.OPEN and row.expires_at <= now):
        raise Refusal(410, row.error or "expired")
    return row


def take_over(kiosk: Kiosk, upload_id: str, *, now: datetime) -> Upload:
    """`find_upload`, with the epoch raised: every earlier writer of this upload can commit nothing any more."""
    with transaction.atomic():
        Upload.objects.filter(pk=upload_id, kiosk=kiosk).update(epoch=F("epoch") + 1)
        return find_upload(kiosk, upload_id, now=now)


def commit_offset(upload: Upload, offset: int, *, expires_at: datetime) -> bool:
    """Acknowledges bytes that are on the medium; False when another writer took over. An offset never goes back."""
    mine = Upload.objects.filter(pk=upload.pk, epoch=upload.epoch, state=Upload.State.OPEN, durable_offset__lte=offset)
    return bool(mine.update(durable_offset=offset, expires_at=expires_at) == 1)


def drop_upload(upload: Upload) -> bool:
    """Forgets an unfinished upload; False when it was taken over or finished meanwhile."""
    deleted, _ = Upload.objects.filter(pk=upload.pk, epoch=upload.epoch, state=Upload.State.OPEN).delete()
    return bool(deleted)


def drop_uploads_of(package_ids: Iterable[str]) -> list[str]:
    """Gives up unfinished uploads of packages that were taken back half-way; their ids, so that the caller removes their files after
    the commit. What a crash leaves of them goes at the next start.
    """
    given_up = Upload.objects.filter(package_id__in=list(package_ids), state=Upload.State.OPEN)
    upload_ids = list(given_up.values_list("upload_id", flat=True))
    given_up.update(state=Upload.State.FAILED, error="withdrawn", epoch=F("epoch") + 1)
    return upload_ids


def fail_upload(upload_id: str, code: str) -> None:
    """Marks an upload as one that has to begin anew. Its row stays, so that the receipt door can say why."""
    Upload.objects.filter(pk=upload_id).exclude(state=Upload.State.STORED).update(state=Upload.State.FAILED, error=code)
