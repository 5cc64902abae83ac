"""`idr-archive serve`."""

from __future__ import annotations

import argparse
import json
import os
import sys

from archive.asgi import build_application
from archive.configuration import ArchiveConfig
from archive.core.keys import load_keys
from archive.core.tls import check_tls
from archive.intake.completion import OnStep, no_step
from archive.kiosks.policies import publish_policy
from archive.supervisor import prepare_database, serve, serve_lock


def run(args: argparse.Namespace, config: ArchiveConfig, *, on_step: OnStep = no_step) -> int:
    """Raises KeysMissing before `init`, EnvironmentFault when it is running already. `on_step`: see `archive.intake.completion`."""
    keys = load_keys(config.keys_dir)
    check_tls(config)

    def announce(url: str, port: int) -> None:
        if args.json:
            line = {"event": "listening", "url": url, "port": port, "pid": os.getpid(), "archive_id": keys.archive_id}
            print(json.dumps(line), flush=True)
        else:
            print(f"listening on {url}", flush=True)

    if args.host not in ("127.0.0.1", "::1", "localhost") and not config.serves_tls:
        print("Other machines can reach this address, and it has no TLS of its own: put a proxy in front.", file=sys.stderr)
    with serve_lock(config.lock_path):
        prepare_database()
        publish_policy(keys=keys)
        return serve(config, build_application(on_step), host=args.host, port=args.port, announce=announce)
