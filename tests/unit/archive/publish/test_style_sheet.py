"""Contrast of the pairs of colours that carry text or mark controls (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = (Path(settings.BASE_DIR) / "static" / "site" / "site.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", SHEET))


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for text in ("ink", "soft", "teal-deep", "clay-deep") for ground in ("ground", "card", "sand", "mint", "blush")),
        ("teal", "card"),
        ("clay", "card"),
    ],
)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert _contrast(COLOURS[text], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize(("text", "ground"), [("#ffffff", "teal"), ("#ffffff", "clay"), ("#ffffff", "clay-deep"), ("#6b4a0c", "#fbe9c3")])
def test_text_on_coloured_grounds(text: str, ground: str) -> None:
    assert text.replace("#ffffff", "#fff") in SHEET
    assert _contrast(text, COLOURS.get(ground, ground)) >= 4.5


@pytest.mark.parametrize("ground", ["ground", "card", "blush"])
@pytest.mark.parametrize("control", ["edge", "clay", "teal"])
def test_controls_can_be_told_from_their_ground(control: str, ground: str) -> None:
    assert _contrast(COLOURS[control], COLOURS[ground]) >= 3


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET
