"""A slider along the time of a sound: tap, drag or keys, mirrored with the language.

Who cannot see it hears whole seconds as its value and "00:12 of 01:30" as its description; inside it counts in milliseconds.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from kiosk.ui.clock_text import clock_text

SEEK_STEP_MS = 5_000


class TimeSlider(QSlider):
    """Subclasses paint it, and say in `_left_px` and `_span_px` where the time line lies in it."""

    sought = Signal(int)
    """(position_ms) By the person, not by playing."""
    let_go = Signal()
    """The finger or mouse button that held it is up again."""

    def __init__(self, identifier: str, step_ms: int = SEEK_STEP_MS, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.duration_ms = 0
        self.position_ms = 0
        self.held = False
        self._step_ms = step_ms
        self._setting = False
        self.setAccessibleIdentifier(identifier)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_value)

    def set_duration(self, duration_ms: int) -> None:
        """Goes back to the beginning."""
        self.duration_ms = duration_ms
        self._setting = True
        self.setRange(0, -(-duration_ms // 1000))
        self._setting = False
        self.set_position(0)

    def set_position(self, position_ms: int) -> None:
        """As playing does; `sought` is not told."""
        self.position_ms = min(max(0, position_ms), self.duration_ms)
        self._setting = True
        self.setValue(self.maximum() if self.position_ms == self.duration_ms else self.position_ms // 1000)
        self._setting = False
        self.describe()
        self.update()

    def seek(self, position_ms: int) -> None:
        """As the person does."""
        self.set_position(position_ms)
        self.sought.emit(self.position_ms)

    def describe(self) -> None:
        """Says anew where it stands; also after a change of language."""
        words = QCoreApplication.translate("AudioBar", "{now} of {all}")
        said = words.format(now=clock_text(self.position_ms), all=clock_text(self.duration_ms))
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    @property
    def mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def x_of(self, position_ms: float) -> float:
        """Where a moment lies, in the widget's pixels."""
        share = position_ms / self.duration_ms if self.duration_ms else 0.0
        return self._left_px() + (1 - share if self.mirrored else share) * self._span_px()

    def ms_at(self, x: float) -> int:
        """The moment that lies there; beyond the ends, the end."""
        share = min(1.0, max(0.0, (x - self._left_px()) / max(1.0, self._span_px())))
        return round((1 - share if self.mirrored else share) * self.duration_ms)

    def _left_px(self) -> float:
        return 0.0

    def _span_px(self) -> float:
        return float(self.width())

    def _on_value(self, value: int) -> None:
        # Set from outside, by a helper that knows nothing but the value.
        if not self._setting:
            self.seek(value * 1000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        onward = Qt.Key.Key_Left if self.mirrored else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.mirrored else Qt.Key.Key_Left
        steps = {onward: 1, back: -1, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 4, Qt.Key.Key_PageDown: -4}
        key = Qt.Key(event.key())
        if key in steps:
            self.seek(self.position_ms + steps[key] * self._step_ms)
        elif key is Qt.Key.Key_Home:
            self.seek(0)
        elif key is Qt.Key.Key_End:
            self.seek(self.duration_ms)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.held = True
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.held = False
        self.let_go.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # It scrolls the page; a playhead that jumps on the way would be a surprise.
        event.ignore()

    def _follow(self, event: QMouseEvent) -> None:
        self.seek(self.ms_at(event.position().x()))
        event.accept()
