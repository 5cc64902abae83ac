"""Digit keys on the screen, for places without a keyboard; a keyboard works too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton

_KEYS = "123456789"
_RING_PX = 8


class DigitPad(QWidget):
    """Keeps no digit: whoever listens does. `name` begins the identifiers of its keys, as in `pin-7` and `pin-enter`."""

    accessible_role = "grouping"

    digit_pressed = Signal(str)
    erase_pressed = Signal()
    enter_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Telephone order in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleIdentifier(f"{name}-pad")
        self.keys = {digit: QuietButton(f"{name}-{digit}", digit) for digit in _KEYS + "0"}
        self.erase = QuietButton(f"{name}-erase")
        self.erase.set_picture("erase", alone=True)
        self.enter = PrimaryButton(f"{name}-enter")
        self.enter.set_picture("check")
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, digit in enumerate(_KEYS):
            grid.addWidget(self.keys[digit], place // 3, place % 3)
        for column, button in enumerate((self.erase, self.keys["0"], self.enter)):
            grid.addWidget(button, 3, column)
        for digit, button in self.keys.items():
            button.clicked.connect(partial(self.digit_pressed.emit, digit))
        self.erase.clicked.connect(partial(self.erase_pressed.emit))
        self.enter.clicked.connect(partial(self.enter_pressed.emit))
        for button in (*self.keys.values(), self.erase, self.enter):
            button.setMinimumSize(110, theme.TARGET_PX + 6)
            button.quick = True
        self.column = QVBoxLayout(self)
        # Room for the ring that shows where the keyboard is.
        self.column.setContentsMargins(_RING_PX, _RING_PX, _RING_PX, _RING_PX)
        self.column.setSpacing(16)
        self.column.addLayout(grid)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            width = theme.palette().focus_px
            painter.setPen(QPen(QColor(theme.palette().accent), width))
            inset = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.RADIUS_PX, theme.RADIUS_PX)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        if len(key) == 1 and key.isdecimal():
            self.digit_pressed.emit(str(int(key)))
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)
