"""Name, voice, uses and help: by mouse and by keyboard, nothing chosen beforehand, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from choice_stage import LANGUAGES, Stage, find, open_stage, press, told_session, type_key
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.story.session import Session
from kiosk.ui.screens.help import HelpScreen
from kiosk.ui.screens.name import NameScreen
from kiosk.ui.screens.uses import UsesScreen
from kiosk.ui.screens.voice import VoiceScreen
from sync.contract.story import MAX_NAME_CHARACTERS, HelpRequest, Identity, IdentityKind, Need, Use, Voice

NAME_CARDS = {"name-none": IdentityKind.NONE, "name-other": IdentityKind.OTHER, "name-mine": IdentityKind.OWN}


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


def checked(screen: QWidget) -> set[str]:
    return {button.accessibleIdentifier() for button in screen.findChildren(QAbstractButton) if button.isChecked()}


# Name


def test_no_name_is_preselected_and_continue_waits_for_a_choice(stage: Stage) -> None:
    screen = stage.show(NameScreen(stage.words))
    assert checked(screen) == set()
    assert not find(screen, "continue").isEnabled()
    assert not screen.field.isVisible()


def test_no_name_is_chosen_by_mouse(stage: Stage) -> None:
    session = Session()
    screen = stage.show(NameScreen(stage.words), session)
    press(screen, "name-none")
    assert session.identity == Identity(IdentityKind.NONE)
    assert find(screen, "continue").isEnabled()
    assert not screen.field.isVisible()


@pytest.mark.parametrize("card", ["name-other", "name-mine"])
def test_a_card_that_needs_a_name_is_no_choice_without_one(stage: Stage, card: str) -> None:
    session = Session()
    screen = stage.show(NameScreen(stage.words), session)
    type_key(screen, card)
    assert session.identity is None
    assert not find(screen, "continue").isEnabled()
    QTest.keyClicks(find(screen, "name-field"), "Fajr")
    assert session.identity == Identity(NAME_CARDS[card], "Fajr")
    assert find(screen, "continue").isEnabled()
    screen.field.clear()
    QTest.keyClick(screen.field, Qt.Key.Key_Space)
    assert session.identity is None


def test_a_name_typed_for_one_card_does_not_slip_into_the_other(stage: Stage) -> None:
    session = Session()
    screen = stage.show(NameScreen(stage.words), session)
    press(screen, "name-mine")
    QTest.keyClicks(screen.field, "Real Name")
    press(screen, "name-other")
    assert screen.field.text() == ""
    assert session.identity is None


def test_the_name_field_gives_nothing_away(stage: Stage) -> None:
    screen = stage.show(NameScreen(stage.words))
    press(screen, "name-mine")
    QTest.keyClicks(screen.field, "x" * (MAX_NAME_CHARACTERS + 30))
    assert len(screen.field.text()) == MAX_NAME_CHARACTERS
    screen.field.selectAll()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(screen.field, key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"
    assert len(screen.field.text()) == MAX_NAME_CHARACTERS
    assert screen.field.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    screen.leave()
    assert screen.field.text() == ""


def test_control_characters_in_a_pasted_name_are_dropped(stage: Stage) -> None:
    session = Session()
    screen = stage.show(NameScreen(stage.words), session)
    press(screen, "name-mine")
    screen.field.insert("Fa\u202ejr\x07")
    screen.field.textEdited.emit(screen.field.text())
    assert session.identity == Identity(IdentityKind.OWN, "Fajr")


def test_continue_binds_consent_to_the_words_that_stood_there(stage: Stage) -> None:
    session = Session()
    screen = stage.show(NameScreen(stage.words), session)
    followed: list[bool] = []
    screen.continued.connect(lambda: followed.append(True))
    press(screen, "name-none")
    assert "name" not in session.texts
    press(screen, "continue")
    assert followed == [True]
    assert session.texts["name"] == stage.words.texts.text_hash("name")


# Voice


def test_no_voice_is_preselected(stage: Stage) -> None:
    screen = stage.show(VoiceScreen(stage.words))
    assert checked(screen) == set()
    assert not find(screen, "continue").isEnabled()


@pytest.mark.parametrize("voice", list(Voice))
def test_each_voice_by_mouse_and_by_keyboard(stage: Stage, voice: Voice) -> None:
    for choose in (press, type_key):
        session = Session()
        screen = stage.show(VoiceScreen(stage.words), session)
        choose(screen, f"voice-{voice}")
        assert session.voice is voice
        assert checked(screen) == {f"voice-{voice}"}
        assert find(screen, "continue").isEnabled()


def test_keeping_it_in_the_archive_takes_back_every_tick(stage: Stage) -> None:
    session = Session(uses={Use.ONLINE, Use.PARTNERS})
    screen = stage.show(VoiceScreen(stage.words), session)
    press(screen, "voice-archive")
    assert session.uses == set()


# Uses


def test_all_five_boxes_begin_empty_and_may_stay_so(stage: Stage) -> None:
    screen = stage.show(UsesScreen(stage.words))
    assert {find(screen, f"use-{use}").accessibleIdentifier() for use in Use} == {f"use-{use}" for use in Use}
    assert checked(screen) == set()
    assert find(screen, "continue").isEnabled()


@pytest.mark.parametrize("use", list(Use))
def test_each_box_speaks_for_itself_alone(stage: Stage, use: Use) -> None:
    session = Session()
    screen = stage.show(UsesScreen(stage.words), session)
    press(screen, f"use-{use}")
    assert session.uses == {use}
    assert checked(screen) == {f"use-{use}"}
    type_key(screen, f"use-{use}")
    assert session.uses == set()


def test_with_archive_only_there_is_nothing_to_tick(stage: Stage) -> None:
    session = Session(voice=Voice.ARCHIVE)
    screen = stage.show(UsesScreen(stage.words), session)
    usual = " ".join(stage.words.texts.page("uses").sentences)
    assert not any(find(screen, f"use-{use}").isEnabled() for use in Use)
    assert screen.sentence.text() != usual
    session.voice = Voice.OWN
    screen.enter(session)
    assert all(find(screen, f"use-{use}").isEnabled() for use in Use)
    assert screen.sentence.text() == usual


# Help


def test_an_untouched_page_asks_for_nothing(stage: Stage) -> None:
    session = Session()
    screen = stage.show(HelpScreen(stage.words), session)
    assert checked(screen) == set()
    press(screen, "continue")
    assert session.help is None


def test_needs_and_words_become_one_request_and_can_be_taken_back(stage: Stage) -> None:
    session = Session()
    screen = stage.show(HelpScreen(stage.words), session)
    press(screen, "need-law")
    type_key(screen, "need-training")
    QTest.keyClicks(find(screen, "help-language"), "Dari")
    QTest.keyClicks(find(screen, "help-contact"), "through the office")
    QTest.keyClicks(find(screen, "help-note"), "soon")
    assert session.help == HelpRequest((Need.LAW, Need.TRAINING), "Dari", "through the office", "soon")
    again = stage.show(HelpScreen(stage.words), session)
    assert checked(again) == {"need-law", "need-training"}
    assert again.note.value == "soon"
    for identifier in ("need-law", "need-training"):
        press(again, identifier)
    for field in (again.language, again.contact, again.note):
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert session.help is None


def test_the_note_is_bounded_and_leaves_the_clipboard_alone(stage: Stage) -> None:
    screen = stage.show(HelpScreen(stage.words))
    note = screen.note
    note.setPlainText("y" * 1_200)
    assert len(note.toPlainText()) == 1_000
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    note.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
        QTest.keyClick(note, key, Qt.KeyboardModifier.ControlModifier)
    note.copy()
    assert "y" not in clipboard.text()
    screen.leave()
    assert note.toPlainText() == ""


def test_tab_leads_out_of_the_note(stage: Stage) -> None:
    screen = stage.show(HelpScreen(stage.words), told_session(stage.words.language))
    screen.activateWindow()
    screen.note.setFocus()
    QTest.keyClick(screen.note, Qt.Key.Key_Tab)
    assert not screen.note.hasFocus()
    assert screen.note.toPlainText() == ""
