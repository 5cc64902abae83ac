"""Whoever reads everything aloud meets each piece of words once, the questions first."""

from __future__ import annotations

import pytest

from kiosk.resources import RESOURCES, languages
from kiosk.staff.voice_list import Section, spoken_groups
from kiosk.story.prompts import load_prompts
from kiosk.story.spoken_words import all_words
from kiosk.story.texts import TEXT_IDS, load_texts


@pytest.mark.parametrize("language", languages())
def test_everything_that_is_spoken_stands_in_exactly_one_group(language: str) -> None:
    groups = spoken_groups(RESOURCES, language)
    listed = [words for group in groups for words in group.words]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(all_words(RESOURCES, language))
    assert all(group.words for group in groups)


def test_the_questions_come_first_then_the_pages_of_the_walk_then_the_rest() -> None:
    groups = spoken_groups(RESOURCES, "en")
    prompt = load_prompts(RESOURCES / "prompts", "en").by_id["why"]
    assert groups[0].words[:2] == (prompt.title, prompt.sentence)
    assert [group.section for group in groups] == [
        Section.PROMPTS,
        *[Section.PAGE] * len(TEXT_IDS),
        Section.WORDS,
        Section.NUMBERS,
    ]
    texts = load_texts(RESOURCES / "texts", "en")
    titles = [group.title for group in groups if group.section is Section.PAGE]
    assert titles[:3] == [texts.page(text_id).title for text_id in ("start", "about", "own-will")]
    assert set(titles) == {texts.page(text_id).title for text_id in TEXT_IDS}
    assert groups[-1].words[:3] == ("0", "1", "2")
