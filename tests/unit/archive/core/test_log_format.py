"""How the archive's log lines are made."""

from __future__ import annotations

from django.conf import settings


def test_every_handler_formats_so() -> None:
    formatter = settings.LOGGING["formatters"]["plain"]
    assert formatter["class"] == "sync.quiet_errors.QuietFormatter"
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"plain"}
