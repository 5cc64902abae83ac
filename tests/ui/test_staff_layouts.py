"""The staff's pages, too: nothing on them is cut or lies over anything else, upright or not, whatever the size of text."""

from __future__ import annotations

import pytest
from every_page import resized, settle
from kiosk_window import PIN, OpenKiosk
from page_geometry import faults
from pytestqt.qtbot import QtBot

from kiosk.ui.theme import Look, TextSize

WINDOWS = [(1024, 720), (800, 1280), (1920, 1080)]
DOORS = ("door-status", "door-outbox", "door-unfinished", "door-voices")


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("language", ["en", "ar", "my", "ru"])
def test_no_page_of_the_staff_is_cut(open_kiosk: OpenKiosk, qtbot: QtBot, window: tuple[int, int], size: TextSize, language: str) -> None:
    kiosk = open_kiosk(languages=(language,))
    kiosk.shell.set_look(Look(size))
    resized(kiosk.shell, *window)
    kiosk.shell.open_staff()
    settle()
    found = [f"PIN: {fault}" for fault in faults(kiosk.shell)]
    qtbot.waitUntil(lambda: kiosk.find("pin-1").isEnabled())
    for digit in PIN:
        kiosk.press(f"pin-{digit}")
    kiosk.press("pin-enter")
    qtbot.waitUntil(lambda: "door-status" in kiosk.visible())
    for door in DOORS:
        kiosk.press(door)
        qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)
        settle()
        found += [f"{door}: {fault}" for fault in faults(kiosk.shell)]
    assert found == []
