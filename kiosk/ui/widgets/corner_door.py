"""An unmarked corner for staff: hold it for three seconds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.theme import TARGET_PX

HOLD_MS = 3_000


class CornerDoor(QAbstractButton):
    """Not in the order of Tab: with a keyboard it is Ctrl+Shift+S."""

    held = Signal()

    def __init__(self, parent: QWidget, hold_ms: int = HOLD_MS) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier("staff-door")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(self.sizeHint())
        self._name()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(hold_ms)
        self._timer.timeout.connect(self.held)
        self.pressed.connect(self._timer.start)
        self.released.connect(self._timer.stop)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Staff", "Enter the staff PIN"))

    def sizeHint(self) -> QSize:
        return QSize(TARGET_PX, TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing to see."""
