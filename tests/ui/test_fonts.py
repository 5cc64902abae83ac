"""The bundled letters: whole, as they were published, and with lines that every shipped word fits into."""

from __future__ import annotations

import hashlib
import re

import pytest
from PySide6.QtGui import QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.resources import RESOURCES
from kiosk.story.spoken_words import all_words
from kiosk.ui import theme
from kiosk.ui.line_height import with_lines
from kiosk.ui.theme import TextSize

FONTS = RESOURCES / "fonts"
BURMESE = "Noto Sans Myanmar"


def test_the_files_are_those_that_were_published() -> None:
    sums = dict(re.findall(r"^([0-9a-f]{64})  (.+\.ttf)$", (FONTS / "README.md").read_text("utf-8"), re.MULTILINE))
    assert {hashlib.sha256(path.read_bytes()).hexdigest(): path.name for path in FONTS.glob("*.ttf")} == sums


@pytest.mark.parametrize("bold", [False, True])
def test_no_burmese_word_reaches_beyond_the_shortened_line(looks: QApplication, bold: bool) -> None:
    font = theme.font("body", TextSize.NORMAL, bold=bold)
    font.setFamilies([BURMESE])
    font.setPixelSize(100)
    metrics = QFontMetricsF(font)
    assert (metrics.ascent(), metrics.descent()) == (104, 56)
    for words in all_words(RESOURCES, "my"):
        ink = metrics.tightBoundingRect(words)
        assert -ink.top() <= metrics.ascent(), words
        assert ink.bottom() <= metrics.descent(), words


def test_only_the_numbers_for_the_line_are_changed() -> None:
    before = (FONTS / "NotoSansMyanmar-Regular.ttf").read_bytes()
    after = with_lines(before, 1.04, 0.56)
    assert len(after) == len(before)
    changed = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert 0 < len(changed) <= 16


@pytest.mark.parametrize("broken", [b"", b"not a font at all", (FONTS / "NotoSansMyanmar-Regular.ttf").read_bytes()[:64]])
def test_what_is_no_font_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="not a TrueType font"):
        with_lines(broken, 1.0, 0.5)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_persian_has_its_own_letters(looks: QApplication, weight: str) -> None:
    font = QRawFont(str(FONTS / f"IBMPlexSansArabic-{weight}.ttf"), 20.0)
    assert all(font.supportsCharacter(ord(letter)) for letter in "پچژگکیهۀآأؤئء۰۱۲۳۴۵۶۷۸۹«»؟،؛ًٌٍَُِّْ")
