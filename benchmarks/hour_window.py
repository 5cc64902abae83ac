"""An hour's answer recorded by the real window and the real recorder process; prints how much memory they took on as one JSON line.

    hour_window.py MINUTES SPEED

SPEED 1 is real time. With 15, recorded speech comes in 15 times as fast, on clocks that run as much faster in both processes: the
same number of samples, chunks, commits, levels and repaints, in a fifteenth of the time.
"""

from __future__ import annotations

import json
import multiprocessing
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from guest import TO_FIRST_PROMPT
from kiosk_window import KioskWindow
from photo_samples import gradient
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app import RESOURCES
from kiosk.audio import recorder, recorder_process
from kiosk.audio.capture import Capture
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.audio.synthetic import SyntheticSource
from kiosk.photos.photo import photo_from_image
from kiosk.ui import theme
from kiosk.ui.recording import Step

SPEECH = RESOURCES / "demo"
WARM_UP_S = 60.0  # of the answer; until then buffers, caches and fonts are still being filled
_SAMPLES_OF_MEMORY = 120


@dataclass(frozen=True)
class FastClock:
    """Picklable; the same in both processes, as the monotonic clock is."""

    speed: float
    origin_s: float = field(default_factory=time.monotonic)

    def __call__(self) -> float:
        return self.origin_s + (time.monotonic() - self.origin_s) * self.speed


def run_fast(pipe: Connection, clock_and_spec: tuple[FastClock, SourceSpec], drafts_path: Path) -> None:
    """kiosk.audio.recorder_process.run on another clock."""
    clock, spec = clock_and_spec
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    teller, drafts = recorder_process.Teller(pipe), recorder_process.Drafts(drafts_path)
    try:
        recorder_process._record(pipe, Capture(SyntheticSource(spec, clock), drafts.open, teller.tell, clock), threading.Event())
    finally:
        drafts.close()
        teller.flush(recorder_process.FLUSH_WITHIN_S)


def own_bytes(pid: int) -> int:
    """Memory that this process has written to, swapped out or not. Pages of programs and libraries are everybody's."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("Anonymous:", "Swap:")))


def wait_ms(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def press(kiosk: KioskWindow, identifier: str) -> None:
    """As soon as it can be pressed."""
    while identifier not in kiosk.visible() or not kiosk.find(identifier).isEnabled():
        wait_ms(20)
    kiosk.press(identifier)


def main(minutes: float, speed: float) -> None:
    application = QApplication([])
    application.setStyle("Fusion")
    theme.load_fonts(RESOURCES / "fonts")
    clock = FastClock(speed)
    recorder.run = run_fast  # type: ignore[assignment]  # what the handle starts

    def open_recorder(drafts: Path, listener) -> Recorder:  # type: ignore[no-untyped-def]
        return Recorder((clock, SourceSpec.synthetic(SPEECH)), drafts, listener)  # type: ignore[arg-type]

    with tempfile.TemporaryDirectory(prefix="hour-") as folder:
        kiosk = KioskWindow(
            Path(folder), clean=lambda raw: photo_from_image(gradient(8, 8)), open_recorder=open_recorder, max_answer_minutes=60
        )
        kiosk.shell.resize(1024, 720)
        kiosk.shell.show()
        kiosk.shell.load()
        for _, identifier in TO_FIRST_PROMPT:
            press(kiosk, identifier)
        visit = kiosk.shell.visit
        assert visit is not None
        desk = visit.desk
        while desk.step is not Step.READY:
            wait_ms(20)
        press(kiosk, "record")
        while desk.step is not Step.RECORDING:
            wait_ms(20)
        (process,) = multiprocessing.active_children()
        assert process.pid is not None
        began_s = time.monotonic()
        pids = {"window": QCoreApplication.applicationPid(), "recorder": process.pid}
        memory: dict[str, list[int]] = {name: [] for name in pids}
        end_s = began_s + minutes * 60 / speed
        every_ms = round(minutes * 60_000 / speed / _SAMPLES_OF_MEMORY)
        while time.monotonic() < end_s:
            wait_ms(every_ms)
            kiosk.now_s += 1  # the visit's clock only has to move
            if (time.monotonic() - began_s) * speed >= WARM_UP_S:
                for name, pid in pids.items():
                    memory[name].append(own_bytes(pid))
        frames = sum(take.frames for take in visit.visit.draft.takes())
        found = {
            "minutes": frames / 48_000 / 60,
            "speed": speed,
            **{f"{name}_first_mb": sizes[0] / 1e6 for name, sizes in memory.items()},
            **{f"{name}_gained_mb": (max(sizes) - sizes[0]) / 1e6 for name, sizes in memory.items()},
            **{f"{name}_end_mb": (sizes[-1] - sizes[0]) / 1e6 for name, sizes in memory.items()},
        }
        kiosk.shell.leave()
        kiosk.close()
        for handle in kiosk.recorders:
            handle.wait_closed()  # type: ignore[attr-defined]
    print(json.dumps(found), flush=True)
    application.exit(0)


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
