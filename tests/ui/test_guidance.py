"""Reading aloud: from the first touch, page by page, what she moves to, what happens; never into a recording, and silent at a touch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ear import Ear, SomethingElse
from fake_recorder import ROOM, SPEECH
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import RESOURCES
from kiosk.errors import StorageFault
from kiosk.ui.guidance import Guidance
from kiosk.ui.recording import Step
from sync.contract.faults import Fault

OpenGuided = Callable[..., KioskWindow]


@pytest.fixture(scope="module")
def known() -> Ear:
    """Decoded once."""
    return Ear(RESOURCES / "voices", "en", "ar")


@pytest.fixture
def ear(known: Ear) -> Ear:
    known.heard, known.lasting, known.sounds = [], False, False
    return known


@pytest.fixture
def open_guided(open_kiosk: OpenKiosk, ear: Ear) -> OpenGuided:
    def make(**settings: object) -> KioskWindow:
        kiosk = open_kiosk(**{"read_aloud": "auto", "player": ear, **settings})
        guidance = guide_of(kiosk)
        guidance.pace.page_ms, guidance.pace.gap_ms, guidance.pace.least_reading_ms, guidance.pace.letter_ms = 30, 1, 30, 0
        kiosk.shell.activateWindow()
        return kiosk

    return make


@pytest.fixture
def kiosk(open_guided: OpenGuided) -> KioskWindow:
    return open_guided()


def guide_of(kiosk: KioskWindow) -> Guidance:
    guidance = kiosk.shell.guidance
    assert guidance is not None
    return guidance


def touch(kiosk: KioskWindow, identifier: str) -> None:
    QTest.mouseClick(kiosk.find(identifier), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def key(kiosk: KioskWindow, pressed: Qt.Key) -> None:
    focused = kiosk.shell.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed)
    QApplication.processEvents()


def wait_heard(qtbot: QtBot, ear: Ear, words: str) -> None:
    qtbot.waitUntil(lambda: words in ear.heard, timeout=10_000)


def wait_quiet(qtbot: QtBot, kiosk: KioskWindow) -> None:
    """The page that is shown has been read."""
    guidance = guide_of(kiosk)
    guidance.look()
    qtbot.waitUntil(lambda: not guidance.reads and not guidance.guide.busy, timeout=20_000)


def to_prompt(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())


def begin_recording(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("record")
    qtbot.waitUntil(lambda: kiosk.recorder.recording, timeout=10_000)


# When it speaks


def test_start_is_silent_until_it_is_touched(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    guide_of(kiosk).look()
    qtbot.wait(200)
    assert ear.heard == []
    assert not guide_of(kiosk).on
    touch(kiosk, "start")
    assert kiosk.page == "about"
    wait_heard(qtbot, ear, "Before you begin")


def test_a_touched_language_says_its_name_and_start_is_read_in_it(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "language-ar")
    title = kiosk.shell.languages.words.texts.page("start").title
    wait_heard(qtbot, ear, title)
    assert ear.heard[0] == "العربية"
    assert ear.heard.index(title) > 0


def test_each_page_is_read_in_reading_order_and_the_fixed_row_once(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_quiet(qtbot, kiosk)
    page = kiosk.shell.languages.words.texts.page("about")
    assert ear.heard[: len(page.words()) + 2] == [*page.words(), "Back", "Continue"]
    assert "Stop and leave" in ear.heard
    ear.heard.clear()
    touch(kiosk, "continue")
    wait_quiet(qtbot, kiosk)
    assert ear.heard[0] == "Is it your own wish to tell your story?"
    assert "Stop and leave" not in ear.heard


def test_cards_are_read_with_their_sentences_and_say_what_was_chosen(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    to_prompt(kiosk, qtbot)
    for name in ("skip", "skip", "skip", "continue"):
        kiosk.press(name)
    touch(kiosk, "listen")
    wait_quiet(qtbot, kiosk)
    place = ear.heard.index("Another name")
    assert ear.heard[place + 1] == "Best is a name that nobody knows you by."
    assert "Chosen" not in ear.heard
    ear.heard.clear()
    touch(kiosk, "name-none")
    wait_heard(qtbot, ear, "Chosen")
    touch(kiosk, "name-mine")
    wait_heard(qtbot, ear, "Your name")


def test_what_the_keyboard_moves_to_is_said(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_quiet(qtbot, kiosk)
    ear.heard.clear()
    key(kiosk, Qt.Key.Key_Tab)
    focused = kiosk.shell.focusWidget()
    assert focused is not None
    wait_heard(qtbot, ear, focused.accessibleName())
    assert len(ear.heard) == 1


def test_a_touch_stops_it_at_once_and_the_next_page_is_read_again(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    ear.lasting = True
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Before you begin")
    assert ear.sounds
    QTest.mouseClick(kiosk.shell.current.title, Qt.MouseButton.LeftButton)
    assert not ear.sounds
    assert guide_of(kiosk).frame.around is None
    ear.finish()
    qtbot.wait(300)
    assert ear.heard == ["Before you begin"]
    touch(kiosk, "continue")
    wait_heard(qtbot, ear, "Is it your own wish to tell your story?")


def test_stop_means_silence_until_listen_is_pressed(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    ear.lasting = True
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Before you begin")
    assert kiosk.find("listen").accessibleName() == "Stop reading aloud"
    touch(kiosk, "listen")
    assert not ear.sounds
    assert kiosk.find("listen").accessibleName() == "Listen: read this page aloud"
    ear.finish()
    ear.heard.clear()
    touch(kiosk, "continue")
    qtbot.wait(300)
    assert ear.heard == []
    touch(kiosk, "listen")
    wait_heard(qtbot, ear, "Is it your own wish to tell your story?")


def test_listen_by_keyboard_reads_although_its_own_name_is_being_said(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_quiet(qtbot, kiosk)
    ear.heard.clear()
    ear.lasting = True
    for _ in range(30):
        key(kiosk, Qt.Key.Key_Tab)
        if kiosk.shell.focusWidget() is kiosk.shell.top.listen:
            break
    wait_heard(qtbot, ear, "Listen: read this page aloud")
    key(kiosk, Qt.Key.Key_Return)
    wait_heard(qtbot, ear, "Before you begin")
    key(kiosk, Qt.Key.Key_Space)
    assert not ear.sounds
    assert not guide_of(kiosk).on


def test_on_request_nothing_is_read_until_listen_is_pressed(open_guided: OpenGuided, qtbot: QtBot, ear: Ear) -> None:
    kiosk = open_guided(read_aloud="on-request")
    touch(kiosk, "start")
    qtbot.wait(300)
    assert ear.heard == []
    touch(kiosk, "listen")
    wait_heard(qtbot, ear, "Before you begin")
    wait_quiet(qtbot, kiosk)
    touch(kiosk, "continue")
    wait_heard(qtbot, ear, "Is it your own wish to tell your story?")


def test_the_next_person_begins_in_silence(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_quiet(qtbot, kiosk)
    ear.heard.clear()
    kiosk.shell.leave()
    assert kiosk.page == "start"
    qtbot.wait(300)
    assert ear.heard == []
    assert not guide_of(kiosk).on


def test_a_start_that_was_only_touched_falls_silent_by_itself(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "language-ar")
    QTest.mouseClick(kiosk.shell.current.title, Qt.MouseButton.LeftButton)
    wait_quiet(qtbot, kiosk)
    touch(kiosk, "language-en")
    wait_quiet(qtbot, kiosk)
    assert guide_of(kiosk).on
    kiosk.now_s += 1_000
    kiosk.shell.absence.watch.look()
    assert not guide_of(kiosk).on
    assert kiosk.page == "start"


def test_the_warning_is_read_even_where_nobody_asked_for_it(open_guided: OpenGuided, qtbot: QtBot, ear: Ear) -> None:
    kiosk = open_guided(read_aloud="on-request")
    kiosk.press("start")
    kiosk.now_s += 200
    kiosk.shell.absence.watch.look()
    assert kiosk.shell.absence.is_warning
    wait_heard(qtbot, ear, "Are you still there?")
    wait_heard(qtbot, ear, "Touch anywhere to go on.")


# What happens


def test_a_fault_is_said_when_it_appears(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_quiet(qtbot, kiosk)
    kiosk.shell.current.show_fault(StorageFault("disk-full", "no"))
    wait_heard(qtbot, ear, "This device is full. What you have said so far is safe. Please call staff.")


def test_pausing_is_said_each_time(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    to_prompt_from_about(kiosk, qtbot)
    begin_recording(kiosk, qtbot)
    for _ in range(2):
        ear.heard.clear()
        kiosk.press("pause")
        wait_heard(qtbot, ear, "Paused. Nothing is recorded now.")
        wait_quiet(qtbot, kiosk)
        kiosk.press("pause")
        qtbot.waitUntil(lambda: kiosk.recorder.recording, timeout=10_000)
        guide_of(kiosk).look()


def test_what_the_microphone_page_says_is_said_once(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    """The microphone hears the loudspeaker too: a sentence about the level must not lead to the next one without end."""
    touch(kiosk, "start")
    kiosk.press("continue")
    kiosk.answer_first_questions()
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    wait_quiet(qtbot, kiosk)
    ear.heard.clear()
    for _ in range(3):
        for level, words in ((SPEECH, "We hear you well."), (ROOM, "We hear nothing yet. Please say a few words.")):
            kiosk.recorder.hear(level)
            wait_heard(qtbot, ear, words)
            wait_quiet(qtbot, kiosk)
    assert ear.heard.count("We hear you well.") == 1
    assert ear.heard.count("We hear nothing yet. Please say a few words.") == 1


def to_prompt_from_about(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("continue")
    kiosk.answer_first_questions()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    wait_quiet(qtbot, kiosk)


def test_nothing_sounds_while_sound_is_kept(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    kiosk.press("continue")
    kiosk.answer_first_questions()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    ear.lasting = True
    wait_heard(qtbot, ear, "What is your name, and why do you defend rights?")
    assert kiosk.shell.visit is not None
    sounding: list[bool] = []
    recorder, start = kiosk.recorder, kiosk.recorder.start
    recorder.start = lambda take_id: (sounding.append(ear.sounds), start(take_id))[1]  # type: ignore[method-assign, assignment, func-returns-value]
    begin_recording(kiosk, qtbot)
    assert sounding == [False]
    assert kiosk.shell.visit.desk.step is Step.RECORDING
    ear.heard.clear()
    kiosk.shell.current.show_fault(Fault("disk-full", "no"))
    guide_of(kiosk).read_page()
    guide_of(kiosk).look()
    key(kiosk, Qt.Key.Key_Tab)
    qtbot.wait(400)
    assert ear.heard == []
    assert not ear.sounds
    assert not kiosk.find("listen").isEnabled()


def test_the_trial_of_the_microphone_is_a_recording_too(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    kiosk.press("continue")
    kiosk.answer_first_questions()
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    ear.lasting = True
    wait_heard(qtbot, ear, "Can we hear you?")
    assert ear.sounds
    kiosk.press("record")
    qtbot.waitUntil(lambda: kiosk.recorder.recording, timeout=10_000)
    assert not ear.sounds
    ear.heard.clear()
    qtbot.wait(300)
    assert ear.heard == []


def test_her_own_answer_is_not_talked_over(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    to_prompt_from_about(kiosk, qtbot)
    begin_recording(kiosk, qtbot)
    kiosk.recorder.say(2_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    wait_heard(qtbot, ear, "Keep this one")
    ear.heard.clear()
    ear.lasting = True
    touch(kiosk, "play")
    wait_heard(qtbot, ear, SomethingElse)
    key(kiosk, Qt.Key.Key_Tab)
    guide_of(kiosk).look()
    qtbot.wait(300)
    assert ear.heard == [SomethingElse]
    touch(kiosk, "listen")
    wait_heard(qtbot, ear, "What is your name, and why do you defend rights?")


# What is seen meanwhile


def test_what_is_spoken_is_surrounded(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    ear.lasting = True
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Before you begin")
    frame = guide_of(kiosk).frame
    title = kiosk.shell.current.title
    assert frame.around is title
    assert frame.geometry().contains(place(kiosk.shell, title) & place(kiosk.shell, title.parentWidget()))
    assert frame.isVisible()
    assert kiosk.shell.childAt(frame.geometry().center()) is not frame
    ear.finish()
    qtbot.waitUntil(lambda: frame.around is not title)
    wait_quiet(qtbot, kiosk)
    assert not frame.isVisible()


def test_what_lies_below_is_scrolled_into_view(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    kiosk.shell.resize(1024, 420)
    ear.lasting = True
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Before you begin")
    bar = kiosk.shell.current.scroll_area.verticalScrollBar()  # type: ignore[union-attr]
    assert bar.maximum() > 0
    seen: list[int] = []
    bar.valueChanged.connect(seen.append)
    ear.finish()
    wait_heard(qtbot, ear, "You can stop at any time. Then nothing is kept.")
    assert max(seen) == bar.maximum()


def test_what_has_no_voice_is_surrounded_and_passed_over(
    kiosk: KioskWindow, qtbot: QtBot, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    guidance = guide_of(kiosk)
    clips = kiosk.shell.languages.words.clips
    monkeypatch.setattr(guidance.guide, "_clips", lambda words, language: None if words == "Before you begin" else clips(words, language))
    around: list[QWidget | None] = []
    surround = guidance.frame.surround
    monkeypatch.setattr(guidance.frame, "surround", lambda widget: (around.append(widget), surround(widget))[1])
    touch(kiosk, "start")
    wait_quiet(qtbot, kiosk)
    assert "Before you begin" not in ear.heard
    assert kiosk.shell.current.title in around
    assert "Continue" in ear.heard
    assert "notice" not in kiosk.visible()


def test_a_clip_that_cannot_be_read_is_passed_over(kiosk: KioskWindow, qtbot: QtBot, ear: Ear, tmp_path: Path) -> None:
    broken = tmp_path / "broken.opus"
    broken.write_bytes(b"OggS and no more")
    guidance = guide_of(kiosk)
    clips = kiosk.shell.languages.words.clips
    guidance.guide._clips = lambda words, language: [broken] if words == "Before you begin" else clips(words, language)
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Continue")
    assert "notice" not in kiosk.visible()


def test_without_a_loudspeaker_it_says_so_once_and_gives_up(
    kiosk: KioskWindow, qtbot: QtBot, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Fault("loudspeaker-refused", "no")

    monkeypatch.setattr(ear, "play", refuse)
    touch(kiosk, "start")
    qtbot.waitUntil(lambda: "notice" in kiosk.visible(), timeout=10_000)
    assert not guide_of(kiosk).on


# Consent


def test_consent_is_heard_when_all_its_words_were(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Before you begin")
    assert not kiosk.session.heard_aloud
    wait_quiet(qtbot, kiosk)
    assert kiosk.session.heard_aloud


def test_consent_that_was_cut_short_was_not_heard(kiosk: KioskWindow, qtbot: QtBot, ear: Ear) -> None:
    touch(kiosk, "start")
    wait_heard(qtbot, ear, "Copies on the internet cannot be called back.")
    QTest.mouseClick(kiosk.shell.current.title, Qt.MouseButton.LeftButton)
    wait_quiet(qtbot, kiosk)
    assert not kiosk.session.heard_aloud


def place(window: QWidget, widget: QWidget | None) -> QRect:
    assert widget is not None
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_nothing_of_a_visit_is_remembered_for_being_read_aloud(open_guided: OpenGuided, qtbot: QtBot) -> None:
    kiosk = open_guided()
    guidance = guide_of(kiosk)
    QTest.mouseClick(kiosk.find("start"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(guidance._seen))
    kiosk.press("leave")
    kept = (guidance._seen, guidance._labels, guidance._said, guidance._heard)
    assert not any(kept)
