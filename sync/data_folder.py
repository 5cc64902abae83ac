"""Where kiosk and worker keep everything on this device."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_dir

from sync.contract.faults import EnvironmentFault

DATA_DIR_VARIABLE = "IDR_DATA_DIR"
SETTINGS_FILE = "settings.toml"


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
