"""Fixtures over `story_samples`; the conftests of archive tests import them by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from story_samples import Shelf, user

from archive.core.blobs import blob_store
from archive.core.keys import create_keys
from archive.core.policy import Role
from archive.kiosks.models import Kiosk


@pytest.fixture
def shelf(db: None, settings: Any, tmp_path: Path) -> Shelf:
    """An archive folder of the test's own with keys and blobs, and one kiosk."""
    settings.ARCHIVE = replace(settings.ARCHIVE, dir=tmp_path)
    # Argon-like hashing of passwords is not what these tests are about.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    create_keys(tmp_path / "keys")
    return Shelf(blob_store(), Kiosk.objects.create(name="booth", secret_sha256="0" * 64))


@pytest.fixture
def reviewer(shelf: Shelf) -> User:
    return user("rosa", Role.REVIEWER)


@pytest.fixture
def second_reviewer(shelf: Shelf) -> User:
    return user("samir", Role.REVIEWER)


@pytest.fixture
def administrator(shelf: Shelf) -> User:
    return user("admin", Role.ADMINISTRATOR)
