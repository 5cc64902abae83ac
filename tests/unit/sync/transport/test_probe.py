"""The question on a second connection: whose answer counts, and who closes what."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from processes import poll

from sync.schedule import Cause
from sync.transport.faults import Blocked, RetryLater
from sync.transport.probe import SecondConnection

PATIENCE_S = 10


@dataclass
class Sessions:
    """A session, and those that were made beside it."""

    timeouts_s: list[float] = field(default_factory=list)
    made: list[Sessions] = field(default_factory=list)
    taken: list[Any] = field(default_factory=list)
    closed: int = 0

    def second(self, timeout_s: float) -> Sessions:
        self.timeouts_s.append(timeout_s)
        self.made.append(Sessions())
        return self.made[-1]

    def go_on_with(self, second: Any) -> None:
        self.taken.append(second)

    def request(self, *_: Any, **__: Any) -> Any:
        raise AssertionError("the question is the caller's to ask")

    def close(self) -> None:
        self.closed += 1


class Ping:
    """Waits to be told how it went."""

    def __init__(self) -> None:
        self.asked = 0
        self.outcome: Exception | None = None
        self._go = threading.Event()

    def __call__(self, session: Any) -> None:
        self.asked += 1
        assert self._go.wait(PATIENCE_S)
        if self.outcome is not None:
            raise self.outcome

    def end(self, outcome: Exception | None = None) -> None:
        self.outcome = outcome
        self._go.set()


@pytest.fixture
def ping() -> Iterator[Ping]:
    made = Ping()
    yield made
    made.end()


def ended(probe: SecondConnection) -> bool:
    question = probe._question
    return question is None or not question.runs()


def settle(condition: Callable[[], bool]) -> None:
    assert poll(condition, PATIENCE_S)


def test_a_good_answer_is_one_and_its_connection_can_be_gone_on_with(ping: Ping) -> None:
    session = Sessions()
    probe = SecondConnection(session, ping)
    assert not probe.answered
    probe.ask(0.0)
    assert not probe.answered
    ping.end()
    settle(lambda: probe.answered)
    assert probe.switch(), "the archive's proof was not told"
    probe.leave()
    assert (session.taken, session.made[0].closed) == (session.made, 0)


@pytest.mark.parametrize(
    ("outcome", "answered"),
    [
        (RetryLater("unreachable", "", Cause.NETWORK), False),
        (RetryLater("archive-busy", "", Cause.SERVER), True),
        (Blocked("portal", ""), True),
        (Blocked("intercepted", ""), True),
    ],
    ids=["nobody", "busy", "portal", "intercepted"],
)
def test_whoever_answers_shows_that_there_is_a_way(ping: Ping, outcome: Exception, answered: bool) -> None:
    session = Sessions()
    probe = SecondConnection(session, ping)
    probe.ask(0.0)
    ping.end(outcome)
    settle(lambda: ended(probe))
    assert probe.answered is answered
    assert not probe.switch(), "an answer that proves nothing was taken for the archive's proof"
    assert (session.taken == session.made) is answered


def test_a_bug_in_the_question_reaches_whoever_asks_for_the_answer(ping: Ping) -> None:
    probe = SecondConnection(Sessions(), ping)
    probe.ask(0.0)
    ping.end(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        poll(lambda: probe.answered, PATIENCE_S)
    probe.leave()


def test_its_end_can_be_waited_for(ping: Ping) -> None:
    probe = SecondConnection(Sessions(), ping)
    assert probe.wait(PATIENCE_S), "there was nothing to wait for"
    probe.ask(0.0)
    assert not probe.wait(0.01)
    ping.end()
    assert probe.wait(PATIENCE_S)
    assert probe.answered
    probe.leave()


def test_one_question_at_a_time(ping: Ping) -> None:
    session = Sessions()
    probe = SecondConnection(session, ping)
    assert [probe.ask(0.0) for _ in range(5)] == [True, False, False, False, False]
    assert (len(session.made), ping.asked) == (1, 1)
    ping.end(RetryLater("unreachable", "", Cause.NETWORK))
    settle(lambda: ended(probe))
    probe.ask(0.0)
    settle(lambda: ended(probe))
    assert [made.closed for made in session.made] == [1, 0]
    probe.leave()
    assert [made.closed for made in session.made] == [1, 1]


def test_a_question_nobody_waits_for_closes_its_connection_when_it_ends(ping: Ping) -> None:
    session = Sessions()
    probe = SecondConnection(session, ping)
    probe.ask(0.0)
    probe.leave()
    assert session.made[0].closed == 0, "it was closed under the thread that uses it"
    ping.end()
    settle(lambda: session.made[0].closed == 1)
    assert not probe.answered
    assert not probe.switch()
    assert session.taken == []


def test_it_waits_four_seconds_or_three_round_trips(ping: Ping) -> None:
    session = Sessions()
    ping.end()
    probe = SecondConnection(session, ping)
    for round_trip_s in (0.0, 0.6, 5.0):
        probe.ask(round_trip_s)
        settle(lambda: ended(probe))
    probe.leave()
    assert session.timeouts_s == [4.0, 4.0, 15.0]
