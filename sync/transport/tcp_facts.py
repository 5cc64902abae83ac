"""What the system knows of one TCP connection: how much the other end has acknowledged, and how long a round trip takes.

Linux says so (`TCP_INFO`, `SIOCOUTQ`). Elsewhere nobody is asked: there the send buffer is bounded (`tls.socket_options`), and what
was handed over minus that bound is the best that can be said.
"""

from __future__ import annotations

import socket
import struct
import sys
from dataclasses import dataclass

if sys.platform == "linux":
    import fcntl
    import termios

# Where `struct tcp_info` (linux/tcp.h, only ever added to at its end) keeps them.
_RTT_AT = 68  # u32, microseconds, smoothed
_ACKED_AT = 120  # u64
_SHORTEST_RTT_AT = 148  # u32, microseconds, since Linux 4.6
_DELIVERED_AT = 192  # u32, since Linux 4.18
_NEEDED_BYTES = _ACKED_AT + 8
_WANTED_BYTES = _DELIVERED_AT + 4
# Missing from Python's socket module; since Linux 6.15.
_TCP_RTO_MAX_MS = 44
_LEAST_RETRY_S, _LONGEST_RETRY_S = 1.0, 120.0


@dataclass(frozen=True)
class TcpFacts:
    """`acked_bytes` counts what the other end's TCP has acknowledged on this connection; `queued_bytes` was handed over and is not.

    `delivered` counts packets that arrived, those too before which others are missing: a link that mends a loss shows it only here.
    It stays 0 where it is not told. `round_trip_s` has in it whatever queue our own data stands in, `shortest_s` what the way itself
    takes; 0 where it is not told.
    """

    acked_bytes: int
    queued_bytes: int
    round_trip_s: float
    delivered: int = 0
    shortest_s: float = 0.0


def read_facts(connection: socket.socket) -> TcpFacts | None:
    """None where the system does not tell, or the connection is gone."""
    if sys.platform != "linux" or connection.fileno() == -1:
        return None
    try:
        # In this order: what is acknowledged in between is counted twice, so the sum is never less than what was handed over.
        (queued_bytes,) = struct.unpack("i", fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, bytes(4)))
        info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _WANTED_BYTES)
    except OSError:
        return None  # whoever sends next is told what is wrong with it
    if len(info) < _NEEDED_BYTES:
        return None
    (round_trip_us,) = struct.unpack_from("=I", info, _RTT_AT)
    (acked_bytes,) = struct.unpack_from("=Q", info, _ACKED_AT)
    if len(info) < _WANTED_BYTES:
        return TcpFacts(acked_bytes, queued_bytes, round_trip_us / 1_000_000)
    (delivered,) = struct.unpack_from("=I", info, _DELIVERED_AT)
    (shortest_us,) = struct.unpack_from("=I", info, _SHORTEST_RTT_AT)
    return TcpFacts(acked_bytes, queued_bytes, round_trip_us / 1_000_000, delivered, shortest_us / 1_000_000)


def retry_at_least_every(connection: socket.socket, seconds: float) -> None:
    """TCP waits twice as long after each try that nobody acknowledged, so a link that was gone for 7 s may lie idle for 7 s more.

    Where the system knows how, this bounds that wait from the next try on.
    """
    bounded_s = min(max(seconds, _LEAST_RETRY_S), _LONGEST_RETRY_S)
    if sys.platform == "linux":
        try:
            connection.setsockopt(socket.IPPROTO_TCP, _TCP_RTO_MAX_MS, int(bounded_s * 1000))
        except OSError:
            return  # an older kernel: the probe finds out instead


def send_buffer_bytes(connection: socket.socket) -> int:
    """The bound of what can lie unsent in the system."""
    try:
        return connection.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
    except OSError:
        return 0


def forget_unsent(connection: socket.socket) -> None:
    """Closing it then ends it at once. A closed connection would otherwise go on delivering what lies in it, beside its successor."""
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    try:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    except OSError:
        return  # it is gone already
