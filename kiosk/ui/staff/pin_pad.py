"""The PIN's digit keys, with a dot for each digit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.digit_pad import DigitPad

_DOT_PX = 16


class PinPad(DigitPad):
    """Shows a dot for each digit, never the digit."""

    entered = Signal(str)
    """(digits) Enter was pressed with at least one digit; the pad is empty again."""

    def __init__(self, most_digits: int, parent: QWidget | None = None) -> None:
        super().__init__("pin", parent)
        self._most_digits = most_digits
        self._digits = ""
        self._dots = _Dots()
        self.column.insertWidget(0, self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        self.digit_pressed.connect(self._add)
        self.erase_pressed.connect(self._remove)
        self.enter_pressed.connect(self._finish)
        self._show()

    def retranslate(self) -> None:
        self.erase.setAccessibleName(QCoreApplication.translate("Staff", "Erase the last digit"))
        self.enter.setAccessibleName(QCoreApplication.translate("Staff", "Enter"))
        self._show()

    def clear(self) -> None:
        self._digits = ""
        self._show()

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
        painter.setBrush(QColor(theme.palette().accent))
        width = self._count * (_DOT_PX + 12) - 12
        for number in range(self._count):
            left = (self.width() - width) / 2 + number * (_DOT_PX + 12)
            painter.drawEllipse(QRectF(left, (self.height() - _DOT_PX) / 2, _DOT_PX, _DOT_PX))
        painter.end()
