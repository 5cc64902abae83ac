"""An archive folder and a database of its own for every unit test of the archive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from archive.configuration import ArchiveConfig


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The test database is a file: threads that share SQLite's in-memory database trip over each other's table locks."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def archive_config(settings: Any, tmp_path: Path) -> ArchiveConfig:
    """What `settings.ARCHIVE` is during the test; its folder does not exist yet."""
    settings.ARCHIVE = replace(settings.ARCHIVE, dir=tmp_path / "archive")
    # The real hasher is slow on purpose.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    config: ArchiveConfig = settings.ARCHIVE
    return config
