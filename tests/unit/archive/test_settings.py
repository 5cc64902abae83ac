"""What every page tells the browser."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client


@pytest.mark.django_db
def test_pages_allow_nothing_from_elsewhere_and_nothing_inline(client: Client) -> None:
    page = client.get("/about/")
    policy = {rule.split()[0]: rule.split()[1:] for rule in page["Content-Security-Policy"].split(";")}
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["media-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in page["Content-Security-Policy"]
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "same-origin"
    assert page["X-Frame-Options"] == "DENY"


def test_static_files_are_sent_whole_and_validated_when_asked_again(client: Client) -> None:
    first = client.get("/static/site/site.css")
    assert first.status_code == 200
    assert not first.streaming
    assert first["Content-Type"].startswith("text/css")
    assert int(first["Content-Length"]) == len(first.content) > 0
    again = client.get("/static/site/site.css", headers={"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")


def test_debug_is_never_on_and_cookies_are_not_for_scripts() -> None:
    assert settings.DEBUG is False
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
