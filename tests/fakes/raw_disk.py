"""A disk whose every byte can be looked at: an ext4 file system in a file. Needs root."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class RawDisk:
    """`image` holds what the disk holds, deleted things too, whenever it is not `mounted`."""

    def __init__(self, folder: Path, size_bytes: int) -> None:
        """Skips the test for users who may not mount."""
        if os.geteuid() != 0:
            pytest.skip("looking at a raw disk needs root")
        self.image = folder / "disk.img"
        self._at = folder / "disk"
        self._at.mkdir()
        with self.image.open("wb") as image:
            image.truncate(size_bytes)
        subprocess.run(["mkfs.ext4", "-q", "-b", "4096", str(self.image)], check=True)

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        subprocess.run(["mount", "-o", "loop", str(self.image), str(self._at)], check=True)
        try:
            yield self._at
        finally:
            subprocess.run(["umount", str(self._at)], check=True)

    def content(self) -> bytes:
        return self.image.read_bytes()
