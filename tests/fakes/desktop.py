"""A private desktop for one test run: its own X server, session bus, accessibility bus and home, and nothing of the user's."""

from __future__ import annotations

import os
import secrets
import select
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from processes import Process, marked, poll

_START_S = 20.0
_STOP_S = 10.0
_REPLY_S = 10.0
_MARK = "TEST_DESKTOP"


class Desktop:
    """`with Desktop() as desktop:` and then start programs with `env=desktop.env`.

    The X server has no window manager. Leaving ends every process that was started inside, found by a mark in the environment; raises
    RuntimeError at entry if the X server or a bus does not come up.
    """

    def __init__(self, width_px: int = 1280, height_px: int = 800) -> None:
        self._screen = f"{width_px}x{height_px}x24"
        self._mark = secrets.token_hex(8)
        self._running: list[subprocess.Popen[bytes]] = []
        self.env: dict[str, str] = {}

    def __enter__(self) -> Desktop:
        # Unix socket paths may have at most 107 bytes, so not below a test's own long folder.
        self._folder = Path(tempfile.mkdtemp(prefix="desktop-"))
        home, runtime = self._folder / "home", self._folder / "run"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        self.env = {key: kept for key, kept in os.environ.items() if not key.startswith(("XDG_", "QT_", "WAYLAND_", "DBUS_"))} | {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_SCALE_FACTOR": "1",
            "GSETTINGS_BACKEND": "memory",
            "LANG": "C.UTF-8",
            _MARK: self._mark,
        }
        try:
            self.env["DISPLAY"] = ":" + self._start("Xvfb -displayfd {fd} -nolisten tcp -screen 0 " + self._screen)
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start("dbus-daemon --session --nofork --nopidfile --print-address={fd}")
            with accessibility_bus(self.env["DBUS_SESSION_BUS_ADDRESS"]):
                pass  # now, so that it is part of the desktop and not of the first test that looks through it
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop()

    def _start(self, command: str) -> str:
        """Starts a server that tells by one line on a descriptor that it is ready; returns the line."""
        reading, writing = os.pipe()
        words = command.format(fd=writing).split()
        log = self._folder / f"{words[0]}.log"
        try:
            with log.open("wb") as output, os.fdopen(writing):
                self._running.append(
                    subprocess.Popen(words, env=self.env, pass_fds=(writing,), stdin=subprocess.DEVNULL, stdout=output, stderr=output)
                )
            line = b""
            while not line.endswith(b"\n"):
                ready, _, _ = select.select([reading], [], [], _START_S)
                more = os.read(reading, 1024) if ready else b""
                if not more:
                    raise RuntimeError(f"{words[0]} did not start: {log.read_text(errors='replace')}")
                line += more
            return line.decode().strip()
        finally:
            os.close(reading)

    def _stop(self) -> None:
        for server in reversed(self._running):  # the bus first: what it activated ends with it
            server.terminate()
            server.wait(_STOP_S)
        self._running.clear()
        if not poll(lambda: not self._inside(), 2.0):
            for process in self._inside():
                os.kill(process.pid, signal.SIGKILL)
            poll(lambda: not self._inside(), _STOP_S)
        shutil.rmtree(self._folder)

    def _inside(self) -> set[Process]:
        return marked(f"{_MARK}={self._mark}")


def accessibility_bus(session_address: str) -> DBusConnection:
    """A connection to the accessibility bus that belongs to a session bus; starts it if need be. The caller closes it."""
    with open_dbus_connection(session_address) as session:
        address = _call(session, DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    connection = open_dbus_connection(address)
    _call(connection, DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"), "GetRegisteredEvents")
    return connection


def _call(connection: DBusConnection, address: DBusAddress, method: str) -> Any:
    reply = connection.send_and_get_reply(new_method_call(address, method), timeout=_REPLY_S)
    if reply.header.message_type is MessageType.error:
        raise RuntimeError(f"{address.bus_name} did not answer {method}: {reply.body}")
    return reply.body[0]
