"""Contrasts of WCAG 2.2 in both palettes, one scale of type, and letters for every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from kiosk.ui import theme
from kiosk.ui.palette import STRONG, WARM, Palette, contrast
from kiosk.ui.theme import Look, TextSize

# (what, on what), by the names of the palette.
TEXT_ON = [
    *[("ink", ground) for ground in ("window", "card", "panel", "notice", "field", "line")],
    *[("muted", ground) for ground in ("window", "card", "panel", "field")],
    *[("accent", ground) for ground in ("window", "card", "panel")],
    *[("voice_dark", ground) for ground in ("card", "panel")],
    ("on_colour", "accent"),
    ("on_colour", "accent_dark"),
    ("disabled_ink", "disabled_paper"),
    ("disabled_ink", "card"),
]
CONTROL_ON = [
    *[("outline", ground) for ground in ("window", "card", "panel", "field", "notice")],
    *[("accent", ground) for ground in ("window", "card", "panel", "line")],
    *[("voice", ground) for ground in ("card", "panel", "line")],
    ("voice_light", "card"),
    ("voice_dark", "card"),
    ("on_colour", "voice_light"),
    ("on_colour", "voice_dark"),
    ("ink", "card"),
    ("resting", "window"),
    ("resting", "card"),
]
PALETTES = [pytest.param(WARM, 4.5, 3.0, id="warm"), pytest.param(STRONG, 7.0, 4.5, id="strong")]


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
@pytest.mark.parametrize(("palette", "for_text", "for_controls"), PALETTES)
def test_text_can_be_read(palette: Palette, for_text: float, for_controls: float, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= for_text


@pytest.mark.parametrize(("control", "ground"), CONTROL_ON)
@pytest.mark.parametrize(("palette", "for_text", "for_controls"), PALETTES)
def test_controls_can_be_seen(palette: Palette, for_text: float, for_controls: float, control: str, ground: str) -> None:
    assert contrast(getattr(palette, control), getattr(palette, ground)) >= for_controls


def test_strong_contrast_has_thicker_lines() -> None:
    assert STRONG.edge_px > WARM.edge_px
    assert STRONG.focus_px > WARM.focus_px


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_look_that_was_applied_is_the_look_that_is_painted(looks: QApplication) -> None:
    chosen = Look(TextSize.LARGER, strong_contrast=True, less_motion=True)
    theme.apply(looks, chosen)
    assert theme.look() == chosen
    assert theme.palette() is STRONG
    assert STRONG.accent in looks.styleSheet()
    theme.apply(looks, Look())
    assert theme.look() == Look()
    assert theme.palette() is WARM
    assert STRONG.accent not in looks.styleSheet()


def test_every_size_of_text_is_larger_than_the_one_before() -> None:
    sizes = [theme.type_px("body", size) for size in TextSize]
    assert sizes == sorted(set(sizes))


def test_the_scale_is_documented() -> None:
    assert theme.__doc__ is not None
    rows = [line for line in theme.__doc__.splitlines() if line.startswith("|")]
    for role, px in theme.TYPE_PX.items():
        assert any(role in row and f"| {px} |" in row for row in rows), role


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
