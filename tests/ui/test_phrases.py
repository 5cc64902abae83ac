"""Burmese lines end between phrases, where its writers put spaces, and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from kiosk.resources import RESOURCES
from kiosk.story.texts import load_texts
from kiosk.ui import theme
from kiosk.ui.widgets.phrases import fold, longest_phrase_px
from kiosk.ui.widgets.plain_label import PlainLabel


@pytest.fixture
def words() -> str:
    return " ".join(load_texts(RESOURCES / "texts", "my").page("about").sentences)


def metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("body", theme.TextSize.NORMAL))


def test_no_phrase_is_torn_and_no_line_is_too_wide(looks: QApplication, words: str) -> None:
    widest_px = 2 * longest_phrase_px(words, metrics())
    lines = fold(words, metrics(), widest_px).split("\n")
    assert len(lines) > 3
    assert " ".join(lines).split() == words.split()
    assert all(metrics().horizontalAdvance(line) <= widest_px for line in lines)


def test_other_scripts_are_left_to_qt(looks: QApplication) -> None:
    words = "Published means that anyone can hear it, for ever."
    assert fold(words, metrics(), 50) == words


def test_a_label_is_as_high_as_its_folded_lines(looks: QApplication, words: str) -> None:
    label = PlainLabel("body", words)
    one_line_px = PlainLabel("body", words.split()[0]).heightForWidth(600)
    narrow_px, wide_px = label.heightForWidth(label.minimumSizeHint().width()), label.heightForWidth(2_000)
    assert narrow_px > wide_px > one_line_px
    assert label.text() == words
