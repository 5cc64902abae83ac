"""All the pages that lie over the walk for a moment. Apart from the window, because they are loaded after its first paint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.ui.display_page import DisplayPage
from kiosk.ui.side_pages import HowToPage, LanguagePage
from kiosk.ui.tasks import Tasks
from kiosk.ui.withdraw_page import WithdrawPage


class Sides(NamedTuple):
    """Opened by Language, Help, Text size, and the button on Start to take a story back."""

    language: LanguagePage
    how_to: HowToPage
    display: DisplayPage
    withdraw: WithdrawPage


def make_sides(offered: Sequence[str], tasks: Tasks) -> Sides:
    """`offered` are languages by code."""
    return Sides(LanguagePage(offered), HowToPage(), DisplayPage(), WithdrawPage(tasks))
