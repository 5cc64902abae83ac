"""The page behind Text size: every touch is seen at once, and the next visitor finds the window as it was."""

from __future__ import annotations

from itertools import pairwise

import pytest
from kiosk_window import KioskWindow
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.ui import theme
from kiosk.ui.palette import STRONG, WARM
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.widgets.attract import Attract
from kiosk.ui.widgets.level_meter import LevelMeter
from kiosk.ui.widgets.waveform import Waveform


@pytest.fixture
def display(kiosk: KioskWindow) -> KioskWindow:
    kiosk.press("text-size")
    return kiosk


def is_checked(kiosk: KioskWindow, identifier: str) -> bool:
    button = kiosk.find(identifier)
    assert isinstance(button, QAbstractButton)
    return button.isChecked()


def test_it_opens_and_leads_back(display: KioskWindow) -> None:
    assert display.page == "display"
    assert is_checked(display, "size-1")
    display.press("return")
    assert display.page == "start"


@pytest.mark.parametrize("size", list(TextSize))
def test_a_size_is_applied_at_once(display: KioskWindow, size: TextSize) -> None:
    display.press(f"size-{size + 1}")
    assert theme.look().text_size is size
    assert QApplication.font().pixelSize() == theme.type_px("body", size)
    assert is_checked(display, f"size-{size + 1}")
    assert display.find("text-size").accessibleName() == f"Text size, now {size + 1} of 4"


def test_stronger_colours_and_back(display: KioskWindow) -> None:
    ground = display.shell.grab(QRect(2, 300, 4, 4)).toImage().pixelColor(1, 1)
    assert ground.name() == WARM.window
    display.press("strong-contrast")
    assert display.shell.grab(QRect(2, 300, 4, 4)).toImage().pixelColor(1, 1).name() == STRONG.window
    assert is_checked(display, "strong-contrast")
    display.press("strong-contrast")
    assert theme.palette() is WARM


def test_each_choice_leaves_the_others(display: KioskWindow) -> None:
    display.press("size-4")
    display.press("strong-contrast")
    display.press("less-motion")
    assert theme.look() == Look(TextSize.LARGEST, strong_contrast=True, less_motion=True)
    display.press("size-2")
    assert theme.look() == Look(TextSize.LARGE, strong_contrast=True, less_motion=True)


def test_pictures_of_buttons_follow_the_colours(display: KioskWindow) -> None:
    def colour() -> str:
        icon = display.shell.top.language.icon()
        picture = icon.pixmap(icon.availableSizes()[0]).toImage()
        inked = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
        return max(inked, key=lambda pixel: pixel.alpha()).name()

    assert colour() == WARM.muted
    display.press("strong-contrast")
    assert colour() == STRONG.muted


def test_less_movement_stills_the_start_page(display: KioskWindow) -> None:
    attract = display.shell.start.findChild(Attract)
    assert attract is not None
    display.press("return")
    assert attract.moving
    display.press("text-size")
    assert not attract.moving
    display.press("less-motion")
    display.press("return")
    assert not attract.moving
    display.press("text-size")
    display.press("less-motion")
    display.press("return")
    assert attract.moving


@pytest.mark.parametrize("make", [Waveform, LevelMeter])
def test_less_movement_makes_what_follows_a_voice_go_in_steps(looks: QApplication, make: type[Waveform] | type[LevelMeter]) -> None:
    def changes() -> int:
        picture = make()
        seen: list[object] = []
        for number in range(60):
            if isinstance(picture, Waveform):
                picture.add([-40.0 + number / 3])
            else:
                picture.show_level(-40.0 + number / 3, too_loud=False)
            seen.append(picture.shown)
        picture.deleteLater()
        return sum(one != other for one, other in pairwise(seen))

    theme.apply(looks, Look())
    assert changes() > 50
    theme.apply(looks, Look(less_motion=True))
    assert 1 <= changes() <= 4
    theme.apply(looks, Look())


def test_what_was_left_at_start_goes_back_by_itself(display: KioskWindow) -> None:
    display.press("strong-contrast")
    display.press("return")
    for _ in range(2):
        display.now_s += 245
        display.shell.absence.watch.look()
    assert theme.look() == Look()


def test_the_system_may_ask_for_contrast(looks: QApplication) -> None:
    assert theme.preferred_look() == Look()
    assert theme.look_for(Qt.ContrastPreference.HighContrast) == Look(strong_contrast=True)
    assert theme.look_for(Qt.ContrastPreference.NoPreference) == Look()
