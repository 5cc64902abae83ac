"""`idr-archive policy`: what kiosks are asked to do. Publishes a new version when something differs from the newest one."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from archive.configuration import ArchiveConfig
from archive.core.keys import load_keys
from archive.kiosks.policies import Limits, newest_policy, publish_policy
from sync.contract.policy import OnMetered


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """Raises BadInput for limits and recipients that no kiosk could live with."""
    keys = load_keys(config.keys_dir)
    before = newest_policy()
    held = Limits() if before is None else Limits.of(before)
    policy = publish_policy(keys=keys, limits=_wanted(args, held))
    is_new = before is None or before.version != policy.version
    if args.json:
        shown = {"version": policy.version, "new": is_new, "recipients": policy.recipients}
        print(json.dumps({**shown, **asdict(Limits.of(policy))}))
    else:
        print(f"policy {policy.version}, {'new: kiosks take it over the next time they connect' if is_new else 'unchanged'}")
        print(f"fingerprint {keys.fingerprint}")
        print(*policy.recipients, sep="\n")
        for what, asked in _said(Limits.of(policy)).items():
            print(f"{what}: {asked or 'as each laptop has it'}")
    return 0


def _wanted(args: argparse.Namespace, held: Limits) -> Limits:
    """What was typed, over what holds already. 0 and an empty word take a limit away."""
    minutes = held.max_answer_minutes if args.max_answer_minutes is None else args.max_answer_minutes or None
    languages = held.languages if args.languages is None else tuple(code.strip() for code in args.languages.split(",") if code.strip())
    on_metered = held.on_metered if args.on_metered is None else OnMetered(args.on_metered) if args.on_metered else None
    cap_kbit_s = held.cap_kbit_s if args.cap_kbit_s is None else args.cap_kbit_s or None
    monthly_mb = held.monthly_mb if args.monthly_mb is None else args.monthly_mb or None
    return Limits(minutes, languages, on_metered, cap_kbit_s, monthly_mb)


def _said(limits: Limits) -> dict[str, str | None]:
    return {
        "longest answer": None if limits.max_answer_minutes is None else f"{limits.max_answer_minutes} minutes",
        "languages": ", ".join(limits.languages),
        "over a metered link": limits.on_metered,
        "not faster than": None if limits.cap_kbit_s is None else f"{limits.cap_kbit_s} kbit/s",
        "not more in a month than": None if limits.monthly_mb is None else f"{limits.monthly_mb} MB",
    }
