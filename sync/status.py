"""What staff see of the outbox: plain states instead of the worker's own. Needs no network code and no window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sync.contract.faults import EnvironmentFault
from sync.enrolled import Enrolled, load_enrolled
from sync.outbox import TAKEN_BACK, Outbox, PackageRow, State
from sync.outbox.lock import is_held

OUTBOX_FILE = "outbox.sqlite3"
PACKAGES_DIR = "packages"
LOCK_FILE = "worker.lock"


class PlainState(StrEnum):
    """saved here → waiting → sent → the archive has it."""

    SAVED_HERE = "saved-here"  # safe on this device and going nowhere by itself: not enrolled, or stepped aside
    WAITING = "waiting"
    SENT = "sent"  # the archive has every byte and has not signed for them yet
    ARCHIVED = "archived"


_PLAIN = {
    State.QUEUED: PlainState.WAITING,
    State.SENDING: PlainState.WAITING,
    State.BLOCKED: PlainState.WAITING,
    State.DELIVERED: PlainState.SENT,
    State.CONFIRMED: PlainState.ARCHIVED,
    State.ERASED: PlainState.ARCHIVED,
    State.QUARANTINED: PlainState.SAVED_HERE,
}


@dataclass(frozen=True)
class PackageStatus:
    """`sent_bytes` is what was handed to the network so far; `reason` says why it is blocked or stepped aside."""

    package_id: str
    group_id: str
    part: str | None
    state: PlainState
    size_bytes: int
    sent_bytes: int
    attempts: int
    reason: str | None
    queued_day: str | None
    received_day: str | None


@dataclass(frozen=True)
class Status:
    """`fault` is the code of what makes the enrolment unreadable; `blocked_reason` is the one that holds everything up.

    What its teller took back is neither shown nor counted; `withdrawals_waiting` says how many requests have to travel.
    """

    enrolled: bool
    archive_url: str | None
    fingerprint: str | None
    fault: str | None
    worker_running: bool
    blocked_reason: str | None
    counts: dict[PlainState, int]
    waiting_bytes: int
    packages: tuple[PackageStatus, ...]
    withdrawals_waiting: int = 0

    def to_lines(self) -> Iterator[dict[str, Any]]:
        """JSON-ready: first the whole, then one object per package, oldest first. Stable for other programs."""
        whole = asdict(self)
        packages = whole.pop("packages")
        yield {"kind": "status", **whole}
        for package in packages:
            yield {"kind": "package", **package}


def read_status(data_dir: Path) -> Status:
    """Reads and changes nothing but an outbox of an older version. Raises EnvironmentFault when the outbox cannot be read."""
    fault: str | None = None
    enrolled: Enrolled | None = None
    try:
        enrolled = load_enrolled(data_dir)
    except EnvironmentFault as damaged:
        fault = damaged.code
    rows, withdrawals_waiting = _rows(data_dir / OUTBOX_FILE)
    packages = tuple(_package(row, enrolled is not None) for row in rows)
    found = Counter(package.state for package in packages)
    return Status(
        enrolled=enrolled is not None,
        archive_url=None if enrolled is None else enrolled.url,
        fingerprint=None if enrolled is None else enrolled.fingerprint,
        fault=fault,
        worker_running=is_held(data_dir / LOCK_FILE),
        blocked_reason="revoked"
        if enrolled is not None and enrolled.revoked
        else next((row.reason for row in rows if row.state is State.BLOCKED), None),
        counts={state: found[state] for state in PlainState},
        waiting_bytes=sum(row.size_bytes - row.offset_bytes for row in rows if _PLAIN[row.state] is PlainState.WAITING),
        packages=packages,
        withdrawals_waiting=withdrawals_waiting,
    )


def _rows(path: Path) -> tuple[list[PackageRow], int]:
    if not path.exists():
        return [], 0
    with Outbox(path) as outbox:
        return [row for row in outbox.packages() if row.state not in TAKEN_BACK], outbox.withdrawals.count()


def _package(row: PackageRow, enrolled: bool) -> PackageStatus:
    plain = _PLAIN[row.state]
    if plain is PlainState.WAITING and not enrolled:
        plain = PlainState.SAVED_HERE
    return PackageStatus(
        package_id=row.package_id,
        group_id=row.group_id,
        part=row.part,
        state=plain,
        size_bytes=row.size_bytes,
        sent_bytes=row.size_bytes if plain is PlainState.ARCHIVED else max(row.sent_bytes, row.offset_bytes),
        attempts=row.attempts,
        reason=row.reason,
        queued_day=row.queued_day,
        received_day=None if row.receipt is None else row.receipt.receipt.received_day,
    )
