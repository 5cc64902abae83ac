"""A control that assistive technology switches says that it was clicked, and says nothing of the kind when the program switches it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup
from pytestqt.qtbot import QtBot

from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.language_button import LanguageButton
from kiosk.ui.widgets.photo_tile import PhotoTile
from kiosk.ui.widgets.size_button import SizeButton


def quiet() -> QAbstractButton:
    button = QuietButton("quiet")
    button.setCheckable(True)
    return button


MAKERS: dict[str, Callable[[], QAbstractButton]] = {
    "one-of-several": lambda: ChoiceCard("card", one_of_several=True),
    "each-its-own": lambda: ChoiceCard("card", one_of_several=False),
    "language": lambda: LanguageButton("en"),
    "photo": lambda: PhotoTile("photo"),
    "size": lambda: SizeButton(TextSize.LARGE),
    "quiet": quiet,
}


def by_aid(button: QAbstractButton) -> None:
    """What Qt does when assistive technology asks a checkable control to toggle."""
    QAbstractButton.toggle(button)


def clicks(button: QAbstractButton) -> list[bool]:
    heard: list[bool] = []
    button.clicked.connect(lambda on: heard.append(on))
    return heard


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_whoever_switches_it_clicks_it_once(make: Callable[[], QAbstractButton], looks: QApplication, qtbot: QtBot) -> None:
    button = make()
    qtbot.addWidget(button)
    button.resize(200, 100)
    button.show()
    heard = clicks(button)
    by_aid(button)
    assert heard == [True]
    button.setChecked(True)
    assert heard == [True]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(heard) == 2


def test_the_program_clicks_nothing(looks: QApplication, qtbot: QtBot) -> None:
    card = ChoiceCard("card", one_of_several=False)
    qtbot.addWidget(card)
    heard = clicks(card)
    card.setChecked(True)
    card.setChecked(False)
    assert heard == []


def test_of_several_only_the_chosen_one_is_clicked_and_the_group_hears_of_it(looks: QApplication, qtbot: QtBot) -> None:
    cards = [ChoiceCard(f"card-{number}", one_of_several=True) for number in range(3)]
    group = QButtonGroup()
    heard, told = [clicks(card) for card in cards], list[QAbstractButton]()
    group.buttonClicked.connect(lambda button: told.append(button))
    numbers: list[int] = []
    group.idClicked.connect(lambda number: numbers.append(number))
    for number, card in enumerate(cards):
        qtbot.addWidget(card)
        group.addButton(card, number)
    by_aid(cards[0])
    by_aid(cards[2])
    assert heard == [[True], [], [True]]
    assert told == [cards[0], cards[2]]
    assert numbers == [0, 2]
