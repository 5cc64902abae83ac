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
from archive.intake.tus_protocol import PackageFacts
from archive.kiosks.models import Kiosk
from sync.contract.package import Part

OPEN_PACKAGE = "open-package"
HASH_MISMATCH = "hash-mismatch"
UPLOAD_LOST = "upload-lost"

OnStep = Callable[[str], None]
Clock = Callable[[], datetime]

log = logging.getLogger("archive.intake")


def no_step(_step: str) -> None:
    """For everyone but a test that kills the process here."""


class Completion:
    """One complete upload on its way to being owned. The methods are called in this order; `claim`, `settle` and `give_back` are database
    work, each one transaction that has to be on the disk before the next call; the others are disk work and block. `code` is why the
    upload was refused, empty if it was not.
    """

    def __init__(self, upload_id: str, spool: Spool, *, on_step: OnStep = no_step, clock: Clock = timezone.now) -> None:
        self._upload_id, self._spool, self._on_step, self._clock = upload_id, spool, on_step, clock
        self.code = ""

    def claim(self) -> bool:
        """Of several callers at a time one gets True and does the work."""
        complete = Upload.objects.filter(pk=self._upload_id, state=Upload.State.OPEN, durable_offset=F("size_bytes"))
        return bool(complete.update(state=Upload.State.VERIFYING) == 1)

    def secure(self, sha256: str, size_bytes: int) -> None:
        """Re-reads the whole file and, if it is what was announced, gives it its place among the packages. Raises OSError."""
        self._on_step("verifying")
        measured = self._spool.measure(self._upload_id, sha256)
        self._on_step("hashed")
        if measured != (sha256, size_bytes):
            self.code = UPLOAD_LOST if measured is None else HASH_MISMATCH
            return
        self._spool.promote(self._upload_id, sha256)
        self._on_step("renamed")

    def settle(self) -> str:
        """The commit point. The state that the upload ends in."""
        upload = Upload.objects.select_related("kiosk").get(pk=self._upload_id)
        if self.code:
            _refuse(upload=upload, code=self.code)
            return str(Upload.State.FAILED)
        _store(upload=upload, clock=self._clock)
        return str(Upload.State.STORED)

    def conclude(self) -> None:
        """After the commit: what was refused need not lie here any more. Raises OSError."""
        self._on_step("refused" if self.code else "committed")
        if self.code:
            self._spool.remove(self._upload_id)

    def give_back(self) -> None:
        """After an OSError: the upload is open again, with all its bytes."""
        Upload.objects.filter(pk=self._upload_id, state=Upload.State.VERIFYING).update(state=Upload.State.OPEN)


def finish_upload(upload_id: str, spool: Spool, *, on_step: OnStep = no_step, clock: Clock = timezone.now) -> str:
    """Verifies and stores a complete upload, all in the calling thread; the state it ends in.

    Of several callers at a time one does the work, the others get the state they find. Raises OSError as the disk gives it;
    the upload is then open again, with all its bytes.
    """
    completion = Completion(upload_id, spool, on_step=on_step, clock=clock)
    claimed = completion.claim()
    upload = Upload.objects.get(pk=upload_id)
    if not claimed:
        return str(upload.state)
    try:
        completion.secure(upload.sha256, upload.size_bytes)
    except OSError:
        completion.give_back()
        raise
    state = completion.settle()
    completion.conclude()
    return state


@action
def _refuse(*, upload: Upload, code: str) -> None:
    fail_upload(upload.upload_id, code)
    record_event("upload.refused", actor=kiosk_actor(upload.kiosk_id), subject=f"package:{upload.package_id}", facts={"error": code})


@action
def _store(*, upload: Upload, clock: Clock) -> None:
    facts = PackageFacts(upload.package_id, upload.sha256, Part(upload.part), upload.size_bytes)
    is_new = own_package(upload.kiosk, facts, clock=clock)
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.STORED, durable_offset=upload.size_bytes)
    if not is_new:
        unchanged()


def own_package(kiosk: Kiosk, facts: PackageFacts, *, clock: Clock, **told: str) -> bool:
    """In the caller's action: once it commits, the archive owns this package, whose file lies in its place and was verified, and a job
    will open it. False when that was so before. `told` goes into the log, as codes.
    """
    package, is_new = Package.objects.get_or_create(
        kiosk=kiosk,
        package_id=facts.package_id,
        defaults={"sha256": facts.sha256, "size_bytes": facts.size_bytes, "part": facts.part, "received_day": clock().date()},
    )
    if is_new:
        enqueue(OPEN_PACKAGE, str(package.pk), {"package": package.pk}, clock=clock)
        told = {"sha256": facts.sha256, **told}
        record_event("package.stored", actor=kiosk_actor(kiosk.kiosk_id), subject=f"package:{facts.package_id}", facts={**told})
    return is_new


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
