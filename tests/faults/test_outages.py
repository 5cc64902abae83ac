"""Uploads over a link that comes and goes at random, with workers that run as they do in the field: all of them arrive, once."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import ExitStack
from pathlib import Path

from broken_link import broken_link
from fault_trial import HASTE, fault_trial
from upload_audit import rounds

_LIMIT_S = 120


def test_random_outages(tmp_path: Path) -> None:
    with ExitStack() as stack:
        trial = stack.enter_context(fault_trial("random outages", tmp_path))
        link = stack.enter_context(broken_link(trial.archive.port, seed=11, up_s=0.5, down_s=0.25))
        trial.leads_to = link.url
        trial.worker_settings = HASTE
        rng, count = random.Random(12), rounds(5)
        booths = []
        for number in range(min(5, count // 2)):
            booths.append(trial.new_booth(tmp_path / f"kiosk-{number}"))
            stack.callback(booths[-1].close)
        for number in range(count):
            trial.queue(rng.randrange(200_000, 2_500_000), booth=booths[number % len(booths)])
        workers = [trial.start_worker(booth=booth) for booth in booths]
        try:
            end_s = time.monotonic() + _LIMIT_S + 4 * count
            while any(trial.waiting(booth) for booth in booths):
                assert time.monotonic() < end_s, [row for booth in booths for row in booth.outbox.packages() if row.receipt is None]
                # Staff press "send now" all the time: nobody waits a minute here.
                for booth in booths:
                    booth.outbox.try_now()
                trial.audit.look(*booths)
                time.sleep(0.3)
        finally:
            for pid in workers:
                os.kill(pid, signal.SIGTERM)
        assert [trial.workers.wait(pid) for pid in workers] == [0] * len(workers)
        assert sum(link.cut.values()) > 0, "no connection met an outage"
        how = ", ".join(f"{way} {number}" for way, number in sorted(link.outages.items()))
        notes = f"{sum(link.outages.values())} outages ({how}), {sum(link.cut.values())} connections met one"
        trial.audit.close(*booths, rounds=count, notes=notes)
