"""Taking a story back with its code: the digits, one question, and what happened. Opened from Start, belongs to no visit.

Nothing of the code outlives the page being shown: whatever hides it, empties it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.faults import fault_sentence
from kiosk.ui.pictures import sentence_pictures
from kiosk.ui.side_pages import SidePage
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import PrimaryButton
from kiosk.ui.widgets.digit_pad import DigitPad
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow
from kiosk.ui.widgets.sentence_list import SentenceList
from sync.contract.faults import BadCode, Fault
from sync.contract.withdrawal import read_withdrawal_code, spoken_groups

if TYPE_CHECKING:
    # Only for types: it brings the outbox and the sealing, and this page is made before the first visit can begin.
    from kiosk.withdrawal import TakenBack

_DIGITS = 16
_NO_DIGIT = "\N{MIDDLE DOT}"
_TYPING, _ASKING, _DONE = range(3)


class CodeLabel(PlainLabel):
    """Groups of four. For the eye alone: a code is not read aloud where others may listen."""

    def __init__(self, identifier: str) -> None:
        super().__init__("code")
        self.setAccessibleIdentifier(identifier)
        # Digits read left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def spoken_words(self) -> tuple[str, ...]:
        return ()

    def show_digits(self, digits: str) -> None:
        self.setText(spoken_groups(digits.ljust(_DIGITS, _NO_DIGIT)))
        # What assistive technology gets is how many, not which.
        self.setAccessibleName(QCoreApplication.translate("Withdraw", "%n digit(s) entered", "", len(digits)))
        align_leading(self)


class WithdrawPage(SidePage):
    """`take_back` is set when there is something to take back from; it gets the 16 digits in a worker thread and may raise Fault."""

    take_back: Callable[[str], TakenBack]

    def __init__(self, tasks: Tasks) -> None:
        super().__init__("page-withdraw")
        self._tasks = tasks
        self._digits = ""
        self._waiting = False
        self._taken: TakenBack | None = None
        self.done.set_picture("")
        self.notice = Notice()
        self.views = QStackedWidget()
        for view in (self._typing(), self._asking(), self._result()):
            self.views.addWidget(view)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.views, 1)
        self._show_digits()

    def _typing(self) -> QWidget:
        self.sentence = PlainLabel("sentence")
        self.code = CodeLabel("withdraw-code")
        self.pad = DigitPad("withdraw")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.sentence)
        column.addWidget(self.code)
        column.addStretch(1)
        keys = QWidget()
        around = QVBoxLayout(keys)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.pad)
        around.addStretch(1)
        self.pad.digit_pressed.connect(self._add)
        self.pad.erase_pressed.connect(self._remove)
        self.pad.enter_pressed.connect(self._check)
        return _view(Reflow([{words: (0, 0, 1, 1), keys: (0, 1, 1, 1)}, {words: (0, 0, 1, 1), keys: (1, 0, 1, 1)}], 24))

    def _asking(self) -> QWidget:
        self.question = PlainLabel("sentence")
        self.asked_code = CodeLabel("withdraw-asked-code")
        self.consequences = SentenceList()
        self.sure = PrimaryButton("withdraw-confirm")
        self.sure.clicked.connect(self._ask)
        row = QHBoxLayout()
        self.sure.make_big()
        row.addWidget(self.sure)
        row.addStretch(1)
        view = _view(self.question, self.asked_code, self.consequences)
        layout = view.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(row)
        layout.addStretch(1)
        return view

    def _result(self) -> QWidget:
        self.result = SentenceList()
        view = _view(self.result)
        layout = view.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addStretch(1)
        return view

    def clear(self) -> None:
        """As nobody has touched it yet."""
        self._digits = ""
        self._waiting = False
        self._taken = None
        self.sure.setEnabled(True)
        self.notice.clear()
        self.asked_code.clear()
        self.asked_code.setAccessibleName("")
        self.result.set_sentences([])
        self.views.setCurrentIndex(_TYPING)
        self._show_digits()
        self._name_return()

    def _tell(self, taken: TakenBack) -> None:
        if not self._waiting:
            return  # the page was left meanwhile
        self.clear()
        self._taken = taken
        self.views.setCurrentIndex(_DONE)
        self._show_result()
        self._name_return()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_fault(self, fault: Fault) -> None:
        if self._waiting:
            self._waiting = False
            self.sure.setEnabled(True)
            self.notice.say(fault_sentence(fault))

    def focus_first(self) -> None:
        if self.views.currentIndex() == _TYPING:
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clear()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(QCoreApplication.translate("Withdraw", "Take a story back"))
        self.sentence.setText(QCoreApplication.translate("Withdraw", "Type your code. It has 16 digits."))
        self.pad.erase.setAccessibleName(QCoreApplication.translate("Withdraw", "Erase the last digit"))
        self.pad.enter.setAccessibleName(QCoreApplication.translate("Withdraw", "Enter"))
        self.question.setText(QCoreApplication.translate("Withdraw", "Do you want to take this story back?"))
        self.consequences.set_sentences(
            [
                QCoreApplication.translate("Withdraw", "Your story will be erased. Nobody can bring it back."),
                QCoreApplication.translate("Withdraw", "What others have copied cannot be called back."),
            ],
            sentence_pictures("withdraw"),
        )
        self.sure.set_text(QCoreApplication.translate("Withdraw", "Yes, take it back"))
        self._show_digits()
        if self.views.currentIndex() == _DONE:
            self._show_result()
        self._name_return()

    def _name_return(self) -> None:
        """It leads back, and is the way on only when nothing is left to do."""
        view = self.views.currentIndex()
        words = {
            _TYPING: QCoreApplication.translate("Screen", "Back"),
            _ASKING: QCoreApplication.translate("Withdraw", "No, keep it"),
            _DONE: QCoreApplication.translate("Sent", "Done"),
        }
        self.done.set_text(words[view])
        self.done.set_emphasis(view == _DONE)

    def _show_digits(self) -> None:
        self.code.show_digits(self._digits)
        self.pad.enter.setEnabled(len(self._digits) == _DIGITS)

    def _show_result(self) -> None:
        if self._taken is None:
            return
        said, pictures = [], []
        if self._taken.erased_here:
            pictures.append("bin")
            said.append(QCoreApplication.translate("Withdraw", "Your story was on this device. It is erased now."))
        if self._taken.request_waits:
            pictures += ["take-back", "travels"]
            said.append(QCoreApplication.translate("Withdraw", "If a story with this code has arrived, it is taken back."))
            said.append(QCoreApplication.translate("Withdraw", "This device tells the archive as soon as there is internet."))
        self.result.set_sentences(said, pictures)

    def _add(self, digit: str) -> None:
        if len(self._digits) < _DIGITS:
            self._digits += digit
            self.notice.clear()
            self._show_digits()
            if len(self._digits) == _DIGITS:
                self._mistyped()

    def _remove(self) -> None:
        self._digits = self._digits[:-1]
        self.notice.clear()
        self._show_digits()

    def _mistyped(self) -> bool:
        """Says so at once: the last digit is made from the others."""
        try:
            read_withdrawal_code(self._digits)
        except BadCode as fault:
            self.notice.say(fault_sentence(fault))
            return True
        return False

    def _check(self) -> None:
        if len(self._digits) < _DIGITS or self._mistyped():
            return
        self.asked_code.show_digits(self._digits)
        self.views.setCurrentIndex(_ASKING)
        self._name_return()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._waiting = True
        self.sure.setEnabled(False)
        self.notice.clear()
        self._tasks.run(partial(self.take_back, self._digits), owner=self, done=self._tell, failed=self._tell_fault)


def _view(*widgets: QWidget) -> QWidget:
    view = QWidget()
    layout = QVBoxLayout(view)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(20)
    for widget in widgets:
        layout.addWidget(widget)
    return view
