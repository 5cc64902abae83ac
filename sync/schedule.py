"""When to try again. Pure functions: time and chance come in as arguments.

Full jitter (`uniform(0, min(cap, base * 2**n))`) keeps a hundred kiosks that lost the same archive from coming back in step.
"""

from __future__ import annotations

import random
import time
from enum import StrEnum
from typing import Protocol


class Clock(Protocol):
    def now_s(self) -> float:
        """Unix time: for what must outlive this process."""

    def monotonic_s(self) -> float:
        """Never jumps: for rates and deadlines."""


class SystemClock:
    def now_s(self) -> float:
        return time.time()

    def monotonic_s(self) -> float:
        return time.monotonic()


class Cause(StrEnum):
    """Why to wait: a link comes back within seconds, a server in trouble wants to be left alone."""

    NETWORK = "network"
    SERVER = "server"


_BASE_S = {Cause.NETWORK: 0.5, Cause.SERVER: 2.0}
_CAP_S = {Cause.NETWORK: 60.0, Cause.SERVER: 15 * 60.0}
LONGEST_RETRY_AFTER_S = 24 * 3600.0

# Blocked packages are looked at again by themselves: a portal is gone after a log-in, a token only after a new enrolment.
_PROBE_S = {"portal": (30.0, 60.0)}
_SLOW_PROBE_S = (10 * 60.0, 15 * 60.0)
# The token and the policy are looked after about once a day, or soon again when the archive could not be asked.
_UPKEEP_S = (20 * 3600.0, 24 * 3600.0)


def backoff_s(cause: Cause, failures: int, rng: random.Random, retry_after_s: float | None = None) -> float:
    """Seconds to wait after the `failures`-th failure in a row (from 0). `Retry-After` is a floor, spread by up to half."""
    wait_s = rng.uniform(0, min(_CAP_S[cause], _BASE_S[cause] * 2 ** min(failures, 30)))
    if retry_after_s is None:
        return wait_s
    return max(wait_s, min(retry_after_s, LONGEST_RETRY_AFTER_S) * rng.uniform(1, 1.5))


def probe_s(reason: str, rng: random.Random) -> float:
    """Seconds until something blocked for `reason` is looked at again."""
    return rng.uniform(*_PROBE_S.get(reason, _SLOW_PROBE_S))


def upkeep_s(rng: random.Random) -> float:
    """Seconds until token and policy are looked after again."""
    return rng.uniform(*_UPKEEP_S)


def upkeep_again_s(rng: random.Random) -> float:
    """The same after a try that came to nothing."""
    return rng.uniform(*_SLOW_PROBE_S)
