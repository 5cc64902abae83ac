"""A package unpacked into a folder, as a plain BagIt bag for people and other programs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from sync.contract.package import LIMITS, Limits
from sync.package.bag import OpenedBag
from sync.package.seal import PARTIAL_SUFFIX, open_package


class FolderSink:
    """Writes payload files below `folder`. Paths were checked by the strict reader before they get here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, path: str) -> BinaryIO:
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return target.open("xb")


def open_into_folder(package: Path, identities: Iterable[str], folder: Path, limits: Limits = LIMITS) -> OpenedBag:
    """Opens `package` as the bag `folder`/<bag name>, which appears only when every byte was verified. Writes plaintext.

    Raises what `open_package` raises, OSError for the folder, FileExistsError if a bag of that name is there already.
    """
    partial = folder / (package.name + PARTIAL_SUFFIX)
    partial.mkdir(parents=True, mode=0o700)
    try:
        bag = open_package(package, identities, FolderSink(partial), limits)
        for name, data in bag.tag_files.items():
            (partial / name).write_bytes(data)
        target = folder / bag.bag_name
        if target.exists():
            raise FileExistsError(f"{target} exists already")
        partial.rename(target)
    finally:
        if partial.exists():
            shutil.rmtree(partial)
    return bag
