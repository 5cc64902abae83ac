"""What kiosks put on a USB stick is taken in like what they upload, and the archive's receipts for it go back onto the stick.

    copied (verified on this disk) ─ renamed ─ committed ─ … ─ receipts on the stick

`committed` is the same commit point as an upload's (`completion`): package row, job and event in one transaction. Killed anywhere,
run again. The server may be running: both sides put a package under its hash by a rename, and of two commits the second changes nothing.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from django.db.models import F, Q
from django.utils import timezone

from archive.configuration import ArchiveConfig
from archive.core.actions import action, unchanged
from archive.core.durable import fsync_dir
from archive.core.events import CONSOLE, kiosk_actor, record_event
from archive.core.jobs import enqueue
from archive.core.keys import ArchiveKeys
from archive.intake.completion import OPEN_PACKAGE, Clock, OnStep, no_step, own_package
from archive.intake.models import Package, Upload
from archive.intake.room import Room
from archive.intake.spool import Spool, hash_file
from archive.intake.tus_protocol import PackageFacts
from archive.kiosks.courier_keys import kiosk_of_list
from archive.kiosks.models import Kiosk
from archive.withdraw.actions import accept_request
from sync.contract.courier import (
    MAX_FILE_BYTES,
    MAX_LISTS,
    BadList,
    CourierList,
    CourierReceipts,
    ListedPackage,
    SignedCourierList,
    is_list_file,
    list_file,
    parse_courier_list,
    receipts_file,
)
from sync.contract.faults import BadInput, EnvironmentFault
from sync.contract.receipt import Receipt
from sync.contract.withdrawal_request import WithdrawalReceipt
from sync.package import PARTIAL_SUFFIX, NotAFile, Stick, StickFault, sign_receipt, sign_withdrawal_receipt

STEPS = ("courier-copied", "courier-renamed", "courier-committed", "courier-receipts")
# Why a package lies here sealed and is not opened: its laptop had been revoked when its stick came (`release_held`).
KIOSK_REVOKED = "kiosk-revoked"
_AGE_V1 = b"age-encryption.org/v1\n"
_BLOCK_BYTES = 1024 * 1024
_FULL = (errno.ENOSPC, errno.EDQUOT)

OnProgress = Callable[[int, int], None]
OnProblem = Callable[[str, str, str], None]


@dataclass
class Imported:
    """Packages: newly owned, owned before, not (wholly) on the stick, for another archive, and not to be believed. `held` counts those
    of the first kind that stay sealed because their laptop was revoked; `withdrawals` requests to take a story back that were taken in.
    """

    stored: int = 0
    already: int = 0
    incomplete: int = 0
    foreign: int = 0
    refused: int = 0
    held: int = 0
    withdrawals: int = 0

    def counts(self) -> dict[str, int]:
        return asdict(self)


class Import:
    """One stick, once. `counts` holds what came of it also when `run` raises. One at a time for each archive."""

    def __init__(
        self,
        stick: Stick,
        config: ArchiveConfig,
        keys: ArchiveKeys,
        *,
        on_progress: OnProgress = lambda done, total: None,
        on_problem: OnProblem = lambda file, code, sentence: None,
        on_step: OnStep = no_step,
        clock: Clock = timezone.now,
    ) -> None:
        self._stick, self._config, self._keys = stick, config, keys
        self._on_progress, self._on_problem, self._on_step, self._clock = on_progress, on_problem, on_step, clock
        self._spool = Spool(config.uploads_dir, config.packages_dir)
        self._room = Room(config, self._spool)
        self._done_bytes = self._total_bytes = 0
        self.counts = Imported()

    def run(self) -> None:
        """Raises EnvironmentFault (`no-list`, `archive-full`, `disk-error`) and StickFault. What was stored until then stays stored."""
        self._spool.prepare()
        for left_over in self._config.packages_dir.glob(f"*{PARTIAL_SUFFIX}"):
            left_over.unlink()
        names = self._stick.names(is_list_file)
        if not names:
            raise _no_list(bool(self._stick.package_ids()))
        lists = [found for name in names[:MAX_LISTS] if (found := self._read(name)) is not None]
        self._total_bytes = sum(package.size_bytes for _, listed in lists for package in listed.packages)
        for kiosk, listed in lists:
            # First, and from a revoked laptop as well: the permission to take a story back is the code and not the laptop.
            signed = tuple(self._withdraw(kiosk, sealed) for sealed in listed.withdrawals if self._is_request(kiosk, sealed))
            try:
                for package in listed.packages:
                    self._count(self._take(kiosk, package))
            finally:
                # Also when the disk is full by now: what is owned is owned, and its laptop may know.
                self._answer(listed, tuple(sign_withdrawal_receipt(sha256, self._keys.receipt_signing_key) for sha256 in signed))
                self._on_step("courier-receipts")

    def _read(self, name: str) -> tuple[Kiosk, CourierList] | None:
        """A list that may be acted on, and whose it is."""
        packages = 1
        try:
            raw = self._stick.read(name, MAX_FILE_BYTES)
            if raw is None:
                return None
            signed = parse_courier_list(raw)
            packages = max(len(signed.listed.packages), 1)
            if signed.listed.archive_id != self._keys.archive_id:
                self.counts.foreign += packages
                self._on_problem(name, "list-archive", "A list on this stick is for another archive.")
                return None
            return self._kiosk(name, signed), signed.listed
        except (BadList, NotAFile) as refused:
            self.counts.refused += packages
            self._on_problem(name, refused.code, refused.sentence)
            return None

    def _kiosk(self, name: str, signed: SignedCourierList) -> Kiosk:
        if name != list_file(signed.listed.kiosk_id):
            raise BadList("list-name", "A list on this stick was copied or renamed. It is not read.")
        return kiosk_of_list(signed)

    def _is_request(self, kiosk: Kiosk, sealed: bytes) -> bool:
        if sealed.startswith(_AGE_V1):
            return True
        self.counts.refused += 1
        self._on_problem(list_file(kiosk.kiosk_id), "withdrawal-shape", "A request to take a story back is damaged.")
        return False

    def _withdraw(self, kiosk: Kiosk, sealed: bytes) -> str:
        self.counts.withdrawals += 1
        return accept_request(kiosk=kiosk, sealed=sealed, clock=self._clock)

    def _count(self, what: str) -> None:
        setattr(self.counts, what, getattr(self.counts, what) + 1)

    def _take(self, kiosk: Kiosk, package: ListedPackage) -> str:
        """One package; how it is to be counted. Raises EnvironmentFault when this archive's disk, or the whole stick, gives up."""
        end_at_bytes = self._done_bytes + package.size_bytes
        try:
            if owned(kiosk, package):
                return "already"
            if Package.objects.filter(Q(package_id=package.package_id) | Q(sha256=package.sha256), kiosk=kiosk).exists():
                self._tell(package, "different-package", "A package on this stick is not the one that its laptop sent before.")
                return "refused"
            found_bytes = self._stick.package_bytes(package.package_id)
            if found_bytes is None or found_bytes < package.size_bytes:
                self._tell(package, "package-incomplete", "A package is not on the stick, or not all of it. Its laptop still has it.")
                return "incomplete"
            return self._bring(kiosk, package) if found_bytes == package.size_bytes else self._damaged(package)
        except NotAFile as refused:
            self._tell(package, refused.code, refused.sentence)
            return "refused"
        except StickFault as fault:
            if fault.code != "stick-unreadable":
                raise
            self._tell(package, fault.code, fault.sentence)
            return "incomplete"
        finally:
            self._done_bytes = end_at_bytes
            self._on_progress(self._done_bytes, self._total_bytes)

    def _bring(self, kiosk: Kiosk, package: ListedPackage) -> str:
        target = self._spool.package_path(package.sha256)
        wanted = (package.sha256, package.size_bytes)
        # There already when somebody else sent the same bytes, or when we were killed right before the commit.
        if not (target.exists() and hash_file(target) == wanted):
            if self._room.lacks(package.size_bytes, package.size_bytes):
                raise _archive_full()
            partial = target.with_name(target.name + PARTIAL_SUFFIX)
            try:
                if not self._copy(package, partial) or hash_file(partial) != wanted:
                    partial.unlink()
                    return self._damaged(package)
                self._on_step("courier-copied")
                os.rename(partial, target)
            except (OSError, StickFault) as error:
                partial.unlink(missing_ok=True)
                if isinstance(error, StickFault):
                    raise
                raise _archive_full() if error.errno in _FULL else _disk_error() from error
            self._on_step("courier-renamed")
        # Also for a file that lies there already: whoever renamed it may have been killed before its name was durable.
        self._make_name_durable(target)
        what, given_up = store_from_stick(kiosk=kiosk, package=package, clock=self._clock)
        self._on_step("courier-committed")
        for upload_id in given_up:
            self._spool.remove(upload_id)
        if what == "held":
            self.counts.held += 1
            self._tell(package, KIOSK_REVOKED, "Its laptop was revoked. It is kept sealed until somebody runs: idr-archive release")
            return "stored"
        return what

    def _make_name_durable(self, target: Path) -> None:
        try:
            fsync_dir(target.parent)
        except OSError as error:
            raise _disk_error() from error

    def _copy(self, package: ListedPackage, partial: Path) -> bool:
        """Whether what the stick gave is what the laptop signed. Durable when it returns. Raises OSError of this disk alone."""
        digest, size_bytes = hashlib.sha256(), 0
        file = self._stick.open_package(package.package_id)
        if file is None:
            return False
        with file, os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as kept:
            while piece := self._next(file, package.size_bytes + 1 - size_bytes):
                kept.write(piece)
                digest.update(piece)
                size_bytes += len(piece)
                self._done_bytes += len(piece)
                self._on_progress(min(self._done_bytes, self._total_bytes), self._total_bytes)
            kept.flush()
            os.fsync(kept.fileno())
        return (digest.hexdigest(), size_bytes) == (package.sha256, package.size_bytes)

    def _next(self, file: BinaryIO, most_bytes: int) -> bytes:
        with self._stick.reading():
            return file.read(min(_BLOCK_BYTES, most_bytes))

    def _damaged(self, package: ListedPackage) -> str:
        self._tell(package, "package-changed", "A package on this stick is not what its laptop put there. Its laptop still has it.")
        return "refused"

    def _tell(self, package: ListedPackage, code: str, sentence: str) -> None:
        self._on_problem(package.package_id, code, sentence)

    def _answer(self, listed: CourierList, withdrawals: tuple[WithdrawalReceipt, ...]) -> None:
        kiosk = Kiosk.objects.get(pk=listed.kiosk_id)
        rows = [row for package in listed.packages if (row := owned(kiosk, package)) is not None]
        promises = [Receipt(row.package_id, row.sha256, row.size_bytes, row.received_day.isoformat()) for row in rows]
        receipts = tuple(sign_receipt(promise, self._keys.receipt_signing_key) for promise in promises)
        answer = CourierReceipts(self._keys.archive_id, listed.kiosk_id, receipts, withdrawals)
        self._stick.write(receipts_file(listed.kiosk_id), answer.to_bytes())


