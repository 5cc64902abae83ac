"""Uploads on their way in, packages that have arrived, and opened files that nobody owns yet."""

from __future__ import annotations

import secrets

from django.db import models

from archive.kiosks.models import Kiosk
from sync.contract.package import Part


def new_upload_id() -> str:
    """128 random bits as hex."""
    return secrets.token_hex(16)


class Upload(models.Model):
    """One resumable upload. `durable_offset` counts bytes that are on the medium and never goes back.

    `epoch` is raised by every request that takes the upload over: whoever holds an older one may commit nothing any more.
    """

    class State(models.TextChoices):
        OPEN = "open"
        VERIFYING = "verifying"
        STORED = "stored"
        FAILED = "failed"

    upload_id = models.CharField(max_length=32, primary_key=True, default=new_upload_id)
    kiosk = models.ForeignKey(Kiosk, on_delete=models.PROTECT, related_name="+")
    package_id = models.CharField(max_length=32)
    sha256 = models.CharField(max_length=64)
    part = models.CharField(max_length=8, choices=[(part.value, part.value) for part in Part])
    size_bytes = models.BigIntegerField()
    durable_offset = models.BigIntegerField(default=0)
    epoch = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    error = models.CharField(max_length=40, default="", blank=True)
    expires_at = models.DateTimeField()

    class Meta:
        app_label = "intake"
        constraints = (
            models.UniqueConstraint(fields=("kiosk", "sha256"), name="one_upload_per_content"),
            models.UniqueConstraint(fields=("kiosk", "package_id"), name="one_upload_per_package"),
        )


class Package(models.Model):
    """A sealed package that the archive owns: whole, verified, durable, and promised by a receipt.

    `reason` is the code of why it is quarantined. `received_day` is as fine as time gets here. Of a withdrawn one only the row is
    left, so that its kiosk still gets the receipt that lets it erase its own copy. `withdrawal_verifier` is known of those that were
    opened far enough and then quarantined: their teller's code has to find them too.
    """

    class State(models.TextChoices):
        STORED = "stored"
        OPENED = "opened"
        QUARANTINED = "quarantined"
        WITHDRAWN = "withdrawn"

    kiosk = models.ForeignKey(Kiosk, on_delete=models.PROTECT, related_name="+")
    package_id = models.CharField(max_length=32)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    part = models.CharField(max_length=8, choices=[(part.value, part.value) for part in Part])
    state = models.CharField(max_length=12, choices=State, default=State.STORED)
    reason = models.CharField(max_length=80, default="", blank=True)
    withdrawal_verifier = models.CharField(max_length=64, default="", blank=True, db_index=True)
    received_day = models.DateField()

    class Meta:
        app_label = "intake"
        constraints = (
            models.UniqueConstraint(fields=("kiosk", "package_id"), name="one_package_per_id"),
            models.UniqueConstraint(fields=("kiosk", "sha256"), name="one_package_per_content"),
        )


class LooseBlob(models.Model):
    """A blob that the opener is about to write and that no story owns yet, so that a killed opener leaves nothing opened behind."""

    blob_id = models.CharField(max_length=32, primary_key=True)
    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="loose_blobs")

    class Meta:
        app_label = "intake"
