"""Cards of which exactly one is chosen, by hand or by keys, and none to begin with."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup

from kiosk.story.texts import PageText
from kiosk.ui.pictures import choice_picture
from kiosk.ui.widgets.choice_card import ChoiceCard

Value = TypeVar("Value")


class OneOf(QObject, Generic[Value]):
    """Keeps the cards of one question. `options` maps a choice's id in the page's words to (accessible identifier, value)."""

    chosen = Signal(object)
    """(value) By the person, not by `show`."""

    def __init__(self, options: dict[str, tuple[str, Value]], parent: QObject, *, tall: bool = False) -> None:
        super().__init__(parent)
        self._values = {choice: value for choice, (_, value) in options.items()}
        self.cards = {choice: ChoiceCard(identifier, one_of_several=True, tall=tall) for choice, (identifier, _) in options.items()}
        self._group = QButtonGroup(self)
        for card in self.cards.values():
            self._group.addButton(card)
        self._group.buttonClicked.connect(self._clicked)

    def set_words(self, text: PageText) -> None:
        for choice, card in self.cards.items():
            card.set_words(text.choices[choice].label, text.choices[choice].sentence)
            card.set_picture(choice_picture(text.text_id, choice))

    def show_value(self, value: Value | None) -> None:
        """None unchecks all: nothing is ever preselected."""
        self._group.setExclusive(False)
        for choice, card in self.cards.items():
            card.setChecked(value is not None and self._values[choice] == value)
        self._group.setExclusive(True)

    def _clicked(self, card: ChoiceCard) -> None:
        for choice, known in self.cards.items():
            if known is card:
                self.chosen.emit(self._values[choice])
