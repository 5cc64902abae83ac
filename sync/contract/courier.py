"""What lies on a USB stick between a kiosk and its archive: the kiosk's signed list, and the archive's receipts for it.

    i-defend-rights/
        packages/<package id>.age      sealed packages, of any number of kiosks
        list-<id>.json                 what one kiosk put there, signed with its courier key
        receipts-<id>.json             what the archive holds of that list; each receipt is signed by itself

A list is a statement of facts and never a path: the names of the files follow from the ids in it. It counts only with the
signature of the courier key that the archive knows of that kiosk (Ed25519, `sync.package.courier`).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from sync.contract.canonical import canonical_json
from sync.contract.faults import BadInput, BadReceipt
from sync.contract.package import LIMITS, SEALED_SUFFIX, Part, is_package_id, is_sha256
from sync.contract.receipt import SignedReceipt, parse_signed_receipt
from sync.contract.withdrawal_request import MAX_SEALED_BYTES, WithdrawalReceipt, parse_withdrawal_receipt, sealed_sha256

FOLDER = "i-defend-rights"
PACKAGES_FOLDER = "packages"
SCHEMA = 1
# Far above any real stick, far below what hurts whoever reads it.
MAX_PACKAGES = 10_000
MAX_WITHDRAWALS = 200
MAX_FILE_BYTES = 8 * 1024**2
MAX_LISTS = 256

_CONTEXT = b"idr courier list 1\n"
_NAME_CONTEXT = b"idr courier name 1\n"
_LIST_NAME = re.compile(r"list-([0-9a-f]{16})\.json\Z")
_RECEIPTS_NAME = re.compile(r"receipts-([0-9a-f]{16})\.json\Z")
_PACKAGE_FILE = re.compile(r"([0-9a-f]{32})" + re.escape(SEALED_SUFFIX) + r"\Z")
_KIOSK_ID = re.compile(r"[\x21-\x7e]{1,64}\Z")
_HEX_16 = re.compile(r"[0-9a-f]{16}\Z")
_HEX_64 = re.compile(r"[0-9a-f]{64}\Z")
_HEX_SIGNATURE = re.compile(r"[0-9a-f]{128}\Z")
_LIST_FIELDS = {"schema", "archive_id", "kiosk_id", "courier_key", "introduction", "packages", "withdrawals"}
_PACKAGE_FIELDS = {"package_id", "part", "sha256", "size_bytes"}
_RECEIPTS_FIELDS = {"schema", "archive_id", "kiosk_id", "receipts", "withdrawals"}


class BadList(BadInput):
    """A list that no kiosk of this archive wrote, or that was changed since."""


@dataclass(frozen=True)
class ListedPackage:
    """`sha256` and `size_bytes` are of the sealed file."""

    package_id: str
    part: Part
    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class CourierList:
    """What one kiosk put on the stick. `courier_key` is the public half of its key; `introduction` says who it is to an archive that
    has never heard of that key (`sync.package.courier`), or is None. `withdrawals` are sealed requests to take stories back.
    """

    archive_id: str
    kiosk_id: str
    courier_key: str
    introduction: str | None
    packages: tuple[ListedPackage, ...]
    withdrawals: tuple[bytes, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "archive_id": self.archive_id,
            "kiosk_id": self.kiosk_id,
            "courier_key": self.courier_key,
            "introduction": self.introduction,
            "packages": [asdict(package) for package in self.packages],
            "withdrawals": [base64.b64encode(sealed).decode() for sealed in self.withdrawals],
        }

    def signed_bytes(self) -> bytes:
        """What the kiosk signs. The context line keeps a signature over anything else from passing for a list."""
        return _CONTEXT + canonical_json(self.to_json())


@dataclass(frozen=True)
class SignedCourierList:
    listed: CourierList
    signature: str  # 128 hex digits

    def to_bytes(self) -> bytes:
        return canonical_json({"list": self.listed.to_json(), "signature": self.signature}) + b"\n"


@dataclass(frozen=True)
class CourierReceipts:
    """The archive's answer to one list. The envelope is not signed and proves nothing: each receipt in it does, or does not."""

    archive_id: str
    kiosk_id: str
    receipts: tuple[SignedReceipt, ...]
    withdrawals: tuple[WithdrawalReceipt, ...] = ()

    def to_bytes(self) -> bytes:
        value = {
            "schema": SCHEMA,
            "archive_id": self.archive_id,
            "kiosk_id": self.kiosk_id,
            "receipts": [receipt.to_json() for receipt in self.receipts],
            "withdrawals": [receipt.to_json() for receipt in self.withdrawals],
        }
        return canonical_json(value) + b"\n"


def package_file(package_id: str) -> str:
    """The file's name in the folder `packages`. Raises ValueError for what is no package id."""
    if not is_package_id(package_id):
        raise ValueError("not a package id")
    return package_id + SEALED_SUFFIX


def package_id_of(file_name: str) -> str | None:
    found = _PACKAGE_FILE.match(file_name)
    return None if found is None else found[1]


