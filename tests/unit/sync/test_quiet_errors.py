"""What goes wrong is logged by type and place; what was said stays out."""

from __future__ import annotations

import logging
import sys
from typing import Any

from sync.quiet_errors import QuietFormatter


def record_of(error: Any) -> logging.LogRecord:
    return logging.LogRecord("archive", logging.ERROR, __file__, 1, "job failed", (), error)


SAID = "what Amina said"


def fail() -> None:
    try:
        int(SAID)
    except ValueError as inner:
        raise KeyError(SAID) from inner


def test_types_and_lines_are_there_and_messages_are_not() -> None:
    try:
        fail()
    except KeyError:
        text = QuietFormatter("{levelname} {message}", style="{").format(record_of(sys.exc_info()))
    assert text.startswith("ERROR job failed\nKeyError\n")
    assert "ValueError" in text
    assert "raise KeyError(SAID)" in text
    assert SAID not in text
