"""The way back: what the archive signed for, read from a stick. Only what verifies with the key pinned at enrolment changes anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from sync.contract.courier import MAX_FILE_BYTES, MAX_LISTS, is_receipts_file, parse_courier_receipts
from sync.contract.faults import BadReceipt, EnvironmentFault
from sync.contract.receipt import SignedReceipt
from sync.contract.withdrawal_request import WithdrawalReceipt, sealed_sha256
from sync.enrolled import Enrolled
from sync.outbox import SETTLED, Outbox, State
from sync.outbox.lock import FileLock
from sync.package.signatures import verify_receipt
from sync.package.stick import Stick, open_stick
from sync.package.stick_folder import NotAFile
from sync.package.withdrawal import verify_withdrawal_receipt
from sync.sealed_file import erase_sealed

# The commit points; `on_step` hears each name right after it. The last two are those of the worker, which this stands in for.
STEPS = ("courier-confirmed", "courier-forgotten", "unlinked", "erased")
_MOST_REQUESTS = 100_000

OnStep = Callable[[str], None]


@dataclass
class ReceiptsRead:
    """Packages newly signed for, known already, not of this laptop, and receipts that are not to be believed. `withdrawals` counts
    requests to take a story back that the archive has now signed for; `files` how many files of receipts there were.
    """

    confirmed: int = 0
    already: int = 0
    foreign: int = 0
    refused: int = 0
    withdrawals: int = 0
    files: int = 0

    def counts(self) -> dict[str, int]:
        return {name: count for name, count in asdict(self).items() if name != "files"}


def import_receipts(enrolled: Enrolled, outbox: Outbox, stick_path: Path, *, on_step: OnStep = lambda step: None) -> ReceiptsRead:
    """Raises EnvironmentFault (`no-receipts`), StickFault, NotAFile."""
    stick = open_stick(stick_path)
    if stick is None:
        raise _no_receipts()
    with stick:
        read = read_receipts(stick, enrolled, outbox, on_step=on_step)
    if read.files == 0:
        raise _no_receipts()
    return read


def read_receipts(stick: Stick, enrolled: Enrolled, outbox: Outbox, *, on_step: OnStep = lambda step: None) -> ReceiptsRead:
    read = ReceiptsRead()
    requests = {sealed_sha256(waiting.sealed): waiting for waiting in outbox.withdrawals.waiting(_MOST_REQUESTS)}
    for name in stick.names(is_receipts_file)[:MAX_LISTS]:
        read.files += 1
        try:
            raw = stick.read(name, MAX_FILE_BYTES)
            if raw is None:
                continue
            receipts, shapeless = parse_courier_receipts(raw)
        except (BadReceipt, NotAFile):
            read.refused += 1
            continue
        read.refused += shapeless
        for signed in receipts.receipts:
            what = _take(signed, enrolled, outbox)
            setattr(read, what, getattr(read, what) + 1)
            if what == "confirmed":
                on_step("courier-confirmed")
        for receipt in receipts.withdrawals:
            waiting = requests.get(receipt.request_sha256)
            if waiting is None:
                continue  # of another laptop, or forgotten here already
            if not _is_signed(receipt, enrolled, waiting.sealed):
                read.refused += 1
                continue
            outbox.withdrawals.forget(waiting.request_id)
            del requests[receipt.request_sha256]
            read.withdrawals += 1
            on_step("courier-forgotten")
    return read


def erase_confirmed(packages_dir: Path, outbox: Outbox, lock: FileLock, now_s: float, *, on_step: OnStep = lambda step: None) -> int:
    """Erases what may go, if no worker is there to do it; how many files. One that resists is left to the next worker."""
    if not lock.acquire():
        return 0
    erased = 0
    try:
        for row in outbox.packages(State.CONFIRMED, State.WITHDRAWING):
            assert row.file_name is not None, "only an erased package has no file"
            try:
                erase_sealed(packages_dir / row.file_name)
            except OSError:
                outbox.note(row.package_id, attempts=row.attempts + 1, next_try_at_s=now_s)
                continue
            on_step("unlinked")
            if row.state is State.CONFIRMED:
                outbox.move(row.package_id, State.ERASED)
            else:
                outbox.settle_withdrawn(row.package_id)
            on_step("erased")
            erased += 1
    finally:
        lock.release()
    return erased


def _take(signed: SignedReceipt, enrolled: Enrolled, outbox: Outbox) -> str:
    receipt = signed.receipt
    try:
        row = outbox.package(receipt.package_id)
    except KeyError:
        return "foreign"
    if row.state in SETTLED:
        return "already"
    try:
        verify_receipt(signed, enrolled.receipt_key, package_id=row.package_id, sha256=row.sha256, size_bytes=row.size_bytes)
    except BadReceipt:
        return "refused"
    return "confirmed" if outbox.confirm_by_courier(row.package_id, signed) else "already"


def _is_signed(receipt: WithdrawalReceipt, enrolled: Enrolled, sealed: bytes) -> bool:
    try:
        verify_withdrawal_receipt(receipt, enrolled.receipt_key, sealed=sealed)
    except BadReceipt:
        return False
    return True


def _no_receipts() -> EnvironmentFault:
    return EnvironmentFault("no-receipts", "There are no receipts on this USB stick. The archive has to read it first.")
