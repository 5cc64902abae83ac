"""A sync worker that kills itself right before the NTH rename that would make a changed `enrolment.json` the real one.

dying_rotation.py DATA_DIR NTH
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import sync.durable
from sync.__main__ import work
from sync.config import SyncConfig
from sync.enrolled import load_enrolled


def main(folder: Path, deadly_rename: int) -> None:
    rename, seen = os.replace, 0

    def replace(source: Path, destination: Path) -> None:
        nonlocal seen
        seen += 1
        if seen == deadly_rename:
            os.kill(os.getpid(), signal.SIGKILL)
        rename(source, destination)

    sync.durable.os.replace = replace  # type: ignore[assignment]
    enrolled = load_enrolled(folder)
    assert enrolled is not None
    work(folder, enrolled, SyncConfig(), threading.Event(), once=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
