"""A story told, sent and taken back at the same laptop: the code lies nowhere at any moment, and of the story nothing is left.

The program itself runs, without a screen; the scan's control is that it finds the code where it is put on purpose.
"""

from __future__ import annotations

import base64
import sqlite3
from pathlib import Path

import pyrage
import pytest
from field import without_kiosk_settings
from guest import Guest, whole_story

from sync.contract.withdrawal import luhn_digit, read_withdrawal_code, spoken_groups
from sync.enrolled import Enrolled, save_enrolled
from sync.package import withdrawal_proof, withdrawal_verifier

RECEIPT_KEY = "ab" * 32


@pytest.fixture
def laptop(tmp_path: Path) -> dict[str, str]:
    for folder in ("data", "home", "tmp", "run"):
        (tmp_path / folder).mkdir()
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    save_enrolled(tmp_path / "data", Enrolled("http://127.0.0.1:9", "kiosk", "kiosk.secret", RECEIPT_KEY, (recipient,), (), None))
    return {
        **without_kiosk_settings(),
        "IDR_DATA_DIR": str(tmp_path / "data"),
        "IDR_KIOSK_DRAFT_POLICY": "keyring",
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
    }


def take_back(code: str) -> list[list[object]]:
    keys: list[list[object]] = [["press", f"withdraw-{digit}"] for digit in code]
    return [["press", "withdraw"], *keys, ["press", "withdraw-enter"], ["press", "withdraw-confirm"], ["pass", 2_000], ["press", "return"]]


def needles(code: str) -> list[bytes]:
    verifier, proof = withdrawal_verifier(code, RECEIPT_KEY), withdrawal_proof(code, RECEIPT_KEY)
    texts = [code, spoken_groups(code), " ".join(code), code[:8], code[8:], verifier, proof, verifier[:16], proof[:16]]
    spelled = [form for text in texts for form in (text.encode(), text.encode("utf-16-le"), text.encode().hex().encode())]
    shifted = [base64.b64encode(b"\0" * shift + code.encode())[4:-4] for shift in range(3)]
    return [
        *spelled,
        *shifted,
        bytes.fromhex(verifier),
        bytes.fromhex(proof),
        int(code).to_bytes(8, "big"),
        int(code).to_bytes(8, "little"),
    ]


def hits(folder: Path, wanted: list[bytes]) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() for needle in wanted if needle in path.read_bytes()]


def states(tmp_path: Path) -> list[str]:
    with sqlite3.connect(tmp_path / "data" / "outbox.sqlite3") as database:
        found = [row[0] for row in database.execute("SELECT state FROM packages")]
    database.close()
    return found


def test_told_sent_and_taken_back(laptop: dict[str, str], tmp_path: Path) -> None:
    with Guest(laptop, [*whole_story(1_600), ["press", "done"]]) as guest:
        code = read_withdrawal_code(guest.until("read", "receipt-code")[2])
        guest.until("arrived")
    assert len(list((tmp_path / "data" / "packages").iterdir())) == 2
    assert hits(tmp_path, needles(code)) == []
    unknown = "314159265358979"
    unknown += luhn_digit(unknown)
    with Guest(laptop, [*take_back(unknown), *take_back(code)]) as guest:
        guest.until("arrived")
    assert list((tmp_path / "data" / "packages").iterdir()) == []
    assert states(tmp_path) == ["withdrawn", "withdrawn"]
    with Guest(laptop, [["pass", 100]]) as guest:
        guest.until("arrived")
    assert states(tmp_path) == []
    assert hits(tmp_path, [*needles(code), *needles(unknown)]) == []
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    wanted = needles("1234567890123452")
    for number, needle in enumerate(wanted):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "plain").write_bytes(b"before" + needle + b"after")
        assert hits(folder, wanted)
