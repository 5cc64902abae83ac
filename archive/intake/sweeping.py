"""Getting rid of uploads that lapsed, while the door is open: rows first, so that no writer can go on, then their files."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q, Sum

from archive.intake.models import Package, Upload
from archive.intake.spool import Spool

EXPIRED = "expired"
_AT_ONCE = 500


def lapsed_uploads(now: datetime) -> list[str]:
    """Unfinished uploads whose time is over. Their seats have to be taken before they are ended."""
    rows = Upload.objects.filter(state=Upload.State.OPEN, expires_at__lte=now)
    return list(rows.values_list("upload_id", flat=True)[:_AT_ONCE])


def end_lapsed(upload_id: str, *, now: datetime) -> bool:
    """Ends one upload, whoever is writing it; False when a byte came in time. Its file may go after the commit."""
    lapsed = Upload.objects.filter(pk=upload_id, state=Upload.State.OPEN, expires_at__lte=now)
    return bool(lapsed.update(state=Upload.State.FAILED, error=EXPIRED, epoch=F("epoch") + 1) == 1)


def forget_failed(now: datetime, lifetime: timedelta) -> int:
    """Deletes rows of uploads that ended without a package, a whole lifetime ago: no kiosk asks for them any more."""
    deleted, _ = Upload.objects.filter(state=Upload.State.FAILED, expires_at__lte=now - lifetime).delete()
    return int(deleted)


def ownerless_files(names: list[str]) -> list[str]:
    """Of files that were seen under `uploads/`, those that no unfinished upload owns. A row is there before its file is: what has none
    now will never get one.
    """
    owned: set[str] = set()
    for start in range(0, len(names), _AT_ONCE):
        rows = Upload.objects.filter(pk__in=names[start : start + _AT_ONCE]).filter(
            Q(state=Upload.State.OPEN) | Q(state=Upload.State.VERIFYING)
        )
        owned.update(rows.values_list("upload_id", flat=True))
    return [name for name in names if name not in owned]


def remove_files(spool: Spool, names: list[str]) -> None:
    """Raises OSError."""
    for name in names:
        spool.remove(name)


def unopened_bytes() -> int:
    """What lies here sealed and will need as much room again when it is opened."""
    return int(Package.objects.filter(state=Package.State.STORED).aggregate(total=Sum("size_bytes"))["total"] or 0)
