"""A stick is taken in like uploads: once, verified, with a receipt, and nothing on it is believed that its laptop did not sign."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from carried_stick import CarriedStick
from django.utils import timezone
from import_fixtures import Run, both, carried, config, keys, kiosk, new_kiosk, run, spool, stored_files, upload

from archive.configuration import ArchiveConfig
from archive.core.events import Event, verify_chain
from archive.core.jobs import Job
from archive.core.keys import ArchiveKeys
from archive.intake.completion import finish_upload
from archive.intake.courier import KIOSK_REVOKED, STEPS, Imported, release_held
from archive.intake.ledger import commit_offset
from archive.intake.models import Package, Upload
from archive.intake.spool import Spool
from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import revoke
from archive.withdraw.models import SealedRequest
from sync.contract.courier import FOLDER, ListedPackage
from sync.contract.faults import BadInput, EnvironmentFault
from sync.contract.package import Part, new_package_id
from sync.contract.withdrawal_request import sealed_sha256
from sync.package import StickFault, verify_receipt, verify_withdrawal_receipt

__all__ = ["both", "carried", "config", "keys", "kiosk", "run", "spool"]
pytestmark = pytest.mark.django_db
REQUEST = b"age-encryption.org/v1\n" + bytes(300)


def events() -> list[str]:
    return list(Event.objects.order_by("position").values_list("code", flat=True))


def assert_receipts(carried: CarriedStick, keys: ArchiveKeys, *packages: ListedPackage) -> None:
    answer = carried.receipts()
    assert answer is not None
    assert {each.receipt.package_id for each in answer.receipts} == {package.package_id for package in packages}
    for package, signed in zip(packages, answer.receipts, strict=True):
        verify_receipt(signed, keys.receipt_key, package_id=package.package_id, sha256=package.sha256, size_bytes=package.size_bytes)


# --- what comes in ---


def test_a_package_becomes_the_archives_with_its_job_its_event_and_its_receipt(
    config: ArchiveConfig, keys: ArchiveKeys, kiosk: Kiosk, carried: CarriedStick, run: Run
) -> None:
    package = carried.put(b"sealed", Part.MASTER)
    carried.sign()
    steps: list[str] = []
    assert run(on_step=steps.append) == Imported(stored=1)
    assert tuple(steps) == STEPS
    row = Package.objects.get()
    facts = (row.kiosk, row.package_id, row.sha256, row.size_bytes, row.part, row.state, row.received_day)
    assert facts == (kiosk, package.package_id, package.sha256, 6, "master", Package.State.STORED, timezone.now().date())
    assert Job.objects.get().payload == {"package": row.pk}
    stored = Event.objects.get(code="package.stored")
    assert (stored.actor, stored.facts) == (f"kiosk:{kiosk.kiosk_id}", {"sha256": package.sha256, "by": "courier"})
    assert (config.packages_dir / package.sha256).read_bytes() == b"sealed"
    assert (config.packages_dir / package.sha256).stat().st_mode & 0o777 == 0o600
    assert_receipts(carried, keys, package)
    assert verify_chain() == len(events())


def test_again_and_again_changes_nothing(config: ArchiveConfig, keys: ArchiveKeys, carried: CarriedStick, run: Run) -> None:
    packages = [carried.put() for _ in range(3)]
    carried.sign()
    assert run() == Imported(stored=3)
    before, answer = events(), carried.receipts()
    assert run() == Imported(already=3)
    assert (events(), carried.receipts(), Package.objects.count()) == (before, answer, 3)
    assert stored_files(config) == {package.sha256 for package in packages}


def test_two_laptops_on_one_stick(tmp_path: Path, keys: ArchiveKeys, kiosk: Kiosk, carried: CarriedStick, run: Run) -> None:
    other_kiosk, other = new_kiosk(carried.path, keys, "Other")
    mine, theirs = carried.put(), other.put()
    carried.sign()
    other.sign()
    assert run() == Imported(stored=2)
    assert dict(Package.objects.values_list("package_id", "kiosk_id")) == {
        mine.package_id: kiosk.kiosk_id,
        theirs.package_id: other_kiosk.kiosk_id,
    }
    assert (carried.signed_for(), other.signed_for()) == ({mine.package_id}, {theirs.package_id})


def test_progress_only_rises_and_ends_with_everything(carried: CarriedStick, run: Run) -> None:
    for _ in range(3):
        carried.put(bytes(os.urandom(1_500_000)))
    carried.put(b"gone")
    carried.sign()
    carried.file(carried.listed.packages[-1]).unlink()
    told: list[tuple[int, int]] = []
    run(on_progress=lambda done, total: told.append((done, total)))
    done = [each[0] for each in told]
    assert done == sorted(done)
    assert told[-1] == (4_500_004, 4_500_004)


# --- by net and by stick ---


def test_what_came_over_the_link_is_not_stored_again(spool: Spool, kiosk: Kiosk, carried: CarriedStick, run: Run) -> None:
    content = os.urandom(5000)
    package = carried.put(content)
    carried.sign()
    finish_upload(upload(kiosk, package, spool, content).upload_id, spool)
    assert run() == Imported(already=1)
    assert (Package.objects.count(), events().count("package.stored"), Job.objects.count()) == (1, 1, 1)
    assert carried.signed_for() == {package.package_id}


def test_an_unfinished_upload_is_finished_by_the_stick_and_its_writer_is_fenced_off(
    spool: Spool, kiosk: Kiosk, carried: CarriedStick, run: Run
) -> None:
    content = os.urandom(5000)
    package = carried.put(content)
    carried.sign()
    row = upload(kiosk, package, spool, content[:2000])
    writer = spool.open_at(row.upload_id, 2000)
    assert run() == Imported(stored=1)
    # Somebody in the server is still at work on it: nothing that is written now counts, or reaches what is stored.
    writer.write(b"x" * 3000)
    writer.sync()
    writer.close()
    assert not commit_offset(row, 5000, expires_at=timezone.now())
    assert spool.package_path(package.sha256).read_bytes() == content
    row.refresh_from_db()
    assert (row.state, row.durable_offset, spool.upload_sizes()) == (Upload.State.STORED, 5000, {})


@pytest.mark.parametrize("state", [Upload.State.VERIFYING, Upload.State.FAILED])
def test_an_upload_in_whatever_state_ends_as_stored(spool: Spool, kiosk: Kiosk, carried: CarriedStick, run: Run, state: str) -> None:
    content = os.urandom(5000)
    package = carried.put(content)
    carried.sign()
    row = upload(kiosk, package, spool, content)
    Upload.objects.filter(pk=row.pk).update(state=state, error="hash-mismatch" if state == Upload.State.FAILED else "")
    assert run() == Imported(stored=1)
    row.refresh_from_db()
    assert (row.state, row.error, Package.objects.count()) == (Upload.State.STORED, "", 1)


def test_the_same_bytes_under_another_enrolment_of_the_laptop_are_stored_once(
    keys: ArchiveKeys, spool: Spool, carried: CarriedStick, run: Run
) -> None:
    content = os.urandom(5000)
    package = carried.put(content)
    carried.sign()
    newer = Kiosk.objects.create(name="Booth", secret_sha256="1" * 64)
    finish_upload(upload(newer, package, spool, content).upload_id, spool)
    assert run() == Imported(already=1)
    assert Package.objects.count() == 1
    assert carried.signed_for() == {package.package_id}


def test_a_withdrawn_package_is_not_stored_again_and_its_laptop_may_erase_it(
    carried: CarriedStick, run: Run, config: ArchiveConfig
) -> None:
    package = carried.put()
    carried.sign()
    run()
    Package.objects.update(state=Package.State.WITHDRAWN)
    (config.packages_dir / package.sha256).unlink()
    assert run() == Imported(already=1)
    assert stored_files(config) == set()
    assert carried.signed_for() == {package.package_id}


# --- a revoked laptop ---


def test_what_a_revoked_laptop_brings_is_kept_sealed_and_signed_for(
    keys: ArchiveKeys, config: ArchiveConfig, kiosk: Kiosk, carried: CarriedStick, run: Run
) -> None:
    package = carried.put()
    carried.hand_in(REQUEST)
    carried.sign()
    revoke(name=kiosk.name)
    assert run() == Imported(stored=1, held=1, withdrawals=1)
    row = Package.objects.get()
    assert (row.state, row.reason, stored_files(config)) == (Package.State.QUARANTINED, KIOSK_REVOKED, {package.sha256})
    assert not Job.objects.filter(kind="open-package").exists()
    assert_receipts(carried, keys, package)
    assert run() == Imported(already=1, withdrawals=1)
    assert release_held(name=kiosk.name) == 1
    row.refresh_from_db()
    assert (row.state, row.reason, Job.objects.get(kind="open-package").payload) == (Package.State.STORED, "", {"package": row.pk})
    assert release_held(name=kiosk.kiosk_id) == 0
    assert [code for code in events() if code.startswith("package.")] == ["package.held", "package.released"]


def test_only_a_laptop_that_there_is_can_be_released() -> None:
    with pytest.raises(BadInput):
        release_held(name="nobody")


def test_a_laptop_that_was_enrolled_anew_brings_what_is_held_and_it_is_opened(
    keys: ArchiveKeys, kiosk: Kiosk, carried: CarriedStick, run: Run
) -> None:
    content = os.urandom(5000)
    package = carried.put(content)
    carried.sign()
    revoke(name=kiosk.name)
    assert run().held == 1
    newer, again = new_kiosk(carried.path, keys, "Booth again")
    again.listed = replace(again.listed, packages=(package,))
    again.sign()
    assert run() == Imported(stored=1, already=1)
    assert dict(Package.objects.values_list("kiosk_id", "state")) == {kiosk.kiosk_id: "quarantined", newer.kiosk_id: "stored"}
    assert (carried.signed_for(), again.signed_for()) == ({package.package_id}, {package.package_id})


# --- requests to take a story back ---


def test_requests_are_handed_in_once_and_signed_for_each_time(keys: ArchiveKeys, carried: CarriedStick, run: Run) -> None:
    carried.hand_in(REQUEST)
    carried.sign()
    for _ in range(2):
        assert run() == Imported(withdrawals=1)
        answer = carried.receipts()
        assert answer is not None
        verify_withdrawal_receipt(answer.withdrawals[0], keys.receipt_key, sealed=REQUEST)
    assert SealedRequest.objects.get().sha256 == sealed_sha256(REQUEST)
    assert Job.objects.filter(kind="open-withdrawal").count() == 1


def test_what_is_no_sealed_request_is_refused_alone(carried: CarriedStick, run: Run) -> None:
    carried.hand_in(b"not sealed to anybody")
    carried.hand_in(REQUEST)
    package = carried.put()
    carried.sign()
    assert run() == Imported(stored=1, refused=1, withdrawals=1)
    answer = carried.receipts()
    assert answer is not None
    assert [each.request_sha256 for each in answer.withdrawals] == [sealed_sha256(REQUEST)]
    assert carried.signed_for() == {package.package_id}


# --- what goes wrong meanwhile ---


def test_an_archive_without_room_keeps_what_it_has_and_signs_for_it(
    keys: ArchiveKeys, carried: CarriedStick, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = carried.put(), carried.put()
    carried.sign()
    room = iter([False, True])
    monkeypatch.setattr("archive.intake.courier.Room.lacks", lambda self, coming, package: next(room))
    with pytest.raises(EnvironmentFault) as fault:
        run()
    assert fault.value.code == "archive-full"
    assert carried.signed_for() == {first.package_id}
    monkeypatch.undo()
    assert run() == Imported(stored=1, already=1)
    assert carried.signed_for() == {first.package_id, second.package_id}


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "archive-full"), (errno.EIO, "disk-error")])
def test_an_archive_whose_disk_fails_signs_for_nothing_it_does_not_have(
    config: ArchiveConfig, carried: CarriedStick, run: Run, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    carried.put()
    carried.sign()

    def failing(source: Any, target: Any) -> None:
        raise OSError(number, "as the disk gives it")

    monkeypatch.setattr("archive.intake.courier.os.rename", failing)
    with pytest.raises(EnvironmentFault) as fault:
        run()
    assert fault.value.code == code
    assert (carried.signed_for(), stored_files(config), Package.objects.count()) == (set(), set(), 0)


def test_a_stick_that_cannot_be_written_is_told_and_everything_is_stored(
    carried: CarriedStick, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried.put()
    carried.sign()

    def read_only(self: Any, name: str, pieces: Any, *more: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("sync.package.stick_folder.StickFolder.put", read_only)
    with pytest.raises(StickFault) as fault:
        run()
    assert (fault.value.code, Package.objects.count()) == ("stick-read-only", 1)
    monkeypatch.undo()
    assert run() == Imported(already=1)
    assert len(carried.signed_for()) == 1


def test_a_stick_that_is_pulled_out_ends_it_at_once(carried: CarriedStick, run: Run, config: ArchiveConfig) -> None:
    import shutil

    packages = [carried.put() for _ in range(3)]
    carried.sign()

    def at(step: str) -> None:
        if step == "courier-committed" and carried.path.exists():
            shutil.rmtree(carried.path)

    with pytest.raises(StickFault) as fault:
        run(on_step=at)
    assert fault.value.code == "stick-gone"
    assert stored_files(config) == {packages[0].sha256}
    assert not carried.path.exists()


@pytest.mark.parametrize("step", STEPS)
def test_cut_short_after_any_step_it_is_only_run_again(config: ArchiveConfig, carried: CarriedStick, run: Run, step: str) -> None:
    packages = [carried.put() for _ in range(2)]
    carried.sign()

    def at(now: str) -> None:
        if now == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(on_step=at)
    run()
    assert (Package.objects.count(), events().count("package.stored"), Job.objects.count()) == (2, 2, 2)
    assert stored_files(config) == {package.sha256 for package in packages}
    assert carried.signed_for() == {package.package_id for package in packages}


def test_what_a_killed_copy_left_is_removed(config: ArchiveConfig, carried: CarriedStick, run: Run, spool: Spool) -> None:
    (config.packages_dir / f"{'0' * 64}.partial").write_bytes(b"half of it")
    carried.put()
    carried.sign()
    run()
    assert not list(config.packages_dir.glob("*.partial"))


def test_a_file_that_lies_in_its_place_but_is_damaged_is_replaced(
    config: ArchiveConfig, carried: CarriedStick, run: Run, spool: Spool
) -> None:
    package = carried.put()
    carried.sign()
    (config.packages_dir / package.sha256).write_bytes(b"something else")
    assert run() == Imported(stored=1)
    content = (config.packages_dir / package.sha256).read_bytes()
    assert hashlib.sha256(content).hexdigest() == package.sha256


def test_nothing_outside_our_folder_is_read(carried: CarriedStick, run: Run) -> None:
    carried.put()
    carried.sign()
    (carried.path / "list-0123456789abcdef.json").write_bytes(carried.list_path.read_bytes())
    (carried.path / "packages").mkdir()
    assert run() == Imported(stored=1)
    assert {entry.name for entry in carried.path.iterdir()} == {FOLDER, "list-0123456789abcdef.json", "packages"}
    assert new_package_id()
