"""What may be configured for the worker: `[sync]` in `settings.toml`, and `IDR_SYNC_*` variables, which win. Unknown keys are refused.

[sync]
ca_file = "/etc/ssl/our-own-ca.pem"   # believe this CA instead of the public ones (not needed where the enrolment pins a key)
connect_timeout_s = 30
answer_timeout_s = 60
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from sync.contract.faults import BadInput, EnvironmentFault

DATA_DIR_VARIABLE = "IDR_DATA_DIR"
SETTINGS_FILE = "settings.toml"
_PREFIX = "IDR_SYNC_"
_LONGEST_TIMEOUT_S = 600


@dataclass(frozen=True)
class SyncConfig:
    """`connect_timeout_s` bounds each wait for the link, `answer_timeout_s` each wait for an answer and a whole answer."""

    ca_file: Path | None = None
    connect_timeout_s: int = 30
    answer_timeout_s: int = 60


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """`IDR_DATA_DIR`, else the platform's folder for user data. Does not create it."""
    given = environ.get(DATA_DIR_VARIABLE)
    return Path(given) if given else Path(user_data_dir("i-defend-rights", appauthor=False))


def make_data_dir(folder: Path) -> None:
    """Makes the data folder, for this account alone. Raises EnvironmentFault."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault("data-folder", "The data folder cannot be written. Please check IDR_DATA_DIR and the disk.") from error


def load_config(folder: Path, environ: Mapping[str, str] = os.environ) -> SyncConfig:
    """Reads `settings.toml` in `folder` and the environment. Raises BadInput with a sentence that names the key."""
    values = {**_from_file(folder / SETTINGS_FILE), **_from_environment(environ)}
    known = {field.name for field in fields(SyncConfig)}
    for key in values:
        if key not in known:
            raise _refused(f"[sync] knows no {key!r}. It knows {', '.join(sorted(known))}.")
    return SyncConfig(**{key: _typed(key, value) for key, value in values.items()})


def _from_file(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("sync", {})
    except FileNotFoundError:
        return {}
    except (ValueError, OSError) as error:
        raise _refused(f"{path.name} cannot be read as TOML: {error}.") from error
    if not isinstance(table, dict):
        raise _refused("[sync] is not a table.")
    return table


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    return {name.removeprefix(_PREFIX).lower(): value for name, value in environ.items() if name.startswith(_PREFIX)}


def _typed(key: str, value: Any) -> Any:
    if key == "ca_file":
        if not isinstance(value, str) or not Path(value).is_file():
            raise _refused("ca_file must be the path of a file with certificates (PEM).")
        return Path(value)
    try:
        if isinstance(value, (bool, float)):
            raise ValueError("not a whole number")
        seconds = int(value)
    except (ValueError, TypeError) as error:
        raise _refused(f"{key} must be a whole number of seconds.") from error
    if not 1 <= seconds <= _LONGEST_TIMEOUT_S:
        raise _refused(f"{key} must lie between 1 and {_LONGEST_TIMEOUT_S} seconds.")
    return seconds


def _refused(what: str) -> BadInput:
    return BadInput("config-refused", f"The settings of the sync worker are refused: {what}")
