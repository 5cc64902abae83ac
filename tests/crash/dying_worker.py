"""A sync worker that kills itself, as no handler can prevent, right after a named step. Run as a program by `test_worker_kill`.

dying_worker.py DATA_DIR STEP NTH
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from sync.__main__ import work
from sync.config import SyncConfig
from sync.enrolled import load_enrolled


def main(folder: Path, deadly_step: str, nth: int) -> None:
    seen = 0

    def on_step(step: str) -> None:
        nonlocal seen
        seen += step == deadly_step
        if seen == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    enrolled = load_enrolled(folder)
    assert enrolled is not None
    work(folder, enrolled, SyncConfig(), threading.Event(), once=True, on_step=on_step)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
