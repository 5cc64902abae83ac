"""Getting rid of opened files and sealed packages, each file before its row, so that a kill at any moment only means doing it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from archive.core.blobs import BlobStore
from archive.core.events import record_event
from archive.core.jobs import enqueue
from archive.intake.models import LooseBlob, Package
from archive.intake.spool import Spool

ERASE_PACKAGE = "erase-package"


def discard_loose(loose_blobs: Any, store: BlobStore) -> None:
    """Deletes the blobs of these `LooseBlob` rows."""
    for loose in list(loose_blobs):
        store.delete(loose.blob_id)
        loose.delete()


def withdraw_packages(packages: Iterable[Package], *, clock: Callable[[], datetime] = timezone.now) -> None:
    """In the caller's transaction: these are not to be opened or kept any more. Their rows stay, so that their kiosks get their receipts
    and erase their copies; the job worker erases the files.
    """
    for package in packages:
        if package.state == Package.State.WITHDRAWN:
            continue
        package.state, package.reason, package.withdrawal_verifier = Package.State.WITHDRAWN, "", ""
        package.save(update_fields=["state", "reason", "withdrawal_verifier"])
        enqueue(ERASE_PACKAGE, str(package.pk), {"package": package.pk}, clock=clock)
        record_event("package.withdrawn", subject=f"package:{package.package_id}")


def erase_package(package_pk: int, spool: Spool, store: BlobStore) -> None:
    """Erases what was opened from a withdrawn package, and its sealed file. Raises OSError."""
    package = Package.objects.get(pk=package_pk)
    discard_loose(LooseBlob.objects.filter(package=package), store)
    # Packages are stored by their hash: another kiosk may have sent the very same bytes.
    if not Package.objects.filter(sha256=package.sha256).exclude(state=Package.State.WITHDRAWN).exists():
        spool.remove_package(package.sha256)
