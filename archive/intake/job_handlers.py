"""Background work of the intake."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from archive.core.blobs import blob_store
from archive.core.jobs import Heartbeat, job_handler
from archive.core.keys import ingest_identities
from archive.intake.completion import OPEN_PACKAGE
from archive.intake.erasing import ERASE_PACKAGE, erase_package
from archive.intake.models import Package
from archive.intake.opener import open_stored_package
from archive.intake.spool import Spool


@job_handler(OPEN_PACKAGE)
def open_package_job(payload: dict[str, Any], heartbeat: Heartbeat) -> None:
    """`payload["package"]` is the row's key."""
    config = settings.ARCHIVE
    package = Package.objects.get(pk=payload["package"])
    path = Spool(config.uploads_dir, config.packages_dir).package_path(package.sha256)
    open_stored_package(package.pk, path, ingest_identities(config.keys_dir), blob_store(), heartbeat=heartbeat)


@job_handler(ERASE_PACKAGE)
def erase_package_job(payload: dict[str, Any], heartbeat: Heartbeat) -> None:
    """`payload["package"]` is the row's key."""
    heartbeat()
    config = settings.ARCHIVE
    erase_package(payload["package"], Spool(config.uploads_dir, config.packages_dir), blob_store())
