"""One language by its own name in its own script, whatever the window speaks now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.buttons import QuietButton

LANGUAGE_NAMES = {"en": "English", "ar": "العربية"}


class LanguageButton(QuietButton):
    """Checkable. Raises KeyError for a language whose own name is not known here."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(f"language-{code}", LANGUAGE_NAMES[code], parent)
        self.code = code
        self.setCheckable(True)
        self.setProperty("wide", True)
