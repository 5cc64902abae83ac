"""Whether a clock can be believed. A device without a battery begins in 1970, and nothing may be thrown away on its word."""

from __future__ import annotations

from datetime import UTC, datetime

_EARLIEST_S = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
_LATEST_S = datetime(2056, 1, 1, tzinfo=UTC).timestamp()


def is_plausible(now_s: float) -> bool:
    return _EARLIEST_S <= now_s <= _LATEST_S
