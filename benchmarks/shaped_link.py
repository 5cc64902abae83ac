"""A thin link that real TCP runs over: two network namespaces, a TUN device in each, and a thread that carries packets between them.

    with far_end() as far, Link(far, 1) as link:
        link.shape(2e6, rtt_s=0.6)
        subprocess.run([*link.near.prefix, "curl", f"https://{ADDRESS}:8443/"])
        link.dark(True)

No namespace has a name: each is held by a descriptor of this process alone and goes with it, however it ends. Needs root and Linux.
Rates and byte counts are those of whole IP packets.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import random
import select
import shutil
import struct
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ADDRESS = "10.77.0.1"  # where every link leads to
_CLONE_NEWNET = 0x40000000
_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_MTU = 1500
_BURST = 64
_NAP_S = 0.2
_LEAST_QUEUE_BYTES = 64 * 1024
_QUEUE_S = 1.0
_FAST_BIT_PER_S = 200e6
_NICENESS = -15
_SYSCTLS = {
    "ipv4/tcp_no_metrics_save": "1",  # or one run would teach the next
    "ipv6/conf/all/disable_ipv6": "1",  # no packets of the system's own
}


def why_not() -> str | None:
    """What keeps this machine from having such a link, or None."""
    if os.name != "posix" or not Path("/dev/net/tun").exists():
        return "needs Linux with /dev/net/tun"
    if os.geteuid() != 0:
        return "needs root"
    if not (shutil.which("ip") and shutil.which("nsenter")):
        return "needs the programs ip and nsenter"
    return None


class Namespace:
    """A network namespace. `prefix` before a command runs it inside; the process keeps its id."""

    def __init__(self) -> None:
        self._descriptor = _in_thread(_unshared)
        self.prefix = ("nsenter", f"--net=/proc/{os.getpid()}/fd/{self._descriptor}")
        self.within(_settle)
        self.ip("link", "set", "lo", "up")

    def close(self) -> None:
        os.close(self._descriptor)

    def within(self, work: Callable[[], T]) -> T:
        """Does `work` in a thread that stands in this namespace and ends with it."""

        def enter_and_work() -> T:
            _call(_libc().setns(self._descriptor, _CLONE_NEWNET))
            return work()

        return _in_thread(enter_and_work)

    def ip(self, *arguments: str) -> None:
        subprocess.run([*self.prefix, "ip", *arguments], check=True, capture_output=True)

    def open_tun(self, name: str) -> int:
        """A new TUN device's descriptor, non-blocking."""

        def open_it() -> int:
            descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(descriptor, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _IFF_TUN | _IFF_NO_PI))
            return descriptor

        descriptor = self.within(open_it)
        self.ip("link", "set", name, "up", "mtu", str(_MTU), "txqueuelen", "2000")
        return descriptor


@contextmanager
def far_end() -> Iterator[Namespace]:
    """Where the archive lives, at ADDRESS. Any number of links may lead there.

    From here on this process and its children come before others: a link whose packets wait for a busy machine is another link.
    """
    os.setpriority(os.PRIO_PROCESS, 0, _NICENESS)
    far = Namespace()
    try:
        far.ip("addr", "add", f"{ADDRESS}/32", "dev", "lo")
        yield far
    finally:
        far.close()


@dataclass
class Flow:
    """One TCP connection on its way up. `stream_bytes` counts each byte of it once, `data_bytes` as often as TCP sent it."""

    began_s: float
    first: int
    stream_bytes: int = 0
    data_bytes: int = 0


@dataclass
class Way:
    """One direction. `offered_bytes` is what the sender put in, `carried_bytes` what came out at the other end."""

    rate_bit_per_s: float = _FAST_BIT_PER_S
    delay_s: float = 0.0
    jitter_s: float = 0.0
    loss: float = 0.0
    queue_bytes: int = 4 * 1024 * 1024
    offered_bytes: int = 0
    carried_bytes: int = 0
    first_s: float | None = None
    last_s: float | None = None
    free_s: float = 0.0
    waiting: deque[tuple[float, bytes]] = field(default_factory=deque)


