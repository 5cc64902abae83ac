"""Trimming, marking and cutting: what is kept, and that nothing is lost by changing one's mind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.story.edits import (
    LEAST_KEPT_MS,
    MARK_AFTER_MS,
    MARK_BEFORE_MS,
    add_mark,
    cut_mark,
    drop_mark,
    is_cut,
    keep_all,
    mark_at,
    merged,
    move_mark,
    press_begin,
    press_end,
    put_back,
    set_begin,
    set_end,
    uncut_marks,
    within,
)
from kiosk.story.session import AnswerDraft
from sync.contract.story import Span


def answer(duration_ms: int = 60_000, *marks: Span) -> AnswerDraft:
    return AnswerDraft(["a"], list(marks), [], duration_ms)


def test_what_lies_outside_of_the_two_presses_is_not_kept() -> None:
    told = answer()
    press_begin(told, 5_000)
    press_end(told, 50_000)
    assert told.trim == Span(5_000, 50_000)
    assert told.kept_ms == 45_000


def test_pressed_again_at_the_same_place_it_is_kept_after_all() -> None:
    told = answer()
    press_begin(told, 5_000)
    press_end(told, 50_000)
    press_begin(told, 5_040)
    assert told.trim == Span(0, 50_000)
    press_end(told, 49_960)
    assert told.trim is None


def test_pressed_elsewhere_the_edge_moves_there() -> None:
    told = answer()
    press_begin(told, 5_000)
    press_begin(told, 3_000)
    assert told.trim == Span(3_000, 60_000)
    keep_all(told)
    assert told.trim is None


@given(duration_ms=st.integers(1, 100_000), presses=st.lists(st.tuples(st.booleans(), st.integers(-1_000, 110_000)), max_size=8))
def test_something_is_always_left(duration_ms: int, presses: list[tuple[bool, int]]) -> None:
    told = answer(duration_ms)
    for begins, position_ms in presses:
        (set_begin if begins else set_end)(told, position_ms)
        assert told.kept_ms >= min(duration_ms, LEAST_KEPT_MS)
        assert 0 <= told.kept.start_ms < told.kept.end_ms <= duration_ms


def test_a_mark_reaches_back_over_the_name_and_ends_with_the_answer() -> None:
    assert mark_at(10_000) == Span(10_000 - MARK_BEFORE_MS, 10_000 + MARK_AFTER_MS)
    assert within([mark_at(500), mark_at(30_000)], 1_000) == [Span(0, 1_000)]


def test_marking_the_same_place_twice_is_one_mark() -> None:
    told = answer()
    assert add_mark(told, 20_000) == add_mark(told, 20_000)
    add_mark(told, 8_000)
    assert told.name_marks == [mark_at(8_000), mark_at(20_000)]
    assert add_mark(told, 60_000).end_ms == 60_000


def test_a_mark_is_cut_and_put_back() -> None:
    mark = Span(1_000, 3_000)
    told = answer(60_000, mark)
    assert uncut_marks(told) == [mark]
    cut_mark(told, mark)
    assert told.cuts == [mark]
    assert uncut_marks(told) == []
    put_back(told, mark)
    assert told.cuts == []


def test_putting_one_back_leaves_the_other_whole() -> None:
    one, other = Span(1_000, 4_000), Span(3_000, 6_000)
    told = answer(60_000, one, other)
    cut_mark(told, one)
    cut_mark(told, other)
    assert told.cuts == [Span(1_000, 6_000)]
    put_back(told, one)
    assert told.cuts == [other]


def test_a_cut_that_nobody_marked_stays() -> None:
    told = answer(60_000, Span(10_000, 12_000))
    told.cuts.append(Span(1_000, 2_000))
    cut_mark(told, told.name_marks[0])
    put_back(told, told.name_marks[0])
    assert told.cuts == [Span(1_000, 2_000)]


def test_edges_move_and_the_cut_moves_with_them() -> None:
    told = answer(60_000, Span(1_000, 3_000))
    cut_mark(told, told.name_marks[0])
    moved = move_mark(told, told.name_marks[0], start_by_ms=-500)
    moved = move_mark(told, moved, end_by_ms=500)
    assert told.name_marks == told.cuts == [moved] == [Span(500, 3_500)]


@given(
    start_ms=st.integers(0, 5_000),
    length_ms=st.integers(1, 5_000),
    steps=st.lists(st.tuples(st.sampled_from([-500, 0, 500]), st.sampled_from([-500, 0, 500])), max_size=20),
)
def test_a_mark_stays_inside_the_answer_and_never_turns_over(start_ms: int, length_ms: int, steps: list[tuple[int, int]]) -> None:
    told = answer(10_000, Span(start_ms, start_ms + length_ms))
    mark = told.name_marks[0]
    for start_by_ms, end_by_ms in steps:
        mark = move_mark(told, mark, start_by_ms=start_by_ms, end_by_ms=end_by_ms)
        assert 0 <= mark.start_ms < mark.end_ms <= 10_000
        assert told.name_marks == [mark]


def test_a_dropped_mark_takes_its_cut_with_it() -> None:
    told = answer(60_000, Span(1_000, 3_000), Span(9_000, 9_500))
    for mark in list(told.name_marks):
        cut_mark(told, mark)
    drop_mark(told, Span(1_000, 3_000))
    assert told.name_marks == told.cuts == [Span(9_000, 9_500)]


def test_a_name_that_was_trimmed_away_needs_no_cut() -> None:
    told = answer(60_000, Span(1_000, 3_000))
    set_begin(told, 2_900)
    assert uncut_marks(told) == [Span(1_000, 3_000)]
    set_begin(told, 3_000)
    assert uncut_marks(told) == []
    assert not is_cut(told, Span(1_000, 3_000))


@pytest.mark.parametrize(
    ("spans", "one"),
    [
        ([Span(5, 9), Span(0, 2), Span(2, 3), Span(8, 12)], [Span(0, 3), Span(5, 12)]),
        ([Span(0, 9), Span(1, 2)], [Span(0, 9)]),
        ([], []),
    ],
)
def test_cuts_that_touch_become_one(spans: list[Span], one: list[Span]) -> None:
    assert merged(spans) == one
