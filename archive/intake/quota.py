"""How much one kiosk may send, so that a stolen or broken one cannot fill the disk for all others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Sum

from archive.intake.models import Package, Upload
from archive.intake.tus_protocol import Refusal
from archive.kiosks.models import Kiosk

# Open uploads end when they are finished, which may be soon.
_RETRY_OPEN_S = 300
_RETRY_DAILY_S = 3600


@dataclass(frozen=True)
class Quota:
    """`open_bytes` bounds the declared sizes of a kiosk's unfinished uploads, `daily_bytes` those together with what it has uploaded
    since midnight UTC. 0 means no bound. What came by courier does not count.

    A package is let in when nothing else is there, however large it is: a bound delays stories, it never turns one away for good.
    """

    open_bytes: int = 0
    daily_bytes: int = 0

    def check(self, kiosk: Kiosk, size_bytes: int, *, now: datetime) -> None:
        """In the transaction that is going to create an upload of this size. Raises Refusal 429 with the time to ask again."""
        if not self.open_bytes and not self.daily_bytes:
            return
        # Two requests of one kiosk at a time must not both find the last room.
        Kiosk.objects.select_for_update().get(pk=kiosk.pk)
        uploads = Upload.objects.filter(kiosk=kiosk)
        open_bytes = _total(uploads.filter(state__in=(Upload.State.OPEN, Upload.State.VERIFYING)))
        if self.open_bytes and open_bytes and open_bytes + size_bytes > self.open_bytes:
            raise Refusal(429, "quota", Retry_After=str(_RETRY_OPEN_S))
        if not self.daily_bytes:
            return
        today = Package.objects.filter(kiosk=kiosk, received_day=now.astimezone(UTC).date()).values("package_id")
        used_bytes = open_bytes + _total(uploads.filter(state=Upload.State.STORED, package_id__in=today))
        if used_bytes and used_bytes + size_bytes > self.daily_bytes:
            raise Refusal(429, "quota", Retry_After=str(min(_RETRY_DAILY_S, _until_midnight_s(now))))


def _total(uploads: object) -> int:
    return int(uploads.aggregate(total=Sum("size_bytes"))["total"] or 0)  # type: ignore[attr-defined]


def _until_midnight_s(now: datetime) -> int:
    utc = now.astimezone(UTC)
    midnight = utc.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return int((midnight - utc).total_seconds()) + 1
