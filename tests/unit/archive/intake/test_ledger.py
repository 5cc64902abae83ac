"""What the database grants an upload: one row per content, the newest writer only, offsets that never go back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from archive.intake import ledger
from archive.intake.models import Upload
from archive.intake.tus_protocol import PackageFacts, Refusal
from archive.kiosks.models import Kiosk
from sync.contract.package import Part

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FACTS = PackageFacts("ab" * 16, "cd" * 32, Part.LISTEN, 1000)


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk.objects.create(name="Booth", secret_sha256="0" * 64)


def create(kiosk: Kiosk, facts: PackageFacts = FACTS, now: datetime = NOW) -> tuple[Upload, list[str]]:
    return ledger.create_upload(kiosk, facts, now=now, lifetime=DAY)


def status(refused: pytest.ExceptionInfo[Refusal]) -> tuple[int, str]:
    return refused.value.status, refused.value.code


def test_creating_again_finds_the_same_upload(kiosk: Kiosk) -> None:
    first, _ = create(kiosk)
    again, lapsed = create(kiosk)
    assert again.pk == first.pk
    assert lapsed == []


@pytest.mark.parametrize(
    "other",
    [
        PackageFacts("ef" * 16, FACTS.sha256, Part.LISTEN, 1000),
        PackageFacts(FACTS.package_id, "ef" * 32, Part.LISTEN, 1000),
        PackageFacts(FACTS.package_id, FACTS.sha256, Part.MASTER, 1000),
        PackageFacts(FACTS.package_id, FACTS.sha256, Part.LISTEN, 999),
    ],
)
def test_saying_something_else_about_the_same_package_is_refused(kiosk: Kiosk, other: PackageFacts) -> None:
    create(kiosk)
    with pytest.raises(Refusal) as refused:
        create(kiosk, other)
    assert status(refused) == (409, "different-package")


def test_two_kiosks_do_not_meet(kiosk: Kiosk) -> None:
    mine, _ = create(kiosk)
    stranger = Kiosk.objects.create(name="Other", secret_sha256="1" * 64)
    theirs, _ = create(stranger)
    assert theirs.pk != mine.pk
    for look in (ledger.find_upload, ledger.take_over):
        with pytest.raises(Refusal) as refused:
            look(stranger, mine.pk, now=NOW)
        assert status(refused) == (404, "unknown")
    assert Upload.objects.get(pk=mine.pk).epoch == 0


def test_a_lapsed_upload_is_gone_and_makes_way(kiosk: Kiosk) -> None:
    first, _ = create(kiosk)
    with pytest.raises(Refusal) as refused:
        ledger.find_upload(kiosk, first.pk, now=NOW + DAY)
    assert status(refused) == (410, "expired")
    again, lapsed = create(kiosk, now=NOW + DAY)
    assert again.pk != first.pk
    assert lapsed == [first.pk]


def test_a_refused_upload_is_gone_and_makes_way_even_for_other_content(kiosk: Kiosk) -> None:
    first, _ = create(kiosk)
    ledger.fail_upload(first.pk, "hash-mismatch")
    with pytest.raises(Refusal) as refused:
        ledger.find_upload(kiosk, first.pk, now=NOW)
    assert status(refused) == (410, "hash-mismatch")
    _, lapsed = create(kiosk, PackageFacts(FACTS.package_id, "ef" * 32, Part.LISTEN, 1000))
    assert lapsed == [first.pk]


def test_each_byte_that_arrives_extends_the_time(kiosk: Kiosk) -> None:
    create(kiosk)
    held = ledger.take_over(kiosk, Upload.objects.get().pk, now=NOW)
    assert ledger.commit_offset(held, 10, expires_at=NOW + 2 * DAY)
    assert ledger.find_upload(kiosk, held.pk, now=NOW + DAY).durable_offset == 10


def test_an_older_writer_commits_nothing(kiosk: Kiosk) -> None:
    create(kiosk)
    older = ledger.take_over(kiosk, Upload.objects.get().pk, now=NOW)
    newer = ledger.take_over(kiosk, older.pk, now=NOW)
    assert newer.epoch == older.epoch + 1
    assert not ledger.commit_offset(older, 10, expires_at=NOW + DAY)
    assert not ledger.drop_upload(older)
    assert ledger.commit_offset(newer, 20, expires_at=NOW + DAY)
    assert Upload.objects.get().durable_offset == 20


def test_an_offset_never_goes_back(kiosk: Kiosk) -> None:
    create(kiosk)
    held = ledger.take_over(kiosk, Upload.objects.get().pk, now=NOW)
    assert ledger.commit_offset(held, 20, expires_at=NOW + DAY)
    assert not ledger.commit_offset(held, 19, expires_at=NOW + DAY)
    assert Upload.objects.get().durable_offset == 20


def test_a_stored_upload_can_be_neither_dropped_nor_failed(kiosk: Kiosk) -> None:
    create(kiosk)
    held = ledger.take_over(kiosk, Upload.objects.get().pk, now=NOW)
    Upload.objects.update(state=Upload.State.STORED)
    assert not ledger.drop_upload(held)
    ledger.fail_upload(held.pk, "hash-mismatch")
    assert ledger.find_upload(kiosk, held.pk, now=NOW + 100 * DAY).state == Upload.State.STORED
