"""What is wrong with the microphone is said while she still speaks, in the place where she looks, and goes when it is mended."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_recorder import BLOCKED, SPEECH
from kiosk_window import KioskWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.audio.meter import Level
from kiosk.ui.screens.prompt import PromptScreen


@pytest.mark.parametrize(
    "level", [replace(BLOCKED, muted=True), BLOCKED, replace(SPEECH, too_quiet=True)], ids=["muted", "blocked", "quiet"]
)
def test_a_hint_comes_and_goes_with_its_reason(kiosk: KioskWindow, qtbot: QtBot, level: Level) -> None:
    kiosk.begin()
    kiosk.press("continue")
    screen = kiosk.shell.current
    assert isinstance(screen, PromptScreen)
    status = screen.recording.status
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    before = status.text()
    kiosk.recorder.hear(level, 2)
    QApplication.processEvents()
    assert status.text() == before  # nothing is being said yet
    kiosk.press("record")
    kiosk.recorder.say(1_000)
    qtbot.waitUntil(lambda: status.text() != before)
    well = status.text()
    kiosk.recorder.hear(level, 2)
    qtbot.waitUntil(lambda: status.text() != well)
    assert status.property("role") == "careful"
    kiosk.recorder.hear(SPEECH, 2)
    qtbot.waitUntil(lambda: status.text() == well)
    assert status.property("role") == "good"
    kiosk.recorder.hear(level, 2)
    qtbot.waitUntil(lambda: status.text() != well)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: status.property("role") == "good")
