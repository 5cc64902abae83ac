"""What goes into the outbox and what comes out of it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypedDict

from sync.contract.package import Part, is_package_id, is_sha256
from sync.contract.receipt import SignedReceipt, parse_signed_receipt
from sync.outbox.states import State


@dataclass(frozen=True)
class NewPackage:
    """`file_name` is a plain name inside the packages folder; `sha256` and `size_bytes` are of the sealed file."""

    package_id: str
    part: Part
    file_name: str
    sha256: str
    size_bytes: int

    def checked(self) -> NewPackage:
        """Itself. Raises ValueError when a name is more than a name, or an id or hash is none."""
        plain = Path(self.file_name).name == self.file_name and self.file_name not in ("", ".", "..") and "\\" not in self.file_name
        if not (plain and is_package_id(self.package_id) and is_sha256(self.sha256)):
            raise ValueError("package id, hash and file name must be plain")
        return self


@dataclass(frozen=True)
class PackageRow:
    """What the outbox knows of a package. An erased one keeps its ids, its hash, its size and the receipt: the rest is emptied.
    A withdrawn one keeps its ids alone.

    `upload_url` is where the archive takes it, from the kiosk `upload_kiosk_id` only. `offset_bytes` is what the archive
    acknowledged, `sent_bytes` what was handed to the network so far (for display only). `attempts` counts failures since the
    last real progress, `rejects` how often what arrived did not match its hash. `next_try_at_s` is Unix time. `reason` is a
    stable code and set exactly while blocked or quarantined. `exported_day` is when a copy went onto a stick; `must_go` that
    staff said "send now".
    """

    package_id: str
    group_id: str
    sha256: str
    size_bytes: int
    state: State
    part: Part | None
    file_name: str | None
    queued_day: str | None
    upload_url: str | None
    upload_kiosk_id: str | None
    offset_bytes: int
    sent_bytes: int
    attempts: int
    rejects: int
    next_try_at_s: float
    reason: str | None
    receipt: SignedReceipt | None
    exported_day: str | None
    must_go: bool


class PackageBrief(NamedTuple):
    """What staff see of a package. `received_day` is from its receipt; the rest as in `PackageRow`, states and parts as plain text."""

    package_id: str
    group_id: str
    part: str | None
    state: str
    size_bytes: int
    offset_bytes: int
    sent_bytes: int
    attempts: int
    reason: str | None
    queued_day: str | None
    exported_day: str | None
    must_go: int
    received_day: str | None


class Facts(TypedDict, total=False):
    """What may be written together with a move."""

    upload_url: str | None
    upload_kiosk_id: str | None
    offset_bytes: int
    sent_bytes: int
    attempts: int
    rejects: int
    next_try_at_s: float
    reason: str
    receipt: SignedReceipt


COLUMNS = ", ".join(PackageRow.__dataclass_fields__)
BRIEF_COLUMNS = ", ".join(PackageBrief._fields[:-1]) + ", receipt ->> '$.receipt.received_day'"

# The group id outlives erasing: a kiosk that crashed right after Send asks `has_group`, maybe long after the worker was done.
EMPTIED = {
    "part": None,
    "file_name": None,
    "queued_day": None,
    "upload_url": None,
    "upload_kiosk_id": None,
    "offset_bytes": 0,
    "sent_bytes": 0,
    "attempts": 0,
    "rejects": 0,
    "next_try_at_s": 0,
    "exported_day": None,
    "must_go": 0,
}
FORGOTTEN = {**EMPTIED, "sha256": "", "size_bytes": 0}


def package_row(row: sqlite3.Row) -> PackageRow:
    values = dict(row)
    values["state"] = State(values["state"])
    values["part"] = None if values["part"] is None else Part(values["part"])
    values["receipt"] = None if values["receipt"] is None else parse_signed_receipt(json.loads(values["receipt"]))
    values["must_go"] = bool(values["must_go"])
    return PackageRow(**values)
