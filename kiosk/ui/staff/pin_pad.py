"""Digit keys on the screen, for places without a keyboard; a keyboard works too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton

_KEYS = "123456789"
_DOT_PX = 16


class PinPad(QWidget):
    """Shows a dot for each digit, never the digit."""

    entered = Signal(str)
    """(digits) Enter was pressed with at least one digit; the pad is empty again."""

    def __init__(self, most_digits: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_digits = most_digits
        self._digits = ""
        # Telephone order in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleIdentifier("pin-pad")
        self._dots = _Dots()
        self.keys = {digit: QuietButton(f"pin-{digit}", digit) for digit in _KEYS + "0"}
        self.erase = QuietButton("pin-erase", "⌫")
        self.enter = PrimaryButton("pin-enter")
        self.enter.set_picture("check")
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, digit in enumerate(_KEYS):
            grid.addWidget(self.keys[digit], place // 3, place % 3)
        for column, button in enumerate((self.erase, self.keys["0"], self.enter)):
            grid.addWidget(button, 3, column)
        for digit, button in self.keys.items():
            button.clicked.connect(partial(self._add, digit))
        self.erase.clicked.connect(self._remove)
        self.enter.clicked.connect(self._finish)
        for button in (*self.keys.values(), self.erase, self.enter):
            button.setMinimumSize(110, theme.TARGET_PX + 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(grid)
        self._show()

    def retranslate(self) -> None:
        self.erase.setAccessibleName(QCoreApplication.translate("Staff", "Erase the last digit"))
        self.enter.setAccessibleName(QCoreApplication.translate("Staff", "Enter"))
        self._show()

    def clear(self) -> None:
        self._digits = ""
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        if len(key) == 1 and key.isdecimal():
            self._add(str(int(key)))
        elif event.key() == Qt.Key.Key_Backspace:
            self._remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _add(self, digit: str) -> None:
        if len(self._digits) < self._most_digits:
            self._digits += digit
            self._show()

    def _remove(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _finish(self) -> None:
        digits, self._digits = self._digits, ""
        self._show()
        if digits:
            self.entered.emit(digits)

    def _show(self) -> None:
        self._dots.show_count(len(self._digits), self._most_digits)
        self._dots.setAccessibleName(QCoreApplication.translate("Staff", "%n digit(s) entered", "", len(self._digits)))
        self.enter.setEnabled(bool(self._digits))


class _Dots(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._count, self._most = 0, 1
        self.setAccessibleIdentifier("pin-dots")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, most: int) -> None:
        self._count, self._most = count, most
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._most * (_DOT_PX + 12), 2 * _DOT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.TEAL))
        width = self._count * (_DOT_PX + 12) - 12
        for number in range(self._count):
            left = (self.width() - width) / 2 + number * (_DOT_PX + 12)
            painter.drawEllipse(QRectF(left, (self.height() - _DOT_PX) / 2, _DOT_PX, _DOT_PX))
        painter.end()
