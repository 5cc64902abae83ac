"""The bandwidth cap: a token bucket that whoever sends takes each block from.

The cap counts what the stories weigh. What TCP, TLS and HTTP add (measured: below 6 %) comes on top.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from sync.transport.faults import Cancelled

# As much as this may go at once after a rest: blocks stay small, so the link is shared with others smoothly.
_BURST_S = 0.25
_SMALLEST_BLOCK_BYTES = 512
# So often a sleeper looks up to see whether it is to stop.
_NAP_S = 0.25


def never() -> bool:
    """For callers that cannot be stopped."""
    return False


class TokenBucket:
    """`rate_bytes_per_s` None or 0 is no cap. Lives on the thread that sends; `sleep` and `monotonic` are seconds."""

    def __init__(
        self,
        rate_bytes_per_s: float | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._monotonic = monotonic
        self._sleep = sleep
        self._rate = 0.0
        self._level_bytes = 0.0
        self._filled_at_s = monotonic()
        self.set_rate(rate_bytes_per_s)

    def set_rate(self, rate_bytes_per_s: float | None) -> None:
        """From the next block on. The same rate again changes nothing."""
        rate = max(rate_bytes_per_s or 0.0, 0.0)
        if rate != self._rate:
            self._rate = rate
            self._level_bytes = rate * _BURST_S
            self._filled_at_s = self._monotonic()

    def portion(self, wanted_bytes: int) -> int:
        """How much of `wanted_bytes` to take in one go, so that no single wait is long."""
        if not self._rate:
            return wanted_bytes
        return min(wanted_bytes, max(int(self._rate * _BURST_S), _SMALLEST_BLOCK_BYTES))

    def take(self, n_bytes: int, cancelled: Callable[[], bool] = never) -> None:
        """Returns when `n_bytes` may go. Raises Cancelled within a quarter of a second after `cancelled` says so."""
        if not self._rate:
            return
        now_s = self._monotonic()
        earned = (now_s - self._filled_at_s) * self._rate
        self._level_bytes = min(self._level_bytes + earned, self._rate * _BURST_S) - n_bytes
        self._filled_at_s = now_s
        due_at_s = now_s - self._level_bytes / self._rate
        while (left_s := due_at_s - self._monotonic()) > 0:
            if cancelled():
                raise Cancelled
            self._sleep(min(left_s, _NAP_S))
