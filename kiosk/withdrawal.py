"""Taking a story back at this kiosk, with the code alone: no account, no staff, no internet.

    committed (never sent from here on) → files erased → rows emptied

A story that still waits here is gone when `take_back` returns. For one that may have left, a sealed request waits in the outbox
until the archive has signed for it. A code that is not known here travels too, so that this device cannot be asked which
codes are real.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sync.contract.faults import EnvironmentFault
from sync.contract.package import new_package_id
from sync.contract.withdrawal_request import PACKAGES_NAMED, WithdrawalRequest
from sync.durable import erase_file
from sync.outbox import Outbox, State
from sync.package import seal_withdrawal, verifier_of_proof, withdrawal_proof

log = logging.getLogger("kiosk.withdrawal")

TRIES_AN_HOUR = 10
_HOUR_S = 3600.0


@dataclass(frozen=True)
class TakenBack:
    """`erased_here`: it waited on this device and is gone from it. `request_waits`: the archive is told when there is internet."""

    erased_here: bool
    request_waits: bool


class TooManyTries(EnvironmentFault):
    """Somebody guesses, or plays. Codes are long, but erasing cannot be undone."""

    def __init__(self) -> None:
        super().__init__("withdrawal-tries", "Too many codes were typed here. Please try again in an hour.")


class Tries:
    """Counts codes typed at this device, in memory alone. Safe from one thread at a time."""

    def __init__(self, monotonic_s: Callable[[], float]) -> None:
        self._monotonic_s = monotonic_s
        self._at_s: deque[float] = deque(maxlen=TRIES_AN_HOUR)

    def count(self) -> None:
        """Raises TooManyTries; such a try is not counted."""
        now_s = self._monotonic_s()
        if len(self._at_s) == TRIES_AN_HOUR and now_s - self._at_s[0] < _HOUR_S:
            raise TooManyTries
        self._at_s.append(now_s)


def take_back(
    code: str,
    *,
    receipt_key: str,
    recipients: Iterable[str],
    outbox: Outbox,
    packages_dir: Path,
    on_step: Callable[[str], None] = lambda step: None,
) -> TakenBack:
    """Blocking, some 0.2 s and 64 MiB: for a background thread. Nothing of `code` is kept.

    Raises BadCode for a typing mistake and EnvironmentFault. After `erase-failed` the story is never sent all the same, and its
    file goes at the next start.
    """
    proof = withdrawal_proof(code, receipt_key)

    def seal(given_up: tuple[str, ...]) -> bytes:
        # Always as many: how long a request is shall not tell whether the story was here.
        named = (*given_up, *(new_package_id() for _ in range(PACKAGES_NAMED)))[:PACKAGES_NAMED]
        return seal_withdrawal(WithdrawalRequest(proof, named), recipients)

    withdrawn = outbox.withdrawals.take_back(verifier_of_proof(proof), seal)
    on_step("committed")
    erase_withdrawn(outbox, packages_dir, on_step)
    return TakenBack(bool(withdrawn.taken), withdrawn.request_waits)


def erase_withdrawn(outbox: Outbox, packages_dir: Path, on_step: Callable[[str], None] = lambda step: None) -> None:
    """Erases what was taken back and is still on the disk; at each start as well, for what a crash cut short. Raises EnvironmentFault."""
    for row in outbox.packages(State.WITHDRAWING):
        assert row.file_name is not None, "only an emptied row has no file"
        try:
            erase_file(packages_dir / row.file_name)
        except OSError as error:
            raise EnvironmentFault(
                "erase-failed", "Your story will not be sent, but this device could not erase it yet. Please call staff."
            ) from error
        on_step("unlinked")
        outbox.settle_withdrawn(row.package_id)
        on_step("emptied")
