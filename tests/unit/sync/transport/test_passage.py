"""When a silent connection is waited for, asked after and given up: the rules, with facts and time made up."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from sync.schedule import Cause
from sync.transport.faults import RetryLater
from sync.transport.passage import Passage, Watch
from sync.transport.tcp_facts import TcpFacts

KIB = 1024


@dataclass
class Link:
    """One connection as the system would tell of it, and the time. `answered` and the rest are the second connection."""

    now_s: float = 1_000.0
    written: int = 1
    acked: int = 1
    round_trip_s: float = 0.05
    shortest_s: float = 0.0
    tells: bool = True
    answered: bool = False
    asked_at_s: list[float] = field(default_factory=list)
    delivered: int = 0
    busy: bool = False
    switched: int = 0
    left: int = 0
    proven: bool = False
    waits: int = 0
    ends_after: int = 0

    def facts(self, connection: socket.socket) -> TcpFacts | None:
        if not self.tells:
            return None
        return TcpFacts(self.acked, self.written - self.acked, self.round_trip_s, self.delivered, self.shortest_s)

    def ask(self, round_trip_s: float) -> bool:
        assert round_trip_s == (self.shortest_s or self.round_trip_s) or not self.tells
        if not self.busy:
            self.asked_at_s.append(self.now_s)
        return not self.busy

    def wait(self, seconds: float) -> bool:
        assert seconds == 0.25
        self.now_s += seconds
        self.waits += 1
        return self.waits > self.ends_after

    def switch(self) -> bool:
        self.switched += 1
        return self.proven

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def link() -> Link:
    return Link()


@pytest.fixture
def connection() -> Iterator[socket.socket]:
    with socket.socket() as made:
        yield made


def begin(link: Link, connection: socket.socket, *, offset: int = 0, probe: bool = True, rate: float | None = None) -> Passage:
    watch = Watch(monotonic=lambda: link.now_s, facts=link.facts)
    passage = Passage(watch, link if probe else None, offset, rate)
    passage.begin(connection)
    passage.hand_over(offset)
    return passage


def hand_over(link: Link, passage: Passage, position: int, size_bytes: int, *, whole: bool = False) -> None:
    link.written += size_bytes
    passage.hand_over(position, whole=whole)


def pass_time(link: Link, passage: Passage, seconds: float, step_s: float = 0.25) -> str | None:
    """The code of the fault that ended it, if one did before all of the time was over."""
    until_s = link.now_s + seconds
    while link.now_s < until_s:
        link.now_s += step_s
        try:
            passage.check()
        except RetryLater as fault:
            return fault.code if fault.cause is Cause.NETWORK else None
    return None


# --- what has arrived ---


def test_only_whole_blocks_that_were_acknowledged_have_arrived(link: Link, connection: socket.socket) -> None:
    """Each block was written as a TLS record, a little larger than itself, after headers of 300 bytes."""
    passage = begin(link, connection, offset=5_000)
    link.written += 300
    for number in range(1, 4):
        hand_over(link, passage, 5_000 + number * 16 * KIB, 16 * KIB + 22)
    ends = [1 + 300 + number * (16 * KIB + 22) for number in range(4)]
    for acked, blocks in [(1, 0), (ends[0], 0), (ends[1] - 1, 0), (ends[1], 1), (ends[3] - 1, 2), (ends[3], 3)]:
        link.acked = acked
        passage.check()
        assert passage.arrived == 5_000 + blocks * 16 * KIB


def test_what_was_sent_before_on_the_same_connection_counts_for_nothing(link: Link, connection: socket.socket) -> None:
    link.written, link.acked = 900_001, 800_001
    passage = begin(link, connection)
    hand_over(link, passage, 16 * KIB, 16 * KIB + 300)
    link.acked = 900_001
    passage.check()
    assert passage.arrived == 0
    link.acked = link.written
    passage.check()
    assert passage.arrived == 16 * KIB


def test_where_the_system_is_silent_the_send_buffer_is_subtracted(link: Link, connection: socket.socket) -> None:
    link.tells = False
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 32 * KIB)
    buffer_bytes = connection.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
    passage = begin(link, connection, offset=700)
    for position in range(0, 2_000_000, 16 * KIB):
        passage.hand_over(700 + position)
        assert passage.arrived == max(700, 700 + position - buffer_bytes)


def test_a_system_that_falls_silent_is_not_taken_for_one_that_never_told(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection)
    link.tells = False
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    passage.check()
    assert passage.arrived == 0


def test_without_a_connection_nothing_is_known(link: Link) -> None:
    passage = Passage(Watch(), link, 100, None)
    passage.hand_over(5_000)
    passage.check()
    assert passage.arrived == 100


# --- silence ---


@pytest.mark.parametrize("answered", [True, False])
def test_a_gap_below_eight_seconds_is_left_alone(link: Link, connection: socket.socket, answered: bool) -> None:
    link.answered = answered
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    for _ in range(20):
        assert pass_time(link, passage, 7.75) is None
        link.acked += 1
        assert pass_time(link, passage, 0.25) is None
    assert (link.asked_at_s, link.switched) == ([], 0)


def test_a_suspect_is_asked_after_and_lives_while_nobody_answers(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    began_s = link.now_s
    assert pass_time(link, passage, 59.75) is None
    gaps = [later - sooner for sooner, later in zip(link.asked_at_s, link.asked_at_s[1:], strict=False)]
    assert link.asked_at_s[0] - began_s == 8
    assert set(gaps) == {2.0}
    assert pass_time(link, passage, 0.25) == "stalled"
    assert link.switched == 0


@pytest.mark.parametrize("proven", [True, False])
def test_whether_the_archive_has_proved_itself_on_the_next_connection_is_told(link: Link, connection: socket.socket, proven: bool) -> None:
    link.answered, link.proven = True, proven
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    link.now_s += 8
    passage.check()
    passage.check()
    link.now_s += 1
    with pytest.raises(RetryLater) as fault:
        passage.check()
    assert (fault.value.code, fault.value.proven) == ("stalled", proven)


def test_a_question_that_waited_for_a_way_does_not_make_the_verdict_wait(link: Link, connection: socket.socket) -> None:
    link.round_trip_s, link.shortest_s = 1.6, 0.6
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    assert pass_time(link, passage, 8) is None
    link.busy = True
    assert pass_time(link, passage, 5) is None
    link.answered = True
    assert pass_time(link, passage, 0.75) is None
    assert pass_time(link, passage, 0.25) == "stalled"


@pytest.mark.parametrize(("took_s", "patience_s"), [(0.25, 0.5), (1.5, 0.5), (3.0, 1.0), (12.0, 1.0)])
def test_an_answer_and_another_round_trip_without_one_acknowledgement_end_it(
    link: Link, connection: socket.socket, took_s: float, patience_s: float
) -> None:
    """The answer took three round trips: the next is as long as each of them, and no longer than one was before."""
    link.round_trip_s = 1.0
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    assert pass_time(link, passage, 8) is None
    link.busy = True
    assert pass_time(link, passage, took_s - 0.25) is None
    link.answered = True
    assert pass_time(link, passage, patience_s) is None
    assert pass_time(link, passage, 0.25) == "stalled"
    assert (len(link.asked_at_s), link.switched) == (1, 1)


def test_a_link_that_mends_a_loss_is_alive(link: Link, connection: socket.socket) -> None:
    """One packet is missing, and while it is, only what came after it is acknowledged, selectively."""
    link.answered = True
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    for _ in range(30):
        assert pass_time(link, passage, 7.75) is None
        link.delivered += 1
        assert pass_time(link, passage, 0.25) is None
    assert link.asked_at_s == []
    assert passage.arrived == 0
    assert pass_time(link, passage, 9) == "stalled"


def test_it_may_come_back_while_the_answer_is_weighed(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    link.answered = True
    assert pass_time(link, passage, 8.25) is None
    assert len(link.asked_at_s) == 1
    left = link.left
    for _ in range(6):
        assert link.left == left, "the question was called off before it was clear that the connection lives"
        link.acked += 10
        assert pass_time(link, passage, 1) is None
    assert pass_time(link, passage, 7) is None
    assert link.left == left + 1, "the question was not called off"
    assert pass_time(link, passage, 1) == "stalled"


def test_the_answer_to_an_earlier_question_is_no_answer_now(link: Link, connection: socket.socket) -> None:
    link.answered = True
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    assert pass_time(link, passage, 8.25) is None
    link.acked += 10
    passage.check()
    assert pass_time(link, passage, 8.25, step_s=8.25) is None
    assert len(link.asked_at_s) == 2


@pytest.mark.parametrize(("round_trip_s", "suspect_after_s"), [(0.05, 8), (1.0, 8), (2.0, 12), (5.0, 30)])
def test_a_link_of_long_round_trips_gets_more_time(
    link: Link, connection: socket.socket, round_trip_s: float, suspect_after_s: float
) -> None:
    link.round_trip_s = round_trip_s
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    began_s = link.now_s
    pass_time(link, passage, 40)
    assert link.asked_at_s[0] - began_s == suspect_after_s


def test_a_bloated_queue_that_moves_is_never_cut(link: Link, connection: socket.socket) -> None:
    """64 kbit/s with half a minute of it in a router: an acknowledgement every now and then is all there is, for minutes."""
    link.round_trip_s = 32.0
    passage = begin(link, connection)
    hand_over(link, passage, 256 * KIB, 256 * KIB, whole=True)
    while link.acked < link.written:
        assert pass_time(link, passage, 7) is None
        link.acked += 1_400
    assert link.asked_at_s == []


def test_silence_of_our_own_is_none(link: Link, connection: socket.socket) -> None:
    """The bandwidth cap or the disk makes us slow: nothing is under way, so nobody owes us an acknowledgement."""
    link.answered = True
    passage = begin(link, connection)
    for block in range(1, 5):
        hand_over(link, passage, block * 16 * KIB, 16 * KIB)
        link.acked = link.written
        assert pass_time(link, passage, 300) is None
        passage.hand_over(block * 16 * KIB)
        link.now_s += 300
    hand_over(link, passage, 5 * 16 * KIB, 16 * KIB)
    assert pass_time(link, passage, 7.75) is None
    assert pass_time(link, passage, 1) == "stalled"


def test_without_a_second_connection_only_the_last_limit_holds(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection, probe=False)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    assert pass_time(link, passage, 59.75) is None
    assert pass_time(link, passage, 0.25) == "stalled"


def test_where_the_system_is_silent_what_it_takes_is_progress(link: Link, connection: socket.socket) -> None:
    link.tells, link.answered = False, True
    passage = begin(link, connection)
    for block in range(1, 20):
        passage.hand_over(block * 16 * KIB)
        assert pass_time(link, passage, 7.75) is None
    assert pass_time(link, passage, 1) == "stalled"
    assert len(link.asked_at_s) == 1


def test_a_cut_connection_takes_what_lies_in_it_to_the_grave(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    pass_time(link, passage, 60)
    assert connection.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8) == (1).to_bytes(4, "little") + bytes(4)


# --- broken by itself ---


def suspect(link: Link, connection: socket.socket) -> Passage:
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    assert pass_time(link, passage, 8) is None
    assert len(link.asked_at_s) == 1
    return passage


@pytest.mark.parametrize("proven", [True, False])
def test_when_a_suspect_breaks_the_question_under_way_is_the_way_to_go_on(link: Link, connection: socket.socket, proven: bool) -> None:
    passage = suspect(link, connection)
    link.answered, link.proven, link.ends_after = True, proven, 5
    fault = passage.another_way(lambda: False)
    assert fault is not None
    assert (fault.code, fault.proven, link.waits, link.switched) == ("stalled", proven, 6, 1)


def test_so_it_is_when_it_breaks_just_after_the_other_ends_system_took_something_and_later_no_more(
    link: Link, connection: socket.socket
) -> None:
    link.answered = True
    for moving_s, has_one in ((1, True), (4, True), (7, False)):
        passage = suspect(link, connection)
        for _ in range(moving_s):
            link.acked += 10
            assert pass_time(link, passage, 1) is None
        assert (passage.another_way(lambda: False) is not None) is has_one
        link.asked_at_s.clear()


def test_a_question_that_fails_as_well_is_no_way(link: Link, connection: socket.socket) -> None:
    passage = suspect(link, connection)
    link.ends_after = 5
    assert passage.another_way(lambda: False) is None
    assert (link.waits, link.switched) == (6, 0)


def test_who_is_to_stop_waits_for_no_question_and_nobody_waits_for_ever(link: Link, connection: socket.socket) -> None:
    passage = suspect(link, connection)
    link.answered, link.ends_after = True, 100_000
    assert passage.another_way(lambda: True) is None
    assert link.waits == 1
    began_s = link.now_s
    assert passage.another_way(lambda: False) is None
    assert link.now_s - began_s == 60
    assert link.switched == 0


@pytest.mark.parametrize("probe", [True, False])
def test_a_connection_that_breaks_unsuspected_has_no_other_way(link: Link, connection: socket.socket, probe: bool) -> None:
    link.answered = True
    passage = begin(link, connection, probe=probe)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    assert pass_time(link, passage, 7) is None
    assert passage.another_way(lambda: False) is None
    assert (link.waits, link.switched) == (0, 0)


# --- the answer ---


def test_once_all_is_acknowledged_the_answer_has_half_a_minute(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection)
    hand_over(link, passage, 64 * KIB, 64 * KIB, whole=True)
    assert pass_time(link, passage, 7) is None
    link.acked = link.written
    assert pass_time(link, passage, 30) is None
    assert pass_time(link, passage, 0.5) == "unreachable"
    assert link.asked_at_s == []


def test_half_a_minute_counts_from_the_last_byte_even_if_we_were_slow_before(link: Link, connection: socket.socket) -> None:
    passage = begin(link, connection)
    hand_over(link, passage, 16 * KIB, 16 * KIB)
    link.acked = link.written
    passage.check()
    link.now_s += 100
    passage.hand_over(16 * KIB, whole=True)
    assert pass_time(link, passage, 29.75) is None
    assert pass_time(link, passage, 0.5) == "unreachable"


@pytest.mark.parametrize(("rate", "limit_s"), [(None, 65.536), (8_000.0, 65.536), (4_000.0, 131.072), (1_000_000.0, 30.0)])
def test_where_the_system_is_silent_what_may_still_be_under_way_is_waited_for(
    link: Link, connection: socket.socket, monkeypatch: pytest.MonkeyPatch, rate: float | None, limit_s: float
) -> None:
    monkeypatch.setattr("sync.transport.passage.send_buffer_bytes", lambda connection: 256 * KIB)
    link.tells, link.answered = False, True
    passage = begin(link, connection, rate=rate)
    passage.hand_over(200 * KIB, whole=True)
    assert pass_time(link, passage, limit_s - 0.25) is None
    assert pass_time(link, passage, 0.5) == "unreachable"
    assert link.asked_at_s == []


# --- TCP's own sleep ---


@pytest.mark.parametrize(("round_trip_s", "alive_s", "suspect_s"), [(0.05, 2.0, 1.0), (1.6, 3.2, 1.6), (5.0, 10.0, 5.0)])
def test_tcp_is_kept_from_sleeping_and_the_more_so_once_all_is_lost(
    link: Link, connection: socket.socket, monkeypatch: pytest.MonkeyPatch, round_trip_s: float, alive_s: float, suspect_s: float
) -> None:
    asked_for: list[float] = []
    monkeypatch.setattr("sync.transport.passage.retry_at_least_every", lambda connection, seconds: asked_for.append(seconds))
    link.round_trip_s = round_trip_s
    passage = begin(link, connection, probe=False)
    hand_over(link, passage, 64 * KIB, 64 * KIB)
    link.acked += 1
    assert pass_time(link, passage, 50) is None
    link.acked += 1
    passage.check()
    assert asked_for == [alive_s, suspect_s, alive_s]