def stick_id(kiosk_id: str) -> str:
    """What stands in the names of a kiosk's own two files: one list per kiosk and stick, replaced by each export."""
    return hashlib.sha256(_NAME_CONTEXT + kiosk_id.encode()).hexdigest()[:16]


def list_file(kiosk_id: str) -> str:
    return f"list-{stick_id(kiosk_id)}.json"


def receipts_file(kiosk_id: str) -> str:
    return f"receipts-{stick_id(kiosk_id)}.json"


def is_list_file(name: str) -> bool:
    return bool(_LIST_NAME.match(name))


def is_receipts_file(name: str) -> bool:
    return bool(_RECEIPTS_NAME.match(name))


def parse_courier_list(raw: bytes) -> SignedCourierList:
    """Checks the shape only, strictly: nothing missing, unknown or said twice. Raises BadList."""
    try:
        value = _loads(raw)
        inner, signature = value["list"], value["signature"]
        if set(value) != {"list", "signature"} or set(inner) != _LIST_FIELDS or not _is_schema(inner["schema"]):
            raise _shapeless()
        if not (_is_list_of(inner["packages"], dict, MAX_PACKAGES) and _is_list_of(inner["withdrawals"], str, MAX_WITHDRAWALS)):
            raise _shapeless()
        listed = CourierList(
            inner["archive_id"],
            inner["kiosk_id"],
            inner["courier_key"],
            inner["introduction"],
            tuple(_package(each) for each in inner["packages"]),
            tuple(base64.b64decode(each, validate=True) for each in inner["withdrawals"]),
        )
        well_formed = (
            bool(_HEX_16.match(listed.archive_id))
            and bool(_KIOSK_ID.match(listed.kiosk_id))
            and bool(_HEX_64.match(listed.courier_key))
            and (listed.introduction is None or bool(_HEX_64.match(listed.introduction)))
            and bool(_HEX_SIGNATURE.match(signature))
            and len({package.package_id for package in listed.packages}) == len(listed.packages)
            and len({package.sha256 for package in listed.packages}) == len(listed.packages)
            and len({sealed_sha256(sealed) for sealed in listed.withdrawals}) == len(listed.withdrawals)
            and all(0 < len(sealed) <= MAX_SEALED_BYTES for sealed in listed.withdrawals)
        )
    except (KeyError, TypeError, ValueError, RecursionError, binascii.Error) as error:
        raise _shapeless() from error
    if not well_formed:
        raise _shapeless()
    return SignedCourierList(listed, signature)


def parse_courier_receipts(raw: bytes) -> tuple[CourierReceipts, int]:
    """The receipts that have a receipt's shape, and how many have not. None is believed yet. Raises BadReceipt for no such file."""
    try:
        value = _loads(raw)
        if set(value) != _RECEIPTS_FIELDS or not _is_schema(value["schema"]):
            raise _no_receipts()
        if not (_HEX_16.match(value["archive_id"]) and _KIOSK_ID.match(value["kiosk_id"])):
            raise _no_receipts()
        if not (_is_list_of(value["receipts"], dict, MAX_PACKAGES) and _is_list_of(value["withdrawals"], dict, MAX_WITHDRAWALS)):
            raise _no_receipts()
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise _no_receipts() from error
    receipts, withdrawals, refused = [], [], 0
    for each in value["receipts"]:
        try:
            receipts.append(parse_signed_receipt(each))
        except BadReceipt:
            refused += 1
    for each in value["withdrawals"]:
        try:
            withdrawals.append(parse_withdrawal_receipt(each))
        except BadReceipt:
            refused += 1
    return CourierReceipts(value["archive_id"], value["kiosk_id"], tuple(receipts), tuple(withdrawals)), refused


def _package(value: dict[str, Any]) -> ListedPackage:
    package = ListedPackage(value["package_id"], Part(value["part"]), value["sha256"], value["size_bytes"])
    well_formed = (
        set(value) == _PACKAGE_FIELDS
        and is_package_id(package.package_id)
        and is_sha256(package.sha256)
        and type(package.size_bytes) is int
        and 0 < package.size_bytes <= LIMITS.package_bytes
    )
    if not well_formed:
        raise ValueError("package")
    return package


def _loads(raw: bytes) -> dict[str, Any]:
    if len(raw) > MAX_FILE_BYTES:
        raise ValueError("too long")
    value = json.loads(raw, object_pairs_hook=_object)
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuses a key that comes twice: two readers could otherwise read two different things from what was signed once."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key comes twice")
    return value


def _is_schema(value: Any) -> bool:
    return type(value) is int and value == SCHEMA


def _is_list_of(value: Any, kind: type, most: int) -> bool:
    return type(value) is list and len(value) <= most and all(type(each) is kind for each in value)


def _shapeless() -> BadList:
    return BadList("list-shape", "A list on this stick is damaged or was not written by a kiosk. Export to the stick again.")


def _no_receipts() -> BadReceipt:
    return BadReceipt("receipts-shape", "A file on this stick that should hold receipts is damaged. Let the archive read the stick again.")
