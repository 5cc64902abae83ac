"""What an operator may set, declared once: `archive.toml` in the archive's folder, or `IDR_ARCHIVE_<NAME>` variables, which win.

An unknown key or a value of the wrong type stops the program: a setting that is silently ignored is worse than none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from sync.contract.faults import BadInput

ENV_PREFIX = "IDR_ARCHIVE_"
DIR_VARIABLE = ENV_PREFIX + "DIR"
FILE_NAME = "archive.toml"


class BadConfiguration(BadInput):
    """A setting that the archive does not know or cannot use."""


@dataclass(frozen=True)
class ArchiveConfig:
    """`dir` holds everything the archive owns. `database_url` empty means SQLite inside it.

    `public_url` is where kiosks and browsers reach the archive; https there turns on cookies and headers for TLS.
    Below `disk_reserve_bytes` of free space the archive takes no more uploads. An unfinished upload lapses `upload_lifetime_days`
    after its last byte; a body that brings nothing for `upload_idle_s` seconds, or less than `upload_min_bytes_per_s` over a minute, is
    cut and what came of it kept. `max_bodies` are received and `max_requests` worked on at once, whoever comes besides is told when to
    come again. One kiosk may have `kiosk_open_bytes` of unfinished uploads, and `kiosk_daily_bytes` of those and of what it sent since
    midnight UTC; 0 means no such limit. docs/archive.md tells an operator the same.

    `tls_certificate` is the server's certificate (PEM, a chain may follow), whoever serves it: enrolment codes pin its key, so renew it
    with the same key. With `tls_key` as well, `serve` speaks TLS itself; without, a proxy in front does. `tls_pins` are further keys to
    pin (SHA-256 of the SubjectPublicKeyInfo as hex), such as a reserve key that lies in a safe. Paths may be relative to `dir`.
    """

    dir: Path
    database_url: str = ""
    public_url: str = "http://127.0.0.1:8800"
    allowed_hosts: tuple[str, ...] = ()
    disk_reserve_bytes: int = 1024**3
    upload_lifetime_days: int = 30
    upload_idle_s: int = 75
    upload_min_bytes_per_s: int = 1000
    kiosk_open_bytes: int = 0
    kiosk_daily_bytes: int = 0
    max_bodies: int = 2000
    max_requests: int = 500
    tls_certificate: str = ""
    tls_key: str = ""
    tls_pins: tuple[str, ...] = ()

    @property
    def tls_certificate_path(self) -> Path:
        return self.dir / self.tls_certificate

    @property
    def tls_key_path(self) -> Path:
        return self.dir / self.tls_key

    @property
    def serves_tls(self) -> bool:
        """Whether `serve` itself speaks TLS."""
        return bool(self.tls_certificate and self.tls_key)

    @property
    def keys_dir(self) -> Path:
        return self.dir / "keys"

    @property
    def uploads_dir(self) -> Path:
        return self.dir / "uploads"

    @property
    def packages_dir(self) -> Path:
        return self.dir / "packages"

    @property
    def blobs_dir(self) -> Path:
        return self.dir / "blobs"

    @property
    def lock_path(self) -> Path:
        return self.dir / "serve.lock"

    @property
    def behind_tls(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"

    @property
    def hosts(self) -> list[str]:
        """Host names that requests may be addressed to: loopback, the public URL's, and those named by the operator."""
        public = urlsplit(self.public_url).hostname
        return sorted({"localhost", "127.0.0.1", "[::1]", *([public] if public else []), *self.allowed_hosts})


def load_config(environ: Mapping[str, str]) -> ArchiveConfig:
    """Reads `archive.toml` if the folder has one, then the environment. Raises BadConfiguration; creates nothing."""
    folder = Path(environ.get(DIR_VARIABLE) or user_data_path("i-defend-rights-archive")).absolute()
    declared = {field.name: field.default for field in fields(ArchiveConfig) if field.name != "dir"}
    values: dict[str, object] = {}
    for name, value in _toml_values(folder / FILE_NAME).items():
        values[name] = _checked(name, value, declared, FILE_NAME)
    for variable, text in environ.items():
        if variable.startswith(ENV_PREFIX) and variable != DIR_VARIABLE:
            name = variable.removeprefix(ENV_PREFIX).lower()
            values[name] = _checked(name, _from_text(name, text, declared), declared, variable)
    return ArchiveConfig(folder, **values)  # type: ignore[arg-type]  # _checked compared each with the field's own type


def _toml_values(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration("config-syntax", f"{FILE_NAME} is not valid TOML: {error}") from error


def _from_text(name: str, text: str, declared: dict[str, object]) -> object:
    """A variable's text as the type that its field has; what does not fit is left for `_checked` to refuse."""
    default = declared.get(name)
    if isinstance(default, int) and text.isdecimal():
        return int(text)
    if isinstance(default, tuple):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _checked(name: str, value: object, declared: dict[str, object], source: str) -> object:
    if name not in declared:
        raise BadConfiguration("config-unknown", f"{source}: the archive has no setting called {name}.")
    default = declared[name]
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return tuple(value)
    elif type(value) is type(default) and (not isinstance(value, int) or value >= 0):
        return value
    raise BadConfiguration("config-value", f"{source}: the value of {name} is not of the right kind.")
