"""A language that nobody speaks, for finding words that are cut: English with accents, 40 % longer, from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kiosk_window import KioskWindow
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from kiosk.resources import RESOURCES
from kiosk.story.prompts import Prompts, load_prompts
from kiosk.story.texts import TEXT_IDS, Choice, PageText, Texts, load_texts

GROWTH = 1.4
# Its direction is the one thing that it has of a real language.
_MIRRORED_LIKE = "ar"
_ACCENTED = str.maketrans("aeiouyAEIOUYcnszCNSZ", "àéîöüýÀÉÎÖÜÝçñšžÇÑŠŽ")
_VOWELS = "àéîöüýÀÉÎÖÜÝ"
_KEPT = re.compile(r"(\{[a-z_]*\}|%n|\s+)")


def stretched(words: str) -> str:
    """Placeholders and spaces stay; every other word becomes `GROWTH` times as long, in the middle, as real words do."""
    return "".join(part if _KEPT.fullmatch(part) else _stretched_word(part) for part in _KEPT.split(words))


def _stretched_word(word: str) -> str:
    made = word.translate(_ACCENTED)
    wanted = round(len(word) * GROWTH + 0.4)
    place = next((number for number, letter in enumerate(made) if letter in _VOWELS), len(made) // 2)
    filler = made[place] if made else ""
    return made[:place] + filler * max(0, wanted - len(made)) + made[place:]


class PseudoTranslator(QTranslator):
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        return stretched(sourceText)

    def isEmpty(self) -> bool:
        return False


@contextmanager
def speaking_pseudo(kiosk: KioskWindow) -> Iterator[None]:
    """The window in that language, pages and controls alike."""
    languages, application = kiosk.shell.languages, QApplication.instance()
    assert application is not None
    before = languages.words.language
    translator = PseudoTranslator()
    application.installTranslator(translator)
    english = load_texts(RESOURCES / "texts", "en")
    languages.words._texts = Texts(_MIRRORED_LIKE, {text_id: _page(english.page(text_id)) for text_id in TEXT_IDS})
    languages.words._prompts = _prompts(load_prompts(RESOURCES / "prompts", "en"))
    languages.words.language = _MIRRORED_LIKE
    kiosk.shell.retranslate()
    try:
        yield
    finally:
        application.removeTranslator(translator)
        kiosk.shell.choose_language(before)


def _page(page: PageText) -> PageText:
    choices = {key: Choice(stretched(choice.label), stretched(choice.sentence)) for key, choice in page.choices.items()}
    return PageText(page.text_id, stretched(page.title), tuple(map(stretched, page.sentences)), choices)


def _prompts(prompts: Prompts) -> Prompts:
    by_id = {
        key: replace(prompt, title=stretched(prompt.title), sentence=stretched(prompt.sentence)) for key, prompt in prompts.by_id.items()
    }
    return Prompts(_MIRRORED_LIKE, prompts.version, by_id)
