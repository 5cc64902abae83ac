"""The device stays awake exactly while she records, listens or sends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from pytestqt.qtbot import QtBot
from whole_walk import pages


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, photo_folder: Path) -> KioskWindow:
    return open_kiosk(photo_folder=photo_folder)


def test_recording_keeps_the_device_awake(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for name in pages(kiosk, qtbot):
        if name == "prompt-1 recording":
            assert kiosk.awake.held
        elif name in ("start", "about", "prompt-1 paused", "prompt-1 reviewing", "uses", "sent"):
            assert not kiosk.awake.held, name
    assert not kiosk.awake.held


def test_listening_keeps_the_device_awake(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for name in pages(kiosk, qtbot):
        if name == "prompt-1 reviewing":
            kiosk.press("play")
            qtbot.waitUntil(lambda: kiosk.awake.held)
            kiosk.press("play")
            qtbot.waitUntil(lambda: not kiosk.awake.held)
            return


def test_sending_keeps_the_device_awake(kiosk: KioskWindow, qtbot: QtBot) -> None:
    may_end = threading.Event()
    kiosk.before_sending = may_end.wait
    for name in pages(kiosk, qtbot):
        if name == "check":
            kiosk.press("send")
            qtbot.waitUntil(lambda: kiosk.awake.held)
            may_end.set()
            qtbot.waitUntil(lambda: kiosk.page == "sent")
            assert not kiosk.awake.held
            return


def test_leaving_while_recording_lets_the_device_sleep(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for name in pages(kiosk, qtbot):
        if name == "prompt-1 recording":
            assert kiosk.awake.held
            kiosk.shell.leave()
            assert not kiosk.awake.held
            return
