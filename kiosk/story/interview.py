"""The interview as a state machine: which page follows which, and what may be left when.

The table below is the whole of it. The window asks `Interview.after(event)` and shows what comes back; nothing else decides on pages.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from kiosk.story.session import Session
from sync.contract.story import IdentityKind


class Page(StrEnum):
    START = "start"
    ABOUT = "about"
    MICROPHONE = "microphone"
    PROMPT_1 = "prompt-1"
    PROMPT_2 = "prompt-2"
    PROMPT_3 = "prompt-3"
    PHOTOS = "photos"
    NAME = "name"
    NAME_CHECK = "name-check"
    VOICE = "voice"
    USES = "uses"
    HELP = "help"
    CHECK = "check"
    SENT = "sent"


class Event(StrEnum):
    CONTINUE = "continue"
    BACK = "back"
    LEAVE = "leave"  # by the person, or because nobody has been there for too long
    SENT = "sent"  # only after Send's commit point


PROMPT_PAGES = {Page.PROMPT_1: "why", Page.PROMPT_2: "challenge", Page.PROMPT_3: "inspiration"}

_WALK = (
    Page.START,
    Page.ABOUT,
    Page.MICROPHONE,
    Page.PROMPT_1,
    Page.PROMPT_2,
    Page.PROMPT_3,
    Page.PHOTOS,
    Page.NAME,
    Page.NAME_CHECK,
    Page.VOICE,
    Page.USES,
    Page.HELP,
    Page.CHECK,
)

TABLE: dict[tuple[Page, Event], Page] = {
    **{(page, Event.CONTINUE): following for page, following in pairwise(_WALK)},
    **{(following, Event.BACK): page for page, following in pairwise(_WALK)},
    **{(page, Event.LEAVE): Page.START for page in Page},
    (Page.CHECK, Event.SENT): Page.SENT,
    (Page.SENT, Event.CONTINUE): Page.START,
}

# What the step bar counts: the pages on which the person gives something.
STEPS = (Page.PROMPT_1, Page.PROMPT_2, Page.PROMPT_3, Page.PHOTOS, Page.NAME, Page.VOICE, Page.USES, Page.HELP, Page.CHECK)


class IllegalMove(RuntimeError):
    """A bug of ours: the window asked for a move that the table does not have."""


class Interview:
    """Where the person is. Not thread-safe: the window's thread owns it.

    `changing` is set while she came from Check to change one thing: Continue and Back then both return to Check.
    """

    def __init__(self, page: Page = Page.START) -> None:
        self.page = page
        self.changing = False

    def after(self, event: Event, session: Session) -> Page:
        """Moves and returns the new page. Raises IllegalMove."""
        if (self.page, event) not in TABLE:
            raise IllegalMove(f"{event} on {self.page}")
        if event is Event.CONTINUE and not may_continue(self.page, session):
            raise IllegalMove(f"{self.page} is not finished")
        if event is Event.LEAVE:
            self.changing = False
            self.page = Page.START
        elif self.changing and event in (Event.CONTINUE, Event.BACK):
            self.page = self._after_change(event, session)
            self.changing = self.page is not Page.CHECK
        else:
            self.page = self._step(event, session)
        return self.page

    def change(self, page: Page) -> Page:
        """From Check to the page that holds what she wants to change."""
        if self.page is not Page.CHECK or page not in STEPS[:-1]:
            raise IllegalMove(f"change {page} on {self.page}")
        self.page, self.changing = page, True
        return page

    def _after_change(self, event: Event, session: Session) -> Page:
        # A changed name still has to pass the question whether answer 1 says it.
        if self.page is Page.NAME and event is Event.CONTINUE and needs_name_check(session):
            return Page.NAME_CHECK
        # So does a first answer that was told anew: at Check it could not be sent, and nothing there would say why.
        if self.page is Page.PROMPT_1 and needs_name_check(session) and not session.name_checked:
            return Page.NAME_CHECK
        return Page.CHECK

    def _step(self, event: Event, session: Session) -> Page:
        page = TABLE[self.page, event]
        if page is Page.NAME_CHECK and not needs_name_check(session):
            page = TABLE[page, event]
        return page


def needs_name_check(session: Session) -> bool:
    """Answer 1 asks for a name: who wants none is told so, while it can still be cut or recorded again."""
    chose_none = session.identity is not None and session.identity.kind is IdentityKind.NONE
    return chose_none and session.answers["why"].has_recording


def may_continue(page: Page, session: Session) -> bool:
    """Whether what the page asks for has been given. Nothing is preselected, so silence is never a choice."""
    if page in PROMPT_PAGES:
        answer = session.answers[PROMPT_PAGES[page]]
        return answer.has_recording or answer.skipped
    if page is Page.NAME:
        return session.identity is not None
    if page is Page.NAME_CHECK:
        return session.name_checked
    if page is Page.VOICE:
        return session.voice is not None
    return page is not Page.CHECK  # from Check only Send leads on, and only after its commit point


def may_send(session: Session) -> bool:
    """Something was told, and every choice was made by her."""
    told = any(answer.has_recording for answer in session.answers.values())
    return told and all(may_continue(page, session) for page in STEPS[:-1]) and (not needs_name_check(session) or session.name_checked)