class Link:
    """One kiosk's link. `number` is its own among those to the same far end. A thread carries until `close`.

    `flows` are the connections begun from the near side, by port, and `syn_s` when each first packet of a connection was tried.
    Times are monotonic. With `cubic_only` no program can choose another congestion control, as on most systems without being root.
    """

    def __init__(self, far: Namespace, number: int, *, cubic_only: bool = False, seed: int = 1) -> None:
        self.near = Namespace()
        self.up, self.down = Way(), Way()
        self.flows: dict[int, Flow] = {}
        self.syn_s: list[float] = []
        self.most_late_s = 0.0
        self._rng = random.Random(seed)
        self._dark = False
        self._forgotten: set[int] = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        address = f"10.77.{number}.2"
        self._near_tun, self._far_tun = self.near.open_tun("thin"), far.open_tun(f"thin{number}")
        self.near.ip("addr", "add", f"{address}/32", "dev", "thin")
        # By route, as a namespace may not choose freely. A program may ask for another one for itself, unless this is locked.
        control = ("lock", "cubic") if cubic_only else ("cubic",)
        self.near.ip("route", "add", ADDRESS, "dev", "thin", "src", address, "congctl", *control)
        far.ip("route", "add", address, "dev", f"thin{number}", "src", ADDRESS)
        self._thread = threading.Thread(target=self._carry, name=f"link {number}")
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        os.close(self._near_tun)
        os.close(self._far_tun)
        self.near.close()

    def __enter__(self) -> Link:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def shape(
        self, rate_bit_per_s: float, *, rtt_s: float, down_bit_per_s: float | None = None, jitter_s: float = 0.0, loss: float = 0.0
    ) -> None:
        """From the next packet on; the counters begin anew. Each way queues a second of its rate, at least 64 KiB."""
        with self._lock:
            for way, rate in ((self.up, rate_bit_per_s), (self.down, down_bit_per_s or 4 * rate_bit_per_s)):
                way.rate_bit_per_s, way.delay_s, way.jitter_s, way.loss = rate, rtt_s / 2, jitter_s, loss
                way.queue_bytes = max(_LEAST_QUEUE_BYTES, int(rate / 8 * _QUEUE_S))
                way.offered_bytes = way.carried_bytes = 0
                way.first_s = way.last_s = None
            self.flows, self.syn_s, self.most_late_s = {}, [], 0.0

    def dark(self, on: bool) -> None:
        """A black hole: from now on every packet is lost without a word, those on their way as well."""
        with self._lock:
            self._dark = on

    def forget_connections(self) -> None:
        """As a NAT box that was restarted: nothing passes any more that belongs to a connection of before; new ones do."""
        with self._lock:
            self._forgotten |= set(self.flows)

    def stream_bytes(self) -> int:
        """What went up in all connections, each byte of a connection once: TLS, headers and bytes that were sent anew included."""
        with self._lock:
            return sum(flow.stream_bytes for flow in self.flows.values())

    def repeated_bytes(self) -> int:
        """What TCP itself sent more than once."""
        with self._lock:
            return sum(flow.data_bytes - flow.stream_bytes for flow in self.flows.values())

    def _carry(self) -> None:
        pairs = ((self._near_tun, self._far_tun, self.up), (self._far_tun, self._near_tun, self.down))
        while not self._stop.is_set():
            now_s = time.monotonic()
            due_s = min((way.waiting[0][0] for _, _, way in pairs if way.waiting), default=now_s + _NAP_S)
            ready = select.select([self._near_tun, self._far_tun], [], [], min(max(due_s - now_s, 0.0), _NAP_S))[0]
            with self._lock:
                for source, target, way in pairs:
                    if source in ready:
                        self._take(source, way)
                    self._deliver(target, way)

    def _take(self, source: int, way: Way) -> None:
        for _ in range(_BURST):
            try:
                packet = os.read(source, 65536)
            except BlockingIOError:
                return
            if packet[0] >> 4 != 4:
                continue
            now_s = time.monotonic()
            way.first_s = way.first_s or now_s
            way.last_s = now_s
            way.offered_bytes += len(packet)
            port = self._note(packet, way is self.up, now_s)
            backlog_bytes = (way.free_s - now_s) * way.rate_bit_per_s / 8
            if self._dark or port in self._forgotten or backlog_bytes > way.queue_bytes or self._rng.random() < way.loss:
                continue
            way.free_s = max(now_s, way.free_s) + len(packet) * 8 / way.rate_bit_per_s
            due_s = way.free_s + way.delay_s + self._rng.uniform(-way.jitter_s, way.jitter_s)
            # Never out of order: what TCP makes of that is not what is measured here.
            way.waiting.append((max(due_s, way.waiting[-1][0] if way.waiting else 0.0), packet))

    def _deliver(self, target: int, way: Way) -> None:
        now_s = time.monotonic()
        while way.waiting and way.waiting[0][0] <= now_s:
            due_s, packet = way.waiting.popleft()
            self.most_late_s = max(self.most_late_s, now_s - due_s)
            if not self._dark:
                way.carried_bytes += os.write(target, packet)

    def _note(self, packet: bytes, up: bool, now_s: float) -> int | None:
        """The near side's TCP port."""
        head_bytes = (packet[0] & 15) * 4
        if packet[9] != 6:
            return None
        near_port, far_port, sequence = struct.unpack_from("!HHI", packet, head_bytes)
        if not up:
            return int(far_port)
        data_bytes = struct.unpack_from("!H", packet, 2)[0] - head_bytes - (packet[head_bytes + 12] >> 4) * 4
        if packet[head_bytes + 13] & 2:  # SYN
            first = (sequence + 1) % 2**32
            if near_port not in self.flows or self.flows[near_port].first != first:
                self.flows[near_port] = Flow(now_s, first)
                self._forgotten.discard(near_port)
            self.syn_s.append(now_s)
        elif data_bytes and (flow := self.flows.setdefault(near_port, Flow(now_s, sequence))):
            flow.data_bytes += data_bytes
            reached = (sequence - flow.first) % 2**32 + data_bytes
            if reached < 2**31:
                flow.stream_bytes = max(flow.stream_bytes, reached)
        return int(near_port)


def _unshared() -> int:
    _call(_libc().unshare(_CLONE_NEWNET))
    return os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)


def _settle() -> None:
    for name, value in _SYSCTLS.items():
        path = Path("/proc/sys/net") / name
        if path.exists():
            path.write_text(value)


def _in_thread(work: Callable[[], T]) -> T:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
