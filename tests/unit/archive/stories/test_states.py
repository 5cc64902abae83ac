from __future__ import annotations

import pytest

from archive.stories.states import TABLE, State, Step, after

_LEGAL = {
    (State.RECEIVED, Step.START_REVIEW): State.IN_REVIEW,
    (State.IN_REVIEW, Step.COMPLETE_APPROVAL): State.APPROVED,
    (State.IN_REVIEW, Step.VOID_APPROVALS): State.IN_REVIEW,
    (State.APPROVED, Step.VOID_APPROVALS): State.IN_REVIEW,
    (State.APPROVED, Step.PUBLISH): State.PUBLISHED,
    (State.RECEIVED, Step.REJECT): State.REJECTED,
    (State.IN_REVIEW, Step.REJECT): State.REJECTED,
    (State.APPROVED, Step.REJECT): State.REJECTED,
    (State.RECEIVED, Step.WITHDRAW): State.WITHDRAWN,
    (State.IN_REVIEW, Step.WITHDRAW): State.WITHDRAWN,
    (State.APPROVED, Step.WITHDRAW): State.WITHDRAWN,
    (State.PUBLISHED, Step.WITHDRAW): State.WITHDRAWN,
    (State.REJECTED, Step.WITHDRAW): State.WITHDRAWN,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_only_these_moves_exist(state: State, step: Step) -> None:
    assert after(state, step) == _LEGAL.get((state, step))


def test_nothing_is_published_without_having_been_approved() -> None:
    assert [state for (state, _step), following in TABLE.items() if following is State.PUBLISHED] == [State.APPROVED]


def test_a_withdrawn_story_never_comes_back() -> None:
    assert not [step for state, step in TABLE if state is State.WITHDRAWN]
