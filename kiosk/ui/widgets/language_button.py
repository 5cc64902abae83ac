"""One language by its own name in its own script, whatever the window speaks now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.resources import languages
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.buttons import QuietButton

_LEAST_PX = QSize(202, TARGET_PX)
_ALONG: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LanguageButton(QuietButton):
    """Checkable; belongs into an exclusive QButtonGroup. Raises KeyError for a language that does not ship."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(f"language-{code}", languages()[code].name, parent)
        self.code = code
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.set_least(_LEAST_PX)

    def spoken_language(self) -> str:
        """Its name is said in its own voice."""
        return self.code

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would choose what an arrow leads to: on the way to her language the window would speak others, and at the first that is
        # written from the right the next arrow would lead back to where she came from.
        neighbour = self._neighbour(event.key())
        if neighbour is not None:
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() not in (*_ALONG, *_ACROSS):
            super().keyPressEvent(event)

    def _neighbour(self, key: int) -> QAbstractButton | None:
        """Along: the next in the list, around its end. Across: what stands above or below. None where the key leads nowhere."""
        group = self.group()
        others = group.buttons() if group is not None else []
        if key in _ALONG and others:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            return others[(others.index(self) + (-_ALONG[key] if mirrored else _ALONG[key])) % len(others)]
        if key in _ACROSS:
            column = [other for other in others if other.x() < self.x() + self.width() and self.x() < other.x() + other.width()]
            column.sort(key=QAbstractButton.y)
            place = column.index(self) + _ACROSS[key]
            return column[place] if 0 <= place < len(column) else None
        return None
