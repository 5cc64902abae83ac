"""Whose turn it is: every `listen` before any `master`, the oldest first, and now and then a master that has waited for long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sync.contract.package import Part
from sync.limits import Hold
from sync.outbox import Outbox, PackageRow
from sync.schedule import Clock

# After so many listening copies in a row, one slice of a master that has waited for more than a day (docs/decisions/0018).
LISTENS_BEFORE_A_MASTER = 8
# A package knows its day and not its hour: two midnights are at least 24 hours.
_AGED_DAYS = 2


class Turns:
    """On the worker's thread."""

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._listens = 0

    def next(self, hold: Hold) -> PackageRow | None:
        """The package the archive is asked about next, by one request."""
        now_s = self._clock.now_s()
        if self._listens >= LISTENS_BEFORE_A_MASTER:
            queued_by = datetime.fromtimestamp(now_s, UTC).date() - timedelta(days=_AGED_DAYS)
            aged = self._outbox.aged_master(now_s, hold, queued_by.isoformat())
            if aged is not None:
                return aged
        return self._outbox.next_to_send(now_s, hold)

    def confirmed(self, row: PackageRow) -> None:
        if row.part is Part.LISTEN:
            self._listens += 1

    def moved(self, row: PackageRow) -> None:
        """A slice of it has arrived."""
        if row.part is Part.MASTER:
            self._listens = 0
