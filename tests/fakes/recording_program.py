"""A window in miniature, as a program of its own: records with the synthetic microphone until it is killed or its input ends.

Arguments: drafts file, folder of speech, draft id, key (hex), take id. Prints one line per fact: `recorder PID`, `ready`,
`committed FRAMES`, `finished FRAMES`.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from pathlib import Path

from kiosk.audio.events import Committed, Ready, RecorderEvent, TakeFinished
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec


def main(drafts_path: str, folder: str, draft_id: str, key: str, take_id: str) -> None:
    ready = threading.Event()

    def listener(event: RecorderEvent) -> None:
        if isinstance(event, Ready):
            ready.set()
        elif isinstance(event, Committed):
            print("committed", event.frames, flush=True)
        elif isinstance(event, TakeFinished):
            print("finished", event.frames, flush=True)

    recorder = Recorder(SourceSpec.synthetic(Path(folder)), Path(drafts_path), listener)
    recorder.arm(draft_id, bytes.fromhex(key))
    if not ready.wait(30):
        raise SystemExit("the recorder does not start")
    (process,) = multiprocessing.active_children()
    print("recorder", process.pid, flush=True)
    recorder.start(take_id)
    print("ready", flush=True)
    sys.stdin.read()
    recorder.stop()
    recorder.close()
    recorder.wait_closed()


if __name__ == "__main__":
    main(*sys.argv[1:])
