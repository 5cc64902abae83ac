from __future__ import annotations

import pytest

from sync.limits import Hold
from sync.outbox import PackageBrief, State
from sync.time_left import seconds_left

RATE = 1000.0


def brief(group_id: str, part: str, size_bytes: int, state: State = State.QUEUED, **facts: object) -> PackageBrief:
    empty = PackageBrief("p", group_id, part, state, size_bytes, 0, 0, 0, None, "2026-03-01", None, 0, None)
    return empty._replace(**facts)


def test_a_story_waits_for_every_listening_copy_and_for_the_masters_before_its_own() -> None:
    briefs = [
        brief("a", "listen", 1000),
        brief("a", "master", 10_000),
        brief("b", "listen", 2000),
        brief("b", "master", 20_000),
    ]
    assert seconds_left(briefs, RATE, Hold.NONE) == {"a": 13, "b": 33}


def test_what_the_network_has_taken_is_not_waited_for() -> None:
    briefs = [brief("a", "listen", 5000, State.SENDING, offset_bytes=1000, sent_bytes=4000), brief("b", "master", 1001)]
    assert seconds_left(briefs, RATE, Hold.NONE) == {"a": 1, "b": 3}


@pytest.mark.parametrize("rate", [None, 0.0])
def test_without_a_rate_nobody_knows(rate: float | None) -> None:
    assert seconds_left([brief("a", "listen", 1000)], rate, Hold.NONE) == {}


@pytest.mark.parametrize(
    "stuck",
    [
        {"state": State.BLOCKED, "reason": "receipt"},
        {"state": State.QUARANTINED, "reason": "file-missing"},
        {"attempts": 3},
    ],
    ids=str,
)
def test_a_story_that_is_stuck_has_no_time_and_holds_up_none(stuck: dict[str, object]) -> None:
    briefs = [brief("a", "listen", 1000)._replace(**stuck), brief("a", "master", 1000), brief("b", "listen", 2000)]
    assert seconds_left(briefs, RATE, Hold.NONE) == {"b": 2}


def test_what_may_not_travel_over_this_link_has_no_time() -> None:
    briefs = [
        brief("a", "listen", 1000),
        brief("a", "master", 10_000),
        brief("b", "master", 3000, must_go=1),
        brief("c", "listen", 500),
    ]
    assert seconds_left(briefs, RATE, Hold.MASTERS) == {"b": 5, "c": 2}


def test_what_has_arrived_is_no_news() -> None:
    assert seconds_left([brief("a", "listen", 1000, State.DELIVERED), brief("b", "listen", 1, State.ERASED)], RATE, Hold.NONE) == {}
