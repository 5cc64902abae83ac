"""The real window at 3840×2160 on the page of a question, recording from the strict microphone, as a program; one JSON line.

    record_page_window.py meter SECONDS      how often the moving picture of the voice is painted
    record_page_window.py repaint SECONDS    the same while the whole window repaints itself as often as it can
    record_page_window.py press TIMES        how long after Record the first kept sample was in the air

For `press` a second stream listens to the same microphone in this process and says which sample came when.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import sounddevice
from guest import TO_FIRST_PROMPT
from kiosk_window import KioskWindow
from photo_samples import gradient
from position_signal import PositionSignal, int16
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from strict_microphone import DEVICE_NAME, HOST_API, SIGNAL_SECONDS

from kiosk.app import RESOURCES
from kiosk.audio.codec import read_pcm
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.photos.photo import photo_from_image
from kiosk.ui import theme
from kiosk.ui.recording import Step

RATE_HZ = 48_000
WIDTH_PX, HEIGHT_PX = 3840, 2160
SIGNAL = PositionSignal(SIGNAL_SECONDS)
_SETTLE_MS = 1_500
_TAKE_MS = 700


class PaintTimes(QObject):
    """When a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at_s: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at_s.append(time.monotonic())
        return False


class Ear:
    """Another listener on the microphone, which knows when it heard what."""

    def __init__(self) -> None:
        self._blocks: list[tuple[float, np.ndarray]] = []
        self._changing = threading.Lock()

    def __call__(self, data: np.ndarray, frames: int, moment: object, status: object) -> None:
        with self._changing:
            self._blocks.append((time.monotonic(), data[:, 0].copy()))

    def place_at(self, moment_s: float) -> int:
        """The place in the signal that was arriving then."""
        with self._changing:
            at_s, block = min(self._blocks, key=lambda arrived: abs(arrived[0] - moment_s))
        last = SIGNAL.decode(int16(block)).last
        assert last is not None
        return last + round((moment_s - at_s) * RATE_HZ)


def wait_ms(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def at_first_question() -> Iterator[KioskWindow]:
    spec = SourceSpec.microphone(DEVICE_NAME, HOST_API)
    with tempfile.TemporaryDirectory(prefix="record-page-") as folder:
        kiosk = KioskWindow(
            Path(folder),
            clean=lambda raw: photo_from_image(gradient(8, 8)),
            open_recorder=lambda drafts, listener: Recorder(spec, drafts, listener),
        )
        kiosk.shell.resize(WIDTH_PX, HEIGHT_PX)
        kiosk.shell.show()
        kiosk.shell.load()
        for _, identifier in TO_FIRST_PROMPT:
            while identifier not in kiosk.visible() or not kiosk.find(identifier).isEnabled():
                wait_ms(20)
            kiosk.press(identifier)
        wait_for(kiosk, Step.READY)
        yield kiosk
        kiosk.shell.leave()
        kiosk.close()
        for handle in kiosk.recorders:
            handle.wait_closed()  # type: ignore[attr-defined]


def wait_for(kiosk: KioskWindow, step: Step) -> None:
    assert kiosk.shell.visit is not None
    while kiosk.shell.visit.desk.step is not step:
        wait_ms(5)


def meter(seconds: float, *, whole: bool) -> dict[str, float]:
    with at_first_question() as kiosk:
        assert kiosk.shell.visit is not None
        draft = kiosk.shell.visit.visit.draft
        repaint = QTimer(interval=16)
        repaint.timeout.connect(kiosk.shell.repaint)
        if whole:
            repaint.start()
        kiosk.press("record")
        wait_for(kiosk, Step.RECORDING)
        wait_ms(_SETTLE_MS)
        paints = PaintTimes(kiosk.find("waveform"))
        wait_ms(round(seconds * 1000))
        times = np.diff(paints.at_s)
        repaint.stop()
        kiosk.press("stop")
        wait_for(kiosk, Step.READY)
        (take,) = draft.takes()
        decoded = SIGNAL.decode(int16(read_pcm(draft.chunks(take.take_id))))
        return {
            "mean_ms": float(times.mean() * 1000),
            "late_ms": float(np.percentile(times, 95) * 1000),
            "kept": take.frames,
            "lost": decoded.lost,
        }


def press(times: int) -> dict[str, list[float]]:
    ear = Ear()
    late_ms = []
    device = next(
        int(found["index"])
        for found in sounddevice.query_devices()
        if found["name"] == DEVICE_NAME and sounddevice.query_hostapis(found["hostapi"])["name"] == HOST_API
    )
    with (
        sounddevice.InputStream(device=device, samplerate=RATE_HZ, channels=1, dtype="float32", blocksize=480, callback=ear),
        at_first_question() as kiosk,
    ):
        assert kiosk.shell.visit is not None
        desk, draft = kiosk.shell.visit.desk, kiosk.shell.visit.visit.draft
        for _ in range(times):
            wait_ms(_SETTLE_MS)
            pressed_s = time.monotonic()
            desk.start("why")
            wait_ms(_TAKE_MS)
            heard_at_press = ear.place_at(pressed_s)
            desk.stop()
            wait_for(kiosk, Step.READY)
            first = SIGNAL.decode(int16(read_pcm(draft.chunks(draft.takes()[-1].take_id)))).first
            assert first is not None
            half = len(SIGNAL.samples) // 2
            late_ms.append(((first - heard_at_press + half) % len(SIGNAL.samples) - half) * 1000 / RATE_HZ)
    return {"late_ms": late_ms}


def main(mode: str, amount: float) -> None:
    application = QApplication([])
    application.setStyle("Fusion")
    theme.load_fonts(RESOURCES / "fonts")
    found = press(round(amount)) if mode == "press" else meter(amount, whole=mode == "repaint")
    print(json.dumps(found), flush=True)
    application.exit(0)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
