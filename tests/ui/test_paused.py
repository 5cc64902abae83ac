"""A pause, wanted or not: what was said so far can be heard and seen, and hearing it is never recorded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_recorder import FakeRecorder
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.audio.player import SilentPlayer
from kiosk.ui.recording import Step
from kiosk.ui.screens.prompt import PromptScreen, Stage
from sync.contract.story import Span


class ListeningRecorder(FakeRecorder):
    """Remembers whether anything sounded at the moment at which it began to keep sound."""

    heard: list[bool]
    sounds: Callable[[], bool]

    def start(self, take_id: str) -> None:
        self.heard.append(self.sounds())
        super().start(take_id)

    def resume(self) -> None:
        self.heard.append(self.sounds())
        super().resume()


@pytest.fixture
def heard() -> list[bool]:
    return []


@pytest.fixture
def paused(open_kiosk: OpenKiosk, qtbot: QtBot, heard: list[bool]) -> KioskWindow:
    """Twenty seconds into the first answer, and paused."""
    # Its clock stands, so what it plays goes on until it is stopped.
    player = SilentPlayer(lambda: 0.0)

    def listening(*arguments: object) -> FakeRecorder:
        recorder = ListeningRecorder(*arguments)  # type: ignore[arg-type]
        recorder.heard, recorder.sounds = heard, lambda: player.playing
        return recorder

    kiosk = open_kiosk(open_recorder=listening, player=player)
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(20_000)
    kiosk.press("pause")
    return kiosk


def screen_of(kiosk: KioskWindow) -> PromptScreen:
    screen = kiosk.shell.current
    assert isinstance(screen, PromptScreen)
    return screen


def play(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("play")
    qtbot.waitUntil(lambda: kiosk.shell._loaded.walk.speaker._timer.isActive())  # type: ignore[union-attr]


def test_all_that_was_said_so_far_is_there_to_tap_on(paused: KioskWindow, qtbot: QtBot) -> None:
    bar = screen_of(paused).paused.bar
    assert bar.track.duration_ms == bar.position_ms == 20_000
    qtbot.waitUntil(lambda: all(share > 0.5 for _, share in bar.wave.bars()))
    middle = bar.wave.rect().center()
    QTest.mouseClick(bar.wave, Qt.MouseButton.LeftButton, pos=middle)
    assert abs(bar.position_ms - 10_000) < 200


def test_seeking_by_keys(paused: KioskWindow) -> None:
    bar = screen_of(paused).paused.bar
    bar.wave.setFocus()
    for key, at_ms in ((Qt.Key.Key_Left, 15_000), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Right, 5_000), (Qt.Key.Key_End, 20_000)):
        QTest.keyClick(bar.wave, key)
        assert bar.position_ms == at_ms
    paused.shell.choose_language("ar")
    QTest.keyClick(bar.wave, Qt.Key.Key_Right)
    assert bar.position_ms == 15_000


@pytest.mark.parametrize("way_on", ["pause", "stop"])
def test_what_plays_is_silent_before_anything_is_kept_again(paused: KioskWindow, qtbot: QtBot, heard: list[bool], way_on: str) -> None:
    play(paused, qtbot)
    assert paused.shell.visit is not None
    assert paused.shell.visit.desk.step is Step.PAUSED
    assert not paused.recorder.recording
    paused.recorder.say(5_000)
    paused.press(way_on)
    assert not paused.shell._loaded.walk.speaker.playing  # type: ignore[union-attr]
    assert heard == [False] * (2 if way_on == "pause" else 1)
    if way_on == "pause":
        paused.press("stop")
    qtbot.waitUntil(lambda: "keep" in paused.visible())
    paused.press("keep")
    assert paused.session.answers["why"].duration_ms == 20_000


def test_nothing_can_be_played_while_it_records(paused: KioskWindow) -> None:
    paused.press("pause")
    bar = screen_of(paused).paused.bar
    bar.play_from(0)
    assert not bar.playing
    assert not bar.isVisible()


def test_a_recorder_that_comes_back_while_she_listens_does_not_go_on_by_itself(
    paused: KioskWindow, qtbot: QtBot, heard: list[bool]
) -> None:
    play(paused, qtbot)
    armed = paused.recorder.armed
    paused.recorder.die()
    qtbot.waitUntil(lambda: paused.recorder.armed == armed + 1 and screen_of(paused).stage is Stage.PAUSED)
    assert not paused.recorder.recording
    assert screen_of(paused).paused.bar.playing
    paused.press("pause")
    assert heard == [False, False]
    assert paused.recorder.recording


def test_the_microphone_comes_back_after_an_interruption_in_silence(paused: KioskWindow, qtbot: QtBot, heard: list[bool]) -> None:
    paused.press("pause")
    paused.recorder.lose_microphone()
    qtbot.waitUntil(lambda: screen_of(paused).stage is Stage.INTERRUPTED)
    assert screen_of(paused).paused.bar.track.duration_ms == 20_000
    play(paused, qtbot)
    paused.recorder.has_microphone = True
    paused.press("pause")
    qtbot.waitUntil(lambda: paused.recorder.recording)
    assert heard == [False] * 3


def test_an_interruption_offers_to_go_on_and_to_end(paused: KioskWindow, qtbot: QtBot) -> None:
    paused.press("pause")
    paused.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "notice" in paused.visible())
    part = screen_of(paused).paused
    for button, words in ((part.go_on, "Go on recording"), (part.finish, "That was all")):
        assert button.isVisible()
        assert button.accessibleName() == words
        assert button.height() >= 92
    paused.press("stop")
    qtbot.waitUntil(lambda: "keep" in paused.visible())
    paused.press("keep")
    assert paused.session.answers["why"].duration_ms == 20_000


def test_the_last_sound_before_a_pause_is_shown_when_it_has_arrived(paused: KioskWindow, qtbot: QtBot) -> None:
    paused.recorder._commit(24_000)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: screen_of(paused).paused.bar.track.duration_ms == 20_500)


def test_a_name_that_is_heard_in_a_pause_is_marked_where_it_was_said(paused: KioskWindow, qtbot: QtBot) -> None:
    screen_of(paused).paused.bar.track.seek(8_000)
    paused.press("mark-name")
    paused.press("stop")
    qtbot.waitUntil(lambda: "keep" in paused.visible())
    paused.press("keep")
    assert paused.session.answers["why"].name_marks == [Span(4_000, 9_000)]


def test_the_keyboard_stays_where_the_way_on_is(paused: KioskWindow) -> None:
    paused.shell.activateWindow()
    part = screen_of(paused).paused
    paused.press("pause")
    screen_of(paused).pause.setFocus()
    paused.press("pause")
    assert paused.shell.focusWidget() is part.go_on
    paused.press("pause")
    assert paused.shell.focusWidget() is screen_of(paused).pause


def test_leaving_the_page_forgets_the_picture(paused: KioskWindow, qtbot: QtBot) -> None:
    screen = screen_of(paused)
    qtbot.waitUntil(lambda: any(share > 0 for _, share in screen.paused.bar.wave.bars()))
    screen.leave()
    assert screen.paused.bar.track.duration_ms == 0
    assert len(screen.paused.bar._overview._peaks) == len(screen.paused.bar.wave._peaks) == 0
