"""Every page of a visit in one window, without the walk to it: for looking at how pages stand in many windows, sizes and languages."""

from __future__ import annotations

from collections.abc import Iterator

from choice_stage import chosen_session
from kiosk_window import WITHDRAWAL_CODE, KioskWindow
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.story.interview import Page
from kiosk.story.session import Session
from kiosk.ui.screens.sent import SentScreen
from kiosk.ui.screens.understood import UnderstoodScreen
from sync.contract.story import Identity, IdentityKind

SETTLE_ROUNDS = 4


def begin(kiosk: KioskWindow) -> None:
    """A visit; what the pages show is not its own story, so that nothing is ever read or saved for it."""
    kiosk.press("start")


def _told(language: str) -> Session:
    told = chosen_session(language)
    told.choose_identity(Identity(IdentityKind.OTHER, "Nour"))
    return told


def each_page(kiosk: KioskWindow) -> Iterator[str]:
    """Shows one page after the other, and says which; `begin` comes first."""
    shell = kiosk.shell
    assert shell.visit is not None
    told = _told(shell.languages.words.language)
    shell.start.greet()
    shell.pages.setCurrentWidget(shell.start)
    settle()
    yield "start"
    for side in (shell.language_page, shell.how_to_page, shell.display_page):
        shell.pages.setCurrentWidget(side)
        settle()
        yield side.accessibleIdentifier()
    for page in Page:
        if page is Page.START:
            continue
        screen = shell.visit.screen(page)
        if isinstance(screen, SentScreen):
            screen.show_sent(WITHDRAWAL_CODE, True)
        screen.enter(told)
        if isinstance(screen, UnderstoodScreen):
            # With its longest reply.
            screen.cards.cards["2"].click()
        shell.pages.setCurrentWidget(screen)
        shell.top.show_page(page)
        settle()
        yield page
        screen.leave()
    shell.ask_to_leave()
    settle()
    yield "leave question"
    shell.close_question()
    shell.absence.page.retranslate()
    shell.absence.page.show_seconds(42)
    shell.cover_with(shell.absence.page)
    settle()
    yield "idle"
    shell.uncover()


def settle() -> None:
    for _ in range(SETTLE_ROUNDS):
        QApplication.processEvents()


def resized(window: QWidget, width_px: int, height_px: int) -> None:
    window.resize(width_px, height_px)
    settle()
