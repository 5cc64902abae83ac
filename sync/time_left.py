"""How long until a story has been sent, from what the link moved last. An estimate, and none where there is nothing to estimate from."""

from __future__ import annotations

import math
from collections.abc import Iterable

from sync.limits import Hold
from sync.outbox import PackageBrief, State

_TRAVELLING = (State.QUEUED, State.SENDING)
# A package that keeps failing stands back: when its turn comes again, nobody knows.
_SO_MANY_FAILURES = 3


def seconds_left(briefs: Iterable[PackageBrief], rate_bytes_per_s: float | None, hold: Hold) -> dict[str, int]:
    """By group id, for the stories that are on their way: everything that goes before them counts. `briefs` oldest first."""
    if not rate_bytes_per_s:
        return {}
    travelling: dict[str, list[PackageBrief]] = {"listen": [], "master": []}
    stuck: set[str] = set()
    for brief in briefs:
        if brief.state in (State.BLOCKED, State.QUARANTINED):
            stuck.add(brief.group_id)
        elif brief.state in _TRAVELLING and brief.part is not None:
            if hold.keeps(brief.state, brief.part, brief.must_go) or brief.attempts >= _SO_MANY_FAILURES:
                stuck.add(brief.group_id)
            else:
                travelling[brief.part].append(brief)
    left: dict[str, int] = {}
    ahead_bytes = 0
    for brief in (*travelling["listen"], *travelling["master"]):
        ahead_bytes += brief.size_bytes - max(brief.offset_bytes, brief.sent_bytes)
        # The last part of a story says when all of it has gone.
        left[brief.group_id] = math.ceil(ahead_bytes / rate_bytes_per_s)
    return {group_id: seconds for group_id, seconds in left.items() if group_id not in stuck}
