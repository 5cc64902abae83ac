from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.utils import translation

from archive.publish import languages
from archive.publish.patterns import pattern_svg
from archive.publish.templatetags import telling
from sync.contract.prompts import PROMPT_IDS


@pytest.mark.parametrize(
    ("duration_ms", "words"),
    [
        (900, "1 second"),
        (40_000, "40 seconds"),
        (59_400, "59 seconds"),
        (60_000, "1 minute"),
        (150_000, "2 minutes"),
        (210_000, "4 minutes"),
    ],
)
def test_lengths_in_words(duration_ms: int, words: str) -> None:
    assert telling.spoken_length(duration_ms) == words


def test_positions_and_durations() -> None:
    assert [telling.clock(ms) for ms in (0, 999, 65_000, 3_600_000)] == ["0:00", "0:00", "1:05", "60:00"]
    assert telling.iso_duration(134_400) == "PT134S"


@pytest.mark.parametrize(("language", "name"), [("en", "November 2026"), ("ar", "نوفمبر 2026")])
def test_months_in_the_readers_language(language: str, name: str) -> None:
    with translation.override(language):
        assert telling.month_name("2026-11") == name


@pytest.mark.parametrize(
    ("tag", "name", "direction"),
    [("ar", "Arabic", "rtl"), ("pt-BR", "Portuguese", "ltr"), ("RW", "Kinyarwanda", "ltr"), ("prs", "Dari", "rtl"), ("qaa", "qaa", "ltr")],
)
def test_languages(tag: str, name: str, direction: str) -> None:
    assert (languages.language_name(tag), languages.direction(tag)) == (name, direction)


def test_every_prompt_has_a_title() -> None:
    assert len({telling.prompt_title(prompt) for prompt in PROMPT_IDS}) == len(PROMPT_IDS)


def test_patterns_are_lasting_varied_and_well_formed() -> None:
    seeds = [f"{number:032x}" for number in range(60)]
    drawn = [pattern_svg(seed) for seed in seeds]
    assert drawn == [pattern_svg(seed) for seed in seeds]
    assert len(set(drawn)) == len(seeds)
    for seed, svg in zip(seeds, drawn, strict=True):
        ElementTree.fromstring(svg)
        assert seed not in svg
        assert "style=" not in svg
