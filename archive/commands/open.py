"""`idr-archive open`: a sealed package made into a folder, with whichever identity opens it. Needs no database."""

from __future__ import annotations

import argparse
import json

from archive.configuration import ArchiveConfig
from archive.core.keys import read_identities
from sync.contract.faults import BadInput
from sync.package import open_into_folder


def run(args: argparse.Namespace, config: ArchiveConfig) -> int:
    """Raises BadInput for a package that cannot be opened and for a bag that is there already."""
    identities = read_identities(args.identity)
    try:
        bag = open_into_folder(args.package, identities, args.out)
    except FileExistsError as error:
        raise BadInput("bag-exists", f"There is something of this name in {args.out} already. Nothing was overwritten.") from error
    folder = args.out / bag.bag_name
    if args.json:
        print(json.dumps({"bag": str(folder), "files": sorted(bag.files)}))
    else:
        print(folder)
    return 0
