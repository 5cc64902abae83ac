"""What a thin link carries for us: the part of its time that is left unused, and the bytes on the wire beyond those of the package.

The link is real TCP and TLS over 64 kbit/s and over 2 Mbit/s, 600 ms there and back, to a real archive; every uploader has one to
itself at the same time as the others. Time runs from an uploader's first packet to the end of its program: for ours that takes in
the proof that the archive is ours, the receipt, and erasing.

The system's congestion control is cubic, as on most laptops. Ours may ask for BBR, which root always gets and others get where the
system allows it; so ours also runs where it is refused.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import shaped_link
from row import Row, say, skip
from sync_stage import Kiosk, Stage, ended, shaped_stage
from tus_peers import Peer, tus_js, tuspy

from sync.outbox import NewPackage

RTT_S = 0.6
LONGEST_S = 400


@dataclass(frozen=True)
class Load:
    """A link and what has to go over it. `allowed` is the share of its time that may be left unused; what is sent besides the package
    is held to a limit from 5 MB up.
    """

    words: str
    rate_bit_per_s: float
    size_bytes: int
    allowed: float | None = None
    overhead_allowed: float | None = None
    loss: float = 0.0


LOADS = (
    Load("600 kB over 64 kbit/s", 64e3, 600_000, 0.10),
    Load("10 MB over 2 Mbit/s", 2e6, 10_000_000, 0.20, 0.06),
    Load("4 MB over 2 Mbit/s with 1 % of packets lost", 2e6, 4_000_000, loss=0.01),
)


@dataclass(frozen=True)
class Rider:
    """Ours, or a peer. `cubic_only`: on a system that lets nobody choose."""

    words: str
    peer: Peer | None = None
    cubic_only: bool = False


OURS, OURS_CUBIC = Rider("ours"), Rider("ours with cubic", cubic_only=True)


@dataclass(frozen=True)
class Travelled:
    """The share of the link's time that was left unused, and of the package's bytes that went up besides."""

    unused: float
    overhead: float


def main() -> None:
    why_not = shaped_link.why_not()
    if why_not is not None:
        for load in LOADS:
            skip(unused_words(load), why_not)
            skip(overhead_words(load), why_not)
        return
    with tempfile.TemporaryDirectory(prefix="sync-link-") as name, shaped_stage(Path(name)) as stage:
        peers = [tuspy(), tuspy(None), tus_js()]
        riders = [OURS, OURS_CUBIC, *(Rider(peer.name, peer) for peer in peers if peer.why_not is None)]
        runs = [(load, rider) for load in LOADS for rider in riders]
        with ExitStack() as stack, ThreadPoolExecutor(len(runs)) as pool:
            # Each package of a size of its own: that is how the archive's uploads are told apart.
            prepared = [prepare(stage, stack, load, rider, number) for number, (load, rider) in enumerate(runs)]
            found = [pool.submit(travel, stage, *run, *ready) for run, ready in zip(runs, prepared, strict=True)]
            results = {run: future.result() for run, future in zip(runs, found, strict=True)}
    for load in LOADS:
        report(load, results, riders)
        for peer in peers:
            if peer.why_not is not None:
                skip(f"{unused_words(load)}, beside {peer.name}", peer.why_not)


def prepare(stage: Stage, stack: ExitStack, load: Load, rider: Rider, number: int) -> tuple[Kiosk, NewPackage]:
    link = stack.enter_context(stage.link(cubic_only=rider.cubic_only))
    kiosk = stack.enter_context(Kiosk(stage, f"kiosk-{number}", link))
    package = kiosk.new_package(load.size_bytes + number)
    link.shape(load.rate_bit_per_s, rtt_s=RTT_S, loss=load.loss)
    return kiosk, package


def travel(stage: Stage, load: Load, rider: Rider, kiosk: Kiosk, package: NewPackage) -> Travelled:
    """The whole upload by one program. Raises TimeoutExpired, or RuntimeError when the archive does not have the package."""
    link = kiosk.link
    assert link is not None
    process = started(kiosk, package, rider.peer)
    try:
        code = process.wait(LONGEST_S)
        took_s = time.monotonic() - (link.up.first_s or 0.0)
    finally:
        ended(process)
    if stage.upload(package.size_bytes)[1] != "stored":
        raise RuntimeError(f"{rider.words} ended with {code} and did not finish")
    ideal_s = package.size_bytes * 8 / load.rate_bit_per_s
    print(
        f"  {rider.words}: {load.words}: {took_s:.1f} s of {ideal_s:.1f}, {link.up.offered_bytes} bytes up, "
        f"{link.down.offered_bytes} down, {link.stream_bytes()} in the streams, {link.repeated_bytes()} repeated by TCP, "
        f"{len(link.syn_s)} SYN, packets at most {link.most_late_s * 1000:.0f} ms late",
        file=sys.stderr,
        flush=True,
    )
    return Travelled(1 - ideal_s / took_s, link.up.offered_bytes / package.size_bytes - 1)


def started(kiosk: Kiosk, package: NewPackage, peer: Peer | None) -> subprocess.Popen[bytes]:
    if peer is not None:
        return peer.start(kiosk, package)
    kiosk.queue(package)
    return kiosk.start("run", "--once")


def report(load: Load, results: dict[tuple[Load, Rider], Travelled], riders: list[Rider]) -> None:
    ours = results[load, OURS]
    limits = ((unused_words(load), ours.unused, load.allowed), (overhead_words(load), ours.overhead, load.overhead_allowed))
    for what, share, allowed in limits:
        if allowed is not None:
            say(Row(what, "%", percent(share), "what we allow", percent(allowed)))
    for rider in riders[1:]:
        say(Row(unused_words(load), "%", percent(ours.unused), rider.words, percent(results[load, rider].unused)))
    for rider in riders[1:]:
        say(Row(overhead_words(load), "%", percent(ours.overhead), rider.words, percent(results[load, rider].overhead)))


def unused_words(load: Load) -> str:
    return f"Link left unused, {load.words}, 600 ms"


def overhead_words(load: Load) -> str:
    return f"Wire overhead up, {load.words}"


def percent(share: float) -> float:
    return round(100 * share, 1)


if __name__ == "__main__":
    main()
