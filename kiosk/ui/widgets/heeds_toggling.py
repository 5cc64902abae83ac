"""What assistive technology switches counts as pressed.

A screen reader asks a control to toggle, and Qt then changes its state without ever saying that it was clicked. Whoever chooses a card
that way would see it chosen, and nobody would have heard of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    # Beside Qt's class and not below it: two of Qt's classes among the bases bring the program down.
    _Button = object


class HeedsToggling(_Button):
    """To be named before Qt's class among the bases of a checkable button; `clicked` then follows such a change too."""

    _heeding = False
    _own_doing = False

    def setCheckable(self, checkable: bool) -> None:
        super().setCheckable(checkable)
        if checkable and not self._heeding:
            self._heeding = True
            self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        """By the program: nobody pressed anything."""
        self._own_doing = True
        super().setChecked(checked)
        self._own_doing = False

    def nextCheckState(self) -> None:
        """By a finger or a key: Qt says itself that it was clicked."""
        self._own_doing = True
        super().nextCheckState()
        self._own_doing = False

    def _on_toggled(self, checked: bool) -> None:
        group = self.group()
        one_of_several = group.exclusive() if group is not None else self.autoExclusive()
        if self._own_doing or (one_of_several and not checked):
            return
        self.clicked[bool].emit(checked)  # type: ignore[index]
        if group is not None:
            group.buttonClicked.emit(self)
            group.idClicked.emit(group.id(self))
