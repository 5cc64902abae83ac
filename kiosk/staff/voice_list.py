"""Everything that is spoken in one language, in the order in which a person is asked to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.story.prompts import load_prompts
from kiosk.story.spoken_words import all_words
from kiosk.story.texts import TEXT_IDS, load_texts

# As a visitor meets them; whatever else there is follows.
_WALK = (
    *("start", "about", "own-will", "age", "talk-first", "microphone", "photos", "name", "name-check", "voice", "uses", "help"),
    *("understood-public", "understood-archive", "check", "sent", "leave", "idle"),
)


class Section(StrEnum):
    """`prompts` first, because they matter most; `page`: one page of the walk; `words`: buttons and short sentences; `numbers`."""

    PROMPTS = "prompts"
    PAGE = "page"
    WORDS = "words"
    NUMBERS = "numbers"


@dataclass(frozen=True)
class SpokenGroup:
    """Words that belong together. `title` is a page's own, in its language; empty for the other sections."""

    section: Section
    title: str
    words: tuple[str, ...]


def spoken_groups(resources: Path, language: str) -> list[SpokenGroup]:
    """All of `kiosk.story.spoken_words.all_words`, each once, no group empty. Raises as it does."""
    everything = all_words(resources, language)
    left = dict.fromkeys(everything)
    groups = (SpokenGroup(section, title, _taken(left, words)) for section, title, words in _wanted(resources, language, everything))
    return [group for group in groups if group.words]


def _wanted(resources: Path, language: str, everything: Iterable[str]) -> Iterator[tuple[Section, str, Iterable[str]]]:
    prompts = load_prompts(resources / "prompts", language).by_id.values()
    yield Section.PROMPTS, "", [words for prompt in prompts for words in (prompt.title, prompt.sentence)]
    texts = load_texts(resources / "texts", language)
    for text_id in (*_WALK, *(text_id for text_id in TEXT_IDS if text_id not in _WALK)):
        page = texts.page(text_id)
        yield Section.PAGE, page.title, page.words()
    yield Section.WORDS, "", [words for words in everything if not words.isdecimal()]
    yield Section.NUMBERS, "", [words for words in everything if words.isdecimal()]


def _taken(left: dict[str, None], wanted: Iterable[str]) -> tuple[str, ...]:
    """What of it nobody has taken yet."""
    found = tuple(words for words in dict.fromkeys(wanted) if words in left)
    for words in found:
        del left[words]
    return found
