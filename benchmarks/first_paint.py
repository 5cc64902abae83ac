"""From starting the process to the first painted frame: our window beside an empty PySide6 window, on a private X server.

Each start is a new process; the medians of several, the two in turn so that whatever else the machine does meets both, after one
start of each that warms the disk cache.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop import Desktop
from row import Row, say

STARTS = 15
CHILD = Path(__file__).with_name("first_paint_child.py")


def main() -> None:
    with Desktop() as desktop:
        took_ms: dict[str, list[float]] = {"kiosk": [], "empty": []}
        for _ in range(1 + STARTS):
            for which, values in took_ms.items():
                values.append(first_paint_ms(which, desktop.env))
    ours, theirs = (round(statistics.median(took_ms[which][1:]), 1) for which in ("kiosk", "empty"))
    say(Row("Process start to first paint of the window", "ms", ours, "an empty PySide6 window", theirs))


def first_paint_ms(which: str, env: dict[str, str]) -> float:
    with tempfile.TemporaryDirectory(prefix="paint-") as folder:
        began_s = time.monotonic()
        done = subprocess.run(
            [sys.executable, str(CHILD), which],
            env={**env, "IDR_DATA_DIR": folder},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=60,
        )
    # The monotonic clock is one for all processes of the machine.
    return (float(done.stdout) - began_s) * 1000


if __name__ == "__main__":
    main()
