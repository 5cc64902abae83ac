"""Who cannot read finds every choice again by its picture: all have one, it is large, and being chosen shows without colour too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from every_page import begin, each_page
from kiosk_window import OpenKiosk
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.resources import RESOURCES
from kiosk.story.texts import TEXT_IDS, load_texts
from kiosk.ui import theme
from kiosk.ui.icons import draw_picture
from kiosk.ui.palette import STRONG, WARM, contrast
from kiosk.ui.pictures import choice_picture, sentence_pictures
from kiosk.ui.theme import Look
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.pictogram import Pictogram
from kiosk.ui.widgets.sentence_list import SentenceList

ICONS = RESOURCES / "icons"
NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))
_LEAST_PX = 44
# These are buttons, not cards.
_BUTTONS = {("name-check", "cut"), ("name-check", "again")}


def drawn(name: str, *, mirrored: bool = False) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_picture(painter, name, "#000000", QRectF(0, 0, 64, 64), mirrored=mirrored)
    painter.end()
    return image


def test_every_choice_has_a_picture_of_its_own() -> None:
    texts = load_texts(RESOURCES / "texts", "en")
    for text_id in TEXT_IDS:
        choices = [choice for choice in texts.page(text_id).choices if (text_id, choice) not in _BUTTONS]
        pictures = [choice_picture(text_id, choice) for choice in choices]
        assert all(picture in NAMES for picture in pictures), text_id
        assert len(set(pictures)) == len(pictures), text_id


@pytest.mark.parametrize("text_id", ["about", "talk-first"])
def test_every_sentence_that_is_read_one_by_one_has_a_picture(text_id: str) -> None:
    sentences = load_texts(RESOURCES / "texts", "en").page(text_id).sentences
    assert len(sentence_pictures(text_id)) == len(sentences)
    assert set(sentence_pictures(text_id)) <= set(NAMES)


def test_pictures_are_large_on_every_page(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    begin(kiosk)
    seen = set()
    for page in each_page(kiosk):
        for card in kiosk.shell.findChildren(ChoiceCard):
            if card.isVisible():
                assert card.picture in NAMES, f"{page}: {card.accessibleIdentifier()}"
                seen.add(card.accessibleIdentifier())
        for shown in kiosk.shell.findChildren(Pictogram):
            if shown.isVisible():
                assert min(shown.width(), shown.height()) >= _LEAST_PX, page
        for sentences in kiosk.shell.findChildren(SentenceList):
            if sentences.isVisible():
                shown_pictures = [picture for picture in sentences.findChildren(Pictogram) if picture.isVisible()]
                assert len(shown_pictures) == len(sentences.sentences), page
    assert {"name-none", "voice-own", "use-online", "need-press", "will-own", "age-adult"} <= seen


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_one_of_ours_in_one_style(name: str) -> None:
    drawing = (ICONS / f"{name}.svg").read_text("utf-8")
    side = re.search(r'viewBox="0 0 (\d+) \1"', drawing)
    assert side is not None
    width = re.search(r'<svg[^>]* stroke-width="([\d.]+)"', drawing)
    assert width is not None
    assert (int(side[1]), float(width[1])) in {(24, 2.0), (48, 3.0)}
    assert "<text" not in drawing
    assert set(re.findall(r"#[0-9a-f]{6}", drawing)) == {"#2b2118"}


def test_all_pictures_are_listed() -> None:
    listed = set(re.findall(r"`([a-z-]+)`", (ICONS / "README.md").read_text("utf-8")))
    assert set(NAMES) <= listed


@pytest.mark.parametrize("name", ["way-out", "travels", "told-to", "skip"])
def test_pictures_that_point_are_mirrored_and_stay_in_place(qapp: QApplication, name: str) -> None:
    assert drawn(name, mirrored=True) != drawn(name)
    flipped = drawn(name).flipped(Qt.Orientation.Horizontal)
    turned = drawn(name, mirrored=True)
    differing = sum(abs(flipped.pixelColor(x, y).value() - turned.pixelColor(x, y).value()) > 96 for x in range(64) for y in range(64))
    assert differing < 40


def test_others_are_not_mirrored(qapp: QApplication) -> None:
    assert drawn("own-voice", mirrored=True) == drawn("own-voice")


@pytest.mark.parametrize("palette", [WARM, STRONG])
def test_a_picture_stands_out_from_its_ground(palette: theme.Palette) -> None:
    assert contrast(palette.ink, palette.picture) >= 7
    assert contrast(palette.on_colour, palette.accent) >= 4.5


@pytest.mark.parametrize("tall", [False, True])
def test_what_is_chosen_differs_in_brightness_and_not_only_in_hue(looks: QApplication, qtbot: QtBot, tall: bool) -> None:
    theme.apply(looks, Look())
    card = ChoiceCard("card", one_of_several=True, tall=tall)
    qtbot.addWidget(card)
    card.set_words("Words")
    card.set_picture("heart")
    card.resize(400, card.heightForWidth(400))

    def dark_pixels() -> int:
        image = card.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return sum(QColor(image.pixel(x, y)).value() < 128 for x in range(image.width()) for y in range(image.height()))

    before = dark_pixels()
    card.setChecked(True)
    assert dark_pixels() > before + 1_500


def test_a_card_grows_with_its_words(looks: QApplication, qtbot: QtBot) -> None:
    theme.apply(looks, Look())
    card = ChoiceCard("card", one_of_several=False)
    qtbot.addWidget(card)
    card.set_picture("world")
    card.set_words("Words")
    bare = card.heightForWidth(500)
    card.set_words("Words", "A sentence that is a good deal longer than one line of the card can be. " * 3)
    assert card.heightForWidth(500) > bare
    assert card.heightForWidth(240) > card.heightForWidth(500)


def test_a_larger_window_shows_everything_larger(open_kiosk: OpenKiosk, qtbot: QtBot, tmp_path: Path) -> None:
    kiosk = open_kiosk()
    small = kiosk.shell.start.start.height(), theme.type_px("body", theme.TextSize.NORMAL)
    kiosk.shell.resize(1920, 1080)
    qtbot.waitUntil(lambda: theme.room() == 1.5)
    qtbot.waitUntil(lambda: kiosk.shell.start.start.height() > small[0])
    assert theme.type_px("body", theme.TextSize.NORMAL) == round(1.5 * small[1])
    kiosk.shell.resize(1024, 720)
    qtbot.waitUntil(lambda: theme.room() == 1.0)
    qtbot.waitUntil(lambda: kiosk.shell.start.start.height() == small[0])
