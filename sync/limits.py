"""What a link may cost: what waits for one that costs nothing, how fast at most, how much in a month.

The laptop's settings say it, and the archive's signed policy; of the two the stricter holds. What staff told to go now goes anyway.
Standard library only: the worker obeys it, staff see what it holds back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sync.contract.policy import OnMetered, Policy
from sync.link import Link

_STRICTEST_FIRST = (OnMetered.NOTHING, OnMetered.LISTEN, OnMetered.EVERYTHING)
_MB = 1_000_000


class Metered(StrEnum):
    """Who says whether this network costs money."""

    ASK = "ask"  # the system, by way of the window
    YES = "yes"
    NO = "no"


class Hold(StrEnum):
    """What is held back now. A question for a receipt never is: it is a few hundred bytes, and lets a file be erased."""

    NONE = "none"
    MASTERS = "masters"
    ALL = "all"

    def keeps(self, state: str, part: str | None, must_go: bool | int) -> bool:
        """Whether the bytes of such a package stay here for now. The outbox says the same in SQL."""
        on_its_way = state in ("queued", "sending") and not must_go
        return on_its_way and (self is Hold.ALL or (self is Hold.MASTERS and part != "listen"))


@dataclass(frozen=True)
class Limits:
    """0 means no limit. Kilobits and megabytes are thousands and millions, as on a price list."""

    metered: Metered = Metered.ASK
    on_metered: OnMetered = OnMetered.LISTEN
    cap_kbit_s: int = 0
    monthly_mb: int = 0

    @property
    def cap_bytes_per_s(self) -> int | None:
        return self.cap_kbit_s * 125 or None

    @property
    def monthly_bytes(self) -> int | None:
        return self.monthly_mb * _MB or None

    def under(self, policy: Policy | None) -> Limits:
        """These limits or the policy's, whichever are stricter. Whether a network costs money only the laptop can tell."""
        if policy is None:
            return self
        asked = self.on_metered if policy.on_metered is None else policy.on_metered
        return Limits(
            self.metered,
            min(self.on_metered, asked, key=_STRICTEST_FIRST.index),
            _smaller(self.cap_kbit_s, policy.cap_kbit_s),
            _smaller(self.monthly_mb, policy.monthly_mb),
        )

    def hold(self, link: Link, sent_this_month_bytes: int, now_s: float) -> Hold:
        """What waits at this moment, in this month, on this network."""
        if self.monthly_bytes is not None and sent_this_month_bytes >= self.monthly_bytes:
            return Hold.ALL
        if self.metered is Metered.NO or (self.metered is Metered.ASK and not link.hinted_metered(now_s)):
            return Hold.NONE
        return {OnMetered.NOTHING: Hold.ALL, OnMetered.LISTEN: Hold.MASTERS, OnMetered.EVERYTHING: Hold.NONE}[self.on_metered]


def month_of(now_s: float) -> str:
    """The UTC month of `now_s`, such as 2026-03."""
    return f"{datetime.fromtimestamp(now_s, UTC):%Y-%m}"


def _smaller(here: int, asked: int | None) -> int:
    """Of two limits of which 0 and None are none."""
    return min((limit for limit in (here, asked) if limit), default=0)
