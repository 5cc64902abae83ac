"""What is plugged into this device and can be used like a folder: sticks and cards."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

# Where desktops mount what is plugged in (udisks2, macOS).
_REMOVABLE_ROOTS = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True)
class Stick:
    """`name` is its own and is not translated. `free_bytes` is what this account may still write to it."""

    name: str
    folder: Path
    free_bytes: int
    read_only: bool = False


def find_sticks() -> Sequence[Stick]:
    """What is mounted now, by name. A broken one may make it slow: call in a worker thread."""
    found = [
        Stick(volume.name() or volume.displayName(), Path(volume.rootPath()), max(0, volume.bytesAvailable()), volume.isReadOnly())
        for volume in removable_volumes()
    ]
    return sorted(found, key=lambda stick: (stick.name, stick.folder))


def removable_volumes() -> Iterator[QStorageInfo]:
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isReady() and (root.startswith(_REMOVABLE_ROOTS) or _is_windows_drive(root)):
            yield volume


def _is_windows_drive(root: str) -> bool:
    system = os.environ.get("SYSTEMDRIVE", "")
    return bool(system) and not root.upper().startswith(system.upper())
