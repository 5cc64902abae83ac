"""Her own wish and her age: nothing preselected, nothing of a no is kept or shown again, and nobody who says no is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from choice_stage import Stage, chosen_session, open_stage, press
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.story.session import Question, Session
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.understood import UnderstoodScreen
from kiosk.ui.visit import begin_visit
from sync.contract.story import Voice

YES = {"own-will": "will-own", "age": "age-adult"}
NO = {"own-will": "will-told", "age": "age-minor"}
CANARY = "Canary-Wangari-7361"


@pytest.fixture
def stage(looks: QApplication, request: pytest.FixtureRequest) -> Any:
    yield from open_stage(getattr(request, "param", "en"), looks)


def chosen(kiosk: KioskWindow, *identifiers: str) -> list[bool]:
    buttons = [kiosk.find(identifier) for identifier in identifiers]
    assert all(isinstance(button, QAbstractButton) for button in buttons)
    return [button.isChecked() for button in buttons]  # type: ignore[attr-defined]


def to(kiosk: KioskWindow, page: str) -> None:
    """From Start to one of the two questions."""
    kiosk.press("start")
    kiosk.press("continue")
    if page == "age":
        kiosk.press("will-own")
        kiosk.press("continue")
    assert kiosk.page == page


def saved(kiosk: KioskWindow) -> dict[str, Any]:
    assert kiosk.shell.visit is not None
    record = kiosk.shell.visit.visit.draft.load_session()
    assert record is not None
    return record


@pytest.mark.parametrize("page", list(YES))
def test_nothing_is_chosen_before_she_does(kiosk: KioskWindow, page: str) -> None:
    to(kiosk, page)
    assert chosen(kiosk, YES[page], NO[page]) == [False, False]
    assert not kiosk.find("continue").isEnabled()
    kiosk.press(NO[page])
    kiosk.press(YES[page])
    assert chosen(kiosk, YES[page], NO[page]) == [True, False]
    kiosk.press("continue")
    assert kiosk.page == {"own-will": "age", "age": "microphone"}[page]


@pytest.mark.parametrize("page", list(NO))
def test_a_no_leads_to_somebody_to_talk_to_and_never_to_a_recorder(kiosk: KioskWindow, page: str) -> None:
    to(kiosk, page)
    kiosk.press(NO[page])
    kiosk.press("continue")
    assert kiosk.page == "talk-first"
    assert {"back", "talk-stop", "leave"} <= kiosk.visible()
    assert not {"record", "continue", "mic-ok"} & kiosk.visible()
    assert kiosk.recorders == []
    kiosk.press("talk-stop")
    assert kiosk.page == "start"
    assert kiosk.draft_ids() == []


def test_what_the_draft_and_the_screen_know_afterwards_is_the_same_whichever_was_answered_with_no(kiosk: KioskWindow) -> None:
    found = []
    for page in NO:
        to(kiosk, page)
        kiosk.press(NO[page])
        kiosk.press("continue")
        words = {widget.accessibleIdentifier(): widget.accessibleName() for widget in [kiosk.shell.current]}
        after_no = saved(kiosk)
        kiosk.press("back")
        assert kiosk.page == "own-will"
        assert chosen(kiosk, "will-own", "will-told") == [False, False]
        assert not kiosk.find("continue").isEnabled()
        found.append((words, after_no))
        kiosk.press("leave")
    assert found[0] == found[1]
    _, record = found[0]
    assert (record["own_wish"], record["adult"], record["page"]) == (False, False, "own-will")


def test_a_yes_is_not_shown_again_either(kiosk: KioskWindow) -> None:
    kiosk.begin()
    for page in ("age", "own-will"):
        kiosk.press("back")
        assert kiosk.page == page
        assert chosen(kiosk, YES[page], NO[page]) == [False, False]
        assert not kiosk.find("continue").isEnabled()
    kiosk.answer_first_questions()
    assert kiosk.page == "microphone"


def test_a_no_after_something_was_said_deletes_it_only_after_the_question(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    kiosk.press("keep")
    for _ in range(2):
        kiosk.press("back")
    kiosk.press("age-minor")
    kiosk.press("continue")
    assert kiosk.page == "talk-first"
    assert not kiosk.recorder.recording
    kiosk.press("talk-stop")
    kiosk.press("leave-confirm")
    assert kiosk.page == "start"
    assert kiosk.draft_ids() == []


def test_a_story_of_a_version_that_did_not_ask_is_asked_first(kiosk: KioskWindow) -> None:
    visit = begin_visit(kiosk.drafts, kiosk.keys, "en")
    record = Session(language="en", page="prompt-2").to_record()
    for key in ("own_wish", "adult", "understood", "text_languages"):
        del record[key]
    visit.draft.save_session(record)
    kiosk.shell._resume(visit.draft.draft_id)
    assert kiosk.page == "own-will"


def test_each_page_binds_in_the_language_it_was_read_in(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(languages=("en", "ar"))
    english = kiosk.shell.languages.words.texts.text_hash("about")
    kiosk.press("start")
    kiosk.press("continue")
    kiosk.shell.choose_language("ar")
    kiosk.press("will-own")
    kiosk.press("continue")
    record = saved(kiosk)
    arabic = kiosk.shell.languages.words.texts.text_hash("own-will")
    assert record["texts"] == {"about": english, "own-will": arabic}
    assert record["text_languages"] == {"about": "en", "own-will": "ar"}


def test_a_name_that_was_typed_and_then_not_wanted_is_nowhere(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    for name in ("continue", "skip", "skip", "skip", "continue", "name-mine"):
        kiosk.press(name)
    field = kiosk.find("name-field")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, CANARY)
    assert CANARY in repr(saved(kiosk))
    kiosk.press("name-none")
    assert CANARY not in repr(saved(kiosk))
    assert all(CANARY not in line.text() for line in kiosk.shell.findChildren(QLineEdit))
    kiosk.press("name-other")
    assert CANARY not in field.text()
    field.undo()
    assert CANARY not in field.text()


# Who will hear it


@pytest.mark.parametrize("stage", ["en", "ar"], indirect=True)
@pytest.mark.parametrize("question", list(Question))
def test_only_the_right_answer_opens_the_way_and_a_wrong_one_is_answered(stage: Stage, question: Question) -> None:
    session = chosen_session(stage.words.language, Voice.OWN if question is Question.PUBLIC else Voice.ARCHIVE)
    session.understood = None
    screen = stage.show(UnderstoodScreen(stage.words), session)
    text = stage.words.texts.page(f"understood-{question}")
    assert screen.title.text() == text.title
    assert not any(card.isChecked() for card in screen.cards.cards.values())
    assert not screen.continue_.isEnabled()
    replies = [choice.sentence for choice in text.choices.values()]
    for place in (1, 3, 2, 1, 2):
        press(screen, f"understood-{place}")
        assert screen.reply.isVisible()
        assert screen.reply.text() == replies[place - 1]
        assert screen.continue_.isEnabled() is (place == 2)
        assert session.understood == (question if place == 2 else None)
    press(screen, "continue")
    assert set(session.texts) == {f"understood-{question}"}


def test_the_question_is_asked_anew_when_the_choices_lead_to_another(stage: Stage) -> None:
    session = chosen_session("en")
    screen = stage.show(UnderstoodScreen(stage.words), session)
    assert screen.cards.cards["1"].isChecked()
    screen.leave()
    session.uses.clear()
    screen.enter(session)
    assert screen.title.text() == stage.words.texts.page("understood-archive").title
    assert not any(card.isChecked() for card in screen.cards.cards.values())
    assert not screen.continue_.isEnabled()


@pytest.mark.parametrize("voice", [Voice.OWN, Voice.READER, Voice.WORDS])
def test_where_no_place_is_ticked_the_public_hears_nothing(stage: Stage, voice: Voice) -> None:
    session = chosen_session("en", voice)
    session.uses.clear()
    screen = stage.show(CheckScreen(stage.words, stage.speaker, lambda _: pytest.fail("nothing is to be heard")), session)
    assert not screen.hear.isVisible()
    assert "You ticked no place" in screen.nothing_to_hear.text()
