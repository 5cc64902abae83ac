"""`idr-sync export DIR` and `idr-sync import-receipts DIR`, for people and, with `--json`, for programs (one object per line).

Both work beside a running worker. On standard error: sentences. In the output: counts, and never an id.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sync.contract.faults import EnvironmentFault, Fault
from sync.courier import Exported, export, shortage_fault
from sync.courier_receipts import ReceiptsRead, erase_confirmed, import_receipts
from sync.data_folder import make_data_dir
from sync.enrolled import load_enrolled
from sync.outbox import Outbox
from sync.outbox.lock import FileLock
from sync.outbox.outbox import utc_day
from sync.status import LOCK_FILE, OUTBOX_FILE, PACKAGES_DIR

COMMANDS = ("export", "import-receipts")
COURIER_LOCK_FILE = "courier.lock"
_DONE, _NOT_DONE = 0, 2

OnStep = Callable[[str], None]


def add_courier_commands(commands: Any) -> None:
    """`commands` is what `add_subparsers` gave."""
    for name, text in (
        ("export", "copy every story that the archive does not have onto a USB stick; nothing is erased here"),
        ("import-receipts", "read from a USB stick what the archive has signed for, and erase that here"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("stick", type=Path, metavar="DIR", help="where the USB stick is mounted, or any folder")
        command.add_argument("--json", action="store_true", help="one object per line, the last one the result")


def run_courier(arguments: argparse.Namespace, folder: Path, *, on_step: OnStep = lambda step: None) -> int:
    """0, or 2 when it was not done or not wholly. Raises Fault without `--json`."""
    run = _export if arguments.command == "export" else _import_receipts
    try:
        return run(arguments, folder, on_step)
    except Fault as fault:
        if not arguments.json:
            raise
        _print({"kind": "result", "ok": False, "error": fault.code, "sentence": fault.sentence})
        return _NOT_DONE


def _export(arguments: argparse.Namespace, folder: Path, on_step: OnStep) -> int:
    _check_enrolled(folder)
    progress = _Progress(arguments.json)
    with _one_at_a_time(folder), Outbox(folder / OUTBOX_FILE) as outbox:
        try:
            exported = export(folder / PACKAGES_DIR, outbox, arguments.stick, day=utc_day(), on_progress=progress.tell, on_step=on_step)
        finally:
            # Receipts were read first, whatever became of the copying.
            erase_confirmed(folder / PACKAGES_DIR, outbox, FileLock(folder / LOCK_FILE), time.time(), on_step=on_step)
    counts = {
        "stories": exported.stories,
        "packages": exported.packages,
        "size_bytes": exported.size_bytes,
        "withdrawals": exported.withdrawals,
        "left_out": exported.left_out,
        "damaged": exported.damaged,
        "receipts": exported.receipts.confirmed,
    }
    fault = _not_all(exported)
    if arguments.json:
        outcome = {"ok": True} if fault is None else {"ok": False, "error": fault.code, "sentence": fault.sentence}
        _print({"kind": "result", **outcome, **counts})
    else:
        _say_exported(exported)
        if fault is not None:
            raise fault
    return _DONE if fault is None else _NOT_DONE


def _not_all(exported: Exported) -> EnvironmentFault | None:
    if exported.shortage is not None:
        return shortage_fault(exported)
    if exported.damaged and not exported.packages:
        return EnvironmentFault("disk-error", "The sealed stories on this device cannot be read. Have its disk checked.")
    return None


def _import_receipts(arguments: argparse.Namespace, folder: Path, on_step: OnStep) -> int:
    _check_enrolled(folder)
    enrolled = load_enrolled(folder)
    assert enrolled is not None, "just looked"
    with _one_at_a_time(folder), Outbox(folder / OUTBOX_FILE) as outbox:
        read = import_receipts(enrolled, outbox, arguments.stick, on_step=on_step)
        erase_confirmed(folder / PACKAGES_DIR, outbox, FileLock(folder / LOCK_FILE), time.time(), on_step=on_step)
    if arguments.json:
        _print({"kind": "result", "ok": True, **read.counts()})
    else:
        _say_read(read)
    return _DONE


def _check_enrolled(folder: Path) -> None:
    """Before anything is made on the disk."""
    if load_enrolled(folder) is None:
        raise EnvironmentFault("not-enrolled", "This device is not connected to an archive yet.")
    make_data_dir(folder)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / COURIER_LOCK_FILE)
    if not lock.acquire():
        raise EnvironmentFault("courier-busy", "A USB stick is being read or written already. Wait until that is done.")
    try:
        yield
    finally:
        lock.release()


class _Progress:
    """At most a hundred lines, however many packages there are."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._told_percent = -1

    def tell(self, done_bytes: int, total_bytes: int) -> None:
        percent = 100 * done_bytes // max(total_bytes, 1)
        if not self._as_json or percent <= self._told_percent:
            return
        self._told_percent = percent
        _print({"kind": "progress", "done_bytes": done_bytes, "total_bytes": total_bytes})


def _say_exported(exported: Exported) -> None:
    print(f"stories on the stick: {exported.stories}")
    print(f"packages: {exported.packages} ({exported.size_bytes} bytes)")
    if exported.withdrawals:
        print(f"requests to take a story back: {exported.withdrawals}")
    if exported.receipts.confirmed:
        print(f"signed for by the archive since last time: {exported.receipts.confirmed}")
    if exported.damaged:
        print(f"left out, because their files here are damaged: {exported.damaged}")
    if exported.packages or exported.withdrawals:
        print("Everything stays on this device as well, until the archive has signed for it.")


def _say_read(read: ReceiptsRead) -> None:
    print(f"the archive has signed for: {read.confirmed}")
    print(f"known already: {read.already}")
    if read.withdrawals:
        print(f"requests to take a story back that arrived: {read.withdrawals}")
    if read.foreign:
        print(f"for other devices: {read.foreign}")
    if read.refused:
        print(f"not signed by your archive, and ignored: {read.refused}")


def _print(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)
