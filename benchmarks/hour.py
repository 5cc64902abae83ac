"""An answer of a whole hour: how much memory its recording takes on, and how much it takes to make the files that are sent.

The recording is that of the real window and the real recorder, with recorded speech that comes in 15 times as fast as anybody
speaks (hour_window.py says what that means), so that it takes four minutes; `hour_window.py 60 1` is the same in real time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from row import Row, say

MINUTES, SPEED = 60, 15
_ALLOWED_MB = 10.0
_LONGEST_S = 900


def child(name: str, *arguments: object) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(name)), *map(str, arguments)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_LONGEST_S,
    )
    found: dict[str, float] = json.loads(done.stdout)
    print(f"  {name} {' '.join(map(str, arguments))}: {done.stdout.strip()}", file=sys.stderr, flush=True)
    return found


def main() -> None:
    gained = child("hour_window.py", MINUTES, SPEED)
    if gained["minutes"] < MINUTES * 0.99:
        raise RuntimeError(f"the recorder did not keep up: {gained['minutes']:.1f} minutes")
    for who in ("window", "recorder"):
        say(
            Row(
                f"Memory the {who} takes on while {MINUTES} minutes are recorded ({SPEED} times as fast)",
                "MB",
                round(gained[f"{who}_gained_mb"], 2),
                "what we allow",
                _ALLOWED_MB,
            )
        )
    for kind, words in (("opus", "listening copy"), ("flac", "master")):
        with tempfile.TemporaryDirectory(prefix="hour-") as folder:
            made = child("hour_files.py", folder, kind)
        say(
            Row(
                f"Memory to make the {words} of {MINUTES} minutes",
                "MB",
                round(made["most_mb"], 1),
                "the file itself",
                round(made["file_mb"], 1),
            )
        )


if __name__ == "__main__":
    main()
