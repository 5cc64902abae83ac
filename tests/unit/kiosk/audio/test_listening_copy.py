"""A listening copy made ahead is used exactly as long as the answer is what it was made from."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from processes import poll
from told_story import close_storage, open_storage, told_story

from kiosk.audio.listening_copy import Gate, Stopped, answer_chunks, listening_copy, made_of, make_ahead, master
from kiosk.drafts.store import Draft
from kiosk.story.session import AnswerDraft, ListeningCopy
from sync.contract.story import Span


@dataclass
class Told:
    draft: Draft
    answer: AnswerDraft


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    storage = open_storage(tmp_path)
    story = told_story(storage)
    yield Told(story.draft, story.session.answers["why"])
    close_storage(storage)


def ahead(told: Told) -> ListeningCopy:
    copy = make_ahead(told.draft, told.answer, Gate())
    assert copy is not None
    return copy


def test_the_copy_made_ahead_is_the_one_that_is_sent(told: Told) -> None:
    made_now = listening_copy(told.draft, told.answer)
    told.answer.listening_copy = ahead(told)
    for take_id in told.answer.take_ids:
        told.draft.discard_take(take_id)  # nothing is left that it could be made from again
    assert listening_copy(told.draft, told.answer) == made_now


@pytest.mark.parametrize(
    "change",
    [
        lambda answer: setattr(answer, "trim", Span(100, 2_000)),
        lambda answer: answer.cuts.clear(),
        lambda answer: answer.take_ids.reverse(),
    ],
    ids=["trim", "cuts", "segments"],
)
def test_a_copy_of_what_is_no_longer_so_is_not_sent(told: Told, change) -> None:
    told.answer.listening_copy = ahead(told)
    change(told.answer)
    expected = listening_copy(told.draft, replace(told.answer, listening_copy=None))
    assert listening_copy(told.draft, told.answer) == expected
    assert expected.data != told.draft.blob(told.answer.listening_copy.blob_id)


def test_a_mark_changes_nothing_that_is_heard(told: Told) -> None:
    before = made_of(told.answer)
    told.answer.name_marks.append(Span(1_000, 1_100))
    assert made_of(told.answer) == before
    told.answer.trim = Span(0, told.answer.duration_ms)
    assert made_of(told.answer) == before  # all of it is all of it


def test_a_copy_that_does_not_open_is_made_again(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    expected = listening_copy(told.draft, told.answer)
    told.answer.listening_copy = ahead(told)
    told.draft.delete_blob(told.answer.listening_copy.blob_id)
    with caplog.at_level(logging.WARNING, "kiosk.audio"):
        assert listening_copy(told.draft, told.answer) == expected
    assert "made again" in caplog.text
    caplog.clear()


def test_a_stopped_gate_ends_the_making_and_leaves_no_blob(told: Told) -> None:
    before = told.draft.blob_ids()
    gate = Gate()
    gate.stop()
    assert make_ahead(told.draft, told.answer, gate) is None
    assert told.draft.blob_ids() == before


def test_a_closed_gate_holds_the_next_chunk_until_it_opens_or_stops(told: Told) -> None:
    for end in (lambda gate: gate.let_through(True), Gate.stop):
        gate, passed, ended = Gate(), [], []
        gate.let_through(False)

        def work(gate: Gate = gate, passed: list = passed, ended: list = ended) -> None:
            ended.append(make_ahead(told.draft, told.answer, gate))

        thread = threading.Thread(target=work)
        thread.start()
        assert not poll(lambda ended=ended: ended, 0.2)
        end(gate)
        thread.join(30)
        assert len(ended) == 1
        assert (ended[0] is None) == gate.stopped


def test_a_stopped_gate_cannot_be_closed_again() -> None:
    gate = Gate()
    gate.stop()
    gate.let_through(False)
    with pytest.raises(Stopped):
        list(gate.pass_on(iter([object()])))


def test_the_master_is_made_of_the_same_chunks(told: Told) -> None:
    told.answer.trim = Span(1_000, 3_500)
    assert master(told.draft, told.answer).duration_ms == 2_500
    assert sum(chunk.frames for chunk in answer_chunks(told.draft, told.answer)) == 4_000 * 48
    assert master(told.draft, deepcopy(told.answer)) == master(told.draft, told.answer)
