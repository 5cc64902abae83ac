"""For who was told to come, or is too young to decide alone: whom to talk to. The same page for both, so that it tells nothing of which."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from kiosk.story.pages import Page
from kiosk.ui.pictures import sentence_pictures
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.sentence_list import SentenceList
from kiosk.ui.words import Words


class TalkFirstScreen(Screen):
    """Back asks both questions anew; in the place of Continue there is Stop."""

    page = Page.TALK_FIRST
    text_id = "talk-first"

    stop_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._list = SentenceList()
        self.body.addWidget(self._list, 1)
        self.continue_.setAccessibleIdentifier("talk-stop")
        self.continue_.set_picture("leave")

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        self.set_heading(text.title)
        self._list.set_sentences(text.sentences, sentence_pictures(self.text_id))
        self.continue_.set_text(QCoreApplication.translate("TopBar", "Stop and leave"))

    def can_continue(self) -> bool:
        return True

    def finish(self) -> None:
        self.stop_asked.emit()
