"""Trimming an answer and cutting names out of it, before and after it is kept: by buttons, by handles, by keys."""

from __future__ import annotations

import pytest
from kiosk_window import KioskWindow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.drafts.store import Draft
from kiosk.story.session import Session
from kiosk.ui.screens.listening_part import ListeningPart
from kiosk.ui.screens.prompt import PromptScreen
from kiosk.ui.theme import TARGET_PX
from sync.contract.story import Identity, IdentityKind, Span


@pytest.fixture
def recorded(kiosk: KioskWindow, qtbot: QtBot) -> KioskWindow:
    """Twenty seconds with a name at ten, not kept yet."""
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    for second in range(20):
        if second == 10:
            kiosk.press("mark-name")
        kiosk.recorder.say(1_000)
        kiosk.now_s += 1
    stop(kiosk, qtbot)
    return kiosk


def stop(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())


def part_of(kiosk: KioskWindow) -> ListeningPart:
    screen = kiosk.shell.current
    assert isinstance(screen, PromptScreen)
    return screen.listening


def trim(kiosk: KioskWindow, begin_ms: int, end_ms: int) -> None:
    """Leaves trimming open."""
    kiosk.press("trim")
    part_of(kiosk).bar.track.seek(begin_ms)
    kiosk.press("trim-begin")
    part_of(kiosk).bar.track.seek(end_ms)
    kiosk.press("trim-end")


def saved(kiosk: KioskWindow) -> Session:
    assert kiosk.shell.visit is not None
    record = kiosk.shell.visit.visit.draft.load_session()
    assert record is not None
    return Session.from_record(record)


# Listening


def test_the_answer_is_seen_whole_and_sought_by_a_tap(recorded: KioskWindow, qtbot: QtBot) -> None:
    bar = part_of(recorded).bar
    qtbot.waitUntil(lambda: all(share > 0.5 for _, share in bar.wave.bars()))
    assert 60 < len(bar.wave.bars()) < 400
    QTest.mouseClick(bar.wave, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.wave.x_of(5_000)), 20))
    assert abs(bar.position_ms - 5_000) < 200
    assert bar.time.text() in ("00:04 / 00:20", "00:05 / 00:20")


def test_who_cannot_see_it_hears_where_it_stands(recorded: KioskWindow) -> None:
    wave = part_of(recorded).bar.wave
    wave.seek(12_000)
    assert (wave.minimum(), wave.value(), wave.maximum()) == (0, 12, 20)
    assert wave.accessibleDescription() == "00:12 of 00:20"
    assert wave.accessibleName()
    wave.setValue(3)
    assert part_of(recorded).bar.position_ms == 3_000


# Trimming


def test_a_trim_is_kept_with_the_answer(recorded: KioskWindow) -> None:
    trim(recorded, 3_000, 18_000)
    assert not {"keep", "rerecord", "skip", "cut"} & recorded.visible()
    recorded.press("edit-done")
    recorded.press("keep")
    answer = recorded.session.answers["why"]
    assert answer.trim == Span(3_000, 18_000)
    assert answer.duration_ms == 20_000
    assert saved(recorded).answers["why"].trim == Span(3_000, 18_000)


def test_the_result_is_heard_from_its_beginning_to_its_end(recorded: KioskWindow, qtbot: QtBot) -> None:
    trim(recorded, 3_000, 3_600)
    recorded.press("edit-done")
    bar = part_of(recorded).bar
    bar.track.seek(3_600)
    places: list[int] = []
    bar._speaker.moved.connect(lambda owner, position_ms: places.append(position_ms))
    recorded.press("play")
    with qtbot.waitSignal(bar._speaker.stopped):
        pass
    assert 3_000 <= min(places) < 4_000
    assert max(places) <= 4_100


def test_a_trim_is_changed_after_it_was_kept_and_taken_back(recorded: KioskWindow) -> None:
    trim(recorded, 3_000, 18_000)
    recorded.press("edit-done")
    recorded.press("keep")
    recorded.press("trim")
    part_of(recorded).bar.track.seek(3_000)
    recorded.press("trim-begin")
    assert saved(recorded).answers["why"].trim == Span(0, 18_000)
    recorded.press("trim-undo")
    assert saved(recorded).answers["why"].trim is None
    assert not recorded.find("trim-undo").isEnabled()


