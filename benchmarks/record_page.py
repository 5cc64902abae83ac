"""What somebody who records sees and loses: Record to the first kept sample, and the moving picture of the voice on a 4K screen.

The window is the real one, 3840×2160, painted without a graphics card; the microphone is the strict one, which waits for nobody.
Beside each figure stands what we promise.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from row import Row, say
from strict_microphone import StrictMicrophone

SECONDS = 8
PRESSES = 10
_PROMISED = "what we promise"
_WINDOW = Path(__file__).with_name("record_page_window.py")


def measure(mode: str, amount: int, env: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(_WINDOW), mode, str(amount)],
        env={**os.environ, **env, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    print(f"  {mode}: {done.stdout.strip()}", file=sys.stderr, flush=True)
    return found


def main() -> None:
    microphone = StrictMicrophone()
    try:
        late_ms = measure("press", PRESSES, microphone.env)["late_ms"]
        # Below zero: a sample from before the press is kept. That is no loss, but no merit either.
        say(Row(f"Record to the first kept sample, worst of {PRESSES}", "ms", max(0.0, *late_ms), _PROMISED, 150.0))
        for mode, words in (("meter", "recording at 3840×2160"), ("repaint", "the same while all of the window repaints")):
            found = measure(mode, SECONDS, microphone.env)
            if mode == "meter":
                say(Row(f"Between two pictures of the voice, {words}", "ms", found["mean_ms"], f"{_PROMISED} (25 a second)", 40.0))
            say(Row(f"Samples lost, {words}", "%", 100 * found["lost"] / (found["lost"] + found["kept"]), _PROMISED, 0.0))
    finally:
        microphone.close()


if __name__ == "__main__":
    main()
