"""Listening copies made while she goes on, so that Send need not.

One at a time in the one low-priority thread of its Tasks, never while sound is being recorded: a copy that is under way waits then.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from copy import deepcopy
from functools import partial

from PySide6.QtCore import QObject

from kiosk.audio.listening_copy import Gate, made_of, make_ahead
from kiosk.story.session import AnswerDraft, ListeningCopy
from kiosk.ui.recording import RecordingDesk
from kiosk.ui.tasks import Relay, Tasks
from kiosk.ui.visit import Visit
from sync.contract.faults import Fault

log = logging.getLogger("kiosk.ui")


class _Making:
    def __init__(self, answer: AnswerDraft) -> None:
        self.made_of = made_of(answer)
        self.gate = Gate()


class ListeningCopies(QObject):
    """Those of one visit. Window's thread. A fault costs time at Send and nothing else, so it is only logged."""

    def __init__(self, visit: Visit, desk: RecordingDesk, tasks: Tasks) -> None:
        super().__init__()
        self._visit = visit
        self._desk = desk
        self._tasks = tasks
        self._making: _Making | None = None
        self._failed: set[str] = set()
        self._then: Callable[[], None] | None = None
        self._closed = False
        self._broke: Relay[_Making] = Relay(self, self._give_up)
        desk.step_changed.connect(self._make_way)

    def refresh(self) -> None:
        """To be called whenever the session was saved: drops copies of what is no longer so, and makes those that are missing."""
        if self._closed or self._visit.sent:
            return
        self._drop_stale()
        wanted = [answer for answer in self._visit.session.answers.values() if answer.has_recording and answer.kept_ms]
        if self._making is not None:
            if self._making.made_of not in map(made_of, wanted):
                self._making.gate.stop()
            return
        for answer in wanted:
            if answer.listening_copy is None and made_of(answer) not in self._failed:
                self._make(answer)
                return

    def settle(self, then: Callable[[], None]) -> None:
        """Calls `then` when the copy that is under way is there, at once if there is none. Those not begun are left to Send."""
        self._then = then
        if self._making is None:
            self._go_on()

    def close(self) -> None:
        """What is under way stops at its next chunk. The draft may be deleted right after this."""
        self._closed = True
        self._then = None
        self._broke.close()
        if self._making is not None:
            self._making.gate.stop()

    def _make(self, answer: AnswerDraft) -> None:
        making = self._making = _Making(answer)
        self._make_way()
        self._tasks.run(
            partial(self._work, deepcopy(answer), making),
            owner=self,
            done=partial(self._made, making),
            failed=partial(self._not_made, making),
        )

    def _work(self, answer: AnswerDraft, making: _Making) -> ListeningCopy | None:
        """In the worker thread. A bug of ours reaches the top from there, but Send must not wait for this copy for ever."""
        try:
            return make_ahead(self._visit.draft, answer, making.gate)
        except Fault:
            raise
        except BaseException:
            self._broke(making)
            raise

    def _give_up(self, making: _Making) -> None:
        self._making = None
        self._failed.add(making.made_of)
        self._go_on()

    def _made(self, making: _Making, copy: ListeningCopy | None) -> None:
        self._making = None
        if copy is not None and not self._closed:
            self._name(copy)
        self._go_on()

    def _not_made(self, making: _Making, fault: Fault) -> None:
        self._making = None
        if self._closed:
            return  # the draft went away under it
        # Whatever it is, Send meets it again and says so.
        log.info("no listening copy ahead of Send: %s", fault.code)
        self._give_up(making)

    def _name(self, copy: ListeningCopy) -> None:
        """The commit point of a copy: from here on the session names it."""
        for answer in self._visit.session.answers.values():
            if answer.has_recording and made_of(answer) == copy.made_of:
                answer.listening_copy = copy
                self._save()
                return
        self._delete([copy])

    def _drop_stale(self) -> None:
        stale = []
        for answer in self._visit.session.answers.values():
            copy = answer.listening_copy
            if copy is not None and copy.made_of != made_of(answer):
                answer.listening_copy = None
                stale.append(copy)
        # The name first: a crash in between leaves a blob that nobody names, never a name without its blob.
        if stale and self._save():
            self._delete(stale)

    def _save(self) -> bool:
        try:
            self._visit.save()
        except Fault as fault:
            log.info("a listening copy could not be written down: %s", fault.code)
            return False
        return True

    def _delete(self, copies: list[ListeningCopy]) -> None:
        try:
            for copy in copies:
                self._visit.draft.delete_blob(copy.blob_id)
        except Fault as fault:
            log.info("an old listening copy is still in the draft: %s", fault.code)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
        else:
            self.refresh()

    def _make_way(self) -> None:
        if self._making is not None:
            self._making.gate.let_through(not self._desk.recording)
