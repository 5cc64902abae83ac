"""`idr-archive init`: a folder, keys and an empty database."""

from __future__ import annotations

import argparse
import json

from archive.configuration import ArchiveConfig
from archive.core.keys import RESERVE_FILE, create_keys, load_keys
from archive.supervisor import prepare_database, serve_lock
from sync.contract.faults import BadInput


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """Raises BadInput, having changed nothing, when there is an archive already."""
    config.dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with serve_lock(config.lock_path):
        if config.keys_dir.exists():
            raise BadInput("archive-exists", f"There is an archive in {config.dir} already. Nothing was changed.")
        for folder in (config.uploads_dir, config.packages_dir, config.blobs_dir):
            folder.mkdir(mode=0o700, exist_ok=True)
        prepare_database()
        # Last, because the keys are what makes it an archive: interrupted before, `init` may simply be run again.
        create_keys(config.keys_dir)
    keys = load_keys(config.keys_dir)
    reserve = config.keys_dir / RESERVE_FILE
    if args.json:
        print(json.dumps({"dir": str(config.dir), "fingerprint": keys.fingerprint, "reserve_identity": str(reserve)}))
    else:
        print(f"archive made in {config.dir}")
        print(f"fingerprint {keys.fingerprint}")
        print(f"Move {reserve} to a stick or onto paper, into a safe, and off this machine: it opens every story.")
    return 0
