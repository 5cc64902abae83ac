"""Links that go dark while a package travels: how soon it goes on, what is sent twice, and what is never cut though it looks dead.

Real TCP and TLS over 2 Mbit/s, 600 ms there and back, to a real archive; each uploader has a link to itself, all at the same time.
Dark means that every packet is lost without a word, those on their way too. An upload goes on when the archive's file grows again.
Whoever has not gone on when the next dark begins is noted with that time, though he would have needed longer.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import shaped_link
from kiosk_herd import percentile
from row import Row, say, skip
from sync_stage import Kiosk, Stage, ended, shaped_stage
from tus_peers import Peer, tus_js, tuspy

RTT_S = 0.6
RATE_BIT_PER_S, THIN_BIT_PER_S = 2e6, 64e3
SIZE_BYTES, MINUTE_BYTES = 80_000_000, 34_000_000
RUN_S, START_S, DRAIN_S = 240.0, 60.0, 5.0
LOOK_S = 0.05
IN_FLIGHT_S = 1.5
SEEDS = (1, 2, 3, 4, 5, 6)
PROBE_BYTES = 64 * 1024  # a connection that carried no more was no upload

RESUMED_ALLOWED_S, NOTICED_ALLOWED_S = 6.0, 15.0
MINUTE_OVERHEAD_ALLOWED = 0.12


@dataclass(frozen=True)
class Cut:
    """After `up_s`, `dark_s` of darkness; or all connections of before forgotten, with `dark_s` to mend it."""

    up_s: float
    dark_s: float
    forget: bool = False


@dataclass
class Ride:
    """One uploader on one link, and what became of it."""

    name: str
    cuts: Sequence[Cut]
    peer: Peer | None = None
    rate_bit_per_s: float = RATE_BIT_PER_S
    size_bytes: int = SIZE_BYTES
    to_the_end: bool = False
    cubic_only: bool = False
    resumed_s: list[float] = field(default_factory=list)
    noticed_s: list[float] = field(default_factory=list)
    cuts_done: int = 0
    uploads: int = 0
    resent_bytes: int = 0
    offered_bytes: int = 0
    took_s: float = 0.0


def plan(seed: int) -> list[Cut]:
    rng = random.Random(seed)
    return [Cut(rng.uniform(10, 18), rng.uniform(9, 40)) for _ in range(40)]


def rides(peers: Sequence[Peer]) -> list[Ride]:
    forgotten = [Cut(8, 30, forget=True)] * 40
    short = [Cut(12, random.Random(number).uniform(3, 7)) for number in range(40)]
    # Every other one on a system that refuses BBR.
    ours = [Ride(f"ours-{seed}", plan(seed), cubic_only=seed % 2 == 0) for seed in SEEDS]
    ours += [
        Ride("forgotten", forgotten),
        Ride("short", short),
        Ride("minute", [Cut(60, 20)] * 4, size_bytes=MINUTE_BYTES, to_the_end=True),
        Ride("thin", [Cut(40, 20)] * 10, rate_bit_per_s=THIN_BIT_PER_S),
    ]
    beside = [Ride(f"peer-{number}", plan(SEEDS[0]), peer) for number, peer in enumerate(peers)]
    beside += [Ride(f"peer-{number}-forgotten", forgotten, peer) for number, peer in enumerate(peers)]
    return ours + beside


def main() -> None:
    why_not = shaped_link.why_not()
    if why_not is not None:
        for what in ("Wire overhead up, a cut each minute", "Resumed after the link is back", "Sent twice for each cut"):
            skip(what, why_not)
        skip("Going on when the connection has died", why_not)
        skip("Uploads cut in gaps of 3 to 7 s", why_not)
        return
    with tempfile.TemporaryDirectory(prefix="sync-cuts-") as name, shaped_stage(Path(name)) as stage:
        peers = [tuspy(), tus_js()]
        all_rides = rides([peer for peer in peers if peer.why_not is None])
        with ExitStack() as stack, ThreadPoolExecutor(len(all_rides)) as pool:
            kiosks = [stack.enter_context(kiosk_for(stage, stack, ride)) for ride in all_rides]
            done = [
                pool.submit(travel, stage, kiosk, ride, number) for number, (kiosk, ride) in enumerate(zip(kiosks, all_rides, strict=True))
            ]
            for future in done:
                future.result()
    report(all_rides, peers)


def kiosk_for(stage: Stage, stack: ExitStack, ride: Ride) -> Kiosk:
    return Kiosk(stage, ride.name, stack.enter_context(stage.link(cubic_only=ride.cubic_only)))


def travel(stage: Stage, kiosk: Kiosk, ride: Ride, number: int) -> None:
    """Lets the uploader run through all cuts that fit into RUN_S, or to its end."""
    link = kiosk.link
    assert link is not None
    package = kiosk.new_package(ride.size_bytes + number)  # a size of its own tells it from the others at the archive
    link.shape(ride.rate_bit_per_s, rtt_s=RTT_S)
    if ride.peer is None:
        kiosk.queue(package)
        process = kiosk.start("run")
    else:
        process = ride.peer.start(kiosk, package)

    def held() -> int:
        return stage.spool_bytes(package.size_bytes)

    def grown(beyond: int, longest_s: float) -> float:
        """Seconds until there is more than that; at most `longest_s`."""
        began_s = time.monotonic()
        while held() <= beyond and time.monotonic() - began_s < longest_s:
            time.sleep(LOOK_S)
        return time.monotonic() - began_s

    try:
        grown(0, START_S)
        began_s = time.monotonic()
        for cut in ride.cuts:
            if not _sleep(cut.up_s, lambda: held() == package.size_bytes) or time.monotonic() - began_s > RUN_S:
                break
            cut_s = time.monotonic()
            if cut.forget:
                link.forget_connections()
                time.sleep(IN_FLIGHT_S)
                ride.resumed_s.append(IN_FLIGHT_S + grown(held(), cut.dark_s))
            else:
                link.dark(True)
                time.sleep(cut.dark_s)
                before = held()
                link.dark(False)
                ride.resumed_s.append(grown(before, ride.cuts[ride.cuts_done + 1].up_s if ride.cuts_done + 1 < len(ride.cuts) else 10))
            ride.noticed_s += [min(later) - cut_s for later in [[at_s for at_s in link.syn_s if at_s > cut_s]] if later]
            ride.cuts_done += 1
        if ride.to_the_end:
            grown(package.size_bytes - 1, RUN_S)
            ride.took_s = time.monotonic() - began_s
    finally:
        ended(process)
    time.sleep(DRAIN_S)
    ride.offered_bytes = link.up.offered_bytes
    ride.uploads = sum(flow.stream_bytes > PROBE_BYTES for flow in link.flows.values())
    ride.resent_bytes = link.stream_bytes() - held()
    print(
        f"  {ride.name}{' ' + ride.peer.name if ride.peer else ''}: {held()} of {package.size_bytes} bytes, {ride.cuts_done} cuts, "
        f"resumed {[round(s, 1) for s in ride.resumed_s]}, noticed {[round(s, 1) for s in ride.noticed_s]}, "
        f"{ride.resent_bytes} bytes twice, {ride.uploads} uploading connections, {len(link.syn_s)} SYN, {ride.offered_bytes} bytes up, "
        f"packets at most {link.most_late_s * 1000:.0f} ms late",
        file=sys.stderr,
        flush=True,
    )


def _sleep(seconds: float, over: Callable[[], bool]) -> bool:
    """False when it was all over before."""
    until_s = time.monotonic() + seconds
    while time.monotonic() < until_s:
        if over():
            return False
        time.sleep(min(0.5, max(until_s - time.monotonic(), 0.0)))
    return True


def report(all_rides: Sequence[Ride], peers: Sequence[Peer]) -> None:
    by_name = {ride.name: ride for ride in all_rides}
    random_rides = [by_name[f"ours-{seed}"] for seed in SEEDS]
    minute, thin, short, forgotten = (by_name[name] for name in ("minute", "thin", "short", "forgotten"))

    overhead = minute.offered_bytes / MINUTE_BYTES - 1
    what = f"Wire overhead up, {MINUTE_BYTES / 1e6:.0f} MB over 2 Mbit/s, dark for 20 s after each minute ({minute.cuts_done} times)"
    say(Row(what, "%", round(100 * overhead, 1), "what we allow", 100 * MINUTE_OVERHEAD_ALLOWED))

    resumed_s = [seconds for ride in random_rides for seconds in ride.resumed_s]
    what = f"Link back to upload going on, p95 of {len(resumed_s)} darks of 9 to 40 s"
    say(Row(what, "s", p95(resumed_s), "what we allow", RESUMED_ALLOWED_S))
    beside(what, p95(random_rides[0].resumed_s), peers, all_rides, "")

    for ride_group, rate_bit_per_s, words in ((random_rides, RATE_BIT_PER_S, "2 Mbit/s"), ([thin], THIN_BIT_PER_S, "64 kbit/s")):
        cuts = sum(ride.cuts_done for ride in ride_group)
        each_kb = sum(ride.resent_bytes for ride in ride_group) / max(cuts, 1) / 1000
        allowed_kb = max(256 * 1024, 2.2 * rate_bit_per_s / 8) / 1000
        say(Row(f"Sent twice for each dark, {words}, mean of {cuts}", "kB", round(each_kb, 1), "what we allow", round(allowed_kb, 1)))

    what = f"Going on when the connection has died on a link that works, p95 of {len(forgotten.resumed_s)}"
    say(Row(what, "s", p95(forgotten.resumed_s), "what we allow", NOTICED_ALLOWED_S))
    beside(what, p95(forgotten.resumed_s), peers, all_rides, "-forgotten")
    noticed_s = [seconds for ride in random_rides for seconds in ride.noticed_s]
    if noticed_s:
        what = f"A dark link noticed (another connection is tried), p95 of {len(noticed_s)}"
        say(Row(what, "s", p95(noticed_s), "what we allow", NOTICED_ALLOWED_S))
    say(Row(f"Uploads cut in {short.cuts_done} gaps of 3 to 7 s", "cuts", max(short.uploads - 1, 0), "what we allow", 0))


def beside(what: str, ours_s: float, peers: Sequence[Peer], all_rides: Sequence[Ride], suffix: str) -> None:
    for peer in peers:
        if peer.why_not is not None:
            skip(f"{what}, beside {peer.name}", peer.why_not)
            continue
        theirs = next(
            ride for ride in all_rides if ride.peer is peer and ride.name.endswith(suffix) and ("forgotten" in ride.name) == bool(suffix)
        )
        say(Row(f"{what}, the same darks" if not suffix else what, "s", ours_s, f"{peer.name}, at least", p95(theirs.resumed_s)))


def p95(samples: Sequence[float]) -> float:
    """By rank, so of fewer than 20 the worst."""
    return round(percentile(samples, 0.95), 1)


if __name__ == "__main__":
    main()
