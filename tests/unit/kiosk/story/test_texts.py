"""The words that consent is bound to: whole in every language, plain, honest, and each change a new hash."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from kiosk.story.interview import Page
from kiosk.story.prompts import load_prompts
from kiosk.story.texts import CONSENT_TEXT_IDS, OTHER_TEXT_IDS, TEXT_IDS, PageText, Texts, load_texts, spoken_path, spoken_words
from sync.contract.story import PROMPT_IDS, Need, Use, Voice

RESOURCES = Path(__file__).parents[4] / "resources"
LANGUAGES = ("en", "ar")

# The words of our trade, and promises nobody can keep. Substrings, in lower case.
BANNED = {
    "en": ["sync", "upload", "encrypt", "anonym", "server", "database", "submit", "click", "user", "100%", "guarantee", "!", "—"],
    "ar": ["مزامنة", "رفع", "تشفير", "مشفر", "مجهول", "خادم", "قاعدة بيانات", "مضمون", "!", "—"],
}
# Never of a voice: it can be recognised.
NEVER_OF_A_VOICE = {"en": ["safe", "hidden", "protect", "secret", "nobody will know"], "ar": ["آمن", "مخفي", "محمي", "سري", "لن يعرف"]}


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return load_texts(RESOURCES / "texts", request.param)


def sentences_of(words: str) -> list[str]:
    return [sentence for sentence in re.split(r"[.?؟:\n]+", words) if sentence.strip()]


def every_word(language: str) -> dict[str, str]:
    return {text_id: words for text_id, words in spoken_words(RESOURCES, language).items() if not text_id.startswith("digit-")}


def test_every_language_has_the_same_pages_sentences_and_choices() -> None:
    english, *others = (load_texts(RESOURCES / "texts", language) for language in LANGUAGES)
    for other in others:
        for text_id in TEXT_IDS:
            assert len(other.page(text_id).sentences) == len(english.page(text_id).sentences), text_id
            assert list(other.page(text_id).choices) == list(english.page(text_id).choices), text_id


def test_choices_are_those_of_the_format(texts: Texts) -> None:
    assert list(texts.page("voice").choices) == list(Voice)
    assert list(texts.page("uses").choices) == list(Use)
    assert list(texts.page("help").choices) == list(Need)
    assert list(texts.page("name").choices) == ["none", "other", "mine"]


def test_every_page_of_the_walk_has_words() -> None:
    pages = {page for page in Page if not page.startswith("prompt-")}
    assert pages <= set(TEXT_IDS)
    assert not set(CONSENT_TEXT_IDS) & set(OTHER_TEXT_IDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    for text_id, words in every_word(language).items():
        for sentence in sentences_of(words):
            assert len(sentence.split()) <= 15, f"{text_id}: {sentence}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_banned_words(language: str) -> None:
    for text_id, words in every_word(language).items():
        for banned in BANNED[language]:
            assert banned not in words.lower(), f"{text_id}: {banned}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_about_a_voice(language: str) -> None:
    words = load_texts(RESOURCES / "texts", language).page("voice").spoken().lower()
    for promise in NEVER_OF_A_VOICE[language]:
        assert promise not in words


def test_only_the_consent_pages_words_decide_a_hash(texts: Texts) -> None:
    hashes = {text_id: texts.text_hash(text_id) for text_id in TEXT_IDS}
    assert len(set(hashes.values())) == len(TEXT_IDS)
    assert all(re.fullmatch(r"[0-9a-f]{64}", value) for value in hashes.values())
    assert hashes == {text_id: load_texts(RESOURCES / "texts", texts.language).text_hash(text_id) for text_id in TEXT_IDS}


def test_a_changed_letter_anywhere_changes_the_hash(texts: Texts) -> None:
    page = texts.page("voice")
    label = page.choices["own"]
    changed = [
        PageText("voice", page.title + ".", page.sentences, page.choices),
        PageText("voice", page.title, (page.sentences[0] + " ", *page.sentences[1:]), page.choices),
        PageText("voice", page.title, page.sentences, {**page.choices, "own": type(label)(label.label, label.sentence + " ")}),
        PageText("voice", page.title, page.sentences, dict(list(page.choices.items())[1:])),
    ]
    hashes = {Texts(texts.language, {"voice": version}).text_hash("voice") for version in (page, *changed)}
    assert len(hashes) == len(changed) + 1
    assert Texts("xx", {"voice": page}).text_hash("voice") not in hashes


def test_a_missing_or_unknown_page_is_refused(tmp_path: Path) -> None:
    words = (RESOURCES / "texts" / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "en.toml").write_text(words.replace("[idle]", "[idler]"), encoding="utf-8")
    with pytest.raises(ValueError, match="exactly the pages"):
        load_texts(tmp_path, "en")
    (tmp_path / "en.toml").write_text(words.replace('title = "Thank you"', "title = 3"), encoding="utf-8")
    with pytest.raises(ValueError, match="sent"):
        load_texts(tmp_path, "en")
    with pytest.raises(FileNotFoundError):
        load_texts(tmp_path, "xx")


def test_reading_aloud_says_everything_on_the_page(texts: Texts) -> None:
    page = texts.page("uses")
    spoken = page.spoken()
    for words in (page.title, *page.sentences, *(choice.label for choice in page.choices.values())):
        assert words in spoken


# Prompts


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_prompts_in_the_order_of_the_walk(language: str) -> None:
    prompts = load_prompts(RESOURCES / "prompts", language)
    assert tuple(prompts.by_id) == PROMPT_IDS
    assert prompts.version >= 1
    assert all(prompt.title and prompt.sentence for prompt in prompts.by_id.values())


def test_a_prompt_file_with_a_prompt_too_many_is_refused(tmp_path: Path) -> None:
    shutil.copy(RESOURCES / "prompts" / "en.toml", tmp_path)
    with (tmp_path / "en.toml").open("a", encoding="utf-8") as file:
        file.write('\n[extra]\ntitle = "x"\nsentence = "y"\n')
    with pytest.raises(ValueError, match="must hold"):
        load_prompts(tmp_path, "en")


# Voices


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_prompt_is_spoken_with_the_words_it_has_now(language: str) -> None:
    """A change of words without `resources/voices/build` is found here."""
    spoken = spoken_words(RESOURCES, language)
    assert set(spoken) == {*TEXT_IDS, *PROMPT_IDS, *(f"digit-{digit}" for digit in range(10))}
    sums = json.loads((RESOURCES / "voices" / language / "spoken.json").read_text(encoding="utf-8"))
    assert sums == {text_id: hashlib.sha256(words.encode()).hexdigest() for text_id, words in spoken.items()}
    for text_id in spoken:
        path = spoken_path(RESOURCES / "voices", language, text_id)
        assert path is not None
        assert path.read_bytes()[:4] == b"OggS"
    assert {path.stem for path in (RESOURCES / "voices" / language).glob("*.opus")} == set(spoken)


def test_a_missing_voice_is_silence() -> None:
    assert spoken_path(RESOURCES / "voices", "en", "nowhere") is None
    assert spoken_path(RESOURCES / "voices", "xx", "about") is None


def test_voices_say_that_they_are_synthetic_and_stay_small() -> None:
    files = list((RESOURCES / "voices").rglob("*.opus"))
    assert sum(path.stat().st_size for path in files) <= 1_500_000
    for path in files:
        assert b"Synthetic voice" in path.read_bytes()[:1_000], path.name
