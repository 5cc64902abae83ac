"""What a visitor or staff member can meet in the window, page by page, for tests that hold for any page and control there is."""

from __future__ import annotations

from collections.abc import Iterator

from every_page import settle
from kiosk_window import PIN, KioskWindow
from outbox_samples import some_of_everything, status
from outbox_states import STICKS
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollBar, QSlider, QWidget
from pytestqt.qtbot import QtBot
from whole_walk import pages

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QSlider)
# For a held finger only; a keyboard and a screen reader have Ctrl+Shift+S.
_FOR_FINGERS = ("staff-door",)


def everywhere(kiosk: KioskWindow, qtbot: QtBot) -> Iterator[str]:
    """Every page of the walk, then what may lie over it, then the staff side; each when its layout has come to rest."""
    for name in _pages(kiosk, qtbot):
        settle()
        yield name


def _pages(kiosk: KioskWindow, qtbot: QtBot) -> Iterator[str]:
    yield from pages(kiosk, qtbot)
    shell = kiosk.shell
    kiosk.press("text-size")
    yield "display"
    kiosk.press("return")
    kiosk.press("start")
    shell.ask_to_leave()
    yield "leave question"
    shell.close_question()
    kiosk.now_s += shell._settings.idle_s + 1
    shell.absence.watch.look()
    assert shell.absence.is_warning
    yield "idle"
    shell.absence.watch.touch()
    kiosk.press("leave")
    qtbot.waitUntil(lambda: kiosk.page == "start")
    kiosk.status = status(*some_of_everything())
    kiosk.sticks = list(STICKS)
    shell.open_staff()
    qtbot.waitUntil(lambda: kiosk.find("pin-1").isEnabled())
    yield "staff pin"
    for digit in PIN:
        kiosk.press(f"pin-{digit}")
    kiosk.press("pin-enter")
    qtbot.waitUntil(lambda: any(name.startswith("door-") for name in kiosk.visible()), timeout=20_000)
    for door in sorted(name for name in kiosk.visible() if name.startswith("door-")):
        kiosk.press(door)
        qtbot.waitUntil(lambda: not shell.tasks.busy)
        yield f"staff {door}"
    kiosk.press("door-outbox")
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    kiosk.press("outbox-export")
    qtbot.waitUntil(lambda: not shell.tasks.busy)
    yield "staff door-outbox stick"


def controls(window: QWidget) -> list[QWidget]:
    """What can be seen and used, or could be if it were enabled."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.accessibleIdentifier() not in _FOR_FINGERS
        and not isinstance(widget, QScrollBar)
        and not _is_part_of_a_control(widget)
        and (isinstance(widget, INTERACTIVE) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
    ]


def name_of(widget: QWidget) -> str:
    """For a test's complaint."""
    return f"{type(widget).__name__} {widget.accessibleIdentifier()}"


def _is_part_of_a_control(widget: QWidget) -> bool:
    """A text field is an area with a viewport inside; one of them is enough."""
    parent = widget.parentWidget()
    return widget.focusProxy() is not None or isinstance(parent, INTERACTIVE)
