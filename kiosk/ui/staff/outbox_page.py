"""The finished stories on this laptop: saved here → waiting → sent → the archive has it."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.ui.staff.actions import StaffActions
from kiosk.ui.staff.card import StaffCard, clear_rows
from kiosk.ui.staff.sentences import reason_words, state_words
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from sync.status import PackageStatus, PlainState, Status

_ORDER = list(PlainState)
_MOST_ROWS = 50


class OutboxPage(StaffCard):
    """One row per story; a story is only as far as its slowest part."""

    def __init__(self, actions: StaffActions, tasks: Tasks) -> None:
        super().__init__("staff-outbox", tasks)
        self._actions = actions
        self._status: Status | None = None
        self.summary = PlainLabel("sentence")
        self.explanation = PlainLabel("small")
        self.reason = PlainLabel("careful")
        for unknown in (self.summary, self.reason):
            unknown.hide()
        self.send_now = QuietButton("send-now")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.send_now)
        row.addStretch(1)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.reason)
        self.body.addLayout(row)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.explanation)
        self.body.addStretch(1)
        self.send_now.clicked.connect(self._send)

    def refresh(self) -> None:
        self.work(self._actions.status, self._show)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("Staff", "Stories on their way"))
        self.send_now.set_text(QCoreApplication.translate("Staff", "Send now"))
        arrow = QCoreApplication.translate("Staff", " → ", "points in reading direction")
        template = QCoreApplication.translate("Staff", "Each story goes through these steps: {steps}.")
        self.explanation.setText(template.format(steps=arrow.join(state_words(state) for state in PlainState)))
        if self._status is not None:
            self._show(self._status)

    def _show(self, status: Status) -> None:
        self._status = status
        stories = stories_of(status)
        arrived = sum(1 for state, _ in stories if state is PlainState.ARCHIVED)
        template = QCoreApplication.translate("Staff", "Not in the archive yet: {waiting}. In the archive: {arrived}.")
        self.summary.setText(template.format(waiting=len(stories) - arrived, arrived=arrived))
        self.summary.show()
        self.reason.setText(reason_words(status.blocked_reason) if status.blocked_reason else "")
        self.reason.setVisible(status.blocked_reason is not None)
        clear_rows(self._rows)
        newest_first = list(reversed(stories))[:_MOST_ROWS]
        for number, (state, parts) in enumerate(newest_first, start=1):
            self._rows.addWidget(_story_row(number, state, parts))

    def _send(self) -> None:
        self.work(self._actions.send_now, self._asked)

    def _asked(self, _: None) -> None:
        self.notice.say(QCoreApplication.translate("Staff", "Trying to send now. This page shows how far it got."))
        self.refresh()


def stories_of(status: Status) -> list[tuple[PlainState, list[PackageStatus]]]:
    """The parts of each story with the state of the slowest, oldest first."""
    groups: dict[str, list[PackageStatus]] = defaultdict(list)
    for package in status.packages:
        groups[package.group_id].append(package)
    return [(min((part.state for part in parts), key=_ORDER.index), parts) for parts in groups.values()]


def _story_row(number: int, state: PlainState, parts: list[PackageStatus]) -> QFrame:
    row = QFrame()
    row.setProperty("role", "panel")
    row.setAccessibleIdentifier(f"outbox-{number}")
    words = PlainLabel("good" if state is PlainState.ARCHIVED else "strong", state_words(state))
    sent, size = sum(part.sent_bytes for part in parts), sum(part.size_bytes for part in parts)
    template = QCoreApplication.translate("Staff", "{sent} of {size}")
    amount = PlainLabel("small", template.format(sent=_amount(min(sent, size)), size=_amount(size)))
    layout = QHBoxLayout(row)
    layout.setContentsMargins(18, 10, 18, 10)
    layout.addWidget(words, 1)
    layout.addWidget(amount)
    amount.setWordWrap(False)
    reason = next((part.reason for part in parts if part.reason), None)
    row.setAccessibleName(f"{words.text()}, {amount.text()}")
    if reason is not None:
        words.setText(f"{words.text()}. {reason_words(reason)}")
    return row


def _amount(size_bytes: int) -> str:
    """Western digits, held together in text that runs the other way (Unicode isolates)."""
    return f"\u2066{QLocale(QLocale.Language.English).formattedDataSize(size_bytes)}\u2069"
