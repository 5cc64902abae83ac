"""Before she checks and sends: does she know who will be able to hear it? A wrong answer is told kindly what is true, and asked again."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.story.interview import question_of
from kiosk.story.pages import Page
from kiosk.story.session import Question, Session
from kiosk.ui.announce import announce
from kiosk.ui.pictures import choice_picture
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.choices import OneOf
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.words import Words

# The ids of the choices as they stand on the page, and the one that is right.
_CHOICES = {Question.PUBLIC: ("here", "anyone", "chosen"), Question.ARCHIVE: ("anyone", "archive", "nobody")}
_RIGHT = {Question.PUBLIC: "anyone", Question.ARCHIVE: "archive"}


class UnderstoodScreen(Screen):
    """The question follows from what she chose; the words of both its forms bind. Each choice's sentence is the reply to it."""

    page = Page.UNDERSTOOD
    text_id = "understood-public"
    records_consent = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._question = Question.PUBLIC
        self._answer: int | None = None
        places = range(len(_CHOICES[Question.PUBLIC]))
        self.cards: OneOf[int] = OneOf({str(place): (f"understood-{place + 1}", place) for place in places}, self, tall=True)
        self.reply = PlainLabel("strong")
        self._panel = QFrame()
        self._panel.setProperty("role", "panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self.reply)
        cards = list(self.cards.cards.values())
        self.body.addStretch(1)
        self.body.addWidget(Reflow([in_columns(cards, columns) for columns in (3, 1)], 14, most_row_px=168), 100)
        self.body.addWidget(self._panel)
        self.body.addStretch(1)
        self.cards.chosen.connect(self._choose)

    def enter(self, session: Session) -> None:
        self._question = question_of(session)
        self.text_id = f"understood-{self._question}"
        self._answer = _CHOICES[self._question].index(_RIGHT[self._question]) if session.understood is self._question else None
        super().enter(session)

    def retranslate(self) -> None:
        super().retranslate()
        choices = self.text().choices
        for card, choice in zip(self.cards.cards.values(), _CHOICES[self._question], strict=True):
            card.set_words(choices[choice].label)
            card.set_picture(choice_picture(self.text_id, choice))
        self._show_reply()

    def refresh(self) -> None:
        super().refresh()
        self.cards.show_value(self._answer)
        self._show_reply()

    def _choose(self, place: int) -> None:
        self._answer = place
        right = _CHOICES[self._question][place] == _RIGHT[self._question]
        self.session.understood = self._question if right else None
        self.edited()
        announce(self.reply, self.reply.text())

    def _show_reply(self) -> None:
        self._panel.setVisible(self._answer is not None)
        chosen = None if self._answer is None else _CHOICES[self._question][self._answer]
        self.reply.setText("" if chosen is None else self.text().choices[chosen].sentence)
