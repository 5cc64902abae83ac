"""What keeps an enrolment fresh beside the stories: the archive's newest policy, a new token every day, and the courier key once.

Tokens are made here and announced by their hash, so that every step may be repeated and a kill between any two loses nothing:

    made (durable here) → announced (durable there; both tokens work) → in use (durable here) → used once there (the old one is dead)

The worker calls this between two packages, after the archive has proved itself. Nothing here touches a package.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from sync.contract.faults import BadPolicy, EnvironmentFault
from sync.contract.policy import Policy, SignedPolicy
from sync.courier_key import same_but_for_the_courier_key
from sync.enrolled import Enrolled, load_enrolled, new_kiosk_token, replace_enrolled
from sync.package.signatures import new_signing_key, public_key_of
from sync.schedule import Clock, upkeep_again_s, upkeep_s
from sync.transport.faults import Blocked, Refused, RetryLater, Superseded, revoked

log = logging.getLogger("sync.upkeep")

# What becomes durable, in order; `on_step` hears each name right after it. `token-announced` is durable at the archive.
STEPS = ("token-made", "token-announced", "token-in-use", "policy-kept")
# Only on a laptop that was enrolled before there were courier keys, or at an archive that knew none then.
COURIER_STEPS = ("courier-key-made", "courier-key-told", "courier-key-kept")


class ArchiveDoors(Protocol):
    def policy(self) -> SignedPolicy | None: ...

    def announce_token(self, next_token: str) -> bool: ...

    def use_token(self, token: str) -> None: ...

    def tell_courier_key(self, public_key: str) -> bool: ...


class Upkeep:
    """One beside each worker, on its thread. Due when it is new, then about once a day."""

    def __init__(
        self,
        data_dir: Path,
        enrolled: Enrolled,
        archive: ArchiveDoors,
        clock: Clock,
        rng: random.Random,
        on_step: Callable[[str], None] = lambda step: None,
    ) -> None:
        self._data_dir = data_dir
        self._enrolled = enrolled
        self._archive = archive
        self._clock = clock
        self._rng = rng
        self._on_step = on_step
        self._due_at_s = clock.monotonic_s()

    @property
    def revoked(self) -> bool:
        """Then nothing is to be sent, and nobody to be asked."""
        return self._enrolled.revoked

    @property
    def policy(self) -> Policy | None:
        """What the archive asks of this kiosk, as far as it is known here."""
        return None if self._enrolled.policy is None else self._enrolled.policy.policy

    def is_due(self) -> bool:
        return not self.revoked and self._clock.monotonic_s() >= self._due_at_s

    def put_off(self) -> None:
        """The archive could not be asked: not before some minutes, for the sake of an idle device's silence."""
        if self.is_due():
            self._due_at_s = self._clock.monotonic_s() + upkeep_again_s(self._rng)

    def run(self) -> None:
        """Raises Blocked (`revoked` among them) and RetryLater like any request, EnvironmentFault when the disk does not take it,
        Superseded when this device was enrolled anew meanwhile.
        """
        self.put_off()
        self._take_up_courier_key()
        # First, because the question for the policy then is the first use of the new token.
        self._rotate_token()
        self._fetch_policy()
        self._due_at_s = self._clock.monotonic_s() + upkeep_s(self._rng)
        if self.revoked:
            raise revoked()
        self._tell_courier_key()

    def explain(self, fault: Blocked) -> Blocked:
        """A refused token may mean that the archive revoked this device, which counts only when it was signed."""
        if fault.code != "token":
            return fault
        try:
            self._fetch_policy()
        except (Blocked, RetryLater, Superseded):
            return fault
        return revoked() if self.revoked else fault

    def _rotate_token(self) -> None:
        today = datetime.fromtimestamp(self._clock.now_s(), UTC).date().isoformat()
        next_token = self._enrolled.next_token
        if next_token is None:
            if self._enrolled.token_day == today:
                return
            next_token = new_kiosk_token(self._enrolled.kiosk_id)
            self._keep(replace(self._enrolled, next_token=next_token), "token-made")
        if not self._archive.announce_token(next_token):
            return
        self._on_step("token-announced")
        self._keep(replace(self._enrolled, kiosk_token=next_token, next_token=None, token_day=today), "token-in-use")
        self._archive.use_token(next_token)

    def _fetch_policy(self) -> None:
        try:
            signed = self._archive.policy()
            kept = self._enrolled if signed is None else self._enrolled.under_policy(signed)
        except BadPolicy as fault:
            # What holds goes on holding. Packages are sealed already and may travel: whoever answers has proved to be the archive.
            log.warning("policy refused %s", fault.code)
            return
        if kept is not self._enrolled:
            self._keep(kept, "policy-kept")
            log.info("policy %s", kept.policy.policy.version if kept.policy else 0)

    def _take_up_courier_key(self) -> None:
        """An export makes a key where there was none, beside a running worker: that is no other enrolment."""
        found = load_enrolled(self._data_dir)
        if found is not None and same_but_for_the_courier_key(found, self._enrolled):
            self._enrolled = found

    def _tell_courier_key(self) -> None:
        if self._enrolled.courier_key_told:
            return
        secret = self._enrolled.courier_key
        if secret is None:
            secret = new_signing_key()[0]
            self._keep(replace(self._enrolled, courier_key=secret), "courier-key-made")
        try:
            told = self._archive.tell_courier_key(public_key_of(secret))
        except Refused as fault:
            # Stories still travel by the link. Who reads a stick of this laptop is told to enrol it anew.
            log.warning("refused %s", fault.code)
            return
        if told:
            self._on_step("courier-key-told")
            self._keep(replace(self._enrolled, courier_key_told=True), "courier-key-kept")

    def _keep(self, after: Enrolled, step: str) -> None:
        try:
            ours = replace_enrolled(self._data_dir, self._enrolled, after)
        except OSError as error:
            raise EnvironmentFault("disk-error", "What the archive says cannot be written to this device. Check the disk.") from error
        if not ours:
            raise Superseded
        self._enrolled = after
        self._on_step(step)
