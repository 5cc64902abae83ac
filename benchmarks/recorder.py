"""Samples lost and CPU used while the window is busy: our recorder process, beside a plain Python callback in the window's process.

Both record position-coded sound from the same strict microphone (tests/fakes/strict_microphone.py) under the same load, one
after the other, 8 s each. Every row is one run; on a virtual device a single slip of 10 ms (0.13 %) is noise.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from row import Row, say
from strict_microphone import StrictMicrophone

SECONDS = 8.0
LOADS = {
    "none": "nothing else going on",
    "paint": "window repainting all the time",
    "gil-50": "interpreter held for 50 ms",
    "gil-200": "interpreter held for 200 ms",
    "gil-500": "interpreter held for 500 ms",
    "gil-2000": "interpreter held for 2000 ms",
    "cores": "four processes spinning",
}
_BESIDE = "Python callback in the window"
_WINDOW = Path(__file__).with_name("recording_window.py")


def measure(design: str, load: str, env: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, str(_WINDOW), design, load, str(SECONDS)],
        env={**os.environ, **env, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, float] = json.loads(done.stdout)
    print(f"  {load} {design}: {done.stdout.strip()}", file=sys.stderr, flush=True)
    return found


def lost_percent(found: dict[str, float]) -> float:
    return 100 * found["lost"] / (found["lost"] + found["kept"])


def main() -> None:
    microphone = StrictMicrophone()
    try:
        priority = "realtime" if microphone.realtime else "ordinary"
        print(f"  audio threads have {priority} priority", file=sys.stderr, flush=True)
        for load, words in LOADS.items():
            ours, theirs = (measure(design, load, microphone.env) for design in ("process", "callback"))
            say(Row(f"Samples lost, {words}", "%", lost_percent(ours), _BESIDE, lost_percent(theirs)))
            if load == "none":
                cpu = [100 * found["cpu_s"] / SECONDS for found in (ours, theirs)]
                say(Row("CPU of window and recorder, recording", "% of a core", cpu[0], f"{_BESIDE}, which keeps nothing safe", cpu[1]))
    finally:
        microphone.close()


if __name__ == "__main__":
    main()
