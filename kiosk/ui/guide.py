"""Speaks one element after the other and surrounds the one that is spoken.

What has no voice is surrounded for as long as it takes to read it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from kiosk.ui.speaker import Speaker
from kiosk.ui.spoken_elements import Element
from kiosk.ui.spoken_frame import SpokenFrame
from kiosk.ui.spoken_sound import spoken_sound
from sync.contract.faults import Fault

# Of a clip: the file cannot be read. Then its words stay text, as where there is none.
_SILENT_CODE = "voice-unreadable"


@dataclass
class Pace:
    """`page_ms` before a page that has just appeared is read, `gap_ms` between two elements, and how long reading with the eyes takes."""

    page_ms: int = 1_000
    gap_ms: int = 250
    least_reading_ms: int = 1_200
    letter_ms: int = 55

    def reading_ms(self, phrases: Sequence[str]) -> int:
        return max(self.least_reading_ms, self.letter_ms * sum(map(len, phrases)))


class Guide(QObject):
    """Window's thread. `clips(words, language)` gives what to play for words, or None; `may_speak()` is asked before every element."""

    heard = Signal(object)
    """(Element) All of it was spoken."""
    done = Signal()
    """Nothing is left to read, or it was stopped."""
    failed = Signal(object)
    """(Fault) There is no loudspeaker to speak through."""

    def __init__(
        self,
        speaker: Speaker,
        clips: Callable[[str, str | None], list[Path] | None],
        frame: SpokenFrame,
        may_speak: Callable[[], bool],
        pace: Pace,
    ) -> None:
        super().__init__()
        self._speaker = speaker
        self._clips = clips
        self._frame = frame
        self._may_speak = may_speak
        self._pace = pace
        self._waiting: deque[Element] = deque()
        self._now: Element | None = None
        self._whole = False
        self._ended = False
        self._unreadable = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        speaker.ended.connect(self._on_ended)
        speaker.failed.connect(self._on_failed)
        speaker.stopped.connect(self._on_stopped)
        speaker.started.connect(self._on_started)

    @property
    def busy(self) -> bool:
        """Something is being spoken or surrounded, or is about to be."""
        return self._now is not None or bool(self._waiting)

    def read(self, found: Iterable[Element]) -> None:
        """Instead of what is being read."""
        self.halt()
        self.then(found)

    def then(self, found: Iterable[Element]) -> None:
        """After what is being read."""
        self._waiting.extend(found)
        self._begin()

    def first(self, found: Iterable[Element]) -> None:
        """After the element that is being spoken, before all the others."""
        self._waiting.extendleft(reversed(list(found)))
        self._begin()

    def halt(self) -> None:
        """Silent at once; harmless when nothing is read."""
        was_busy = self.busy
        self._waiting.clear()
        self._now = None
        self._timer.stop()
        self._frame.surround(None)
        if self._speaker.is_playing(self):
            self._speaker.stop()
        if was_busy:
            self.done.emit()

    def _begin(self) -> None:
        if self._now is None and not self._timer.isActive() and self._waiting:
            self._next()

    def _next(self) -> None:
        self._now = None
        while self._waiting:
            element = self._waiting.popleft()
            if not self._may_speak():
                break
            if element.widget is None or (isValid(element.widget) and element.widget.isVisible()):
                self._speak(element)
                return
        self._waiting.clear()
        self._frame.surround(None)
        self.done.emit()

    def _speak(self, element: Element) -> None:
        self._now, self._unreadable, self._ended = element, False, False
        self._frame.surround(element.widget)
        found = [self._clips(words, element.language) for words in element.spoken]
        voiced = [clips for clips in found if clips]
        self._whole = None not in found
        if voiced:
            try:
                self._speaker.play(self, spoken_sound(voiced))
                if not self._speaker.is_playing(self):
                    self.halt()
                return
            except Fault as fault:
                if fault.code != _SILENT_CODE:
                    raise
        self._rest(element)

    def _rest(self, element: Element) -> None:
        self._timer.start(self._pace.reading_ms(element.spoken))

    def _on_ended(self, owner: object) -> None:
        if owner is self:
            self._ended = True

    def _on_failed(self, owner: object, fault: Fault) -> None:
        if owner is not self:
            return
        if fault.code == _SILENT_CODE:
            self._unreadable = True
        else:
            self.failed.emit(fault)

    def _on_stopped(self, owner: object) -> None:
        element = self._now
        if owner is not self or element is None:
            return
        if self._ended:
            self._timer.start(self._pace.gap_ms)
            if self._whole:
                self.heard.emit(element)
        elif self._unreadable:
            self._rest(element)
        else:
            self.halt()

    def _on_started(self, owner: object) -> None:
        if owner is not self:
            self.halt()
