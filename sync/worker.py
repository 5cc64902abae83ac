"""The sync worker: takes sealed packages from the outbox to the archive, and erases them only for a verified receipt.

It moves one package by one step at a time (one request or one commit), then asks the outbox again what matters most. So a new
`listen` part overtakes a long `master` at the next slice, and nothing at the head of the queue can hold up what is behind it.
A kill between any two lines loses nothing: the outbox says less than is true, never more, and the archive is asked before data is sent.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

from sync.awake import Awake
from sync.contract.faults import BadReceipt, EnvironmentFault, Fault
from sync.contract.package import META_PACKAGE_ID, META_PART, META_SHA256
from sync.contract.receipt import SignedReceipt
from sync.contract.withdrawal_request import WithdrawalReceipt
from sync.enrolled import Enrolled
from sync.outbox import ERASABLE, IllegalMove, Outbox, PackageRow, State, WaitingWithdrawal
from sync.package.signatures import verify_receipt
from sync.schedule import Cause, Clock, backoff_s, probe_s
from sync.sealed_file import check_sealed, erase_sealed, open_sealed
from sync.transport.faults import (
    Blocked,
    Cancelled,
    FileFault,
    HashMismatch,
    OffsetConflict,
    Refused,
    RetryLater,
    Superseded,
    UploadGone,
    revoked,
)
from sync.transport.tus import Upload
from sync.withdrawal_sender import WithdrawalSender

log = logging.getLogger("sync.worker")

# Real progress: fewer bytes than this may be what a link that is cut at once always gets through.
_PROGRESS_BYTES = 64 * 1024
_SHOW_PROGRESS_EVERY_S = 5.0
_REJECTS_UNTIL_QUARANTINE = 3
_POLL_S = 1.0
_DISK_WAIT_S = 15.0

# The commit points, in order; `on_step` hears each name right after it. `received` and `unlinked` lie between two commits.
STEPS = ("sending", "created", "sent", "slice", "delivered", "received", "confirmed", "unlinked", "erased")


class Stop(Protocol):
    def is_set(self) -> bool: ...

    def wait(self, timeout: float | None = None) -> bool: ...


class Uploads(Protocol):
    def create(self, size_bytes: int, metadata: dict[str, str]) -> Upload: ...

    def offset(self, url: str, size_bytes: int) -> int: ...

    def send_slice(
        self,
        url: str,
        file: BinaryIO,
        offset_bytes: int,
        size_bytes: int,
        on_progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> int: ...


class Archive(Protocol):
    @property
    def tus(self) -> Uploads: ...

    def ping(self, nonce: str) -> None: ...

    def receipt(self, package_id: str) -> SignedReceipt: ...

    def withdraw(self, sealed: bytes) -> WithdrawalReceipt: ...


class Upkeep(Protocol):
    """`sync.upkeep`, which keeps token and policy fresh."""

    @property
    def revoked(self) -> bool: ...

    def is_due(self) -> bool: ...

    def put_off(self) -> None: ...

    def run(self) -> None: ...

    def explain(self, fault: Blocked) -> Blocked: ...


@dataclass
class Summary:
    """What one pass came to. `waiting` counts what still has to travel, whatever for."""

    confirmed: int = 0
    erased: int = 0
    quarantined: int = 0
    waiting: int = 0
    stopped_by: str | None = None


class Worker:
    """One per data folder (the caller holds the lock). Lives on one thread."""

    def __init__(
        self,
        outbox: Outbox,
        archive: Archive,
        packages_dir: Path,
        enrolled: Enrolled,
        clock: Clock,
        rng: random.Random,
        on_step: Callable[[str], None] = lambda step: None,
        *,
        awake: Awake,
        upkeep: Upkeep,
    ) -> None:
        self._outbox = outbox
        self._archive = archive
        self._packages_dir = packages_dir
        self._receipt_key = enrolled.receipt_key
        self._kiosk_id = enrolled.kiosk_id
        self._clock = clock
        self._rng = rng
        self._on_step = on_step
        self._awake = awake
        self._upkeep = upkeep
        self._withdrawals = WithdrawalSender(outbox, archive, enrolled.receipt_key, clock, rng, on_step)
        self._stop: Stop = threading.Event()
        self._summary = Summary()
        self._link_failures = 0
        self._proven = False
        # Offsets the archive told us in this process. Without one, HEAD comes before data.
        self._offsets: dict[str, int] = {}

    def run(self, stop: Stop) -> None:
        """Works until `stop` is set: wakes within a second of a change in the outbox, and when something becomes due."""
        seen: int | None = None
        while not stop.is_set():
            try:
                # Read before the pass: what is added during it makes the next comparison fail.
                counter = self._outbox.change_counter()
                if counter != seen or self._outbox.is_due(self._clock.now_s()) or self._upkeep.is_due():
                    seen = counter
                    self.run_once(stop)
                stop.wait(_POLL_S)
            except EnvironmentFault as fault:
                # The disk, not the link. Every commit so far holds; what is in memory may be ahead of it.
                self._offsets.clear()
                log.error("%s", fault.code)
                stop.wait(_DISK_WAIT_S)

    def run_once(self, stop: Stop | None = None) -> Summary:
        """Goes through everything due until nothing is due any more, the archive cannot be reached, or `stop` is set."""
        self._stop = stop or self._stop
        self._summary = Summary()
        try:
            self._go_through()
        finally:
            self._awake.hold(False)
        self._summary.waiting = self._outbox.waiting_count()
        return self._summary

    def _go_through(self) -> None:
        self._outbox.unblock_due(self._clock.now_s())
        self._proven = False
        going_on = True
        while going_on and not self._stop.is_set():
            row = self._outbox.next_due(self._clock.now_s())
            if row is not None and row.state in ERASABLE:
                self._erase(row)
            elif self._upkeep.is_due():
                going_on = self._visit(self._upkeep.run, self._upkeep_later)
            elif (withdrawal := self._withdrawals.due()) is not None:
                going_on = self._take_back(withdrawal)
            elif row is not None:
                going_on = self._go_on_with(row)
            else:
                return

    def _take_back(self, withdrawal: WaitingWithdrawal) -> bool:
        try:
            return self._visit(partial(self._withdrawals.send, withdrawal), partial(self._withdraw_later, withdrawal))
        except EnvironmentFault:
            raise
        except Exception:
            self._withdrawals.try_later(withdrawal, Cause.SERVER, None)
            raise

    def _go_on_with(self, row: PackageRow) -> bool:
        try:
            return self._visit(partial(self._step, row), partial(self._fault_later, row))
        except EnvironmentFault:
            raise
        except Exception as error:
            if isinstance(error, IllegalMove) and self._outbox.is_taken_back(row.package_id):
                # Its teller took it back while we were at work on it. What is to be erased comes next.
                self._forget(row)
                return True
            # A bug of ours must reach the top. But whoever starts the worker again shall find this package at the back.
            self._outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=self._probe_at_s("bug"))
            raise

    def _visit(self, step: Callable[[], None], try_later: Callable[[RetryLater], None]) -> bool:
        """One step at the archive, which is asked for its proof before the first. False: nothing more can be done in this pass."""
        try:
            if self._upkeep.revoked:
                raise revoked()
            if not self._proven:
                self._archive.ping(f"{self._rng.getrandbits(128):032x}")
                self._proven = True
                # Only with an archive that answers: a device that finds none may sleep as it likes.
                self._awake.hold(True)
            step()
        except Superseded:
            self._summary.stopped_by = "enrolled-anew"
            return False
        except Cancelled:
            if self._stop.is_set():
                self._summary.stopped_by = "stopped"
        except Blocked as fault:
            self._upkeep.put_off()
            self._block(self._upkeep.explain(fault))
            return False
        except RetryLater as fault:
            if not self._proven:
                self._upkeep.put_off()
                self._link_down(fault)
                return False
            try_later(fault)
            # If this was the link and not the package, the next ping says so before another package suffers.
            self._proven = fault.cause is not Cause.NETWORK
        return True

    def _fault_later(self, row: PackageRow, fault: RetryLater) -> None:
        self._try_later(row, fault, fault.cause, fault.retry_after_s)

    def _upkeep_later(self, fault: RetryLater) -> None:
        # It has put itself off, and no story waits for it.
        log.info("later %s", fault.code)

    def _withdraw_later(self, withdrawal: WaitingWithdrawal, fault: RetryLater) -> None:
        self._withdrawals.try_later(withdrawal, fault.cause, fault.retry_after_s)
        log.info("later %s", fault.code)

    def _step(self, row: PackageRow) -> None:
        """One request for one package. Lets through only what concerns the link or the archive as a whole."""
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
            self._try_later(row, fault, Cause.SERVER, None)
        except BadReceipt as fault:
            # The ping proved that this is our archive, yet its receipt is not to be believed: people must look. Never erase.
            self._forget(row)
            self._outbox.move(row.package_id, State.BLOCKED, reason="receipt", next_try_at_s=self._probe_at_s("receipt"))
            log.warning("blocked %s", fault.code)

    def _begin(self, row: PackageRow) -> None:
        with open_sealed(self._path(row), row.size_bytes):
            self._outbox.move(row.package_id, State.SENDING)
        self._on_step("sending")

    def _create(self, row: PackageRow) -> None:
        metadata = {META_PACKAGE_ID: row.package_id, META_SHA256: row.sha256, META_PART: str(row.part)}
        upload = self._archive.tus.create(row.size_bytes, metadata)
        # A crash right here is healed by the archive: creating the same content again gives the same upload.
        self._outbox.note(row.package_id, upload_url=upload.url, upload_kiosk_id=self._kiosk_id, offset_bytes=upload.offset_bytes)
        self._offsets[row.package_id] = upload.offset_bytes
        self._on_step("created")

    def _send(self, row: PackageRow, url: str) -> None:
        offset = self._offsets.get(row.package_id)
        if offset is None:
            held = self._archive.tus.offset(url, row.size_bytes)
            self._progress(row, held, held - row.offset_bytes)
        elif offset < row.size_bytes:
            with open_sealed(self._path(row), row.size_bytes) as file:
                leave_off = self._leave_off_of(row.package_id)
                held = self._archive.tus.send_slice(url, file, offset, row.size_bytes, self._progress_of(row.package_id), leave_off)
            self._on_step("sent")
            self._progress(row, held, held - offset)
            self._on_step("slice")
        else:
            self._outbox.move(row.package_id, State.DELIVERED, offset_bytes=offset, sent_bytes=offset)
            self._on_step("delivered")

    def _progress(self, row: PackageRow, acknowledged: int, gained: int) -> None:
        """What a cut left at the archive counts as well: a link that gets something through each time is not given up on."""
        self._offsets[row.package_id] = acknowledged
        attempts = 0 if gained >= _PROGRESS_BYTES else row.attempts
        self._outbox.note(row.package_id, offset_bytes=acknowledged, sent_bytes=acknowledged, attempts=attempts)
        if gained >= _PROGRESS_BYTES or acknowledged == row.size_bytes:
            self._link_failures = 0

    def _progress_of(self, package_id: str) -> Callable[[int], None]:
        """Shows what is on its way, seldom enough that its commits cost nothing."""
        shown_at_s = self._clock.monotonic_s()

        def show(sent_bytes: int) -> None:
            nonlocal shown_at_s
            if self._clock.monotonic_s() - shown_at_s >= _SHOW_PROGRESS_EVERY_S:
                shown_at_s = self._clock.monotonic_s()
                self._outbox.note(package_id, sent_bytes=sent_bytes)

        return show

    def _leave_off_of(self, package_id: str) -> Callable[[], bool]:
        """Asked before each block: whether to stop in the middle, because the program ends or the teller took the story back."""
        seen = self._outbox.change_counter()

        def leave_off() -> bool:
            nonlocal seen
            if self._stop.is_set():
                return True
            counter = self._outbox.change_counter()
            if counter == seen:
                return False
            seen = counter
            return self._outbox.is_taken_back(package_id)

        return leave_off

    def _fetch_receipt(self, row: PackageRow) -> None:
        signed = self._archive.receipt(row.package_id)
        verify_receipt(signed, self._receipt_key, package_id=row.package_id, sha256=row.sha256, size_bytes=row.size_bytes)
        self._on_step("received")
        # The receipt and the right to erase become durable together: from here on the archive owns the package.
        self._outbox.move(row.package_id, State.CONFIRMED, receipt=signed, next_try_at_s=0.0, attempts=0)
        self._summary.confirmed += 1
        self._link_failures = 0
        self._forget(row)
        self._on_step("confirmed")
        log.info("confirmed")

    def _erase(self, row: PackageRow) -> None:
        self._forget(row)
        try:
            erase_sealed(self._path(row))
        except OSError:
            wait_s = backoff_s(Cause.SERVER, row.attempts, self._rng)
            self._outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=self._clock.now_s() + wait_s)
            log.warning("erase-failed")
            return
        self._on_step("unlinked")
        if row.state is State.CONFIRMED:
            self._outbox.move(row.package_id, State.ERASED)
        else:
            self._outbox.settle_withdrawn(row.package_id)
        self._summary.erased += 1
        self._on_step("erased")
        log.info("erased")

    def _path(self, row: PackageRow) -> Path:
        assert row.file_name is not None, "only an erased package has no file"
        return self._packages_dir / row.file_name

    def _damaged_on_the_way(self, row: PackageRow, fault: Fault) -> None:
        """The archive holds other bytes than were sealed: if it is our file that changed, sending it again would not help."""
        try:
            check_sealed(self._path(row), row.size_bytes, row.sha256)
        except FileFault as file_fault:
            self._quarantine(row, file_fault.code)
            return
        if row.rejects + 1 >= _REJECTS_UNTIL_QUARANTINE:
            self._quarantine(row, fault.code)
        else:
            self._start_anew(row, fault, row.rejects + 1)

    def _start_anew(self, row: PackageRow, fault: Fault, rejects: int) -> None:
        self._outbox.move(row.package_id, State.QUEUED, upload_url=None, offset_bytes=0, sent_bytes=0, rejects=rejects)
        self._try_later(row, fault, Cause.SERVER, None)

    def _try_later(self, row: PackageRow, fault: Fault, cause: Cause, retry_after_s: float | None) -> None:
        self._forget(row)
        wait_s = backoff_s(cause, row.attempts, self._rng, retry_after_s)
        self._outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=self._clock.now_s() + wait_s)
        log.info("later %s", fault.code)

    def _quarantine(self, row: PackageRow, reason: str) -> None:
        self._forget(row)
        self._outbox.move(row.package_id, State.QUARANTINED, reason=reason)
        self._summary.quarantined += 1
        log.warning("quarantined %s", reason)

    def _block(self, fault: Blocked) -> None:
        self._offsets.clear()
        self._outbox.block_waiting(fault.code, self._probe_at_s(fault.code))
        self._summary.stopped_by = fault.code
        log.warning("blocked %s", fault.code)

    def _link_down(self, fault: RetryLater) -> None:
        self._offsets.clear()
        wait_s = backoff_s(fault.cause, self._link_failures, self._rng, fault.retry_after_s)
        self._link_failures += 1
        now_s = self._clock.now_s()
        self._outbox.postpone_waiting(now_s + wait_s, now_s)
        self._summary.stopped_by = fault.code
        log.info("later %s", fault.code)

    def _probe_at_s(self, reason: str) -> float:
        return self._clock.now_s() + probe_s(reason, self._rng)

    def _forget(self, row: PackageRow) -> None:
        self._offsets.pop(row.package_id, None)
