"""Contrasts of WCAG 2.2, and letters for every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from kiosk.ui import theme
from kiosk.ui.theme import TextSize

TEXT_ON = [
    (theme.INK, theme.CREAM),
    (theme.INK, theme.CARD),
    (theme.INK, theme.AMBER_PAPER),
    (theme.INK, theme.MINT),
    (theme.INK, "#ffffff"),
    (theme.MUTED, theme.CREAM),
    (theme.MUTED, theme.CARD),
    (theme.MUTED, theme.MINT),
    (theme.TEAL, theme.CARD),
    (theme.TEAL, theme.MINT),
    (theme.TEAL, theme.CREAM),
    (theme.TERRACOTTA_DARK, theme.CARD),
    (theme.TERRACOTTA_DARK, theme.MINT),
    ("#ffffff", theme.TEAL),
    ("#ffffff", theme.TEAL_DARK),
    (theme.DISABLED_INK, theme.DISABLED_PAPER),
]
CONTROL_ON = [
    (theme.OUTLINE, theme.CREAM),
    (theme.OUTLINE, theme.CARD),
    (theme.OUTLINE, theme.MINT),
    (theme.OUTLINE, "#ffffff"),
    (theme.TEAL, theme.CREAM),
    (theme.TEAL, theme.CARD),
    (theme.TEAL, theme.MINT),
    (theme.TERRACOTTA_LIGHT, theme.CARD),
    ("#ffffff", theme.TERRACOTTA_LIGHT),
]


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert theme.contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("control", "ground"), CONTROL_ON)
def test_controls_can_be_seen(control: str, ground: str) -> None:
    assert theme.contrast(control, ground) >= 3.0


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_size_of_text_is_larger_than_the_one_before() -> None:
    sizes = [theme.type_px("body", size) for size in TextSize]
    assert sizes == sorted(set(sizes))
    assert TextSize.LARGEST.following() is TextSize.NORMAL


def test_the_bundled_letters_are_loaded(looks: QApplication) -> None:
    assert set(theme.FAMILIES) <= set(QFontDatabase.families())


def test_a_folder_without_letters_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        theme.load_fonts(tmp_path)
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    with pytest.raises(ValueError, match="not a font"):
        theme.load_fonts(tmp_path)


def test_no_line_is_so_high_that_a_paragraph_falls_apart(looks: QApplication) -> None:
    for family in theme.FAMILIES:
        font = QFont(family)
        font.setPixelSize(100)
        assert 120 <= QFontMetricsF(font).height() <= 160


def test_letters_with_marks_still_lie_within_their_line(looks: QApplication) -> None:
    metrics = QFontMetricsF(theme.font("body", TextSize.NORMAL))
    words = "لًا إِلَّا أُمَّةً يُخفيها ـٍ ـٌ جٍ عٍ"
    tight = metrics.tightBoundingRect(words)
    font = QFont("IBM Plex Sans Arabic")
    font.setPixelSize(theme.type_px("body", TextSize.NORMAL))
    height = QFontMetricsF(font)
    assert -tight.top() <= height.ascent()
    assert tight.bottom() <= height.descent()
