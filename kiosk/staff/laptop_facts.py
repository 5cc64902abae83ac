"""What the system does with its disk and its memory, as far as a program without rights can see. Linux; elsewhere: unknown."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_IN_MEMORY = ("zram",)


class LaptopFacts:
    """Reads `/proc` and `/sys` anew at each question; any thread. None where they do not tell. Raises nothing.

    `proc` and `sys_dir` stand elsewhere in tests.
    """

    def __init__(self, proc: Path = Path("/proc"), sys_dir: Path = Path("/sys"), platform: str = sys.platform) -> None:
        self._proc = proc
        self._sys = sys_dir
        self._linux = platform == "linux"

    def disk_encrypted(self, folder: Path) -> bool | None:
        """Whether what lies in `folder` reaches its disk through dm-crypt."""
        if not self._linux:
            return None
        device = self._device_of(folder)
        return None if device is None else self._encrypted(device)

    def swap_in_clear(self) -> bool | None:
        """Whether memory may be written to a disk that is not encrypted."""
        if not self._linux:
            return None
        return any(encrypted is False for encrypted in self._swaps())

    def hibernates_in_clear(self) -> bool | None:
        """Whether the system can write all of its memory there, at a closed lid for one."""
        if not self._linux:
            return None
        able = "disk" in _read(self._sys / "power" / "state").split() and "[disabled]" not in _read(self._sys / "power" / "disk")
        return able and bool(self.swap_in_clear())

    def _swaps(self) -> list[bool | None]:
        """Of each swap space that is on a disk, whether it is encrypted."""
        found: list[bool | None] = []
        for line in _read(self._proc / "swaps").splitlines()[1:]:
            path, kind = Path(line.split()[0].replace("\\040", " ")), line.split()[1]
            if path.name.startswith(_IN_MEMORY):
                continue
            device = self._device_of(path) if kind == "file" else self._named(path)
            found.append(None if device is None else self._encrypted(device))
        return found

    def _device_of(self, path: Path) -> str | None:
        """`major:minor` of the block device below the file system that holds `path`."""
        try:
            found = path.stat().st_dev
        except OSError:
            return None
        number = f"{os.major(found)}:{os.minor(found)}"
        if (self._sys / "dev" / "block" / number).exists():
            return number
        # btrfs and its like have a number of their own; what they were mounted from is told by name.
        for line in _read(self._proc / "self" / "mountinfo").splitlines():
            before, _, after = line.partition(" - ")
            if before.split()[2] == number and after.split()[1].startswith("/dev/"):
                return self._named(Path(after.split()[1]))
        return None

    def _named(self, device: Path) -> str | None:
        try:
            found = device.stat().st_rdev
        except OSError:
            return None
        return f"{os.major(found)}:{os.minor(found)}" if found else None

    def _encrypted(self, number: str) -> bool:
        """The device itself, or everything below it, is dm-crypt's (a logical volume on LUKS, for one)."""
        block = self._sys / "dev" / "block" / number
        if _read(block / "dm" / "uuid").startswith("CRYPT-"):
            return True
        try:
            below = sorted((block / "slaves").iterdir())
        except OSError:
            below = []
        numbers = [_read(slave / "dev").strip() for slave in below]
        return bool(numbers) and all(self._encrypted(each) for each in numbers)


def _read(path: Path) -> str:
    """Empty where there is nothing to read: absence tells as much."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
