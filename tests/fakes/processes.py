"""Looking at this machine's processes, so that a test can prove it left none behind. Linux only (`/proc`)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

POLL_S = 0.02


@dataclass(frozen=True)
class Process:
    """`started_ticks` tells a process from a later one that was given the same number."""

    pid: int
    started_ticks: int
    command: str


def marked(mark: str) -> set[Process]:
    """Living processes with `mark` (`NAME=value`) in their environment.

    Environments are inherited, so this also finds what a dead process started and left behind.
    """
    return _living(lambda pid, parent: mark.encode() in (Path("/proc") / str(pid) / "environ").read_bytes().split(b"\0"))


def children() -> set[Process]:
    """Living processes that this one started itself."""
    return _living(lambda pid, parent: parent == os.getpid())


def _living(wanted: Callable[[int, int], bool]) -> set[Process]:
    found = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            # Field 2 is the name in brackets and may hold anything; the numbers come after the last bracket.
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            state, parent, started_ticks = fields[0], int(fields[1]), int(fields[19])
            if state not in "ZX" and wanted(int(entry.name), parent):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
                found.add(Process(int(entry.name), started_ticks, command))
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue  # it ended while we looked, or is not ours
    return found


def poll(question: Callable[[], bool], timeout_s: float) -> bool:
    """Whether `question` came true before the time was over."""
    end_s = time.monotonic() + timeout_s
    while not question():
        if time.monotonic() > end_s:
            return False
        time.sleep(POLL_S)
    return True
