"""The way to the archive: what was found there last, and for how long nobody is asked anything.

It holds for everything at once, so a thousand stories that wait behind a hotel's log-in page cost one question and one small commit.
What is found is kept in the outbox: for staff, and for the next worker.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

from sync.link import OF_THE_NETWORK, LinkState, state_of
from sync.outbox import Outbox
from sync.outbox.outbox import LONGEST_WAIT_S
from sync.schedule import Cause, Clock, backoff_s, probe_s, return_s
from sync.transport.faults import Blocked, RetryLater

# One package may be the reason for its own trouble; three are the archive's.
_TURNED_AWAY_UNTIL_WAIT = 3
# The first packet of a connection is sent again after 1, 3, 7 and 15 s. Whoever begins anew in time meets a way that opens sooner; each
# third question gives a link with very long round trips its chance.
_PATIENCE_S = (4.0, 4.0, 12.0)


class Line:
    """On the worker's thread. `online` says whether the system has a network to offer; None where it does not say."""

    def __init__(self, outbox: Outbox, clock: Clock, rng: random.Random, online: Callable[[], bool | None]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._rng = rng
        self._online = online
        self._was_online = online()
        self._failures = 0
        self._turned_away: set[str] = set()
        self._doubted = False
        self._patience = itertools.cycle(_PATIENCE_S)
        # The same moment as `next_try_at_s`, on the clock that nobody can set.
        self._opens_at_s: float | None = None
        found = outbox.link()
        self._state = found.state
        self._wakes = found.wakes
        if found.next_try_at_s and found.state in {*OF_THE_NETWORK, LinkState.CLOCK}:
            # Who starts a program expects it to look: much may have changed since another one waited here.
            outbox.hold_link(0)

    def closed_for_s(self) -> float:
        """Seconds until the archive may be asked again; 0 when it may be now."""
        link = self._outbox.link()
        if link.wakes != self._wakes:
            self._wakes = link.wakes
            self.back_again()
            return self.closed_for_s()
        now_s = self._clock.now_s()
        left_s = link.next_try_at_s - now_s
        if not 0 < left_s <= LONGEST_WAIT_S:
            return 0.0
        if self._opens_at_s is not None:
            left_s = min(left_s, self._opens_at_s - self._clock.monotonic_s())
        return max(0.0, left_s)

    def patience_s(self) -> float | None:
        """How long the next question for the archive's proof may wait for each of its steps, on a new connection; None: on the one that
        is there, as patiently as ever.
        """
        return next(self._patience) if self._doubted else None

    def watch(self) -> None:
        """To be called about once a second: notices when the system has a network again."""
        online = self._online()
        if online and self._was_online is False:
            self.back_again()
        self._was_online = online

    def back_again(self) -> None:
        """The network, or this device, has come back: look at once, but not all laptops in the same second."""
        self._failures = 0
        self._doubted = True
        if self._state in OF_THE_NETWORK or self._state is LinkState.UP:
            self._hold(return_s(self._rng))

    def clock_was_set(self) -> None:
        """If it was the clock that kept us from judging certificates, it may be right now."""
        if self._state is LinkState.CLOCK:
            self._outbox.hold_link(0)
            self._opens_at_s = None

    def proven(self) -> None:
        """Whoever answers there has just signed that it is our archive."""
        self._doubted = False
        self._find(LinkState.UP)

    def moved(self) -> None:
        """Real progress: whatever went wrong before, the next failure is the first."""
        self._failures = 0
        self._turned_away.clear()

    def failed(self, fault: RetryLater) -> None:
        """Nothing at all can be done there for now."""
        state = state_of(fault.code, LinkState.UNREACHABLE if fault.cause is Cause.NETWORK else LinkState.ARCHIVE_BUSY)
        wait_s = backoff_s(fault.cause, self._failures, self._rng, fault.retry_after_s, online=bool(self._online()))
        self._failures += 1
        self._doubted = self._doubted or fault.cause is Cause.NETWORK
        self._find(state, wait_s)

    def blocked(self, fault: Blocked) -> None:
        state = state_of(fault.code, LinkState.PROTOCOL)
        self._find(state, probe_s(state, self._rng))

    def turned_away(self, package_id: str) -> bool:
        """The archive had no time for this package and may take others. True when it has turned away so many, one after the other,
        that it wants to be left alone.
        """
        self._turned_away.add(package_id)
        if self._state is not LinkState.ARCHIVE_BUSY:
            self._find(LinkState.ARCHIVE_BUSY)
        return len(self._turned_away) >= _TURNED_AWAY_UNTIL_WAIT

    def answered(self) -> None:
        """The archive has done what it was asked for."""
        if self._state is not LinkState.UP:
            self._find(LinkState.UP)

    def costs_money(self, held: bool) -> None:
        """Nothing is left to do but, if `held`, what may not travel over this link now."""
        if held and self._state is not LinkState.METERED:
            self._find(LinkState.METERED)
        elif not held and self._state is LinkState.METERED:
            self._find(LinkState.UNKNOWN)

    def _find(self, state: LinkState, wait_s: float = 0.0) -> None:
        now_s = self._clock.now_s()
        self._outbox.set_link(state, now_s=now_s, next_try_at_s=now_s + wait_s if wait_s else 0.0)
        self._opens_at_s = self._clock.monotonic_s() + wait_s
        self._state = state

    def _hold(self, wait_s: float) -> None:
        self._outbox.hold_link(self._clock.now_s() + wait_s)
        self._opens_at_s = self._clock.monotonic_s() + wait_s
