"""A real archive on loopback, in a folder of its own: `idr-archive init` and `serve` as child processes.

    with live_archive(tmp_path) as archive:
        code = archive.enrol("Booth 1")["code"]
        archive.cli("verify")
        archive.kill(); archive.start()         # the same folder, a new port

Everything it started is ended by process id on the way out, however the test ends.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_START_S = 60
_STOP_S = 30


class LiveArchive:
    """See the module. `url` and `pid` are those of the running server."""

    def __init__(self, folder: Path, *, settings: dict[str, str], server: list[str]) -> None:
        self.dir = folder
        self.url = ""
        self.archive_id = ""
        self.pid = 0
        self._server = server
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("IDR_")},
            "IDR_ARCHIVE_DIR": str(folder),
            "PYTHONPATH": os.pathsep.join([str(_ROOT), str(_ROOT / "tests" / "fakes")]),
            "PYTHONWARNINGS": "default",
        }
        self.configure(**settings)
        self._process: subprocess.Popen[Any] | None = None

    def configure(self, **settings: str) -> None:
        """Changes settings for what is started from now on."""
        self._environment |= {f"IDR_ARCHIVE_{key.upper()}": value for key, value in settings.items()}

    def serve_with(self, *server: str) -> None:
        """What Python runs as the server from the next start on, before `serve` (`-m archive`)."""
        self._server = list(server)

    def cli(self, *args: str, stdin: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs `idr-archive <args>` on this archive's folder to its end."""
        done = self.run_python("-m", "archive", *args, stdin=stdin)
        if check and done.returncode != 0:
            raise AssertionError(f"idr-archive {' '.join(args)} ended with {done.returncode}: {done.stderr}")
        return done

    def run_python(self, *args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Runs Python with these arguments and this archive's environment to its end."""
        command = [sys.executable, *args]
        return subprocess.run(command, env=self._environment, input=stdin, capture_output=True, text=True, timeout=120, cwd=_ROOT)

    def enrol(self, name: str = "Booth", *, event: str | None = None) -> dict[str, Any]:
        """`{"code", "fingerprint"}` of a new enrolment code that leads to this server's present URL."""
        event_args = [] if event is None else ["--event", event]
        return json.loads(self.cli("enrol", "--name", name, "--url", self.url, "--json", *event_args).stdout)

    def create_user(self, name: str, role: str = "reviewer") -> str:
        """Makes an account and returns its password."""
        return json.loads(self.cli("create-user", "--name", name, "--role", role, "--json").stdout)["password"]

    def run_jobs(self) -> None:
        """Does all due jobs now, beside the server's own worker."""
        self.cli("worker", "--once")

    def start(self, *, port: int = 0) -> None:
        """Starts the server and waits until it answers."""
        command = [sys.executable, *self._server, "serve", "--port", str(port), "--json"]
        with self._log_path.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, stderr=log, cwd=_ROOT)
        assert self._process.stdout is not None
        said = self._process.stdout.readline() if select.select([self._process.stdout], [], [], _START_S)[0] else b""
        try:
            hello = json.loads(said)
        except ValueError as error:
            self.kill()
            raise AssertionError(f"the archive did not start: {said!r} {self.log()}") from error
        self.url, self.pid, self.archive_id = hello["url"], hello["pid"], hello["archive_id"]

    def stop(self) -> int:
        """SIGTERM, and the server's exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> int:
        """SIGKILL, as a pulled plug would end it. The worker goes by itself when its pipe closes."""
        return self._end(signal.SIGKILL)

    def wait(self) -> int:
        """Waits for a server that ends by itself."""
        return self._end(0)

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def log(self) -> str:
        """What server and worker wrote to stderr so far."""
        path = self._log_path
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    @property
    def _log_path(self) -> Path:
        return self.dir.with_name(self.dir.name + ".log")

    def _end(self, signal_number: int) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.poll() is None and signal_number:
            process.send_signal(signal_number)
        assert process.stdout is not None
        try:
            code = process.wait(_STOP_S)
            # The worker holds the same pipe: it is gone when the pipe has ended.
            while select.select([process.stdout], [], [], _STOP_S)[0] and process.stdout.read1(1024):
                continue
            return code
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
        finally:
            process.stdout.close()


@contextmanager
def live_archive(folder: Path, *, server: list[str] | None = None, start: bool = True, **settings: str) -> Iterator[LiveArchive]:
    """A new archive in `folder`/archive, running. `settings` as in `archive.configuration` (`upload_idle_s="1"`).

    `server` replaces `-m archive` for a test that runs the server with a harness of its own.
    """
    archive = LiveArchive(folder / "archive", settings=settings, server=server or ["-m", "archive"])
    archive.cli("init")
    try:
        if start:
            archive.start()
        yield archive
    finally:
        if archive.running:
            archive.stop()
