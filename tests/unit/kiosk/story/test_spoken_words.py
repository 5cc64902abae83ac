"""Everything that can be shown has a clip, and the clips that ship are exactly those."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kiosk.resources import RESOURCES, languages
from kiosk.story.prompts import load_prompts
from kiosk.story.spoken_words import STAFF_CONTEXTS, all_words, pieces
from kiosk.story.texts import TEXT_IDS, load_texts
from kiosk.story.voices import CLIP_ENDING, Voices, voice_key

VOICES = RESOURCES / "voices"
KIOSK = RESOURCES.parent / "kiosk"
# The way to the PIN, which no visitor is told of.
DOOR = Path("ui/widgets/corner_door.py")
MOST_BYTES = 16_000_000
# Keys of clips that a person has spoken; nothing else may be without the mark.
READ_BY_A_PERSON: set[str] = set()
_CONTEXT = re.compile(r'translate\(\s*"(\w+)"')


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("Continue", ["Continue"]),
        ("{length}, %n cuts", ["cuts"]),
        ("Chosen: from second {start} to second {end}.", ["Chosen: from second", "to second"]),
        ("%n photos", ["photos"]),
        (", ", []),
        ("Text size, now %n of 4", ["Text size, now", "of 4"]),
    ],
)
def test_a_template_is_spoken_in_pieces(template: str, expected: list[str]) -> None:
    assert pieces(template) == expected


@pytest.mark.parametrize("language", languages())
def test_pages_prompts_buttons_numbers_and_the_languages_own_name_are_spoken(language: str) -> None:
    words = all_words(RESOURCES, language)
    texts, prompts = load_texts(RESOURCES / "texts", language), load_prompts(RESOURCES / "prompts", language)
    for text_id in TEXT_IDS:
        assert set(texts.page(text_id).words()) <= set(words)
    for prompt in prompts.by_id.values():
        assert {prompt.title, prompt.sentence} <= set(words)
    assert {languages()[language].name, *map(str, range(101))} <= set(words)
    assert len(set(words)) == len(words) > 300


@pytest.mark.parametrize("language", languages())
def test_the_clips_are_those_of_the_words_as_they_are_now(language: str) -> None:
    """Otherwise: `resources/voices/build`."""
    expected = {voice_key(words): words for words in all_words(RESOURCES, language)}
    index = json.loads((VOICES / language / "index.json").read_text(encoding="utf-8"))
    assert index == expected
    assert list(index.values()) == sorted(index.values())
    assert {path.name for path in (VOICES / language).iterdir()} == {"index.json", *(f"{key}{CLIP_ENDING}" for key in expected)}


@pytest.mark.parametrize("language", languages())
def test_every_word_finds_its_clip(language: str) -> None:
    voices = Voices([VOICES])
    assert [words for words in all_words(RESOURCES, language) if len(voices.clips(language, words) or ()) != 1] == []


def test_clips_say_that_they_are_synthetic_and_stay_small() -> None:
    clips = list(VOICES.rglob(f"*{CLIP_ENDING}"))
    assert sum(clip.stat().st_size for clip in clips) <= MOST_BYTES
    for clip in clips:
        head = clip.read_bytes()[:1_000]
        assert head[:4] == b"OggS"
        marks = head.count(b"Synthetic voice made with espeak-ng, not a person")
        assert marks == (clip.stem not in READ_BY_A_PERSON), clip.name


def test_what_is_left_out_stands_behind_the_pin_only() -> None:
    for path in KIOSK.rglob("*.py"):
        contexts = set(_CONTEXT.findall(path.read_text(encoding="utf-8")))
        if contexts & STAFF_CONTEXTS:
            inside = path.relative_to(KIOSK)
            assert Path("ui/staff") in inside.parents or inside == DOOR, path.name
