"""What may be configured for the kiosk: `[kiosk]` in `settings.toml`, and `IDR_KIOSK_*` variables, which win. Unknown keys are refused.

[kiosk]
languages = ["en", "ar"]          # offered, the first is spoken at Start; all that ship unless given
idle_minutes = 3                  # 1 to 15
microphone = "USB Microphone"     # a device's name; empty for the system's default; "synthetic:<folder>" for recorded speech
player = "auto"                   # "portaudio", "silent", or "auto": portaudio where there is a loudspeaker
photo_folder = "/srv/photos"      # offered besides sticks, phones and the account's own pictures
full_screen = true                # only staff can close the window
draft_policy = "keyring"          # "ram": a crash loses the unfinished story; "keyring": it can be resumed for a day;
                                  # "passphrase": the same, once staff have typed theirs (see `idr-kiosk passphrase`)
max_answer_minutes = 60           # 1 to 240
read_aloud = "auto"               # every page from the first touch of Start on; "on-request": only after Listen was pressed
countdown = true                  # three, two, one before a recording begins
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kiosk.resources import languages
from sync.contract.faults import BadInput
from sync.data_folder import DATA_DIR_VARIABLE, SETTINGS_FILE, data_dir

__all__ = ["DATA_DIR_VARIABLE", "KioskConfig", "load_config"]

SYNTHETIC_PREFIX = "synthetic:"
_PREFIX = "IDR_KIOSK_"
_TABLES = {"kiosk", "sync"}
_WORDS = {"player": ("auto", "portaudio", "silent"), "draft_policy": ("ram", "keyring", "passphrase"), "read_aloud": ("auto", "on-request")}
_RANGES = {"idle_minutes": (1, 15), "max_answer_minutes": (1, 240)}
_SWITCHES = ("full_screen", "countdown")
_YES, _NO = ("true", "1", "yes"), ("false", "0", "no")


@dataclass(frozen=True)
class KioskConfig:
    """`data_dir` is not in the file: it is where the file lies."""

    data_dir: Path
    languages: tuple[str, ...] = tuple(languages())
    idle_minutes: int = 3
    microphone: str = ""
    player: str = "auto"
    photo_folder: Path | None = None
    full_screen: bool = False
    draft_policy: str = "ram"
    max_answer_minutes: int = 60
    read_aloud: str = "auto"

    @property
    def own_voices(self) -> Path:
        """Where the clips lie that staff recorded themselves."""
        return self.data_dir / "voices"

    countdown: bool = True


def load_config(environ: Mapping[str, str] = os.environ) -> KioskConfig:
    """Reads `settings.toml` in the data folder, and the environment. Raises BadInput with a sentence that names the key."""
    folder = data_dir(environ)
    values = {**_from_file(folder / SETTINGS_FILE), **_from_environment(environ)}
    known = {field.name for field in fields(KioskConfig)} - {"data_dir"}
    for key in values:
        if key not in known:
            raise refused(f"[kiosk] knows no {key!r}. It knows {', '.join(sorted(known))}.")
    return KioskConfig(folder, **{key: typed(key, value) for key, value in values.items()})


def _from_file(path: Path) -> dict[str, Any]:
    tables = read_tables(path)
    unknown = set(tables) - _TABLES
    if unknown:
        raise refused(f"{path.name} knows no [{min(unknown)}].")
    table = tables.get("kiosk", {})
    if not isinstance(table, dict):
        raise refused("[kiosk] is not a table.")
    return table


def read_tables(path: Path) -> dict[str, Any]:
    """All tables of a settings file; empty where there is none. Raises BadInput."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, OSError) as error:
        raise refused(f"{path.name} cannot be read as TOML: {error}.") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in environ.items():
        if name.startswith(_PREFIX):
            key = name.removeprefix(_PREFIX).lower()
            values[key] = text.split(",") if key == "languages" else text
    return values


def typed(key: str, value: Any) -> Any:
    """`value` as the type that `key` has. Raises BadInput with a sentence that names the key."""
    if key == "languages":
        return _languages(value)
    if key in _RANGES:
        return _number(key, value)
    if key in _SWITCHES:
        return _switch(key, value)
    if not isinstance(value, str):
        raise refused(f"{key} must be a text.")
    if key in _WORDS and value not in _WORDS[key]:
        raise refused(f"{key} must be one of {', '.join(_WORDS[key])}.")
    if key == "microphone" and value.startswith(SYNTHETIC_PREFIX) and not Path(value.removeprefix(SYNTHETIC_PREFIX)).is_dir():
        raise refused("microphone names a folder of recorded speech that is not there.")
    return Path(value) if key == "photo_folder" else value


def _languages(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(code in languages() for code in value) or len(set(value)) != len(value):
        raise refused(f"languages must list some of {', '.join(languages())}, each once.")
    return tuple(value)


def _number(key: str, value: Any) -> int:
    least, most = _RANGES[key]
    try:
        if isinstance(value, (bool, float)):
            raise ValueError("not a whole number")
        number = int(value)
    except (ValueError, TypeError) as error:
        raise refused(f"{key} must be a whole number.") from error
    if not least <= number <= most:
        raise refused(f"{key} must lie between {least} and {most}.")
    return number


def _switch(key: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in (*_YES, *_NO):
        return value.lower() in _YES
    raise refused(f"{key} must be true or false.")


def refused(what: str) -> BadInput:
    """The fault for a setting that is not understood."""
    return BadInput("config-refused", f"The settings of the kiosk are refused: {what}")
