"""A stick as a kiosk leaves it, made without a kiosk, so that a test can also make it as no kiosk would."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

from sync.contract.courier import (
    FOLDER,
    PACKAGES_FOLDER,
    CourierList,
    CourierReceipts,
    ListedPackage,
    list_file,
    package_file,
    parse_courier_receipts,
    receipts_file,
)
from sync.contract.package import Part, new_package_id
from sync.package.courier import sign_courier_list
from sync.package.signatures import new_signing_key


class CarriedStick:
    """`put` and `hand_in` add to the list, which `sign` writes. Any number of them may share one `path`."""

    def __init__(self, path: Path, archive_id: str, kiosk_id: str, keys: tuple[str, str] | None = None) -> None:
        self.path = path
        self.secret, self.courier_key = keys or new_signing_key()
        self.listed = CourierList(archive_id, kiosk_id, self.courier_key, None, ())
        self.packages_dir.mkdir(parents=True, exist_ok=True)

    @property
    def packages_dir(self) -> Path:
        return self.path / FOLDER / PACKAGES_FOLDER

    @property
    def list_path(self) -> Path:
        return self.path / FOLDER / list_file(self.listed.kiosk_id)

    def file(self, package: ListedPackage) -> Path:
        return self.packages_dir / package_file(package.package_id)

    def put(self, content: bytes | None = None, part: Part = Part.LISTEN, **facts: Any) -> ListedPackage:
        """A package on the stick and in the list; `facts` replaces what the list says of it."""
        content = secrets.token_bytes(5000) if content is None else content
        package = ListedPackage(new_package_id(), part, hashlib.sha256(content).hexdigest(), len(content))
        self.file(package).write_bytes(content)
        package = replace(package, **facts)
        self.listed = replace(self.listed, packages=(*self.listed.packages, package))
        return package

    def hand_in(self, sealed: bytes) -> None:
        """A request to take a story back."""
        self.listed = replace(self.listed, withdrawals=(*self.listed.withdrawals, sealed))

    def sign(self, **changed: Any) -> Path:
        """Writes the list; `changed` replaces facts in it before it is signed. Its path."""
        self.listed = replace(self.listed, **changed)
        self.list_path.write_bytes(sign_courier_list(self.listed, self.secret).to_bytes())
        return self.list_path

    def receipts(self) -> CourierReceipts | None:
        """What the archive has answered; None if it has not."""
        path = self.path / FOLDER / receipts_file(self.listed.kiosk_id)
        return parse_courier_receipts(path.read_bytes())[0] if path.exists() else None

    def signed_for(self) -> set[str]:
        found = self.receipts()
        return set() if found is None else {each.receipt.package_id for each in found.receipts}
