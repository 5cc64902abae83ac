"""What is asked before anybody is recorded: one question, two cards. What was answered is never shown again, to whoever looks on later."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.story.session import Session
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.choices import OneOf
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.words import Words


class FirstQuestionScreen(Screen):
    """Entered again, it asks again. A no is held only until Continue; no session and no draft ever knows of it."""

    records_consent = True

    talk_first_asked = Signal()
    """Continue after a no: nobody is recorded now."""

    def __init__(self, words: Words, yes: tuple[str, str], no: tuple[str, str]) -> None:
        """`yes` and `no`: the choice's id in the page's words, and the accessible identifier."""
        super().__init__(words)
        self._answer: bool | None = None
        self.cards: OneOf[bool] = OneOf({yes[0]: (yes[1], True), no[0]: (no[1], False)}, self, tall=True)
        cards = list(self.cards.cards.values())
        self.body.addStretch(1)
        self.body.addWidget(Reflow([in_columns(cards, columns) for columns in (2, 1)], 14, most_row_px=240), 100)
        self.body.addStretch(1)
        self.cards.chosen.connect(self._choose)

    def keep(self, answer: bool) -> None:
        """Into the session, which knows only yes."""
        raise NotImplementedError

    def enter(self, session: Session) -> None:
        self._answer = None
        super().enter(session)

    def leave(self) -> None:
        self._answer = None
        self.cards.show_value(None)
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        self.cards.set_words(self.text())

    def refresh(self) -> None:
        super().refresh()
        self.cards.show_value(self._answer)

    def can_continue(self) -> bool:
        return self._answer is not None

    def finish(self) -> None:
        if self._answer is False:
            self.talk_first_asked.emit()
        else:
            super().finish()

    def _choose(self, answer: bool) -> None:
        self._answer = answer
        self.keep(answer)
        self.edited()
