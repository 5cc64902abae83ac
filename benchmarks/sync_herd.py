"""1,000 kiosks that come back at once, after an outage at its end, to one archive process; and what everybody else gets meanwhile.

Each simulated kiosk proves the archive, creates an upload, asks for its offset, sends 20 kB and fetches the receipt, beginning within
three seconds of the others. Plain HTTP on loopback, as behind the proxy that speaks TLS for an archive of that size.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from kiosk_herd import percentile, run_herd
from live_archive import live_archive
from row import Row, say

KIOSKS = 1_000
ALLOWED_MS = 250.0


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sync-herd-") as name, live_archive(Path(name), disk_reserve_bytes="0") as archive:
        few, report = run_herd(archive, kiosks=10), run_herd(archive, kiosks=KIOSKS, seed=2)
    for found in (few, report):
        parts = {what: f"{percentile(times, 0.5):.0f}/{percentile(times, 0.95):.0f}" for what, times in found.bystander_ms.items()}
        print(
            f"  {found.stored} stored in {found.took_s:.1f} s, {found.told_to_come_again} times told to come again, "
            f"others' ms p50/p95 {parts}, {found.errors}",
            file=sys.stderr,
            flush=True,
        )
    p95_ms = round(percentile(report.all_bystander_ms(), 0.95), 1)
    what = f"{KIOSKS} kiosks at once"
    say(Row(f"{what}: errors", "errors", len(report.errors) + KIOSKS - report.stored, "what we allow", 0))
    say(Row(f"{what}: p95 of other requests", "ms", p95_ms, "what we allow", ALLOWED_MS))
    say(Row(f"{what}: p95 of other requests", "ms", p95_ms, "with 10 kiosks", round(percentile(few.all_bystander_ms(), 0.95), 1)))
    say(Row(f"{what}: until all have their receipt", "s", report.took_s, "with 10 kiosks", few.took_s))


if __name__ == "__main__":
    main()
