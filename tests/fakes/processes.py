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
    return _living(lambda folder, parent: _carries(folder, mark))


def descendants(mark: str) -> set[Process]:
    """The same, and every child of this process whatever its environment."""
    return _living(lambda folder, parent: parent == os.getpid() or _carries(folder, mark))


def bus_activated(process: Process) -> bool:
    """Whether a message bus started it on demand; the bus ends it when the bus itself ends."""
    try:
        return b"\0DBUS_STARTER_ADDRESS=" in b"\0" + (Path("/proc") / str(process.pid) / "environ").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False


def _carries(folder: Path, mark: str) -> bool:
    return mark.encode() in (folder / "environ").read_bytes().split(b"\0")


def _living(wanted: Callable[[Path, int], bool]) -> set[Process]:
    found = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            # Field 2 is the name in brackets and may hold anything; the numbers come after the last bracket.
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            state, parent, started_ticks = fields[0], int(fields[1]), int(fields[19])
            if state not in "ZX" and wanted(entry, parent):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
                found.add(Process(int(entry.name), started_ticks, command))
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue  # it ended while we looked, or is not ours
    return found


def poll(question: Callable[[], bool], timeout_s: float, every_s: float = POLL_S) -> bool:
    """Whether `question` came true before the time was over."""
    end_s = time.monotonic() + timeout_s
    while not question():
        if time.monotonic() > end_s:
            return False
        time.sleep(every_s)
    return True
