"""One language by its own name in its own script, whatever the window speaks now."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.resources import languages
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.buttons import QuietButton

_LEAST_PX = QSize(202, TARGET_PX)


class LanguageButton(QuietButton):
    """Checkable. Raises KeyError for a language that does not ship."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(f"language-{code}", languages()[code].name, parent)
        self.code = code
        self.setCheckable(True)
        self.set_least(_LEAST_PX)
