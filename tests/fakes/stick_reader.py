"""Looks at a stick as somebody would who knows only `docs/formats.md`, and answers like an archive, or like a bad one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from fake_archive import FakeArchive

from sync.contract.courier import FOLDER, PACKAGES_FOLDER, CourierReceipts, receipts_file
from sync.contract.receipt import Receipt, parse_signed_receipt


def lists_on(stick: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text())["list"] for path in sorted((stick / FOLDER).glob("list-*.json"))]


def whole_on(stick: Path) -> set[str]:
    """The ids of packages that a list names and whose file is there, byte for byte."""
    found = set()
    for each in lists_on(stick):
        for package in each["packages"]:
            path = stick / FOLDER / PACKAGES_FOLDER / f"{package['package_id']}.age"
            content = path.read_bytes() if path.is_file() else b""
            if (hashlib.sha256(content).hexdigest(), len(content)) == (package["sha256"], package["size_bytes"]):
                found.add(package["package_id"])
    return found


def files_on(stick: Path) -> set[str]:
    """Names of the package files, finished or not."""
    folder = stick / FOLDER / PACKAGES_FOLDER
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def answer_on(stick: Path, archive: FakeArchive, **wrong: Any) -> None:
    """The archive's true receipts for all that the lists name; `wrong` replaces facts in each before it is signed."""
    for each in lists_on(stick):
        receipts = [parse_signed_receipt(archive.sign(Receipt(**{**_facts(package), **wrong}))) for package in each["packages"]]
        answer = CourierReceipts(each["archive_id"], each["kiosk_id"], tuple(receipts))
        path = stick / FOLDER / receipts_file(each["kiosk_id"])
        path.unlink(missing_ok=True)  # not every file system can make a file shorter
        path.write_bytes(answer.to_bytes())


def _facts(package: dict[str, Any]) -> dict[str, Any]:
    return {**{key: package[key] for key in ("package_id", "sha256", "size_bytes")}, "received_day": "2026-03-01"}
