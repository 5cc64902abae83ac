"""Twenty stories wait behind 64 kbit/s: when the archive can hear the first one, and all of them; beside a design with one package a story.

    sync_order.py            stories of 3 minutes, at the true rate: about 25 minutes
    sync_order.py --quick    stories of 15 seconds

Beside it the same program carries the same bytes over a link of its own, each story as one package that holds the listening copy and the
master together. Sizes are those of Opus at 24 kbit/s and of FLAC at 2.8 MB a minute.
"""

from __future__ import annotations

import argparse
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

from sync.contract.package import Part
from sync.package.padme import padded_tar_size

RATE_BIT_PER_S, RTT_S = 64e3, 0.6
STORIES = 20
LISTEN_BYTES_PER_S, MASTER_BYTES_PER_S = 3_000, 46_700
SECONDS, QUICK_SECONDS = 180, 15
_LOOK_S = 0.5


@dataclass
class Seen:
    """When the archive had what, in seconds since the first packet. `masters_begun` counts those begun before all could be heard."""

    first_s: float = 0.0
    all_s: float = 0.0
    masters_begun: int = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="stories of 15 seconds instead of 3 minutes")
    seconds = QUICK_SECONDS if parser.parse_args().quick else SECONDS
    length = f"{seconds} s" if seconds < 60 else f"{seconds // 60} minutes"
    what = f"64 kbit/s, {STORIES} stories of {length}"
    why_not = shaped_link.why_not()
    if why_not is not None:
        skip(f"{what}: the first can be heard", why_not)
        skip(f"{what}: masters begun before all can be heard", why_not)
        return
    listen_bytes, master_bytes = (padded_tar_size(seconds * rate) for rate in (LISTEN_BYTES_PER_S, MASTER_BYTES_PER_S))
    with tempfile.TemporaryDirectory(prefix="sync-order-") as name, shaped_stage(Path(name)) as stage, ExitStack() as stack:
        two = kiosk_for(stage, stack, "two-parts")
        one = kiosk_for(stage, stack, "one-package")
        for _ in range(STORIES):
            two.queue(two.new_package(master_bytes, Part.MASTER), two.new_package(listen_bytes, Part.LISTEN))
            one.queue(one.new_package(listen_bytes + master_bytes, Part.MASTER))
        longest_s = 3 * STORIES * listen_bytes * 8 / RATE_BIT_PER_S + 120
        with ThreadPoolExecutor(2) as pool:
            ours = pool.submit(watch, stage, two, Part.LISTEN, STORIES, longest_s)
            beside = pool.submit(watch, stage, one, Part.MASTER, 1, longest_s)
            ours_seen, beside_seen = ours.result(), beside.result()
    say(
        Row(f"{what}: the first can be heard after", "s", round(ours_seen.first_s, 1), "one package a story", round(beside_seen.first_s, 1))
    )
    ideal_s = STORIES * listen_bytes * 8 / RATE_BIT_PER_S
    say(Row(f"{what}: all can be heard after", "s", round(ours_seen.all_s, 1), "the bare bytes at that rate", round(ideal_s, 1)))
    say(Row(f"{what}: masters begun before all can be heard", "masters", ours_seen.masters_begun, "what we allow", 0))


def kiosk_for(stage: Stage, stack: ExitStack, name: str) -> Kiosk:
    return stack.enter_context(Kiosk(stage, name, stack.enter_context(stage.link())))


def watch(stage: Stage, kiosk: Kiosk, part: Part, wanted: int, longest_s: float) -> Seen:
    """Lets the worker run until the archive has `wanted` packages of that part. Raises TimeoutError."""
    link = kiosk.link
    assert link is not None
    link.shape(RATE_BIT_PER_S, rtt_s=RTT_S)
    process = kiosk.start("run")
    try:
        return _watched(stage, kiosk, part, wanted, longest_s, process)
    finally:
        ended(process)


def _watched(stage: Stage, kiosk: Kiosk, part: Part, wanted: int, longest_s: float, process: subprocess.Popen[bytes]) -> Seen:
    link, seen, kiosk_id = kiosk.link, Seen(), kiosk.enrolled.kiosk_id
    assert link is not None
    began_s = time.monotonic()
    while time.monotonic() - began_s < longest_s:
        if process.poll() is not None:
            raise RuntimeError(f"the worker ended with {process.returncode}")
        stored = _count(stage, "state = 'stored' AND part = ?", kiosk_id, part)
        since_s = time.monotonic() - (link.up.first_s or time.monotonic())
        if stored and not seen.first_s:
            seen.first_s = since_s
        if stored >= wanted:
            seen.all_s = since_s
            print(f"  {kiosk.folder.name}: {seen}, {link.up.offered_bytes} bytes up", file=sys.stderr, flush=True)
            return seen
        if part is Part.LISTEN:
            seen.masters_begun = _count(stage, "part = ?", kiosk_id, Part.MASTER)
        time.sleep(_LOOK_S)
    raise TimeoutError(f"{kiosk.folder.name}: not within {longest_s:.0f} s")


def _count(stage: Stage, condition: str, kiosk_id: str, part: Part) -> int:
    rows = stage.ask(f"SELECT COUNT(*) FROM intake_upload WHERE kiosk_id = ? AND {condition}", kiosk_id, str(part))
    return int(str(rows[0][0]))


if __name__ == "__main__":
    main()
