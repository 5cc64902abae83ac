"""The question about the name: the first answer always, others where a name was marked, one at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from choice_stage import LANGUAGES, Stage, find, open_stage, press, told_session, type_key
from heard_answers import Heard, hearing
from PySide6.QtWidgets import QApplication

from kiosk.story.pages import Page
from kiosk.story.session import Session
from kiosk.ui.screens.name_check import NameCheckScreen
from sync.contract.story import Identity, IdentityKind, Span


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


def unnamed(stage: Stage) -> Session:
    """The first answer has a mark from 1.2 to 3.4 s."""
    session = told_session(stage.words.language)
    session.choose_identity(Identity(IdentityKind.NONE))
    return session


def name_check(stage: Stage, session: Session, heard: Heard | None = None) -> NameCheckScreen:
    return stage.show(NameCheckScreen(stage.words, hearing(stage, heard)), session)


def test_nothing_counts_as_checked_before_she_says_so(stage: Stage) -> None:
    screen = name_check(stage, unnamed(stage))
    assert not screen.said_none.isChecked()
    assert not find(screen, "continue").isEnabled()


def test_saying_that_there_is_no_name(stage: Stage) -> None:
    session = unnamed(stage)
    screen = name_check(stage, session)
    type_key(screen, "no-name-said")
    assert session.name_checked
    assert find(screen, "continue").isEnabled()
    press(screen, "no-name-said")
    assert not session.name_checked


def test_her_mark_is_offered_and_cut(stage: Stage) -> None:
    session = unnamed(stage)
    screen = name_check(stage, session)
    press(screen, "cut-name")
    assert session.answers["why"].cuts == [Span(1_200, 3_400)]
    assert session.name_checked
    press(screen, "cut-undo")
    assert session.answers["why"].cuts == []
    assert not session.name_checked


def test_a_name_that_she_did_not_mark_is_marked_and_cut(stage: Stage) -> None:
    session = unnamed(stage)
    session.answers["why"].name_marks.clear()
    screen = name_check(stage, session)
    assert not find(screen, "cut-name").isEnabled()
    screen.bar.track.seek(6_000)
    type_key(screen, "mark-name")
    press(screen, "mark-begin-later")
    press(screen, "cut-name")
    assert session.answers["why"].cuts == [Span(2_500, 7_000)]
    assert session.name_checked


def test_cutting_one_of_two_names_is_not_enough(stage: Stage) -> None:
    session = unnamed(stage)
    session.answers["why"].name_marks.append(Span(5_000, 6_000))
    screen = name_check(stage, session)
    press(screen, "cut-name")
    assert not session.name_checked
    press(screen, "mark-next")
    press(screen, "mark-drop")
    assert session.name_checked


def test_what_she_said_about_one_state_does_not_hold_for_another(stage: Stage) -> None:
    session = unnamed(stage)
    screen = name_check(stage, session)
    press(screen, "no-name-said")
    screen.bar.track.seek(8_000)
    press(screen, "mark-name")
    assert not session.name_checked
    assert not screen.said_none.isChecked()


def test_the_answer_is_played_with_its_cuts(stage: Stage) -> None:
    heard = Heard()
    screen = name_check(stage, unnamed(stage), heard)
    press(screen, "cut-name")
    assert heard.asked == [(["a"], 9_400, []), (["a"], 9_400, [Span(1_200, 3_400)])]
    press(screen, "play")
    stage.settle()
    assert screen.bar.playing
    screen.leave()
    assert not stage.speaker.playing


def test_marked_answers_are_asked_about_one_after_the_other(stage: Stage) -> None:
    session = unnamed(stage)
    session.answers["challenge"].name_marks.append(Span(30_000, 35_000))
    screen = name_check(stage, session)
    left: list[str] = []
    screen.continued.connect(lambda: left.append("onward"))
    screen.back_asked.connect(lambda: left.append("back"))
    titles = [screen.title.text()]
    press(screen, "no-name-said")
    assert not session.name_checked
    press(screen, "continue")
    titles.append(screen.title.text())
    assert screen.prompt == "challenge"
    assert screen.bar.track.duration_ms == 61_000
    assert len(set(titles)) == 2
    assert not screen.said_none.isChecked()
    assert not find(screen, "continue").isEnabled()
    press(screen, "back")
    assert screen.prompt == "why"
    assert screen.said_none.isChecked()
    press(screen, "continue")
    press(screen, "cut-name")
    assert session.answers["challenge"].cuts == [Span(30_000, 35_000)]
    assert session.name_checked
    assert left == []
    press(screen, "continue")
    assert left == ["onward"]
    assert session.texts["name-check"]


def test_only_the_marked_answer_is_asked_about_where_the_first_was_skipped(stage: Stage) -> None:
    session = unnamed(stage)
    session.answers["why"].take_ids.clear()
    session.answers["challenge"].name_marks.append(Span(30_000, 35_000))
    screen = name_check(stage, session)
    assert screen.prompt == "challenge"
    again: list[Page] = []
    screen.record_again_asked.connect(again.append)
    press(screen, "rerecord")
    assert again == [Page.PROMPT_2]
    press(screen, "back")
    press(screen, "no-name-said")
    assert session.name_checked


def test_recording_again_is_asked_for_and_left_to_the_window(stage: Stage) -> None:
    screen = name_check(stage, unnamed(stage))
    asked: list[Page] = []
    screen.record_again_asked.connect(asked.append)
    press(screen, "rerecord")
    assert asked == [Page.PROMPT_1]
