"""Two hundred random walks: whatever is pressed, typed, unplugged or waited for, nothing breaks and nothing of anybody stays."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from monkey import ALL_LANGUAGES, SIZES_PX, Monkey
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

WINDOWS = 20
WALKS_IN_EACH = 10
ACTS = 40
# Pages that stay make arrows for scrolling when they first need them, as many as there are pages.
ARROWS = ("scroll-up", "scroll-down")
# And now and then a row for a sentence; one page of a visit that stayed would be more than all of these.
ROWS = 16


def written_anywhere(kiosk: KioskWindow) -> str:
    """All that any widget of the window holds, shown or hidden, and the clipboard."""
    words = [QApplication.clipboard().text()]
    for widget in kiosk.shell.findChildren(QWidget):
        words.append(widget.accessibleName())
        words.append(widget.accessibleDescription())
        if isinstance(widget, (QLineEdit, QLabel)):
            words.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            words.append(widget.toPlainText())
    return "\n".join(words)


def widgets() -> Counter[str]:
    """How many there are of each kind, but for arrows."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    found = [widget for widget in QApplication.allWidgets() if widget.accessibleIdentifier() not in ARROWS]
    return Counter(type(widget).__name__ for widget in found)


def end_visit(kiosk: KioskWindow, qtbot: QtBot) -> None:
    """As when nobody is there any more."""
    pages = kiosk.shell.staff_door.pages
    if kiosk.shell.staff_door.is_open and pages is not None:
        pages.closed.emit()
    qtbot.waitUntil(lambda: kiosk.shell.conductor is not None and not kiosk.shell.conductor._sending)
    kiosk.shell.leave()
    kiosk.shell.choose_language(kiosk.config.languages[0])
    kiosk.shell.resize(*SIZES_PX[0])


@pytest.mark.parametrize("window", range(WINDOWS))
def test_ten_random_walks(window: int, open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder, languages=ALL_LANGUAGES, full_screen=True)
    kiosk.shell.open_staff()
    assert kiosk.shell.staff_door.pages is not None
    kiosk.shell.staff_door.pages.closed.emit()
    before = widgets()
    for walk in range(WALKS_IN_EACH):
        seed = window * WALKS_IN_EACH + walk
        canary = f"canary{seed}bird"
        monkey = Monkey(kiosk, Random(seed), canary)
        for _ in range(ACTS):
            monkey.act()
        end_visit(kiosk, qtbot)
        assert kiosk.page == "start", (seed, monkey.did)
        assert kiosk.draft_ids() == [], (seed, monkey.did)
        assert canary not in written_anywhere(kiosk), (seed, monkey.did)
        assert all(recorder.closed for recorder in kiosk.recorders), (seed, monkey.did)  # type: ignore[attr-defined]
        assert kiosk.shell.isVisible(), (seed, monkey.did)
    more = widgets() - before
    assert more.total() < ROWS, more
    assert canary.encode() not in kiosk.drafts_path.read_bytes()
