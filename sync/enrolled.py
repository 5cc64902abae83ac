"""The one archive this kiosk belongs to: pinned at enrolment, kept in `enrolment.json`, never learnt from an answer later."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sync.contract.enrolment import archive_id, fingerprint
from sync.contract.faults import EnvironmentFault
from sync.durable import replace_file

FILE_NAME = "enrolment.json"
_SCHEMA = 1
_HEX_KEY = re.compile(r"[0-9a-f]{64}\Z")
# What may stand in an HTTP header and in a file; anything else would let an archive write headers of its own.
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,512}\Z")


@dataclass(frozen=True)
class Enrolled:
    """`kiosk_token` is this kiosk's secret; `pins` are SHA-256 of SPKIs as hex; `recipients` are age recipients."""

    url: str
    kiosk_id: str
    kiosk_token: str = field(repr=False)
    receipt_key: str
    recipients: tuple[str, ...]
    pins: tuple[str, ...]
    event_id: str | None

    @property
    def archive_id(self) -> str:
        return archive_id(self.receipt_key)

    @property
    def fingerprint(self) -> str:
        """Six groups of five digits to read aloud."""
        return fingerprint(self.receipt_key, self.recipients)


def save_enrolled(data_dir: Path, enrolled: Enrolled) -> None:
    """Replaces `enrolment.json` atomically, mode 0600. Raises OSError."""
    record = {"schema": _SCHEMA, **asdict(enrolled)}
    replace_file(data_dir / FILE_NAME, (json.dumps(record, indent=1, sort_keys=True) + "\n").encode())


def load_enrolled(data_dir: Path) -> Enrolled | None:
    """None before the first enrolment. Raises EnvironmentFault for a file that cannot be read or believed."""
    try:
        raw = (data_dir / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _damaged() from error
    try:
        record = json.loads(raw)
        if not isinstance(record, dict):
            raise ValueError("not an object")
        return _from_record(record)
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged() from error


def is_kiosk_token(text: Any) -> bool:
    return isinstance(text, str) and bool(_TOKEN.match(text))


def _from_record(record: dict[str, Any]) -> Enrolled:
    if record.pop("schema") != _SCHEMA or set(record) != set(Enrolled.__dataclass_fields__):
        raise ValueError("fields")
    recipients, pins = tuple(record.pop("recipients")), tuple(record.pop("pins"))
    enrolled = Enrolled(recipients=recipients, pins=pins, **record)
    texts = (enrolled.url, enrolled.kiosk_id, *recipients, *pins)
    keys_are_hex = all(_HEX_KEY.match(key) for key in (enrolled.receipt_key, *pins))
    if not (all(isinstance(text, str) for text in texts) and keys_are_hex and recipients and is_kiosk_token(enrolled.kiosk_token)):
        raise ValueError("values")
    if not (enrolled.event_id is None or isinstance(enrolled.event_id, str)):
        raise ValueError("event")
    return enrolled


def _damaged() -> EnvironmentFault:
    return EnvironmentFault("enrolment-file", "What this device knows about its archive is damaged. Enrol it again with a new code.")
