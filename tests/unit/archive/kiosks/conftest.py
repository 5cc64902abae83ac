from __future__ import annotations

import pytest

from archive.configuration import ArchiveConfig
from archive.core.keys import ArchiveKeys, create_keys, load_keys


@pytest.fixture
def keys(archive_config: ArchiveConfig) -> ArchiveKeys:
    archive_config.dir.mkdir()
    create_keys(archive_config.keys_dir)
    return load_keys(archive_config.keys_dir)
