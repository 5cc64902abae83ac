"""Carries what tellers took back to the archive, before any package: one sealed request, one signed word, and it is forgotten here."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from typing import Protocol

from sync.contract.faults import BadReceipt
from sync.contract.withdrawal_request import WithdrawalReceipt
from sync.outbox import Outbox, WaitingWithdrawal
from sync.package.withdrawal import verify_withdrawal_receipt
from sync.schedule import Cause, Clock, backoff_s

log = logging.getLogger("sync.worker")

# The commit points, in order: the archive has it; nothing of it is left here.
STEPS = ("withdrawal-signed", "withdrawal-forgotten")


class WithdrawalDoor(Protocol):
    def withdraw(self, sealed: bytes) -> WithdrawalReceipt: ...


class WithdrawalSender:
    """Used by the worker, on its thread."""

    def __init__(
        self,
        outbox: Outbox,
        archive: WithdrawalDoor,
        receipt_key: str,
        clock: Clock,
        rng: random.Random,
        on_step: Callable[[str], None],
    ) -> None:
        self._withdrawals = outbox.withdrawals
        self._archive = archive
        self._receipt_key = receipt_key
        self._clock = clock
        self._rng = rng
        self._on_step = on_step

    def due(self) -> WaitingWithdrawal | None:
        return self._withdrawals.next_due(self._clock.now_s())

    def send(self, waiting: WaitingWithdrawal) -> None:
        """One request. Raises what the link or the archive as a whole raise: RetryLater, Blocked, Cancelled."""
        receipt = self._archive.withdraw(waiting.sealed)
        try:
            verify_withdrawal_receipt(receipt, self._receipt_key, sealed=waiting.sealed)
        except BadReceipt as fault:
            # An unsigned yes is a no: the teller was promised that this arrives.
            self.try_later(waiting, Cause.SERVER, None)
            log.warning("withdrawal %s", fault.code)
            return
        self._on_step("withdrawal-signed")
        self._withdrawals.forget(waiting.request_id)
        self._on_step("withdrawal-forgotten")
        log.info("withdrawal-sent")

    def try_later(self, waiting: WaitingWithdrawal, cause: Cause, retry_after_s: float | None) -> None:
        wait_s = backoff_s(cause, waiting.attempts, self._rng, retry_after_s)
        self._withdrawals.postpone(waiting.request_id, attempts=waiting.attempts + 1, next_try_at_s=self._clock.now_s() + wait_s)
