"""The most memory an uploader holds while 300 MB travel, over TLS on loopback; beside other uploaders, and what Python takes without any.

Whole programs: interpreter, libraries and all. The interpreter that has only loaded what an upload needs says how much of ours is not
the package's doing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from row import Row, say, skip
from sync_stage import Kiosk, Stage, ended, loopback_stage, most_memory_mb
from tus_peers import tus_js, tuspy

SMALL_BYTES, BIG_BYTES = 1_000_000, 300_000_000
ALLOWED_MB = 60.0
_LONGEST_S = 300
_REQUESTS_ALONE = "import requests, time; time.sleep(1)"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sync-memory-") as name, loopback_stage(Path(name)) as stage:
        small_mb, big_mb = ours(stage, SMALL_BYTES), ours(stage, BIG_BYTES)
        what = "Memory of the sync worker while 300 MB travel"
        say(Row(what, "MB", big_mb, "what we allow", ALLOWED_MB))
        say(Row(what, "MB", big_mb, "the same for 1 MB", small_mb))
        say(Row(what, "MB", big_mb, "Python that has loaded requests and does nothing", requests_alone()))
        for number, peer in enumerate((tuspy(), tuspy(None), tus_js())):
            if peer.why_not is not None:
                skip(f"{what}, beside {peer.name}", peer.why_not)
                continue
            with Kiosk(stage, f"peer-{number}") as kiosk:
                package = kiosk.new_package(BIG_BYTES + 1 + number)
                theirs_mb = measured(peer.start(kiosk, package))
                stored(stage, package.size_bytes)
            say(Row(what, "MB", big_mb, peer.name, theirs_mb))


def ours(stage: Stage, size_bytes: int) -> float:
    with Kiosk(stage, f"ours-{size_bytes}") as kiosk:
        kiosk.queue(kiosk.new_package(size_bytes))
        found_mb = measured(kiosk.start("run", "--once"))
        stored(stage, size_bytes)
    return found_mb


def requests_alone() -> float:
    return measured(subprocess.Popen([sys.executable, "-c", _REQUESTS_ALONE]))


def measured(process: subprocess.Popen[bytes]) -> float:
    try:
        return round(most_memory_mb(process, _LONGEST_S), 1)
    finally:
        ended(process)


def stored(stage: Stage, size_bytes: int) -> None:
    """Raises RuntimeError: memory that moved nothing counts for nothing."""
    if stage.upload(size_bytes)[1] != "stored":
        raise RuntimeError(f"the archive does not have the {size_bytes} bytes")


if __name__ == "__main__":
    main()
