"""Copies stories onto a stick, and reads the archive's receipts from one. `sync` does the work, as a child process; no network, no Qt."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.contract.faults import EnvironmentFault
from sync.data_folder import DATA_DIR_VARIABLE

COMMAND = (sys.executable, "-m", "sync")
_LOOK_EVERY_S = 0.2
_ENDS_WITHIN_S = 5.0

# (bytes done, bytes in all). Called on the thread that asked.
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Exported:
    """What lies on the stick now, and stays here as well until the archive has signed for it.

    `withdrawals` are requests to take a story back; `damaged` packages were left out because their files here are not as they were.
    """

    stories: int
    packages: int
    size_bytes: int
    withdrawals: int = 0
    damaged: int = 0


@dataclass(frozen=True)
class ReceiptsRead:
    """Packages: newly signed for, known already, of another device, and receipts that are not to be believed."""

    confirmed: int
    already: int
    foreign: int
    refused: int


class Courier:
    """Every method blocks for as long as the stick takes: call it on a background thread.

    Set `stopped` from any other thread to end it; at any moment that does no harm. Raises EnvironmentFault: `courier-stopped`,
    `courier-failed` when `sync` itself broke, else the code and the sentence that `sync` gave.
    """

    def __init__(self, data_dir: Path, command: Sequence[str] = COMMAND) -> None:
        self._environ = {**os.environ, DATA_DIR_VARIABLE: str(data_dir)}
        self._command = tuple(command)

    def export(self, folder: Path, on_progress: OnProgress, stopped: threading.Event) -> Exported:
        """Copies everything that the archive has not signed for."""
        told = self._run("export", folder, on_progress, stopped)
        counts = {name: _number(told, name) for name in ("stories", "packages", "size_bytes")}
        return Exported(**counts, **{name: _number(told, name) for name in ("withdrawals", "damaged") if name in told})

    def import_receipts(self, folder: Path, stopped: threading.Event) -> ReceiptsRead:
        told = self._run("import-receipts", folder, lambda done, total: None, stopped)
        return ReceiptsRead(*(_number(told, name) for name in ("confirmed", "already", "foreign", "refused")))

    def _run(self, verb: str, folder: Path, on_progress: OnProgress, stopped: threading.Event) -> dict[str, Any]:
        process = subprocess.Popen(
            [*self._command, verb, str(folder), "--json"],
            env=self._environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        lines: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        # A stick that hangs holds whoever works on it beyond any signal, and so whoever reads what that one says. This thread must not.
        threading.Thread(target=_pass_on, args=(process, lines), name="courier-reader", daemon=True).start()
        try:
            result = _listen(lines, on_progress, stopped)
            process.wait()
        finally:
            if process.poll() is None:
                _end(process)
        if result.get("ok") is True:
            return result
        if isinstance(result.get("error"), str) and isinstance(result.get("sentence"), str):
            raise EnvironmentFault(result["error"], result["sentence"])
        raise _broken()


def _listen(lines: queue.SimpleQueue[dict[str, Any] | None], on_progress: OnProgress, stopped: threading.Event) -> dict[str, Any]:
    """The child's last result, or nothing if it ended without one."""
    result: dict[str, Any] = {}
    while True:
        if stopped.is_set():
            raise EnvironmentFault("courier-stopped", "Copying was stopped. What is on the stick is not complete.")
        try:
            told = lines.get(timeout=_LOOK_EVERY_S)
        except queue.Empty:
            continue
        if told is None:
            return result
        if told.get("kind") == "progress":
            on_progress(_number(told, "done_bytes"), _number(told, "total_bytes"))
        elif told.get("kind") == "result":
            result = told


def _pass_on(process: subprocess.Popen[str], lines: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    """Every line that is a JSON object, then None."""
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            try:
                told = json.loads(line)
            except ValueError:
                continue
            if isinstance(told, dict):
                lines.put(told)
    lines.put(None)


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(timeout=_ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        # Not waited for again: what a dead stick holds ends when the stick lets go of it.
        process.kill()


def _number(told: dict[str, Any], name: str) -> int:
    value = told.get(name)
    if not isinstance(value, int):
        raise _broken()
    return value


def _broken() -> EnvironmentFault:
    return EnvironmentFault("courier-failed", "The stick could not be read or written. Please try again.")