def owned(kiosk: Kiosk, package: ListedPackage) -> Package | None:
    """The row by which the archive owns this very package, whoever brought it. One that is held for a revoked laptop counts for that
    laptop alone: brought by one in good standing it is to be opened.
    """
    same = Package.objects.filter(package_id=package.package_id, sha256=package.sha256, size_bytes=package.size_bytes)
    return next((row for row in same.order_by("pk") if row.kiosk_id == kiosk.pk or row.reason != KIOSK_REVOKED), None)


@action
def store_from_stick(*, kiosk: Kiosk, package: ListedPackage, clock: Clock) -> tuple[str, list[str]]:
    """The commit point: `stored`, `held` or `already`, and the ids of unfinished uploads of it, whose files may go."""
    facts = PackageFacts(package.package_id, package.sha256, package.part, package.size_bytes)
    uploads = Upload.objects.filter(kiosk=kiosk, package_id=package.package_id, sha256=package.sha256, size_bytes=package.size_bytes)
    given_up = list(uploads.exclude(state=Upload.State.STORED).values_list("upload_id", flat=True))
    # Whoever is writing to one of them at this moment is fenced off, and its laptop told that all of it is here.
    uploads.filter(upload_id__in=given_up).update(
        state=Upload.State.STORED, durable_offset=package.size_bytes, error="", epoch=F("epoch") + 1
    )
    if Kiosk.objects.filter(pk=kiosk.pk, revoked=True).exists():
        return ("held" if _hold(kiosk, facts, clock) else "already"), given_up
    if own_package(kiosk, facts, clock=clock, by="courier"):
        return "stored", given_up
    unchanged()
    return "already", given_up


