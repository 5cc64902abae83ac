"""A sentence about what is going on now: whoever cannot see it change is told."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.ui.announce import announce
from kiosk.ui.widgets.plain_label import PlainLabel


class LiveLabel(PlainLabel):
    """Announces what it says when it comes into sight, and each change while it is in sight; politely, after what is being said.

    While `silent` it announces nothing: what comes out of the loudspeaker would go into the recording.
    """

    silent = False
    _told = ""

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._told = ""

    def _tell(self) -> None:
        if self.isVisible() and self.text() != self._told:
            self._told = self.text()
            if not self.silent:
                announce(self, self._told)
