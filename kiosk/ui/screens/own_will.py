"""Whether it is her own wish to tell her story. Somebody who was told to is not recorded, and not given away."""

from __future__ import annotations

from kiosk.story.pages import Page
from kiosk.ui.screens.first_question import FirstQuestionScreen
from kiosk.ui.words import Words


class OwnWillScreen(FirstQuestionScreen):
    page = Page.OWN_WILL
    text_id = "own-will"

    def __init__(self, words: Words) -> None:
        super().__init__(words, ("own", "will-own"), ("told", "will-told"))

    def keep(self, answer: bool) -> None:
        self.session.own_wish = answer
