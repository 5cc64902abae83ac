"""Conducts one visit after the other: asks the interview where to go, keeps the session saved, sends, and ends.

It knows screens but not where they stand: the window (kiosk.ui.shell) shows what it is told.
"""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.story.interview import Event, Interview, Page, page_to_keep, page_to_resume
from kiosk.story.session import Session
from kiosk.submission import Submitted
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.first_question import FirstQuestionScreen
from kiosk.ui.screens.name_check import NameCheckScreen
from kiosk.ui.screens.photos import PhotosScreen
from kiosk.ui.screens.sent import SentScreen
from kiosk.ui.screens.talk_first import TalkFirstScreen
from kiosk.ui.tasks import Relay, Tasks
from kiosk.ui.visit import Visit
from kiosk.ui.walk import VisitScreens, Walk
from sync.contract.faults import EnvironmentFault, Fault

log = logging.getLogger("kiosk.ui")


class Conductor(QObject):
    """Window's thread. At most one visit at a time."""

    made = Signal(object)
    """(Screen) To be put into the window before it is shown."""
    turned = Signal(object)
    """(Screen) Enter it and show it."""
    ended = Signal(object)
    """(Fault or None) The visit is over and all its screens are gone; the fault kept the draft from being deleted."""
    told = Signal(object)
    """(Fault) For the page that is shown."""
    leave_asked = Signal()
    """She goes back to where everything would be deleted."""
    moved = Signal()
    """A sign of life, or a step of the recorder: what depends on either may look anew."""
    sending_changed = Signal(bool)

    def __init__(self, walk: Walk, tasks: Tasks) -> None:
        super().__init__()
        self.interview = Interview()
        self.visit: VisitScreens | None = None
        self._walk = walk
        self._tasks = tasks
        self._sending = False
        self._broke: Relay[Visit] = Relay(self, self._send_broke)

    @property
    def session(self) -> Session | None:
        return self.visit.visit.session if self.visit is not None else None

    @property
    def busy(self) -> bool:
        """She is busy without touching anything: sound is being kept, or the story is being sealed."""
        return self._sending or (self.visit is not None and self.visit.desk.recording)

    @property
    def loses_something(self) -> bool:
        """Whether leaving now would delete what was said or shown."""
        return self.visit is not None and not self.visit.visit.sent and self.visit.anything_recorded

    def begin(self, language: str) -> None:
        """Raises DiskFull, StorageFault, KeyFault; then nothing has begun."""
        self._take_up(self._walk.begin(language))
        self._follow(Event.CONTINUE)

    def resume(self, draft_id: str) -> bool:
        """Goes on with an unfinished story where it stopped. False where it can no longer be opened. Raises as `begin`."""
        if self.visit is not None:
            return False
        visit = self._walk.resume(draft_id)
        if visit is None:
            return False
        self._take_up(visit)
        self.interview = Interview(page_to_resume(visit.visit.session))
        self._turn(self.interview.page)
        return True

    def leave(self) -> None:
        """Ends the visit with nothing kept, whatever is going on but sending."""
        if self.visit is not None and not self._sending:
            self._follow(Event.LEAVE)

    def pause(self) -> None:
        """Something covers the page: nothing is recorded behind it."""
        if self.visit is not None:
            self.visit.desk.pause()

    def save(self) -> None:
        """Into the draft; a fault is told and changes nothing else."""
        self.moved.emit()
        if self.visit is None or self._sending:
            return
        try:
            self.visit.visit.save()
        except Fault as fault:
            self.told.emit(fault)
            return
        self.visit.copies.refresh()

    def current_screen(self) -> Screen | None:
        return self.visit.screen(self.interview.page) if self.visit is not None else None

    def close(self) -> None:
        """At the program's end. What was recorded stays a draft."""
        if self.visit is not None:
            self.visit.close()
            self.visit = None
        self._broke.close()

    def _take_up(self, visit: VisitScreens) -> None:
        self.visit = visit
        visit.made.connect(self._adopt)
        visit.desk.step_changed.connect(self.moved)

    def _adopt(self, screen: Screen) -> None:
        screen.continued.connect(partial(self._follow, Event.CONTINUE))
        screen.back_asked.connect(partial(self._go_back, screen))
        screen.changed.connect(self.save)
        screen.busy_changed.connect(lambda busy: self.moved.emit())
        if isinstance(screen, CheckScreen):
            screen.change_asked.connect(self._change)
            screen.send_asked.connect(partial(self._send, screen))
        elif isinstance(screen, NameCheckScreen):
            screen.record_again_asked.connect(self._record_again)
        elif isinstance(screen, FirstQuestionScreen):
            screen.talk_first_asked.connect(self._talk_first)
        elif isinstance(screen, TalkFirstScreen):
            screen.stop_asked.connect(self.leave_asked)
        self.made.emit(screen)

    def _follow(self, event: Event) -> None:
        """One move of the interview, and its page."""
        assert self.session is not None
        self._turn(self.interview.after(event, self.session))

    def _go_back(self, screen: Screen) -> None:
        # A cover that is still being painted belongs to the story that would be sent without it.
        if isinstance(screen, PhotosScreen) and not screen.can_continue():
            return
        if self.interview.page is Page.ABOUT and self.loses_something:
            # Back to Start ends the visit. Nothing that was said is deleted without the question.
            self.leave_asked.emit()
            return
        self._follow(Event.BACK)

    def _change(self, page: Page) -> None:
        self._turn(self.interview.change(page))

    def _record_again(self, prompt: Page) -> None:
        """From the question about the name back to a prompt, by the interview's own moves."""
        assert self.session is not None
        while self.interview.page is not prompt:
            if self.interview.page is Page.CHECK:
                self.interview.change(prompt)
            else:
                self.interview.after(Event.BACK, self.session)
        self._turn(prompt)

    def _talk_first(self) -> None:
        assert self.session is not None
        self.session.forget_will_and_age()
        self._follow(Event.TALK_FIRST)

    def _turn(self, page: Page) -> None:
        if page is Page.START:
            self._end()
            return
        assert self.visit is not None
        self.visit.visit.session.page = page_to_keep(page)
        self.save()
        self.turned.emit(self.visit.screen(page))

    def _send(self, check: CheckScreen) -> None:
        if self.visit is None or self._sending:
            return
        undecided = self._undecided(self.visit)
        if undecided is not None:
            self._change(undecided)
            return
        self._set_sending(True)
        check.show_sending()
        self.visit.copies.settle(partial(self._seal, check))

    def _undecided(self, visit: VisitScreens) -> Page | None:
        try:
            return visit.undecided()
        except Fault as fault:
            self.told.emit(fault)  # and Send, which reads the same draft, meets it again
            return None

    def _seal(self, check: CheckScreen) -> None:
        assert self.visit is not None
        self._tasks.run(
            partial(self._submit, self.visit.visit),
            owner=check,
            done=self._sent,
            failed=partial(self._send_failed, check),
        )

    def _submit(self, visit: Visit) -> Submitted:
        """In a worker thread. A bug of ours reaches the top from there, but must not leave her on a page that saves for ever."""
        try:
            return self._walk.submit(visit)
        except Fault:
            raise
        except BaseException:
            self._broke(visit)
            raise

    def _send_broke(self, visit: Visit) -> None:
        if self.visit is not None and self.visit.visit is visit:
            check = self.visit.screen(Page.CHECK)
            assert isinstance(check, CheckScreen)
            sentence = "The sound could not be prepared. Nothing is lost. Please try again, or call staff."
            self._send_failed(check, EnvironmentFault("encoding-failed", sentence))

    def _sent(self, submitted: Submitted) -> None:
        assert self.visit is not None
        self.visit.visit.sent = True
        self._set_sending(False)
        screen = self.visit.screen(Page.SENT)
        assert isinstance(screen, SentScreen)
        screen.show_sent(submitted.withdrawal_code, self._waits_for_internet())
        self._follow(Event.SENT)

    def _waits_for_internet(self) -> bool:
        """Nothing may come between her and her code, which nobody can show her again."""
        try:
            return self._walk.waiting_for_internet()
        except (Fault, OSError) as error:
            log.warning("what waits here cannot be read: %s", type(error).__name__)
            return True

    def _send_failed(self, check: CheckScreen, fault: Fault) -> None:
        self._set_sending(False)
        check.show_send_fault(fault)
        if self.visit is not None:
            self.visit.copies.refresh()

    def _set_sending(self, sending: bool) -> None:
        self._sending = sending
        self.sending_changed.emit(sending)

    def _end(self) -> None:
        visit, self.visit = self.visit, None
        assert visit is not None
        for screen in visit.all():
            screen.leave()
        visit.close()
        self.ended.emit(None if visit.visit.sent else self._discard(visit.visit))

    def _discard(self, visit: Visit) -> Fault | None:
        try:
            self._walk.discard(visit)
        except Fault as fault:
            log.warning("a draft could not be discarded: %s", fault.code)
            # Not the fault's own words: they say that what she said is safe, and she wanted it gone.
            return EnvironmentFault("disk-error", "This device's disk does not work as it must. Please call staff.")
        return None
