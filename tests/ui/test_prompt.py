"""One question: what recording, pausing, stopping, keeping and recording again promise."""

from __future__ import annotations

import pytest
from fake_recorder import SPEECH
from kiosk_window import KioskWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.audio.quality import Verdict
from kiosk.drafts.store import Draft
from kiosk.errors import DiskFull
from kiosk.story.edits import MARK_AFTER_MS, MARK_BEFORE_MS
from kiosk.ui.screens.prompt import PromptScreen, Stage
from kiosk.ui.widgets.advice_list import AdvicePicture
from sync.contract.story import Span


@pytest.fixture
def asked(kiosk: KioskWindow, qtbot: QtBot) -> KioskWindow:
    """At the first question, with an open microphone."""
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    return kiosk


def screen_of(kiosk: KioskWindow) -> PromptScreen:
    screen = kiosk.shell.current
    assert isinstance(screen, PromptScreen)
    return screen


def record(kiosk: KioskWindow, qtbot: QtBot, duration_ms: int = 3_000) -> None:
    kiosk.press("record")
    kiosk.recorder.say(duration_ms)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: screen_of(kiosk).stage is not Stage.RECORDING)


def takes(kiosk: KioskWindow) -> list[str]:
    assert kiosk.shell.visit is not None
    return [take.take_id for take in kiosk.shell.visit.visit.draft.takes()]


def test_record_becomes_stop_and_the_clock_runs(asked: KioskWindow) -> None:
    assert "stop" not in asked.visible()
    asked.press("record")
    assert "record" not in asked.visible()
    asked.now_s += 62
    asked.recorder.say(500)
    asked.press("mark-name")
    assert screen_of(asked).recording.clock.text() == "01:02"
    assert not asked.find("continue").isEnabled()
    assert not asked.find("back").isEnabled()
    assert not asked.find("listen").isEnabled()


