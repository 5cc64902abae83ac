"""`idr-sync export` or `import-receipts` that kills itself right after a named step. Run as a program by `test_courier_kill`.

dying_courier.py DATA_DIR COMMAND STICK STEP NTH
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

from sync.courier_commands import run_courier


def main(folder: Path, command: str, stick: Path, deadly_step: str, nth: int) -> None:
    seen = 0

    def on_step(step: str) -> None:
        nonlocal seen
        seen += step == deadly_step
        if seen == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    run_courier(argparse.Namespace(command=command, stick=stick, json=True), folder, on_step=on_step)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
