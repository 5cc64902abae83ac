"""A window that records from the strict microphone under load, as a program; prints what came of it as one JSON line.

    recording_window.py DESIGN LOAD SECONDS

DESIGN: `process` is the recorder of this project; `callback` a plain sounddevice callback in the window's own process.
LOAD: `none`, `paint`, `gil-50` … `gil-2000` (milliseconds for which a thread holds the interpreter), `cores` (four spinning processes).
"""

from __future__ import annotations

import ctypes
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import sounddevice
from position_signal import PositionSignal, int16
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget
from recorder_events import RecorderEvents
from strict_microphone import DEVICE_NAME, HOST_API, SIGNAL_SECONDS

from kiosk.audio.codec import read_pcm
from kiosk.audio.events import Ready, TakeFinished
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.drafts.store import DraftStore

_RATE_HZ = 48_000
_SETTLE_S = 1.0
_FRAME_MS = 16
_POINTS = 8_000
_SPINNERS = 4
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")

Samples = np.ndarray


class Waveform(QWidget):
    """Repaints itself whole, all the time: far more than any screen of ours does."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1600, 900)
        self._phase = 0.0
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._phase += 0.1
        x = np.linspace(0, self.width(), _POINTS)
        y = self.height() / 2 * (1 + np.sin(x / 40 + self._phase))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))


@contextmanager
def painting() -> Iterator[None]:
    window = Waveform()
    window.show()
    yield
    window.close()


@contextmanager
def interpreter_held(held_ms: int) -> Iterator[None]:
    """As long as that half of the time; 50 ms a fifth of it."""
    libc = ctypes.PyDLL(None)  # unlike CDLL it keeps the interpreter's lock during the call
    over = threading.Event()

    def hold() -> None:
        while not over.wait(max(held_ms, 200) / 1000):
            libc.usleep(ctypes.c_uint(held_ms * 1000))

    thread = threading.Thread(target=hold)
    thread.start()
    yield
    over.set()
    thread.join()


@contextmanager
def cores_busy() -> Iterator[None]:
    spinners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(_SPINNERS)]
    yield
    for spinner in spinners:
        spinner.kill()
        spinner.wait()


@contextmanager
def load(name: str) -> Iterator[None]:
    with ExitStack() as stack:
        if name == "paint":
            stack.enter_context(painting())
        elif name == "cores":
            stack.enter_context(cores_busy())
        elif name != "none":
            stack.enter_context(interpreter_held(int(name.removeprefix("gil-"))))
        yield


def run_window(seconds: float) -> None:
    """The window's event loop, for so long."""
    application = QGuiApplication.instance()
    assert application is not None
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, singleShot=True, interval=round(seconds * 1000))
    timer.timeout.connect(lambda: application.exit(0))  # quit() would close the painting window
    timer.start()
    application.exec()


def by_process(load_name: str, seconds: float) -> tuple[Samples, float]:
    """What was recorded, and the CPU seconds of window and recorder while it was."""
    heard = RecorderEvents()
    with tempfile.TemporaryDirectory() as folder, DraftStore(Path(folder) / "drafts.sqlite3") as store:
        key = bytes(32)
        draft = store.open(store.create(), key)
        take_id = draft.new_take("why")
        recorder = Recorder(SourceSpec.microphone(DEVICE_NAME, HOST_API), Path(folder) / "drafts.sqlite3", heard)
        recorder.arm(draft.draft_id, key)
        heard.wait_for(Ready)
        (process,) = multiprocessing.active_children()
        assert process.pid is not None
        with load(load_name):
            run_window(_SETTLE_S)
            before_s = time.process_time() + _cpu_s(process.pid)
            recorder.start(take_id)
            run_window(seconds)
            recorder.stop()
            after_s = time.process_time() + _cpu_s(process.pid)
        heard.wait_for(TakeFinished)
        recorder.close()
        recorder.wait_closed()
        return read_pcm(draft.chunks(take_id)), after_s - before_s


def by_callback(load_name: str, seconds: float) -> tuple[Samples, float]:
    """The same with a Python callback that appends what it is given to a list."""
    blocks: list[Samples] = []
    keep = threading.Event()

    def callback(data: Samples, frames: int, moment: object, status: object) -> None:
        if keep.is_set():
            blocks.append(data[:, 0].copy())

    with (
        sounddevice.InputStream(
            device=_device_index(), samplerate=_RATE_HZ, channels=1, dtype="float32", latency="high", callback=callback
        ),
        load(load_name),
    ):
        run_window(_SETTLE_S)
        before_s = time.process_time()
        keep.set()
        run_window(seconds)
        keep.clear()
        after_s = time.process_time()
    return np.concatenate(blocks), after_s - before_s


def _device_index() -> int:
    for device in sounddevice.query_devices():
        if device["name"] == DEVICE_NAME and sounddevice.query_hostapis(device["hostapi"])["name"] == HOST_API:
            return int(device["index"])
    raise RuntimeError("the strict microphone is not there")


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_PER_S


DESIGNS: dict[str, Callable[[str, float], tuple[Samples, float]]] = {"process": by_process, "callback": by_callback}


def main(design: str, load_name: str, seconds: float) -> None:
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    samples, cpu_s = DESIGNS[design](load_name, seconds)
    decoded = PositionSignal(SIGNAL_SECONDS).decode(int16(samples))
    print(
        json.dumps({"kept": len(samples), "lost": decoded.lost, "repeated": decoded.repeated, "inserted": decoded.inserted, "cpu_s": cpu_s})
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
