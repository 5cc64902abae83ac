"""Carries one package one step further: one request or one commit. What went wrong with the package is settled here, what went
wrong with the link or the archive as a whole is raised.

A kill between any two lines loses nothing: the outbox says less than is true, never more, and the archive is asked before data is sent.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from pathlib import Path

from sync.contract.faults import BadReceipt, Fault
from sync.contract.package import META_PACKAGE_ID, META_PART, META_SHA256
from sync.enrolled import Enrolled
from sync.outbox import Outbox, PackageRow, State
from sync.package.signatures import verify_receipt
from sync.schedule import Cause, Clock, backoff_s, probe_s
from sync.sealed_file import check_sealed, erase_sealed, open_sealed
from sync.transport.faults import FileFault, HashMismatch, OffsetConflict, Refused, UploadGone
from sync.worker.budget import Budget, Counting
from sync.worker.line import Line
from sync.worker.ports import Archive
from sync.worker.turns import Turns

log = logging.getLogger("sync.worker")

# The commit points, in order; `on_step` hears each name right after it. `received` and `unlinked` lie between two commits.
STEPS = ("sending", "created", "sent", "slice", "delivered", "received", "confirmed", "unlinked", "erased")

# Real progress: fewer bytes than this may be what a link that is cut at once always gets through.
_PROGRESS_BYTES = 64 * 1024
_REJECTS_UNTIL_QUARANTINE = 3
_CUTS_UNTIL_LATER = 3

LeaveOff = Callable[[PackageRow, Counting], Callable[[], bool]]


class Carrier:
    """On the worker's thread. `leave_off` makes the question that is asked before each block: whether to stop in the middle."""

    def __init__(
        self,
        outbox: Outbox,
        archive: Archive,
        packages_dir: Path,
        enrolled: Enrolled,
        clock: Clock,
        rng: random.Random,
        on_step: Callable[[str], None],
        *,
        line: Line,
        turns: Turns,
        budget: Budget,
        leave_off: LeaveOff,
    ) -> None:
        self._outbox = outbox
        self._archive = archive
        self._packages_dir = packages_dir
        self._receipt_key = enrolled.receipt_key
        self._kiosk_id = enrolled.kiosk_id
        self._clock = clock
        self._rng = rng
        self._on_step = on_step
        self._line = line
        self._turns = turns
        self._budget = budget
        self._leave_off = leave_off
        # Offsets the archive told us in this process. Without one, HEAD comes before data.
        self._offsets: dict[str, int] = {}
        self.confirmed = 0
        self.erased = 0
        self.quarantined = 0

    def forget(self, package_id: str) -> None:
        """What the archive holds of it is asked for before the next byte."""
        self._offsets.pop(package_id, None)

    def forget_all(self) -> None:
        self._offsets.clear()

    def step(self, row: PackageRow) -> None:
        """One request. Raises RetryLater, Blocked, Cancelled; IllegalMove also where the package was settled by another way meanwhile."""
        try:
            if row.state is State.DELIVERED:
                self._fetch_receipt(row)
            elif row.state is State.QUEUED:
                self._begin(row)
            elif row.upload_url is None or row.upload_kiosk_id != self._kiosk_id:
                self._create(row)
            else:
                self._send(row, row.upload_url)
        except (FileFault, Refused) as fault:
            self._quarantine(row, fault.code)
        except UploadGone as fault:
            self._start_anew(row, fault, row.rejects)
        except HashMismatch as fault:
            self._damaged_on_the_way(row, fault)
        except OffsetConflict as fault:
            log.info("later %s", fault.code)
            self.try_later(row, Cause.SERVER)
        except BadReceipt as fault:
            # The ping proved that this is our archive, yet its receipt is not to be believed: people must look. Never erase.
            self.forget(row.package_id)
            until_s = self._clock.now_s() + probe_s("receipt", self._rng)
            self._outbox.move(row.package_id, State.BLOCKED, reason="receipt", next_try_at_s=until_s)
            log.warning("blocked %s", fault.code)

    def erase(self, row: PackageRow) -> None:
        """Needs no archive. Raises EnvironmentFault only for the outbox: a file that cannot be removed is tried again later."""
        self.forget(row.package_id)
        try:
            erase_sealed(self._packages_dir / _name(row))
        except OSError:
            wait_s = backoff_s(Cause.SERVER, row.attempts, self._rng)
            self._outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=self._clock.now_s() + wait_s)
            log.warning("erase-failed")
            return
        self._on_step("unlinked")
        if row.state is State.CONFIRMED:
            self._outbox.settle_erased(row.package_id)
        else:
            self._outbox.settle_withdrawn(row.package_id)
        self.erased += 1
        self._on_step("erased")
        log.info("erased")

    def try_later(self, row: PackageRow, cause: Cause, retry_after_s: float | None = None) -> None:
        """This package steps back; the others go on."""
        self.forget(row.package_id)
        wait_s = backoff_s(cause, row.attempts, self._rng, retry_after_s)
        self._outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=self._clock.now_s() + wait_s)

    def cut(self, row: PackageRow) -> bool:
        """The link broke under it. It keeps its place in the queue, unless that has happened too often without progress: then it may
        itself be the reason, and steps back, which is what is returned.
        """
        if row.attempts + 1 >= _CUTS_UNTIL_LATER:
            self.try_later(row, Cause.NETWORK)
            return True
        self.forget(row.package_id)
        self._outbox.note(row.package_id, attempts=row.attempts + 1)
        return False

    def _begin(self, row: PackageRow) -> None:
        with open_sealed(self._packages_dir / _name(row), row.size_bytes):
            self._outbox.move(row.package_id, State.SENDING)
        self._on_step("sending")

    def _create(self, row: PackageRow) -> None:
        metadata = {META_PACKAGE_ID: row.package_id, META_SHA256: row.sha256, META_PART: str(row.part)}
        upload = self._archive.tus.create(row.size_bytes, metadata)
        self._line.answered()
        # A crash right here is healed by the archive: creating the same content again gives the same upload.
        self._outbox.note(row.package_id, upload_url=upload.url, upload_kiosk_id=self._kiosk_id, offset_bytes=upload.offset_bytes)
        self._offsets[row.package_id] = upload.offset_bytes
        self._on_step("created")

    def _send(self, row: PackageRow, url: str) -> None:
        # Taken out, so that whatever goes wrong, the archive is asked before more is sent.
        offset = self._offsets.pop(row.package_id, None)
        if offset is None:
            held = self._archive.tus.offset(url, row.size_bytes)
            self._line.answered()
            self._progress(row, held, held - row.offset_bytes)
        elif offset < row.size_bytes:
            held = self._send_slice(row, url, offset)
            self._on_step("sent")
            self._progress(row, held, held - offset)
            self._turns.moved(row)
            self._on_step("slice")
        else:
            self._outbox.move(row.package_id, State.DELIVERED, offset_bytes=offset, sent_bytes=offset)
            self._on_step("delivered")

    def _send_slice(self, row: PackageRow, url: str, offset: int) -> int:
        tus = self._archive.tus
        counting = self._budget.counting(row, offset)
        try:
            with open_sealed(self._packages_dir / _name(row), row.size_bytes) as file:
                held = tus.send_slice(url, file, offset, row.size_bytes, counting.show, self._leave_off(row, counting))
        finally:
            counting.finish()
        self._line.answered()
        self._outbox.set_rate(tus.rate_bytes_per_s)
        return held

    def _progress(self, row: PackageRow, acknowledged: int, gained: int) -> None:
        """What a cut left at the archive counts as well: a link that gets something through each time is not given up on."""
        attempts = 0 if gained >= _PROGRESS_BYTES else row.attempts
        self._outbox.note(row.package_id, offset_bytes=acknowledged, sent_bytes=acknowledged, attempts=attempts)
        self._offsets[row.package_id] = acknowledged
        if gained >= _PROGRESS_BYTES or acknowledged == row.size_bytes:
            self._line.moved()

    def _fetch_receipt(self, row: PackageRow) -> None:
        signed = self._archive.receipt(row.package_id)
        verify_receipt(signed, self._receipt_key, package_id=row.package_id, sha256=row.sha256, size_bytes=row.size_bytes)
        self._on_step("received")
        # The receipt and the right to erase become durable together: from here on the archive owns the package.
        self._outbox.move(row.package_id, State.CONFIRMED, receipt=signed, next_try_at_s=0.0, attempts=0)
        self.confirmed += 1
        self._line.moved()
        self._turns.confirmed(row)
        self.forget(row.package_id)
        self._on_step("confirmed")
        log.info("confirmed")

    def _damaged_on_the_way(self, row: PackageRow, fault: Fault) -> None:
        """The archive holds other bytes than were sealed: if it is our file that changed, sending it again would not help."""
        try:
            check_sealed(self._packages_dir / _name(row), row.size_bytes, row.sha256)
        except FileFault as file_fault:
            self._quarantine(row, file_fault.code)
            return
        if row.rejects + 1 >= _REJECTS_UNTIL_QUARANTINE:
            self._quarantine(row, fault.code)
        else:
            self._start_anew(row, fault, row.rejects + 1)

    def _start_anew(self, row: PackageRow, fault: Fault, rejects: int) -> None:
        self._outbox.move(row.package_id, State.QUEUED, upload_url=None, offset_bytes=0, sent_bytes=0, rejects=rejects)
        log.info("later %s", fault.code)
        self.try_later(row, Cause.SERVER)

    def _quarantine(self, row: PackageRow, reason: str) -> None:
        self.forget(row.package_id)
        self._outbox.move(row.package_id, State.QUARANTINED, reason=reason)
        self.quarantined += 1
        log.warning("quarantined %s", reason)


def _name(row: PackageRow) -> str:
    assert row.file_name is not None, "only an erased package has no file"
    return row.file_name
