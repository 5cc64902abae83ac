"""`idr-archive enrol`: the code by which one laptop becomes a kiosk."""

from __future__ import annotations

import argparse
import json
import sys

from archive.configuration import ArchiveConfig
from archive.core.keys import load_keys
from archive.core.tls import configured_pins
from archive.kiosks.actions import MAX_CODE_HOURS, make_enrolment_code


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    keys = load_keys(config.keys_dir)
    url = args.url or config.public_url
    # Plain HTTP has no key to pin; kiosks use it on the archive's own machine only.
    pins = configured_pins(config) if url.startswith("https://") else ()
    if url.startswith("https://") and not pins:
        print(
            "No key is pinned: the laptop will believe any public certificate authority about this address. "
            "To pin the server's key, set tls_certificate or tls_pins in archive.toml and make a new code.",
            file=sys.stderr,
        )
    code = make_enrolment_code(name=args.name, url=url, event_id=args.event, keys=keys, pins=pins)
    if args.json:
        print(json.dumps({"code": code, "fingerprint": keys.fingerprint, "pins": pins}))
    else:
        print(code)
        print(f"fingerprint {keys.fingerprint}")
        print(f"The code works once, within {MAX_CODE_HOURS} hours. Read the fingerprint aloud and compare it with the laptop's screen.")
    return 0
