"""A warm process that forks: a real worker or a real archive in a hundredth of the time that its imports take.

What runs is the program itself (`idr-sync run …`, `idr-archive serve …`) in a process of its own, killed as such. Counting faults by
the thousand needs thousands of processes; a start from nothing costs a second each.

    with zygote("worker") as workers:
        pid = workers.start(data_dir=str(folder), die_at=["slice", 2])
        assert workers.wait(pid) == -signal.SIGKILL
"""

from __future__ import annotations

import functools
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import wrong_clock

ROOT = Path(__file__).resolve().parents[2]
_START_S = 60
_END_S = 60


class Zygote:
    """The test's side: one line of JSON there, one back. `log` collects what the forked processes say on standard error.

    `said` is what the last one that was waited for had said on standard output (and `first_line` had not taken).
    """

    def __init__(self, program: str, log: Path, environ: Mapping[str, str] = os.environ) -> None:
        self.log = log
        self.said = ""
        self._living: set[int] = set()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "zygote", program, str(log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "fakes")])},
        )

    def start(self, **arguments: Any) -> int:
        """Forks; the child's process id."""
        pid = int(self._ask({"do": "start", "arguments": arguments})["pid"])
        self._living.add(pid)
        return pid

    def first_line(self, pid: int) -> str:
        """What the child says first on standard output; empty when it ended without a word."""
        return str(self._ask({"do": "first-line", "pid": pid})["line"])

    def kill(self, pid: int) -> int:
        """SIGKILL, wherever it is; and its exit code."""
        os.kill(pid, signal.SIGKILL)
        return self.wait(pid)

    def wait(self, pid: int, timeout_s: float = _END_S) -> int:
        """The exit code, negative for a signal. Raises AssertionError for one that never ends, and ends it."""
        answer = self._ask({"do": "wait", "pid": pid, "timeout_s": timeout_s})
        self._living.discard(pid)
        self.said = answer["said"]
        assert not answer["late"], f"a process did not end by itself: {self.tail()}"
        return int(answer["code"])

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-4000:] if self.log.exists() else ""

    def close(self) -> None:
        try:
            for pid in list(self._living):
                os.kill(pid, signal.SIGKILL)
                self.wait(pid)
        finally:
            with self._process as process:
                process.kill()

    def _ask(self, command: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the zygote has died"
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def zygote(program: str, log: Path, environ: Mapping[str, str] = os.environ) -> Iterator[Zygote]:
    """`program` is `worker`, `archive` (whose folder `environ` names) or `writer` (`outbox_writer`)."""
    running = Zygote(program, log, environ)
    try:
        yield running
    finally:
        running.close()


# --- the process ---


def _hook(die_at: list[Any] | None) -> Callable[[str], None]:
    """Kills this process right after the named step came the nth time."""
    seen = 0

    def on_step(step: str) -> None:
        nonlocal seen
        if die_at is not None and step == die_at[0]:
            seen += 1
            if seen == die_at[1]:
                os.kill(os.getpid(), signal.SIGKILL)

    return on_step


def _careless(what: str | None) -> None:
    """Programs that forget to make things durable, so that a disk that forgets can be seen to find them out."""
    import sqlite3

    if what in ("no-fsync", "both"):
        os.fsync = os.fdatasync = lambda descriptor: None  # type: ignore[assignment]
    if what is not None and what != "no-fsync":
        level = "OFF" if what in ("both", "OFF") else what

        class Careless(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                return super().execute(f"PRAGMA synchronous = {level}" if sql.strip().startswith("PRAGMA synchronous") else sql, *values)

        real = sqlite3.connect

        def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
            named.setdefault("factory", Careless)
            return real(*arguments, **named)

        sqlite3.connect = sqlite3.dbapi2.connect = connect  # type: ignore[assignment]


def _prepare_worker() -> Callable[..., int]:
    import sync.__main__ as program

    work = program.work

    def run(
        data_dir: str,
        die_at: list[Any] | None = None,
        arguments: list[str] | None = None,
        environ: dict[str, str] | None = None,
        careless: str | None = None,
    ) -> int:
        os.environ.update(environ or {}, IDR_DATA_DIR=data_dir)
        _careless(careless)
        program.work = functools.partial(work, on_step=_hook(die_at))  # type: ignore[assignment]
        return program.main(["run", *(["--once"] if arguments is None else arguments)])

    return run


def _prepare_archive() -> Callable[..., int]:
    import django

    wrong_clock.install_for_django()
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    django.setup()
    from archive.__main__ import build_parser
    from archive.commands import serve
    from archive.configuration import load_config
    from archive.withdraw import limits

    # Counted faults hand in more requests in an hour than a kiosk could mean.
    object.__setattr__(limits.KIOSK_LIMIT, "of_one", 1 << 30)
    object.__setattr__(limits.KIOSK_LIMIT, "of_all", 1 << 30)

    def run(port: int, die_at: list[Any] | None = None, opener: str | None = None, careless: str | None = None) -> int:
        _careless(careless)
        if opener is not None:
            sys.executable = opener
        arguments = build_parser().parse_args(["serve", "--port", str(port), "--json"])
        return serve.run(arguments, load_config(os.environ), on_step=_hook(die_at))

    return run


def _prepare_writer() -> Callable[..., int]:
    import outbox_writer

    def run(folder: str, count: int, careless: str | None = None) -> int:
        _careless(careless)
        return outbox_writer.write(Path(folder), count)

    return run


_PROGRAMS = {"worker": _prepare_worker, "archive": _prepare_archive, "writer": _prepare_writer}


def _serve(program: str, log: Path) -> None:
    wrong_clock.install()
    run = _PROGRAMS[program]()
    outputs: dict[int, int] = {}
    for line in sys.stdin:
        command = json.loads(line)
        if command["do"] == "start":
            pid, outputs_of_child = _fork(run, log, command["arguments"])
            outputs[pid] = outputs_of_child
            answer: dict[str, Any] = {"pid": pid}
        elif command["do"] == "first-line":
            answer = {"line": _first_line(outputs[command["pid"]])}
        else:
            answer = _wait(command["pid"], command["timeout_s"])
            answer["said"] = _rest(outputs[command["pid"]])
            os.close(outputs.pop(command["pid"]))
        print(json.dumps(answer), flush=True)


def _fork(run: Callable[..., int], log: Path, arguments: dict[str, Any]) -> tuple[int, int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    code = 70
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(writing, 1)
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
        os.closerange(3, 256)
        code = run(**arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 70
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        raise
    finally:
        # Whatever happens, this copy of the zygote never goes back to its loop.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _first_line(descriptor: int) -> str:
    line = b""
    while not line.endswith(b"\n") and select.select([descriptor], [], [], _START_S)[0]:
        piece = os.read(descriptor, 1)
        if not piece:
            break
        line += piece
    return line.decode()


def _rest(descriptor: int) -> str:
    # Not to the end: a child of the child may hold the pipe a little longer.
    said = b""
    while select.select([descriptor], [], [], 0)[0] and (piece := os.read(descriptor, 65536)):
        said += piece
    return said.decode()


def _wait(pid: int, timeout_s: float) -> dict[str, Any]:
    end_s = time.monotonic() + timeout_s
    while time.monotonic() < end_s:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return {"code": os.waitstatus_to_exitcode(status), "late": False}
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return {"code": 0, "late": True}


if __name__ == "__main__":
    _serve(sys.argv[1], Path(sys.argv[2]))
