"""The courier: sealed packages that travel on a USB stick where no network ever does.

Copying takes nothing away. A package is erased here only for a receipt that the archive has signed, however it came, and a story that
was given to somebody on a stick is one that may have left: whoever takes it back has the archive told (`docs/formats.md`).

    marked (durable here: it may have left) → copied, each verified → listed (the signed list is renamed last) → noted (the day)

Killed between any two of these, the next export goes on: what lies whole on the stick is only read.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sync.contract.courier import (
    MAX_FILE_BYTES,
    MAX_PACKAGES,
    MAX_WITHDRAWALS,
    BadList,
    CourierList,
    ListedPackage,
    list_file,
    parse_courier_list,
)
from sync.contract.faults import EnvironmentFault
from sync.courier_key import with_courier_key
from sync.courier_receipts import ReceiptsRead, read_receipts
from sync.enrolled import Enrolled
from sync.outbox import SETTLED, Outbox, PackageRow, State
from sync.package.courier import introduce, sign_courier_list, verify_courier_list
from sync.package.signatures import public_key_of
from sync.package.stick import Stick, StickFault, open_stick, stick_fault
from sync.package.stick_folder import BLOCK_BYTES, NotAFile
from sync.sealed_file import sealed_pieces
from sync.transport.faults import FileFault

log = logging.getLogger("sync.courier")

# The commit points, in order; `on_step` hears each name right after it. The two in the middle come once for each package.
STEPS = ("courier-marked", "courier-partial", "courier-renamed", "courier-listed", "courier-noted")

# What the file system may take for a file beyond its bytes, and what list and receipts may take, both old and new at once.
_CLUSTER_BYTES = 32 * 1024
_RESERVE_BYTES = 256 * 1024
_RESERVE_EACH_BYTES = 2 * 1024

# (bytes done, bytes in all), after each step forward. A byte counts half when it is on the stick and half when it was read back.
OnProgress = Callable[[int, int], None]
OnStep = Callable[[str], None]


@dataclass(frozen=True)
class Exported:
    """What of this laptop's lies whole on the stick now. `left_out` counts packages that found no room or are too large for the
    stick's format (`shortage` is the code), `damaged` those whose file here is not as it was. `receipts` is what was read first.
    """

    stories: int
    packages: int
    size_bytes: int
    withdrawals: int
    left_out: int
    damaged: int
    shortage: str | None
    receipts: ReceiptsRead


def export(
    packages_dir: Path,
    outbox: Outbox,
    stick_path: Path,
    *,
    day: str,
    on_progress: OnProgress = lambda done, total: None,
    on_step: OnStep = lambda step: None,
) -> Exported:
    """Puts every package that the archive has not signed for onto the stick, new ones first, `listen` before `master`.

    The data folder is that of `packages_dir`. Receipts that lie on the stick are read first. Raises EnvironmentFault: `not-enrolled`,
    `nothing-to-export`, StickFault, and what this device's disk does; NotAFile for a stick with links where our folders should be.
    """
    enrolled = with_courier_key(packages_dir.parent)
    receipts = ReceiptsRead()
    found = open_stick(stick_path)
    if found is not None:
        with found:
            receipts = read_receipts(found, enrolled, outbox)
    requests = [waiting.sealed for waiting in outbox.withdrawals.waiting(MAX_WITHDRAWALS)]
    rows = _waiting(outbox)
    if not (rows or requests or receipts.confirmed or receipts.withdrawals):
        raise EnvironmentFault("nothing-to-export", "There is nothing to copy: the archive has every story of this device.")
    stick = open_stick(stick_path, make=True)
    assert stick is not None, "made if need be"
    with stick:
        return _Export(stick, enrolled, outbox, packages_dir, on_progress, on_step).run(rows, requests, day, receipts)


def _waiting(outbox: Outbox) -> list[PackageRow]:
    """What was never on a stick comes first, so that a second, small stick takes what the first had no room for."""
    rows = outbox.packages(*(state for state in State if state not in SETTLED))
    return sorted(rows, key=lambda row: (row.exported_day is not None, row.part))[:MAX_PACKAGES]


class _Export:
    """One export onto one stick."""

    def __init__(
        self, stick: Stick, enrolled: Enrolled, outbox: Outbox, packages_dir: Path, on_progress: OnProgress, on_step: OnStep
    ) -> None:
        self._stick, self._enrolled, self._outbox, self._packages_dir = stick, enrolled, outbox, packages_dir
        self._on_progress, self._on_step = on_progress, on_step
        self._half_bytes = self._total_bytes = 0
        self._damaged = 0
        self._shortages: list[str] = []

    def run(self, rows: list[PackageRow], requests: list[bytes], day: str, receipts: ReceiptsRead) -> Exported:
        self._tidy(rows)
        there = {row.package_id for row in rows if self._lies_there(row)}
        planned = self._that_fit(rows, there)
        # Before the first byte: from here on taking it back means telling the archive as well.
        ours = set(self._outbox.mark_exported([row.package_id for row in planned], None))
        self._on_step("courier-marked")
        planned = [row for row in planned if row.package_id in ours]
        self._total_bytes = sum(row.size_bytes for row in planned)
        whole = [row for row in planned if self._bring(row, row.package_id in there)]
        whole = [row for row in whole if not self._was_settled(row)]
        self._write_list(whole, requests)
        self._on_step("courier-listed")
        self._outbox.mark_exported([row.package_id for row in whole], day)
        self._on_step("courier-noted")
        return Exported(
            stories=len({row.group_id for row in whole}),
            packages=len(whole),
            size_bytes=sum(row.size_bytes for row in whole),
            withdrawals=len(requests),
            left_out=len(self._shortages),
            damaged=self._damaged,
            shortage=self._shortages[0] if self._shortages else None,
            receipts=receipts,
        )

    def _tidy(self, rows: list[PackageRow]) -> None:
        """Makes room: the rest of a copy that was cut short, and packages that the archive has signed for or that were taken back."""
        ids = {row.package_id for row in rows}
        self._stick.remove_partial(lambda package_id: package_id in ids)
        for package_id in self._stick.package_ids():
            if self._outbox.is_settled(package_id):
                self._stick.remove_package(package_id)

    def _lies_there(self, row: PackageRow) -> bool:
        try:
            return self._stick.package_bytes(row.package_id) == row.size_bytes
        except NotAFile:
            return False

    def _that_fit(self, rows: list[PackageRow], there: set[str]) -> list[PackageRow]:
        free_bytes = self._stick.free_bytes()
        if free_bytes is None:
            return rows  # whether they fit will be seen
        room_bytes = free_bytes - _RESERVE_BYTES - _RESERVE_EACH_BYTES * len(rows)
        fitting = []
        for row in rows:
            needed_bytes = 0 if row.package_id in there else -(-row.size_bytes // _CLUSTER_BYTES) * _CLUSTER_BYTES
            if needed_bytes > max(room_bytes, 0):
                self._shortages.append("stick-full")
                continue
            room_bytes -= needed_bytes
            fitting.append(row)
        return fitting

    def _bring(self, row: PackageRow, is_there: bool) -> bool:
        """Whether the package lies on the stick, byte for byte, now."""
        end_at = self._half_bytes + 2 * row.size_bytes
        try:
            if not (is_there and self._is_whole(row)):
                assert row.file_name is not None, "only what is settled has no file"
                pieces = sealed_pieces(self._packages_dir / row.file_name, row.size_bytes, row.sha256)
                self._stick.put_package(row.package_id, pieces, self._tell, lambda step: self._on_step(f"courier-{step}"))
            return True
        except FileFault as fault:
            # Settled meanwhile: the worker or the teller has erased it under our hands.
            if not self._outbox.is_settled(row.package_id):
                self._damaged += 1
                log.warning("left out %s", fault.code)
            return False
        except StickFault as fault:
            if fault.code not in ("stick-full", "file-too-large"):
                raise
            # Something smaller may still find room.
            self._shortages.append(fault.code)
            return False
        finally:
            self._half_bytes = end_at
            self._on_progress(self._half_bytes // 2, self._total_bytes)

    def _is_whole(self, row: PackageRow) -> bool:
        """Reads it from the stick. What cannot be read is copied anew."""
        digest = hashlib.sha256()
        file = self._stick.open_package(row.package_id)
        if file is None:
            return False
        try:
            with file, self._stick.reading():
                while piece := file.read(BLOCK_BYTES):
                    digest.update(piece)
                    self._tell(2 * len(piece))
        except StickFault as fault:
            if fault.code != "stick-unreadable":
                raise
            return False
        return digest.hexdigest() == row.sha256

    def _was_settled(self, row: PackageRow) -> bool:
        """Taken back, or signed for, while it was copied: then it does not stay on the stick either."""
        if not self._outbox.is_settled(row.package_id):
            return False
        self._stick.remove_package(row.package_id)
        return True

    def _write_list(self, whole: list[PackageRow], requests: list[bytes]) -> None:
        listed = [_listed(row) for row in whole]
        listed += self._carried_over({package.package_id for package in listed}, MAX_PACKAGES - len(listed))
        secret = self._enrolled.courier_key
        assert secret is not None, "made before anything else"
        public_key = public_key_of(secret)
        list_ = CourierList(
            self._enrolled.archive_id,
            self._enrolled.kiosk_id,
            public_key,
            None if self._enrolled.courier_key_told else self._introduction(public_key),
            tuple(listed),
            tuple(requests),
        )
        self._stick.write(list_file(self._enrolled.kiosk_id), sign_courier_list(list_, secret).to_bytes())

    def _carried_over(self, known: set[str], most: int) -> list[ListedPackage]:
        """What our earlier list on this stick names, lies there, and is nothing that this laptop could say it has settled: an outbox
        that was lost must not make stories on a stick worthless.
        """
        try:
            raw = self._stick.read(list_file(self._enrolled.kiosk_id), MAX_FILE_BYTES)
            if raw is None:
                return []
            earlier = parse_courier_list(raw)
            verify_courier_list(earlier, public_key_of(self._enrolled.courier_key or ""))
        except (BadList, NotAFile):
            return []
        kept = [package for package in earlier.listed.packages if package.package_id not in known and self._is_kept(package)]
        return kept[:most]

    def _is_kept(self, package: ListedPackage) -> bool:
        try:
            lies_there = self._stick.package_bytes(package.package_id) == package.size_bytes
        except NotAFile:
            return False
        return lies_there and not self._outbox.is_settled(package.package_id)

    def _introduction(self, public_key: str) -> str:
        secret = self._enrolled.kiosk_token.partition(".")[2]
        return introduce(
            kiosk_id=self._enrolled.kiosk_id, courier_key=public_key, secret_sha256=hashlib.sha256(secret.encode()).hexdigest()
        )

    def _tell(self, n_bytes: int) -> None:
        self._half_bytes += n_bytes
        self._on_progress(self._half_bytes // 2, self._total_bytes)


def _listed(row: PackageRow) -> ListedPackage:
    assert row.part is not None, "only what is settled has no part"
    return ListedPackage(row.package_id, row.part, row.sha256, row.size_bytes)


def shortage_fault(exported: Exported) -> EnvironmentFault:
    """What to say when not everything found room."""
    assert exported.shortage is not None
    why = stick_fault(exported.shortage)
    if exported.packages == 0:
        return why
    return EnvironmentFault(why.code, f"{why.sentence} What found room was copied and may travel, the rest waits here.")
