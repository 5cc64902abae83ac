"""The language of the whole window: its words, its translator, its direction."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.ui.words import Words

SOURCE_LANGUAGE = "en"


class Languages:
    """`words` is one object for the program's life. Window's thread."""

    def __init__(self, resources: Path, language: str, own_voices: Path | None = None) -> None:
        """`own_voices`: see kiosk.ui.words. Raises FileNotFoundError for a language without texts or translation."""
        self._resources = resources
        self._translator: QTranslator | None = None
        self.words = Words(resources, language, own_voices)
        self._install(language)

    def choose(self, language: str) -> None:
        """Raises FileNotFoundError; then the one before stays."""
        self.words.choose(language)
        self._install(language)

    def _install(self, language: str) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        path = self._resources / "translations" / f"{language}.qm"
        translator = QTranslator()
        if not translator.load(str(path)) and language != SOURCE_LANGUAGE:
            raise FileNotFoundError(f"no translation {path.name}: run resources/translations/build.py")
        if self._translator is not None:
            application.removeTranslator(self._translator)
        self._translator = translator
        application.installTranslator(translator)
