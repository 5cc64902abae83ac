"""Asking for the staff PIN, and setting one: at first use, and when staff want another."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.staff.pin import MAX_DIGITS, MIN_DIGITS, PinMustWait, StaffPin, UnfitPin, WrongPin
from kiosk.ui.faults import fault_sentence
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.plain_label import PlainLabel
from sync.contract.faults import Fault


class _Asking(Enum):
    CURRENT = auto()
    NEW = auto()
    REPEAT = auto()


class PinPage(QWidget):
    """Hashing takes half a second and runs in the background; meanwhile the pad rests."""

    passed = Signal()
    """The PIN was right, or a new one is set."""
    closed = Signal()

    def __init__(self, pin: StaffPin, tasks: Tasks, tick_ms: int = 1_000) -> None:
        super().__init__()
        self._pin = pin
        self._tasks = tasks
        self._asking = _Asking.CURRENT
        self._changing = False
        self._chosen = ""
        self._wait_s = 0
        self.setAccessibleIdentifier("staff-pin")
        self.title = PlainLabel("title")
        self.sentence = PlainLabel("sentence")
        self.notice = Notice()
        self.pad = PinPad(MAX_DIGITS)
        self.close_button = QuietButton("staff-pin-close")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(tick_ms)
        self._timer.timeout.connect(self._tick)
        self.pad.entered.connect(self._entered)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 22, 36, 22)
        column.setSpacing(8)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(card, 1)
        whole.addLayout(row)

    def ask(self, *, changing: bool = False) -> None:
        """Begins anew. `changing`: after the current PIN comes a new one."""
        self._changing, self._chosen, self._asking = changing, "", _Asking.CURRENT
        self.notice.clear()
        self._rest(True)
        self._tasks.run(lambda: (self._pin.is_set, self._pin.wait_s()), owner=self, done=self._know, failed=self._fail)

    def leave(self) -> None:
        self._timer.stop()
        self._chosen = ""
        self.pad.clear()

    def retranslate(self) -> None:
        self.pad.retranslate()
        self.close_button.set_text(QCoreApplication.translate("Staff", "Back"))
        title, sentence = self._words()
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.setAccessibleName(title)
        self.pad.setAccessibleName(title)
        if self._wait_s:
            self.notice.say(QCoreApplication.translate("Staff", "Too many wrong tries. Please wait %n second(s).", "", self._wait_s))

    def _words(self) -> tuple[str, str]:
        if self._asking is _Asking.CURRENT:
            return QCoreApplication.translate("Staff", "Enter the staff PIN"), ""
        if self._asking is _Asking.NEW:
            template = QCoreApplication.translate("Staff", "It has {least} to {most} digits. Keep it in a good place.")
            return QCoreApplication.translate("Staff", "Choose a staff PIN"), template.format(least=MIN_DIGITS, most=MAX_DIGITS)
        return QCoreApplication.translate("Staff", "Enter it once more"), ""

    def _know(self, known: tuple[bool, int]) -> None:
        is_set, wait_s = known
        self._go(_Asking.CURRENT if is_set else _Asking.NEW)
        if is_set and wait_s:
            self._wait(wait_s)

    def _go(self, asking: _Asking) -> None:
        self._asking = asking
        self._rest(False)
        self.retranslate()
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self, resting: bool) -> None:
        self.pad.setEnabled(not resting)

    def _entered(self, digits: str) -> None:
        self.notice.clear()
        if self._asking is _Asking.CURRENT:
            self._rest(True)
            self._tasks.run(lambda: self._pin.check(digits), owner=self, done=self._checked, failed=self._fail)
        elif self._asking is _Asking.NEW:
            self._chosen = digits
            self._go(_Asking.REPEAT)
        elif digits == self._chosen:
            self._rest(True)
            self._tasks.run(lambda: self._pin.set(digits), owner=self, done=self._set, failed=self._fail)
        else:
            self._chosen = ""
            self._go(_Asking.NEW)
            self.notice.say(QCoreApplication.translate("Staff", "The two were not the same. Please choose again."))

    def _checked(self, _: None) -> None:
        if self._changing:
            self._go(_Asking.NEW)
        else:
            self._finish()

    def _set(self, _: None) -> None:
        self._finish()

    def _finish(self) -> None:
        self.leave()
        self._rest(False)
        self.passed.emit()

    def _fail(self, fault: Fault) -> None:
        if isinstance(fault, PinMustWait):
            self._wait(fault.wait_s)
            return
        if isinstance(fault, UnfitPin):
            self._go(_Asking.NEW)
        else:
            self._go(self._asking)
        if isinstance(fault, WrongPin):
            self.notice.say(QCoreApplication.translate("Staff", "This PIN is not right. You have %n more chance(s).", "", fault.tries_left))
        else:
            self.notice.say(fault_sentence(fault))

    def _wait(self, wait_s: int) -> None:
        self._wait_s = wait_s
        self._rest(True)
        self.retranslate()
        self._timer.start()

    def _tick(self) -> None:
        self._wait_s -= 1
        if self._wait_s > 0:
            self.retranslate()
            return
        self._timer.stop()
        self.notice.clear()
        self._go(_Asking.CURRENT)
