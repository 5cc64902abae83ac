"""With the words on the screen hidden nothing is lost: every visible text and control of every page has a voice, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from every_state import every_state
from kiosk_window import OpenKiosk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import RESOURCES
from kiosk.resources import languages
from kiosk.story.voices import Voices
from kiosk.ui.faults import fault_sentence
from kiosk.ui.spoken_elements import elements, visible_widgets
from kiosk.ui.widgets.corner_door import CornerDoor
from kiosk.ui.widgets.language_button import LanguageButton
from sync.contract.faults import EnvironmentFault

_FAULT_CODES = [
    "disk-full",
    "microphone-gone",
    "microphone-none",
    "loudspeaker-refused",
    "encoding-failed",
    "photo-damaged",
    "draft-damaged",
]
# Typed by the person herself: no voice can know it.
HER_OWN = {"Nour"}


def shown(root: QWidget, language: str) -> Iterator[tuple[str, str]]:
    """(language, words) of everything a visitor sees or a control is called, looked for without the help of what reads it."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, CornerDoor):
            continue
        spoken_in = widget.code if isinstance(widget, LanguageButton) else language
        words: list[str] = []
        if isinstance(widget, QLabel):
            words = [widget.text(), widget.accessibleName()]
        elif isinstance(widget, QAbstractButton):
            words = [widget.text().replace("&&", "&"), widget.accessibleName(), widget.accessibleDescription()]
        elif isinstance(widget, (QLineEdit, QPlainTextEdit, QAbstractSlider)) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = [widget.accessibleName()]
        yield from ((spoken_in, each) for each in words if each and each not in HER_OWN)


@pytest.mark.parametrize("language", languages())
def test_every_text_and_control_of_every_page_has_a_voice(open_kiosk: OpenKiosk, qtbot: QtBot, photo_folder: Path, language: str) -> None:
    others = [code for code in languages() if code != language]
    kiosk = open_kiosk(languages=(language, *others), photo_folder=photo_folder)
    voices = Voices([RESOURCES / "voices"])
    missing: dict[str, str] = {}
    states = 0
    for name, root in every_state(kiosk, qtbot):
        states += 1
        for spoken_in, words in shown(root, language):
            if voices.clips(spoken_in, words) is None:
                missing.setdefault(words, name)
        heard = {
            element.widget for part in (kiosk.shell.pages.currentWidget(), kiosk.shell.top) for element in elements(part, resting=True)
        }
        for widget in visible_widgets(kiosk.shell):
            if isinstance(widget, QAbstractButton) and not isinstance(widget, CornerDoor) and not kiosk.shell.is_covered:
                assert widget in heard or kiosk.shell.asks_to_leave, f"{name}: the guide passes {widget.accessibleIdentifier()} over"
    assert states > 40
    assert missing == {}


@pytest.mark.parametrize("language", languages())
def test_every_fault_has_a_voice(open_kiosk: OpenKiosk, language: str) -> None:
    open_kiosk(languages=(language,))
    voices = Voices([RESOURCES / "voices"])
    sentences = [fault_sentence(EnvironmentFault(code, "never shown")) for code in _FAULT_CODES]
    assert "never shown" not in sentences
    assert [sentence for sentence in sentences if not voices.clips(language, sentence)] == []
