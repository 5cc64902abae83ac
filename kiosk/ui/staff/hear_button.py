"""One button that plays a short sound, and stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal

from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.widgets.buttons import QuietButton
from sync.contract.faults import Fault


class HearButton(QuietButton):
    """Its sound is made when it is asked for; disabled while it has none."""

    failed = Signal(object)
    """(Fault) The sound cannot be read or played."""

    def __init__(self, identifier: str, speaker: Speaker) -> None:
        super().__init__(identifier)
        self._speaker = speaker
        self._make_sound: Callable[[], Sound] | None = None
        self._words = ""
        self.clicked.connect(self._toggle)
        speaker.started.connect(self._on_change)
        speaker.stopped.connect(self._on_change)
        speaker.failed.connect(self._on_failed)
        self.set_sound(None)

    def set_sound(self, make_sound: Callable[[], Sound] | None) -> None:
        """Stops the one before. `make_sound` may raise Fault."""
        self.stop()
        self._make_sound = make_sound
        self.setEnabled(make_sound is not None)

    def set_words(self, words: str) -> None:
        """What it says while it can be pressed to play."""
        self._words = words
        self._show()

    def play(self) -> None:
        """From the beginning; nothing without a sound."""
        if self._make_sound is None:
            return
        try:
            sound = self._make_sound()
        except Fault as fault:
            self.failed.emit(fault)
            return
        self._speaker.play(self, sound)

    def stop(self) -> None:
        if self._speaker.is_playing(self):
            self._speaker.stop()

    def _toggle(self) -> None:
        if self._speaker.is_playing(self):
            self._speaker.stop()
        else:
            self.play()

    def _show(self) -> None:
        playing = self._speaker.is_playing(self)
        self.set_picture("stop" if playing else "play")
        self.set_text(QCoreApplication.translate("AudioBar", "Stop listening") if playing else self._words)

    def _on_change(self, owner: object) -> None:
        if owner is self:
            self._show()

    def _on_failed(self, owner: object, fault: Fault) -> None:
        if owner is self:
            self.failed.emit(fault)
