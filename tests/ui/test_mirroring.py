"""What is painted by hand runs the other way in a language that does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui import theme
from kiosk.ui.theme import Look
from kiosk.ui.widgets.audio_bar import _Track
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.level_meter import LevelMeter
from kiosk.ui.widgets.private_field import PrivateLine, PrivateText
from kiosk.ui.widgets.step_bar import StepBar
from kiosk.ui.widgets.waveform import Waveform

# Edges that fall between two pixels are drawn a little differently from the other side.
_TOLERATED = 0.02


def steps() -> QWidget:
    bar = StepBar(9)
    bar.show_step(3, "")
    return bar


def meter() -> QWidget:
    level = LevelMeter()
    level.show_level(-20.0, too_loud=False)
    return level


def wave() -> QWidget:
    waveform = Waveform()
    waveform.set_moving(True)
    waveform.add([-40.0, -30.0, -6.0])
    return waveform


def track() -> QWidget:
    slider = _Track("position")
    slider.setRange(0, 10_000)
    slider.setValue(2_500)
    return slider


@pytest.fixture
def grabbed(looks: QApplication, qtbot: QtBot) -> Callable[[QWidget, Qt.LayoutDirection], QImage]:
    theme.apply(looks, Look())

    def grab(widget: QWidget, direction: Qt.LayoutDirection) -> QImage:
        qtbot.addWidget(widget)
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.setLayoutDirection(direction)
        widget.resize(400, 80)
        widget.show()
        return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    return grab


def difference(one: QImage, other: QImage) -> float:
    """Share of pixels that are clearly not the same."""
    assert one.size() == other.size()
    pixels = [(x, y) for x in range(one.width()) for y in range(0, one.height(), 2)]
    return sum(abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) > 48 for x, y in pixels) / len(pixels)


@pytest.mark.parametrize("make", [steps, meter, wave, track])
def test_it_is_the_mirror_image(make: Callable[[], QWidget], grabbed: Callable[[QWidget, Qt.LayoutDirection], QImage]) -> None:
    begun_left = grabbed(make(), Qt.LayoutDirection.LeftToRight)
    begun_right = grabbed(make(), Qt.LayoutDirection.RightToLeft)
    assert difference(begun_left.flipped(Qt.Orientation.Horizontal), begun_right) < _TOLERATED
    assert difference(begun_left, begun_right) > _TOLERATED


def test_a_cards_mark_stands_where_lines_begin(grabbed: Callable[[QWidget, Qt.LayoutDirection], QImage]) -> None:
    def inked(picture: QImage, left: int, right: int) -> int:
        ground = picture.pixelColor(picture.width() // 2, 12).value()
        return sum(abs(picture.pixelColor(x, y).value() - ground) > 48 for x in range(left, right) for y in range(24, 56))

    for direction, begins_left in ((Qt.LayoutDirection.LeftToRight, True), (Qt.LayoutDirection.RightToLeft, False)):
        card = ChoiceCard("card", one_of_several=True)
        card.set_words("A")
        picture = grabbed(card, direction)
        ends = inked(picture, 12, 52), inked(picture, 348, 388)
        assert (ends[0] > ends[1]) is begins_left


def test_what_is_typed_stands_where_lines_begin(looks: QApplication, qtbot: QtBot) -> None:
    """An empty field has no words by which Qt could tell, and a name in other letters is still an answer on this page."""
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(400, 300)
    line, text = PrivateLine("line", 40, around), PrivateText("text", 40, around)
    line.setGeometry(0, 0, 400, 64)
    text.setGeometry(0, 100, 400, 100)
    around.show()
    for direction, at_the_right in ((Qt.LayoutDirection.RightToLeft, True), (Qt.LayoutDirection.LeftToRight, False)):
        around.setLayoutDirection(direction)
        for words in ("", "نور", "Nour"):
            line.setText(words)
            line.home(False)
            text.setPlainText(words)
            qtbot.wait(1)
            assert (line.cursorRect().center().x() > 200) is at_the_right, (direction, words)
            assert (text.cursorRect().center().x() > 200) is at_the_right, (direction, words)
