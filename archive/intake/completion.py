"""From "all bytes are here" to "the archive owns it", and what a restart does with whatever a crash left in between.

    bytes durable ─ verifying ─ hashed ─ renamed ─ committed ─ (204 to the kiosk)

`committed` is the commit point: package row, its job and its event in one transaction. Killed before it, the next start
repeats the steps from the file, wherever it lies; killed after it, everything is done but the answer, and asking again gets it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from archive.core.actions import action, unchanged
from archive.core.events import kiosk_actor, record_event
from archive.core.jobs import enqueue
from archive.intake.ledger import fail_upload
from archive.intake.models import Package, Upload
from archive.intake.spool import Spool

OPEN_PACKAGE = "open-package"
HASH_MISMATCH = "hash-mismatch"
UPLOAD_LOST = "upload-lost"

OnStep = Callable[[str], None]
Clock = Callable[[], datetime]

log = logging.getLogger("archive.intake")


def no_step(_step: str) -> None:
    """For everyone but a test that kills the process here."""


def finish_upload(upload_id: str, spool: Spool, *, on_step: OnStep = no_step, clock: Clock = timezone.now) -> str:
    """Verifies and stores a complete upload; the state it ends in. Blocking: re-reads the whole file.

    Of several callers at a time one does the work, the others get the state they find. Raises OSError as the disk gives it;
    the upload is then open again, with all its bytes.
    """
    complete = Upload.objects.filter(pk=upload_id, state=Upload.State.OPEN, durable_offset=F("size_bytes"))
    if complete.update(state=Upload.State.VERIFYING) != 1:
        return str(Upload.objects.values_list("state", flat=True).get(pk=upload_id))
    on_step("verifying")
    try:
        return _verify_and_store(upload_id, spool, on_step, clock)
    except OSError:
        Upload.objects.filter(pk=upload_id, state=Upload.State.VERIFYING).update(state=Upload.State.OPEN)
        raise


def _verify_and_store(upload_id: str, spool: Spool, on_step: OnStep, clock: Clock) -> str:
    upload = Upload.objects.select_related("kiosk").get(pk=upload_id)
    measured = spool.measure(upload_id, upload.sha256)
    on_step("hashed")
    if measured != (upload.sha256, upload.size_bytes):
        _refuse(upload=upload, code=UPLOAD_LOST if measured is None else HASH_MISMATCH)
        on_step("refused")
        spool.remove(upload_id)
        return str(Upload.State.FAILED)
    spool.promote(upload_id, upload.sha256)
    on_step("renamed")
    _store(upload=upload, clock=clock)
    on_step("committed")
    return str(Upload.State.STORED)


@action
def _refuse(*, upload: Upload, code: str) -> None:
    fail_upload(upload.upload_id, code)
    record_event("upload.refused", actor=kiosk_actor(upload.kiosk_id), subject=f"package:{upload.package_id}", facts={"error": code})


@action
def _store(*, upload: Upload, clock: Clock) -> None:
    package, is_new = Package.objects.get_or_create(
        kiosk=upload.kiosk,
        package_id=upload.package_id,
        defaults={
            "sha256": upload.sha256,
            "size_bytes": upload.size_bytes,
            "part": upload.part,
            "received_day": clock().date(),
        },
    )
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.STORED, durable_offset=upload.size_bytes)
    if not is_new:
        unchanged()
        return
    enqueue(OPEN_PACKAGE, str(package.pk), {"package": package.pk}, clock=clock)
    record_event(
        "package.stored", actor=kiosk_actor(upload.kiosk_id), subject=f"package:{upload.package_id}", facts={"sha256": upload.sha256}
    )


def recover_uploads(spool: Spool, *, clock: Clock = timezone.now, on_step: OnStep = no_step) -> None:
    """Run once before the door opens: finishes or forgets everything that a crash or a power cut left half done."""
    spool.prepare()
    sizes = spool.upload_sizes()
    # Nobody verifies while the door is shut, so whatever says so was interrupted.
    Upload.objects.filter(state=Upload.State.VERIFYING).update(state=Upload.State.OPEN)
    Upload.objects.filter(state=Upload.State.OPEN, expires_at__lte=clock()).update(state=Upload.State.FAILED, error="expired")
    for upload in list(Upload.objects.filter(state=Upload.State.OPEN)):
        if upload.durable_offset == upload.size_bytes:
            finish_upload(upload.upload_id, spool, clock=clock, on_step=on_step)
        elif sizes.get(upload.upload_id, 0) < upload.durable_offset:
            log.error("upload %s: acknowledged bytes are gone, it begins anew", upload.upload_id)
            fail_upload(upload.upload_id, UPLOAD_LOST)
        elif sizes.get(upload.upload_id, 0) > upload.durable_offset:
            file = spool.open_at(upload.upload_id, upload.durable_offset)
            file.sync()
            file.close()
    unfinished = set(Upload.objects.filter(state=Upload.State.OPEN).values_list("upload_id", flat=True))
    for name in sizes:
        if name not in unfinished:
            spool.remove(name)
