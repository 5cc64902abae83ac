"""The window with the real recorder process on recorded speech: what was said is in the draft, to the sample, and can be heard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from kiosk_window import KioskWindow, OpenKiosk
from position_signal import PositionSignal, int16
from pytestqt.qtbot import QtBot
from spoken import write_utterance

from kiosk.audio.codec import read_pcm
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec


def test_an_answer_with_a_pause(open_kiosk: OpenKiosk, tmp_path: Path, qtbot: QtBot) -> None:
    signal = PositionSignal(20)
    write_utterance(tmp_path / "speech", "1", signal)
    spec = SourceSpec.synthetic(tmp_path / "speech")
    kiosk: KioskWindow = open_kiosk(open_recorder=lambda drafts, listener: Recorder(spec, drafts, listener))
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled(), timeout=20_000)
    visit = kiosk.shell.visit
    assert visit is not None

    def committed(frames: int) -> bool:
        return sum(take.frames for take in visit.visit.draft.takes()) >= frames

    kiosk.press("record")
    qtbot.waitUntil(lambda: committed(2 * 48_000), timeout=20_000)
    kiosk.press("pause")
    kiosk.press("pause")
    qtbot.waitUntil(lambda: committed(3 * 48_000), timeout=20_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible(), timeout=20_000)
    kiosk.press("keep")
    answer = kiosk.session.answers["why"]
    assert answer.duration_ms >= 3_000
    sound = int16(read_pcm(chunk for take_id in answer.take_ids for chunk in visit.visit.draft.chunks(take_id)))
    decoded = signal.decode(sound)
    assert decoded.repeated == decoded.inserted == 0
    pcm, sample_rate_hz = kiosk.shell.current.listening.bar._sound.read(1_000, 500)  # type: ignore[union-attr]
    assert sample_rate_hz == 48_000
    assert np.array_equal(int16(pcm), sound[48_000:72_000])
    kiosk.press("leave")
    kiosk.press("leave-confirm")
    assert kiosk.draft_ids() == []
