from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from story_fixtures import administrator, english, reviewer, second_reviewer, shelf

__all__ = ["administrator", "english", "reviewer", "second_reviewer", "shelf"]


@pytest.fixture(autouse=True)
def nothing_tried_yet() -> Iterator[None]:
    """Tries are counted in this process's memory."""
    cache.clear()
    yield
    cache.clear()
