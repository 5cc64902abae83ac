"""The hint through Qt's own way to NetworkManager, on a bus of the test's own: what it says arrives, and what hangs holds nobody up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from network_manager import CONNECTED, DISCONNECTED, FREE, PORTAL, YES, NetworkManager
from processes import poll

from sync.link import LinkState
from sync.outbox import Outbox

_PATIENCE_S = 30
# A window's thread that counts while the hint lives in another; ends when its standard input does.
PROGRAM = """
import sys, threading, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.ui.network_hint import NetworkHint
from sync.outbox import Outbox
application = QCoreApplication([])
with Outbox(Path(sys.argv[1])) as outbox:
    hint = NetworkHint(outbox, time.time)
    hint.start()
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    beats = 0
    def beat():
        global beats
        beats += 1
        Path(sys.argv[2]).write_text(str(beats))
        if ended.is_set():
            application.quit()
    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(20)
    application.exec()
    hint.close()
del application
print("ended well", flush=True)
"""

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no message bus here")


class Window:
    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self.process = process
        self._beats = folder / "beats"

    def lives(self) -> bool:
        """Whether its thread goes on."""
        before = self._read()
        return poll(lambda: self._read() > before + 5, _PATIENCE_S)

    def _read(self) -> int:
        try:
            return int(self._beats.read_text() or 0)
        except FileNotFoundError:
            return 0


@contextmanager
def window(folder: Path, manager: NetworkManager) -> Iterator[Window]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder / "outbox.sqlite3"), str(folder / "beats")],
        env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": manager.address},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Window(process, folder)
        said, _ = process.communicate(timeout=_PATIENCE_S)
        assert (process.returncode, said) == (0, "ended well\n")
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def test_what_networkmanager_says_reaches_the_outbox(tmp_path: Path) -> None:
    with Outbox(tmp_path / "outbox.sqlite3") as outbox, NetworkManager(metered=YES) as manager, window(tmp_path, manager) as shown:
        assert poll(lambda: outbox.link().metered_hint is True, _PATIENCE_S)
        for away, back in (({"State": DISCONNECTED}, {"State": CONNECTED}), ({"Connectivity": PORTAL}, {"Connectivity": FREE})):
            outbox.set_link(LinkState.UNREACHABLE, now_s=1.0, next_try_at_s=2e9)
            wakes, hinted = outbox.link().wakes, outbox.link().hinted_at_s
            manager.change(**away)
            assert poll(lambda hinted=hinted: outbox.link().hinted_at_s > hinted, _PATIENCE_S)  # type: ignore[misc]
            manager.change(**back)
            assert poll(lambda wakes=wakes: outbox.link().wakes == wakes + 1, _PATIENCE_S)  # type: ignore[misc]
        assert shown.lives()


def test_a_networkmanager_that_hangs_holds_up_neither_the_window_nor_its_end(tmp_path: Path) -> None:
    with Outbox(tmp_path / "outbox.sqlite3") as outbox, NetworkManager() as manager:
        manager.hangs.set()
        with window(tmp_path, manager) as shown:
            assert poll(manager.asked.is_set, _PATIENCE_S)
            assert shown.lives()
        assert outbox.link().hinted_at_s == 0
