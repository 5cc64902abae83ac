"""Pages that lie over the walk for a moment: the choice of language, and how this works. They change no answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.pictures import sentence_pictures
from kiosk.ui.widgets.buttons import OnwardButton
from kiosk.ui.widgets.language_button import LanguageButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.widgets.scroll_card import ScrollCard
from kiosk.ui.widgets.sentence_list import SentenceList

_COLUMNS = (4, 2)
_LANGUAGE_PX = QSize(190, 128)


class SidePage(QWidget):
    """A card with a title and one button that leads back to where she was."""

    closed = Signal()

    def __init__(self, identifier: str) -> None:
        super().__init__()
        self.setAccessibleIdentifier(identifier)
        self.title = PlainLabel("title")
        card = ScrollCard()
        self.body = card.content
        self.body.setSpacing(20)
        card.above.addWidget(self.title)
        self.done = OnwardButton("return")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(card, 1)
        layout.addLayout(row)
        self.done.clicked.connect(self.closed)

    def retranslate(self) -> None:
        self.done.set_text(QCoreApplication.translate("SidePage", "Go on"))

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    def focus_first(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)


class LanguagePage(SidePage):
    """A touch on a language changes the window at once and leads back."""

    chosen = Signal(str)

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__("page-language")
        self.buttons = {code: LanguageButton(code) for code in languages}
        self._group = QButtonGroup(self)
        for code, button in self.buttons.items():
            self._group.addButton(button)
            button.make_big(_LANGUAGE_PX)
            button.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
        buttons = list(self.buttons.values())
        self.body.addStretch(1)
        self.body.addWidget(Reflow([in_columns(buttons, columns) for columns in _COLUMNS], 16))
        self.body.addStretch(2)

    def show_language(self, code: str) -> None:
        self.buttons[code].setChecked(True)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(QCoreApplication.translate("LanguagePage", "Choose your language"))


class HowToPage(SidePage):
    """What the buttons do, and that a person is near."""

    def __init__(self) -> None:
        super().__init__("page-how-to")
        self._list = SentenceList()
        self.body.addWidget(self._list, 1)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(QCoreApplication.translate("HowTo", "How this works"))
        self._list.set_sentences(
            [
                QCoreApplication.translate("HowTo", "You answer one question at a time. You can go back at any time."),
                QCoreApplication.translate("HowTo", "Listen reads the page aloud. Text size makes the words bigger."),
                QCoreApplication.translate("HowTo", "With the red button you start and stop recording."),
                QCoreApplication.translate("HowTo", "Nothing leaves this device until you press Send my story."),
                QCoreApplication.translate("HowTo", "Stop and leave deletes everything you have said here."),
                QCoreApplication.translate("HowTo", "If you are not sure, ask the people who invited you."),
            ],
            sentence_pictures("how-to"),
        )
