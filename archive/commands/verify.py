"""`idr-archive verify`: reads every stored package again, compares it with its receipt, and walks the log's chain."""

from __future__ import annotations

import argparse
import json

from archive.configuration import ArchiveConfig
from archive.core.events import ChainBroken, verify_chain
from archive.intake.models import Package
from archive.intake.spool import Spool, hash_file


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """1 when anything is not as it was stored."""
    spool = Spool(config.uploads_dir, config.packages_dir)
    problems: list[dict[str, str]] = []
    packages = 0
    # Of what was taken back nothing is to be there.
    for package in Package.objects.exclude(state=Package.State.WITHDRAWN).order_by("pk").iterator(chunk_size=500):
        packages += 1
        path = spool.package_path(package.sha256)
        if not path.exists():
            problems.append({"package_id": package.package_id, "problem": "missing"})
        elif hash_file(path) != (package.sha256, package.size_bytes):
            problems.append({"package_id": package.package_id, "problem": "changed"})
    events = 0
    try:
        events = verify_chain()
    except ChainBroken as broken:
        problems.append({"log": broken.sentence, "problem": "chain-broken"})
    if args.json:
        print(json.dumps({"packages": packages, "events": events, "problems": problems}))
    else:
        print(f"{packages} packages, {events} log entries, {len(problems)} problems")
        for problem in problems:
            print(" ".join(problem.values()))
    return 1 if problems else 0
