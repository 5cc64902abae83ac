"""What the kiosk does at Send and the worker after it, as fast as it goes: each line on standard output is a promise.

added <package id> <file name> <sha256>     the outbox owns it, and its file lies on the disk
moved <package id> <state>                  the outbox has said so, and will say so again
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from sync.contract.package import Part, new_package_id
from sync.durable import replace_file
from sync.outbox import NewPackage, Outbox, State
from sync.status import OUTBOX_FILE, PACKAGES_DIR


def write(folder: Path, count: int) -> int:
    packages = folder / PACKAGES_DIR
    with Outbox(folder / OUTBOX_FILE) as outbox:
        for number in range(count):
            package_id, name = new_package_id(), f"{new_package_id()}.age"
            content = os.urandom(1_000 + 37 * number)
            sha256 = hashlib.sha256(content).hexdigest()
            replace_file(packages / name, content)
            outbox.add(new_package_id(), [NewPackage(package_id, Part.LISTEN, name, sha256, len(content))])
            print("added", package_id, name, sha256, flush=True)
            for state in (State.SENDING, State.DELIVERED)[: number % 3]:
                outbox.move(package_id, state)
                print("moved", package_id, state, flush=True)
    return 0
