"""One line per page: what she gave or chose there, in the words of that page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.story.interview import PROMPT_PAGES, Page
from kiosk.story.session import AnswerDraft, Session
from kiosk.story.texts import Texts
from kiosk.ui.clock_text import clock_text
from sync.contract.story import IdentityKind

_LONGEST_NAME = 40


def heading(page: Page) -> str:
    """What the page is about, in a word or two."""
    if page in PROMPT_PAGES:
        number = list(PROMPT_PAGES).index(page) + 1
        return QCoreApplication.translate("Summary", "Answer {number}").format(number=number)
    return {
        Page.PHOTOS: QCoreApplication.translate("Summary", "Photos"),
        Page.NAME: QCoreApplication.translate("Summary", "Name"),
        Page.VOICE: QCoreApplication.translate("Summary", "Voice"),
        Page.USES: QCoreApplication.translate("Summary", "May be heard"),
        Page.HELP: QCoreApplication.translate("Summary", "Help"),
    }[page]


def summary(page: Page, session: Session, texts: Texts) -> str:
    """What stands in the session for `page`; never longer than a few lines."""
    if page in PROMPT_PAGES:
        return _answer(session.answers[PROMPT_PAGES[page]])
    if page is Page.PHOTOS:
        return _photos(len(session.photos))
    if page is Page.NAME:
        return _name(session, texts)
    if page is Page.VOICE:
        return texts.page("voice").choices[session.voice].label if session.voice else _nothing_chosen()
    if page is Page.USES:
        labels = [choice.label for use, choice in texts.page("uses").choices.items() if use in session.uses]
        return _listed(labels) if labels else QCoreApplication.translate("Summary", "Nowhere")
    labels = [choice.label for need, choice in texts.page("help").choices.items() if session.help and need in session.help.needs]
    if session.help is None:
        return QCoreApplication.translate("Summary", "You asked for nothing")
    return _listed(labels) if labels else QCoreApplication.translate("Summary", "Only your note")


def _answer(answer: AnswerDraft) -> str:
    if not answer.has_recording:
        return QCoreApplication.translate("Summary", "Skipped")
    length = clock_text(answer.kept_ms)
    cuts = len(answer.on_trimmed_line(answer.cuts))
    if cuts:
        return QCoreApplication.translate("Summary", "{length}, %n cut(s)", "", cuts).format(length=length)
    return length


def _photos(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("Summary", "No photos")
    return QCoreApplication.translate("Summary", "%n photo(s)", "", count)


def _name(session: Session, texts: Texts) -> str:
    if session.identity is None:
        return _nothing_chosen()
    if session.identity.kind is IdentityKind.NONE:
        return texts.page("name").choices["none"].label
    name = session.identity.name or ""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _nothing_chosen() -> str:
    return QCoreApplication.translate("Summary", "Not chosen yet")


def _listed(labels: list[str]) -> str:
    return QCoreApplication.translate("Summary", ", ", "between the items of a list").join(labels)
