"""All other words: complete, up to date with the sources, with their placeholders, plain, and drawable with the bundled fonts."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication, QRawFont

from kiosk.resources import languages
from kiosk.story.spoken_words import all_words

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
TRANSLATIONS = RESOURCES / "translations"
# Of Qt, for whole numbers.
PLURAL_FORMS = {"en": 2, "fr": 2, "es": 2, "pt": 2, "ru": 3, "ar": 6, "fa": 1, "my": 1}
BANNED = {
    "en": ["sync", "upload", "encrypt", "anonym", "server", "queue", "!", "—"],
    "fr": ["sync", "télévers", "chiffrer", "chiffré", "crypt", "serveur", "file d’attente", "anonym", "!", "—"],
    "es": ["sincron", "subir", "cifr", "servidor", "en cola", "anónim", "!", "¡", "—"],
    "pt": ["sincron", "upload", "cript", "anônim", "servidor", "fila", "usuári", "clic", "obrigad", "!", "—"],
    "ru": ["синхрон", "загруз", "шифр", "аноним", "сервер", "очеред", "пользовател", "!", "—"],
    "ar": ["مزامنة", "تشفير", "مجهول", "خادم", "!", "—"],
    "fa": ["همگام", "بارگذاری", "رمزگذاری", "ناشناس", "سرور", "کاربر", "!", "—"],
    "my": ["sync", "upload", "encrypt", "anonym", "server", "အမည်မဲ့", "ဆာဗာ", "ကုဒ်ဝှက်", "!", "—"],
}
# Spelled as in English, and right.
LIKE_ENGLISH = {"fr": {"Position", "Photo {number}", "Pause", "Photos"}}
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n")


@pytest.fixture(scope="module")
def build() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("translations_build", TRANSLATIONS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_the_files_are_what_the_sources_make_of_them(build: ModuleType, tmp_path: Path) -> None:
    """Otherwise: `python resources/translations/build.py update`."""
    for language in build.LANGUAGES:
        shutil.copy(TRANSLATIONS / f"{language}.ts", tmp_path)
    build.update_translations(tmp_path)
    for language in build.LANGUAGES:
        assert (tmp_path / f"{language}.ts").read_text(encoding="utf-8") == (TRANSLATIONS / f"{language}.ts").read_text(encoding="utf-8")


def test_a_call_without_its_words_is_refused(build: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "page.py"
    source.write_text('QCoreApplication.translate("Page", f"{count} photos")\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        list(build._calls(source))


def test_every_language_of_the_program_is_looked_at() -> None:
    assert set(PLURAL_FORMS) == set(BANNED) == set(languages())


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_everything_is_translated(build: ModuleType, language: str) -> None:
    """Otherwise: `python resources/translations/build.py list`."""
    messages = list(build.messages(TRANSLATIONS / f"{language}.ts"))
    assert messages
    assert [message.source for message in messages if not message.finished] == []
    assert {len(message.forms) for message in messages if message.plural} == {PLURAL_FORMS[language]}
    assert not any("(s)" in form for message in messages for form in message.forms)


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_placeholders_are_those_of_the_source(build: ModuleType, language: str) -> None:
    for message in build.messages(TRANSLATIONS / f"{language}.ts"):
        expected = Counter(_PLACEHOLDER.findall(message.source))
        for form in message.forms:
            found = Counter(_PLACEHOLDER.findall(form))
            if message.plural:
                # "One photo" and "two photos" may be words of their own in some languages.
                found["%n"] = expected["%n"] = max(found["%n"], expected["%n"])
            assert found == expected, message.source


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_no_banned_words(build: ModuleType, language: str) -> None:
    for message in build.messages(TRANSLATIONS / f"{language}.ts"):
        for form in message.forms:
            for banned in BANNED[language]:
                assert banned not in form.lower(), form


@pytest.mark.parametrize("language", sorted(set(PLURAL_FORMS) - {"en"}))
def test_nothing_is_left_in_english(build: ModuleType, language: str) -> None:
    same = {message.source for message in build.messages(TRANSLATIONS / f"{language}.ts") if message.source in message.forms}
    assert {source for source in same if re.search("[a-z]", _PLACEHOLDER.sub("", source))} == LIKE_ENGLISH.get(language, set())


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_sentences_are_short(build: ModuleType, language: str) -> None:
    for message in build.messages(TRANSLATIONS / f"{language}.ts"):
        for form in message.forms:
            for sentence in re.split(r"[.?؟:။]+", form):
                assert len(sentence.split()) <= 15, sentence


def test_compiling_makes_what_is_missing_or_old_and_nothing_else(build: ModuleType, tmp_path: Path) -> None:
    shutil.copy(TRANSLATIONS / "ar.ts", tmp_path)
    (compiled,) = build.compile_translations(tmp_path)
    first = compiled.stat().st_mtime_ns
    build.compile_translations(tmp_path)
    assert compiled.stat().st_mtime_ns == first
    (tmp_path / "ar.ts").touch()
    build.compile_translations(tmp_path)
    assert compiled.stat().st_mtime_ns > first


def test_plurals_are_chosen_by_number(build: ModuleType, tmp_path: Path, qapp: QGuiApplication) -> None:
    for language in PLURAL_FORMS:
        shutil.copy(TRANSLATIONS / f"{language}.ts", tmp_path)
    build.compile_translations(tmp_path)
    spoken = {}
    for language in PLURAL_FORMS:
        translator = QTranslator()
        assert translator.load(str(tmp_path / f"{language}.qm"))
        spoken[language] = [translator.translate("Summary", "%n photo(s)", "", number) for number in (1, 2, 3, 11, 100)]
    assert spoken["en"] == ["%n photo", "%n photos", "%n photos", "%n photos", "%n photos"]
    assert len(set(spoken["ar"])) == 4


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_fonts_can_draw_every_word(build: ModuleType, qapp: QGuiApplication, weight: str) -> None:
    fonts = [QRawFont(str(path), 20.0) for path in sorted((RESOURCES / "fonts").glob(f"*-{weight}.ttf"))]
    assert fonts
    assert all(font.isValid() for font in fonts)
    words = [language.name for language in languages().values()]
    for language in languages():
        words += all_words(RESOURCES, language)
        words += [form for message in build.messages(TRANSLATIONS / f"{language}.ts") for form in message.forms]
    missing = {character for character in set("".join(words)) - {"\n"} if not any(font.supportsCharacter(ord(character)) for font in fonts)}
    assert missing == set()


def test_every_font_has_its_licence() -> None:
    families = {path.stem.rsplit("-", 1)[0] for path in (RESOURCES / "fonts").glob("*.ttf")}
    for family in families:
        licence = (RESOURCES / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
