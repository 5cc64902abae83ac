"""The words of the language that is chosen now: page texts, prompts, and where their spoken form lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt

from kiosk.story.prompts import Prompts, load_prompts
from kiosk.story.texts import Texts, load_texts, spoken_path


class Words:
    """Screens hold one Words for their life and read it anew in `retranslate`; only the window calls `choose`."""

    def __init__(self, resources: Path, language: str) -> None:
        self._resources = resources
        self.choose(language)

    def choose(self, language: str) -> None:
        """Raises FileNotFoundError for a language without texts, and ValueError for broken ones."""
        self.texts: Texts = load_texts(self._resources / "texts", language)
        self.prompts: Prompts = load_prompts(self._resources / "prompts", language)
        self.language = language

    @property
    def direction(self) -> Qt.LayoutDirection:
        return QLocale(self.language).textDirection()

    def voice_path(self, text_id: str) -> Path | None:
        """The recorded reading of a page or prompt in this language, or None where there is none yet."""
        return spoken_path(self._resources / "voices", self.language, text_id)
