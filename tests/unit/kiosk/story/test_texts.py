"""The words that consent is bound to: whole in every language, plain, honest, and each change a new hash."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kiosk.resources import languages
from kiosk.story.interview import Page
from kiosk.story.prompts import load_prompts
from kiosk.story.session import Question
from kiosk.story.texts import CONSENT_TEXT_IDS, OTHER_TEXT_IDS, TEXT_IDS, PageText, Texts, load_texts
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import Need, Use, Voice

RESOURCES = Path(__file__).parents[4] / "resources"
LANGUAGES = tuple(languages())

# The words of our trade, and promises nobody can keep. Substrings, in lower case.
BANNED = {
    "en": ["sync", "upload", "encrypt", "anonym", "server", "database", "submit", "click", "user", "100%", "guarantee", "!", "—"],
    "fr": ["sync", "télévers", "chiffrer", "chiffré", "crypt", "serveur", "base de données", "anonym", "cliqu", "garanti", "!", "—"],
    "es": ["sincron", "subir", "cifr", "servidor", "base de datos", "anónim", "clic", "usuari", "garant", "!", "¡", "—"],
    "pt": ["sincron", "upload", "cript", "servidor", "banco de dados", "anônim", "clic", "usuári", "garant", "obrigad", "!", "—"],
    "ru": ["синхрон", "загруз", "шифр", "сервер", "база данных", "аноним", "очеред", "пользовател", "гарант", "!", "—"],
    "ar": ["مزامنة", "رفع", "تشفير", "مشفر", "مجهول", "خادم", "قاعدة بيانات", "مضمون", "!", "—"],
    "fa": ["همگام", "بارگذاری", "رمزگذاری", "ناشناس", "سرور", "پایگاه داده", "کلیک", "کاربر", "تضمین", "!", "—"],
    "my": ["sync", "upload", "encrypt", "anonym", "server", "အမည်မဲ့", "ဆာဗာ", "ကုဒ်ဝှက်", "အာမခံ", "!", "—"],
}
# Never of a voice: it can be recognised.
NEVER_OF_A_VOICE = {
    "en": ["safe", "hidden", "protect", "secret", "nobody will know"],
    "fr": ["sûr", "sécurité", "caché", "protég", "secret", "personne ne saura"],
    "es": ["segur", "ocult", "proteg", "secret", "nadie sabrá"],
    "pt": ["segur", "escond", "proteg", "secret", "sigilo", "ninguém vai saber"],
    "ru": ["безопас", "скрыт", "защищ", "тайн", "секрет", "никто не узнает"],
    "ar": ["آمن", "مخفي", "محمي", "سري", "لن يعرف"],
    "fa": ["امن", "پنهان", "محافظت", "محرمانه", "مخفی", "هیچ‌کس نمی‌فهمد"],
    "my": ["လုံခြုံ", "ဝှက်", "ကာကွယ်", "ဘယ်သူမှ မသိ"],
}


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return load_texts(RESOURCES / "texts", request.param)


def sentences_of(words: str) -> list[str]:
    return [sentence for sentence in re.split(r"[.?؟:။\n]+", words) if sentence.strip()]


def every_word(language: str) -> dict[str, str]:
    texts, prompts = load_texts(RESOURCES / "texts", language), load_prompts(RESOURCES / "prompts", language)
    pages = {text_id: "\n".join(texts.page(text_id).words()) for text_id in TEXT_IDS}
    return pages | {prompt.prompt_id: f"{prompt.title}\n{prompt.sentence}" for prompt in prompts.by_id.values()}


def test_every_language_has_the_same_pages_sentences_and_choices() -> None:
    english, *others = (load_texts(RESOURCES / "texts", language) for language in LANGUAGES)
    for other in others:
        for text_id in TEXT_IDS:
            assert len(other.page(text_id).sentences) == len(english.page(text_id).sentences), text_id
            assert list(other.page(text_id).choices) == list(english.page(text_id).choices), text_id
            for key, choice in other.page(text_id).choices.items():
                assert bool(choice.sentence) == bool(english.page(text_id).choices[key].sentence), f"{text_id}: {key}"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_page_is_left_in_english(language: str) -> None:
    english = {line for words in every_word("en").values() for line in words.split("\n")}
    assert english & {line for words in every_word(language).values() for line in words.split("\n")} == set()


def test_every_language_is_looked_at() -> None:
    assert set(BANNED) == set(NEVER_OF_A_VOICE) == set(LANGUAGES)


def test_choices_are_those_of_the_format(texts: Texts) -> None:
    assert list(texts.page("voice").choices) == list(Voice)
    assert list(texts.page("uses").choices) == list(Use)
    assert list(texts.page("help").choices) == list(Need)
    assert list(texts.page("name").choices) == ["none", "other", "mine"]


def test_every_page_of_the_walk_has_words() -> None:
    pages = {page for page in Page if not page.startswith("prompt-") and page is not Page.UNDERSTOOD}
    assert pages | {f"understood-{question}" for question in Question} <= set(TEXT_IDS)
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
    words = "\n".join(load_texts(RESOURCES / "texts", language).page("voice").words()).lower()
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


def test_the_words_of_a_page_are_all_that_it_may_show(texts: Texts) -> None:
    page = texts.page("uses")
    choices = [words for choice in page.choices.values() for words in (choice.label, choice.sentence)]
    assert page.words() == (page.title, *page.sentences, *choices)
    assert "" not in texts.page("help").words()


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
