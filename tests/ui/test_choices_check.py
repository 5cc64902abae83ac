"""The question about the name, the last check before Send, and the page after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from choice_stage import LANGUAGES, Stage, chosen_session, find, open_stage, press, silence, told_session, type_key
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.errors import DiskFull
from kiosk.story.interview import STEPS, Page
from kiosk.story.session import Session
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.name_check import NameCheckScreen, merged
from kiosk.ui.screens.sent import STAY_S, SentScreen
from sync.contract.story import Identity, IdentityKind, Span, Voice

CODE = "4539148803436467"


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


def unnamed(stage: Stage) -> Session:
    session = told_session(stage.words.language)
    session.choose_identity(Identity(IdentityKind.NONE))
    return session


def name_check(stage: Stage, session: Session) -> NameCheckScreen:
    return stage.show(NameCheckScreen(stage.words, stage.speaker, silence(9_400)), session)


# The question about the name


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
    assert screen.notice.sentence
    assert not find(screen, "cut-name").isEnabled()  # no second mark waits
    press(screen, "cut-undo")
    assert session.answers["why"].cuts == []
    assert not session.name_checked


def test_a_part_of_her_own_choice_is_cut(stage: Stage) -> None:
    session = unnamed(stage)
    session.answers["why"].name_marks.clear()
    screen = name_check(stage, session)
    assert not find(screen, "cut-name").isEnabled()
    screen.bar.track.setValue(4_000)
    press(screen, "cut-begins")
    screen.bar.track.setValue(5_000)
    type_key(screen, "cut-ends")
    press(screen, "cut-wider")
    press(screen, "cut-name")
    assert session.answers["why"].cuts == [Span(3_500, 5_500)]


def test_one_press_after_the_name_is_enough_and_stays_inside_the_answer(stage: Stage) -> None:
    session = unnamed(stage)
    session.answers["why"].name_marks.clear()
    screen = name_check(stage, session)
    screen.bar.track.setValue(1_000)
    press(screen, "cut-ends")
    press(screen, "cut-name")
    assert session.answers["why"].cuts == [Span(0, 1_000)]
    screen.bar.track.setValue(9_000)
    press(screen, "cut-begins")
    press(screen, "cut-name")
    assert session.answers["why"].cuts == [Span(0, 1_000), Span(9_000, 9_400)]


def test_the_answer_is_played_with_its_cuts(stage: Stage) -> None:
    sound = silence(9_400)
    screen = stage.show(NameCheckScreen(stage.words, stage.speaker, sound), unnamed(stage))
    press(screen, "cut-name")
    assert sound.asked == [("why", True), ("why", True)]  # type: ignore[attr-defined]
    press(screen, "play")
    stage.settle()
    assert screen.bar.playing
    screen.leave()
    assert not stage.speaker.playing


def test_recording_again_is_asked_for_and_left_to_the_window(stage: Stage) -> None:
    screen = name_check(stage, unnamed(stage))
    asked: list[bool] = []
    screen.record_again_asked.connect(lambda: asked.append(True))
    press(screen, "rerecord")
    assert asked == [True]


def test_cuts_that_touch_become_one() -> None:
    assert merged([Span(5, 9), Span(0, 2), Span(2, 3), Span(8, 12)]) == [Span(0, 3), Span(5, 12)]


# The last check


def check(stage: Stage, session: Session) -> CheckScreen:
    return stage.show(CheckScreen(stage.words, stage.speaker, silence(2_000)), session)


def test_every_step_is_there_and_can_be_changed(stage: Stage) -> None:
    screen = check(stage, chosen_session(stage.words.language))
    asked: list[Page] = []
    screen.change_asked.connect(asked.append)
    for page in STEPS[:-1]:
        press(screen, f"change-{page}")
        assert screen.rows[page].value.text()
    assert asked == list(STEPS[:-1])


def test_send_waits_until_everything_is_chosen(stage: Stage) -> None:
    session = told_session(stage.words.language)
    screen = check(stage, session)
    sent: list[bool] = []
    screen.send_asked.connect(lambda: sent.append(True))
    assert not find(screen, "send").isEnabled()
    screen.finish()
    assert sent == []
    screen.enter(chosen_session(stage.words.language))
    press(screen, "send")
    assert sent == [True]
    assert screen.session.texts["check"] == stage.words.texts.text_hash("check")


def test_while_it_is_saved_nothing_can_be_pressed_twice(stage: Stage) -> None:
    screen = check(stage, chosen_session(stage.words.language))
    sent: list[bool] = []
    screen.send_asked.connect(screen.show_sending)
    screen.send_asked.connect(lambda: sent.append(True))
    press(screen, "send")
    screen.finish()
    assert sent == [True]
    assert screen.notice.sentence
    for identifier in ("send", "back", "hear-public", *(f"change-{page}" for page in STEPS[:-1])):
        assert not find(screen, identifier).isEnabled()


def test_a_fault_shows_its_sentence_and_send_may_be_pressed_again(stage: Stage) -> None:
    screen = check(stage, chosen_session(stage.words.language))
    screen.show_sending()
    saving = screen.notice.sentence
    screen.show_send_fault(DiskFull())
    assert screen.notice.sentence not in ("", saving)
    assert find(screen, "send").isEnabled()


def test_hearing_what_the_public_will_hear(stage: Stage) -> None:
    screen = check(stage, chosen_session(stage.words.language))
    press(screen, "hear-public")
    stage.settle()
    assert stage.speaker.is_playing(screen)
    press(screen, "hear-public")
    assert not stage.speaker.playing


@pytest.mark.parametrize("voice", [Voice.READER, Voice.WORDS, Voice.ARCHIVE])
def test_where_the_public_hears_nothing_it_says_so(stage: Stage, voice: Voice) -> None:
    screen = check(stage, chosen_session(stage.words.language, voice))
    assert not screen.hear.isVisible()
    assert screen.nothing_to_hear.isVisible()
    assert screen.nothing_to_hear.text()


def test_the_name_that_will_stand_there_is_shown_as_it_is(stage: Stage) -> None:
    session = chosen_session(stage.words.language)
    session.choose_identity(Identity(IdentityKind.OTHER, "<b>Fajr</b>"))
    screen = check(stage, session)
    assert screen.rows[Page.NAME].value.text() == "<b>Fajr</b>"


# After Send


def sent(stage: Stage, *, waiting: bool = True, tick_ms: int = 60_000) -> SentScreen:
    screen = SentScreen(stage.words, stage.speaker, tick_ms)
    screen.show_sent(CODE, waiting)
    return stage.show(screen, chosen_session(stage.words.language))


def test_the_code_is_shown_in_groups_and_as_a_picture(stage: Stage) -> None:
    screen = sent(stage)
    code = find(screen, "receipt-code")
    assert isinstance(code, QLabel)
    assert code.text() == "4539 1488 0343 6467"
    assert len(screen.qr.modules) == len(screen.qr.modules[0]) >= 21
    assert find(screen, "play-code").isEnabled()


def test_what_happens_next_depends_on_the_internet(stage: Stage) -> None:
    waiting, going = sent(stage, waiting=True), sent(stage, waiting=False)
    shown = [{label.text() for label in screen.sentences.findChildren(QLabel)} for screen in (waiting, going)]
    assert stage.words.texts.page("sent").sentences[-1] in shown[0] - shown[1]


def test_the_code_is_forgotten_when_the_page_is_left(stage: Stage) -> None:
    screen = sent(stage)
    screen.leave()
    assert not any("4539" in label.text() + label.accessibleName() for label in screen.findChildren(QLabel))
    assert screen.qr.modules == ()


def test_done_leads_on(stage: Stage, qtbot: QtBot) -> None:
    screen = sent(stage)
    with qtbot.waitSignal(screen.continued):
        press(screen, "done")


def test_it_goes_back_to_start_by_itself(stage: Stage, qtbot: QtBot) -> None:
    screen = SentScreen(stage.words, stage.speaker, tick_ms=1)
    screen.show_sent(CODE, True)
    with qtbot.waitSignal(screen.continued):
        stage.show(screen, chosen_session(stage.words.language))


def test_the_countdown_can_be_seen_and_extended(stage: Stage, qtbot: QtBot) -> None:
    screen = sent(stage)
    full = screen.countdown.text()
    assert str(STAY_S) in full
    screen._timer.timeout.emit()
    assert screen.countdown.text() != full
    press(screen, "more-time")
    assert screen.countdown.text() == full


def test_the_countdown_rests_while_the_code_is_read_aloud(stage: Stage) -> None:
    screen = sent(stage)
    press(screen, "play-code")
    stage.settle()
    before = screen.countdown.text()
    screen._timer.timeout.emit()
    assert screen.countdown.text() == before
