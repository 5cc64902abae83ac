"""The page of finished stories and its stick, in every state: nothing is cut or lies over anything else, in any size of text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_page import resized, settle
from kiosk_window import OpenKiosk
from outbox_states import OutboxOnShow, outbox_states
from page_geometry import faults
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui import theme
from kiosk.ui.theme import Look, TextSize
from sync.link import LinkState

# The narrowest, and one in which everything is larger than usual.
WINDOWS = [(1024, 720), (800, 1280), (1920, 1080)]
# With the longest sentences; the others stand in the same places.
LINKS = (LinkState.INTERCEPTED, LinkState.QUOTA)


@pytest.mark.parametrize(
    ("language", "look"),
    [("ru", Look(TextSize.LARGEST, strong_contrast=True)), ("ar", Look(TextSize.LARGE)), ("my", Look())],
    ids=str,
)
def test_no_state_is_cut(open_kiosk: OpenKiosk, qtbot: QtBot, looks: QApplication, language: str, look: Look) -> None:
    kiosk = open_kiosk(languages=(language,))
    kiosk.shell.set_look(look)
    found = []
    on_show = OutboxOnShow(kiosk, qtbot)
    for number, (name, shown) in enumerate(outbox_states(on_show, LINKS)):
        # Each state in one window after the other would take minutes: each in one, and all of them in all.
        window = WINDOWS[number % len(WINDOWS)]
        resized(kiosk.shell, *window)
        settle()  # once more: with the window the size of everything may change, and with that again where the bar is
        found += [f"{name} {window}: {fault}" for fault in (*faults(shown), *_cut_rows(on_show))]
    theme.apply(looks, Look())
    assert found == []


def _cut_rows(on_show: OutboxOnShow) -> Iterator[str]:
    """Rows are painted, so nobody else measures whether their words have room."""
    stories = on_show.page.stories
    if not stories.isVisible():
        return
    needed_px = stories._painter.row_px(stories.rows, stories.width())
    for place in (0, len(stories.rows) - 1):
        rect = stories.visualRect(stories.model().index(place, 0))
        if rect.height() != needed_px or rect.width() > stories.width():
            yield f"row {place} is {rect.width()}×{rect.height()} px, its words need {needed_px}"
    if stories.height() != needed_px * len(stories.rows):
        yield f"the list is {stories.height()} px high, and its {len(stories.rows)} rows need {needed_px} px each"
