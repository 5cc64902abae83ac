"""How much the upload door takes on at once, and when whoever finds it full had better come again.

After an outage all kiosks dial in the same minute. What the machine cannot do now is refused at once, with a time to come again that
spreads them; what it has begun is finished. Bodies may take hours on a thin link and cost little, so many are let in, but no kiosk
more than a few, and one that has fallen silent gives its place to one that speaks. Asyncio, one event loop.
"""

from __future__ import annotations

import asyncio
import random
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from archive.intake.seats import Seat
from archive.intake.tus_protocol import Refusal

# One worker sends one package at a time; its earlier connections may not have been found dead yet.
BODIES_OF_ONE_KIOSK = 4
# A body that has said nothing for so long is likely to be on a dead link.
SILENT_S = 5.0
# What a small machine surely answers in a second, before it is known what this one does.
_ANSWERS_PER_S = 100
# Of the time that a request has to be worked on: outside there may be as many again as inside, and they are told to come one by one.
_SPREAD = 3
_LONGEST_S = 300
# How much of its opinion the newest request changes.
_WEIGHT = 0.1


# For everything that is no body: other connections, the database, files of the public site.
_OTHER_FILES = 256


def bodies_that_fit(wanted: int) -> int:
    """No more than this process may have files open: a body is two, its connection and its file."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return wanted if allowed == resource.RLIM_INFINITY else max(1, min(wanted, (allowed - _OTHER_FILES) // 2))


class Admission:
    """`bodies` are received at once at most, `requests` are worked on at once at most besides."""

    def __init__(
        self, *, bodies: int, requests: int, rng: random.Random | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._most_bodies, self._most_requests = bodies, requests
        self._rng, self._monotonic = rng or random.Random(), monotonic
        self._takes_s = 0.0
        self._working = 0
        self._bodies: dict[Seat, str] = {}

    @contextmanager
    def request(self, *, cheap: bool, waited_s: Callable[[], float] = lambda: 0.0) -> Iterator[None]:
        """For the time of one request. Raises Refusal 503 when there is too much work already; a cheap one is always let in.

        `waited_s` is asked at the end how much of that time was the client's own.
        """
        if self._working >= self._most_requests and not cheap:
            raise self.busy()
        self._working += 1
        began_s = self._monotonic()
        try:
            yield
        finally:
            self._working -= 1
            took_s = self._monotonic() - began_s - waited_s()
            if not cheap:
                self._takes_s += (took_s - self._takes_s) * _WEIGHT

    @contextmanager
    def body(self, kiosk_id: str, seat: Seat) -> Iterator[None]:
        """For the time in which a body is received; the request counts as a body then. Raises Refusal 503.

        A kiosk that sends more bodies than it can mean loses its oldest; when all places are taken, the one that has been silent
        longest goes, if any is silent.
        """
        own = [other for other, whose in self._bodies.items() if whose == kiosk_id]
        if len(own) >= BODIES_OF_ONE_KIOSK:
            own[0].make_room()
        elif len(self._bodies) >= self._most_bodies:
            silent = min(self._bodies, key=lambda other: other.heard_s, default=None)
            if silent is None or asyncio.get_running_loop().time() - silent.heard_s < SILENT_S:
                raise self.busy()
            silent.make_room()
            # Its place is given away here: it only has to put down what it holds.
            del self._bodies[silent]
        self._bodies[seat] = kiosk_id
        self._working -= 1
        try:
            yield
        finally:
            self._working += 1
            self._bodies.pop(seat, None)

    def busy(self) -> Refusal:
        """The answer to whoever finds no place."""
        return Refusal(503, "busy", Retry_After=self.come_again_s())

    def come_again_s(self) -> str:
        """A `Retry-After` that spreads all who are told to come again over the time that the present ones take."""
        load = self._working + len(self._bodies)
        spread_s = max(load / _ANSWERS_PER_S, self._takes_s * _SPREAD)
        return str(2 + round(self._rng.uniform(0, min(spread_s, _LONGEST_S))))
