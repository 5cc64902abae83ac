"""How large the next slice is. Pure arithmetic; one per server, as what it learns is about the way there."""

from __future__ import annotations

SLICE_SECONDS = 90
MIN_SLICE_BYTES = 1024 * 1024
MAX_SLICE_BYTES = 64 * 1024 * 1024
# What a link that nobody has measured is taken to carry, about 1 Mbit/s: a slice more costs TCP its whole beginning once again.
ASSUMED_BYTES_PER_S = 125_000.0
# Where nothing larger ever comes through whole, a slice may become as small as this.
SMALLEST_SLICE_BYTES = 64 * 1024
# A slice of fewer bytes is over within a few round trips, which says little about what the link carries.
_TELLING_BYTES = 256 * 1024
_LOSSES_UNTIL_SMALLER = 2


class SliceSizes:
    """About 90 s of the measured rate: each slice costs one round trip, so 0.7 % of a link with 600 ms.

    The first is sized by `expected_bytes_per_s`, what an earlier run measured, or by `ASSUMED_BYTES_PER_S` if that is less or all there
    is: a device that has moved to a slow link is not to be busy with one slice for hours.

    `chunk_bytes` fixes every size, for servers that take nothing else. Otherwise sizes are halved when a slice is too large for
    something on the way, or was cut twice in a row and nothing of it was kept (as behind a proxy that hands on only whole bodies),
    and doubled again with each that arrives whole. A cut of which the server kept what had come costs little and changes nothing.
    """

    def __init__(self, chunk_bytes: int | None = None, expected_bytes_per_s: float | None = None) -> None:
        if chunk_bytes is not None and chunk_bytes <= 0:
            raise ValueError("a chunk has at least one byte")
        self._chunk_bytes = chunk_bytes
        self._expected_bytes_per_s = min(expected_bytes_per_s or ASSUMED_BYTES_PER_S, ASSUMED_BYTES_PER_S)
        self._rate_bytes_per_s: float | None = None
        self._limit_bytes = MAX_SLICE_BYTES
        self._losses = 0

    @property
    def rate_bytes_per_s(self) -> float | None:
        """What the last telling slice moved, its answer included; None before the first."""
        return self._rate_bytes_per_s

    def next_bytes(self) -> int:
        if self._chunk_bytes is not None:
            return self._chunk_bytes
        wished = min(max((self._rate_bytes_per_s or self._expected_bytes_per_s) * SLICE_SECONDS, MIN_SLICE_BYTES), MAX_SLICE_BYTES)
        return int(min(wished, self._limit_bytes))

    def arrived(self, size_bytes: int, took_s: float) -> None:
        """A slice came through whole."""
        rate = size_bytes / max(took_s, 0.001)
        if self._rate_bytes_per_s is None or size_bytes >= _TELLING_BYTES or rate > self._rate_bytes_per_s:
            self._rate_bytes_per_s = rate
        self._losses = 0
        self._limit_bytes = min(self._limit_bytes * 2, MAX_SLICE_BYTES)

    def cut(self, moved_bytes: int, moving_s: float) -> None:
        """A slice was cut after `moved_bytes` were acknowledged within `moving_s`."""
        if moved_bytes >= _TELLING_BYTES:
            self._rate_bytes_per_s = moved_bytes / max(moving_s, 0.001)

    def lost(self, size_bytes: int) -> None:
        """The server kept nothing of a slice that was cut."""
        self._losses += 1
        if self._losses >= _LOSSES_UNTIL_SMALLER:
            self._losses = 0
            self.too_large(size_bytes)

    def too_large(self, size_bytes: int) -> bool:
        """Something on the way takes no body of this size. False when it cannot be made smaller."""
        smaller = max(size_bytes // 2, SMALLEST_SLICE_BYTES)
        if self._chunk_bytes is not None or smaller >= size_bytes:
            return False
        self._limit_bytes = smaller
        return True
