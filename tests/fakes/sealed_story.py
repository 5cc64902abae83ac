"""Whole sealed packages for tests of the archive's intake: real sound, real photos, real age files. Needs Django to be set up."""

from __future__ import annotations

import functools
import io
import math
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import soundfile
from story_samples import Telling, jpeg, opus

from sync.contract.package import CONSENT_JSON, HELP_JSON, STORY_JSON, Part, bag_name
from sync.contract.story import consent_json, help_json, story_json
from sync.package import Member, SealedFile, seal_package

Change = Callable[[list[Member]], list[Member]]


@functools.cache
def flac(seconds: int = 2, tone_hz: int = 220) -> bytes:
    """FLAC of a soft tone."""
    time = np.arange(48_000 * seconds) / 48_000
    out = io.BytesIO()
    soundfile.write(out, 0.2 * np.sin(2 * math.pi * tone_hz * time), 48_000, format="FLAC", subtype="PCM_16")
    return out.getvalue()


def package_members(telling: Telling, part: Part) -> list[Member]:
    """What the kiosk puts into this part of the story."""
    story = telling.story(part)
    sound = opus if part is Part.LISTEN else flac
    members = [Member(STORY_JSON, story_json(story)), Member(CONSENT_JSON, consent_json(telling.consent()))]
    if telling.help_request is not None and part is Part.LISTEN:
        members.append(Member(HELP_JSON, help_json(telling.help_request)))
    members += [Member(answer.file, sound(answer.duration_ms // 1000)) for answer in story.answers]
    members += [Member(photo.file, jpeg(number)) for number, photo in enumerate(story.photos)]
    return members


def sealed_story(
    folder: Path,
    recipients: Iterable[str],
    telling: Telling | None = None,
    part: Part = Part.LISTEN,
    *,
    change: Change = list,
    name: str | None = None,
) -> SealedFile:
    """One part, sealed into a file of random name in `folder`. `change` may spoil the members first, `name` the bag's name."""
    telling = telling or Telling()
    members = change(package_members(telling, part))
    bag = name or bag_name(telling.story_id, part)
    return seal_package(members, bag_name=bag, recipients=recipients, destination=folder / f"{secrets.token_hex(8)}.age")


def without(path: str) -> Change:
    """Leaves one member out."""
    return lambda members: [member for member in members if member.path != path]


def replacing(path: str, data: bytes) -> Change:
    """Puts other bytes under a path, or adds the path."""
    return lambda members: [*without(path)(members), Member(path, data)]
