"""Lengths of time as digits."""

from __future__ import annotations


def clock_text(duration_ms: int) -> str:
    """mm:ss in Western digits in every language (they are what phones show), minutes beyond 99 as they are."""
    minutes, seconds = divmod(duration_ms // 1000, 60)
    return f"{minutes:02d}:{seconds:02d}"
