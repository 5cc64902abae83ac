"""Three, two, one: time to breathe in before a recording begins. Silent, so that nothing of it is in the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

NUMBERS = 3


class Countdown(QObject):
    """`number_ms` is how long each number stands; 0 where nobody wants a countdown."""

    counted = Signal(int)
    """(number) NUMBERS down to 1."""
    ended = Signal()
    """It was not cancelled."""

    def __init__(self, number_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number_ms = number_ms
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setInterval(number_ms)
        self._timer.timeout.connect(self._count)

    def start(self) -> None:
        self._number = NUMBERS
        self._timer.start()
        self.counted.emit(self._number)

    def cancel(self) -> None:
        """Harmless when it does not run."""
        self._timer.stop()

    def _count(self) -> None:
        self._number -= 1
        if self._number:
            self.counted.emit(self._number)
        else:
            self.cancel()
            self.ended.emit()
