"""How a connection paces itself and which congestion control it has, by what the link turns out to be. Linux; elsewhere the system's
own is all there is.

The system's own (cubic nearly everywhere) fills a clean link best: with a round trip of 600 ms BBR gives away a tenth of it, looking for
a shorter one every ten seconds. Where packets are lost though nothing is full, cubic takes each loss for congestion, and BBR carries
several times as much. So a connection begins with the system's own and changes when losses come without a queue.

Cubic also overfills queues, and what falls out is sent twice. While a queue stands, this connection therefore sends only a little faster
than it has been seen to deliver.
"""

from __future__ import annotations

import socket
import struct
import sys

_BBR = b"bbr"
# Missing from Python's socket module. Bytes a second; so much is as good as no limit.
_SO_MAX_PACING_RATE, _UNPACED = 47, 2**31 - 1
# Where `struct tcp_info` (linux/tcp.h, only ever added to at its end) keeps them: u8, then u32; round trips in microseconds; then u64.
_STATE_AT, _RTT_AT, _REPEATED_AT, _SENT_AT, _SHORTEST_RTT_AT, _DELIVERY_RATE_AT = 1, 68, 100, 136, 148, 160
_NEEDED_BYTES = _DELIVERY_RATE_AT + 8
# Something was lost and is being sent again. The state above it is a time-out: that is a link that went dark, and says nothing.
_RECOVERY = 3
# A round trip this much longer than the shortest one: a queue stands somewhere, and what is lost was lost to it.
_QUEUE = 1.5
_LOST_AT_LEAST, _LOST_SHARE = 8, 0.003
# Pacing begins sooner than that, at so much and so many microseconds more, as on a quick link a few milliseconds mean nothing. It lets
# the rate grow by a tenth with each round trip: the most that was delivered may be too little.
_QUEUE_BEGINS, _LEAST_QUEUE_US, _FASTER = 1.25, 50_000, 1.1


class Pace:
    """Of one connection; looked at now and then on the thread that sends."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._settled = self._over = sys.platform != "linux"
        self._repeated: int | None = None
        self._sent_before = self._lost = 0
        self._most_bytes_per_s = 0
        self._paced_bytes_per_s = _UNPACED

    def look(self) -> None:
        """Paces while a queue stands, and asks for BBR once losses speak for it. A system that refuses is asked no more."""
        if self._over:
            return
        try:
            info = self._connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _NEEDED_BYTES)
            self._over = len(info) < _NEEDED_BYTES
            if self._over:
                return
            self._pace(info)
            if not self._settled and self._is_lossy(info):
                self._settled = True
                self._change()
        except OSError:
            self._over = True  # the connection is gone, or the system paces nothing

    def _pace(self, info: bytes) -> None:
        rtt, shortest = _u32(info, _RTT_AT), _u32(info, _SHORTEST_RTT_AT)
        if rtt < max(_QUEUE_BEGINS * shortest, shortest + _LEAST_QUEUE_US):
            self._most_bytes_per_s = 0
            self._limit(_UNPACED)
        else:
            (delivered_bytes_per_s,) = struct.unpack_from("=Q", info, _DELIVERY_RATE_AT)
            # The most while the queue stands: a share that others take from us is to be had again.
            self._most_bytes_per_s = max(self._most_bytes_per_s, delivered_bytes_per_s)
            if self._most_bytes_per_s:
                self._limit(int(_FASTER * self._most_bytes_per_s))

    def _limit(self, bytes_per_s: int) -> None:
        bytes_per_s = min(bytes_per_s, _UNPACED)
        if bytes_per_s != self._paced_bytes_per_s:
            self._paced_bytes_per_s = bytes_per_s
            self._connection.setsockopt(socket.SOL_SOCKET, _SO_MAX_PACING_RATE, bytes_per_s)

    def _change(self) -> None:
        try:
            self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, _BBR)
        except OSError:
            return  # the kernel has no BBR or keeps it for others
        # BBR finds its own pace.
        self._limit(_UNPACED)
        self._over = True

    def _is_lossy(self, info: bytes) -> bool:
        repeated, sent = _u32(info, _REPEATED_AT), _u32(info, _SENT_AT)
        if self._repeated is None:
            self._sent_before = sent
        elif info[_STATE_AT] == _RECOVERY and _u32(info, _RTT_AT) < _QUEUE * _u32(info, _SHORTEST_RTT_AT):
            self._lost += repeated - self._repeated
        self._repeated = repeated
        return self._lost >= max(_LOST_AT_LEAST, _LOST_SHARE * (sent - self._sent_before))


def _u32(info: bytes, at: int) -> int:
    return int(struct.unpack_from("=I", info, at)[0])
