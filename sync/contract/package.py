"""A package: one sealed part of a story, its names and its limits (docs/formats.md)."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum

SEALED_SUFFIX = ".age"
BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

STORY_JSON = "data/story.json"
CONSENT_JSON = "data/consent.json"
HELP_JSON = "data/help.json"

_PACKAGE_ID = re.compile(r"[0-9a-f]{32}\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class Part(StrEnum):
    """`listen` travels first and is enough to hear the story; `master` follows."""

    LISTEN = "listen"
    MASTER = "master"


@dataclass(frozen=True)
class Limits:
    """What a strict reader accepts at most. Far above any real story, far below what hurts a server."""

    package_bytes: int = 2 * 1024**3
    members: int = 64
    member_bytes: int = 1024**3
    json_bytes: int = 256 * 1024


LIMITS = Limits()

# The keys of tus `Upload-Metadata` that the archive reads. Nothing else about the story travels outside the seal.
META_PACKAGE_ID = "package_id"
META_SHA256 = "sha256"
META_PART = "part"


def new_package_id() -> str:
    """128 random bits as 32 hex digits; says nothing about time, machine or story."""
    return secrets.token_hex(16)


def is_package_id(text: str) -> bool:
    return bool(_PACKAGE_ID.match(text))


def is_sha256(text: str) -> bool:
    return bool(_SHA256.match(text))


def answer_path(number: int, prompt_id: str, suffix: str) -> str:
    """`data/answers/1-why.flac`: numbered so that they sort as they were told."""
    return f"data/answers/{number}-{prompt_id}{suffix}"


def photo_path(number: int) -> str:
    return f"data/photos/{number:02d}.jpg"


def bag_name(story_id: str, part: Part) -> str:
    """The bag's base directory inside the tar (RFC 8493 section 4.2)."""
    return f"{story_id}-{part}"
