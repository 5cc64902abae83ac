"""The first half of the walk, pressed."""

from __future__ import annotations

from kiosk_window import KioskWindow
from pytestqt.qtbot import QtBot


def test_from_start_to_the_first_kept_answer(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("start")
    assert kiosk.page == "about"
    kiosk.press("continue")
    assert kiosk.page == "microphone"
    kiosk.press("continue")
    assert kiosk.page == "prompt-1"
    qtbot.waitUntil(kiosk.find("record").isEnabled)
    kiosk.press("record")
    kiosk.recorder.say(3_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    assert not kiosk.session.answers["why"].has_recording
    kiosk.press("keep")
    assert kiosk.session.answers["why"].duration_ms == 3_000
    kiosk.press("continue")
    assert kiosk.page == "prompt-2"
