"""One body's passage over one connection: how much of it has arrived, and whether the connection has died under it.

A link that goes quiet for some seconds is common and mends itself; cutting it costs three round trips and what was in flight. So after
`suspect_s` without an acknowledged byte the connection is only suspect: a small question on a second connection (`probe`) tells whether
there is a way at all. If that is answered and the first still gets nothing through, it is dead and cut. decisions/0017 has the reasons.
"""

from __future__ import annotations

import socket
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sync.transport.faults import RetryLater, stalled, unreachable
from sync.transport.pace import Pace
from sync.transport.tcp_facts import TcpFacts, forget_unsent, read_facts, retry_at_least_every, send_buffer_bytes

# What a link is taken to carry while nothing has been measured: the slowest we are built for, 64 kbit/s.
SLOWEST_BYTES_PER_S = 8_000.0
_LEAST_PATIENCE_S = 0.5
# A question on a new connection takes so many round trips: TCP, TLS 1.3, and itself.
_ROUND_TRIPS_OF_A_QUESTION = 3
# The question is kept for so long after the connection has moved again: the other end's system may take what its program has given up.
_SPARE_S = 5.0
# TCP itself tries again at least this often while nothing is acknowledged, less often only where round trips are long; more often once
# it is clear that whatever was under way is lost.
_RETRY_S, _RETRY_ROUND_TRIPS = 2.0, 2.0
_SUSPECT_RETRY_S, _SUSPECT_RETRY_ROUND_TRIPS = 1.0, 1.0


@dataclass(frozen=True)
class Watch:
    """When a connection is suspect, when it is dead, and by which clock. `tick_s` is real time, the others are `monotonic`'s.

    Nothing acknowledged for max(`suspect_s`, `suspect_round_trips` x RTT): suspect, asked every `probe_every_s` on a second connection.
    That one answered, and still nothing after `patience_round_trips` x RTT: dead; two more have passed since the question's first packet
    was answered, which was when the way was open at the latest. Nothing for `give_up_s`: dead in any case.
    Once everything is acknowledged, the answer may take max(`answer_s`, 2 x what was unacknowledged / rate).
    """

    suspect_s: float = 8.0
    suspect_round_trips: float = 6.0
    probe_every_s: float = 2.0
    patience_round_trips: float = 1.0
    give_up_s: float = 60.0
    answer_s: float = 30.0
    tick_s: float = 0.25
    monotonic: Callable[[], float] = time.monotonic
    facts: Callable[[socket.socket], TcpFacts | None] = read_facts


class Probe(Protocol):
    """The question on a second connection. Asked and asked after on the thread that sends; never blocks it."""

    @property
    def answered(self) -> bool: ...

    def ask(self, round_trip_s: float) -> bool:
        """False if a question is still under way; then nothing is asked."""

    def wait(self, seconds: float) -> bool:
        """At most so long, for the question to end. Whether it has, or none is under way."""

    def switch(self) -> bool:
        """The connection that was answered on is the one to go on with. Whether the answer was the archive's proof."""

    def leave(self) -> None:
        """The first connection lives: whatever comes of the question is not wanted any more."""


