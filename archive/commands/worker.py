"""`idr-archive worker`: does the jobs on the lease table, one at a time, in a process of its own.

Any number may run. Killed at any moment, it loses nothing: its job's lease lapses, or the next `serve` frees it.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from typing import Any

from django.db import connection

from archive.configuration import ArchiveConfig
from archive.core.jobs import handlers, run_next
from archive.core.trouble import is_trouble

_POLL_S = 0.5
# Between two tries while disk or database fail.
_TROUBLE_S = 5.0
_GRACE_S = 10

log = logging.getLogger("archive.jobs")


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
        try:
            worked = run_next(table)
        except Exception as error:
            if args.once or not is_trouble(error):
                raise
            # Were this the end of the worker, the server would end with it, and a disk gets well without either.
            log.error("no job can be done now: %s", type(error).__name__)
            connection.close()
            stop.wait(_TROUBLE_S)
            continue
        if not worked:
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
