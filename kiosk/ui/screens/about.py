"""Who runs this, who can hear it, what publishing means, and that she can stop at any time."""

from __future__ import annotations

from kiosk.story.interview import Page
from kiosk.ui.pictures import sentence_pictures
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.sentence_list import SentenceList
from kiosk.ui.words import Words


class AboutScreen(Screen):
    """Continue records which words were shown."""

    page = Page.ABOUT
    text_id = "about"
    records_consent = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._list = SentenceList()
        self.body.addWidget(self._list, 1)

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        self.set_heading(text.title)
        self._list.set_sentences(text.sentences, sentence_pictures(self.text_id))
