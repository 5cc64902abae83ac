"""What the worker knows of the way to its archive: one state at a time, since when, and when it looks again.

Standard library only: the outbox keeps it, the worker writes it, staff read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# How long the window's word about the network holds: it says so again every few minutes while it is open.
HINT_VALID_S = 600.0


class LinkState(StrEnum):
    """Each has a way out of its own (`sync.schedule`), and a sentence of its own for staff."""

    UNKNOWN = "unknown"  # nobody has looked yet
    UP = "up"  # whoever answers there has proved to be our archive
    UNREACHABLE = "unreachable"
    PORTAL = "portal"  # a network that asks for a log-in, or anybody else who is not the archive
    INTERCEPTED = "intercepted"  # somebody else's certificate: the connection is being opened on the way
    CLOCK = "clock"  # this device's date is so wrong that no certificate can be judged
    TOKEN = "token"
    REVOKED = "revoked"
    ARCHIVE_FULL = "archive-full"
    ARCHIVE_BUSY = "archive-busy"
    QUOTA = "quota"
    METERED = "metered"  # what still waits here waits for a network that costs nothing, for the next month, or for "send now"
    PROTOCOL = "protocol"
    ADDRESS = "address"


# These wait for a person, not only for time.
FOR_PEOPLE = frozenset(
    {
        LinkState.PORTAL,
        LinkState.INTERCEPTED,
        LinkState.CLOCK,
        LinkState.TOKEN,
        LinkState.REVOKED,
        LinkState.PROTOCOL,
        LinkState.ADDRESS,
    }
)

# Another network, or this one back again, can end these: whoever hears of it says so with `Outbox.wake_link`.
OF_THE_NETWORK = frozenset({LinkState.UNKNOWN, LinkState.UNREACHABLE, LinkState.PORTAL, LinkState.INTERCEPTED})


@dataclass(frozen=True)
class Link:
    """One row of the outbox. Times are Unix seconds. `since_s` is when this state was found first, `checked_at_s` when last.

    Before `next_try_at_s` nobody asks the archive anything. `rate_bytes_per_s` is what the last slice moved, None when unknown.
    `metered_hint` is what the window heard from the system at `hinted_at_s`. `wakes` counts calls of `Outbox.wake_link`.
    """

    state: LinkState = LinkState.UNKNOWN
    since_s: float = 0.0
    checked_at_s: float = 0.0
    next_try_at_s: float = 0.0
    rate_bytes_per_s: float | None = None
    metered_hint: bool | None = None
    hinted_at_s: float = 0.0
    wakes: int = 0

    def hinted_metered(self, now_s: float) -> bool:
        """Whether the window has lately said that this network costs money. A word from the future is no word."""
        return bool(self.metered_hint) and abs(now_s - self.hinted_at_s) <= HINT_VALID_S


def state_of(code: str, otherwise: LinkState) -> LinkState:
    """The state that a fault's code speaks of, or `otherwise` for a code that is no state."""
    try:
        return LinkState(code)
    except ValueError:
        return otherwise