def test_handles_are_large_never_overlap_and_are_dragged(recorded: KioskWindow) -> None:
    recorded.press("trim")
    part = part_of(recorded)
    begin, end = part.trimming.begin_handle, part.trimming.end_handle
    wave = part.bar.wave
    for handle in (begin, end):
        assert min(handle.width(), handle.height()) >= TARGET_PX
        assert wave.rect().contains(handle.geometry())
    grip = begin.rect().center()
    QTest.mousePress(begin, Qt.MouseButton.LeftButton, pos=grip)
    by_px = round(wave.x_of(4_000) - wave.x_of(0))
    QTest.mouseMove(begin, grip + QPoint(by_px, 0))
    QApplication.processEvents()
    QTest.mouseRelease(begin, Qt.MouseButton.LeftButton, pos=grip)
    assert part.bar._answer is not None
    assert abs(part.bar._answer.kept.start_ms - 4_000) < 300
    end.seek(0)
    assert part.bar._answer.kept_ms == 1_000
    assert not begin.geometry().intersects(end.geometry())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_handles_are_moved_by_keys_and_mirrored(recorded: KioskWindow, language: str) -> None:
    recorded.shell.choose_language(language)
    recorded.press("trim")
    part = part_of(recorded)
    onward = Qt.Key.Key_Right if language == "en" else Qt.Key.Key_Left
    for handle in (part.trimming.begin_handle, part.trimming.end_handle):
        assert handle.accessibleName()
    QTest.keyClick(part.trimming.begin_handle, onward)
    QTest.keyClick(part.trimming.end_handle, Qt.Key.Key_PageDown)
    assert part.bar._answer is not None
    assert part.bar._answer.trim == Span(500, 18_000)
    left_most = min((part.trimming.begin_handle, part.trimming.end_handle), key=lambda handle: handle.x())
    assert left_most is (part.trimming.begin_handle if language == "en" else part.trimming.end_handle)


