"""Where the story may be heard: five questions of their own, each answered no until she ticks it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from kiosk.story.interview import Page
from kiosk.ui.pictures import choice_picture
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.reflow import Arrangement, Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.story import Use, Voice


class UsesScreen(Screen):
    """With "keep it in the archive" the boxes rest, because ticking them would promise something that will not happen."""

    page = Page.USES
    text_id = "uses"
    records_consent = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.boxes = {use: ChoiceCard(f"use-{use}", one_of_several=False) for use in Use}
        for use, box in self.boxes.items():
            box.clicked.connect(partial(self._tick, use))
        boxes = list(self.boxes.values())
        # The widest reach has a line of its own.
        pairs: Arrangement = {box: (1 + number // 2, number % 2, 1, 1) for number, box in enumerate(boxes[1:])}
        wide: Arrangement = {boxes[0]: (0, 0, 1, 2), **pairs}
        self.body.addStretch(1)
        self.body.addWidget(Reflow([wide, in_columns(boxes, 1)], 10, most_row_px=168), 100)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        for use, box in self.boxes.items():
            box.set_words(text.choices[use].label, text.choices[use].sentence)
            box.set_picture(choice_picture(self.text_id, use))
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        resting = self.session.voice is Voice.ARCHIVE
        sentence = " ".join(self.text().sentences)
        if resting:
            sentence = QCoreApplication.translate("Uses", "You chose to keep it in the archive. So there is nothing to tick here.")
        self.set_heading(self.text().title, sentence)
        for use, box in self.boxes.items():
            box.setEnabled(not resting)
            box.setChecked(use in self.session.uses)

    def _tick(self, use: Use) -> None:
        # Asked of the box itself: PySide calls a functools.partial without the signal's argument.
        if self.boxes[use].isChecked():
            self.session.uses.add(use)
        else:
            self.session.uses.discard(use)
        self.edited()
