"""What each page says, word for word, from `resources/texts/<language>.toml`.

Consent is only worth something for the words that were really shown. So these words live in one file per language and not among the
other translations, and a page that shows one writes its hash into the session: `session.texts[text_id] = texts.text_hash(text_id)`.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.story.prompts import load_prompts
from sync.contract.canonical import canonical_json

# The pages whose words a person agrees to by going on.
CONSENT_TEXT_IDS = ("about", "name", "name-check", "voice", "uses", "help", "check")
# Pages and moments that only have to be shown and heard.
OTHER_TEXT_IDS = ("start", "microphone", "photos", "sent", "leave", "idle")
TEXT_IDS = CONSENT_TEXT_IDS + OTHER_TEXT_IDS


@dataclass(frozen=True)
class Choice:
    """One card or box: its label and the sentence under it (may be empty)."""

    label: str
    sentence: str


@dataclass(frozen=True)
class PageText:
    """The words of one page: its title, its sentences in order, and its choices by their id."""

    text_id: str
    title: str
    sentences: tuple[str, ...]
    choices: dict[str, Choice] = field(default_factory=dict)

    def spoken(self) -> str:
        """Everything on the page in the order it is read aloud."""
        lines = [self.title, *self.sentences]
        for choice in self.choices.values():
            lines.append(f"{choice.label.rstrip('.')}. {choice.sentence}".strip())
        return "\n".join(lines)


class Texts:
    """All pages' words in one language."""

    def __init__(self, language: str, pages: dict[str, PageText]) -> None:
        self.language = language
        self._pages = pages

    def page(self, text_id: str) -> PageText:
        """Raises KeyError for an id that is not in TEXT_IDS."""
        return self._pages[text_id]

    def text_hash(self, text_id: str) -> str:
        """SHA-256 (hex) of the exact words of one page in this language, as canonical JSON."""
        page = self._pages[text_id]
        words = {
            "id": page.text_id,
            "language": self.language,
            "title": page.title,
            "sentences": list(page.sentences),
            "choices": {key: [choice.label, choice.sentence] for key, choice in page.choices.items()},
        }
        return hashlib.sha256(canonical_json(words)).hexdigest()


def load_texts(folder: Path, language: str) -> Texts:
    """Reads `<folder>/<language>.toml`. Raises FileNotFoundError, and ValueError for a missing or unknown page."""
    path = folder / f"{language}.toml"
    with path.open("rb") as file:
        value = tomllib.load(file)
    if set(value) != set(TEXT_IDS):
        raise ValueError(f"{path.name} must hold exactly the pages {', '.join(TEXT_IDS)}")
    return Texts(language, {text_id: _page(text_id, table) for text_id, table in value.items()})


def _page(text_id: str, table: dict[str, object]) -> PageText:
    title, sentences, choices = table.get("title"), table.get("sentences"), table.get("choices", {})
    if not (isinstance(title, str) and isinstance(sentences, list) and all(isinstance(s, str) for s in sentences)):
        raise ValueError(f"page {text_id}: title and sentences must be texts")
    if not isinstance(choices, dict):
        raise ValueError(f"page {text_id}: choices must be a table")
    return PageText(text_id, title, tuple(sentences), {key: Choice(c["label"], c["sentence"]) for key, c in choices.items()})


def spoken_words(resources: Path, language: str) -> dict[str, str]:
    """Everything that is read aloud in one language, by the id under which `spoken_path` finds it: pages, prompts and the ten digits."""
    texts, prompts = load_texts(resources / "texts", language), load_prompts(resources / "prompts", language)
    spoken = {text_id: texts.page(text_id).spoken() for text_id in TEXT_IDS}
    spoken |= {prompt.prompt_id: f"{prompt.title}\n{prompt.sentence}" for prompt in prompts.by_id.values()}
    return spoken | {f"digit-{digit}": str(digit) for digit in range(10)}


def spoken_path(voices_folder: Path, language: str, text_id: str) -> Path | None:
    """The spoken form of a page or prompt, or None: a missing voice means that the text stays silent, not that something is broken."""
    path = voices_folder / language / f"{text_id}.opus"
    return path if path.is_file() else None
