"""Where photos may come from: sticks, phones on a cable, and folders. Only looked at, never written to; no file dialog, which would
remember the folders that were visited."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kiosk.ui.removable import removable_volumes

_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"}
_MOST_FILES = 400
_MOST_FOLDERS = 400
_DEEPEST = 5


@dataclass(frozen=True)
class PhotoPlace:
    """`name` is the stick's or folder's own name and is not translated; empty for the folder that staff prepared."""

    name: str
    folder: Path


def find_places(prepared: Path | None) -> list[PhotoPlace]:
    """What is there now: the prepared folder first, then what is plugged in, then the account's own pictures."""
    found = [PhotoPlace("", prepared)] if prepared is not None and prepared.is_dir() else []
    found += _plugged_in()
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    if pictures and Path(pictures).is_dir():
        found.append(PhotoPlace(Path(pictures).name, Path(pictures)))
    return found


def photo_files(folder: Path) -> list[Path]:
    """Files that look like photos, newest first, without following links. May be slow: call in a worker thread.

    A folder or file that vanishes or refuses while we look is left out: a stick may be pulled at any time.
    """
    found: list[tuple[float, Path]] = []
    waiting = [(folder, 0)]
    looked = 0
    while waiting and looked < _MOST_FOLDERS:
        current, depth = waiting.pop()
        looked += 1
        for entry in _entries(current):
            if entry.name.startswith("."):
                continue
            is_folder, is_file = _kind(entry)
            if is_folder and depth < _DEEPEST:
                waiting.append((Path(entry.path), depth + 1))
            elif is_file and Path(entry.name).suffix.lower() in _SUFFIXES:
                found.append((_changed_s(entry), Path(entry.path)))
    found.sort(key=lambda item: (-item[0], item[1]))
    return [path for _, path in found[:_MOST_FILES]]


def _plugged_in() -> list[PhotoPlace]:
    places = [PhotoPlace(volume.name() or volume.displayName(), Path(volume.rootPath())) for volume in removable_volumes()]
    places += [PhotoPlace(folder.name.partition("=")[2] or folder.name, folder) for folder in _phones()]
    return places


def _phones() -> Sequence[Path]:
    """Phones appear as folders of GVfs (MTP, PTP)."""
    if not hasattr(os, "getuid"):
        return ()
    return [Path(entry.path) for entry in _entries(Path(f"/run/user/{os.getuid()}/gvfs")) if entry.name.startswith(("mtp", "gphoto"))]


def _entries(folder: Path) -> Sequence[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return ()


def _kind(entry: os.DirEntry[str]) -> tuple[bool, bool]:
    """(folder, file). Most disks have said so already; others, a phone for one, are asked now, and may be gone."""
    try:
        return entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False)
    except OSError:
        return False, False


def _changed_s(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat(follow_symlinks=False).st_mtime
    except OSError:
        return 0.0
