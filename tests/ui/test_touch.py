"""A finger on the screen: touches of the window itself, which Qt turns into presses where nobody takes them as touches."""

from __future__ import annotations

import pytest
from kiosk_window import KioskWindow
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def touch(kiosk: KioskWindow, finger: QPointingDevice, identifier: str) -> None:
    found: QWidget = kiosk.find(identifier)
    window = kiosk.shell.windowHandle()
    place = found.mapTo(kiosk.shell, found.rect().center())
    QTest.touchEvent(window, finger).press(0, place, window).commit()
    QTest.touchEvent(window, finger).release(0, place, window).commit()


def test_buttons_obey_a_finger(kiosk: KioskWindow, finger: QPointingDevice) -> None:
    touch(kiosk, finger, "language-ar")
    touch(kiosk, finger, "start")
    assert kiosk.page == "about"
    touch(kiosk, finger, "continue")
    assert kiosk.page == "own-will"
    touch(kiosk, finger, "back")
    assert kiosk.page == "about"
    assert kiosk.session.language == "ar"
