"""Whether the disk has room for more: for the bytes themselves, for what is opened from them, and for the operator's reserve."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from archive.configuration import ArchiveConfig
from archive.intake.spool import Spool


class Room:
    """Asks the disk at every question; what waits to be opened is told by `count_unopened`. Quick enough for an event loop."""

    def __init__(self, config: ArchiveConfig, spool: Spool) -> None:
        self._config, self._spool = config, spool
        self._unopened_bytes = 0

    def count_unopened(self, size_bytes: int) -> None:
        """Packages of so many bytes lie here sealed and will be opened beside themselves."""
        self._unopened_bytes = size_bytes

    def lacks(self, coming_bytes: int, package_bytes: int) -> bool:
        """Whether `coming_bytes` more of a package of `package_bytes` would end in less free space than the reserve.

        An opened package takes about as much as the sealed one, which stays: without that room the opener could only wait.
        """
        opened_bytes = package_bytes + self._unopened_bytes
        reserve_bytes = self._config.disk_reserve_bytes
        if self._shares_its_disk():
            return self._spool.free_bytes() - coming_bytes - opened_bytes < reserve_bytes
        return (
            self._spool.free_bytes() - coming_bytes < reserve_bytes
            or shutil.disk_usage(self._config.blobs_dir).free - opened_bytes < reserve_bytes
        )

    def _shares_its_disk(self) -> bool:
        return _device(self._config.blobs_dir) == _device(self._config.uploads_dir)


def _device(folder: Path) -> int:
    """The device of a folder, or of the one in which it will be made."""
    while not folder.exists():
        folder = folder.parent
    return os.stat(folder).st_dev
