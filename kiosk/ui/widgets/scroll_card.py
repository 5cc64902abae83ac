"""The card on which a page stands. With larger type or a longer language its content scrolls; what stands above it stays."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.ui.theme import grown
from kiosk.ui.widgets.scrolled import Scrolled

_TIGHT_PX = 560
_AIR = 0.1
_MOST_AIR_PX = 32


class ScrollCard(QFrame):
    """`above` never scrolls, `content` does. Its smallest size is small whatever is on it, so that a page always fits the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = QWidget()
        inside.setProperty("role", "body")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(6)
        self.scroll_area = Scrolled(inside)
        self.above = QVBoxLayout()
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self.above)
        self._whole.addWidget(self.scroll_area, 1)
        self._give_air()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_air()

    def _give_air(self) -> None:
        """Where the window is higher than the smallest, a part of that goes around the words."""
        air_px = max(0, min(grown(_MOST_AIR_PX), round((self.height() - grown(_TIGHT_PX)) * _AIR)))
        # A narrow window has none to give at the sides.
        side_px = grown(36) + (air_px // 2 if self.width() > self.height() else 0)
        self._whole.setContentsMargins(side_px, grown(14) + air_px, side_px, grown(10) + air_px)
        self._whole.setSpacing(6 + air_px // 2)
