"""A double click is one press.

Many have learnt that things on a screen open by two quick presses, and some hands press twice without meaning to. The second press
would take back what the first began, or fall on whatever the next page has in the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    # Beside Qt's class and not below it: see HeedsToggling.
    _Button = object

# Two fingertips on the same spot are further apart than two clicks. Smaller than any button.
_SAME_PLACE_PX = 40


class OnePress(_Button):
    """To be named before Qt's class among the bases of a button. A finger comes here too: Qt makes a mouse of it."""

    quick = False
    """Each press counts, however fast they come: digits, and steps earlier or later."""

    # Of any button: the second press may find another one in its place. In pixels of the screen.
    _pressed_at: ClassVar[QPointF | None] = None

    @staticmethod
    def note_press(place: QPointF) -> None:
        """Something else took the first press there."""
        OnePress._pressed_at = place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.note_press(event.globalPosition())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # For Qt any second touch in quick succession is one of these, wherever it falls: on a card, and then on Continue.
        before = OnePress._pressed_at
        again = before is not None and (event.globalPosition() - before).manhattanLength() < _SAME_PLACE_PX
        if again and not self.quick:
            event.accept()  # with the release alone that follows it a button does nothing
        else:
            self.mousePressEvent(event)
