"""When to try again. Pure functions: time and chance come in as arguments.

Full jitter (`uniform(0, min(cap, base * 2**n))`) keeps a hundred kiosks that lost the same archive from coming back in step.
"""

from __future__ import annotations

import random
import sys
import time
from enum import StrEnum
from typing import Protocol


class Clock(Protocol):
    def now_s(self) -> float:
        """Unix time: for what must outlive this process. Anybody may set it to anything."""

    def monotonic_s(self) -> float:
        """Never jumps: for rates and deadlines. On Linux and macOS it stands still while the device sleeps."""

    def boot_s(self) -> float:
        """Never jumps either, and goes on while the device sleeps."""


class SystemClock:
    def now_s(self) -> float:
        return time.time()

    def monotonic_s(self) -> float:
        return time.monotonic()

    def boot_s(self) -> float:
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            # Named like the one that stops on Linux, but here it is the one that goes on.
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.monotonic()


class Cause(StrEnum):
    """Why to wait: a link comes back within seconds, a server in trouble wants to be left alone."""

    NETWORK = "network"
    SERVER = "server"


_BASE_S = {Cause.NETWORK: 0.5, Cause.SERVER: 2.0}
_CAP_S = {Cause.NETWORK: 60.0, Cause.SERVER: 15 * 60.0}
# Where the system has a network to offer, the link is back any second: short waits are what makes going on quick.
_ONLINE_CAP_S = 5.0
LONGEST_RETRY_AFTER_S = 24 * 3600.0

# What is blocked is looked at again by itself: a portal is gone after a log-in, a token counts again only after a new enrolment.
_QUICK_PROBE_S = (30.0, 60.0)
_QUICKLY_PROBED = frozenset({"portal", "intercepted"})
_SLOW_PROBE_S = (10 * 60.0, 15 * 60.0)
# A hundred laptops wake up when the workshop's router is back.
_RETURN_S = (0.0, 3.0)
# The token and the policy are looked after about once a day, or soon again when the archive could not be asked.
_UPKEEP_S = (20 * 3600.0, 24 * 3600.0)


def backoff_s(cause: Cause, failures: int, rng: random.Random, retry_after_s: float | None = None, *, online: bool = False) -> float:
    """Seconds to wait after the `failures`-th failure in a row (from 0). `Retry-After` is a floor, spread by up to half. `online`:
    the system has a network to offer.
    """
    cap_s = _ONLINE_CAP_S if online and cause is Cause.NETWORK else _CAP_S[cause]
    wait_s = rng.uniform(0, min(cap_s, _BASE_S[cause] * 2 ** min(failures, 30)))
    if retry_after_s is None:
        return wait_s
    return max(wait_s, min(retry_after_s, LONGEST_RETRY_AFTER_S) * rng.uniform(1, 1.5))


def probe_s(reason: str, rng: random.Random) -> float:
    """Seconds until something blocked for `reason` is looked at again."""
    return rng.uniform(*(_QUICK_PROBE_S if reason in _QUICKLY_PROBED else _SLOW_PROBE_S))


def return_s(rng: random.Random) -> float:
    """Seconds to wait after the network, or this device, has come back."""
    return rng.uniform(*_RETURN_S)


def upkeep_s(rng: random.Random) -> float:
    """Seconds until token and policy are looked after again."""
    return rng.uniform(*_UPKEEP_S)


def upkeep_again_s(rng: random.Random) -> float:
    """The same after a try that came to nothing."""
    return rng.uniform(*_SLOW_PROBE_S)
