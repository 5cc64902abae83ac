"""A link that comes and goes: a TCP relay on loopback with seeded windows, up for a while, down for a while, down in one of three ways.

* `reset`: every connection ends at once, and nobody is at home for new ones;
* `hole`: connections stay as they are and carry nothing ever again, as when a router has forgotten them; new ones are swallowed too;
* `pause`: nothing moves while it is down, and afterwards everything goes on.

    with broken_link(archive.port, seed=7, up_s=0.5, down_s=0.2) as link:
        ...
        link.stay_up()
"""

from __future__ import annotations

import random
import select
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

WAYS = ("reset", "hole", "pause")
_PIECE_BYTES = 16 * 1024
_TICK_S = 0.01


@dataclass(eq=False)
class _Pair:
    """A client and its archive. `dead` ones swallow what they are given."""

    client: socket.socket
    archive: socket.socket | None
    dead: bool = False

    def sockets(self) -> list[socket.socket]:
        return [self.client] if self.archive is None else [self.client, self.archive]

    def other(self, one: socket.socket) -> socket.socket | None:
        return self.archive if one is self.client else self.client

    def close(self, *, suddenly: bool) -> None:
        for one in self.sockets():
            if suddenly:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            one.close()


class BrokenLink:
    """One thread. `rate_bytes_per_s` bounds each direction of all connections together, so that uploads take some time.

    `outages` counts windows by how the link was down, `cut` the connections that met one.
    """

    def __init__(self, archive_port: int, *, seed: int, up_s: float, down_s: float, rate_bytes_per_s: float) -> None:
        self.outages: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()
        self._archive_port = archive_port
        self._rng = random.Random(seed)
        self._up_s, self._down_s, self._rate = up_s, down_s, rate_bytes_per_s
        self._way: str | None = None
        self._until_s = time.monotonic() + self._rng.expovariate(1 / up_s)
        self._pairs: list[_Pair] = []
        self._broken = True
        self._closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._listener.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="broken link", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def stay_up(self) -> None:
        """No more outages. What a hole has swallowed stays swallowed."""
        self._broken = False

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        budget, before_s = 0.0, time.monotonic()
        try:
            while not self._closing.is_set():
                now_s = time.monotonic()
                budget = min(budget + (now_s - before_s) * self._rate, self._rate / 10)
                before_s = now_s
                self._turn(now_s)
                budget -= self._move(budget)
        finally:
            for pair in self._pairs:
                pair.close(suddenly=True)
            self._listener.close()

    def _turn(self, now_s: float) -> None:
        """The end of a window is the beginning of the next."""
        if self._way is not None and not self._broken:
            self._way = None
        if not self._broken or now_s < self._until_s:
            return
        if self._way is not None:
            self._way = None
            self._until_s = now_s + self._rng.expovariate(1 / self._up_s)
            return
        self._way = self._rng.choice(WAYS)
        self._until_s = now_s + self._rng.expovariate(1 / self._down_s)
        self.outages[self._way] += 1
        self.cut[self._way] += sum(not pair.dead for pair in self._pairs)
        if self._way == "reset":
            for pair in self._pairs:
                pair.close(suddenly=True)
            self._pairs.clear()
        elif self._way == "hole":
            for pair in self._pairs:
                pair.dead = True

    def _move(self, budget: float) -> int:
        paused = self._way == "pause"
        watched = {one: pair for pair in self._pairs for one in pair.sockets() if not (paused and not pair.dead)}
        readable, _, _ = select.select([self._listener, *(watched if budget > _PIECE_BYTES or paused else [])], [], [], _TICK_S)
        moved = 0
        for one in readable:
            if one is self._listener:
                self._accept()
            elif watched[one] in self._pairs:
                moved += self._pass_on(one, watched[one])
        return moved

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        client.setblocking(True)
        if self._way == "reset":
            _Pair(client, None).close(suddenly=True)
            return
        if self._way == "hole":
            self._pairs.append(_Pair(client, None, dead=True))
            return
        try:
            archive = socket.create_connection(("127.0.0.1", self._archive_port), timeout=10)
        except OSError:
            _Pair(client, None).close(suddenly=True)
            return
        for one in (client, archive):
            one.settimeout(10)
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._pairs.append(_Pair(client, archive))

    def _pass_on(self, one: socket.socket, pair: _Pair) -> int:
        try:
            piece = one.recv(_PIECE_BYTES)
            other = pair.other(one)
            if piece and not pair.dead and other is not None:
                other.sendall(piece)
        except OSError:
            piece = b""
        if piece:
            return len(piece)
        if pair.dead and one is pair.archive:
            # The kiosk hears nothing of it: the archive's end is gone alone.
            one.close()
            pair.archive = None
        else:
            pair.close(suddenly=False)
            self._pairs.remove(pair)
        return 0


@contextmanager
def broken_link(archive_port: int, *, seed: int, up_s: float, down_s: float, rate_bytes_per_s: float = 4_000_000) -> Iterator[BrokenLink]:
    link = BrokenLink(archive_port, seed=seed, up_s=up_s, down_s=down_s, rate_bytes_per_s=rate_bytes_per_s)
    try:
        yield link
    finally:
        link.close()
