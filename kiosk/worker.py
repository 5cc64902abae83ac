"""Keeps the sync worker running as a child process for as long as the kiosk runs, unless a service does that work already."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from sync.data_folder import DATA_DIR_VARIABLE
from sync.outbox.lock import is_held
from sync.status import LOCK_FILE

# `--while-stdin-open`: a kiosk that is killed takes its worker with it, because the pipe closes.
COMMAND = (sys.executable, "-m", "sync", "run", "--while-stdin-open")
# What `idr-sync run` ends with when another worker has this data folder.
EXIT_SECOND_WORKER = 3
_FIRST_WAIT_S = 1.0
_LONGEST_WAIT_S = 60.0
_LOOK_AGAIN_S = 5.0
_ENDS_WITHIN_S = 10.0

log = logging.getLogger("kiosk.worker")


class WorkerKeeper:
    """A thread that starts the worker, waits for its end, and starts it again after a pause that doubles. Any thread may call.

    While another worker has the data folder, the service of docs/worker.md or one that somebody started by hand, it starts none and
    looks every `look_again_s` whether the other is gone.
    """

    def __init__(
        self,
        data_dir: Path,
        command: Sequence[str] = COMMAND,
        first_wait_s: float = _FIRST_WAIT_S,
        look_again_s: float = _LOOK_AGAIN_S,
    ) -> None:
        self._environ = {**os.environ, DATA_DIR_VARIABLE: str(data_dir)}
        self._lock_path = data_dir / LOCK_FILE
        self._command = command
        self._first_wait_s = first_wait_s
        self._look_again_s = look_again_s
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def alive(self) -> bool:
        """Whether our own worker runs."""
        process = self._process
        return process is not None and process.poll() is None

    @property
    def working(self) -> bool:
        """Whether a worker runs at all, ours or another."""
        return self.alive or is_held(self._lock_path)

    def start(self) -> None:
        """Harmless when it runs, and after `stop`."""
        with self._lock:
            if self._thread is None and not self._stop.is_set():
                self._thread = threading.Thread(target=self._keep, name="worker-keeper", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Asks the worker to end by closing its standard input, and waits; a kill at any moment is safe, so it is not waited for long."""
        self._stop.set()
        with self._lock:
            thread, process = self._thread, self._process
        if process is not None and process.stdin is not None:
            process.stdin.close()
        if thread is not None:
            thread.join()

    def _keep(self) -> None:
        wait_s = self._first_wait_s
        told = False
        while not self._stop.is_set():
            if is_held(self._lock_path):
                told = self._leave_it_to_the_other(told)
                continue
            with self._lock:
                if self._stop.is_set():
                    return
                self._process = subprocess.Popen(self._command, env=self._environ, stdin=subprocess.PIPE)
            self._watch(self._process)
            if self._stop.is_set():
                return
            if self._process.returncode == EXIT_SECOND_WORKER:
                # The other was quicker between our look and our child's.
                told = self._leave_it_to_the_other(told)
                continue
            told = False
            log.warning("worker ended with %s", self._process.returncode)
            self._stop.wait(wait_s)
            wait_s = min(_LONGEST_WAIT_S, 2 * wait_s)

    def _leave_it_to_the_other(self, told: bool) -> bool:
        if not told:
            log.info("another worker has the data folder")
        self._stop.wait(self._look_again_s)
        return True

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None and not self._stop.is_set():
            try:
                process.wait(timeout=0.5)
            except subprocess.TimeoutExpired:
                continue
        if self._stop.is_set():
            self._end(process)
        assert process.stdin is not None
        process.stdin.close()

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        try:
            process.wait(timeout=_ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
