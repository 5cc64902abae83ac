"""Whether this laptop is fit to take stories: each finding a plain sentence, and what to do about it.

The facts come in as arguments; `kiosk.app` gathers them. Sentences are English source texts; the window translates them by `code`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.drafts.clock import is_plausible

# FLAC masters at 48 kHz mono take up to 3 MB a minute, and sealing needs the story's size once more.
_BYTES_PER_HOUR = 2 * 60 * 3_000_000
_FEW_HOURS = 2


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


def microphones(names: Sequence[str], chosen: str | None, muted: Sequence[str] = ()) -> Finding:
    """`chosen` is None while the system's own choice is used. `muted` are those that would be used and are turned off."""
    if not names:
        return Finding("microphone-none", Level.BAD, "No microphone was found. Plug one in, or check the system's settings.")
    if chosen is not None and chosen not in names:
        return Finding("microphone-gone", Level.BAD, "The chosen microphone is not plugged in. Plug it in, or choose another one.")
    if muted:
        return Finding("microphone-muted", Level.BAD, "The microphone is turned off in the system's settings. Turn it on there.")
    return Finding("microphone-good", Level.GOOD, "A microphone is ready.")


def loudspeaker(present: bool) -> Finding:
    if not present:
        return Finding("loudspeaker-none", Level.CAREFUL, "No loudspeaker was found. Nobody can listen to a page or an answer.")
    return Finding("loudspeaker-good", Level.GOOD, "A loudspeaker is ready.")


def clock(now_s: float) -> Finding:
    """A wrong clock breaks the connection to the archive and the month that a story carries."""
    if not is_plausible(now_s):
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


def passphrase(*, chosen: bool, typed: bool) -> Finding:
    """Where staff's passphrase guards unfinished stories instead of the system's key store."""
    if not chosen:
        return Finding("passphrase-none", Level.CAREFUL, "No staff passphrase was chosen. A story cut short by a crash is lost then.")
    if not typed:
        return Finding(
            "passphrase-missing", Level.CAREFUL, "The staff passphrase is not typed yet. Until then a crash loses an unfinished story."
        )
    return Finding("passphrase-good", Level.GOOD, "The staff passphrase was typed. Unfinished stories survive a crash.")


def disk_protection(protected: bool | None) -> Finding:
    """`None` where a program cannot tell."""
    if protected is None:
        return Finding("protection-unknown", Level.CAREFUL, "Please check that the system protects its disk with a password.")
    if not protected:
        return Finding("protection-none", Level.CAREFUL, "The system's disk is not protected. Whoever takes this device could find traces.")
    return Finding("protection-good", Level.GOOD, "The system protects its disk.")


def memory_on_disk(*, swap_in_clear: bool | None, hibernates_in_clear: bool | None) -> Sequence[Finding]:
    """Only what is amiss: the system may write the memory, with what was just said, to a disk that anybody can read."""
    findings = []
    if swap_in_clear:
        findings.append(Finding("swap-open", Level.CAREFUL, "The system may write its memory to the disk. Turn off its swap space."))
    if hibernates_in_clear:
        findings.append(Finding("hibernation-open", Level.CAREFUL, "The system may save its memory when it sleeps. Turn off hibernation."))
    return findings


def awake(possible: bool) -> Finding:
    if not possible:
        return Finding(
            "awake-none",
            Level.CAREFUL,
            "This device may fall asleep while somebody speaks. Switch off its sleep in the system's settings.",
        )
    return Finding("awake-good", Level.GOOD, "This device stays awake while somebody speaks.")


def enrolment(enrolled: bool) -> Finding:
    if not enrolled:
        return Finding("archive-none", Level.BAD, "This device is not connected to an archive yet. Enter an enrolment code.")
    return Finding("archive-good", Level.GOOD, "This device knows its archive.")


def worker(alive: bool) -> Finding:
    if not alive:
        return Finding("worker-gone", Level.BAD, "The part that sends stories is not running. Close this program and start it again.")
    return Finding("worker-good", Level.GOOD, "The part that sends stories is running.")


def voices(unusable: int) -> Sequence[Finding]:
    """Of the readings that were recorded or copied here; nothing to say while all of them can be played."""
    if not unusable:
        return ()
    return (Finding("voices-unusable", Level.CAREFUL, "Recordings of the voice that cannot be used: {count}.", {"count": unusable}),)