def _hold(kiosk: Kiosk, facts: PackageFacts, clock: Clock) -> bool:
    """In the caller's action: owned, signed for, and not opened before a person says so."""
    _, is_new = Package.objects.get_or_create(
        kiosk=kiosk,
        package_id=facts.package_id,
        defaults={
            "sha256": facts.sha256,
            "size_bytes": facts.size_bytes,
            "part": facts.part,
            "received_day": clock().date(),
            "state": Package.State.QUARANTINED,
            "reason": KIOSK_REVOKED,
        },
    )
    if is_new:
        facts_told = {"sha256": facts.sha256, "reason": KIOSK_REVOKED}
        record_event("package.held", actor=kiosk_actor(kiosk.kiosk_id), subject=f"package:{facts.package_id}", facts={**facts_told})
    else:
        unchanged()
    return bool(is_new)


@action
def release_held(*, name: str, actor: str = CONSOLE, clock: Clock = timezone.now) -> int:
    """Lets what was brought from revoked laptops of that name (or the one of that id) be opened like anything else; how many packages.

    Raises BadInput for a name that nothing has.
    """
    kiosks = Kiosk.objects.filter(Q(name=name) | Q(kiosk_id=name))
    if not kiosks.exists():
        raise BadInput("kiosk-unknown", f"There is no kiosk called {name}.")
    held = list(Package.objects.filter(kiosk__in=kiosks, state=Package.State.QUARANTINED, reason=KIOSK_REVOKED).order_by("pk"))
    for package in held:
        Package.objects.filter(pk=package.pk).update(state=Package.State.STORED, reason="")
        enqueue(OPEN_PACKAGE, str(package.pk), {"package": package.pk}, clock=clock)
        record_event("package.released", actor=actor, subject=f"package:{package.package_id}")
    if not held:
        unchanged()
    return len(held)


def _archive_full() -> EnvironmentFault:
    return EnvironmentFault("archive-full", "The archive's disk is full. Make room, then read the stick again.")


def _disk_error() -> EnvironmentFault:
    return EnvironmentFault("disk-error", "The archive's disk cannot be written. Check it, then read the stick again.")


def _no_list(has_packages: bool) -> EnvironmentFault:
    if has_packages:
        return EnvironmentFault("no-list", "Copying onto this stick was interrupted. At the laptop, copy to it once more: it goes on.")
    return EnvironmentFault("no-list", "There are no stories on this stick.")
