"""Readings by people, recorded on this device: one clip for the words it speaks, found before the clips that ship.

    <folder>/<language>/<voice_key(words)>.opus    mono, 48 kHz, mode 0600
    <folder>/<language>/index.json                 what each clip speaks, for who carries the folder to another device

A clip counts from the moment its file has its name; the index is only told afterwards, and is made anew where it is damaged. The folder
may be copied as it is. What lies in it and is no clip is never played (`kiosk.story.voices`) and is counted here for the health page.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from kiosk.errors import DiskFull, StorageFault
from kiosk.story.voices import CLIP_ENDING, voice_key
from sync.durable import fsync_directory, replace_file

INDEX_FILE = "index.json"

# `resources/voices/build` writes it into the comment of every clip that no person spoke.
_SYNTHETIC_MARK = b"Synthetic voice"
_HEAD_BYTES = 1_000
_CLIP_NAME = re.compile(rf"[0-9a-f]{{16}}{re.escape(CLIP_ENDING)}")
_UNFINISHED_NAME = re.compile(rf"\.({_CLIP_NAME.pattern}|{re.escape(INDEX_FILE)})\.[0-9a-f]{{8}}")  # as sync.durable names them


class VoiceOf(StrEnum):
    """Whose voice speaks some words now. `own`: a person's, recorded here; `person`: a person's that shipped."""

    OWN = "own"
    PERSON = "person"
    SYNTHETIC = "synthetic"
    NOBODY = "nobody"

    @property
    def human(self) -> bool:
        return self in (VoiceOf.OWN, VoiceOf.PERSON)


class VoiceStore:
    """`own` need not exist. `is_clip(path)` says whether a file can be played. Raises DiskFull, StorageFault; for worker threads."""

    def __init__(self, own: Path, bundled: Path, is_clip: Callable[[Path], bool]) -> None:
        self._own = own
        self._bundled = bundled
        self._is_clip = is_clip

    def voice_of(self, language: str, words: str) -> VoiceOf:
        with _storage_faults():
            if self._is_clip(self._own_clip(language, words)):
                return VoiceOf.OWN
            bundled = _clip_path(self._bundled, language, words)
            if not bundled.is_file():
                return VoiceOf.NOBODY
            with bundled.open("rb") as file:
                return VoiceOf.SYNTHETIC if _SYNTHETIC_MARK in file.read(_HEAD_BYTES) else VoiceOf.PERSON

    def clip(self, language: str, words: str) -> Path | None:
        """What speaks these words now, a recording that cannot be played passed over."""
        with _storage_faults():
            own, bundled = self._own_clip(language, words), _clip_path(self._bundled, language, words)
            return own if self._is_clip(own) else bundled if bundled.is_file() else None

    def keep(self, language: str, words: str, clip: bytes) -> None:
        """Durable on return, and heard from then on. Until then the clip before stays, whatever happens."""
        with _storage_faults():
            folder = self._own / language
            for made in (self._own, folder):
                made.mkdir(mode=0o700, exist_ok=True)
            _remove_unfinished(folder)
            replace_file(self._own_clip(language, words), clip)
            self._write_index(language, {voice_key(words): words})

    def take_away(self, language: str, words: str) -> None:
        """The voice that ships speaks these words again. Harmless where nobody recorded them."""
        with _storage_faults():
            clip = self._own_clip(language, words)
            if clip.exists():
                clip.unlink()
                fsync_directory(clip.parent)
                self._write_index(language, {})

    def unusable(self) -> list[Path]:
        """What lies in the folder and is neither a clip that can be played nor an index."""
        with _storage_faults():
            return [path for path in self._files() if not (_CLIP_NAME.fullmatch(path.name) and self._is_clip(path))]

    def _files(self) -> Iterator[Path]:
        """Everything but the folders of languages, their indexes, and what begins with a dot: a copy in progress, or the system's own."""
        if not self._own.is_dir():
            yield from ([self._own] if self._own.exists() else [])
            return
        for entry in sorted(self._own.iterdir()):
            if entry.name.startswith("."):
                continue
            if not entry.is_dir():
                yield entry
                continue
            yield from (path for path in sorted(entry.iterdir()) if path.name != INDEX_FILE and not path.name.startswith("."))

    def _own_clip(self, language: str, words: str) -> Path:
        return _clip_path(self._own, language, words)

    def _write_index(self, language: str, added: dict[str, str]) -> None:
        folder = self._own / language
        known = {**_read_index(folder / INDEX_FILE), **added}
        spoken = {key: words for key, words in known.items() if _clip(folder, key).exists()}
        ordered = dict(sorted(spoken.items(), key=lambda entry: (entry[1], entry[0])))
        replace_file(folder / INDEX_FILE, (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode())


def _clip_path(folder: Path, language: str, words: str) -> Path:
    return _clip(folder / language, voice_key(words))


def _clip(folder: Path, key: str) -> Path:
    return folder / f"{key}{CLIP_ENDING}"


def _read_index(path: Path) -> dict[str, str]:
    """What it says of itself truly: words whose key they have. Empty where there is none or it is damaged."""
    try:
        value = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {key: words for key, words in value.items() if isinstance(words, str) and voice_key(words) == key}


def _remove_unfinished(folder: Path) -> None:
    """What a kill left of a file that was being written."""
    for path in folder.glob(".*"):
        if _UNFINISHED_NAME.fullmatch(path.name):
            path.unlink(missing_ok=True)


@contextmanager
def _storage_faults() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise StorageFault("disk-error", "This device's disk does not work as it must. Please call staff.") from error
