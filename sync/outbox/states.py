"""The states of a package on the laptop and the table of legal moves. Whatever the table does not hold is a bug of ours."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """`blocked` waits for something staff can mend; `quarantined` stepped aside for good unless staff send it round again.

    `withdrawing` is the teller's own word: from that commit on it is never sent, whoever is at work on it.
    """

    QUEUED = "queued"  # sealed and safe here; the archive knows nothing yet, or must be told anew
    SENDING = "sending"  # the archive may hold some of its bytes
    DELIVERED = "delivered"  # the archive acknowledged every byte, but has not signed for them
    CONFIRMED = "confirmed"  # a verified receipt is stored: the archive owns it
    ERASED = "erased"  # the file is gone from this laptop, the receipt stays
    BLOCKED = "blocked"  # this one package, not the whole link (`sync.link`)
    QUARANTINED = "quarantined"
    WITHDRAWING = "withdrawing"  # taken back; its file goes next
    WITHDRAWN = "withdrawn"  # taken back, and nothing but its ids is left here


LEGAL_MOVES: dict[State, frozenset[State]] = {
    # To `confirmed` from wherever the file still is: a receipt counts by its signature, not by the way it came (a stick, another link).
    State.QUEUED: frozenset({State.SENDING, State.CONFIRMED, State.BLOCKED, State.QUARANTINED, State.WITHDRAWING}),
    State.SENDING: frozenset({State.DELIVERED, State.CONFIRMED, State.QUEUED, State.BLOCKED, State.QUARANTINED, State.WITHDRAWING}),
    State.DELIVERED: frozenset({State.CONFIRMED, State.QUEUED, State.BLOCKED, State.QUARANTINED, State.WITHDRAWING}),
    # A package that the archive signed for can only be erased, and only such a package can be: what its teller takes back is the
    # archive's to erase from now on.
    State.CONFIRMED: frozenset({State.ERASED}),
    State.ERASED: frozenset(),
    State.BLOCKED: frozenset({State.QUEUED, State.DELIVERED, State.CONFIRMED, State.WITHDRAWING}),
    State.QUARANTINED: frozenset({State.QUEUED, State.CONFIRMED, State.WITHDRAWING}),
    State.WITHDRAWING: frozenset({State.WITHDRAWN}),
    State.WITHDRAWN: frozenset(),
}

# Those that need the archive for their next step.
WAITING = (State.QUEUED, State.SENDING, State.DELIVERED)

# Those whose file goes next; nothing but the disk is needed for that.
ERASABLE = (State.CONFIRMED, State.WITHDRAWING)

# Taken back by the teller: neither counted nor shown, so that nobody is asked about it.
TAKEN_BACK = (State.WITHDRAWING, State.WITHDRAWN)

# Nobody has to send these any more.
SETTLED = (State.CONFIRMED, State.ERASED, *TAKEN_BACK)


class IllegalMove(RuntimeError):
    """A bug of ours, or two workers at once: the row was not in a state from which it may go there."""


def sources_of(target: State) -> tuple[State, ...]:
    """The states from which a package may move to `target`."""
    return tuple(state for state, targets in LEGAL_MOVES.items() if target in targets)
