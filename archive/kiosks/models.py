"""Kiosks, the one-time tokens that make them, and what they are asked to do.

Secrets are kept as SHA-256 only: they are 256 random bits, so nothing slower helps.
"""

from __future__ import annotations

import secrets

from django.db import models


def new_kiosk_id() -> str:
    """64 random bits as hex."""
    return secrets.token_hex(8)


class Kiosk(models.Model):
    """One enrolled laptop. `name` is what staff call it; `event_id` goes into the stories it records.

    `next_secret_sha256` is that of a token which the kiosk has announced and not used yet; its first use ends the one before.
    `courier_key` is the Ed25519 key (hex) that vouches for what it puts on a stick; empty as long as it has told none.
    """

    kiosk_id = models.CharField(max_length=16, primary_key=True, default=new_kiosk_id)
    name = models.CharField(max_length=120)
    event_id = models.CharField(max_length=64, null=True)
    secret_sha256 = models.CharField(max_length=64)
    next_secret_sha256 = models.CharField(max_length=64, default="", blank=True)
    courier_key = models.CharField(max_length=64, default="", blank=True)
    revoked = models.BooleanField(default=False)

    class Meta:
        app_label = "kiosks"

    def __str__(self) -> str:
        return self.name


class EnrolmentToken(models.Model):
    """A token inside an enrolment code. `used` flips exactly once, by a conditional UPDATE."""

    token_sha256 = models.CharField(max_length=64, primary_key=True)
    kiosk_name = models.CharField(max_length=120)
    event_id = models.CharField(max_length=64, null=True)
    expires_at = models.DateTimeField()
    used = models.BooleanField(default=False)

    class Meta:
        app_label = "kiosks"


class PolicyVersion(models.Model):
    """One policy for all kiosks, never changed: the newest row holds. `version` only rises, also across a restored backup.

    The last three are what the laptops' links may cost (`sync.contract.policy`); None: as each laptop has it.
    """

    version = models.BigIntegerField(primary_key=True)
    recipients = models.JSONField()
    max_answer_minutes = models.PositiveIntegerField(null=True)
    languages = models.JSONField(default=list)
    on_metered = models.CharField(max_length=16, null=True)
    cap_kbit_s = models.PositiveIntegerField(null=True)
    monthly_mb = models.PositiveIntegerField(null=True)

    class Meta:
        app_label = "kiosks"
