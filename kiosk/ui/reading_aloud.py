"""The Listen button: reads the page aloud, where there is a voice for it and nothing is being recorded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.ui.speaker import Sound, Speaker
from sync.contract.faults import Fault


class ReadingAloud(QObject):
    """`spoken(text_id)` gives the reading of a page in the chosen language, or None; it may raise Fault."""

    changed = Signal(bool)
    """(whether it reads now)"""
    failed = Signal(object)
    """(Fault)"""

    def __init__(self, speaker: Speaker, spoken: Callable[[str], Sound | None]) -> None:
        super().__init__()
        self._speaker = speaker
        self._spoken = spoken
        speaker.started.connect(lambda owner: self.changed.emit(owner is self))
        speaker.stopped.connect(lambda owner: self.changed.emit(False))
        speaker.failed.connect(lambda owner, fault: self.failed.emit(fault) if owner is self else None)

    @property
    def reads(self) -> bool:
        return self._speaker.is_playing(self)

    def toggle(self, text_id: str | None) -> bool:
        """Begins or stops. Returns whether it began."""
        if self.reads:
            self._speaker.stop()
            return False
        return text_id is not None and self.read(text_id)

    def read(self, text_id: str) -> bool:
        """Returns whether there is something to hear."""
        try:
            sound = self._spoken(text_id)
        except Fault as fault:
            self.failed.emit(fault)
            return False
        if sound is not None:
            self._speaker.play(self, sound)
        return sound is not None
