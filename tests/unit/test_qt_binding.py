"""A guard against a fault of the Qt binding itself (docs/decisions/0001-qt-widgets.md)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_their_reference_to_none() -> None:
    """PySide6 6.12.0 drops one per call; before Python 3.12 the process dies of it after some thousand calls."""
    calls = 500
    watched = QObject()
    watched.setObjectName("a")  # whatever is set up once is set up before the count
    before = sys.getrefcount(None)
    for _ in range(calls):
        watched.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) < calls // 10
