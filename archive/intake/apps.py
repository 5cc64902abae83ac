"""Django's entry for `archive.intake`."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "archive.intake"
    default_auto_field = "django.db.models.BigAutoField"
