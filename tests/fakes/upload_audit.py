"""The one audit at the end of every fault: nothing lost, nothing doubled, nothing wrong, and never a false "the archive has it".

    audit = UploadAudit("a fault", archive_dir)
    package = audit.queue(booth, 300_000)
    ...                               # the fault; now and then, best while the worker is dead:
    audit.look(booth)                 # what status calls archived at this moment is in the archive's store at this moment
    audit.close(booth, rounds=100)    # everything has arrived: counts, and fails unless all counts are 0

What was sealed is judged by the hash taken when it was sealed, what the archive holds by the bytes of its store and the rows of its
database: nothing that either program says about itself is taken for granted.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from booth import Booth

from sync.contract.faults import BadReceipt
from sync.contract.package import Part, new_package_id
from sync.durable import fsync_directory
from sync.outbox import NewPackage, PackageRow, State
from sync.package import verify_receipt
from sync.status import PlainState, read_status

ROUNDS_VARIABLE = "IDR_TEST_ROUNDS"


def rounds(everyday: int) -> int:
    """`everyday`, times the factor that asks for the full count."""
    return everyday * int(os.environ.get(ROUNDS_VARIABLE, "1"))


@dataclass
class Tally:
    """What one fault came to. Each list names packages; all four are to be empty."""

    fault: str
    rounds: int = 0
    packages: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    false_archived: list[str] = field(default_factory=list)
    looks: int = 0
    notes: str = ""

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.wrong or self.false_archived)

    def __str__(self) -> str:
        counts = f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.wrong)} wrong, {len(self.false_archived)} false"
        return f"{self.fault}: {self.rounds} rounds, {self.packages} packages, {self.looks} looks: {counts}" + (
            f" ({self.notes})" if self.notes else ""
        )


# Read by the summary of `tests/faults`.
TALLIES: list[Tally] = []


@dataclass(frozen=True)
class _Sealed:
    sha256: str
    size_bytes: int


class UploadAudit:
    """One archive, any number of booths. `expected_copies` is more than one where several kiosks hold the same package."""

    def __init__(self, fault: str, archive_dir: Path) -> None:
        self.tally = Tally(fault)
        TALLIES.append(self.tally)
        self._archive_dir = archive_dir
        self._sealed: dict[str, _Sealed] = {}
        self._seen_archived: set[str] = set()

    def queue(self, booth: Booth, size_bytes: int = 50_000, part: Part = Part.LISTEN) -> NewPackage:
        """A sealed package in the booth's outbox, which from now on must arrive. Durable, as the kiosk seals it; not kept in memory."""
        package = booth.new_package(size_bytes, part)
        with (booth.packages_dir / package.file_name).open("rb") as file:
            os.fsync(file.fileno())
        fsync_directory(booth.packages_dir)
        booth.outbox.add(new_package_id(), [package])
        self.expect(package.package_id, hashlib.sha256(booth.content.pop(package.package_id)).hexdigest(), size_bytes)
        return package

    def expect(self, package_id: str, sha256: str, size_bytes: int) -> None:
        """The same for a package that somebody else has queued."""
        self._sealed[package_id] = _Sealed(sha256, size_bytes)

    def look(self, *booths: Booth) -> None:
        """What a booth's status calls archived must be in the store now; what it does not, must still lie whole in the booth."""
        for booth in booths:
            stored: set[str] | None = None
            names = {row.package_id: row for row in booth.outbox.packages()}
            for package in read_status(booth.folder).packages:
                self.tally.looks += 1
                if package.package_id not in self._sealed:
                    continue  # nobody has sealed it, which is counted at the end
                if package.state is PlainState.ARCHIVED:
                    if package.package_id in self._seen_archived:
                        continue
                    # Asked after status was: what it calls archived is there by then, or it was called so too early.
                    stored = self._promised() if stored is None else stored
                    if package.package_id not in stored or not self._in_store(package.package_id):
                        self.tally.false_archived.append(package.package_id)
                    self._seen_archived.add(package.package_id)
                elif not self._in_booth(booth, names[package.package_id]):
                    self.tally.lost.append(package.package_id)

    def close(self, *booths: Booth, rounds: int, notes: str = "", leftovers: bool = False) -> Tally:
        """Counts once everything has settled, and fails with the counts. `leftovers`: given-up uploads may lie in the archive's spool."""
        tally = self.tally
        self.look(*booths)
        tally.rounds, tally.packages, tally.notes = rounds, len(self._sealed), notes
        with self._database() as database:
            rows = database.execute("SELECT package_id, sha256, size_bytes FROM intake_package").fetchall()
            told = database.execute("SELECT subject FROM core_event WHERE code = 'package.stored'").fetchall()
        self._count_stored(rows, [subject for (subject,) in told])
        if not leftovers:
            tally.wrong += [f"left in the spool: {path.name}" for path in (self._archive_dir / "uploads").iterdir()]
        for booth in booths:
            self._count_booth(booth)
        assert tally.packages > 0, "an audit of nothing"
        assert tally.clean, f"{tally}\n{tally}"
        return tally

    def _count_stored(self, rows: list[tuple[str, str, int]], told: list[str]) -> None:
        tally = self.tally
        copies = Counter(package_id for package_id, _, _ in rows)
        tally.lost += [package_id for package_id in self._sealed if not copies[package_id]]
        tally.doubled += [package_id for package_id, count in copies.items() if count > 1]
        tally.doubled += [subject for subject, count in Counter(told).items() if count > 1]
        for package_id, sha256, size_bytes in rows:
            if self._sealed.get(package_id) != _Sealed(sha256, size_bytes):
                tally.wrong.append(f"never sealed: {package_id}")
            elif not self._in_store(package_id):
                tally.wrong.append(package_id)
        known = {sha256 for _, sha256, _ in rows}
        tally.wrong += [f"nobody's file: {path.name}" for path in (self._archive_dir / "packages").iterdir() if path.name not in known]

    def _count_booth(self, booth: Booth) -> None:
        receipt_key = json.loads((booth.folder / "enrolment.json").read_text())["receipt_key"]
        for row in booth.outbox.packages():
            if row.package_id not in self._sealed:
                continue
            sealed = self._sealed[row.package_id]
            try:
                assert row.state is State.ERASED, row.state
                assert row.receipt is not None, "no receipt"
                verify_receipt(row.receipt, receipt_key, package_id=row.package_id, sha256=sealed.sha256, size_bytes=sealed.size_bytes)
            except (AssertionError, BadReceipt) as error:
                self.tally.wrong.append(f"{row.package_id}: {error}")
        self.tally.wrong += [f"left in the booth: {name}" for name in booth.files()]

    def _promised(self) -> set[str]:
        with self._database() as database:
            return {package_id for (package_id,) in database.execute("SELECT package_id FROM intake_package")}

    def _in_store(self, package_id: str) -> bool:
        sealed = self._sealed[package_id]
        return _holds(self._archive_dir / "packages" / sealed.sha256, sealed)

    def _in_booth(self, booth: Booth, row: PackageRow) -> bool:
        # Read before its file: a worker at work may move and erase it between the two.
        if row.file_name is not None and _holds(booth.packages_dir / row.file_name, self._sealed[row.package_id]):
            return True
        return booth.outbox.package(row.package_id).state in (State.CONFIRMED, State.ERASED)

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._archive_dir / "archive.sqlite3", timeout=20)
        try:
            yield database
        finally:
            database.close()


def _holds(path: Path, sealed: _Sealed) -> bool:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            return (found, os.fstat(file.fileno()).st_size) == (sealed.sha256, sealed.size_bytes)
    except FileNotFoundError:
        return False
