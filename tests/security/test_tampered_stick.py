"""A stick in the wrong hands: whatever is changed on it, nothing is taken for true that was not signed, and nothing is lost or erased."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from booth import Booth
from fake_archive import FakeArchive
from stick_reader import answer_on

from sync.contract.courier import (
    FOLDER,
    BadList,
    list_file,
    parse_courier_list,
    parse_courier_receipts,
    receipts_file,
)
from sync.contract.faults import BadReceipt
from sync.courier import export
from sync.courier_receipts import import_receipts
from sync.enrolled import Enrolled, load_enrolled
from sync.outbox import State
from sync.package.courier import verify_courier_list
from sync.package.signatures import public_key_of, verify_receipt

DAY = "2026-03-02"
FLIPS = 300 * int(os.environ.get("IDR_TEST_ROUNDS", "1"))


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    running = FakeArchive()
    yield running
    running.close()


@pytest.fixture
def booth(tmp_path: Path, archive: FakeArchive) -> Iterator[Booth]:
    opened = Booth(tmp_path / "data")
    opened.enrol(archive.enrolled())
    yield opened
    opened.close()


@pytest.fixture
def enrolled(booth: Booth) -> Enrolled:
    found = load_enrolled(booth.folder)
    assert found is not None
    return found


@pytest.fixture
def stick(tmp_path: Path, booth: Booth, archive: FakeArchive) -> Path:
    """With two packages, a request, the list and the archive's answer."""
    (tmp_path / "stick").mkdir()
    for _ in range(2):
        booth.queue(5000)
    booth.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"age-encryption.org/v1\n" + bytes(200))
    export(booth.packages_dir, booth.outbox, tmp_path / "stick", day=DAY)
    answer_on(tmp_path / "stick", archive)
    return tmp_path / "stick"


def spoilt(raw: bytes, rng: random.Random) -> bytes:
    """One to three bytes are others, are gone or are new."""
    content = bytearray(raw)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(content))
        what = rng.randrange(3)
        if what == 0:
            content[at] ^= rng.randrange(1, 256)
        elif what == 1:
            del content[at]
        else:
            content.insert(at, rng.randrange(256))
    return bytes(content)


def test_a_list_that_was_changed_anywhere_is_not_believed(stick: Path, enrolled: Enrolled) -> None:
    raw, rng = (stick / FOLDER / list_file(enrolled.kiosk_id)).read_bytes(), random.Random(1)
    key = public_key_of(enrolled.courier_key or "")
    true = parse_courier_list(raw)
    verify_courier_list(true, key)
    for _ in range(FLIPS):
        changed = spoilt(raw, rng)
        try:
            found = parse_courier_list(changed)
            verify_courier_list(found, key)
        except BadList:
            continue
        # Another spelling of the very same statement, such as a space between two words of it.
        assert found == true


def test_receipts_that_were_changed_anywhere_prove_nothing_but_what_was_signed(stick: Path, booth: Booth, enrolled: Enrolled) -> None:
    raw, rng = (stick / FOLDER / receipts_file(enrolled.kiosk_id)).read_bytes(), random.Random(2)
    true = {each.receipt.package_id: each for each in parse_courier_receipts(raw)[0].receipts}
    believed = 0
    for _ in range(FLIPS):
        try:
            receipts, _ = parse_courier_receipts(spoilt(raw, rng))
        except BadReceipt:
            continue
        for signed in receipts.receipts:
            row = next((row for row in booth.outbox.packages() if row.package_id == signed.receipt.package_id), None)
            if row is None:
                continue
            facts = {"package_id": row.package_id, "sha256": row.sha256, "size_bytes": row.size_bytes}
            try:
                verify_receipt(signed, enrolled.receipt_key, **facts)  # type: ignore[arg-type]
            except BadReceipt:
                continue
            assert signed == true[row.package_id]
            believed += 1
    # The other one in the same file still counts, so that this test could have found something.
    assert believed > 0


def test_facts_exchanged_between_two_receipts_prove_nothing(stick: Path, booth: Booth, enrolled: Enrolled) -> None:
    path = stick / FOLDER / receipts_file(enrolled.kiosk_id)
    value = json.loads(path.read_text())
    first, second = value["receipts"]
    first["signature"], second["signature"] = second["signature"], first["signature"]
    path.write_text(json.dumps(value))
    read = import_receipts(enrolled, booth.outbox, stick)
    assert (read.confirmed, read.refused) == (0, 2)
    assert {row.state for row in booth.outbox.packages()} == {State.QUEUED}


def test_another_archive_cannot_sign_for_our_archive(stick: Path, booth: Booth, enrolled: Enrolled) -> None:
    impostor = FakeArchive()
    try:
        answer_on(stick, impostor)
    finally:
        impostor.close()
    assert import_receipts(enrolled, booth.outbox, stick).refused == 2
    assert {row.state for row in booth.outbox.packages()} == {State.QUEUED}


def test_no_path_is_read_from_a_stick(stick: Path, booth: Booth, enrolled: Enrolled, tmp_path: Path, archive: FakeArchive) -> None:
    """There is no place in either file for one; ids that are paths are no ids."""
    for path_like in ("../../../etc/passwd", "/etc/passwd", "..\\..\\x", "packages/x", "a" * 31 + "/", "%2e%2e%2f"):
        for name, parse, refusal in (
            (list_file(enrolled.kiosk_id), parse_courier_list, BadList),
            (receipts_file(enrolled.kiosk_id), parse_courier_receipts, BadReceipt),
        ):
            raw = (stick / FOLDER / name).read_bytes()
            text = raw.replace(_some_id(raw).encode(), json.dumps(path_like)[1:-1].encode())
            if name.startswith("list"):
                with pytest.raises(refusal):
                    parse(text)
            else:
                assert parse_courier_receipts(text)[1] >= 1


def _some_id(raw: bytes) -> str:
    value = json.loads(raw)
    found = value["list"]["packages"][0] if "list" in value else value["receipts"][0]["receipt"]
    return str(found["package_id"])


def test_what_an_outsider_learns_from_a_stick(stick: Path, booth: Booth, enrolled: Enrolled) -> None:
    """That it is ours, how many parts of what size, and that something was taken back: nothing of who told what, when or where."""
    texts = b"".join(path.read_bytes() for path in stick.rglob("*") if path.is_file())
    for secret in (enrolled.kiosk_token, enrolled.courier_key or "", enrolled.url, "127.0.0.1", DAY):
        assert secret.encode() not in texts
    assert {path.stat().st_mtime for path in (stick / FOLDER / "packages").iterdir()} == {946_684_800.0}
    keys = set(json.loads((stick / FOLDER / list_file(enrolled.kiosk_id)).read_text())["list"])
    assert keys == {"schema", "archive_id", "kiosk_id", "courier_key", "introduction", "packages", "withdrawals"}


def test_the_control_what_was_not_touched_is_believed(stick: Path, booth: Booth, enrolled: Enrolled) -> None:
    assert import_receipts(enrolled, booth.outbox, stick).confirmed == 2
