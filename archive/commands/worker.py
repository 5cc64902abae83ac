"""`idr-archive worker`: does the jobs on the lease table, one at a time, in a process of its own.

Any number may run. Killed at any moment, it loses nothing: its job's lease lapses, or the next `serve` frees it.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from typing import Any

from archive.configuration import ArchiveConfig
from archive.core.jobs import handlers, run_next

_POLL_S = 0.5
_GRACE_S = 10


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    stop = threading.Event()

    def ask_to_stop(_number: int, _frame: Any) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    # Ctrl+C in a terminal reaches parent and child alike; under `serve` the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN if args.until_stdin_closes else ask_to_stop)
    if args.until_stdin_closes:
        threading.Thread(target=_watch_stdin, args=(stop,), daemon=True, name="parent-watch").start()
    table = handlers()
    while not stop.is_set():
        if not run_next(table):
            if args.once:
                break
            stop.wait(_POLL_S)
    return 0


def _watch_stdin(stop: threading.Event) -> None:
    """Stops the worker when the pipe from its parent closes; a job that takes too long is left to its lease."""
    while os.read(sys.stdin.fileno(), 1024):
        continue
    stop.set()
    threading.Timer(_GRACE_S, os._exit, args=(1,)).start()
