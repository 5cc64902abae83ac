"""The words of the language that is chosen now: page texts, prompts, and the clips that speak what is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt

from kiosk.story.texts import Texts, load_texts

if TYPE_CHECKING:
    from kiosk.story.prompts import Prompts
    from kiosk.story.voices import Voices


class Words:
    """Screens hold one Words for their life and read it anew in `retranslate`; only the window calls `choose`.

    `own_voices` is the folder of clips that staff recorded on this device; it need not exist.
    """

    def __init__(self, resources: Path, language: str, own_voices: Path | None = None) -> None:
        self._resources = resources
        self._voice_folders = [*([own_voices] if own_voices else []), resources / "voices"]
        self._voices: Voices | None = None
        self.language = language
        self._texts: Texts | None = None
        self._prompts: Prompts | None = None

    def choose(self, language: str) -> None:
        """Raises FileNotFoundError for a language without texts, and ValueError for broken ones; then the one before stays."""
        self._texts = load_texts(self._resources / "texts", language)
        self.language = language
        self._prompts = None

    @property
    def texts(self) -> Texts:
        """Read when they are first asked for: Start has none. Raises as `choose`."""
        if self._texts is None:
            self._texts = load_texts(self._resources / "texts", self.language)
        return self._texts

    @property
    def prompts(self) -> Prompts:
        """Read when they are first asked for: Start has none. Raises as `choose`."""
        if self._prompts is None:
            from kiosk.story.prompts import load_prompts

            self._prompts = load_prompts(self._resources / "prompts", self.language)
        return self._prompts

    @property
    def direction(self) -> Qt.LayoutDirection:
        return QLocale(self.language).textDirection()

    def clips(self, words: str, language: str | None = None) -> list[Path] | None:
        """What to play for words as they stand on the page, or None where they have no voice and stay text; see kiosk.story.voices."""
        if self._voices is None:
            # Nothing speaks before the first paint.
            from kiosk.audio.clip_file import is_clip
            from kiosk.story.voices import Voices

            self._voices = Voices(self._voice_folders, is_clip)
        return self._voices.clips(language or self.language, words)
