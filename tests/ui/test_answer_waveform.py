"""An answer as a picture: read chunk by chunk, painted, sought in, and described to who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from choice_stage import LANGUAGES, Stage, open_stage
from heard_answers import CHUNK_FRAMES, chunks, hearing
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.drafts.sealing import BrokenRecord, broken_record
from kiosk.drafts.store import Chunk
from kiosk.story.session import AnswerDraft
from kiosk.ui import theme
from kiosk.ui.overview import PEAK_MS, Overview, PeakReader
from kiosk.ui.speaker import Sound
from kiosk.ui.widgets.answer_player import AnswerPlayer
from kiosk.ui.widgets.answer_waveform import AnswerWaveform
from kiosk.ui.widgets.audio_bar import AudioBar, ending_at
from kiosk.ui.widgets.time_slider import TimeSlider
from sync.contract.story import Span


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


# Reading


def test_every_tenth_of_a_second_is_as_high_as_its_loudest_sample() -> None:
    peaks = PeakReader(chunks([0.25, 0.5])(["a"])).read_more(10)
    per_chunk = CHUNK_FRAMES // 48 // PEAK_MS
    assert [round(peak, 3) for peak in peaks] == [0.25] * per_chunk + [0.5] * per_chunk


def test_no_more_is_read_at_once_than_was_asked_for() -> None:
    given: list[int] = []

    def counted() -> Iterator[Chunk]:
        for number, chunk in enumerate(chunks([0.1] * 100)(["a"])):
            given.append(number)
            yield chunk

    reader = PeakReader(counted())
    assert len(reader.read_more(3)) == 15
    assert given == [0, 1, 2]
    assert len(reader.read_more(200)) == 485
    assert len(reader.read_more(1)) == 0


def test_a_picture_grows_and_another_takes_its_place(stage: Stage, qtbot: QtBot) -> None:
    overview = Overview(stage.tasks, chunks([0.1] * 300))
    lengths: list[int] = []
    overview.grown.connect(lambda peaks: lengths.append(len(peaks)))
    overview.load(["a"])
    overview.load(["b"])
    qtbot.waitUntil(lambda: lengths == [1_200, 1_500])
    overview.clear()
    overview.load([])
    stage.settle()
    assert lengths == [1_200, 1_500]


def test_a_draft_that_cannot_be_read_is_told(stage: Stage, qtbot: QtBot) -> None:
    def broken(take_ids: object) -> Iterator[Chunk]:
        raise broken_record()
        yield

    overview = Overview(stage.tasks, broken)
    with qtbot.waitSignal(overview.failed) as told:
        overview.load(["a"])
    assert isinstance(told.args[0], BrokenRecord)


# Painting


@pytest.fixture
def wave(stage: Stage) -> AnswerWaveform:
    wave = stage.show(AnswerWaveform("play-position"))
    wave.resize(828, 120)
    wave.set_duration(10_000)
    # Loud, then silent.
    wave.show_peaks([0.5] * 50 + [0.0] * 50)
    return wave


def colour_at(wave: AnswerWaveform, moment_ms: int) -> QColor:
    """Of the bar of that moment, half way between the middle and the upper edge."""
    nearest = min(wave.bars(), key=lambda bar: abs(bar[0] - moment_ms))[0]
    return wave.grab().toImage().pixelColor(round(wave.x_of(nearest)), 40)


def test_bars_stand_where_the_sound_is(wave: AnswerWaveform) -> None:
    assert len(wave.bars()) == 100
    loud, silent = QColor(theme.palette().voice), colour_at(wave, 7_500)
    assert colour_at(wave, 2_500) == loud
    assert silent != loud
    assert (wave.x_of(0) < wave.x_of(10_000)) is not wave.mirrored


def test_what_was_played_what_falls_away_and_what_is_cut_look_different(wave: AnswerWaveform) -> None:
    voice = colour_at(wave, 4_800)
    wave.set_position(2_000)
    wave.show_kept(Span(1_000, 9_000))
    wave.show_names([], [Span(3_000, 4_000)])
    looks = [colour_at(wave, moment_ms).name() for moment_ms in (500, 1_500, 2_500, 3_500)]
    assert looks[2] == voice.name()
    assert len(set(looks)) == 4


def test_marks_have_a_flag(wave: AnswerWaveform) -> None:
    before = wave.grab().toImage()
    wave.show_names([Span(6_000, 7_000)], [])
    after = wave.grab().toImage()
    place = QPoint(round(wave.x_of(6_500)), 8)
    assert before.pixelColor(place) != after.pixelColor(place)
    wave.show_names([Span(6_000, 7_000)], [], Span(6_000, 7_000))
    assert wave.grab().toImage() != after


@pytest.mark.parametrize("strong", [False, True])
def test_it_can_be_told_from_its_ground(strong: bool, looks: QApplication) -> None:
    theme.apply(looks, theme.Look(strong_contrast=strong))
    colours = theme.palette()
    for ground in (colours.panel, colours.card):
        for ink in (colours.voice, colours.accent, colours.ink, colours.muted, colours.voice_dark):
            assert theme.contrast(ink, ground) >= 3
    theme.apply(looks, theme.Look())


# Seeking


def test_a_tap_goes_to_the_moment_that_is_painted_there(wave: AnswerWaveform) -> None:
    sought: list[int] = []
    wave.sought.connect(sought.append)
    for moment_ms in (0, 2_500, 10_000):
        QTest.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(round(wave.x_of(moment_ms)), 60))
        assert abs(sought[-1] - moment_ms) < 20
    QTest.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(1, 60))
    assert sought[-1] == (10_000 if wave.mirrored else 0)


def test_keys_follow_the_direction_of_the_language(stage: Stage, wave: AnswerWaveform) -> None:
    onward, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if wave.mirrored else (Qt.Key.Key_Right, Qt.Key.Key_Left)
    wave.set_duration(60_000)
    for key, at_ms in (
        (onward, 5_000),
        (Qt.Key.Key_PageUp, 25_000),
        (back, 20_000),
        (Qt.Key.Key_End, 60_000),
        (onward, 60_000),
        (Qt.Key.Key_PageDown, 40_000),
        (Qt.Key.Key_Home, 0),
        (back, 0),
    ):
        QTest.keyClick(wave, key)
        assert wave.position_ms == at_ms


def test_playing_is_not_taken_for_the_person(wave: AnswerWaveform) -> None:
    sought: list[int] = []
    wave.sought.connect(sought.append)
    wave.set_position(4_400)
    assert (wave.value(), sought) == (4, [])
    wave.set_duration(20_000)
    assert sought == []


def test_a_wheel_does_not_move_it(wave: AnswerWaveform) -> None:
    place = wave.rect().center().toPointF()
    turn = QWheelEvent(
        place, wave.mapToGlobal(place), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(wave, turn)
    assert wave.position_ms == 0


def test_a_short_sound_has_a_beginning_and_an_end(stage: Stage) -> None:
    slider = TimeSlider("short")
    slider.set_duration(400)
    assert (slider.maximum(), slider.value()) == (1, 0)
    slider.seek(10_000)
    assert (slider.position_ms, slider.value()) == (400, 1)
    slider.deleteLater()


# Playing


def test_a_drag_is_played_from_where_it_ends(stage: Stage) -> None:
    reads: list[int] = []
    silent = hearing(stage).take_sound(["a"], 60_000, [])

    def read(start_ms: int, most_ms: int) -> object:
        reads.append(start_ms)
        return silent.read(start_ms, most_ms)

    bar = stage.show(AudioBar(stage.speaker))
    bar.set_sound(Sound(60_000, read))  # type: ignore[arg-type]
    bar.button.click()
    stage.settle()
    reads.clear()
    track = bar.track
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(40, 32))
    for x in range(50, 120, 10):
        QTest.mouseMove(track, QPoint(x, 32))
        QApplication.processEvents()
    assert not bar.playing
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(120, 32))
    stage.settle()
    assert bar.playing
    assert reads == [bar.position_ms]


def test_what_falls_away_is_not_played_with_the_rest(stage: Stage) -> None:
    player = stage.show(AnswerPlayer(hearing(stage)))
    player.show_answer(AnswerDraft(["a"], [], [], 60_000, trim=Span(10_000, 20_000)))
    assert player.position_ms == 10_000
    player.play_from(15_000)
    assert stage.speaker._now is not None
    assert stage.speaker._now.sound.duration_ms == 20_000
    # From what falls away one may listen on, to find a better end.
    player.play_from(30_000)
    assert stage.speaker._now.sound.duration_ms == 60_000


def test_the_beginning_of_a_sound_is_no_longer_than_it_says(stage: Stage) -> None:
    short = ending_at(hearing(stage).take_sound(["a"], 60_000, []), 1_500)
    assert short.duration_ms == 1_500
    assert [len(short.read(start_ms, 1_000)[0]) // 48 for start_ms in (0, 1_000, 2_000)] == [1_000, 500, 0]


def test_the_same_answer_is_read_only_once(stage: Stage, qtbot: QtBot) -> None:
    player = stage.show(AnswerPlayer(hearing(stage, amplitudes=[0.5] * 4)))
    answer = AnswerDraft(["a"], [], [], 2_000)
    player.show_answer(answer)
    qtbot.waitUntil(lambda: any(share > 0 for _, share in player.wave.bars()))
    reader = player._overview._reader
    player.show_answer(answer)
    assert player._overview._reader is reader
    player.show_answer(None)
    assert not any(share > 0 for _, share in player.wave.bars())
    assert not player.isEnabled()
