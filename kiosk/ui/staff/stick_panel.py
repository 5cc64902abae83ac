"""Stories onto a stick, and receipts from one: choose the stick, wait, pull it out when the page says so and not before."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.courier import Exported, ReceiptsRead
from kiosk.ui.removable import Stick
from kiosk.ui.staff.actions import StaffActions
from kiosk.ui.staff.card import clear_rows
from kiosk.ui.staff.outbox_words import amount, exported_sentences, receipts_sentences, stick_fault_sentence, stick_label
from kiosk.ui.tasks import Relay, Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.byte_bar import ByteBar
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Arrangement, Reflow
from sync.contract.faults import Fault


class Errand(Enum):
    """What the stick is for."""

    EXPORT = auto()
    RECEIPTS = auto()


class Step(Enum):
    CHOOSING = auto()
    WORKING = auto()
    DONE = auto()


class StickPanel(QWidget):
    """One errand at a time. It goes on while nobody looks; `stop` ends it. Window's thread."""

    left = Signal()
    """Back to the stories."""
    finished = Signal()
    """Something on this device or on the stick has changed."""

    def __init__(self, actions: StaffActions, tasks: Tasks) -> None:
        super().__init__()
        self._actions = actions
        self._tasks = tasks
        self.errand = Errand.EXPORT
        self.step = Step.CHOOSING
        self._sticks: Sequence[Stick] = ()
        self._looking = False
        self._stopped = threading.Event()
        self._progress = (0, 0)
        self._stick_name = ""
        self._outcome: Exported | ReceiptsRead | Fault | None = None
        self.sentence = LiveLabel("strong")
        self.more = LiveLabel("body")
        self.bar = ByteBar("stick-progress")
        self.amount = PlainLabel("small")
        self.sticks: list[QuietButton] = []
        self._stick_list = QVBoxLayout()
        self._stick_list.setSpacing(10)
        self.stop_button = QuietButton("stick-stop")
        self.stop_button.set_picture("stop")
        self.again = QuietButton("stick-again")
        self.again.set_picture("undo")
        self.back = QuietButton("stick-back")
        self.back.set_picture("back")
        # Stop and Again are never seen at once, and share a place.
        wide: Arrangement = {self.stop_button: (0, 0, 1, 1), self.again: (0, 0, 1, 1), self.back: (0, 1, 1, 1)}
        narrow: Arrangement = {self.stop_button: (0, 0, 1, 1), self.again: (0, 0, 1, 1), self.back: (1, 0, 1, 1)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for widget in (self.sentence, self.more, self.bar, self.amount):
            layout.addWidget(widget)
        layout.addLayout(self._stick_list)
        layout.addWidget(Reflow([wide, narrow], 12))
        layout.addStretch(1)
        self.stop_button.clicked.connect(self.stop)
        self.again.clicked.connect(self._choose_again)
        self.back.clicked.connect(self.left)
        self._relay: Relay[tuple[int, int]] | None = None
        self._show()

    @property
    def working(self) -> bool:
        return self.step is Step.WORKING

    def begin(self, errand: Errand) -> None:
        """Asks for a stick; while another errand is under way, that is shown instead."""
        if not self.working:
            self.errand = errand
            self._choose_again()

    def look(self) -> None:
        """What is plugged in now; called every few seconds while somebody chooses."""
        if self.step is Step.CHOOSING and not self._looking:
            self._looking = True
            self._tasks.run(self._actions.sticks, owner=self, done=self._show_sticks, failed=self._end)

    def stop(self) -> None:
        """Harmless when nothing is under way."""
        self._stopped.set()
        self.stop_button.setEnabled(False)

    def focus_first(self) -> None:
        button = self.sticks[0] if self.sticks and self.step is Step.CHOOSING else self.stop_button if self.working else self.back
        button.setFocus()

    def retranslate(self) -> None:
        self.stop_button.set_text(QCoreApplication.translate("Staff", "Stop copying"))
        self.again.set_text(QCoreApplication.translate("Staff", "Choose a stick again"))
        self.back.set_text(QCoreApplication.translate("Staff", "Back to the stories"))
        self.bar.setAccessibleName(QCoreApplication.translate("Staff", "How much is copied"))
        self._list_sticks()
        self._show()

    def _choose_again(self) -> None:
        self.step, self._outcome = Step.CHOOSING, None
        self._sticks = ()
        self._list_sticks()
        self._show()
        self.look()

    def _show_sticks(self, sticks: Sequence[Stick]) -> None:
        self._looking = False
        if self.step is Step.CHOOSING and list(sticks) != list(self._sticks):
            held_focus = any(button.hasFocus() for button in self.sticks)
            self._sticks = sticks
            self._list_sticks()
            self._show()
            if held_focus or self.back.hasFocus():
                self.focus_first()

    def _list_sticks(self) -> None:
        clear_rows(self._stick_list)
        self.sticks = []
        for number, stick in enumerate(self._sticks, start=1):
            button = QuietButton(f"stick-{number}", stick_label(stick.name, stick.free_bytes))
            button.set_picture("folder")
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._start, stick))
            self._stick_list.addWidget(button)
            self.sticks.append(button)

    def _start(self, stick: Stick) -> None:
        self.step, self._outcome = Step.WORKING, None
        self._stick_name, self._progress = stick.name, (0, 0)
        self._stopped = threading.Event()
        self._relay = Relay(self, self._on_progress)
        work = partial(self._work, stick.folder, self._relay, self._stopped)
        self._tasks.run(work, owner=self, done=self._end, failed=self._end)
        self._show()
        self.focus_first()

    def _work(self, folder: Path, relay: Relay[tuple[int, int]], stopped: threading.Event) -> Exported | ReceiptsRead:
        """In a worker thread."""
        if self.errand is Errand.RECEIPTS:
            return self._actions.import_receipts(folder, stopped)
        return self._actions.export(folder, lambda done, total: relay((done, total)), stopped)

    def _on_progress(self, progress: tuple[int, int]) -> None:
        self._progress = progress
        self._show_progress()

    def _end(self, outcome: Exported | ReceiptsRead | Fault) -> None:
        self._looking = False
        if self._relay is not None:
            self._relay.close()
            self._relay = None
        held_focus = self.stop_button.hasFocus() or self.stop_button.isVisible()
        self.step, self._outcome = Step.DONE, outcome
        self._show()
        if held_focus and self.isVisible():
            self.focus_first()
        self.finished.emit()

    def _show(self) -> None:
        first, *more = self._sentences()
        fault = isinstance(self._outcome, Fault)
        self.sentence.set_role("careful" if fault else "good" if self.step is Step.DONE else "strong")
        self.sentence.setText(first)
        self.more.setText("\n".join(more))
        self.more.setVisible(bool(more))
        copying = self.working and self.errand is Errand.EXPORT
        self.bar.setVisible(copying)
        self.amount.setVisible(copying)
        self._show_progress()
        for button in self.sticks:
            button.setVisible(self.step is Step.CHOOSING)
        self.stop_button.setVisible(self.working)
        self.stop_button.setEnabled(self.working and not self._stopped.is_set())
        self.again.setVisible(self.step is Step.DONE)
        self.back.setVisible(True)

    def _show_progress(self) -> None:
        done, total = self._progress
        self.bar.show_done(done, total)
        template = QCoreApplication.translate("Outbox", "{sent} of {size}")
        self.amount.setText(template.format(sent=amount(done), size=amount(total)) if total else "")

    def _sentences(self) -> Sequence[str]:
        if self.step is Step.WORKING:
            if self.errand is Errand.EXPORT:
                doing = QCoreApplication.translate("Staff", "The stories are being copied. Leave the stick in.")
            else:
                doing = QCoreApplication.translate("Staff", "The receipts are being read. Leave the stick in.")
            return (doing,)
        if isinstance(self._outcome, Exported):
            return exported_sentences(self._outcome.stories, self._outcome.damaged)
        if isinstance(self._outcome, ReceiptsRead):
            found = self._outcome
            return receipts_sentences(found.confirmed, found.already, found.foreign, found.refused)
        if isinstance(self._outcome, Fault):
            safe = QCoreApplication.translate("Staff", "Every story is still safe on this device.")
            return (stick_fault_sentence(self._outcome), *(() if self._outcome.code == "disk-error" else (safe,)))
        if not self._sticks:
            return (QCoreApplication.translate("Staff", "Plug in a USB stick. It appears here after a moment."),)
        if self.errand is Errand.EXPORT:
            choose = QCoreApplication.translate("Staff", "Choose the stick for the stories.")
            sealed = QCoreApplication.translate("Staff", "Only the archive can open what is copied to it.")
            return (choose, sealed)
        return (QCoreApplication.translate("Staff", "Choose the stick that was at the archive."),)
