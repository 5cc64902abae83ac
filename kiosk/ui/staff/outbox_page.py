"""The finished stories on this laptop: saved here → waiting → sent → the archive has it, and how to help them on."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.staff.actions import StaffActions
from kiosk.ui.staff.card import StaffCard
from kiosk.ui.staff.outbox_words import count_sentences, is_set_aside, link_words, next_try_words, to_send_sentences
from kiosk.ui.staff.sentences import reason_words, state_words
from kiosk.ui.staff.stick_panel import Errand, StickPanel
from kiosk.ui.staff.story_list import StoryList
from kiosk.ui.staff.story_rows import StoryRow, rows_of
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.mark import Mark
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from sync.contract.faults import Fault
from sync.link import LinkState
from sync.status import PlainState, Status

# While somebody looks, what is shown is read anew this long after it was shown.
LOOK_EVERY_MS = 2_000
# Where reading takes long, it is done this many times more seldom.
_REST_FACTOR = 10
# "Trying to send now" is true for this long.
_TRYING_LOOKS = 5


@dataclass(frozen=True)
class _Look:
    """What was read in one go, in a worker thread, and how long that took."""

    status: Status
    rows: tuple[StoryRow, ...]
    took_ms: int


class OutboxPage(StaffCard):
    """Two layers: the stories, and the stick. What it shows is never older than a few seconds while it is in sight."""

    def __init__(self, actions: StaffActions, tasks: Tasks, now_s: Callable[[], float] = time.time) -> None:
        super().__init__("staff-outbox", tasks)
        self._actions = actions
        self._now_s = now_s
        self._look: _Look | None = None
        self._open = self._reading = self._failing = False
        self._trying_looks = 0
        self.summary = LiveLabel("strong")
        self.to_send = PlainLabel("body")
        self.good, self.bad = Mark("check", warns=False), Mark("careful", warns=True)
        self.link = LiveLabel("strong")
        self.way_out = LiveLabel("body")
        self.next_try = PlainLabel("small")
        self.trouble = LiveLabel("careful")
        self.explanation = PlainLabel("small")
        self.send_now = QuietButton("send-now")
        self.send_now.set_picture("travels")
        self.to_stick = QuietButton("outbox-export")
        self.to_stick.set_picture("copies")
        self.from_stick = QuietButton("outbox-receipts")
        self.from_stick.set_picture("slip")
        self.stories = StoryList()
        self.overview = QWidget()
        self.stick = StickPanel(actions, tasks)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_again)
        self.send_now.clicked.connect(self._send)
        self.to_stick.clicked.connect(partial(self._open_stick, Errand.EXPORT))
        self.from_stick.clicked.connect(partial(self._open_stick, Errand.RECEIPTS))
        self.stories.reached.connect(self._bring_into_sight)
        self.stick.left.connect(self._close_stick)
        self.stick.finished.connect(self._look_again)

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        for label in (self.link, self.way_out, self.next_try):
            said.addWidget(label)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for mark in (self.good, self.bad):
            beside.addWidget(mark)
            mark.hide()
        beside.addLayout(said, 1)
        buttons = [self.send_now, self.to_stick, self.from_stick]
        layout = QVBoxLayout(self.overview)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.summary)
        layout.addWidget(self.to_send)
        layout.addLayout(beside)
        layout.addWidget(self.trouble)
        layout.addWidget(Reflow([in_columns(buttons, columns) for columns in (3, 2, 1)], 12))
        layout.addWidget(self.stories)
        layout.addWidget(self.explanation)
        layout.addStretch(1)
        self.body.addWidget(self.overview, 1)
        self.body.addWidget(self.stick, 1)
        self.stick.hide()
        # Nothing is known before the first look.
        for unknown in (self.to_send, self.way_out, self.next_try, self.trouble, self.stories):
            unknown.hide()

    def refresh(self) -> None:
        self._open = True
        self._look_again()

    def leave(self) -> None:
        """What is being copied goes on."""
        self._open = False
        self._timer.stop()
        if not self.stick.working:
            self._show_layer(self.overview)

    def shut(self) -> None:
        """The program ends: nothing goes on."""
        self.stick.stop()

    def retranslate(self) -> None:
        self.send_now.set_text(QCoreApplication.translate("Staff", "Send now"))
        self.to_stick.set_text(QCoreApplication.translate("Staff", "Copy to a stick"))
        self.from_stick.set_text(QCoreApplication.translate("Staff", "Read receipts"))
        self.stories.setAccessibleName(QCoreApplication.translate("Staff", "Finished stories"))
        arrow = QCoreApplication.translate("Staff", " → ", "points in reading direction")
        template = QCoreApplication.translate("Staff", "Each story goes through these steps: {steps}.")
        self.explanation.setText(template.format(steps=arrow.join(state_words(state) for state in PlainState)))
        self.stick.retranslate()
        self.stories.retranslate()
        self._show_title()
        if self._look is not None:
            self._show(self._look)

    def show_fault(self, fault: Fault) -> None:
        self._reading = False
        if not self._failing:
            super().show_fault(fault)
        self._failing = True
        self._rest(0)

    # Looking

    def _look_again(self) -> None:
        if self._open and not self._reading:
            self._reading = True
            self.work(self._read, self._seen)
            self.stick.look()

    def _read(self) -> _Look:
        """In a worker thread."""
        began_s = time.monotonic()
        status = self._actions.status()
        rows = rows_of(status)
        return _Look(status, rows, round((time.monotonic() - began_s) * 1000))

    def _seen(self, look: _Look) -> None:
        self._reading = False
        self._trying_looks = max(0, self._trying_looks - 1)
        if self._failing or self._trying_looks == 0:
            self._failing = False
            self.notice.clear()
        self._show(look)
        self._rest(look.took_ms)

    def _rest(self, took_ms: int) -> None:
        if self._open:
            self._timer.start(max(LOOK_EVERY_MS, _REST_FACTOR * took_ms))

    def _show(self, look: _Look) -> None:
        self._look = look
        status = look.status
        self._show_counts(status)
        self._show_link(status)
        self._show_trouble(status)
        self.stories.show_rows(look.rows)
        self.stories.setVisible(bool(look.rows))
        waiting = any(story.state is not PlainState.ARCHIVED for story in status.stories) or status.withdrawals_waiting > 0
        self.send_now.setEnabled(waiting and status.enrolled)
        self.to_stick.setEnabled(waiting)

    def _show_counts(self, status: Status) -> None:
        none = QCoreApplication.translate("Staff", "There is no finished story on this device.")
        self.summary.setText(count_sentences(status) if status.stories else none)
        self.to_send.setText(to_send_sentences(status))
        self.to_send.setVisible(bool(self.to_send.text()))

    def _show_link(self, status: Status) -> None:
        words, again = link_words(status), next_try_words(status, self._now_s())
        known = status.link.state is not LinkState.UNKNOWN or words.warns
        self.good.setVisible(known and not words.warns)
        self.bad.setVisible(words.warns)
        self.link.set_role("careful" if words.warns else "good" if known else "strong")
        self.link.setText(words.sentence)
        for label, text in ((self.way_out, words.way_out), (self.next_try, again)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_trouble(self, status: Status) -> None:
        """What is the matter with stories themselves, and not with the way to the archive."""
        aside = Counter(story.reason for story in status.stories if story.reason is not None and is_set_aside(story))
        template = QCoreApplication.translate("Outbox", "Set aside: {count}. {reason}")
        sentences = [template.format(count=count, reason=reason_words(reason)) for reason, count in aside.items()]
        held = {story.reason for story in status.stories if story.state is not PlainState.ARCHIVED and not is_set_aside(story)}
        held.add(status.blocked_reason)
        sentences += [reason_words(reason) for reason in sorted(reason for reason in held if reason is not None and not _of_link(reason))]
        self.trouble.setText("\n".join(sentences))
        self.trouble.setVisible(bool(sentences))

    def _bring_into_sight(self, place: QRect) -> None:
        if place.isValid():
            middle = self.stories.mapTo(self.content, place.center())
            self.scrolled.ensureVisible(middle.x(), middle.y(), 0, place.height())

    # Helping on

    def _send(self) -> None:
        self.work(self._actions.send_now, self._asked)

    def _asked(self, _: None) -> None:
        self._trying_looks = _TRYING_LOOKS
        self.notice.say(QCoreApplication.translate("Staff", "Trying to send now. This page shows how far it got."))
        self._look_again()

    def _open_stick(self, errand: Errand) -> None:
        self.notice.clear()
        self._show_layer(self.stick)
        self.stick.begin(errand)
        self._show_title()
        self.stick.focus_first()

    def _close_stick(self) -> None:
        self._show_layer(self.overview)
        for button in (self.to_stick, self.from_stick):
            if button.isEnabled():
                button.setFocus()
                break

    def _show_layer(self, layer: QWidget) -> None:
        for other in (self.overview, self.stick):
            if other is not layer:
                other.hide()
        layer.show()
        self._show_title()

    def _show_title(self) -> None:
        if self.stick.isHidden():
            self.title.setText(QCoreApplication.translate("Staff", "Stories on their way"))
        elif self.stick.errand is Errand.EXPORT:
            self.title.setText(QCoreApplication.translate("Staff", "Copy to a stick"))
        else:
            self.title.setText(QCoreApplication.translate("Staff", "Read receipts"))


def _of_link(reason: str) -> bool:
    """Said already by the sentence about the way to the archive."""
    return reason in {state.value for state in LinkState}
