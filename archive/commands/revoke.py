"""`idr-archive revoke`: a lost or stolen laptop can add nothing any more, and tells its staff so."""

from __future__ import annotations

import argparse
import json

from archive.configuration import ArchiveConfig
from archive.kiosks.tokens import revoke


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """Raises BadInput for a name that nothing has."""
    kiosk_ids, codes = revoke(name=args.name)
    if args.json:
        print(json.dumps({"revoked": kiosk_ids, "codes_voided": codes}))
    else:
        print(f"{len(kiosk_ids)} kiosks revoked, {codes} unused enrolment codes voided")
        print("What they sent before stays. What they have not sent yet stays sealed on them, and can still be brought by USB stick.")
    return 0
