"""PySide6 6.12.0 loses a reference to None per call on Python 3.11, and the process dies within seconds (docs/decisions)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_lose_no_reference_to_none() -> None:
    watched = QObject()
    for _ in range(50):
        watched.setObjectName("a")
    before = sys.getrefcount(None)
    for _ in range(500):
        watched.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) < 50
