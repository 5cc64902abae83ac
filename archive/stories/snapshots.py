"""Hashes over what an approval relies on, so that a change of any of it is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sync.contract.canonical import canonical_json
from sync.contract.story import Consent, IdentityKind, Use, Voice


def consent_hash(consent: Consent, identity_kind: IdentityKind, voice: Voice) -> str:
    """Hex SHA-256 over uses, the texts that were shown, what she confirmed, and how she wants to appear.

    The name itself is left out: a hash over few unknown characters can be guessed, and this one travels into approvals.
    """
    confirmed = {
        "own_wish": consent.own_wish,
        "adult": consent.adult,
        "understood": consent.understood,
        "text_languages": consent.text_languages,
    }
    return _sha256(
        {
            # Left out where there is nothing, so that the hash of a consent from before these were asked stays as it was.
            **{key: value for key, value in confirmed.items() if value},
            "uses": {use: consent.uses.get(use, False) for use in Use},
            "texts": consent.texts,
            "interface_language": consent.interface_language,
            "heard_aloud": consent.heard_aloud,
            "identity": identity_kind,
            "voice": voice,
        }
    )


@dataclass(frozen=True)
class FileFacts:
    """One file of a rendition. `kind` is `audio` or `photo`; `prompt` and `duration_ms` belong to sound, `caption` to photos."""

    kind: str
    position: int
    prompt: str
    caption: str
    duration_ms: int
    sha256: str


def rendition_hash(files: Sequence[FileFacts], *, shown_name: str | None, consent_sha256: str) -> str:
    """Hex SHA-256 over all that the public would get and the consent it was made under."""
    return _sha256({"files": [asdict(file) for file in files], "shown_name": shown_name, "consent": consent_sha256})


def _sha256(value: object) -> str:
    return hashlib.sha256(canonical_json(value)).hexdigest()
