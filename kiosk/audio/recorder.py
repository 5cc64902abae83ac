"""The window's handle of the recorder process."""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from kiosk.audio.events import (
    Arm,
    Close,
    Command,
    Committed,
    Died,
    Failed,
    Pause,
    Ready,
    RecorderEvent,
    Resume,
    SamplesLost,
    Start,
    Stop,
    TakeFinished,
)
from kiosk.audio.meter import Level
from kiosk.audio.recorder_process import run
from kiosk.audio.source import SourceSpec

__all__ = ["Committed", "Died", "Failed", "Level", "Ready", "Recorder", "RecorderEvent", "SamplesLost", "TakeFinished"]

ENDS_WITHIN_S = 10.0

_log = logging.getLogger(__name__)


class Recorder:
    """Starts the recorder process when it is first armed, and again after it `Failed` or `Died`.

    Calls come from one thread and return at once; what follows from them comes as events. `listener` is called on a thread of
    the recorder's own and must be quick. The moment of Record, Pause, Resume and Stop is that of the call.
    """

    def __init__(self, spec: SourceSpec, drafts_path: Path, listener: Callable[[RecorderEvent], None]) -> None:
        self._spec = spec
        self._drafts_path = drafts_path
        self._listener = listener
        self._link: _Link | None = None
        self._started: list[_Link] = []

    def arm(self, draft_id: str, key: bytes) -> None:
        """Opens the microphone, and from now on takes belong to this draft. `Ready` follows, or `Failed`."""
        if self._link is None or self._link.over:
            self._link = _Link(self._spec, self._drafts_path, self._listener)
            self._started = [link for link in self._started if link.alive] + [self._link]
        self._link.send(Arm(draft_id, key))

    def start(self, take_id: str) -> None:
        """Recording begins now, into a take that the draft knows."""
        self._send(Start(take_id, time.monotonic()))

    def pause(self) -> None:
        """Nothing said from now on is kept."""
        self._send(Pause(time.monotonic()))

    def resume(self) -> None:
        self._send(Resume(time.monotonic()))

    def stop(self) -> None:
        """Nothing said until now is lost. `TakeFinished` follows."""
        self._send(Stop(time.monotonic()))

    def close(self) -> None:
        """Finishes a running take (`TakeFinished` follows) and frees the microphone. `arm` opens it again."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def give_up(self) -> None:
        """Kills a process that does not answer any more. `Died` follows; what was `Committed` stays."""
        if self._link is not None:
            self._link.kill()

    def wait_closed(self, timeout_s: float = ENDS_WITHIN_S) -> bool:
        """After `close`: blocks until the last event has been given and the process is gone, or the time is over (False)."""
        end_s = time.monotonic() + timeout_s
        for link in self._started:
            link.join(max(0.0, end_s - time.monotonic()))
        return not any(link.alive for link in self._started)

    def _send(self, command: Command) -> None:
        if self._link is None:
            raise RuntimeError("the recorder is not armed")
        self._link.send(command)


class _Link:
    """One recorder process, from start to end, and the thread that hears it."""

    def __init__(self, spec: SourceSpec, drafts_path: Path, listener: Callable[[RecorderEvent], None]) -> None:
        context = multiprocessing.get_context("spawn")
        # Commands may be sent before the process is there: the pipe keeps them.
        self._ours, self._theirs = context.Pipe()
        # A daemon so that the program's end does not wait for it; it finishes its take on its own when our end closes.
        self._process = context.Process(target=run, args=(self._theirs, spec, drafts_path), name="recorder", daemon=True)
        self._listener = listener
        self._closing = False
        # The reading thread closes our end of the pipe, which must not happen while the window's thread writes into it: the
        # number of a closed descriptor may already belong to another file.
        self._sending = threading.Lock()
        self.over = False
        # Starting a process takes longer than a window may stand still.
        self._thread = threading.Thread(target=self._live, name="recorder-link", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def join(self, timeout_s: float) -> None:
        self._thread.join(timeout_s)

    def send(self, command: Command) -> None:
        try:
            with self._sending:
                self._ours.send(command)
        except OSError:
            # The process has just ended; `_live` says so to the listener.
            _log.info("recorder gone before %s", type(command).__name__)

    def close(self) -> None:
        self._closing = True
        self.send(Close())

    def kill(self) -> None:
        if self._process.is_alive():
            self._process.kill()

    def _live(self) -> None:
        exit_code = self._hear_all() if self._begin() else None
        # After `Failed` all is said. A process that ends badly after it (a driver that hangs is killed) must not be heard as the end
        # of the recorder that was armed meanwhile.
        expected = self.over or (exit_code == 0 and self._closing)
        self.over = True
        with self._sending:
            self._ours.close()
        if not expected:
            self._listener(Died())

    def _begin(self) -> bool:
        try:
            self._process.start()
        except OSError as error:  # no memory, or no more processes
            _log.warning("no recorder process: %s", error.strerror)
            return False
        finally:
            self._theirs.close()
        return True

    def _hear_all(self) -> int | None:
        try:
            while True:
                self._hear(self._ours.recv())
        except (EOFError, OSError):  # OSError also where it was killed in the middle of a word
            return _ended(self._process)

    def _hear(self, event: RecorderEvent) -> None:
        if isinstance(event, Failed):
            self.over = True  # before the listener hears it, so that it may arm again from there
        self._listener(event)


def _ended(process: SpawnProcess) -> int | None:
    """The exit status of a process that has closed its pipe; one that does not end after that is killed."""
    if not wait([process.sentinel], ENDS_WITHIN_S):
        process.kill()
        wait([process.sentinel])
    # Any other thread that starts a process collects the status of all that have ended. If it was faster, the status
    # appears in a moment; if it never does, this counts as died.
    for _ in range(100):
        if process.exitcode is not None:
            break
        time.sleep(0.01)
    return process.exitcode
