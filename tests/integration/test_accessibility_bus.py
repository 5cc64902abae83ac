"""The window as assistive technology on a real desktop gets it: over the accessibility bus, from another process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import xa11y
from desktop import Desktop
from field import ROOT, answer_first_questions, without_kiosk_settings
from processes import poll
from screen_reader import ScreenReader
from window import Window

pytestmark = pytest.mark.blackbox

_SOON_S = 15.0
_USED = ("button", "check_box", "radio_button", "slider", "text_field", "text_area")


@pytest.fixture
def reader(desktop: Desktop) -> Iterator[ScreenReader]:
    with ScreenReader(desktop.env["DBUS_SESSION_BUS_ADDRESS"]) as running:
        yield running


@pytest.fixture
def window(desktop: Desktop, reader: ScreenReader, tmp_path: Path) -> Iterator[Window]:
    """The program with recorded speech for a microphone."""
    environment = {**without_kiosk_settings(), **desktop.env, "IDR_DATA_DIR": str(tmp_path)}
    program = subprocess.Popen([sys.executable, "-m", "kiosk", "demo"], env=environment, cwd=ROOT)
    try:
        with Window(program.pid) as seen:
            yield seen
    finally:
        program.terminate()
        program.wait(30)


def role(element: xa11y.Element) -> str:
    return str(element.role)


def to_the_microphone(window: Window) -> None:
    window.press("start")
    window.wait_page("about")
    window.press("continue")
    answer_first_questions(window)
    window.wait_page("microphone")


def test_names_roles_states_and_values_cross_the_bus(window: Window) -> None:
    window.wait_page("start")
    assert (role(window.element("language-en")), role(window.element("start"))) == ("radio_button", "button")
    assert str(window.element("language-en").checked) != str(window.element("language-ar").checked)
    to_the_microphone(window)
    level = window.element("level")
    assert (role(level), level.name) == ("progress_bar", "Microphone level")
    # Recorded speech begins with the first recording.
    window.press("record")
    assert poll(lambda: (window.element("level").numeric_value or 0) > 0, _SOON_S)
    window.press("mic-ok", timeout_s=_SOON_S)
    window.press("continue")
    window.wait_page("prompt-1")
    steps = window.element("steps")
    assert (role(steps), steps.name, steps.numeric_value) == ("progress_bar", "Step 1 of 9", 1)
    assert (role(window.element("record")), role(window.element("waveform"))) == ("button", "image")
    for element in window.visible().values():
        assert role(element) not in _USED or element.name, element.raw


def test_what_happens_is_said_without_being_asked(window: Window, reader: ScreenReader) -> None:
    window.wait_page("start")
    to_the_microphone(window)
    window.press("mic-ok")
    window.press("continue")
    window.wait_page("prompt-1")
    window.press("record")
    assert poll(lambda: "Get ready. Press again to stop the countdown." in reader.heard, _SOON_S), reader.heard
    window.press("pause")
    assert poll(lambda: "Paused. Nothing is recorded now." in reader.heard, _SOON_S), reader.heard
