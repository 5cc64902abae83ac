"""The way back: only what the pinned key signed, for exactly what is here, lets anything be erased."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from booth import Booth
from fake_archive import FakeArchive
from stick_reader import answer_on

from sync.contract.courier import FOLDER, CourierReceipts, parse_courier_receipts, receipts_file
from sync.contract.faults import EnvironmentFault
from sync.contract.package import new_package_id
from sync.contract.receipt import Receipt, parse_signed_receipt
from sync.courier import export
from sync.courier_receipts import ReceiptsRead, erase_confirmed, import_receipts
from sync.enrolled import Enrolled
from sync.outbox import NewPackage, State
from sync.outbox.lock import FileLock
from sync.package.stick import StickFault
from sync.package.withdrawal import sign_withdrawal_receipt
from sync.status import LOCK_FILE

DAY = "2026-03-02"


@pytest.fixture
def stick(tmp_path: Path, booth: Booth, enrolled: Enrolled) -> Path:
    booth.enrol(enrolled)
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def exported(booth: Booth, stick: Path) -> NewPackage:
    package = booth.queue()
    export(booth.packages_dir, booth.outbox, stick, day=DAY)
    return package


def receipts_on(stick: Path, enrolled: Enrolled) -> Path:
    return stick / FOLDER / receipts_file(enrolled.kiosk_id)


def counts(confirmed: int = 0, already: int = 0, foreign: int = 0, refused: int = 0, withdrawals: int = 0) -> ReceiptsRead:
    return ReceiptsRead(confirmed, already, foreign, refused, withdrawals, files=1)


def signed(archive: FakeArchive, package: NewPackage, **wrong: Any) -> Any:
    facts = {"package_id": package.package_id, "sha256": package.sha256, "size_bytes": package.size_bytes, "received_day": DAY}
    return parse_signed_receipt(archive.sign(Receipt(**{**facts, **wrong})))


def put(stick: Path, enrolled: Enrolled, *receipts: Any, **more: Any) -> None:
    answer = CourierReceipts(enrolled.archive_id, enrolled.kiosk_id, tuple(receipts), **more)
    receipts_on(stick, enrolled).write_bytes(answer.to_bytes())


def test_what_the_archive_signed_for_is_confirmed_once(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage
) -> None:
    answer_on(stick, archive)
    assert import_receipts(enrolled, booth.outbox, stick) == counts(confirmed=1)
    assert booth.row(exported).state is State.CONFIRMED
    assert import_receipts(enrolled, booth.outbox, stick) == counts(already=1)


@pytest.mark.parametrize("state", ["sending", "delivered", "blocked", "quarantined"])
def test_from_every_state_in_which_the_file_is_here(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage, state: str
) -> None:
    booth.outbox.move(exported.package_id, State.SENDING)
    if state == "delivered":
        booth.outbox.move(exported.package_id, State.DELIVERED, offset_bytes=exported.size_bytes)
    elif state != "sending":
        booth.outbox.move(exported.package_id, State(state), reason="receipt")
    answer_on(stick, archive)
    assert import_receipts(enrolled, booth.outbox, stick) == counts(confirmed=1)


@pytest.mark.parametrize(
    "wrong",
    [{"sha256": "00" * 32}, {"size_bytes": 1}, {"sha256": "00" * 32, "size_bytes": 1}],
    ids=str,
)
def test_a_true_signature_over_other_facts_erases_nothing(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage, wrong: dict[str, Any]
) -> None:
    put(stick, enrolled, signed(archive, exported, **wrong))
    assert import_receipts(enrolled, booth.outbox, stick) == counts(refused=1)
    assert booth.row(exported).state is State.QUEUED


def test_a_strangers_signature_erases_nothing(booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage) -> None:
    stranger = FakeArchive()
    try:
        answer_on(stick, stranger)
    finally:
        stranger.close()
    assert import_receipts(enrolled, booth.outbox, stick) == counts(refused=1)
    assert booth.row(exported).state is State.QUEUED


def test_a_changed_receipt_erases_nothing(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage
) -> None:
    true = signed(archive, exported)
    put(stick, enrolled, replace(true, signature="00" * 64), replace(true, receipt=replace(true.receipt, received_day="2026-03-09")))
    assert import_receipts(enrolled, booth.outbox, stick) == counts(refused=2)
    assert booth.row(exported).state is State.QUEUED


def test_receipts_of_another_laptop_are_none_of_ours(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage, tmp_path: Path
) -> None:
    other = Booth(tmp_path / "other")
    other.enrol(archive.enrolled())
    other.queue()
    export(other.packages_dir, other.outbox, stick, day=DAY)
    other.close()
    answer_on(stick, archive)
    assert import_receipts(enrolled, booth.outbox, stick) == replace(counts(confirmed=1, foreign=1), files=2)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b"[" * 50_000, None], ids=lambda raw: str(raw)[:10])
def test_a_damaged_file_is_refused_and_others_are_read(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage, damage: bytes | None
) -> None:
    answer_on(stick, archive)
    other = stick / FOLDER / "receipts-0000000000000000.json"
    if damage is None:
        other.symlink_to("/etc/hostname")
    else:
        other.write_bytes(damage)
    assert import_receipts(enrolled, booth.outbox, stick) == replace(counts(confirmed=1, refused=1), files=2)


def test_one_shapeless_receipt_spoils_no_other(
    archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage
) -> None:
    answer_on(stick, archive)
    path = receipts_on(stick, enrolled)
    path.write_bytes(path.read_bytes().replace(b'"receipts":[', b'"receipts":[{"receipt":7},'))
    assert import_receipts(enrolled, booth.outbox, stick) == counts(confirmed=1, refused=1)


def test_a_receipt_for_what_was_taken_back_changes_nothing(archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path) -> None:
    package = booth.new_package()
    booth.outbox.add(new_package_id(), [package], verifier="ab" * 32)
    export(booth.packages_dir, booth.outbox, stick, day=DAY)
    answer_on(stick, archive)
    booth.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"sealed")
    assert import_receipts(enrolled, booth.outbox, stick) == counts(already=1)
    assert booth.row(package).state is State.WITHDRAWING


# --- requests to take a story back ---


def test_a_request_is_forgotten_only_for_the_archives_word(archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path) -> None:
    booth.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"a sealed request")
    export(booth.packages_dir, booth.outbox, stick, day=DAY)
    import hashlib

    name = hashlib.sha256(b"a sealed request").hexdigest()
    other = hashlib.sha256(b"another").hexdigest()
    put(stick, enrolled, withdrawals=(sign_withdrawal_receipt(name, "ab" * 32), sign_withdrawal_receipt(other, archive._secret)))
    assert import_receipts(enrolled, booth.outbox, stick) == counts(refused=1)
    assert booth.outbox.withdrawals.count() == 1
    put(stick, enrolled, withdrawals=(sign_withdrawal_receipt(name, archive._secret),))
    assert import_receipts(enrolled, booth.outbox, stick) == counts(withdrawals=1)
    assert booth.outbox.withdrawals.count() == 0
    assert import_receipts(enrolled, booth.outbox, stick) == counts()


# --- a stick without receipts ---


@pytest.mark.parametrize("kind", ["empty", "exported"])
def test_a_stick_that_the_archive_has_not_read_is_told(booth: Booth, enrolled: Enrolled, stick: Path, kind: str) -> None:
    if kind == "exported":
        booth.queue()
        export(booth.packages_dir, booth.outbox, stick, day=DAY)
    with pytest.raises(EnvironmentFault) as fault:
        import_receipts(enrolled, booth.outbox, stick)
    assert fault.value.code == "no-receipts"


def test_no_stick(booth: Booth, enrolled: Enrolled, stick: Path) -> None:
    with pytest.raises(StickFault) as fault:
        import_receipts(enrolled, booth.outbox, stick / "nothing")
    assert fault.value.code == "stick-gone"


# --- erasing ---


@pytest.fixture
def confirmed(archive: FakeArchive, booth: Booth, enrolled: Enrolled, stick: Path, exported: NewPackage) -> NewPackage:
    answer_on(stick, archive)
    import_receipts(enrolled, booth.outbox, stick)
    return exported


@pytest.fixture
def erase(booth: Booth) -> Callable[[], int]:
    return lambda: erase_confirmed(booth.packages_dir, booth.outbox, FileLock(booth.folder / LOCK_FILE), 0.0)


def test_without_a_worker_what_is_confirmed_is_erased_at_once(booth: Booth, confirmed: NewPackage, erase: Callable[[], int]) -> None:
    waiting = booth.queue()
    assert erase() == 1
    assert (booth.row(confirmed).state, booth.row(waiting).state, booth.files()) == (State.ERASED, State.QUEUED, {waiting.file_name})
    assert erase() == 0


def test_a_worker_that_runs_does_it_itself(booth: Booth, confirmed: NewPackage, erase: Callable[[], int]) -> None:
    worker = FileLock(booth.folder / LOCK_FILE)
    assert worker.acquire()
    assert (erase(), booth.row(confirmed).state) == (0, State.CONFIRMED)
    worker.release()
    assert (erase(), booth.row(confirmed).state) == (1, State.ERASED)
    assert worker.acquire()
    worker.release()


def test_a_file_that_resists_holds_up_no_other(
    booth: Booth, archive: FakeArchive, enrolled: Enrolled, stick: Path, erase: Callable[[], int]
) -> None:
    packages = [booth.queue(), booth.queue()]
    export(booth.packages_dir, booth.outbox, stick, day=DAY)
    answer_on(stick, archive)
    import_receipts(enrolled, booth.outbox, stick)
    resisting = booth.packages_dir / packages[0].file_name
    resisting.unlink()
    resisting.mkdir()
    assert erase() == 1
    assert [booth.row(package).state for package in packages] == [State.CONFIRMED, State.ERASED]
    os.rmdir(resisting)
    assert erase() == 1


def test_the_answer_of_the_fake_is_that_of_the_format(archive: FakeArchive, stick: Path, enrolled: Enrolled, exported: NewPackage) -> None:
    answer_on(stick, archive)
    receipts, refused = parse_courier_receipts(receipts_on(stick, enrolled).read_bytes())
    assert (len(receipts.receipts), refused) == (1, 0)
