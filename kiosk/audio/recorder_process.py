"""The recorder's own process: `run` is what it runs, spawned by `kiosk.audio.recorder`.

It alone holds the microphone. Nothing that the window does can make it lose samples, and if the window goes away, it finishes
the take and ends. It is told what to do and tells what happens through one pipe.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

from kiosk.audio.capture import Capture
from kiosk.audio.events import Close, Failed, RecorderEvent
from kiosk.audio.meter import Level
from kiosk.audio.source import Source, SourceSpec
from kiosk.audio.synthetic import SyntheticSource
from kiosk.audio.undumpable import make_undumpable
from kiosk.drafts.store import Draft, DraftStore
from kiosk.errors import DiskFull, StorageFault
from sync.contract.faults import EnvironmentFault
from sync.quiet_errors import die_quietly, ending_quietly

TICK_S = 0.02
FLUSH_WITHIN_S = 2.0
MOST_WAITING_EVENTS = 100


def run(pipe: Connection, spec: SourceSpec, drafts_path: Path) -> None:
    """Returns when the take is finished after Close, after a fault it has told, on SIGTERM, or when the window's end is closed."""
    die_quietly()
    with ending_quietly():
        _run(pipe, spec, drafts_path)


def _run(pipe: Connection, spec: SourceSpec, drafts_path: Path) -> None:
    make_undumpable()
    ending = threading.Event()

    def on_sigterm(number: int, frame: FrameType | None) -> None:
        ending.set()

    signal.signal(signal.SIGTERM, on_sigterm)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal goes to both; the window decides
    teller = Teller(pipe)
    drafts = Drafts(drafts_path)
    try:
        _record(pipe, Capture(open_source(spec), drafts.open, teller.tell, time.monotonic), ending)
    except EnvironmentFault as fault:
        # The microphone is closed by now, so that the next recorder can have it as soon as the window hears of this.
        teller.tell(Failed(fault.code, fault.sentence))
    finally:
        drafts.close()
        teller.flush(FLUSH_WITHIN_S)


def open_source(spec: SourceSpec) -> Source:
    """The microphone that `spec` describes, not yet opened."""
    if spec.kind == "synthetic":
        return SyntheticSource(spec)
    # PortAudio looks for every sound system when its module is imported; a process that needs none should not wait for that.
    from kiosk.audio.portaudio import PortAudioSource

    return PortAudioSource(spec)


def _record(pipe: Connection, capture: Capture, ending: threading.Event) -> None:
    try:
        capture.open()
        while not ending.is_set() and _obey_all(pipe, capture):
            capture.tick()
    except EnvironmentFault as fault:
        capture.end(disk_usable=not isinstance(fault, DiskFull | StorageFault))
        raise
    capture.end()


def _obey_all(pipe: Connection, capture: Capture) -> bool:
    """Waits for commands for one tick and obeys those that are there. False when it is time to end."""
    wait_s = TICK_S
    try:
        while pipe.poll(wait_s):
            command = pipe.recv()
            if isinstance(command, Close):
                return False
            capture.obey(command)
            wait_s = 0.0
    except (EOFError, OSError):  # the window is gone, perhaps in the middle of a word
        return False
    return True


class Drafts:
    """The draft store, opened with the first draft."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store: DraftStore | None = None

    def open(self, draft_id: str, key: bytes) -> Draft:
        if self._store is None:
            self._store = DraftStore(self._path)
        return self._store.open(draft_id, key)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


class Teller:
    """Sends events from a thread of its own: a window that does not read must never hold up the recording."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._waiting: deque[RecorderEvent] = deque()
        self._changed = threading.Condition()
        self._last = False
        self._thread = threading.Thread(target=self._send_all, name="teller", daemon=True)
        self._thread.start()

    def tell(self, event: RecorderEvent) -> None:
        with self._changed:
            if isinstance(event, Level) and len(self._waiting) > MOST_WAITING_EVENTS:
                return  # nobody looks; levels are for the moment only
            self._waiting.append(event)
            self._changed.notify()

    def flush(self, within_s: float) -> None:
        """Sends what is waiting and ends."""
        with self._changed:
            self._last = True
            self._changed.notify()
        self._thread.join(within_s)

    def _send_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._last)
                if not self._waiting:
                    return
                event = self._waiting.popleft()
            try:
                self._pipe.send(event)
            except OSError:
                # The window is gone. The recording loop notices by itself, from the same pipe.
                return
