"""The staff side: first the PIN, then its pages with a row of doors beside them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.staff.actions import StaffActions
from kiosk.ui.staff.card import StaffCard
from kiosk.ui.staff.outbox_page import OutboxPage
from kiosk.ui.staff.pin_page import PinPage
from kiosk.ui.staff.status_page import StatusPage
from kiosk.ui.staff.unfinished_page import UnfinishedPage
from kiosk.ui.staff.voice_booth import VoiceBooth
from kiosk.ui.staff.voices_page import VoicesPage
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.reflow import Reflow, in_columns

# Room for words on a card, below which its doors stand above it.
_LEAST_CARD_EMS = 24
_ANY_PX = 16_777_215


class StaffPages(QWidget):
    """Call `open` to begin: it always asks for the PIN. Window's thread."""

    closed = Signal()
    """Back to the start screen."""
    resume_asked = Signal(str)
    """(draft_id) A person wants to go on with her unfinished story."""
    exit_asked = Signal()
    """The whole program should end."""

    def __init__(self, actions: StaffActions, tasks: Tasks, booth: VoiceBooth) -> None:
        super().__init__()
        self.setAccessibleIdentifier("page-staff")
        self._stack = QStackedWidget()
        self.pin = PinPage(actions.pin, tasks)
        self.status = StatusPage(actions, tasks)
        self.outbox = OutboxPage(actions, tasks)
        self.unfinished = UnfinishedPage(actions, tasks)
        self.voices = VoicesPage(booth, tasks)
        self._pages: dict[str, StaffCard] = {
            "status": self.status,
            "outbox": self.outbox,
            "unfinished": self.unfinished,
            "voices": self.voices,
        }
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
        leading_in: list[QWidget] = []
        leading_out: list[QWidget] = []
        for identifier, page in self._pages.items():
            door = QuietButton(f"door-{identifier}")
            door.setCheckable(True)
            door.setAutoExclusive(True)
            door.clicked.connect(partial(self._show, page))
            self._doors.addButton(door)
            self._cards.addWidget(page)
            self.doors[identifier] = door
            leading_in.append(door)
        for identifier, slot in (("change-pin", self._change_pin), ("exit", self.exit_asked.emit), ("close", self._close)):
            button = QuietButton(f"staff-{identifier}")
            button.clicked.connect(slot)
            self.doors[identifier] = button
            leading_out.append(button)
        column = QVBoxLayout()
        column.setSpacing(10)
        self._door_groups = [Reflow([in_columns(doors, columns) for columns in (4, 3, 2, 1)], 10) for doors in (leading_in, leading_out)]
        for number, group in enumerate(self._door_groups):
            column.addWidget(group)
            if number == 0:
                column.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        self._beside.addLayout(column)
        self._beside.addWidget(self._cards, 1)
        self._stack.addWidget(self.pin)
        self._stack.addWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        """The doors beside the cards, or above them where cards would become too narrow for their words."""
        doors_px = max(group.minimumSizeHint().width() for group in self._door_groups)
        beside = self.width() - doors_px >= _LEAST_CARD_EMS * theme.type_px("body", theme.look().text_size)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not direction:
            self._beside.setDirection(direction)
        for group in self._door_groups:
            group.setMaximumWidth(doors_px if beside else _ANY_PX)

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
            "voices": QCoreApplication.translate("Staff", "Record the voice"),
            "change-pin": QCoreApplication.translate("Staff", "Change PIN"),
            "exit": QCoreApplication.translate("Staff", "End program"),
            "close": QCoreApplication.translate("Staff", "Back to start"),
        }
        self.setAccessibleName(QCoreApplication.translate("Staff", "For staff", "the whole part of the program behind the PIN"))
        for identifier, text in words.items():
            self.doors[identifier].set_text(text)
        for page in self._pages.values():
            page.retranslate()
        self.pin.retranslate()

    def _enter(self) -> None:
        self._inside_reached = True
        self._stack.setCurrentWidget(self._inside)
        self.doors["status"].setChecked(True)
        self._show(self.status)

    def leave(self) -> None:
        """Whatever is shown instead: nothing here holds the microphone, and the PIN is asked for again."""
        self._inside_reached = False
        self.pin.leave()
        self._leave_pages()

    def shut(self) -> None:
        """The program ends: nothing that runs for a page goes on."""
        self.leave()
        self.outbox.shut()

    def _leave_pages(self) -> None:
        for page in self._pages.values():
            page.leave()

    def _show(self, page: StaffCard) -> None:
        self._leave_pages()
        page.notice.clear()
        page.refresh()
        self._cards.setCurrentWidget(page)

    def _change_pin(self) -> None:
        self._leave_pages()
        self._stack.setCurrentWidget(self.pin)
        self.pin.ask(changing=True)

    def _leave_pin(self) -> None:
        self.pin.leave()
        if self._inside_reached:
            self._enter()
        else:
            self._close()

    def _resume(self, draft_id: str) -> None:
        self.leave()
        self.resume_asked.emit(draft_id)

    def _close(self) -> None:
        self.leave()
        self.closed.emit()
