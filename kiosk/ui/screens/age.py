"""Whether she is of age. Nothing more is asked about it."""

from __future__ import annotations

from kiosk.story.pages import Page
from kiosk.ui.screens.first_question import FirstQuestionScreen
from kiosk.ui.words import Words


class AgeScreen(FirstQuestionScreen):
    page = Page.AGE
    text_id = "age"

    def __init__(self, words: Words) -> None:
        super().__init__(words, ("adult", "age-adult"), ("minor", "age-minor"))

    def keep(self, answer: bool) -> None:
        self.session.adult = answer
