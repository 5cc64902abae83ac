"""The question about the name, the last check before Send, and the page after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from choice_stage import LANGUAGES, Stage, chosen_session, find, open_stage, press, silence, told_session
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.errors import DiskFull
from kiosk.story.interview import STEPS, Page
from kiosk.story.session import Session
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.sent import STAY_S, SentScreen
from sync.contract.story import Identity, IdentityKind, Voice

CODE = "4539148803436467"


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


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
