"""What may be configured for the worker: `[sync]` in `settings.toml`, and `IDR_SYNC_*` variables, which win. Unknown keys are refused.

[sync]
ca_file = "/etc/ssl/our-own-ca.pem"   # believe this CA instead of the public ones (not needed where the enrolment pins a key)
proxy = "socks5h://127.0.0.1:9050"    # go to the archive through a SOCKS5 proxy such as Tor's, and never without it
connect_timeout_s = 30
answer_timeout_s = 60
metered = "ask"           # does this device's network cost money? "yes", "no", or "ask" the system (only while the window is open)
on_metered = "listen"     # then only listening copies travel; "nothing", or "everything"
cap_kbit_s = 0            # never faster than this; 0: as fast as it goes
monthly_mb = 0            # never more than this in a month, counted here; 0: no limit
"""

from __future__ import annotations

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sync.contract.faults import BadInput
from sync.contract.policy import MOST_KBIT_S, MOST_MONTHLY_MB, OnMetered
from sync.data_folder import SETTINGS_FILE
from sync.limits import Limits, Metered

_PREFIX = "IDR_SYNC_"
_LONGEST_TIMEOUT_S = 600
_WHOLE_NUMBERS = {
    "connect_timeout_s": (1, _LONGEST_TIMEOUT_S, "seconds"),
    "answer_timeout_s": (1, _LONGEST_TIMEOUT_S, "seconds"),
    "cap_kbit_s": (0, MOST_KBIT_S, "kilobits a second"),
    "monthly_mb": (0, MOST_MONTHLY_MB, "megabytes"),
}
_CHOICES = {"metered": Metered, "on_metered": OnMetered}


@dataclass(frozen=True)
class Proxy:
    """A SOCKS5 proxy that is told names. `host` is an IP address, so that not even the proxy's own name is looked up."""

    host: str
    port: int


@dataclass(frozen=True)
class SyncConfig:
    """`connect_timeout_s` bounds each wait for the link, `answer_timeout_s` each wait for an answer and a whole answer. The last four
    are what the link may cost (`limits`).
    """

    ca_file: Path | None = None
    proxy: Proxy | None = None
    connect_timeout_s: int = 30
    answer_timeout_s: int = 60
    metered: Metered = Metered.ASK
    on_metered: OnMetered = OnMetered.LISTEN
    cap_kbit_s: int = 0
    monthly_mb: int = 0

    @property
    def limits(self) -> Limits:
        return Limits(self.metered, self.on_metered, self.cap_kbit_s, self.monthly_mb)


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
    if key == "proxy":
        return _proxy(value)
    if key in _CHOICES:
        return _choice(key, value)
    least, most, unit = _WHOLE_NUMBERS[key]
    try:
        if isinstance(value, (bool, float)):
            raise ValueError("not a whole number")
        number = int(value)
    except (ValueError, TypeError) as error:
        raise _refused(f"{key} must be a whole number of {unit}.") from error
    if not least <= number <= most:
        raise _refused(f"{key} must lie between {least} and {most} {unit}.")
    return number


def _choice(key: str, value: Any) -> Any:
    try:
        return _CHOICES[key](value)
    except ValueError as error:
        raise _refused(f"{key} must be one of {', '.join(_CHOICES[key])}.") from error


def _proxy(value: Any) -> Proxy | None:
    if value == "":
        return None
    try:
        parts = urlsplit(value if isinstance(value, str) else "")
        host, port = parts.hostname or "", parts.port
        if parts.scheme != "socks5h" or parts.username is not None or parts.path.strip("/") or parts.query or port is None:
            raise ValueError("not that kind of proxy")
        return Proxy("127.0.0.1" if host == "localhost" else str(ipaddress.ip_address(host)), port)
    except ValueError as error:
        # socks5:// would look the archive's name up on this machine, where the network can read it; an HTTP proxy reads more.
        raise _refused("proxy must be like socks5h://127.0.0.1:9050, with an IP address and a port; other kinds are not used.") from error


def _refused(what: str) -> BadInput:
    return BadInput("config-refused", f"The settings of the sync worker are refused: {what}")
