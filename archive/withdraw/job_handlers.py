"""Opening sealed requests, in the process that opens packages: the web server needs no identity for it."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from archive.core.jobs import Heartbeat, job_handler
from archive.core.keys import ingest_identities
from archive.intake.spool import Spool
from archive.withdraw.actions import OPEN_WITHDRAWAL, carry_out_request, refuse_request
from archive.withdraw.models import SealedRequest
from sync.contract.faults import BrokenPackage
from sync.package import open_withdrawal


@job_handler(OPEN_WITHDRAWAL)
def open_withdrawal_job(payload: dict[str, Any], heartbeat: Heartbeat) -> None:
    """`payload["sha256"]` names the request. Doing it again changes nothing."""
    row = SealedRequest.objects.filter(sha256=payload["sha256"]).first()
    if row is None:
        return
    heartbeat()
    try:
        request = open_withdrawal(bytes(row.sealed), ingest_identities(settings.ARCHIVE.keys_dir))
    except BrokenPackage as broken:
        refuse_request(sha256=row.sha256, reason=broken.code)
        return
    config = settings.ARCHIVE
    spool = Spool(config.uploads_dir, config.packages_dir)
    for upload_id in carry_out_request(sha256=row.sha256, request=request):
        spool.remove(upload_id)
