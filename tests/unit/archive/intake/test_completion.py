"""Finishing an upload, and what a restart makes of everything that can be left half done."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from archive.core.events import Event
from archive.core.jobs import Job
from archive.intake.completion import finish_upload, recover_uploads
from archive.intake.models import Package, Upload
from archive.intake.spool import Spool
from archive.kiosks.models import Kiosk

pytestmark = pytest.mark.django_db
DATA = b"sealed bytes" * 1000
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    spool = Spool(tmp_path / "uploads", tmp_path / "packages")
    spool.prepare()
    return spool


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk.objects.create(name="Booth", secret_sha256="0" * 64)


def upload(kiosk: Kiosk, spool: Spool, data: bytes = DATA, *, durable: int | None = None, state: str = Upload.State.OPEN) -> Upload:
    row = Upload.objects.create(
        kiosk=kiosk,
        package_id="ab" * 16,
        sha256=SHA256,
        part="listen",
        size_bytes=len(DATA),
        durable_offset=len(DATA) if durable is None else durable,
        state=state,
        expires_at=timezone.now() + timedelta(days=1),
    )
    file = spool.open_at(row.upload_id, 0)
    file.write(data)
    file.close()
    return row


def fresh(row: Upload) -> Upload:
    return Upload.objects.get(pk=row.pk)


def assert_stored_once(spool: Spool) -> None:
    package = Package.objects.get()
    assert (package.sha256, package.size_bytes, package.state) == (SHA256, len(DATA), Package.State.STORED)
    assert spool.package_path(SHA256).read_bytes() == DATA
    assert Job.objects.get().payload == {"package": package.pk}
    assert list(Event.objects.values_list("code", flat=True)) == ["package.stored"]
    assert Upload.objects.get().state == Upload.State.STORED
    assert spool.upload_sizes() == {}


def test_a_whole_upload_becomes_a_package_with_its_job_and_event(kiosk: Kiosk, spool: Spool) -> None:
    row = upload(kiosk, spool)
    steps: list[str] = []
    assert finish_upload(row.upload_id, spool, on_step=steps.append) == "stored"
    assert steps == ["verifying", "hashed", "renamed", "committed"]
    assert_stored_once(spool)
    assert finish_upload(row.upload_id, spool) == "stored"
    assert_stored_once(spool)


def test_other_bytes_than_announced_are_refused_and_dropped(kiosk: Kiosk, spool: Spool) -> None:
    row = upload(kiosk, spool, DATA[:-1] + b"!")
    assert finish_upload(row.upload_id, spool) == "failed"
    assert fresh(row).error == "hash-mismatch"
    assert spool.upload_sizes() == {}
    assert not Package.objects.exists()
    assert not Job.objects.exists()


def test_a_disk_that_cannot_be_read_now_leaves_the_upload_open(kiosk: Kiosk, spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    row = upload(kiosk, spool)
    with monkeypatch.context() as patch:
        patch.setattr(Spool, "measure", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))
        with pytest.raises(OSError, match="Input/output"):
            finish_upload(row.upload_id, spool)
    assert fresh(row).state == Upload.State.OPEN
    assert finish_upload(row.upload_id, spool) == "stored"


def test_an_unfinished_upload_is_not_finished(kiosk: Kiosk, spool: Spool) -> None:
    row = upload(kiosk, spool, durable=10)
    assert finish_upload(row.upload_id, spool) == "open"
    assert not Package.objects.exists()


@pytest.mark.parametrize("state", [Upload.State.OPEN, Upload.State.VERIFYING])
@pytest.mark.parametrize("renamed", [False, True])
def test_a_restart_finishes_what_was_whole(kiosk: Kiosk, spool: Spool, state: str, renamed: bool) -> None:
    row = upload(kiosk, spool, state=state)
    if renamed:
        spool.promote(row.upload_id, SHA256)
    recover_uploads(spool)
    assert_stored_once(spool)
    recover_uploads(spool)
    assert_stored_once(spool)


def test_a_restart_cuts_off_what_was_never_acknowledged(kiosk: Kiosk, spool: Spool) -> None:
    row = upload(kiosk, spool, durable=100)
    recover_uploads(spool)
    assert spool.upload_sizes() == {row.upload_id: 100}
    assert (fresh(row).state, fresh(row).durable_offset) == (Upload.State.OPEN, 100)


@pytest.mark.parametrize("durable", [50, len(DATA)])
def test_acknowledged_bytes_that_are_gone_make_the_upload_begin_anew(
    kiosk: Kiosk, spool: Spool, durable: int, caplog: pytest.LogCaptureFixture
) -> None:
    row = upload(kiosk, spool, b"", durable=durable)
    if durable == len(DATA):
        spool.remove(row.upload_id)
    recover_uploads(spool)
    assert (fresh(row).state, fresh(row).error) == (Upload.State.FAILED, "upload-lost")
    assert not Package.objects.exists()


def test_a_restart_forgets_lapsed_uploads_and_strangers_files(kiosk: Kiosk, spool: Spool, tmp_path: Path) -> None:
    row = upload(kiosk, spool, durable=100)
    Upload.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    (tmp_path / "uploads" / ("f" * 32)).write_bytes(b"no row knows me")
    recover_uploads(spool)
    assert (fresh(row).state, fresh(row).error) == (Upload.State.FAILED, "expired")
    assert spool.upload_sizes() == {}
