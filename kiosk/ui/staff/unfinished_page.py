"""Stories that a crash or a walk-out cut short: take up again, or delete."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.staff.unfinished import UnfinishedStory
from kiosk.ui.clock_text import clock_text
from kiosk.ui.staff.actions import StaffActions
from kiosk.ui.staff.card import StaffCard, clear_rows
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel


class UnfinishedPage(StaffCard):
    """Deleting asks once more in the same row: there is no way back from it."""

    resume_asked = Signal(str)

    def __init__(self, actions: StaffActions, tasks: Tasks) -> None:
        super().__init__("staff-unfinished", tasks)
        self._actions = actions
        self._stories: Sequence[UnfinishedStory] = ()
        self._asking = ""
        self.sentence = PlainLabel("sentence")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addWidget(self.sentence)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def refresh(self) -> None:
        self._asking = ""
        self.work(self._actions.unfinished, self._show)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("Staff", "Unfinished stories"))
        self._show(self._stories)

    def _show(self, stories: Sequence[UnfinishedStory]) -> None:
        self._stories = stories
        if stories:
            self.sentence.setText(QCoreApplication.translate("Staff", "Go on only if the person who told it is here and wants to."))
        else:
            self.sentence.setText(QCoreApplication.translate("Staff", "There is none."))
        clear_rows(self._rows)
        for number, story in enumerate(stories, start=1):
            self._rows.addWidget(self._row(number, story))

    def _row(self, number: int, story: UnfinishedStory) -> QFrame:
        row = QFrame()
        row.setProperty("role", "panel")
        template = QCoreApplication.translate("Staff", "Story {number}: %n answer(s), {length} of sound", "", story.answers)
        title = template.format(number=number, length=clock_text(story.duration_ms))
        words = PlainLabel("strong", title)
        asked = story.draft_id == self._asking
        resume = QuietButton(f"resume-{number}", QCoreApplication.translate("Staff", "Go on with it"))
        delete = QuietButton(
            f"delete-confirm-{number}" if asked else f"delete-{number}",
            QCoreApplication.translate("Staff", "Delete for good") if asked else QCoreApplication.translate("Staff", "Delete"),
        )
        resume.setAccessibleName(f"{resume.text()}, {title}")
        delete.setAccessibleName(f"{delete.text()}, {title}")
        resume.clicked.connect(partial(self.resume_asked.emit, story.draft_id))
        delete.clicked.connect(partial(self._delete, story.draft_id))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(10)
        layout.addWidget(words, 1)
        layout.addWidget(resume)
        layout.addWidget(delete)
        return row

    def _delete(self, draft_id: str) -> None:
        if self._asking != draft_id:
            self._asking = draft_id
            self._show(self._stories)
            return
        self.work(partial(self._actions.delete_unfinished, draft_id), lambda _: self.refresh())
