"""Django's entry for `archive.core`."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "archive.core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each app that does work in the background says so in its own `job_handlers.py`; core knows none of them by name.
        autodiscover_modules("job_handlers")
