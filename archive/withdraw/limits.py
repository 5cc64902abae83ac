"""How often codes may be tried, so that nobody guesses one and nobody keeps the server busy with slow hashing.

Counted in this process's memory (Django's default cache), for an hour, and forgotten with it: nothing about who asked reaches a disk.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.cache import cache

_HOUR_S = 3600


@dataclass(frozen=True)
class HourlyLimit:
    """`of_one` for each asker, `of_all` for everybody together, in an hour that begins with the first try."""

    name: str
    of_one: int
    of_all: int

    def allows(self, asker: str) -> bool:
        """Counts one try. `asker` may be anything; only a hash of it is kept."""
        one = hashlib.sha256(asker.encode()).hexdigest()
        return self._count(f"{self.name}:one:{one}") <= self.of_one and self._count(f"{self.name}:all") <= self.of_all

    def _count(self, key: str) -> int:
        cache.add(key, 0, _HOUR_S)
        try:
            return int(cache.incr(key))
        except ValueError:  # lapsed between the two lines
            cache.add(key, 1, _HOUR_S)
            return 1


# With 10^15 codes, 1,200 tries an hour find one of ten thousand stories by chance once in ten thousand years.
WEB_LIMIT = HourlyLimit("withdraw-web", of_one=20, of_all=1200)
# A kiosk lets ten codes an hour be typed; more come only after days without a connection.
KIOSK_LIMIT = HourlyLimit("withdraw-kiosk", of_one=120, of_all=6000)
RETRY_S = _HOUR_S
