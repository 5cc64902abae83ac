"""What each page says, word for word, from `resources/texts/<language>.toml`.

Consent is only worth something for the words that were really shown. So these words live in one file per language and not among the
other translations, and a page that shows one writes its hash into the session: `session.texts[text_id] = texts.text_hash(text_id)`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

# The pages whose words a person agrees to by going on.
CONSENT_TEXT_IDS = (
    "about",
    "own-will",
    "age",
    "name",
    "name-check",
    "voice",
    "uses",
    "help",
    "understood-public",
    "understood-archive",
    "check",
)
# Pages and moments that only have to be shown and heard.
OTHER_TEXT_IDS = ("start", "talk-first", "microphone", "photos", "sent", "leave", "idle")
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

    def words(self) -> tuple[str, ...]:
        """Every piece of words that the page may show, in the order in which it is read."""
        choices = (words for choice in self.choices.values() for words in (choice.label, choice.sentence) if words)
        return (self.title, *self.sentences, *choices)


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
        # Only here: Start is painted before anything has to be hashed.
        import hashlib

        from sync.contract.canonical import canonical_json

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
