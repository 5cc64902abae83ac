"""Nothing on a stick is believed that its laptop did not sign, nothing is taken that is not whole, and one bad thing spoils no other."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from carried_stick import CarriedStick
from import_fixtures import Run, both, carried, config, keys, kiosk, new_kiosk, run, spool, stored_files, upload

from archive.configuration import ArchiveConfig
from archive.core.jobs import Job
from archive.core.keys import ArchiveKeys
from archive.intake.courier import Imported
from archive.intake.models import Package
from archive.intake.spool import Spool
from archive.kiosks.models import Kiosk
from sync.contract.faults import EnvironmentFault

__all__ = ["both", "carried", "config", "keys", "kiosk", "run", "spool"]
pytestmark = pytest.mark.django_db


# --- what is not whole, not right, or not ours ---


@pytest.mark.parametrize("what", ["missing", "shorter"])
def test_a_package_that_is_not_wholly_there_gets_no_receipt(carried: CarriedStick, run: Run, config: ArchiveConfig, what: str) -> None:
    cut, whole = carried.put(), carried.put()
    carried.sign()
    if what == "missing":
        carried.file(cut).unlink()
    else:
        os.truncate(carried.file(cut), 100)
    told: list[tuple[str, str]] = []
    assert run(on_problem=lambda about, code, sentence: told.append((about, code))) == Imported(stored=1, incomplete=1)
    assert told == [(cut.package_id, "package-incomplete")]
    assert (carried.signed_for(), stored_files(config)) == ({whole.package_id}, {whole.sha256})


@pytest.mark.parametrize("what", ["changed", "longer", "link", "folder", "pipe"])
def test_a_package_that_is_not_what_was_signed_gets_no_receipt(
    carried: CarriedStick, run: Run, config: ArchiveConfig, tmp_path: Path, what: str
) -> None:
    content = os.urandom(5000)
    bad, whole = carried.put(content), carried.put()
    carried.sign()
    path = carried.file(bad)
    path.unlink()
    if what == "changed":
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif what == "longer":
        path.write_bytes(content + b"x")
    elif what == "link":
        (tmp_path / "outside").write_bytes(content)
        path.symlink_to(tmp_path / "outside")
    elif what == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert run() == Imported(stored=1, refused=1)
    assert (carried.signed_for(), stored_files(config)) == ({whole.package_id}, {whole.sha256})
    # The laptop still has it and brings it again.
    if what != "folder":
        path.unlink()
        path.write_bytes(content)
        assert run() == Imported(stored=1, already=1)


def test_a_tampered_package_does_not_spoil_the_upload_of_the_real_one(spool: Spool, kiosk: Kiosk, carried: CarriedStick, run: Run) -> None:
    content = os.urandom(5000)
    package = carried.put(content)
    carried.sign()
    row = upload(kiosk, package, spool, content[:2000])
    carried.file(package).write_bytes(bytes(5000))
    assert run() == Imported(refused=1)
    before, before_epoch = row.state, row.epoch
    row.refresh_from_db()
    assert (row.state, row.epoch, row.durable_offset, spool.upload_sizes()) == (before, before_epoch, 2000, {row.upload_id: 2000})


def test_an_id_that_this_laptop_used_for_something_else_is_refused(carried: CarriedStick, run: Run) -> None:
    first = carried.put()
    carried.sign()
    run()
    content = os.urandom(100)
    other = carried.put(content)
    carried.file(other).rename(carried.file(first))
    carried.sign(packages=(replace(other, package_id=first.package_id),))
    assert run() == Imported(refused=1)
    assert Package.objects.get().sha256 == first.sha256


def one_bad_list(run: Run) -> tuple[Imported, str]:
    told: list[str] = []
    counts = run(on_problem=lambda about, code, sentence: told.append(code))
    assert len(told) == 1
    assert (Package.objects.count(), Job.objects.count()) == (0, 0)
    return counts, told[0]


def test_a_list_for_another_archive(carried: CarriedStick, run: Run) -> None:
    carried.put()
    carried.put()
    carried.sign(archive_id="0" * 16)
    assert one_bad_list(run) == (Imported(foreign=2), "list-archive")
    assert carried.receipts() is None


def test_a_list_of_a_laptop_that_was_never_enrolled_here(carried: CarriedStick, kiosk: Kiosk, run: Run) -> None:
    carried.put()
    carried.sign()
    kiosk.delete()
    assert one_bad_list(run) == (Imported(refused=1), "list-kiosk")


def test_a_list_that_another_laptops_key_signed(carried: CarriedStick, keys: ArchiveKeys, run: Run) -> None:
    _, thief = new_kiosk(carried.path, keys, "Thief")
    carried.put()
    carried.secret = thief.secret
    carried.sign()
    assert one_bad_list(run) == (Imported(refused=1), "list-signature")
    carried.sign(courier_key=thief.courier_key)
    assert one_bad_list(run) == (Imported(refused=1), "list-signature")


def test_a_list_that_was_changed_after_it_was_signed(carried: CarriedStick, run: Run) -> None:
    carried.put()
    path = carried.sign()
    path.write_bytes(path.read_bytes().replace(b'"listen"', b'"master"'))
    assert one_bad_list(run) == (Imported(refused=1), "list-signature")


def test_a_list_under_another_name(carried: CarriedStick, run: Run) -> None:
    carried.put()
    carried.sign().rename(carried.list_path.with_name("list-0123456789abcdef.json"))
    assert one_bad_list(run) == (Imported(refused=1), "list-name")


@pytest.mark.parametrize("what", ["empty", "noise", "huge", "link", "folder"])
def test_a_list_that_is_none(carried: CarriedStick, run: Run, tmp_path: Path, what: str) -> None:
    carried.put()
    path = carried.sign()
    content = path.read_bytes()
    path.unlink()
    if what == "link":
        (tmp_path / "outside").write_bytes(content)
        path.symlink_to(tmp_path / "outside")
    elif what == "folder":
        path.mkdir()
    elif what == "huge":
        with path.open("wb") as file:
            file.truncate(1 << 40)
    else:
        path.write_bytes(b"" if what == "empty" else os.urandom(1000))
    counts, code = one_bad_list(run)
    assert (counts, code) == (Imported(refused=1), "stick-links" if what in ("link", "folder") else "list-shape")


def test_one_bad_list_holds_up_no_other(carried: CarriedStick, keys: ArchiveKeys, run: Run) -> None:
    _, other = new_kiosk(carried.path, keys, "Other")
    package = carried.put()
    other.put()
    carried.sign()
    other.sign().write_bytes(b"damaged")
    assert run() == Imported(stored=1, refused=1)
    assert carried.signed_for() == {package.package_id}


@pytest.mark.parametrize("has_packages", [True, False])
def test_a_stick_without_a_list_says_what_to_do(carried: CarriedStick, run: Run, has_packages: bool) -> None:
    if has_packages:
        carried.put()
    with pytest.raises(EnvironmentFault) as fault:
        run()
    assert fault.value.code == "no-list"
    assert ("interrupted" in fault.value.sentence) is has_packages
