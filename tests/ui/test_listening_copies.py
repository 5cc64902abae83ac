"""Listening copies are made behind her back: they keep up with what she changes, stand back for a recording, and leave nothing behind."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from copying_visit import StillDesk, visit_of
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from told_story import ToldStory, close_storage, open_storage, record, samples, told_story
from whole_walk import pages

from kiosk.audio.listening_copy import Gate, made_of, make_ahead
from kiosk.drafts.store import Draft
from kiosk.errors import DiskFull
from kiosk.story.session import AnswerDraft, ListeningCopy, Session
from kiosk.ui import listening_copies
from kiosk.ui.listening_copies import ListeningCopies
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit import Visit
from sync.contract.story import Span


@dataclass
class Scene:
    story: ToldStory
    visit: Visit
    desk: StillDesk
    copies: ListeningCopies

    @property
    def why(self) -> AnswerDraft:
        return self.story.session.answers["why"]

    def all_made(self) -> bool:
        told = [answer for answer in self.story.session.answers.values() if answer.has_recording]
        return all(answer.listening_copy is not None and answer.listening_copy.made_of == made_of(answer) for answer in told)

    def unnamed(self) -> set[str]:
        return set(self.story.draft.blob_ids()) - self.story.session.blob_ids()


@pytest.fixture
def scene(tmp_path: Path, qapp: QApplication) -> Iterator[Scene]:
    storage = open_storage(tmp_path)
    story = told_story(storage)
    visit, desk, tasks = visit_of(story), StillDesk(), Tasks(1)
    copies = ListeningCopies(visit, desk, tasks)  # type: ignore[arg-type]
    yield Scene(story, visit, desk, copies)
    copies.close()
    tasks.close()
    close_storage(storage)


def saved(draft: Draft) -> Session:
    record = draft.load_session()
    assert record is not None
    return Session.from_record(record)


def test_every_kept_answer_gets_its_copy_and_the_saved_session_names_it(scene: Scene, qtbot: QtBot) -> None:
    scene.copies.refresh()
    qtbot.waitUntil(scene.all_made)
    assert saved(scene.story.draft).answers == scene.story.session.answers
    assert not scene.unnamed()
    assert scene.story.session.answers["challenge"].listening_copy is None


def test_another_trim_replaces_the_copy_and_deletes_the_old_blob(scene: Scene, qtbot: QtBot) -> None:
    scene.copies.refresh()
    qtbot.waitUntil(scene.all_made)
    before = scene.why.listening_copy
    assert before is not None
    scene.why.trim = Span(500, 1_500)
    scene.copies.refresh()
    assert before.blob_id not in scene.story.draft.blob_ids()
    qtbot.waitUntil(scene.all_made)
    assert scene.why.listening_copy is not None
    assert scene.why.listening_copy.duration_ms == 1_000
    assert not scene.unnamed()


def test_a_new_take_deletes_the_copy_of_the_old_one(scene: Scene, qtbot: QtBot) -> None:
    scene.copies.refresh()
    qtbot.waitUntil(scene.all_made)
    before = scene.why.listening_copy
    assert before is not None
    scene.story.session.keep_take("why", [record(scene.story.draft, "why", samples(9, 96_000))], 2_000, [])
    scene.copies.refresh()
    assert before.blob_id not in scene.story.draft.blob_ids()
    qtbot.waitUntil(scene.all_made)
    assert not scene.unnamed()


def test_what_changes_while_it_is_being_made_is_made_anew(scene: Scene, qtbot: QtBot) -> None:
    scene.desk.record(True)
    scene.copies.refresh()
    scene.why.trim = Span(500, 1_500)
    scene.copies.refresh()
    scene.desk.record(False)
    qtbot.waitUntil(scene.all_made)
    assert scene.why.listening_copy is not None
    assert scene.why.listening_copy.duration_ms == 1_000
    assert not scene.unnamed()


def test_nothing_is_made_while_sound_is_recorded(scene: Scene, qtbot: QtBot) -> None:
    read: list[int] = []
    chunks = scene.story.draft.chunks

    def counted(take_id: str, *given: int) -> Iterator[object]:
        for chunk in chunks(take_id, *given):
            read.append(chunk.first_frame)
            yield chunk

    scene.story.draft.chunks = counted  # type: ignore[method-assign,assignment]
    scene.desk.record(True)
    scene.copies.refresh()
    qtbot.waitUntil(lambda: bool(read))
    settled: list[bool] = []
    scene.copies.settle(lambda: settled.append(True))
    with pytest.raises(Exception, match="timed out"):
        qtbot.waitUntil(lambda: len(read) > 1 or bool(settled), timeout=300)
    scene.desk.record(False)
    qtbot.waitUntil(lambda: bool(settled))
    assert scene.why.listening_copy is not None


def test_send_waits_for_the_one_that_is_under_way_and_begins_no_other(scene: Scene, qtbot: QtBot) -> None:
    settled: list[bool] = []
    scene.copies.settle(lambda: settled.append(True))
    assert settled == [True]  # nothing is under way
    scene.copies.refresh()
    scene.copies.settle(lambda: settled.append(True))
    assert settled == [True]
    qtbot.waitUntil(lambda: len(settled) == 2)
    assert scene.why.listening_copy is not None
    assert scene.story.session.answers["inspiration"].listening_copy is None


def test_a_closed_visit_gets_no_copy(scene: Scene, qtbot: QtBot) -> None:
    scene.desk.record(True)
    scene.copies.refresh()
    before = scene.story.draft.blob_ids()
    scene.copies.close()
    qtbot.waitUntil(lambda: not scene.copies._tasks.busy)
    assert scene.story.draft.blob_ids() == before
    scene.copies.refresh()
    assert not scene.copies._tasks.busy


def test_a_full_disk_costs_only_the_copy(
    scene: Scene, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(data: bytes) -> str:
        raise DiskFull

    monkeypatch.setattr(scene.story.draft, "put_blob", full)
    with caplog.at_level(logging.INFO, "kiosk.ui"):
        scene.copies.refresh()
        qtbot.waitUntil(lambda: caplog.text.count("disk-full") == 2)  # one for each answer, and no third
        settled: list[bool] = []
        scene.copies.settle(lambda: settled.append(True))
        qtbot.waitUntil(lambda: bool(settled))
    assert scene.why.listening_copy is None
    caplog.clear()


def test_the_window_makes_them_as_she_goes_and_leaving_leaves_none(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    kiosk.press("record")
    kiosk.recorder.say(3_000)
    kiosk.press("stop")
    kiosk.press("keep")
    qtbot.waitUntil(lambda: kiosk.session.answers["why"].listening_copy is not None)
    kiosk.press("leave")
    kiosk.press("leave-confirm")
    assert kiosk.draft_ids() == []


def test_send_waits_for_the_copy_that_is_being_made(
    open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slowly(draft: Draft, answer: AnswerDraft, gate: Gate) -> ListeningCopy | None:
        may_go_on.wait()
        return make_ahead(draft, answer, gate)

    monkeypatch.setattr(listening_copies, "make_ahead", slowly)
    kiosk = open_kiosk(photo_folder=photo_folder)
    assert next(page for page in pages(kiosk, qtbot) if page == "check")
    kiosk.press("send")
    assert kiosk.page == "check"
    assert not kiosk.sent
    may_go_on.set()
    qtbot.waitUntil(lambda: kiosk.page == "sent")
    assert kiosk.sent[0].answers["why"].listening_copy is not None


def test_a_bug_in_the_making_reaches_the_top_and_holds_up_nobody(
    open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(draft: Draft, answer: AnswerDraft, gate: Gate) -> ListeningCopy | None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(listening_copies, "make_ahead", broken)
    kiosk = open_kiosk(photo_folder=photo_folder)
    with qtbot.captureExceptions() as raised:
        assert next(page for page in pages(kiosk, qtbot) if page == "check")
        kiosk.press("send")
        qtbot.waitUntil(lambda: kiosk.page == "sent")
    assert [kind for kind, _, _ in raised] == [RuntimeError] * 2  # once for each answer, and not again and again