def test_a_drag_is_written_down_once(recorded: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded.press("keep")
    recorded.press("trim")
    written: list[object] = []
    save = Draft.save_session
    monkeypatch.setattr(Draft, "save_session", lambda draft, record: (written.append(record), save(draft, record)))
    handle = part_of(recorded).trimming.begin_handle
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    for step in range(1, 10):
        QTest.mouseMove(handle, handle.rect().center() + QPoint(4 * step, 0))
        QApplication.processEvents()
    assert written == []
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert len(written) == 1
    assert saved(recorded).answers["why"].trim is not None


def test_a_new_take_has_its_own_trim_and_the_old_one_keeps_its(recorded: KioskWindow, qtbot: QtBot) -> None:
    trim(recorded, 3_000, 18_000)
    recorded.press("edit-done")
    recorded.press("keep")
    recorded.press("rerecord")
    recorded.press("record")
    recorded.recorder.say(5_000)
    stop(recorded, qtbot)
    trim(recorded, 1_000, 4_000)
    recorded.press("edit-done")
    assert saved(recorded).answers["why"].trim == Span(3_000, 18_000)
    recorded.press("rerecord")
    recorded.press("keep")
    assert saved(recorded).answers["why"].trim == Span(3_000, 18_000)
    recorded.press("rerecord")
    recorded.press("record")
    recorded.recorder.say(5_000)
    stop(recorded, qtbot)
    trim(recorded, 1_000, 4_000)
    recorded.press("edit-done")
    recorded.press("keep")
    answer = saved(recorded).answers["why"]
    assert (answer.trim, answer.duration_ms, answer.name_marks) == (Span(1_000, 4_000), 5_000, [])


@pytest.mark.parametrize("way_back", ["back", "edit-done"])
def test_back_closes_what_is_open_before_it_leaves(recorded: KioskWindow, way_back: str) -> None:
    for tool in ("trim", "cut"):
        recorded.press(tool)
        recorded.press(way_back)
        assert recorded.page == "prompt-1"
        assert {"trim", "cut", "keep"} <= recorded.visible()
        assert "trim-begin-handle" not in recorded.visible()
    recorded.press("back")
    assert recorded.page == "microphone"


# Names


def test_a_marked_name_is_cut_heard_and_put_back(recorded: KioskWindow) -> None:
    recorded.press("cut")
    bar = part_of(recorded).bar
    assert bar.position_ms == 5_000  # a second before the mark
    recorded.press("cut-name")
    assert bar._answer is not None
    assert bar._answer.cuts == [Span(6_000, 11_000)]
    assert bar.wave._cuts == (Span(6_000, 11_000),)
    recorded.press("cut-undo")
    assert bar._answer.cuts == []
    recorded.press("cut-name")
    recorded.press("edit-done")
    recorded.press("keep")
    assert saved(recorded).answers["why"].cuts == [Span(6_000, 11_000)]


def test_its_edges_are_adjusted_by_half_seconds(recorded: KioskWindow) -> None:
    recorded.press("cut")
    for press in ("mark-begin-later", "mark-begin-later", "mark-begin-earlier", "mark-end-later", "mark-end-earlier", "mark-end-earlier"):
        recorded.press(press)
    recorded.press("cut-name")
    recorded.press("mark-end-later")
    answer = part_of(recorded).bar._answer
    assert answer is not None
    assert answer.name_marks == answer.cuts == [Span(6_500, 11_000)]


def test_a_mark_is_dropped(recorded: KioskWindow) -> None:
    recorded.press("cut")
    recorded.press("mark-drop")
    for button in ("mark-drop", "mark-begin-later", "cut-name"):
        assert not recorded.find(button).isEnabled()
    recorded.press("edit-done")
    recorded.press("keep")
    assert saved(recorded).answers["why"].name_marks == []


def test_names_are_marked_while_listening_and_worked_on_one_after_the_other(recorded: KioskWindow) -> None:
    recorded.press("cut")
    assert "mark-next" not in recorded.visible()
    part = part_of(recorded)
    part.bar.track.seek(19_000)
    recorded.press("mark-name")
    assert part.names.chosen == Span(15_000, 20_000)
    recorded.press("mark-next")
    assert part.names.chosen == Span(6_000, 11_000)
    recorded.press("cut-name")
    # A tap on a mark means that mark.
    part.bar.track.seek(16_000)
    assert part.names.chosen == Span(15_000, 20_000)
    recorded.press("cut-name")
    recorded.press("edit-done")
    recorded.press("cut")
    assert part.names.chosen == Span(6_000, 11_000)


def test_a_name_that_can_be_heard_again_is_asked_about_again(recorded: KioskWindow) -> None:
    recorded.press("cut")
    recorded.press("cut-name")
    recorded.press("edit-done")
    recorded.press("keep")
    recorded.session.choose_identity(Identity(IdentityKind.NONE))
    recorded.session.name_checked = True
    recorded.press("cut")
    recorded.press("cut-undo")
    assert not saved(recorded).name_checked


# After a crash


@pytest.mark.parametrize("kept", [False, True])
def test_marks_of_a_take_that_nobody_kept_survive(recorded: KioskWindow, qtbot: QtBot, kept: bool) -> None:
    take_ids = list(saved(recorded).unkept_marks)
    assert len(take_ids) == 1
    if kept:
        recorded.press("keep")
        assert saved(recorded).unkept_marks == {}
    assert recorded.shell.visit is not None
    told = recorded.shell.visit.visit
    recorded.shell.conductor.close()  # type: ignore[union-attr]
    recorded.shell._end(None)
    recorded.shell._resume(told.draft.draft_id)
    qtbot.waitUntil(lambda: recorded.page == "prompt-1")
    if not kept:
        recorded.press("keep")
    assert recorded.session.answers["why"].name_marks == [Span(6_000, 11_000)]


def test_marks_are_saved_while_she_is_still_speaking(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(5_000)
    kiosk.now_s += 5
    kiosk.press("mark-name")
    assert kiosk.shell.visit is not None
    (take,) = kiosk.shell.visit.visit.draft.takes()
    assert saved(kiosk).unkept_marks == {take.take_id: [Span(1_000, 6_000)]}


def test_marks_of_a_take_that_was_thrown_away_go_with_it(recorded: KioskWindow) -> None:
    recorded.press("rerecord")
    assert saved(recorded).unkept_marks == {}
