"""Fixtures over `story_samples`; the conftests of archive tests import them by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.utils import translation
from story_samples import Shelf, user

from archive.configuration import ArchiveConfig
from archive.core.blobs import blob_store
from archive.core.keys import create_keys
from archive.core.policy import Role
from archive.kiosks.models import Kiosk


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Django keeps the language of the last request for the thread."""
    with translation.override("en"):
        yield


@pytest.fixture
def shelf(db: None, archive_config: ArchiveConfig) -> Shelf:
    """An archive of the test's own with keys and blobs, and one kiosk."""
    archive_config.dir.mkdir()
    create_keys(archive_config.keys_dir)
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