def test_nothing_said_in_a_pause_is_kept(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(1_000)
    asked.now_s += 1
    asked.press("pause")
    asked.recorder.say(5_000)
    asked.now_s += 100
    asked.press("pause")
    asked.recorder.say(1_000)
    asked.now_s += 1
    asked.recorder.hear(SPEECH, 1)
    asked.press("mark-name")
    assert screen_of(asked).recording.clock.text() == "00:02"
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    assert asked.session.answers["why"].duration_ms == 2_000


def test_the_old_take_stays_until_the_new_one_is_kept(asked: KioskWindow, qtbot: QtBot) -> None:
    record(asked, qtbot, 3_000)
    asked.press("keep")
    old = list(asked.session.answers["why"].take_ids)
    asked.press("rerecord")
    record(asked, qtbot, 5_000)
    assert asked.session.answers["why"].take_ids == old
    assert len(takes(asked)) == 2
    asked.press("keep")
    assert asked.session.answers["why"].duration_ms == 5_000
    assert takes(asked) == asked.session.answers["why"].take_ids
    assert takes(asked) != old


def test_an_old_take_stays_while_the_session_that_names_the_new_one_cannot_be_saved(
    asked: KioskWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(asked, qtbot)
    asked.press("keep")
    old = takes(asked)
    asked.press("rerecord")
    record(asked, qtbot, 5_000)

    def full(draft: Draft, session: dict[str, object]) -> None:
        raise DiskFull

    monkeypatch.setattr(Draft, "save_session", full)
    asked.press("keep")
    assert set(old) < set(takes(asked))


def test_recording_again_can_be_taken_back(asked: KioskWindow, qtbot: QtBot) -> None:
    record(asked, qtbot, 3_000)
    asked.press("keep")
    old = list(asked.session.answers["why"].take_ids)
    asked.press("rerecord")
    record(asked, qtbot, 1_000)
    asked.press("rerecord")
    asked.press("keep")
    assert asked.session.answers["why"].take_ids == old == takes(asked)
    assert asked.find("continue").isEnabled()


def test_a_name_is_marked_where_it_was_said(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    for _ in range(20):
        asked.recorder.say(500)
        asked.now_s += 0.5
    asked.press("mark-name")
    asked.recorder.say(5_000)
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    assert asked.session.answers["why"].name_marks == [Span(10_000 - MARK_BEFORE_MS, 10_000 + MARK_AFTER_MS)]


def test_a_mark_never_reaches_beyond_the_answer(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(2_000)
    asked.now_s += 1.9
    asked.press("mark-name")
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    assert asked.session.answers["why"].name_marks == [Span(0, 2_000)]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_what_is_wrong_with_a_take_is_said_before_going_on(asked: KioskWindow, qtbot: QtBot, verdict: Verdict) -> None:
    asked.recorder.verdicts = (verdict,)
    record(asked, qtbot)
    advice = screen_of(asked).listening.advice
    assert len(advice.sentences) == 1
    shown = [picture for picture in advice.findChildren(AdvicePicture) if picture.isVisible()]
    assert len(shown) == 1
    assert shown[0].grab().toImage().pixelColor(26, 3) != shown[0].grab().toImage().pixelColor(0, 0)
    assert "continue" not in asked.visible()
    asked.press("rerecord")
    asked.recorder.verdicts = ()
    record(asked, qtbot)
    assert advice.sentences == []


def test_skipping_leads_on_and_can_be_undone(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("skip")
    assert asked.page == "prompt-2"
    asked.press("back")
    assert asked.session.answers["why"].skipped
    assert asked.find("continue").isEnabled()
    qtbot.waitUntil(lambda: asked.find("record").isEnabled())
    record(asked, qtbot)
    asked.press("keep")
    assert not asked.session.answers["why"].skipped


def test_a_dead_recorder_is_replaced_and_the_answer_goes_on(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(2_000)
    armed = asked.recorder.armed
    asked.recorder.die()
    qtbot.waitUntil(lambda: asked.recorder.armed == armed + 1 and asked.recorder.recording)
    assert "notice" not in asked.visible()
    asked.recorder.say(3_000)
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    answer = asked.session.answers["why"]
    assert len(answer.take_ids) == 2
    assert answer.duration_ms == 5_000


def test_a_recorder_that_keeps_dying_is_not_started_for_ever(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(2_000)
    asked.recorder.has_microphone = False
    real_arm = asked.recorder.arm

    def arm_and_die(draft_id: str, key: bytes) -> None:
        asked.recorder.armed += 1
        asked.recorder.die()

    asked.recorder.arm = arm_and_die  # type: ignore[method-assign]
    before = asked.recorder.armed
    asked.recorder.die()
    qtbot.waitUntil(lambda: "notice" in asked.visible())
    assert asked.recorder.armed - before == 2
    asked.recorder.has_microphone, asked.recorder.arm = True, real_arm  # type: ignore[method-assign]
    asked.press("pause")
    qtbot.waitUntil(lambda: asked.recorder.recording)


def test_a_microphone_that_goes_away_says_so_and_the_answer_can_go_on(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(2_000)
    asked.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "notice" in asked.visible())
    asked.recorder.has_microphone = True
    asked.press("pause")
    qtbot.waitUntil(lambda: asked.recorder.recording)
    assert "notice" not in asked.visible()
    asked.recorder.say(1_000)
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    assert asked.session.answers["why"].duration_ms == 3_000


def test_a_full_disk_says_so_and_keeps_what_was_said(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(2_000)
    asked.recorder.fail("disk-full", DiskFull().sentence)
    qtbot.waitUntil(lambda: "notice" in asked.visible())
    asked.press("stop")
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    asked.press("keep")
    assert asked.session.answers["why"].duration_ms == 2_000


def test_leaving_the_page_ends_the_take_and_keeps_it_for_a_decision(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("skip")
    asked.press("back")
    qtbot.waitUntil(lambda: asked.find("record").isEnabled())
    asked.press("record")
    asked.recorder.say(2_000)
    screen = screen_of(asked)
    screen.leave()
    qtbot.waitUntil(lambda: not asked.recorder.recording and screen.has_unkept and screen.stage is Stage.REVIEWING)
    screen.enter(asked.session)
    assert "keep" in asked.visible()


def test_an_answer_has_a_longest_length(asked: KioskWindow, qtbot: QtBot) -> None:
    asked.press("record")
    asked.recorder.say(2_000)
    asked.now_s += 3_601
    asked.recorder.say(500)
    qtbot.waitUntil(lambda: "keep" in asked.visible())
    assert screen_of(asked).listening.state.text().startswith("An answer can be 60 minutes long. All you said is saved.")
    asked.press("keep")
    assert asked.session.answers["why"].duration_ms == 2_500
    asked.press("rerecord")
    record(asked, qtbot)
    assert "60 minutes" not in screen_of(asked).listening.state.text()


@pytest.mark.parametrize(
    ("elapsed_s", "words", "role"),
    [
        (60, "About 60 minutes of space left on this device", "small"),
        (55 * 60 - 1, "About 60 minutes of space left on this device", "small"),
        (55 * 60, "About 5 minutes left for this answer", "careful"),
        (57 * 60 + 30, "About 2 minutes left for this answer", "careful"),
        (59 * 60 + 1, "Less than a minute left for this answer", "careful"),
    ],
)
def test_the_last_minutes_of_an_answer_are_said_in_plain_words(asked: KioskWindow, elapsed_s: int, words: str, role: str) -> None:
    asked.press("record")
    asked.now_s += elapsed_s
    asked.recorder.hear(SPEECH, 1)
    QApplication.processEvents()
    left = screen_of(asked).recording.space
    assert (left.text(), left.property("role")) == (words, role)


def test_listening_back_plays_what_was_said(asked: KioskWindow, qtbot: QtBot) -> None:
    record(asked, qtbot, 2_000)
    bar = screen_of(asked).listening.bar
    asked.press("play")
    assert bar.playing
    qtbot.waitUntil(lambda: bar.position_ms > 0)
    asked.press("rerecord")
    assert not bar.playing


def test_space_left_is_said_in_plain_words(asked: KioskWindow) -> None:
    assert screen_of(asked).recording.space.text() == "About 60 minutes of space left on this device"
    asked.free_bytes = 0
    screen_of(asked).retranslate()
    assert "almost full" in screen_of(asked).recording.space.text()
