"""The staff PIN: Argon2id hash, and a wait after wrong tries that survives a restart but never strands anyone.

The wait keeps visitors out of the staff side. It does not withstand someone who takes the disk: a PIN of digits can be guessed offline,
and whoever may write the data folder can remove it. Nothing of a story is sealed with it.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import nacl.exceptions
import nacl.pwhash.argon2id as argon2id

from kiosk.errors import StorageFault
from sync.contract.faults import BadInput

MIN_DIGITS = 6
MAX_DIGITS = 12
FREE_TRIES = 5
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 15 * 60


class WrongPin(BadInput):
    """`tries_left` before the next wait; 0 when one has just begun."""

    def __init__(self, tries_left: int) -> None:
        super().__init__("pin-wrong", "This PIN is not right.")
        self.tries_left = tries_left


class PinMustWait(BadInput):
    """Too many wrong tries. `wait_s` is how long from now, never more than 15 minutes."""

    def __init__(self, wait_s: int) -> None:
        super().__init__("pin-wait", "Too many wrong tries. Please wait a moment.")
        self.wait_s = wait_s


class UnfitPin(BadInput):
    """Not a PIN that can be set."""

    def __init__(self) -> None:
        super().__init__("pin-unfit", f"A PIN has {MIN_DIGITS} to {MAX_DIGITS} digits, and not all the same.")


@dataclass(frozen=True)
class Cost:
    """Argon2id's price per try. The default takes about half a second and 256 MiB on a small laptop."""

    opslimit: int = argon2id.OPSLIMIT_MODERATE
    memlimit_bytes: int = argon2id.MEMLIMIT_MODERATE


@dataclass(frozen=True)
class _Record:
    pin_hash: str
    wrong_tries: int = 0
    not_before_s: float = 0.0


class StaffPin:
    """The PIN in one file (`staff.json`). Any thread; calls wait for each other. Raises StorageFault when the file cannot be used."""

    def __init__(self, path: Path, now_s: Callable[[], float], cost: Cost = Cost()) -> None:
        self._path = path
        self._now_s = now_s
        self._cost = cost
        self._lock = threading.Lock()

    @property
    def is_set(self) -> bool:
        """False until first use: then whoever opens the staff side chooses the PIN."""
        with self._lock:
            return self._load() is not None

    def set(self, pin: str) -> None:
        """Sets or replaces the PIN. Who may replace it is for the caller to decide (`check` first). Raises UnfitPin."""
        digits = _fit(pin)
        pin_hash = argon2id.str(digits.encode(), opslimit=self._cost.opslimit, memlimit=self._cost.memlimit_bytes).decode()
        with self._lock:
            self._store(_Record(pin_hash))

    def check(self, pin: str) -> None:
        """Returns when `pin` is right. Raises WrongPin or PinMustWait. Takes as long as Cost says: not for the window's thread."""
        with self._lock:
            record = self._load()
            if record is None:
                raise WrongPin(FREE_TRIES)
            wait_s = self._wait_s(record)
            if wait_s:
                raise PinMustWait(wait_s)
            # Counted before it is tried, so that pulling the plug does not give a free try.
            tries = record.wrong_tries + 1
            counted = _Record(record.pin_hash, tries, self._now_s() + _penalty_s(tries))
            self._store(counted)
            if not _matches(record.pin_hash, pin):
                if _penalty_s(tries):
                    raise PinMustWait(self._wait_s(counted))
                raise WrongPin(FREE_TRIES - tries)
            self._store(_Record(record.pin_hash))

    def wait_s(self) -> int:
        """Seconds until the next try is allowed, 0 if it is now."""
        with self._lock:
            record = self._load()
            return 0 if record is None else self._wait_s(record)

    def _wait_s(self, record: _Record) -> int:
        if not _penalty_s(record.wrong_tries):
            return 0
        remaining_s = record.not_before_s - self._now_s()
        # A clock that was wrong when the wait began must not make it last for years.
        return max(0, min(round(remaining_s + 0.5), _penalty_s(record.wrong_tries)))

    def _load(self) -> _Record | None:
        try:
            value = json.loads(self._path.read_text(encoding="utf-8"))
            return _Record(str(value["pin_hash"]), int(value["wrong_tries"]), float(value["not_before_s"]))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageFault("pin-file", "The file with the staff PIN cannot be read.") from error
        except (ValueError, KeyError, TypeError) as error:
            raise StorageFault("pin-file-broken", "The file with the staff PIN is damaged. The manual says how to mend it.") from error

    def _store(self, record: _Record) -> None:
        temporary = self._path.with_suffix(".new")
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(record), file)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as error:
            raise StorageFault("pin-file", "The staff PIN cannot be saved on this device.") from error


def _penalty_s(tries: int) -> int:
    """0 for the free tries, then 30 s, doubling up to 15 minutes."""
    if tries < FREE_TRIES:
        return 0
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(tries - FREE_TRIES, 10))


def _fit(pin: str) -> str:
    digits = _digits(pin)
    if not (MIN_DIGITS <= len(digits) <= MAX_DIGITS) or len(digits) != len(pin) or len(set(digits)) == 1:
        raise UnfitPin
    return digits


def _digits(pin: str) -> str:
    """Any script's digits as 0 to 9."""
    return "".join(str(int(character)) for character in pin if character.isdecimal())


def _matches(pin_hash: str, pin: str) -> bool:
    try:
        return bool(argon2id.verify(pin_hash.encode(), _digits(pin).encode()))
    except nacl.exceptions.InvalidkeyError:
        return False
