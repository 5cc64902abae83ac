"""Whether this laptop is fit to take stories: each finding a plain sentence, and what to do about it.

The facts come in as arguments; `kiosk.app` gathers them. Sentences are English source texts; the window translates them by `code`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

# FLAC masters at 48 kHz mono take up to 3 MB a minute, and sealing needs the story's size once more.
_BYTES_PER_HOUR = 2 * 60 * 3_000_000
_FEW_HOURS = 2
_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
_LATEST = datetime(2056, 1, 1, tzinfo=UTC)


class Level(StrEnum):
    GOOD = "good"
    CAREFUL = "careful"  # works, but look at it today
    BAD = "bad"  # do not take stories until it is mended


@dataclass(frozen=True)
class Finding:
    """`code` is stable; `values` fill the sentence's placeholders (`{hours}`), so that a translation can use them too."""

    code: str
    level: Level
    template: str
    values: dict[str, int] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return self.template.format(**self.values)


def hours_left(free_bytes: int) -> int:
    """Whole hours of sound for which there is room."""
    return free_bytes // _BYTES_PER_HOUR


def disk(free_bytes: int) -> Finding:
    hours = hours_left(free_bytes)
    if hours == 0:
        return Finding("disk-full", Level.BAD, "There is no room for more stories. Send what waits, or free some space.")
    if hours <= _FEW_HOURS:
        return Finding("disk-low", Level.CAREFUL, "There is room for about {hours} more hours of sound.", {"hours": hours})
    return Finding("disk-good", Level.GOOD, "There is room for about {hours} hours of sound.", {"hours": hours})


def microphones(names: Sequence[str], chosen: str | None) -> Finding:
    """`chosen` is None while the system's own choice is used."""
    if not names:
        return Finding("microphone-none", Level.BAD, "No microphone was found. Plug one in, or check the system's settings.")
    if chosen is not None and chosen not in names:
        return Finding("microphone-gone", Level.BAD, "The chosen microphone is not plugged in. Plug it in, or choose another one.")
    return Finding("microphone-good", Level.GOOD, "A microphone is ready.")


def loudspeaker(present: bool) -> Finding:
    if not present:
        return Finding("loudspeaker-none", Level.CAREFUL, "No loudspeaker was found. Nobody can listen to a page or an answer.")
    return Finding("loudspeaker-good", Level.GOOD, "A loudspeaker is ready.")


def clock(now_s: float) -> Finding:
    """A wrong clock breaks the connection to the archive and the month that a story carries."""
    if not _EARLIEST.timestamp() <= now_s <= _LATEST.timestamp():
        return Finding("clock-wrong", Level.BAD, "The date of this device is wrong. Set it in the system's settings.")
    return Finding("clock-good", Level.GOOD, "The date looks right.")


def keyring(usable: bool) -> Finding:
    if not usable:
        return Finding(
            "keyring-none",
            Level.CAREFUL,
            "The system's key store cannot be used. A story cut short by a crash is lost then.",
        )
    return Finding("keyring-good", Level.GOOD, "The system's key store works.")


def enrolment(enrolled: bool) -> Finding:
    if not enrolled:
        return Finding("archive-none", Level.BAD, "This device is not connected to an archive yet. Enter an enrolment code.")
    return Finding("archive-good", Level.GOOD, "This device knows its archive.")


def worker(alive: bool) -> Finding:
    if not alive:
        return Finding("worker-gone", Level.BAD, "The part that sends stories is not running. Close this program and start it again.")
    return Finding("worker-good", Level.GOOD, "The part that sends stories is running.")
