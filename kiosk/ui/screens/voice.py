"""How she may be heard, with what each way protects from and what it does not."""

from __future__ import annotations

from kiosk.story.interview import Page
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.choices import OneOf
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.story import Voice


class VoiceScreen(Screen):
    """Four cards, none chosen before she does."""

    page = Page.VOICE
    text_id = "voice"
    records_consent = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.cards: OneOf[Voice] = OneOf({str(voice): (f"voice-{voice}", voice) for voice in Voice}, self)
        cards = list(self.cards.cards.values())
        self.body.addStretch(1)
        self.body.addWidget(Reflow([in_columns(cards, columns) for columns in (2, 1)], 14, most_row_px=200), 100)
        self.body.addStretch(1)
        self.cards.chosen.connect(self._choose)

    def retranslate(self) -> None:
        super().retranslate()
        self.cards.set_words(self.text())

    def refresh(self) -> None:
        super().refresh()
        self.cards.show_value(self.session.voice)

    def _choose(self, voice: Voice) -> None:
        self.session.voice = voice
        if voice is Voice.ARCHIVE:
            # Nothing is published, so no earlier tick may stand; changing back asks again.
            self.session.uses.clear()
        self.edited()
