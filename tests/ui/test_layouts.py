"""Every page in every language, window and size of text: nothing is cut, nothing lies over anything else, nothing is out of reach."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from every_page import begin, each_page, resized
from kiosk_window import KioskWindow, OpenKiosk
from page_geometry import faults, scrolling_px
from pseudo_language import GROWTH, speaking_pseudo, stretched
from PySide6.QtCore import Qt

from kiosk.resources import languages
from kiosk.ui.theme import Look, TextSize

SMALLEST = (1024, 720)
PORTRAIT = (800, 1280)
WINDOWS = [SMALLEST, (1280, 800), (1366, 768), (1920, 1080), (3840, 2160), PORTRAIT, (1080, 1920)]


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> KioskWindow:
    kiosk = open_kiosk(languages=tuple(languages()))
    begin(kiosk)
    return kiosk


def found_on(kiosk: KioskWindow, window: tuple[int, int], *, may_scroll: bool) -> list[str]:
    """On all pages, in the language and look that are chosen now."""
    resized(kiosk.shell, *window)
    found = []
    for page in each_page(kiosk):
        found += [f"{page}: {fault}" for fault in faults(kiosk.shell)]
        if kiosk.shell.size().toTuple() != window:
            found.append(f"{page}: made the window {kiosk.shell.size().toTuple()}")
        if not may_scroll and scrolling_px(kiosk.shell):
            found.append(f"{page}: scrolls by {scrolling_px(kiosk.shell)} px")
    return found


@pytest.mark.parametrize("language", list(languages()))
def test_every_language_fits_the_smallest_window_without_scrolling(kiosk: KioskWindow, language: str) -> None:
    kiosk.shell.choose_language(language)
    assert found_on(kiosk, SMALLEST, may_scroll=False) == []


@pytest.mark.parametrize("window", WINDOWS[1:], ids=str)
@pytest.mark.parametrize("chosen", [("en", "ar"), ("my", "ru")], ids=str)
def test_every_window_from_a_tablet_to_4k(kiosk: KioskWindow, window: tuple[int, int], chosen: Sequence[str]) -> None:
    for language in chosen:
        kiosk.shell.choose_language(language)
        assert found_on(kiosk, window, may_scroll=False) == []


@pytest.mark.parametrize("language", list(languages()))
def test_the_largest_words_may_scroll_but_are_never_cut(kiosk: KioskWindow, language: str) -> None:
    kiosk.shell.choose_language(language)
    kiosk.shell.set_look(Look(TextSize.LARGEST))
    for window in (SMALLEST, PORTRAIT):
        assert found_on(kiosk, window, may_scroll=True) == []


@pytest.mark.parametrize("size", [TextSize.LARGE, TextSize.LARGER])
def test_larger_words_in_strong_contrast_are_never_cut(kiosk: KioskWindow, size: TextSize) -> None:
    kiosk.shell.set_look(Look(size, strong_contrast=True))
    for language in ("en", "ar", "my"):
        kiosk.shell.choose_language(language)
        assert found_on(kiosk, SMALLEST, may_scroll=True) == []


@pytest.mark.parametrize("window", [SMALLEST, PORTRAIT], ids=str)
def test_words_that_are_longer_than_in_any_language(kiosk: KioskWindow, window: tuple[int, int]) -> None:
    with speaking_pseudo(kiosk):
        assert found_on(kiosk, window, may_scroll=True) == []
        assert kiosk.shell.top.help.text() == stretched("Help")
        assert kiosk.shell.start.title.text() == stretched("I defend rights")
        assert kiosk.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_the_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    words = "Stop and leave deletes {count} of %n photo(s)."
    made = stretched(words)
    assert "{count}" in made
    assert "%n" in made
    assert len(stretched("Nothing leaves this device until you press Send my story.")) >= 57 * GROWTH


def test_the_checker_sees_what_is_wrong(kiosk: KioskWindow) -> None:
    for _ in zip(range(1), each_page(kiosk), strict=False):
        start = kiosk.shell.start
        whole = start.start.geometry()
        start.start.setGeometry(whole.x(), whole.y(), 90, 40)
        assert any("its words need" in fault for fault in faults(kiosk.shell))
        assert any("too small to touch" in fault for fault in faults(kiosk.shell))
        start.start.setGeometry(whole.translated(0, 300))
        assert any("does not lie within" in fault for fault in faults(kiosk.shell))
        start.start.setGeometry(whole)
        start.title.setGeometry(start.sentence.geometry())
        assert any("lies over" in fault or "px high and needs" in fault for fault in faults(kiosk.shell))
