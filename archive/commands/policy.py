"""`idr-archive policy`: what kiosks are asked to do. Publishes a new version when something differs from the newest one."""

from __future__ import annotations

import argparse
import json

from archive.configuration import ArchiveConfig
from archive.core.keys import load_keys
from archive.kiosks.policies import Limits, newest_policy, publish_policy


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """Raises BadInput for limits and recipients that no kiosk could live with."""
    keys = load_keys(config.keys_dir)
    before = newest_policy()
    held = Limits() if before is None else Limits(before.max_answer_minutes, tuple(before.languages))
    minutes = held.max_answer_minutes if args.max_answer_minutes is None else args.max_answer_minutes or None
    languages = held.languages if args.languages is None else tuple(code.strip() for code in args.languages.split(",") if code.strip())
    policy = publish_policy(keys=keys, limits=Limits(minutes, languages))
    is_new = before is None or before.version != policy.version
    if args.json:
        shown = {"version": policy.version, "new": is_new, "recipients": policy.recipients}
        print(json.dumps({**shown, "max_answer_minutes": policy.max_answer_minutes, "languages": policy.languages}))
    else:
        print(f"policy {policy.version}, {'new: kiosks take it over the next time they connect' if is_new else 'unchanged'}")
        print(f"fingerprint {keys.fingerprint}")
        print(*policy.recipients, sep="\n")
        print(f"longest answer: {f'{policy.max_answer_minutes} minutes' if policy.max_answer_minutes else 'as each laptop has it'}")
        print(f"languages: {', '.join(policy.languages) or 'as each laptop has it'}")
    return 0
