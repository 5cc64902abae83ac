"""A wall clock that is set by hand while programs run. Their monotonic clock goes on as ever, as it does on a real machine.

clock = WrongClock(tmp_path / "clock")
with zygote("worker", log, {**os.environ, **clock.environ}) as workers:
    clock.jump(-10 * YEAR_S)
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path

YEAR_S = 365 * 24 * 3600
_VARIABLE = "TEST_CLOCK"


class WrongClock:
    """The test's side: how far off the clock is stands in a file, and is read whenever somebody asks for the time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.jump(0)
        self.environ = {_VARIABLE: str(file)}

    def jump(self, seconds: int) -> None:
        """From now on it is so much later (or earlier) than it is."""
        new = self._file.with_name(f"{self._file.name}.new")
        new.write_text(str(seconds))
        os.replace(new, self._file)


def install() -> None:
    """In a program that was started with `environ`, before it imports what tells the time. Anywhere else this does nothing."""
    if _VARIABLE not in os.environ:
        return
    file, real = Path(os.environ[_VARIABLE]), time.time

    def now_s() -> float:
        return real() + int(file.read_text())

    time.time = now_s
    time.time_ns = lambda: int(now_s() * 1e9)


def install_for_django() -> None:
    """The same for what Django calls now. After `install`."""
    if _VARIABLE not in os.environ:
        return
    from django.utils import timezone

    def now(tz: tzinfo = UTC) -> datetime:
        return datetime.fromtimestamp(time.time(), tz)

    timezone.now = now
