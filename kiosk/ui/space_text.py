"""How much more can be recorded, in plain words: on this device, and in this answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

# FLAC chunks in the draft, and the sealed copies that Send makes beside them, measured at 48 kHz mono.
BYTES_PER_MINUTE = 2 * 3_000_000
_ENOUGH_MINUTES = 20 * 60
LEAST_MINUTES = 5
# From here on it is said clearly that an answer cannot be longer.
NEAR_END_MS = 5 * 60_000


def minutes_left(free_bytes: int) -> int:
    return free_bytes // BYTES_PER_MINUTE


def space_text(free_bytes: int) -> str:
    """One short sentence; exact numbers would only worry."""
    minutes = minutes_left(free_bytes)
    if minutes >= _ENOUGH_MINUTES:
        return QCoreApplication.translate("Space", "Plenty of space left on this device")
    if minutes >= 120:
        return QCoreApplication.translate("Space", "About %n hours of space left on this device", "", minutes // 60)
    if minutes >= LEAST_MINUTES:
        return QCoreApplication.translate("Space", "About %n minutes of space left on this device", "", minutes)
    return QCoreApplication.translate("Space", "This device is almost full. Please call staff.")


def answer_left_text(left_ms: int) -> str:
    """How long this answer can still become; it stops by itself at the end."""
    minutes = left_ms // 60_000
    if minutes < 1:
        return QCoreApplication.translate("Space", "Less than a minute left for this answer")
    return QCoreApplication.translate("Space", "About %n minutes left for this answer", "", minutes)
