"""What would help her. All of it is optional, and none of it is ever published with the story."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.story.interview import Page
from kiosk.story.session import Session
from kiosk.ui.pictures import choice_picture
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.private_field import PrivateLine, PrivateText
from kiosk.ui.widgets.reflow import Arrangement, Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.story import HelpRequest, Need

_NARROWEST_PX = 120
_NOTE_PX = 86
_PICTURE_PX = 48
_MOST_LANGUAGE_CHARACTERS = 64
_MOST_CONTACT_CHARACTERS = 300
_MOST_NOTE_CHARACTERS = 1_000


class HelpScreen(Screen):
    """An empty page means no request: then the package holds none."""

    page = Page.HELP
    text_id = "help"
    records_consent = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.boxes = {need: ChoiceCard(f"need-{need}", one_of_several=False, picture_px=_PICTURE_PX, tall=True) for need in Need}
        for box in self.boxes.values():
            box.setMinimumWidth(_NARROWEST_PX)
            box.clicked.connect(self._store)
        self.language_label, self.language = PlainLabel("strong"), PrivateLine("help-language", _MOST_LANGUAGE_CHARACTERS)
        self.contact_label, self.contact = PlainLabel("strong"), PrivateLine("help-contact", _MOST_CONTACT_CHARACTERS)
        self.note_label, self.note = PlainLabel("strong"), PrivateText("help-note", _MOST_NOTE_CHARACTERS)
        self.note.keep_height(_NOTE_PX)
        pairs = ((self.language_label, self.language), (self.contact_label, self.contact), (self.note_label, self.note))
        fields = [_labelled(label, field) for label, field in pairs]
        self.body.setSpacing(10)
        boxes = list(self.boxes.values())
        # Four and three, both as wide as the page.
        two_rows: Arrangement = {
            **{box: (0, 3 * number, 1, 3) for number, box in enumerate(boxes[:4])},
            **{box: (1, 4 * number, 1, 4) for number, box in enumerate(boxes[4:])},
        }
        self.body.addWidget(Reflow([two_rows, *(in_columns(boxes, columns) for columns in (3, 2))], 10, most_row_px=120), 100)
        self.body.addWidget(Reflow([in_columns(fields, 3), in_columns(fields, 1)], 12))
        self.body.addStretch(1)
        self.language.textEdited.connect(self._store)
        self.contact.textEdited.connect(self._store)
        self.note.edited.connect(self._store)

    def enter(self, session: Session) -> None:
        request = session.help
        self.language.setText(request.language if request else "")
        self.contact.setText(request.contact if request else "")
        self.note.set_value(request.note if request else "")
        super().enter(session)

    def leave(self) -> None:
        self.language.clear()
        self.contact.clear()
        self.note.set_value("")
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        self.set_heading(text.title, " ".join(text.sentences))
        for need, box in self.boxes.items():
            box.set_words(text.choices[need].label)
            box.set_picture(choice_picture(self.text_id, need))
        for label, field, words in (
            (self.language_label, self.language, QCoreApplication.translate("Help", "Your language")),
            (self.contact_label, self.contact, QCoreApplication.translate("Help", "A safe way to reach you")),
            (self.note_label, self.note, QCoreApplication.translate("Help", "Anything else")),
        ):
            label.setText(words)
            field.setAccessibleName(words)

    def refresh(self) -> None:
        super().refresh()
        needs = self.session.help.needs if self.session.help else ()
        for need, box in self.boxes.items():
            box.setChecked(need in needs)

    def _store(self) -> None:
        needs = tuple(need for need, box in self.boxes.items() if box.isChecked())
        language, contact, note = self.language.value, self.contact.value, self.note.value
        given = needs or language or contact or note
        self.session.help = HelpRequest(needs, language, contact, note) if given else None
        self.edited()


def _labelled(label: PlainLabel, field: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(field)
    column.addStretch(1)
    return both
