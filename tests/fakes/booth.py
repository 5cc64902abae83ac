"""A kiosk's data folder with sealed files in its outbox. What is sealed in them does not matter to the worker: random bytes."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from sync.contract.package import Part, new_package_id
from sync.enrolled import Enrolled, save_enrolled
from sync.outbox import NewPackage, Outbox, PackageRow
from sync.status import OUTBOX_FILE, PACKAGES_DIR

# What an earlier worker found, if the next is to begin with the smallest slice there is.
SLOW_BYTES_PER_S = 8_000.0


class Booth:
    """Close it, or the outbox keeps its files open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.packages_dir = folder / PACKAGES_DIR
        self.packages_dir.mkdir(parents=True, exist_ok=True)
        self.outbox = Outbox(folder / OUTBOX_FILE)
        self.content: dict[str, bytes] = {}

    def close(self) -> None:
        self.outbox.close()

    def enrol(self, enrolled: Enrolled) -> None:
        save_enrolled(self.folder, enrolled)

    def new_package(self, size_bytes: int = 50_000, part: Part = Part.LISTEN) -> NewPackage:
        """A sealed file on disk, not yet queued."""
        package_id = new_package_id()
        content = random.Random(package_id).randbytes(size_bytes)
        name = f"{new_package_id()}.age"
        (self.packages_dir / name).write_bytes(content)
        self.content[package_id] = content
        return NewPackage(package_id, part, name, hashlib.sha256(content).hexdigest(), size_bytes)

    def queue(self, size_bytes: int = 50_000, part: Part = Part.LISTEN) -> NewPackage:
        package = self.new_package(size_bytes, part)
        self.outbox.add(new_package_id(), [package])
        return package

    def row(self, package: NewPackage) -> PackageRow:
        return self.outbox.package(package.package_id)

    def files(self) -> set[str]:
        return {path.name for path in self.packages_dir.iterdir()}
