"""Nobody at the kiosk: walks one whole story through the real window, by the same buttons a person presses.

For the unattended demo and for looking after a booth's set-up. It finds controls by their accessible identifiers, waits until each
is visible and enabled, presses it, and gives up with the name of the one that never came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

LOOK_EVERY_MS = 50
PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Press:
    """`patience_ms` is for what takes long by nature, such as sealing."""

    identifier: str
    patience_ms: int = PATIENCE_MS


@dataclass(frozen=True)
class Write:
    """Types into a field."""

    identifier: str
    text: str


@dataclass(frozen=True)
class Await:
    """Waits until a control can be used, and leaves it alone."""

    identifier: str


@dataclass(frozen=True)
class Pass:
    """Lets time go by, for example while speaking."""

    ms: int


@dataclass(frozen=True)
class Read:
    """Reads what a control says into `Walker.read`, as soon as it says something."""

    identifier: str


Step = Press | Write | Await | Pass | Read


class Walker(QObject):
    """Lives on the window's thread."""

    arrived = Signal()
    stuck = Signal(str)
    """The identifier that was not there, or not enabled, in time."""
    pressed = Signal(str)
    was_read = Signal(str, str)
    """(identifier, text)"""

    def __init__(self, window: QWidget, steps: Iterable[Step]) -> None:
        super().__init__(window)
        self.read: dict[str, str] = {}
        self._window = window
        self._steps = iter(steps)
        self._step: Step | None = None
        self._waited_ms = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self._next()
        self._timer.start()

    def _next(self) -> None:
        self._step = next(self._steps, None)
        self._waited_ms = 0
        if self._step is None:
            self._timer.stop()
            self.arrived.emit()

    def _look(self) -> None:
        step = self._step
        self._waited_ms += LOOK_EVERY_MS
        if step is None:
            return
        if isinstance(step, Pass):
            if self._waited_ms >= step.ms:
                self._next()
        elif self._try(step):
            self._next()
        elif self._waited_ms >= (step.patience_ms if isinstance(step, Press) else PATIENCE_MS):
            self._timer.stop()
            self.stuck.emit(step.identifier)

    def _try(self, step: Press | Write | Await | Read) -> bool:
        found = self._find(step.identifier)
        if isinstance(step, Await):
            return found is not None
        if isinstance(step, Press) and isinstance(found, QAbstractButton):
            # Counted before the click: a click may open the next page, and even end the window.
            self.pressed.emit(step.identifier)
            found.click()
            return True
        if isinstance(step, Write) and isinstance(found, QLineEdit):
            found.insert(step.text)  # as typing does, so that the field tells of it
            return True
        if isinstance(step, Read) and found is not None:
            text = found.text() if isinstance(found, QLabel) else found.accessibleName()
            if text:
                self.read[step.identifier] = text
                self.was_read.emit(step.identifier, text)
                return True
        return False

    def _find(self, identifier: str) -> QWidget | None:
        for widget in self._window.findChildren(QWidget):
            if widget.accessibleIdentifier() == identifier and widget.isVisible() and widget.isEnabled():
                return widget
        return None


def whole_story(language: str, speaking_ms: Sequence[int], photos: int) -> list[Step]:
    """Three spoken answers, photos from the prepared folder, no name, the own voice, online and exhibitions, no help, Send."""
    steps: list[Step] = [Press(f"language-{language}"), Press("start"), Press("continue")]
    steps += [Press("will-own"), Press("continue"), Press("age-adult"), Press("continue"), Press("mic-ok"), Press("continue")]
    for ms in speaking_ms:
        steps += [Press("record"), Await("stop"), Pass(ms + 1_000), Press("stop"), Press("keep"), Press("continue")]
    for number in range(1, photos + 1):
        steps += [Press("add-photo"), Press(f"photo-file-{number}"), Press("photos-done")]
    steps += [Press("continue"), Press("name-none"), Press("continue"), Press("no-name-said"), Press("continue")]
    steps += [Press("voice-own"), Press("continue"), Press("use-online"), Press("use-exhibition"), Press("continue"), Press("continue")]
    steps += [Press("understood-2"), Press("continue")]
    return [*steps, Press("send", patience_ms=5 * PATIENCE_MS), Read("receipt-code"), Press("done")]


def watch(walker: Walker, on_end: Callable[[str | None], None]) -> None:
    """`on_end(None)` when the walk arrived, else with the identifier where it stuck."""
    walker.arrived.connect(lambda: on_end(None))
    walker.stuck.connect(on_end)
