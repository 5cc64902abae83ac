"""The sound server moves, mutes and loses the microphone in the middle of a sentence: what was said is kept, whole and once, and goes on.

A real desk, a real recorder process and a real PulseAudio server.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from position_signal import Decoded, PositionSignal, int16
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from virtual_microphone import DEVICE_NAME, HOST_API, MICROPHONE_LABEL, VirtualMicrophone

from kiosk.audio.codec import read_pcm
from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.drafts.store import DraftStore
from kiosk.ui.recording import Recorded, RecordingDesk, Step
from sync.contract.faults import Fault

pytest_plugins = ("sound_fixtures",)
pytestmark = pytest.mark.sound

KEY = bytes(range(32))
RATE_HZ = 48_000
SIGNAL = PositionSignal(seconds=30)
PATIENCE_MS = 30_000
WHOEVER = SourceSpec.microphone(DEVICE_NAME, HOST_API)  # the system's own choice
CHOSEN = SourceSpec.microphone(MICROPHONE_LABEL)


class Booth:
    def __init__(self, data: Path, qtbot: QtBot, spec: SourceSpec) -> None:
        self.store = DraftStore(data / "drafts.sqlite3")
        self.draft = self.store.open(self.store.create(), KEY)
        self.recorders: list[Recorder] = []
        self.levels: list[Level] = []
        self.faults: list[Fault] = []
        self.recorded: list[Recorded] = []
        self._qtbot = qtbot

        def open_recorder(listener) -> Recorder:  # type: ignore[no-untyped-def]
            self.recorders.append(Recorder(spec, data / "drafts.sqlite3", listener))
            return self.recorders[-1]

        self.desk = RecordingDesk(open_recorder, self.draft, KEY, time.monotonic)
        self.desk.levelled.connect(self.levels.append)
        self.desk.faulted.connect(self.faults.append)
        self.desk.recorded.connect(self.recorded.append)

    def until(self, wanted) -> None:  # type: ignore[no-untyped-def]
        self._qtbot.waitUntil(wanted, timeout=PATIENCE_MS)

    def start(self) -> None:
        self.desk.arm()
        self.until(lambda: self.desk.step is Step.READY)
        self.desk.start("why")

    def hear_more(self, frames: int) -> None:
        """Until so much more has been committed, over all segments."""
        wanted = self.frames() + frames
        self.until(lambda: self.frames() >= wanted)

    def frames(self) -> int:
        return sum(take.frames for take in self.draft.takes())

    def heard(self, condition) -> bool:  # type: ignore[no-untyped-def]
        return bool(self.levels) and condition(self.levels[-1])

    def answer(self) -> Recorded:
        self.desk.stop()
        self.until(lambda: bool(self.recorded))
        return self.recorded[-1]

    def decoded(self, take_ids: list[str]) -> Decoded:
        return SIGNAL.decode(int16(read_pcm(chunk for take_id in take_ids for chunk in self.draft.chunks(take_id))))

    def close(self) -> None:
        self.desk.close()
        for recorder in self.recorders:
            assert recorder.wait_closed()
        self.store.close()


@pytest.fixture
def booth(tmp_path: Path, virtual_microphone: VirtualMicrophone, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Booth]:
    booth = Booth(tmp_path, qtbot, getattr(request, "param", WHOEVER))
    yield booth
    booth.close()
    QApplication.sendPostedEvents(None, 0)


@pytest.mark.parametrize("booth", [WHOEVER, CHOSEN], ids=["whoever", "chosen"], indirect=True)
def test_the_microphone_is_unplugged_and_comes_back(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    virtual_microphone.plug_other()
    booth.start()
    saying = virtual_microphone.saying(SIGNAL.samples)
    booth.until(lambda: booth.heard(lambda level: level.peak_dbfs > -6))
    booth.hear_more(2 * RATE_HZ)
    virtual_microphone.unplug()
    booth.until(lambda: bool(booth.faults))
    assert booth.faults[0].code == "microphone-changed"
    assert booth.desk.step is Step.AWAY
    assert booth.desk.subject == "why"
    virtual_microphone.plug()
    booth.desk.go_on()
    booth.until(lambda: booth.desk.step is Step.RECORDING)
    booth.hear_more(2 * RATE_HZ)
    answer = booth.answer()
    saying.terminate()
    saying.wait()
    assert len(answer.take_ids) == 2
    decoded = booth.decoded(answer.take_ids)
    assert decoded.first == 0
    assert decoded.repeated == decoded.inserted == 0
    # What was spoken into no microphone is all that is missing, and nothing is kept of the other one after the last word.
    assert 0 < decoded.lost < 10 * RATE_HZ
    first = booth.decoded(answer.take_ids[:1])
    assert first.whole
    assert len(answer.take_ids) == len(set(answer.take_ids))


def test_a_stream_that_somebody_moves_elsewhere(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    virtual_microphone.plug_other()
    booth.start()
    booth.hear_more(RATE_HZ)
    virtual_microphone.move_to_other()
    booth.until(lambda: bool(booth.faults))
    assert booth.faults[0].code == "microphone-changed"
    kept = booth.answer()
    assert len(kept.take_ids) == 1
    assert kept.duration_ms >= 1_000


@pytest.mark.parametrize("booth", [CHOSEN], ids=["chosen"], indirect=True)
def test_the_chosen_microphone_is_asked_for_and_no_other_taken(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    virtual_microphone.plug_other()
    virtual_microphone.unplug()
    booth.desk.arm()
    booth.until(lambda: bool(booth.faults))
    assert booth.faults[0].code == "microphone-missing"
    virtual_microphone.plug()  # now behind the other one in every list
    booth.start()
    saying = virtual_microphone.saying(SIGNAL.samples)
    booth.until(lambda: booth.heard(lambda level: level.peak_dbfs > -6))
    saying.terminate()
    saying.wait()
    assert Verdict.WRONG_DEVICE not in booth.answer().verdicts


def test_muted_in_the_middle(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    booth.start()
    saying = virtual_microphone.saying(SIGNAL.samples)
    booth.until(lambda: booth.heard(lambda level: level.peak_dbfs > -6))
    booth.hear_more(2 * RATE_HZ)
    virtual_microphone.mute(True)
    booth.until(lambda: booth.heard(lambda level: level.muted and level.blocked))
    virtual_microphone.mute(False)
    booth.until(lambda: booth.heard(lambda level: not level.muted and level.peak_dbfs > -6))
    answer = booth.answer()
    saying.terminate()
    saying.wait()
    assert not booth.faults
    assert answer.verdicts == {Verdict.MUTED}
    decoded = booth.decoded(answer.take_ids)
    assert (decoded.first, decoded.repeated, decoded.lost) == (0, 0, 0)


def test_the_loudspeaker_itself_is_no_microphone(booth: Booth, virtual_microphone: VirtualMicrophone) -> None:
    virtual_microphone.unplug()  # its monitor is all that is left
    booth.start()
    booth.until(lambda: booth.heard(lambda level: level.steady))
    booth.hear_more(2 * RATE_HZ)
    assert booth.answer().verdicts & {Verdict.WRONG_DEVICE, Verdict.BLOCKED}
