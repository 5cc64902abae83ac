"""The worker's loop: what matters most, by one step at a time (one request or one commit), then the outbox is asked again.

So a new `listen` part overtakes a long `master` at the next slice, and nothing at the head of the queue can hold up what is behind it.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sync.awake import Awake
from sync.contract.faults import EnvironmentFault
from sync.enrolled import Enrolled
from sync.limits import Limits
from sync.outbox import SETTLED, IllegalMove, Outbox, PackageRow, WaitingWithdrawal
from sync.schedule import Cause, Clock, probe_s
from sync.transport.faults import Blocked, Cancelled, RetryLater, Superseded, revoked
from sync.withdrawal_sender import WithdrawalSender
from sync.worker.budget import Budget, Counting
from sync.worker.carrier import Carrier
from sync.worker.jumps import Jumps
from sync.worker.line import Line
from sync.worker.ports import Archive, Stop, Upkeep
from sync.worker.turns import Turns

log = logging.getLogger("sync.worker")

_POLL_S = 1.0
_DISK_WAIT_S = 15.0
_WHOLE_ARCHIVE = frozenset({"archive-full", "quota"})
# Somebody has just answered over another connection, or something on the way takes only smaller pieces: there is nothing to wait for.
_GOES_ON_AT_ONCE = frozenset({"stalled", "slice-too-large"})


@dataclass
class Summary:
    """What one pass came to. `waiting` counts what still has to travel, whatever for."""

    confirmed: int = 0
    erased: int = 0
    quarantined: int = 0
    waiting: int = 0
    stopped_by: str | None = None


class Worker:
    """One per data folder (the caller holds the lock). Lives on one thread.

    `limits` are the laptop's own; the policy that `upkeep` keeps may narrow them. `online` says whether the system has a network
    to offer, None where it does not say. `set_cap` is told how many bytes a second may go out, None for as many as can.
    """

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
        limits: Limits | None = None,
        online: Callable[[], bool | None] = lambda: None,
        set_cap: Callable[[int | None], None] = lambda bytes_per_s: None,
    ) -> None:
        self._outbox = outbox
        self._archive = archive
        self._clock = clock
        self._rng = rng
        self._awake = awake
        self._upkeep = upkeep
        self._set_cap = set_cap
        self._withdrawals = WithdrawalSender(outbox, archive, enrolled.receipt_key, clock, rng, on_step)
        self._line = Line(outbox, clock, rng, online)
        self._turns = Turns(outbox, clock)
        self._budget = Budget(outbox, clock, limits or Limits(), upkeep)
        self._carrier = Carrier(
            outbox,
            archive,
            packages_dir,
            enrolled,
            clock,
            rng,
            on_step,
            line=self._line,
            turns=self._turns,
            budget=self._budget,
            leave_off=self._leave_off,
        )
        self._jumps = Jumps(clock)
        self._stop: Stop = threading.Event()
        self._summary = Summary()
        self._proven = False

    def run(self, stop: Stop) -> None:
        """Works until `stop` is set: wakes within a second of a change in the outbox, and when something becomes due."""
        seen: int | None = None
        late_s = 0.0
        while not stop.is_set():
            wait_s = _DISK_WAIT_S
            try:
                self._look_at_the_clocks(late_s)
                self._line.watch()
                # Read before the pass: what is added during it makes the next comparison fail.
                counter = self._outbox.change_counter()
                if counter != seen or self._is_due():
                    seen = counter
                    self.run_once(stop)
                wait_s = min(_POLL_S, self._line.closed_for_s() or _POLL_S)
            except EnvironmentFault as fault:
                # The disk, not the link. Every commit so far holds; what is in memory may be ahead of it.
                self._carrier.forget_all()
                log.error("%s", fault.code)
            began_s = self._clock.boot_s()
            stop.wait(wait_s)
            late_s = self._clock.boot_s() - began_s - wait_s

    def run_once(self, stop: Stop | None = None) -> Summary:
        """Goes through everything due until nothing is due any more, the archive cannot be reached, or `stop` is set."""
        self._stop = stop or self._stop
        self._summary = Summary()
        before = (self._carrier.confirmed, self._carrier.erased, self._carrier.quarantined)
        try:
            self._go_through()
        finally:
            self._awake.hold(False)
        after = (self._carrier.confirmed, self._carrier.erased, self._carrier.quarantined)
        self._summary.confirmed, self._summary.erased, self._summary.quarantined = (
            now - then for now, then in zip(after, before, strict=True)
        )
        self._summary.waiting = self._outbox.waiting_count()
        return self._summary

    def _go_through(self) -> None:
        self._outbox.unblock_due(self._clock.now_s())
        self._proven = False
        going_on = True
        while going_on and not self._stop.is_set():
            self._look_at_the_clocks()
            hold = self._budget.hold()
            row = self._outbox.next_to_erase(self._clock.now_s())
            if row is not None:
                self._carrier.erase(row)
            elif self._line.closed_for_s() > 0:
                return
            elif self._upkeep.is_due():
                going_on = self._visit(self._upkeep.run, self._upkeep_later)
            elif (withdrawal := self._withdrawals.due()) is not None:
                going_on = self._take_back(withdrawal)
            elif (row := self._turns.next(hold)) is not None:
                going_on = self._go_on_with(row)
            else:
                self._line.costs_money(self._outbox.is_held(hold))
                return

    def _is_due(self) -> bool:
        now_s = self._clock.now_s()
        if self._outbox.next_to_erase(now_s) is not None:
            return True
        if self._line.closed_for_s() > 0:
            return False
        return self._upkeep.is_due() or self._outbox.needs_archive(now_s, self._budget.hold())

    def _look_at_the_clocks(self, late_s: float = 0.0) -> None:
        jump = self._jumps.look(late_s=late_s)
        if jump.set_by_s:
            log.info("clock-set")
            self._outbox.shift_waits(jump.set_by_s)
            self._line.clock_was_set()
        if jump.slept:
            log.info("woke-up")
            self._carrier.forget_all()
            self._proven = False
            self._line.back_again()

    def _take_back(self, withdrawal: WaitingWithdrawal) -> bool:
        try:
            return self._visit(partial(self._withdrawals.send, withdrawal), partial(self._withdraw_later, withdrawal))
        except EnvironmentFault:
            raise
        except Exception:
            self._withdrawals.try_later(withdrawal, Cause.SERVER, None)
            raise

    def _go_on_with(self, row: PackageRow) -> bool:
        self._set_cap(self._budget.cap_bytes_per_s)
        try:
            return self._visit(partial(self._carrier.step, row), partial(self._package_later, row))
        except EnvironmentFault:
            raise
        except Exception as error:
            if isinstance(error, IllegalMove) and not self._outbox.is_in(row.package_id, row.state):
                # While we were at work on it its teller took it back, a receipt came by another way, or another worker was faster.
                self._carrier.forget(row.package_id)
                return True
            # A bug of ours must reach the top. But whoever starts the worker again shall find this package at the back.
            until_s = self._clock.now_s() + probe_s("bug", self._rng)
            self._outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=until_s)
            raise

    def _visit(self, step: Callable[[], None], try_later: Callable[[RetryLater], bool]) -> bool:
        """One step at the archive, which is asked for its proof before the first. False: nothing more can be done in this pass."""
        try:
            if self._upkeep.revoked:
                raise revoked()
            if not self._proven:
                self._ask_for_proof()
                self._proven = True
                self._line.proven()
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
                log.info("later %s", fault.code)
                return self._wait(fault)
            # If this was the link and not the package, the next ping says so before another package suffers.
            self._proven = fault.cause is not Cause.NETWORK or fault.proven
            return try_later(fault)
        return True

    def _ask_for_proof(self) -> None:
        nonce = f"{self._rng.getrandbits(128):032x}"
        patience_s = self._line.patience_s()
        if patience_s is None:
            self._archive.ping(nonce)
        else:
            self._archive.ping_anew(nonce, patience_s)

    def _package_later(self, row: PackageRow, fault: RetryLater) -> bool:
        log.info("later %s", fault.code)
        if fault.cause is Cause.NETWORK:
            steps_back = self._carrier.cut(row)
            return steps_back or fault.code in _GOES_ON_AT_ONCE or self._wait(fault)
        self._carrier.try_later(row, fault.cause, fault.retry_after_s)
        if fault.code in _WHOLE_ARCHIVE or (fault.code == "archive-busy" and self._line.turned_away(row.package_id)):
            return self._wait(fault)
        return True

    def _upkeep_later(self, fault: RetryLater) -> bool:
        # It has put itself off, and no story waits for it.
        log.info("later %s", fault.code)
        return True

    def _withdraw_later(self, withdrawal: WaitingWithdrawal, fault: RetryLater) -> bool:
        self._withdrawals.try_later(withdrawal, fault.cause, fault.retry_after_s)
        log.info("later %s", fault.code)
        return True

    def _wait(self, fault: RetryLater) -> bool:
        """Everything that needs the archive waits."""
        self._carrier.forget_all()
        self._line.failed(fault)
        self._summary.stopped_by = fault.code
        return False

    def _block(self, fault: Blocked) -> None:
        self._carrier.forget_all()
        self._line.blocked(fault)
        self._summary.stopped_by = fault.code
        log.warning("blocked %s", fault.code)

    def _leave_off(self, row: PackageRow, counting: Counting) -> Callable[[], bool]:
        """Asked before each block: the program ends, nobody has to send this any more, or it costs too much from now on."""
        seen = self._outbox.change_counter()

        def leave_off() -> bool:
            nonlocal seen
            if self._stop.is_set() or counting.over_the_limit:
                return True
            counter = self._outbox.change_counter()
            if counter == seen:
                return False
            seen = counter
            try:
                found = self._outbox.package(row.package_id)
            except KeyError:
                return True  # taken back so long ago that the kiosk has forgotten it
            return found.state in SETTLED or not self._budget.allows(found)

        return leave_off
