"""The interview as a state machine: which page follows which, and what may be left when.

The table below is the whole of it. The window asks `Interview.after(event)` and shows what comes back; nothing else decides on pages.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from kiosk.story.edits import uncut_marks
from kiosk.story.pages import PROMPT_PAGES, STEPS, Page
from kiosk.story.session import Question, Session
from sync.contract.story import IdentityKind, Voice


class Event(StrEnum):
    CONTINUE = "continue"
    BACK = "back"
    TALK_FIRST = "talk-first"  # it is not her own wish, or she is too young to decide alone
    LEAVE = "leave"  # by the person, or because nobody has been there for too long
    SENT = "sent"  # only after Send's commit point


_WALK = (
    Page.START,
    Page.ABOUT,
    Page.OWN_WILL,
    Page.AGE,
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
    Page.UNDERSTOOD,
    Page.CHECK,
)

# Only whoever came past these two may be recorded.
_QUESTIONS_FIRST = (Page.OWN_WILL, Page.AGE)

TABLE: dict[tuple[Page, Event], Page] = {
    **{(page, Event.CONTINUE): following for page, following in pairwise(_WALK)},
    **{(following, Event.BACK): page for page, following in pairwise(_WALK)},
    **{(page, Event.LEAVE): Page.START for page in Page},
    **{(page, Event.TALK_FIRST): Page.TALK_FIRST for page in _QUESTIONS_FIRST},
    # To the first of the two from either: where Back leads must not tell which of them was answered how.
    (Page.TALK_FIRST, Event.BACK): Page.OWN_WILL,
    (Page.CHECK, Event.SENT): Page.SENT,
    (Page.SENT, Event.CONTINUE): Page.START,
}


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
        elif self.changing and (self.page, event) == (Page.UNDERSTOOD, Event.BACK):
            # The question follows from what she chose, so she walks back to it page by page.
            self.changing = False
            self.page = self._step(event, session)
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
        # So does an answer that was told anew or marked: at Check it could not be sent, and nothing there would say why.
        if self.page in PROMPT_PAGES and needs_name_check(session) and not session.name_checked:
            return Page.NAME_CHECK
        # And so does a choice by which others may hear it than she was asked about.
        if self.page in (Page.VOICE, Page.USES) and not may_continue(Page.UNDERSTOOD, session):
            return Page.UNDERSTOOD
        return Page.CHECK

    def _step(self, event: Event, session: Session) -> Page:
        page = TABLE[self.page, event]
        if page is Page.NAME_CHECK and not needs_name_check(session):
            page = TABLE[page, event]
        return page


def needs_name_check(session: Session) -> bool:
    """Who wants no name is asked about answer 1, which asks for one, and about every other in which she has marked one."""
    chose_none = session.identity is not None and session.identity.kind is IdentityKind.NONE
    return chose_none and bool(prompts_to_check(session))


def prompts_to_check(session: Session) -> list[str]:
    """The prompts whose answers may still say a name, while it can be cut or recorded again."""
    told = [(prompt, answer) for prompt, answer in session.answers.items() if answer.has_recording]
    return [prompt for prompt, answer in told if prompt == "why" or uncut_marks(answer)]


def question_of(session: Session) -> Question:
    """What she has to have understood before Send: who will be able to hear or read what she tells."""
    published = bool(session.uses) and session.voice is not Voice.ARCHIVE
    return Question.PUBLIC if published else Question.ARCHIVE


def page_to_keep(page: Page) -> Page:
    """What of it the draft may know: never that one of the first two questions was answered with no."""
    return Page.OWN_WILL if page is Page.TALK_FIRST else page


def page_to_resume(session: Session) -> Page:
    """Where a story that was cut short goes on. The first two questions have to be answered before anything else."""
    page = Page(session.page)
    if page in (Page.START, Page.ABOUT):
        return Page.ABOUT
    asked = all(may_continue(question, session) for question in _QUESTIONS_FIRST)
    return page if asked else Page.OWN_WILL


def may_continue(page: Page, session: Session) -> bool:
    """Whether what the page asks for has been given. Nothing is preselected, so silence is never a choice."""
    if page is Page.OWN_WILL:
        return session.own_wish
    if page is Page.AGE:
        return session.adult
    if page in PROMPT_PAGES:
        answer = session.answers[PROMPT_PAGES[page]]
        return answer.has_recording or answer.skipped
    if page is Page.NAME:
        return session.identity is not None
    if page is Page.NAME_CHECK:
        return session.name_checked
    if page is Page.VOICE:
        return session.voice is not None
    if page is Page.UNDERSTOOD:
        return session.understood is question_of(session)
    return page is not Page.CHECK  # from Check only Send leads on, and only after its commit point


def may_send(session: Session) -> bool:
    """Something was told, and every choice was made by her."""
    told = any(answer.has_recording for answer in session.answers.values())
    given = all(may_continue(page, session) for page in (*_QUESTIONS_FIRST, *STEPS[:-1], Page.UNDERSTOOD))
    return told and given and (not needs_name_check(session) or session.name_checked)
