"""How much one kiosk may send: unfinished uploads and today's together, and never so little that a story cannot arrive at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from archive.intake import ledger
from archive.intake.models import Package, Upload
from archive.intake.quota import Quota
from archive.intake.tus_protocol import PackageFacts, Refusal
from archive.kiosks.models import Kiosk
from sync.contract.package import Part

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk.objects.create(name="Booth", secret_sha256="0" * 64)


def facts(number: int, size_bytes: int = 100) -> PackageFacts:
    return PackageFacts(f"{number:032x}", f"{number:064x}", Part.LISTEN, size_bytes)


def create(kiosk: Kiosk, quota: Quota, number: int, size_bytes: int = 100, now: datetime = NOW) -> Upload:
    return ledger.create_upload(kiosk, facts(number, size_bytes), now=now, lifetime=timedelta(days=30), quota=quota)[0]


def store(upload: Upload, day: date = TODAY) -> None:
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.STORED)
    Package.objects.create(
        kiosk=upload.kiosk,
        package_id=upload.package_id,
        sha256=upload.sha256,
        size_bytes=upload.size_bytes,
        part=upload.part,
        received_day=day,
    )


def refused(kiosk: Kiosk, quota: Quota, number: int, size_bytes: int = 100, now: datetime = NOW) -> int:
    """The seconds after which to ask again."""
    with pytest.raises(Refusal) as caught:
        create(kiosk, quota, number, size_bytes, now)
    assert (caught.value.status, caught.value.code) == (429, "quota")
    return int(caught.value.headers["Retry-After"])


def test_without_a_quota_everything_is_let_in(kiosk: Kiosk) -> None:
    for number in range(50):
        create(kiosk, Quota(), number, 10**12)


def test_unfinished_uploads_are_bounded_and_room_comes_back(kiosk: Kiosk) -> None:
    quota = Quota(open_bytes=250)
    first = create(kiosk, quota, 1)
    create(kiosk, quota, 2)
    assert refused(kiosk, quota, 3) > 0
    assert create(kiosk, quota, 3, 50).size_bytes == 50
    store(first)
    create(kiosk, quota, 4)


def test_what_is_known_already_needs_no_room(kiosk: Kiosk) -> None:
    quota = Quota(open_bytes=100, daily_bytes=100)
    first = create(kiosk, quota, 1)
    refused(kiosk, quota, 2)
    assert create(kiosk, quota, 1).pk == first.pk


def test_a_day_is_unfinished_uploads_and_what_came_in_since_midnight(kiosk: Kiosk) -> None:
    quota = Quota(daily_bytes=300)
    store(create(kiosk, quota, 1))
    store(create(kiosk, quota, 2), day=TODAY - timedelta(days=1))
    create(kiosk, quota, 3)
    create(kiosk, quota, 4)
    assert refused(kiosk, quota, 5) == 3600
    assert refused(kiosk, quota, 5, now=NOW.replace(hour=23, minute=59, second=0)) == 61
    Upload.objects.filter(state=Upload.State.OPEN).update(state=Upload.State.STORED)
    create(kiosk, quota, 5, now=NOW + timedelta(days=1))


def test_what_came_by_courier_does_not_count(kiosk: Kiosk) -> None:
    Package.objects.create(kiosk=kiosk, package_id="9" * 32, sha256="9" * 64, size_bytes=10**9, part="listen", received_day=TODAY)
    create(kiosk, Quota(daily_bytes=200), 1)


def test_another_kiosks_uploads_do_not_count(kiosk: Kiosk) -> None:
    quota = Quota(open_bytes=100, daily_bytes=100)
    store(create(kiosk, quota, 1))
    create(Kiosk.objects.create(name="Other", secret_sha256="1" * 64), quota, 2)


def test_a_story_larger_than_the_quota_is_let_in_when_nothing_else_is_there(kiosk: Kiosk) -> None:
    quota = Quota(open_bytes=50, daily_bytes=50)
    create(kiosk, quota, 1, 10**9)
    refused(kiosk, quota, 2, 1)
