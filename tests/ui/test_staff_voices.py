"""Staff read the pages aloud: heard at once, nothing left of what was not kept, and never while somebody tells her story."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fake_recorder import FakeRecorder
from kiosk_window import KioskWindow, OpenKiosk
from position_signal import PositionSignal
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from spoken import write_utterance
from voice_room import Booth

from kiosk.audio.clip_file import is_clip
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.drafts.recovery import unfinished
from kiosk.drafts.store import Draft, DraftStore
from kiosk.errors import DiskFull
from kiosk.resources import RESOURCES
from kiosk.staff.voice_store import VoiceOf, VoiceStore
from kiosk.story.prompts import load_prompts
from kiosk.story.voices import voice_key
from kiosk.ui.staff.voice_taker import Taking

BUNDLED = RESOURCES / "voices"


@pytest.fixture(params=["en", "ar"])
def booth(request: pytest.FixtureRequest, kiosk: KioskWindow, qtbot: QtBot) -> Booth:
    return Booth(kiosk, qtbot, request.param)


@pytest.fixture
def english(kiosk: KioskWindow, qtbot: QtBot) -> Booth:
    return Booth(kiosk, qtbot)


# What is recorded


def test_a_reading_is_heard_in_the_walk_at_once_and_can_be_taken_away(booth: Booth) -> None:
    question = load_prompts(RESOURCES / "prompts", booth.language).by_id["why"].title
    shipped = BUNDLED / booth.language / f"{voice_key(question)}.opus"
    assert booth.heard_in_the_walk(question) == [shipped]
    booth.to_first()
    assert booth.words == question
    booth.take()
    assert booth.heard_in_the_walk(question) == [shipped]
    booth.press("voice-use")
    assert booth.heard_in_the_walk(question) == [booth.clip_of(question)]
    assert is_clip(booth.clip_of(question))
    assert booth.heard_in_the_walk(f"{question} {question}") != [booth.clip_of(question)]
    booth.press("voice-remove")
    assert booth.heard_in_the_walk(question) == [shipped]
    assert "voice-remove" not in booth.kiosk.visible()


def test_other_words_than_were_read_are_not_spoken_by_it(english: Booth) -> None:
    english.to_first()
    read = english.words
    english.take()
    english.press("voice-use")
    english.press("voice-next")
    assert english.words != read
    assert english.heard_in_the_walk(english.words) == [BUNDLED / "en" / f"{voice_key(english.words)}.opus"]
    assert english.heard_in_the_walk(read.replace("?", ".")) != [english.clip_of(read)]


def test_it_is_counted_and_leaves_the_list_of_what_is_missing(booth: Booth) -> None:
    booth.to_list()
    total = len(booth.page.list.in_order())
    first = booth.page.list.in_order()[0]
    assert numbers(booth.page.list.count.text()) == [0, total]
    booth.key(Qt.Key.Key_Return)
    booth.take()
    booth.press("voice-use", "voice-back", "voice-only-missing")
    assert booth.page.list.in_order()[0] != first
    assert len(booth.page.list.in_order()) == total - 1
    booth.press("voice-only-missing")
    assert len(booth.page.list.in_order()) == total
    assert numbers(booth.page.list.count.text()) == [1, total]
    booth.press("voice-languages")
    assert numbers(booth.page.languages.buttons[booth.language].accessibleDescription()) == [1, total]


def numbers(words: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", words)]


def test_everything_recorded_says_so(english: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VoiceStore, "voice_of", lambda self, language, words: VoiceOf.OWN)
    english.to_list()
    english.press("voice-only-missing")
    assert english.page.list.nothing.isVisible()
    assert "voice-list" not in english.kiosk.visible()


# By keyboard


def test_all_of_it_by_keyboard(booth: Booth) -> None:
    booth.page.languages.buttons[booth.language].setFocus()
    booth.key(Qt.Key.Key_Space)
    assert booth.focus == "voice-list"
    booth.key(Qt.Key.Key_Down)
    booth.key(Qt.Key.Key_Space)
    second = booth.words
    assert booth.focus == "voice-record"
    booth.key(Qt.Key.Key_Space)
    assert booth.focus == "voice-stop"
    booth.kiosk.recorder.say(2_000)
    booth.key(Qt.Key.Key_Space)
    assert booth.focus == "voice-use"
    assert booth.page.studio.listen._speaker.is_playing(booth.page.studio.listen)
    booth.key(Qt.Key.Key_Space)
    assert booth.focus == "voice-next"
    booth.key(Qt.Key.Key_Space)
    assert booth.focus == "voice-record"
    assert booth.words != second
    booth.page.studio.back.setFocus()
    booth.key(Qt.Key.Key_Space)
    assert booth.focus == "voice-list"
    assert booth.clip_of(second).exists()


# Nothing is left of what was not kept


@pytest.mark.parametrize("way_out", ["voice-back", "door-status", "door-voices", "staff-change-pin", "staff-close", "staff-exit"])
@pytest.mark.parametrize("while_recording", [False, True])
def test_every_way_out_frees_the_microphone_and_forgets(english: Booth, way_out: str, while_recording: bool) -> None:
    english.to_first()
    english.press("voice-record")
    english.kiosk.recorder.say(2_000)
    if not while_recording:
        english.press("voice-stop")
        assert english.state is Taking.TAKEN
    assert len(english.kiosk.draft_ids()) == 1
    if way_out == "staff-exit":
        english.kiosk.shell.staff_door.shut()
    else:
        english.press(way_out)
    assert english.kiosk.recorder.closed
    assert english.kiosk.draft_ids() == []
    assert english.state is Taking.CLOSED
    assert not english.kiosk.config.own_voices.exists()
    # Whoever comes next hears pages again.
    assert not english.page.studio.hear._speaker._hushed


def test_a_take_is_deleted_from_the_draft_as_soon_as_it_is_a_clip(english: Booth) -> None:
    english.to_first()
    [draft_id] = english.kiosk.draft_ids()
    for button in ("voice-record", "voice-again"):
        english.press(button)
        english.kiosk.recorder.say(2_000)
        assert english.kiosk.drafts._database.rows("SELECT count(*) FROM records WHERE draft_id = ?", draft_id) != [(0,)]
        english.press("voice-stop")
        assert english.kiosk.drafts._database.rows("SELECT count(*) FROM records WHERE draft_id = ?", draft_id) == [(0,)]


def test_going_on_drops_what_was_taken(english: Booth) -> None:
    english.to_first()
    english.take()
    english.press("voice-next", "voice-previous")
    assert english.state is Taking.READY
    assert "voice-use" not in english.kiosk.visible()
    assert not english.kiosk.config.own_voices.exists()


def test_what_a_crash_leaves_opens_with_no_key_and_goes_at_the_next_start(english: Booth) -> None:
    english.to_first()
    english.press("voice-record")
    english.kiosk.recorder.say(2_000)
    [draft_id] = english.kiosk.draft_ids()
    assert english.kiosk.keys.recover(draft_id) is None
    with DraftStore(english.kiosk.drafts_path) as at_the_next_start:
        assert unfinished(at_the_next_start, english.kiosk.keys) == []
        assert at_the_next_start.draft_ids() == []


# While it records


def test_nothing_plays_into_a_recording(english: Booth) -> None:
    english.to_first()
    english.press("voice-hear")
    speaker = english.page.studio.hear._speaker
    assert speaker.playing
    english.press("voice-record")
    assert not speaker.playing
    english.page.studio.hear.play()
    assert not speaker.playing
    assert not english.kiosk.find("voice-hear").isEnabled()
    assert not english.kiosk.find("voice-next").isEnabled()
    english.press("voice-stop")
    assert not english.kiosk.visible() & {"voice-stop"}


def test_a_minute_is_the_most(english: Booth) -> None:
    english.to_first()
    english.press("voice-record")
    english.kiosk.recorder.say(1_000)
    taker = english.page.studio.taker
    assert taker._most.isActive()
    taker._most.timeout.emit()
    english.settle()
    assert english.state is Taking.TAKEN


def test_an_empty_take_cannot_be_kept_and_says_why(english: Booth) -> None:
    english.to_first()
    english.kiosk.recorder.amplitude = 0.0005
    english.take()
    assert "almost nothing" in english.page.studio.status.text()
    assert not english.kiosk.visible() & {"voice-use", "voice-listen"}
    assert english.focus == "voice-again"
    english.kiosk.recorder.amplitude = 0.1
    english.press("voice-again")
    english.kiosk.recorder.say(2_000)
    english.press("voice-stop", "voice-use")
    assert english.clip_of(english.words).exists()


@pytest.mark.parametrize(("amplitude", "words"), [(0.006, "very quiet"), (1.5, "too loud")])
def test_a_poor_take_says_so_and_may_be_kept(english: Booth, amplitude: float, words: str) -> None:
    english.to_first()
    english.kiosk.recorder.amplitude = amplitude
    english.take()
    assert words in english.page.studio.status.text()
    english.press("voice-use")
    assert english.clip_of(english.words).exists()


def test_nothing_said_at_all(english: Booth) -> None:
    english.to_first()
    english.press("voice-record", "voice-stop")
    assert english.state is Taking.TAKEN
    assert english.page.studio.status.text()
    assert "voice-use" not in english.kiosk.visible()


# Microphones and disks


def test_a_microphone_that_goes_away_leaves_what_was_said(english: Booth) -> None:
    english.to_first()
    english.press("voice-record")
    english.kiosk.recorder.say(2_000)
    english.kiosk.recorder.lose_microphone()
    english.settle()
    assert english.page.notice.sentence
    assert english.state is Taking.TAKEN
    english.press("voice-use")
    assert english.clip_of(english.words).exists()
    english.press("voice-record")
    english.settle()
    assert english.state is Taking.READY
    english.kiosk.recorder.has_microphone = True
    english.press("voice-record")
    assert english.state is Taking.RECORDING


def test_a_recorder_that_dies_goes_on_by_itself(english: Booth) -> None:
    english.to_first()
    english.press("voice-record")
    english.kiosk.recorder.say(1_000)
    english.kiosk.recorder.die()
    english.settle()
    english.kiosk.recorder.say(1_000)
    english.press("voice-stop")
    taken = english.page.studio.taker.taken
    assert taken is not None
    assert taken.recorded.duration_ms == 2_000


def test_a_full_disk_is_told_and_the_take_is_still_there(english: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: VoiceStore, language: str, words: str, data: bytes) -> None:
        raise DiskFull

    english.to_first()
    english.take()
    with monkeypatch.context() as patched:
        patched.setattr(VoiceStore, "keep", full)
        english.press("voice-use")
    assert "full" in english.page.notice.sentence
    assert english.state is Taking.TAKEN
    english.press("voice-use")
    assert english.page.notice.sentence == ""
    assert english.clip_of(english.words).exists()


def test_a_disk_that_is_full_before_a_word_was_said(english: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Draft, prompt_id: str) -> str:
        raise DiskFull

    english.to_first()
    with monkeypatch.context() as patched:
        patched.setattr(Draft, "new_take", full)
        english.press("voice-record")
    assert "full" in english.page.notice.sentence
    assert english.state is Taking.READY
    english.take()
    assert english.state is Taking.TAKEN


def test_no_microphone_is_told(kiosk: KioskWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    booth = Booth(kiosk, qtbot)
    monkeypatch.setattr(FakeRecorder, "arm", lambda self, draft_id, key: self.fail("microphone-none", "no"))
    booth.to_first()
    assert "no microphone" in booth.page.notice.sentence
    assert booth.state is Taking.READY
    booth.press("voice-record")
    assert booth.state is Taking.READY
    assert booth.page.notice.sentence


def test_a_damaged_reading_is_passed_over(english: Booth) -> None:
    english.to_first()
    words = english.words
    english.take()
    english.press("voice-use", "voice-back", "voice-languages")
    english.clip_of(words).write_bytes(b"OggS")
    english.clip_of("other").write_bytes(b"")  # a new file, so that the folder is looked at anew
    assert english.heard_in_the_walk(words) == [BUNDLED / "en" / f"{voice_key(words)}.opus"]
    english.to_list()
    assert english.page.list._words is not None
    assert english.page.list._words.voices[words] is VoiceOf.SYNTHETIC
    english.key(Qt.Key.Key_Return)
    english.press("voice-hear")
    assert english.page.notice.sentence == ""


# While somebody tells her story


def test_no_recording_behind_a_visit(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    hers = kiosk.recorder
    booth = Booth(kiosk, qtbot)
    booth.to_first()
    assert not hers.recording
    assert booth.state is Taking.CLOSED
    assert "visit" in booth.page.studio.status.text()
    assert not kiosk.find("voice-record").isEnabled()
    booth.press("voice-hear")
    assert booth.page.studio.hear._speaker.playing
    booth.press("voice-next")
    assert not kiosk.find("voice-record").isEnabled()
    assert kiosk.recorders == [hers]
    assert len(kiosk.draft_ids()) == 1
    booth.press("staff-close")
    assert not hers.closed
    kiosk.press("pause")
    assert hers.recording
    hers.say(1_000)
    kiosk.press("stop")
    kiosk.press("keep")
    assert kiosk.session.answers["why"].duration_ms == 3_000


# The real recorder


def test_with_the_real_recorder_process(open_kiosk: OpenKiosk, tmp_path: Path, qtbot: QtBot) -> None:
    write_utterance(tmp_path / "speech", "1", PositionSignal(20, amplitude=6_000))
    spec = SourceSpec.synthetic(tmp_path / "speech")
    kiosk: KioskWindow = open_kiosk(open_recorder=lambda drafts, listener: Recorder(spec, drafts, listener))
    booth = Booth(kiosk, qtbot)
    booth.to_first()
    words = booth.words
    kiosk.press("voice-record")
    qtbot.waitUntil(lambda: booth.state is Taking.RECORDING, timeout=20_000)
    desk = booth.page.studio.taker._desk()
    qtbot.waitUntil(lambda: desk.so_far.duration_ms >= 2_000, timeout=20_000)
    kiosk.press("voice-stop")
    qtbot.waitUntil(lambda: booth.state is Taking.TAKEN, timeout=20_000)
    booth.press("voice-use", "voice-back")
    assert is_clip(booth.clip_of(words))
    assert booth.heard_in_the_walk(words) == [booth.clip_of(words)]
    recorder = kiosk.recorders[-1]
    assert isinstance(recorder, Recorder)
    assert recorder.wait_closed()
    assert kiosk.draft_ids() == []
