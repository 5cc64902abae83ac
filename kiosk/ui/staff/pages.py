"""The staff side: first the PIN, then its pages with a row of doors beside them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.staff.actions import StaffActions
from kiosk.ui.staff.card import StaffCard
from kiosk.ui.staff.outbox_page import OutboxPage
from kiosk.ui.staff.pin_page import PinPage
from kiosk.ui.staff.status_page import StatusPage
from kiosk.ui.staff.unfinished_page import UnfinishedPage
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton


class StaffPages(QWidget):
    """Call `open` to begin: it always asks for the PIN. Window's thread."""

    closed = Signal()
    """Back to the start screen."""
    resume_asked = Signal(str)
    """(draft_id) A person wants to go on with her unfinished story."""
    exit_asked = Signal()
    """The whole program should end."""

    def __init__(self, actions: StaffActions, tasks: Tasks) -> None:
        super().__init__()
        self.setAccessibleIdentifier("page-staff")
        self._stack = QStackedWidget()
        self.pin = PinPage(actions.pin, tasks)
        self.status = StatusPage(actions, tasks)
        self.outbox = OutboxPage(actions, tasks)
        self.unfinished = UnfinishedPage(actions, tasks)
        self._inside = QWidget()
        self._cards = QStackedWidget()
        self._doors = QButtonGroup(self)
        self.doors: dict[str, QuietButton] = {}
        self._lay_out()
        self.pin.passed.connect(self._enter)
        self.pin.closed.connect(self._leave_pin)
        self.unfinished.resume_asked.connect(self._resume)
        self._inside_reached = False

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        for identifier, page in (("status", self.status), ("outbox", self.outbox), ("unfinished", self.unfinished)):
            door = QuietButton(f"door-{identifier}")
            door.setCheckable(True)
            door.clicked.connect(partial(self._show, page))
            self._doors.addButton(door)
            self._cards.addWidget(page)
            self.doors[identifier] = door
            column.addWidget(door)
        column.addStretch(1)
        for identifier, slot in (("change-pin", self._change_pin), ("exit", self.exit_asked.emit), ("close", self._close)):
            button = QuietButton(f"staff-{identifier}")
            button.clicked.connect(slot)
            self.doors[identifier] = button
            column.addWidget(button)
        inside = QHBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addLayout(column)
        inside.addWidget(self._cards, 1)
        self._stack.addWidget(self.pin)
        self._stack.addWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def open(self) -> None:
        """From outside: the PIN first, whatever was open before."""
        self._inside_reached = False
        self.retranslate()
        self._stack.setCurrentWidget(self.pin)
        self.pin.ask()

    def retranslate(self) -> None:
        words = {
            "status": QCoreApplication.translate("Staff", "Ready?"),
            "outbox": QCoreApplication.translate("Staff", "Stories"),
            "unfinished": QCoreApplication.translate("Staff", "Unfinished"),
            "change-pin": QCoreApplication.translate("Staff", "Change PIN"),
            "exit": QCoreApplication.translate("Staff", "End program"),
            "close": QCoreApplication.translate("Staff", "Back to start"),
        }
        for identifier, text in words.items():
            self.doors[identifier].set_text(text)
        for page in (self.status, self.outbox, self.unfinished):
            page.retranslate()
        self.pin.retranslate()

    def _enter(self) -> None:
        self._inside_reached = True
        self._stack.setCurrentWidget(self._inside)
        self.doors["status"].setChecked(True)
        self._show(self.status)

    def _show(self, page: StaffCard) -> None:
        page.notice.clear()
        page.refresh()
        self._cards.setCurrentWidget(page)

    def _change_pin(self) -> None:
        self._stack.setCurrentWidget(self.pin)
        self.pin.ask(changing=True)

    def _leave_pin(self) -> None:
        self.pin.leave()
        if self._inside_reached:
            self._enter()
        else:
            self._close()

    def _resume(self, draft_id: str) -> None:
        self.pin.leave()
        self.resume_asked.emit(draft_id)

    def _close(self) -> None:
        self._inside_reached = False
        self.pin.leave()
        self.closed.emit()