class Passage:
    """Begins at `offset_bytes` of the file. Lives on the thread that sends. `rate_bytes_per_s` is what was measured before, if anything."""

    def __init__(self, watch: Watch, probe: Probe | None, offset_bytes: int, rate_bytes_per_s: float | None) -> None:
        self._watch = watch
        self._probe = probe
        self._rate_bytes_per_s = rate_bytes_per_s or SLOWEST_BYTES_PER_S
        self._connection: socket.socket | None = None
        self._pace: Pace | None = None
        self._buffer_bytes: int | None = None  # where the system does not tell
        # After which byte of the connection the other end has the file up to where. Whole TLS records, as it can open no half.
        self._marks: deque[tuple[int, int]] = deque()
        self._handed = offset_bytes
        self._arrived = offset_bytes
        self._acknowledged = (-1, 0)
        self._retry_s = 0.0
        self._idle = False
        self._round_trip_s = self._shortest_s = 0.0
        self._whole = False
        self._began_at_s = self._moved_at_s = 0.0
        self._asked_at_s: float | None = None
        self._answered_at_s: float | None = None
        self._trusted_at_s: float | None = None

    @property
    def arrived(self) -> int:
        """Up to where the other end's TCP has the file, as far as this system can tell. Never more than that, never less than before."""
        return self._arrived

    @property
    def moving_s(self) -> float:
        """From the beginning until it last got on."""
        return self._moved_at_s - self._began_at_s

    def begin(self, connection: socket.socket) -> None:
        """Before the first byte of the request goes into `connection`."""
        self._connection = connection
        self._pace = Pace(connection)
        self._began_at_s = self._moved_at_s = self._watch.monotonic()
        facts = self._watch.facts(connection)
        if facts is None:
            self._buffer_bytes = send_buffer_bytes(connection)
        else:
            self._acknowledged = (facts.acked_bytes, facts.delivered)
            self._round_trip_s, self._shortest_s = facts.round_trip_s, facts.shortest_s or facts.round_trip_s

    def hand_over(self, position: int, *, whole: bool = False) -> None:
        """The system has taken the file up to `position`; `whole`: that was all of it."""
        if self._connection is not None:
            facts = self._watch.facts(self._connection)
            if facts is None:
                if self._buffer_bytes is not None:
                    self._arrived = max(self._arrived, position - self._buffer_bytes)
                if position > self._handed:
                    self._moved_at_s = self._watch.monotonic()
            else:
                if position > self._handed:
                    self._marks.append((facts.acked_bytes + facts.queued_bytes, position))
                self._look_at(facts)
        self._handed = max(self._handed, position)
        self._whole = self._whole or whole

    def check(self) -> None:
        """Asked again and again while the connection takes nothing or gives no answer. Raises RetryLater when it has to be given up."""
        if self._connection is None:
            return
        facts = self._watch.facts(self._connection)
        if facts is not None:
            self._look_at(facts)
        waited_s = self._watch.monotonic() - self._moved_at_s
        queued_bytes = (self._buffer_bytes or 0) if facts is None else facts.queued_bytes
        if self._whole and (facts is None or not queued_bytes):
            if waited_s >= max(self._watch.answer_s, 2 * queued_bytes / self._rate_bytes_per_s):
                raise unreachable()
            return
        if waited_s >= self._watch.give_up_s:
            raise self._dead()
        if waited_s >= max(self._watch.suspect_s, self._watch.suspect_round_trips * self._shortest_s):
            self._retry_every(max(_SUSPECT_RETRY_S, _SUSPECT_RETRY_ROUND_TRIPS * self._shortest_s))
            self._doubt(self._probe)

    def another_way(self, cancelled: Callable[[], bool]) -> RetryLater | None:
        """After the connection broke by itself: if it is or was just suspect, the question under way is the quickest way to go on, and
        its answer is waited for. None when there is none.
        """
        if self._probe is None or (self._asked_at_s is None and self._trusted_at_s is None):
            return None
        began_s = self._watch.monotonic()
        while not self._probe.wait(self._watch.tick_s):
            if cancelled() or self._watch.monotonic() - began_s >= self._watch.give_up_s:
                return None
        return stalled(proven=self._probe.switch()) if self._probe.answered else None

    def end(self) -> None:
        """The request is over, however it ended."""
        self._connection = None
        if self._probe is not None:
            self._probe.leave()

    def _look_at(self, facts: TcpFacts) -> None:
        if self._pace is not None:
            self._pace.look()
        # If it is quiet while everything is acknowledged and more is to come, it is we who are slow.
        idle = not facts.queued_bytes and not self._whole
        acknowledged = (facts.acked_bytes, facts.delivered)
        if acknowledged != self._acknowledged or idle or self._idle:
            self._moved_at_s = self._watch.monotonic()
            self._acknowledged = acknowledged
            self._round_trip_s, self._shortest_s = facts.round_trip_s, facts.shortest_s or facts.round_trip_s
            self._retry_every(max(_RETRY_S, _RETRY_ROUND_TRIPS * self._round_trip_s))
            self._trust()
        self._idle = idle
        while self._marks and self._marks[0][0] <= facts.acked_bytes:
            self._arrived = self._marks.popleft()[1]

    def _retry_every(self, seconds: float) -> None:
        if self._connection is not None and not 0.8 * self._retry_s <= seconds <= 1.25 * self._retry_s:
            self._retry_s = seconds
            retry_at_least_every(self._connection, seconds)

    def _trust(self) -> None:
        now_s = self._watch.monotonic()
        if self._asked_at_s is not None:
            self._trusted_at_s = now_s
        elif self._trusted_at_s is not None and now_s - self._trusted_at_s >= _SPARE_S and self._probe is not None:
            self._probe.leave()
            self._trusted_at_s = None
        self._asked_at_s = self._answered_at_s = None

    def _doubt(self, probe: Probe | None) -> None:
        if probe is None:
            return
        now_s = self._watch.monotonic()
        if self._asked_at_s is not None and probe.answered:
            if self._answered_at_s is None:
                self._answered_at_s = now_s
            # As long as the way itself takes: before, our own data stood in a queue, and the question may have waited for a way.
            round_trip_s = (self._answered_at_s - self._asked_at_s) / _ROUND_TRIPS_OF_A_QUESTION
            round_trip_s = min(round_trip_s, self._shortest_s or round_trip_s)
            if now_s - self._answered_at_s >= max(self._watch.patience_round_trips * round_trip_s, _LEAST_PATIENCE_S):
                raise self._dead(proven=probe.switch())
        elif (self._asked_at_s is None or now_s - self._asked_at_s >= self._watch.probe_every_s) and probe.ask(self._shortest_s):
            self._asked_at_s, self._trusted_at_s = now_s, None

    def _dead(self, *, proven: bool = False) -> RetryLater:
        assert self._connection is not None
        forget_unsent(self._connection)
        return stalled(proven=proven)
