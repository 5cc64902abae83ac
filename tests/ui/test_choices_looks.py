"""What holds for every choosing page: it fits, it mirrors, it shows text as text, and everything can be found, pressed and read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from choice_stage import HEIGHT_PX, LANGUAGES, WIDTH_PX, Stage, chosen_session, open_stage, silence
from heard_answers import hearing
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui import theme
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.help import HelpScreen
from kiosk.ui.screens.name import NameScreen
from kiosk.ui.screens.name_check import NameCheckScreen
from kiosk.ui.screens.sent import SentScreen
from kiosk.ui.screens.uses import UsesScreen
from kiosk.ui.screens.voice import VoiceScreen
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.reflow import Reflow, in_columns
from sync.contract.story import Identity, IdentityKind, Voice


def sent_screen(stage: Stage) -> SentScreen:
    screen = SentScreen(stage.words, stage.speaker)
    screen.show_sent("4539148803436467", True)
    return screen


SCREENS: dict[str, Callable[[Stage], Screen]] = {
    "name": lambda stage: NameScreen(stage.words),
    "name-check": lambda stage: NameCheckScreen(stage.words, hearing(stage)),
    "voice": lambda stage: VoiceScreen(stage.words),
    "uses": lambda stage: UsesScreen(stage.words),
    "help": lambda stage: HelpScreen(stage.words),
    "check": lambda stage: CheckScreen(stage.words, stage.speaker, silence(9_400)),
    "sent": sent_screen,
}


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, stage: Stage) -> Screen:
    session = chosen_session(stage.words.language)
    if request.param == "name":
        session.choose_identity(Identity(IdentityKind.OTHER, "Fajr"))
    return stage.show(SCREENS[request.param](stage), session)


def shown(screen: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in screen.findChildren(kind) if widget.isVisible()]


def place(screen: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())


def test_it_fits_without_scrolling(screen: Screen) -> None:
    assert screen.minimumSizeHint().width() <= WIDTH_PX
    assert screen.minimumSizeHint().height() <= HEIGHT_PX
    assert screen.size().toTuple() == (WIDTH_PX, HEIGHT_PX)
    assert screen.scroll_area.verticalScrollBar().maximum() == 0
    content = screen.scroll_area.widget()
    assert content.minimumSizeHint().width() <= screen.scroll_area.viewport().width()


def test_nothing_is_cut_off_or_lies_over_something_else(screen: Screen) -> None:
    whole = screen.rect()
    pressed = [place(screen, button) for button in shown(screen, QAbstractButton)]
    for rect in pressed:
        assert whole.contains(rect)
    for label in shown(screen, QLabel):
        assert isinstance(label, QLabel)
        assert whole.contains(place(screen, label))
        if label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
        if not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()
    for number, one in enumerate(pressed):
        assert not any(one.intersects(other) for other in pressed[number + 1 :])


@pytest.mark.parametrize("size", list(theme.TextSize))
def test_with_larger_type_it_may_scroll_but_nothing_is_cut_sideways(
    screen: Screen, stage: Stage, looks: QApplication, size: theme.TextSize
) -> None:
    theme.apply(looks, theme.Look(size))
    stage.settle()
    assert screen.minimumSizeHint().width() <= WIDTH_PX
    assert screen.size().toTuple() == (WIDTH_PX, HEIGHT_PX)
    for button in shown(screen, QAbstractButton):
        assert screen.rect().left() <= place(screen, button).left()
        assert place(screen, button).right() <= screen.rect().right()
        longest = max(button.text().split(), key=len, default="")
        bold = QFont(button.font())
        bold.setBold(True)
        needed = QFontMetrics(bold).horizontalAdvance(longest if isinstance(button, ChoiceCard) else button.text())
        assert button.width() >= needed + 2 * 16, button.text()


def test_targets_are_large_enough(screen: Screen) -> None:
    for button in shown(screen, QAbstractButton):
        assert min(button.width(), button.height()) >= theme.TARGET_PX, button.accessibleIdentifier()


def test_texts_are_shown_as_text(screen: Screen) -> None:
    for label in screen.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_everything_that_can_be_used_has_an_identifier_a_name_and_the_keyboard(screen: Screen) -> None:
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for control in shown(screen, kind):
            assert control.accessibleIdentifier()
            assert control.accessibleName()
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    identifiers = [control.accessibleIdentifier() for control in shown(screen, QAbstractButton)]
    assert len(set(identifiers)) == len(identifiers)


def test_the_page_can_be_found_and_heard(screen: Screen, stage: Stage) -> None:
    assert screen.accessibleIdentifier() == f"page-{screen.page}"
    assert screen.accessibleName()
    assert stage.words.clips(screen.title.text()) is not None


def test_continue_stands_where_lines_end_and_back_where_they_begin(screen: Screen, stage: Stage) -> None:
    first = screen.more_time if isinstance(screen, SentScreen) else screen.back
    begin, onward = place(screen, first).center().x(), place(screen, screen.continue_).center().x()
    assert (begin < onward) is (stage.words.direction is Qt.LayoutDirection.LeftToRight)


def test_a_changed_language_leaves_no_old_words(screen: Screen, stage: Stage) -> None:
    title, old = screen.title.text(), stage.words.language
    stage.words.choose("ar" if old == "en" else "en")
    screen.retranslate()
    assert screen.title.text() != title
    stage.words.choose(old)
    screen.retranslate()
    assert screen.title.text() == title


def test_with_nothing_chosen_nothing_looks_chosen(stage: Stage) -> None:
    for make in SCREENS.values():
        fresh = stage.show(make(stage))
        assert not any(button.isChecked() for button in fresh.findChildren(QAbstractButton))


@pytest.mark.parametrize("voice", list(Voice))
def test_the_check_page_fits_with_every_voice(stage: Stage, voice: Voice) -> None:
    screen = stage.show(SCREENS["check"](stage), chosen_session(stage.words.language, voice))
    assert screen.scroll_area.verticalScrollBar().maximum() == 0


def test_a_grid_gives_way_when_it_becomes_narrow_and_comes_back(looks: QApplication, qtbot: QtBot) -> None:
    buttons = [QPushButton(f"Button number {number}") for number in range(6)]
    grid = Reflow([in_columns(buttons, columns) for columns in (3, 2, 1)], 10)
    qtbot.addWidget(grid)
    columns = []
    for width in (1_200, 500, 340, 200, 1_200):
        grid.resize(width, 400)
        grid.show()
        QApplication.processEvents()
        columns.append(grid.columns)
    assert columns[0] == columns[-1] == 3
    assert columns[:-1] == sorted(columns[:-1], reverse=True)
    assert columns[3] == 1
    assert {place(grid, button).left() for button in buttons} == {place(grid, button).left() for button in buttons[:3]}


def test_pictures_of_cards_side_by_side_are_equally_large(looks: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words stand below each: a large one beside a small one would look like the better choice."""
    drawn: list[float] = []
    monkeypatch.setattr("kiosk.ui.widgets.choice_card.paint_pictogram", lambda painter, place, name, **_: drawn.append(place.width()))
    around = QWidget()
    qtbot.addWidget(around)
    cards = [ChoiceCard(f"card-{number}", one_of_several=True, tall=True, parent=around) for number in range(2)]
    cards[0].set_words("Short")
    cards[1].set_words("Somebody else reads my words", "The public does not hear your voice. " * 4)
    for number, card in enumerate(cards):
        card.set_picture("heart")
        card.setGeometry(number * 300, 0, 290, 330)
    around.resize(600, 340)
    around.show()
    drawn.clear()
    around.grab()
    assert len(drawn) == 2
    assert drawn[0] == drawn[1]
