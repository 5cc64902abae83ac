from __future__ import annotations

import socket
import struct
import sys

import pytest

from sync.transport.pace import Pace

MAX_PACING_RATE = 47  # SO_MAX_PACING_RATE, asm-generic/socket.h
NO_LIMIT = 2**31 - 1

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")

RECOVERY, AFTER_A_TIME_OUT = 3, 4
CLEAR_MS, QUEUED_MS = 610, 1500


class Told:
    """A connection with a made-up `struct tcp_info`, laid out by hand from linux/tcp.h; it notes what it is asked for."""

    def __init__(self, *, refuses: bool = False, short: bool = False) -> None:
        self.state, self.rtt_ms, self.repeated, self.sent = 0, CLEAR_MS, 0, 0
        self.bytes_per_s, self.shortest_ms = 0, 600
        self.asked: list[bytes] = []
        self.paced: list[int] = []
        self._refuses, self._short = refuses, short

    def getsockopt(self, level: int, option: int, size: int) -> bytes:
        assert (level, option) == (socket.IPPROTO_TCP, socket.TCP_INFO)
        info = bytearray(256)
        info[1] = self.state
        for at, value in ((68, self.rtt_ms * 1000), (100, self.repeated), (136, self.sent), (148, self.shortest_ms * 1000)):
            struct.pack_into("=I", info, at, value)
        struct.pack_into("=Q", info, 160, self.bytes_per_s)
        return bytes(info[: 160 if self._short else size])

    def setsockopt(self, level: int, option: int, value: bytes | int) -> None:
        if isinstance(value, int):
            assert (level, option) == (socket.SOL_SOCKET, MAX_PACING_RATE)
            self.paced.append(value)
            return
        assert (level, option) == (socket.IPPROTO_TCP, socket.TCP_CONGESTION)
        self.asked.append(value)
        if self._refuses:
            raise PermissionError


def lose(told: Told, pace: Pace, lost: int, *, of: int, state: int = RECOVERY, rtt_ms: int = CLEAR_MS) -> None:
    pace.look()
    told.state, told.rtt_ms = state, rtt_ms
    for _ in range(lost):
        told.repeated += 1
        told.sent += of // lost
        pace.look()


def test_losses_without_a_queue_ask_for_bbr_once() -> None:
    told = Told()
    lose(told, Pace(told), 40, of=4000)  # type: ignore[arg-type]
    assert told.asked == [b"bbr"]


@pytest.mark.parametrize(
    ("lost", "of", "state", "rtt_ms"),
    [
        (40, 4000, RECOVERY, QUEUED_MS),  # lost to a full queue
        (40, 4000, AFTER_A_TIME_OUT, CLEAR_MS),  # the link was dark
        (7, 700, RECOVERY, CLEAR_MS),  # too few to say
        (20, 20_000, RECOVERY, CLEAR_MS),  # one in a thousand
    ],
)
def test_other_losses_change_nothing(lost: int, of: int, state: int, rtt_ms: int) -> None:
    told = Told()
    lose(told, Pace(told), lost, of=of, state=state, rtt_ms=rtt_ms)  # type: ignore[arg-type]
    assert told.asked == []


def test_a_system_that_refuses_is_asked_once() -> None:
    told = Told(refuses=True)
    lose(told, Pace(told), 40, of=4000)  # type: ignore[arg-type]
    assert told.asked == [b"bbr"]


def test_an_old_kernel_that_tells_less_is_left_alone() -> None:
    told = Told(short=True)
    lose(told, Pace(told), 40, of=4000)  # type: ignore[arg-type]
    assert told.asked == []


def test_while_a_queue_stands_no_more_is_sent_than_a_tenth_beyond_the_most_that_was_delivered() -> None:
    told = Told()
    pace = Pace(told)  # type: ignore[arg-type]
    for rtt_ms, bytes_per_s in [(610, 50_000), (740, 100_000), (760, 100_000), (900, 200_000), (1500, 150_000), (1500, 200_000)]:
        told.rtt_ms, told.bytes_per_s = rtt_ms, bytes_per_s
        pace.look()
    assert told.paced == [110_000, 220_000]
    told.rtt_ms = 700
    pace.look()
    assert told.paced[2:] == [NO_LIMIT], "the queue is gone and the limit is not"
    told.rtt_ms, told.bytes_per_s = 800, 50_000
    pace.look()
    assert told.paced[3:] == [55_000], "what was delivered in an earlier queue was remembered"


def test_nothing_is_limited_before_anything_was_delivered_or_without_a_queue() -> None:
    told = Told()
    pace = Pace(told)  # type: ignore[arg-type]
    told.rtt_ms = QUEUED_MS
    pace.look()
    told.rtt_ms, told.bytes_per_s = CLEAR_MS, 100_000
    pace.look()
    told.rtt_ms, told.shortest_ms = 50, 1  # a quick link and a neighbour's microwave oven
    pace.look()
    assert told.paced == []
    told.rtt_ms = 51
    pace.look()
    assert told.paced == [110_000]


@pytest.mark.parametrize("refuses", [True, False])
def test_bbr_paces_itself_and_cubic_goes_on_being_paced(refuses: bool) -> None:
    told = Told(refuses=refuses)
    pace = Pace(told)  # type: ignore[arg-type]
    told.bytes_per_s = 100_000
    lose(told, pace, 40, of=4000, rtt_ms=800)
    assert told.asked == [b"bbr"]
    assert told.paced == ([110_000] if refuses else [110_000, NO_LIMIT])
    told.bytes_per_s = 200_000
    pace.look()
    assert told.paced[-1] == (220_000 if refuses else NO_LIMIT)


def test_a_real_connection_tells_enough_and_a_closed_one_is_no_fault() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as connection:
        assert len(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 168)) == 168
        connection.setsockopt(socket.SOL_SOCKET, MAX_PACING_RATE, 55_000)
        assert connection.getsockopt(socket.SOL_SOCKET, MAX_PACING_RATE) == 55_000
        connection.setsockopt(socket.SOL_SOCKET, MAX_PACING_RATE, NO_LIMIT)
        Pace(connection).look()
        connection.close()
        Pace(connection).look()
