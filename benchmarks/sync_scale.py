"""A laptop with 10,000 packages waiting: how soon the worker is at work, what memory it takes, how soon its state can be read.

The worker is started as a service would start it and has begun when its first connection reaches the archive's address. Its memory
is the most it holds in its first seconds with an archive that answers, and with one that cannot be reached.
"""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from row import Row, say
from sync_stage import Kiosk, Stage, ended, loopback_stage

from sync.contract.package import Part, new_package_id
from sync.enrolled import save_enrolled
from sync.outbox import NewPackage
from sync.status import read_status

WAITING = 10_000
FEW = 10
START_ALLOWED_S, MEMORY_ALLOWED_MB, STATUS_ALLOWED_MS = 2.0, 100.0, 100.0
_SMALL_BYTES = 2_000
_FILES = 1_000  # that really are on the disk: more than a worker sends while it is watched
_WATCHED_S, _START_S = 15, 60
_TIMES = 15


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sync-scale-") as name, loopback_stage(Path(name)) as stage:
        start_s, memory_mb, status_ms, command_ms = figures(stage, WAITING)
        few_start_s, few_memory_mb, few_status_ms, few_command_ms = figures(stage, FEW)
    few = f"with {FEW}"
    say(Row(f"Worker start with {WAITING} packages waiting", "s", start_s, "what we allow", START_ALLOWED_S))
    say(Row(f"Worker start with {WAITING} packages waiting", "s", start_s, few, few_start_s))
    say(Row(f"Memory of the worker with {WAITING} packages waiting", "MB", memory_mb, "what we allow", MEMORY_ALLOWED_MB))
    say(Row(f"Memory of the worker with {WAITING} packages waiting", "MB", memory_mb, few, few_memory_mb))
    say(Row(f"Status of {WAITING} packages, as the window reads it", "ms", status_ms, "what we allow", STATUS_ALLOWED_MS))
    say(Row(f"Status of {WAITING} packages, as the window reads it", "ms", status_ms, few, few_status_ms))
    say(Row(f"`idr-sync status` with {WAITING} packages, Python's start and all", "ms", command_ms, few, few_command_ms))


def figures(stage: Stage, count: int) -> tuple[float, float, float, float]:
    """Start in s, memory in MB, status and the status command in ms."""
    with Kiosk(stage, f"with-{count}") as kiosk:
        fill(kiosk, count)
        status_ms = least_ms(lambda: len(read_status(kiosk.folder).packages) == count)
        # No time-out: Popen.wait would look at its clock only now and then.
        command_ms = least_ms(lambda: kiosk.start("status").wait())
        memory_mb = watched_mb(kiosk)
        start_s = median(time_to_first_connection(kiosk) for _ in range(5))
    return round(start_s, 2), round(memory_mb, 1), round(status_ms, 1), round(command_ms, 0)


def fill(kiosk: Kiosk, count: int) -> None:
    """Two packages to a story, as in life. Most have no file: nobody gets as far as those."""
    real = [kiosk.new_package(_SMALL_BYTES) for _ in range(min(count, _FILES))]
    rest = (NewPackage(new_package_id(), Part.LISTEN, f"{new_package_id()}.age", "0" * 64, _SMALL_BYTES) for _ in range(count - len(real)))
    packages = [*real, *rest]
    for begin in range(0, count, 2):
        first, second = packages[begin : begin + 2]
        kiosk.queue(first, replace(second, part=Part.MASTER))


def least_ms(work: Callable[[], object]) -> float:
    """The median of some times, after one that counts for nothing."""
    work()
    took_s = []
    for _ in range(_TIMES):
        began_s = time.perf_counter()
        work()
        took_s.append(time.perf_counter() - began_s)
    return 1000 * median(took_s)


def watched_mb(kiosk: Kiosk) -> float:
    process = kiosk.start("run")
    try:
        time.sleep(_WATCHED_S)
        if process.poll() is not None:
            raise RuntimeError(f"the worker ended with {process.returncode}")
        return held_most_mb(process)
    finally:
        ended(process)


def held_most_mb(process: subprocess.Popen[bytes]) -> float:
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024 / 1e6


def time_to_first_connection(kiosk: Kiosk) -> float:
    """To a listener that only hangs up."""
    kiosk.outbox.try_now()
    before = kiosk.enrolled
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(_START_S)
        save_enrolled(kiosk.folder, replace(before, url=f"https://127.0.0.1:{listener.getsockname()[1]}"))
        began_s = time.monotonic()
        process = kiosk.start("run")
        try:
            connection, _ = listener.accept()
            took_s = time.monotonic() - began_s
            connection.close()
        finally:
            ended(process)
            save_enrolled(kiosk.folder, before)
    return took_s


if __name__ == "__main__":
    main()
