"""`idr-archive enrol`: the code by which one laptop becomes a kiosk."""

from __future__ import annotations

import argparse
import json

from archive.configuration import ArchiveConfig
from archive.core.keys import load_keys
from archive.kiosks.actions import MAX_CODE_HOURS, make_enrolment_code


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    keys = load_keys(config.keys_dir)
    code = make_enrolment_code(name=args.name, url=args.url or config.public_url, event_id=args.event, keys=keys)
    if args.json:
        print(json.dumps({"code": code, "fingerprint": keys.fingerprint}))
    else:
        print(code)
        print(f"fingerprint {keys.fingerprint}")
        print(f"The code works once, within {MAX_CODE_HOURS} hours. Read the fingerprint aloud and compare it with the laptop's screen.")
    return 0
