"""Changing an answer after it was recorded: trimming its ends, and cutting out what was marked as a name.

Nothing here touches sound: an AnswerDraft only says what shall be kept and cut. All times are milliseconds on the joined time line.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.story.session import AnswerDraft
from sync.contract.story import Span

# Somebody says a name and then presses the button: the mark reaches back over it.
MARK_BEFORE_MS = 4_000
MARK_AFTER_MS = 1_000
STEP_MS = 500
LEAST_KEPT_MS = 1_000
_LEAST_MARK_MS = STEP_MS
# Two presses on a playhead that rests are the same place.
_SAME_PLACE_MS = 100


def press_begin(answer: AnswerDraft, position_ms: int) -> None:
    """What was said before is not kept; pressed again at the same place, it is."""
    start_ms = answer.kept.start_ms
    set_begin(answer, 0 if start_ms > 0 and abs(position_ms - start_ms) < _SAME_PLACE_MS else position_ms)


def press_end(answer: AnswerDraft, position_ms: int) -> None:
    """What was said after is not kept; pressed again at the same place, it is."""
    end_ms, last_ms = answer.kept.end_ms, answer.duration_ms
    set_end(answer, last_ms if end_ms < last_ms and abs(position_ms - end_ms) < _SAME_PLACE_MS else position_ms)


def set_begin(answer: AnswerDraft, position_ms: int) -> None:
    """At most so far that something is left."""
    _keep(answer, min(position_ms, answer.kept.end_ms - LEAST_KEPT_MS), answer.kept.end_ms)


def set_end(answer: AnswerDraft, position_ms: int) -> None:
    """At least so far that something is left."""
    _keep(answer, answer.kept.start_ms, max(position_ms, answer.kept.start_ms + LEAST_KEPT_MS))


def keep_all(answer: AnswerDraft) -> None:
    answer.trim = None


def mark_at(now_ms: int) -> Span:
    """Where a name was that somebody has just said or heard."""
    return Span(max(0, now_ms - MARK_BEFORE_MS), now_ms + MARK_AFTER_MS)


def within(marks: Iterable[Span], duration_ms: int) -> list[Span]:
    """The marks as they fit into a finished answer; those beyond its end are none."""
    fitting = (Span(mark.start_ms, min(mark.end_ms, duration_ms)) for mark in marks)
    return [mark for mark in fitting if mark.start_ms < mark.end_ms]


def add_mark(answer: AnswerDraft, now_ms: int) -> Span:
    """A name that was heard at `now_ms`. Gives the mark, the one before where there is the same already."""
    (mark,) = within([mark_at(min(now_ms, answer.duration_ms - 1))], answer.duration_ms)
    if mark not in answer.name_marks:
        answer.name_marks.append(mark)
        answer.name_marks.sort(key=_start)
    return mark


def drop_mark(answer: AnswerDraft, mark: Span) -> None:
    """There was no name: nothing is cut there."""
    put_back(answer, mark)
    answer.name_marks.remove(mark)


def move_mark(answer: AnswerDraft, mark: Span, *, start_by_ms: int = 0, end_by_ms: int = 0) -> Span:
    """Moves one edge or both, as far as the answer goes. What was cut stays cut. Gives the mark as it is now."""
    start_ms = max(0, min(mark.start_ms + start_by_ms, mark.end_ms - _LEAST_MARK_MS))
    end_ms = min(answer.duration_ms, max(mark.end_ms + end_by_ms, start_ms + _LEAST_MARK_MS))
    moved = Span(start_ms, end_ms)
    was_cut = is_cut(answer, mark)
    drop_mark(answer, mark)
    if moved not in answer.name_marks:
        answer.name_marks.append(moved)
        answer.name_marks.sort(key=_start)
    if was_cut:
        cut_mark(answer, moved)
    return moved


def cut_mark(answer: AnswerDraft, mark: Span) -> None:
    """A tone takes its place, here and wherever the answer is heard."""
    answer.cuts[:] = merged([*answer.cuts, mark])


def put_back(answer: AnswerDraft, mark: Span) -> None:
    """Takes the cut of this mark back; those of other marks stay whole."""
    others = [other for other in answer.name_marks if other != mark and is_cut(answer, other)]
    unmarked = [cut for cut in answer.cuts if not any(_overlap(cut, known) for known in answer.name_marks)]
    answer.cuts[:] = merged([*others, *unmarked]) if is_cut(answer, mark) else answer.cuts


def is_cut(answer: AnswerDraft, mark: Span) -> bool:
    return any(cut.start_ms <= mark.start_ms and mark.end_ms <= cut.end_ms for cut in answer.cuts)


def uncut_marks(answer: AnswerDraft) -> list[Span]:
    """Names that others will hear as they are, unless they are trimmed away."""
    kept = answer.kept
    return [mark for mark in answer.name_marks if _overlap(mark, kept) and not is_cut(answer, mark)]


def merged(spans: Iterable[Span]) -> list[Span]:
    """In order, and those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=_start):
        if joined and span.start_ms <= joined[-1].end_ms:
            joined[-1] = Span(joined[-1].start_ms, max(joined[-1].end_ms, span.end_ms))
        else:
            joined.append(span)
    return joined


def _keep(answer: AnswerDraft, start_ms: int, end_ms: int) -> None:
    start_ms, end_ms = max(0, start_ms), min(answer.duration_ms, end_ms)
    answer.trim = None if start_ms == 0 and end_ms == answer.duration_ms else Span(start_ms, end_ms)


def _overlap(one: Span, other: Span) -> bool:
    return one.start_ms < other.end_ms and other.start_ms < one.end_ms


def _start(span: Span) -> int:
    return span.start_ms
