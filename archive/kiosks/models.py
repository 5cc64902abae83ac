"""Kiosks and the one-time tokens that make them. Secrets are kept as SHA-256 only: they are 256 random bits, so nothing slower helps."""

from __future__ import annotations

import secrets

from django.db import models


def new_kiosk_id() -> str:
    """64 random bits as hex."""
    return secrets.token_hex(8)


class Kiosk(models.Model):
    """One enrolled laptop. `name` is what staff call it; `event_id` goes into the stories it records."""

    kiosk_id = models.CharField(max_length=16, primary_key=True, default=new_kiosk_id)
    name = models.CharField(max_length=120)
    event_id = models.CharField(max_length=64, null=True)
    secret_sha256 = models.CharField(max_length=64)
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
