"""`serve`: the web server and its job worker under one roof. If either ends, both end; a service manager starts them anew.

The worker holds a pipe from here as its standard input: when this process dies, even by SIGKILL, the pipe closes and the worker goes.
"""

from __future__ import annotations

import fcntl
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from archive.asgi import Application
from archive.configuration import ArchiveConfig
from archive.core.jobs import release_leases, revive_dead
from archive.patient_http import PatientProtocol
from sync.contract.faults import EnvironmentFault

_GRACE_S = 10
_BACKLOG = 2048
# An upload takes two descriptors: its connection and its file.
_FILES = 65536
# How long a thread may keep the interpreter to itself while the event loop wants it; every read and write of a socket asks again.
_TURN_S = 0.0005


@contextmanager
def serve_lock(path: Path) -> Iterator[None]:
    """Held as long as this archive is served; the operating system drops it with the process. Raises EnvironmentFault."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EnvironmentFault("archive-running", "This archive is running already.") from error
        yield


def prepare_database() -> None:
    """Checks the project, refuses a database of a newer version, and migrates. Call under the lock. Raises EnvironmentFault."""
    serious = [message for message in run_checks() if message.is_serious()]
    if serious:
        raise EnvironmentFault("archive-check", "\n".join(str(message) for message in serious))
    loader = MigrationLoader(connection)
    ours = {app for app, _ in loader.disk_migrations}
    unknown = sorted(key for key in loader.applied_migrations if key[0] in ours and key not in loader.disk_migrations)
    if unknown:
        raise EnvironmentFault("database-newer", "This archive's database was made by a newer version of the program. Install that one.")
    call_command("migrate", verbosity=0, interactive=False)


def serve(config: ArchiveConfig, application: Application, *, host: str, port: int, announce: Callable[[str, int], None]) -> int:
    """Runs until SIGTERM or SIGINT (0) or until the worker dies (1). `announce(url, port)` is called once requests are answered."""
    release_leases()
    revive_dead()
    connections.close_all()
    _raise_limits()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=_BACKLOG) as listener:
        # Every connection inherits it. asyncio forgets it for a socket made like this one, and an answer's body, which is written after
        # its head, would then wait for a round trip.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        real_port = listener.getsockname()[1]
        shown_host = f"[{host}]" if ":" in host else host
        worker = _start_worker(config)
        try:
            scheme = "https" if config.serves_tls else "http"
            server = _Server(config, application, worker, lambda: announce(f"{scheme}://{shown_host}:{real_port}", real_port))
            with _quiet_signals():
                server.run(sockets=[listener])
        finally:
            worker_failed = worker.poll() is not None
            _stop_worker(worker)
    return 1 if worker_failed else 0


def _raise_limits() -> None:
    """Every connected kiosk is an open file; what the system allows at most is set by the operator."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    sys.setswitchinterval(_TURN_S)


def _uvicorn_config(config: ArchiveConfig, application: Application) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        ssl_certfile=config.tls_certificate_path if config.serves_tls else None,
        ssl_keyfile=config.tls_key_path if config.serves_tls else None,
        http=PatientProtocol,
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_config=None,
        # No access log: addresses of kiosks and visitors are nobody's business.
        access_log=False,
        server_header=False,
        backlog=_BACKLOG,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=_GRACE_S,
    )


class _Server(uvicorn.Server):
    """Uvicorn that says when it is ready, watches the worker, and closes the upload door before it waits for connections."""

    def __init__(self, config: ArchiveConfig, application: Application, worker: subprocess.Popen[bytes], ready: Callable[[], None]) -> None:
        super().__init__(_uvicorn_config(config, application))
        self._application, self._worker, self._ready = application, worker, ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._ready()

    async def on_tick(self, counter: int) -> bool:
        if self._worker.poll() is not None:
            self.should_exit = True
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._application.close_doors()
        await super().shutdown(sockets=sockets)


@contextmanager
def _quiet_signals() -> Iterator[None]:
    """Uvicorn repeats the signal that stopped it once it is done; there is a worker to stop after that, so here it falls flat."""

    def nothing(_number: int, _frame: Any) -> None:
        """The signal has done its work."""

    before = {number: signal.signal(number, nothing) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _start_worker(config: ArchiveConfig) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "archive", "--dir", str(config.dir), "worker", "--until-stdin-closes"]
    return subprocess.Popen(command, stdin=subprocess.PIPE)


def _stop_worker(worker: subprocess.Popen[bytes]) -> None:
    if worker.stdin is not None:
        worker.stdin.close()
    try:
        worker.wait(_GRACE_S)
    except subprocess.TimeoutExpired:
        # Whatever it was doing is on the lease table and will be done again.
        worker.kill()
        worker.wait()
