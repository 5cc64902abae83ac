"""What the staff pages share: a card with a title, a notice and a body that scrolls, and work done in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.ui.faults import fault_sentence
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.scrolled import Scrolled
from sync.contract.faults import Fault

T = TypeVar("T")


class StaffCard(QFrame):
    """`refresh` reads anew what the page shows; `retranslate` sets its words anew."""

    def __init__(self, identifier: str, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.setProperty("role", "card")
        self.setAccessibleIdentifier(identifier)
        self.title = PlainLabel("title")
        self.notice = Notice()
        self.content = QWidget()
        self.content.setProperty("role", "body")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(30, 22, 30, 22)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.notice)
        self.scrolled = Scrolled(self.content)
        layout.addWidget(self.scrolled, 1)

    def refresh(self) -> None:
        """Starts reading; what it finds is shown when it arrives."""

    def leave(self) -> None:
        """Something else is shown from now on, whatever was going on here."""

    def retranslate(self) -> None:
        """In the language that is chosen now."""

    def work(self, action: Callable[[], T], done: Callable[[T], None]) -> None:
        """`action` in the background; a Fault becomes a sentence on the page."""
        self._tasks.run(action, owner=self, done=done, failed=self.show_fault)

    def show_fault(self, fault: Fault) -> None:
        self.notice.say(fault_sentence(fault))


def clear_rows(layout: QVBoxLayout) -> None:
    """Removes every widget of a list before it is made anew."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
