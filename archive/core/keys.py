"""The archive's own keys, each in a file of mode 0600 under `keys/`.

`ingest-identity.txt` opens what kiosks seal; `reserve-identity.txt` is a second way in that belongs on paper or a stick in a safe, not
here; `recipients.txt` is what kiosks seal to; `receipt-key.hex` signs receipts (Ed25519); `django-secret.txt` signs sessions.
"""

from __future__ import annotations

import functools
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from archive.core.durable import fsync_dir, write_private_file
from sync.contract.enrolment import archive_id, fingerprint
from sync.contract.faults import BadInput, EnvironmentFault
from sync.package import new_signing_key, public_key_of
from sync.package.identity import new_age_key, parse_identity_file

INGEST_FILE, RESERVE_FILE, RECIPIENTS_FILE = "ingest-identity.txt", "reserve-identity.txt", "recipients.txt"
RECEIPT_KEY_FILE, DJANGO_SECRET_FILE = "receipt-key.hex", "django-secret.txt"


class KeysMissing(EnvironmentFault):
    """The folder is not an archive yet, or its keys were moved away or damaged."""


@dataclass(frozen=True)
class ArchiveKeys:
    """`receipt_signing_key` and `receipt_key` (its public half) as hex; `recipients` are age recipients, ingest first."""

    receipt_signing_key: str = field(repr=False)
    receipt_key: str
    recipients: tuple[str, ...]

    @property
    def archive_id(self) -> str:
        return archive_id(self.receipt_key)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.receipt_key, self.recipients)


def create_keys(keys_dir: Path) -> None:
    """All keys or none: they are written to a folder beside and renamed into place. Raises FileExistsError when there are keys."""
    if keys_dir.exists():
        raise FileExistsError(keys_dir)
    making = keys_dir.with_name(keys_dir.name + "." + secrets.token_hex(4))
    making.mkdir(mode=0o700)
    ingest, reserve = new_age_key(), new_age_key()
    signing_key, _public = new_signing_key()
    files = {
        INGEST_FILE: ingest.to_file(),
        RESERVE_FILE: reserve.to_file(),
        RECIPIENTS_FILE: f"{ingest.recipient}\n{reserve.recipient}\n",
        RECEIPT_KEY_FILE: f"{signing_key}\n",
        DJANGO_SECRET_FILE: f"{secrets.token_urlsafe(48)}\n",
    }
    for name, text in files.items():
        write_private_file(making / name, text.encode("ascii"))
    fsync_dir(making)
    os.rename(making, keys_dir)
    fsync_dir(keys_dir.parent)


@functools.cache
def load_keys(keys_dir: Path) -> ArchiveKeys:
    """Raises KeysMissing."""
    try:
        signing_key = (keys_dir / RECEIPT_KEY_FILE).read_text(encoding="ascii").strip()
        recipients = tuple((keys_dir / RECIPIENTS_FILE).read_text(encoding="ascii").split())
    except FileNotFoundError as error:
        raise KeysMissing("keys-missing", "This folder is not an archive yet. Run: idr-archive init") from error
    return ArchiveKeys(signing_key, public_key_of(signing_key), recipients)


def archive_keys() -> ArchiveKeys:
    """The keys of the archive that the settings name."""
    return load_keys(settings.ARCHIVE.keys_dir)


def ingest_identities(keys_dir: Path) -> list[str]:
    """What opens the packages that kiosks seal to this archive. Raises KeysMissing, also for a file of another archive."""
    text = _identity_file(keys_dir / INGEST_FILE)
    recipients = load_keys(keys_dir).recipients
    try:
        # Former identities stay in the file: kiosks that have not heard of a new recipient yet still seal to them.
        keys = parse_identity_file(text)
    except BadInput as error:
        raise KeysMissing("identity-damaged", f"{INGEST_FILE} is damaged.") from error
    if not any(key.recipient in recipients for key in keys):
        # Without this check every waiting package would be taken for one that was sealed to somebody else.
        raise KeysMissing("identity-other", f"{INGEST_FILE} belongs to another archive.")
    return [key.identity for key in keys]


def read_identities(path: Path) -> list[str]:
    """The `AGE-SECRET-KEY-1…` lines of any identity file. Raises KeysMissing, and BadInput for a file that holds something else."""
    return [key.identity for key in parse_identity_file(_identity_file(path))]


def _identity_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise KeysMissing("identity-missing", f"There is no identity file {path.name}.") from error
