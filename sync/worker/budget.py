"""What goes out: shown while it travels, counted by the month, and held back where it would cost too much."""

from __future__ import annotations

from sync.limits import Hold, Limits, month_of
from sync.outbox import IllegalMove, Outbox, PackageRow
from sync.schedule import Clock
from sync.worker.ports import Upkeep

_SHOW_PROGRESS_EVERY_S = 5.0
# Below our bytes lie TLS, TCP and IP, which a provider counts as well (measured: 4 to 6 %).
_ON_THE_WIRE = 1.06


class Budget:
    """On the worker's thread."""

    def __init__(self, outbox: Outbox, clock: Clock, limits: Limits, upkeep: Upkeep) -> None:
        self._outbox = outbox
        self._clock = clock
        self._limits = limits
        self._upkeep = upkeep

    @property
    def cap_bytes_per_s(self) -> int | None:
        return self._now().cap_bytes_per_s

    def hold(self) -> Hold:
        """What may not travel at this moment."""
        now_s = self._clock.now_s()
        limits = self._now()
        sent_bytes = self._outbox.sent_bytes_in(month_of(now_s)) if limits.monthly_bytes is not None else 0
        return limits.hold(self._outbox.link(), sent_bytes, now_s)

    def allows(self, row: PackageRow) -> bool:
        """Whether the bytes of this package may travel at this moment."""
        return not self.hold().keeps(row.state, row.part, row.must_go)

    def counting(self, row: PackageRow, offset_bytes: int) -> Counting:
        return Counting(self._outbox, self._clock, row, offset_bytes, self._bytes_left())

    def _bytes_left(self) -> float | None:
        """Of this month's limit, in bytes of ours; None without a limit."""
        monthly_bytes = self._now().monthly_bytes
        if monthly_bytes is None:
            return None
        return (monthly_bytes - self._outbox.sent_bytes_in(month_of(self._clock.now_s()))) / _ON_THE_WIRE

    def _now(self) -> Limits:
        return self._limits.under(self._upkeep.policy)


class Counting:
    """Of one slice. `finish` is its last call."""

    def __init__(self, outbox: Outbox, clock: Clock, row: PackageRow, offset_bytes: int, left_bytes: float | None) -> None:
        self._outbox = outbox
        self._clock = clock
        self._row = row
        self._from_bytes = offset_bytes
        self._left_bytes = left_bytes
        self._sent_bytes = offset_bytes
        self._counted_bytes = offset_bytes
        self._shown_at_s = clock.monotonic_s()

    @property
    def over_the_limit(self) -> bool:
        return self._left_bytes is not None and not self._row.must_go and self._sent_bytes - self._from_bytes >= self._left_bytes

    def show(self, sent_bytes: int) -> None:
        """Seldom enough written down that its commits cost nothing."""
        self._sent_bytes = max(self._sent_bytes, sent_bytes)
        if self._clock.monotonic_s() - self._shown_at_s >= _SHOW_PROGRESS_EVERY_S:
            self._shown_at_s = self._clock.monotonic_s()
            self._count()
            try:
                self._outbox.note(self._row.package_id, sent_bytes=self._sent_bytes)
            except IllegalMove:
                # Taken back, or signed for by another way: whoever sends it is about to be told.
                return

    def finish(self) -> None:
        """Also after a cut: what went out has been paid for, whether it arrived or not."""
        self._count()

    def _count(self) -> None:
        more_bytes = self._sent_bytes - self._counted_bytes
        if more_bytes > 0:
            self._outbox.add_sent_bytes(month_of(self._clock.now_s()), round(more_bytes * _ON_THE_WIRE))
            self._counted_bytes = self._sent_bytes
