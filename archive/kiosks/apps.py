"""Django's entry for `archive.kiosks`."""

from __future__ import annotations

from django.apps import AppConfig


class KiosksConfig(AppConfig):
    name = "archive.kiosks"
    default_auto_field = "django.db.models.BigAutoField"
