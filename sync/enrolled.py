"""The one archive this kiosk belongs to: pinned at enrolment, kept in `enrolment.json`, never learnt from an unsigned answer later.

Three things in it change while the kiosk is enrolled, each by one atomic replacement of the file: the token, which is rotated, the
policy, which the archive signs, and the courier key of a laptop that was enrolled before there were any. Whoever changes what was
read says so with `replace_enrolled`, so that a new enrolment always wins.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sync.contract.enrolment import archive_id, fingerprint
from sync.contract.faults import BadPolicy, EnvironmentFault
from sync.contract.policy import SignedPolicy, parse_signed_policy
from sync.durable import replace_file
from sync.outbox.lock import FileLock
from sync.package.signatures import verify_policy

FILE_NAME = "enrolment.json"
LOCK_NAME = "enrolment.lock"
_SCHEMA = 3
_FIRST_FIELDS = {"url", "kiosk_id", "kiosk_token", "receipt_key", "recipients", "pins", "event_id"}  # all there is in schema 1
_SECOND_FIELDS = _FIRST_FIELDS | {"policy", "next_token", "token_day"}  # in schema 2
_FIELDS = {1: _FIRST_FIELDS, 2: _SECOND_FIELDS, 3: _SECOND_FIELDS | {"courier_key", "courier_key_told"}}
_HEX_KEY = re.compile(r"[0-9a-f]{64}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# What may stand in an HTTP header and in a file; anything else would let an archive write headers of its own.
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,512}\Z")
_LOCK_TRIES = 200
_LOCK_WAIT_S = 0.05


@dataclass(frozen=True)
class Enrolled:
    """`kiosk_token` is this kiosk's secret; `pins` are SHA-256 of SPKIs as hex; `recipients` are the age recipients to seal to now.

    `code_recipients` are those of the enrolment code, whose fingerprint was read aloud; `policy` is the newest one. `next_token` is
    a token that was made here and that the archive may know already; `token_day` is when (ISO, UTC) the present one came into use.
    `courier_key` is the secret (64 hex digits) with which this kiosk signs what it puts on a stick; `courier_key_told` says that the
    archive has acknowledged its public half.
    """

    url: str
    kiosk_id: str
    kiosk_token: str = field(repr=False)
    receipt_key: str
    recipients: tuple[str, ...]
    pins: tuple[str, ...]
    event_id: str | None
    code_recipients: tuple[str, ...] = ()
    policy: SignedPolicy | None = None
    next_token: str | None = field(default=None, repr=False)
    token_day: str | None = None
    courier_key: str | None = field(default=None, repr=False)
    courier_key_told: bool = False

    def __post_init__(self) -> None:
        if not self.code_recipients:
            object.__setattr__(self, "code_recipients", self.recipients)

    @property
    def archive_id(self) -> str:
        return archive_id(self.receipt_key)

    @property
    def fingerprint(self) -> str:
        """Six groups of five digits to read aloud."""
        return fingerprint(self.receipt_key, self.recipients)

    @property
    def revoked(self) -> bool:
        """Whether the archive has signed that this kiosk belongs to it no more."""
        return self.policy is not None and self.policy.policy.revoked

    def longest_answer_minutes(self, allowed_here: int) -> int:
        """What the policy leaves of `allowed_here`."""
        asked = None if self.policy is None else self.policy.policy.max_answer_minutes
        return allowed_here if asked is None else min(allowed_here, asked)

    def under_policy(self, signed: SignedPolicy) -> Enrolled:
        """This enrolment under `signed`, or itself if that is the policy it has. Raises BadPolicy for anything that is not the
        archive's own, newer word, and for one that keeps no recipient of the enrolment code: nobody can sign that confirmed key away.
        """
        verify_policy(signed, self.receipt_key, kiosk_id=self.kiosk_id)
        if self.policy is not None:
            if signed.policy == self.policy.policy:
                return self
            if signed.policy.version <= self.policy.policy.version:
                raise BadPolicy("policy-old", "The archive's policy is not newer than the one this device has.")
        if not set(signed.policy.recipients) & set(self.code_recipients):
            raise BadPolicy("policy-recipients", "The archive's policy drops every key this device was enrolled with. Enrol it again.")
        return replace(self, policy=signed, recipients=signed.policy.recipients)


def save_enrolled(data_dir: Path, enrolled: Enrolled) -> None:
    """Replaces `enrolment.json` atomically, mode 0600. Raises OSError, EnvironmentFault."""
    with _exclusive(data_dir):
        _write(data_dir, enrolled)


def replace_enrolled(data_dir: Path, before: Enrolled, after: Enrolled) -> bool:
    """Writes `after` if the file still says `before`; False when it was enrolled anew meanwhile. Raises OSError, EnvironmentFault."""
    with _exclusive(data_dir):
        if load_enrolled(data_dir) != before:
            return False
        _write(data_dir, after)
        return True


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
    except (ValueError, TypeError, KeyError, RecursionError, BadPolicy) as error:
        raise _damaged() from error


def is_kiosk_token(text: Any) -> bool:
    return isinstance(text, str) and bool(_TOKEN.match(text))


def new_kiosk_token(kiosk_id: str) -> str:
    """`<kiosk_id>.<secret>` with 256 random bits."""
    return f"{kiosk_id}.{secrets.token_urlsafe(32)}"


@contextmanager
def _exclusive(data_dir: Path) -> Iterator[None]:
    """One writer at a time: the worker and an enrolment are two processes."""
    lock = FileLock(data_dir / LOCK_NAME)
    for _ in range(_LOCK_TRIES):
        if lock.acquire():
            break
        time.sleep(_LOCK_WAIT_S)
    else:
        raise EnvironmentFault("enrolment-busy", "Something else is just changing the connection to the archive. Try again.")
    try:
        yield
    finally:
        lock.release()


def _write(data_dir: Path, enrolled: Enrolled) -> None:
    # A writer that was killed half-way has left a file with a token in it; nobody else writes now.
    for stray in data_dir.glob(f".{FILE_NAME}.*"):
        stray.unlink(missing_ok=True)
    record = {"schema": _SCHEMA, **{name: getattr(enrolled, name) for name in _FIELDS[_SCHEMA]}}
    record["recipients"] = enrolled.code_recipients
    record["policy"] = None if enrolled.policy is None else enrolled.policy.to_json()
    replace_file(data_dir / FILE_NAME, (json.dumps(record, indent=1, sort_keys=True) + "\n").encode())


def _from_record(record: dict[str, Any]) -> Enrolled:
    schema = record.pop("schema")
    if type(schema) is not int or schema not in _FIELDS:
        raise ValueError("schema")
    if set(record) != _FIELDS[schema]:
        raise ValueError("fields")
    policy = record.pop("policy", None)
    recipients, pins = tuple(record.pop("recipients")), tuple(record.pop("pins"))
    enrolled = Enrolled(recipients=recipients, pins=pins, **record)
    texts = (enrolled.url, enrolled.kiosk_id, *recipients, *pins)
    keys_are_hex = all(_HEX_KEY.match(key) for key in (enrolled.receipt_key, *pins))
    if not (all(isinstance(text, str) for text in texts) and keys_are_hex and recipients and is_kiosk_token(enrolled.kiosk_token)):
        raise ValueError("values")
    if not (enrolled.event_id is None or isinstance(enrolled.event_id, str)):
        raise ValueError("event")
    if not (enrolled.next_token is None or is_kiosk_token(enrolled.next_token)):
        raise ValueError("next token")
    if not (enrolled.token_day is None or _DAY.match(enrolled.token_day)):
        raise ValueError("token day")
    if not (enrolled.courier_key is None or (isinstance(enrolled.courier_key, str) and _HEX_KEY.match(enrolled.courier_key))):
        raise ValueError("courier key")
    if type(enrolled.courier_key_told) is not bool or (enrolled.courier_key_told and enrolled.courier_key is None):
        raise ValueError("courier key told")
    # Verified at every start: a file that was tampered with does not get to say whom stories are sealed to by way of a policy.
    return enrolled if policy is None else enrolled.under_policy(parse_signed_policy(policy))


def _damaged() -> EnvironmentFault:
    return EnvironmentFault("enrolment-file", "What this device knows about its archive is damaged. Enrol it again with a new code.")
