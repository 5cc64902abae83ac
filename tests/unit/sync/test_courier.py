"""Onto the stick: everything that the archive has not signed for, whole or not listed, and nothing is ever taken away here for it."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from booth import Booth
from fake_archive import FakeArchive
from small_disk import small_disk
from stick_reader import answer_on, files_on, lists_on, whole_on

from sync.contract.courier import FOLDER, PACKAGES_FOLDER, list_file, parse_courier_list
from sync.contract.faults import EnvironmentFault
from sync.contract.package import Part, new_package_id
from sync.contract.receipt import Receipt, parse_signed_receipt
from sync.courier import STEPS, Exported, export, shortage_fault
from sync.enrolled import Enrolled, load_enrolled, save_enrolled
from sync.outbox import NewPackage, Outbox, State
from sync.package.courier import is_introduced, verify_courier_list
from sync.package.signatures import public_key_of
from sync.package.stick import StickFault
from sync.package.stick_folder import NotAFile

DAY = "2026-03-02"
Export = Callable[..., Exported]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def run(booth: Booth, enrolled: Enrolled, stick: Path) -> Export:
    booth.enrol(enrolled)

    def run(to: Path = stick, **more: Any) -> Exported:
        return export(booth.packages_dir, booth.outbox, to, day=DAY, **more)

    return run


def ids(*packages: NewPackage) -> set[str]:
    return {package.package_id for package in packages}


def on_stick(stick: Path, package: NewPackage) -> Path:
    return stick / FOLDER / PACKAGES_FOLDER / f"{package.package_id}.age"


def changed_at(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_ino, found.st_ctime_ns


# --- what goes ---


def test_everything_goes_and_stays(booth: Booth, enrolled: Enrolled, stick: Path, run: Export) -> None:
    story = [booth.new_package(30_000, Part.LISTEN), booth.new_package(900_000, Part.MASTER)]
    booth.outbox.add(new_package_id(), story)
    other = booth.queue()
    before = booth.files()
    exported = run()
    assert (exported.stories, exported.packages, exported.size_bytes, exported.shortage) == (2, 3, 980_000, None)
    assert whole_on(stick) == ids(*story, other)
    assert booth.files() == before
    assert {booth.row(package).state for package in (*story, other)} == {State.QUEUED}
    assert {booth.row(package).exported_day for package in (*story, other)} == {DAY}


def test_the_list_is_signed_by_the_kiosks_own_key_and_says_whose_it_is(booth: Booth, enrolled: Enrolled, stick: Path, run: Export) -> None:
    package = booth.queue(part=Part.MASTER)
    run()
    assert enrolled.courier_key is not None
    signed = parse_courier_list((stick / FOLDER / list_file(enrolled.kiosk_id)).read_bytes())
    verify_courier_list(signed, public_key_of(enrolled.courier_key))
    listed = signed.listed
    assert (listed.archive_id, listed.kiosk_id, listed.introduction) == (enrolled.archive_id, enrolled.kiosk_id, None)
    assert [(each.package_id, each.part, each.sha256, each.size_bytes) for each in listed.packages] == [
        (package.package_id, Part.MASTER, package.sha256, package.size_bytes)
    ]


def test_nothing_of_the_kiosks_secrets_is_on_the_stick(booth: Booth, enrolled: Enrolled, stick: Path, run: Export) -> None:
    save_enrolled(booth.folder, replace(enrolled, courier_key_told=False))
    booth.queue()
    run()
    text = b"".join(path.read_bytes() for path in stick.rglob("*.json"))
    for secret in (enrolled.kiosk_token, enrolled.kiosk_token.partition(".")[2], enrolled.courier_key or "", enrolled.url):
        assert secret.encode() not in text


@pytest.mark.parametrize("state", ["sending", "delivered", "blocked", "quarantined"])
def test_every_state_in_which_the_file_is_here_goes(booth: Booth, stick: Path, run: Export, state: str) -> None:
    package = booth.queue()
    if state != "quarantined":
        booth.outbox.move(package.package_id, State.SENDING)
    if state in ("delivered", "blocked"):
        booth.outbox.move(package.package_id, State.DELIVERED, offset_bytes=package.size_bytes)
    if state in ("blocked", "quarantined"):
        booth.outbox.move(package.package_id, State(state), reason="receipt")
    assert run().packages == 1
    assert whole_on(stick) == ids(package)
    assert booth.row(package).state == state


def test_listening_copies_go_first_the_oldest_first_and_what_was_on_no_stick_before_what_was(
    booth: Booth, tmp_path: Path, stick: Path, run: Export
) -> None:
    before = [booth.queue(part=Part.MASTER), booth.queue(part=Part.LISTEN)]
    run()
    masters, listens = [booth.queue(part=Part.MASTER) for _ in range(2)], [booth.queue(part=Part.LISTEN) for _ in range(2)]
    second = tmp_path / "second"
    second.mkdir()
    run(second)
    order = [each["package_id"] for each in lists_on(second)[0]["packages"]]
    assert order == [package.package_id for package in (*listens, *masters, before[1], before[0])]


def test_what_the_archive_signed_for_or_the_teller_took_back_does_not_go(
    booth: Booth, archive: FakeArchive, stick: Path, run: Export
) -> None:
    signed, taken, waiting = booth.queue(), booth.new_package(), booth.queue()
    booth.outbox.add(new_package_id(), [taken], verifier="ab" * 32)
    run()
    assert whole_on(stick) == ids(signed, taken, waiting)
    answer_on(stick, archive)
    receipts = stick / FOLDER / next(path.name for path in (stick / FOLDER).glob("receipts-*"))
    kept = receipts.read_bytes()
    receipts.unlink()
    _confirm(booth, archive, signed)
    booth.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"sealed")
    exported = run()
    # Neither stays on the stick: the archive has the one, and the other is not to be heard by anybody.
    assert files_on(stick) == {f"{waiting.package_id}.age"}
    assert (whole_on(stick), exported.packages, exported.withdrawals) == (ids(waiting), 1, 1)
    assert kept


def _confirm(booth: Booth, archive: FakeArchive, package: NewPackage) -> None:
    value = archive.sign(Receipt(package.package_id, package.sha256, package.size_bytes, "2026-03-01"))
    assert booth.outbox.confirm_by_courier(package.package_id, parse_signed_receipt(value))


def test_with_nothing_to_copy_the_stick_is_left_alone(booth: Booth, stick: Path, run: Export) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        run()
    assert fault.value.code == "nothing-to-export"
    assert list(stick.iterdir()) == []


def test_a_laptop_without_an_archive_has_nobody_to_copy_for(booth: Booth, stick: Path) -> None:
    booth.queue()
    with pytest.raises(EnvironmentFault) as fault:
        export(booth.packages_dir, booth.outbox, stick, day=DAY)
    assert (fault.value.code, list(stick.iterdir())) == ("not-enrolled", [])


# --- what was taken back ---


def test_it_counts_as_left_before_the_first_byte_is_on_the_stick(booth: Booth, stick: Path, run: Export) -> None:
    """So whoever takes it back from then on has the archive told, whatever becomes of the stick."""
    package = booth.new_package()
    booth.outbox.add(new_package_id(), [package], verifier="ab" * 32)

    def at(step: str) -> None:
        if step == "courier-marked":
            assert files_on(stick) == set()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(on_step=at)
    withdrawn = booth.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"sealed " + "".join(half_way).encode())
    assert (withdrawn.taken, withdrawn.request_waits) == ((package.package_id,), True)
    assert booth.outbox.withdrawals.waiting(10)[0].sealed == b"sealed " + package.package_id.encode()


@pytest.mark.parametrize("step", STEPS[:3])
def test_taken_back_while_it_is_copied_it_is_neither_listed_nor_left(booth: Booth, stick: Path, run: Export, step: str) -> None:
    kept, taken = booth.queue(), booth.new_package()
    booth.outbox.add(new_package_id(), [taken], verifier="ab" * 32)
    done: list[str] = []

    def at(now: str) -> None:
        if now == step and not done:
            with Outbox(booth.folder / "outbox.sqlite3") as kiosk:
                done.extend(kiosk.withdrawals.take_back("ab" * 32, lambda half_way: b"sealed").taken)
            (booth.packages_dir / taken.file_name).unlink()

    exported = run(on_step=at)
    assert done == [taken.package_id]
    assert (exported.packages, exported.damaged) == (1, 0)
    assert (whole_on(stick), files_on(stick)) == (ids(kept), {f"{kept.package_id}.age"})


def test_requests_to_take_a_story_back_travel_too_even_alone(booth: Booth, stick: Path, run: Export) -> None:
    booth.outbox.withdrawals.take_back("ab" * 32, lambda half_way: b"a sealed request")
    exported = run()
    assert (exported.packages, exported.withdrawals) == (0, 1)
    assert [base64.b64decode(each) for each in lists_on(stick)[0]["withdrawals"]] == [b"a sealed request"]


# --- again and again ---


def test_a_second_export_copies_nothing_twice(booth: Booth, stick: Path, run: Export) -> None:
    first = [booth.queue(200_000) for _ in range(3)]
    run()
    before = {package.package_id: changed_at(on_stick(stick, package)) for package in first}
    new = booth.queue()
    exported = run()
    assert (exported.packages, whole_on(stick)) == (4, ids(*first, new))
    assert {package.package_id: changed_at(on_stick(stick, package)) for package in first} == before


def test_an_export_that_was_cut_short_goes_on_where_it_stopped(booth: Booth, stick: Path, run: Export) -> None:
    packages = [booth.queue(200_000) for _ in range(3)]
    seen: list[str] = []

    def at(step: str) -> None:
        seen.append(step)
        if seen.count("courier-partial") == 2:
            # As if the plug were pulled: no clean-up.
            shutil.copytree(stick, stick.with_name("pulled"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(on_step=at)
    pulled = stick.with_name("pulled")
    assert (lists_on(pulled), len(files_on(pulled))) == ([], 2)
    first = changed_at(on_stick(pulled, packages[0]))
    assert run(pulled).packages == 3
    assert (whole_on(pulled), len(files_on(pulled))) == (ids(*packages), 3)
    assert changed_at(on_stick(pulled, packages[0])) == first


@pytest.mark.parametrize("damage", ["shorter", "changed", "gone", "link"])
def test_what_is_not_whole_on_the_stick_is_copied_anew(booth: Booth, stick: Path, tmp_path: Path, run: Export, damage: str) -> None:
    package = booth.queue()
    run()
    path = on_stick(stick, package)
    if damage == "shorter":
        os.truncate(path, 100)
    elif damage == "changed":
        path.write_bytes(bytes(package.size_bytes))
    else:
        path.unlink()
    if damage == "link":
        (tmp_path / "elsewhere").write_bytes(booth.content[package.package_id])
        path.symlink_to(tmp_path / "elsewhere")
    run()
    assert whole_on(stick) == ids(package)
    assert path.read_bytes() == booth.content[package.package_id]
    assert not path.is_symlink()


def test_two_laptops_share_a_stick(booth: Booth, archive: FakeArchive, tmp_path: Path, stick: Path, run: Export) -> None:
    mine = booth.queue()
    other = Booth(tmp_path / "other")
    other.enrol(archive.enrolled())
    theirs = other.queue()
    for _ in range(2):
        run()
        export(other.packages_dir, other.outbox, stick, day=DAY)
    assert len(lists_on(stick)) == 2
    assert whole_on(stick) == ids(mine, theirs)
    other.close()


def test_what_an_outbox_has_lost_is_not_lost_on_the_stick(booth: Booth, archive: FakeArchive, stick: Path, run: Export) -> None:
    """The list of waiting stories may be damaged and begun anew; the copies may then be the only way to the archive."""
    lost = booth.queue()
    run()
    booth.outbox.close()
    for path in booth.folder.glob("outbox.sqlite3*"):
        path.unlink()
    booth.outbox = Outbox(booth.folder / "outbox.sqlite3")
    new = booth.queue()
    assert export(booth.packages_dir, booth.outbox, stick, day=DAY).packages == 1
    assert whole_on(stick) == ids(lost, new)


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json", None], ids=str)
def test_an_earlier_list_that_is_damaged_is_replaced(
    booth: Booth, enrolled: Enrolled, stick: Path, run: Export, damage: bytes | None
) -> None:
    package = booth.queue()
    run()
    path = stick / FOLDER / list_file(enrolled.kiosk_id)
    if damage is None:
        path.unlink()
        path.symlink_to("/etc/hostname")
    else:
        path.write_bytes(damage)
    run()
    assert whole_on(stick) == ids(package)


def test_an_earlier_list_that_somebody_else_signed_adds_nothing(
    booth: Booth, archive: FakeArchive, enrolled: Enrolled, tmp_path: Path, stick: Path, run: Export
) -> None:
    stranger = Booth(tmp_path / "stranger")
    stranger.enrol(replace(enrolled, courier_key="ab" * 32))
    theirs = stranger.queue()
    export(stranger.packages_dir, stranger.outbox, stick, day=DAY)
    mine = booth.queue()
    run()
    assert [each["package_id"] for each in lists_on(stick)[0]["packages"]] == [mine.package_id]
    assert f"{theirs.package_id}.age" in files_on(stick)
    stranger.close()


# --- receipts on the way ---


def test_receipts_that_lie_on_the_stick_are_read_first_and_make_room(booth: Booth, archive: FakeArchive, stick: Path, run: Export) -> None:
    old = booth.queue()
    run()
    answer_on(stick, archive)
    new = booth.queue()
    exported = run()
    assert (exported.receipts.confirmed, exported.packages, booth.row(old).state) == (1, 1, State.CONFIRMED)
    assert files_on(stick) == {f"{new.package_id}.age"}


def test_a_stick_that_only_brings_receipts_is_emptied(booth: Booth, archive: FakeArchive, stick: Path, run: Export) -> None:
    package = booth.queue()
    run()
    answer_on(stick, archive)
    exported = run()
    assert (exported.receipts.confirmed, exported.packages, booth.row(package).state) == (1, 0, State.CONFIRMED)
    assert (files_on(stick), lists_on(stick)[0]["packages"]) == (set(), [])
    with pytest.raises(EnvironmentFault):
        run()


# --- the key ---


def test_a_laptop_from_before_courier_keys_makes_one_and_introduces_it(booth: Booth, enrolled: Enrolled, stick: Path, run: Export) -> None:
    save_enrolled(booth.folder, replace(enrolled, courier_key=None, courier_key_told=False))
    booth.queue()
    run()
    made = load_enrolled(booth.folder)
    assert made is not None
    assert made.courier_key is not None
    signed = parse_courier_list((stick / FOLDER / list_file(enrolled.kiosk_id)).read_bytes())
    verify_courier_list(signed, public_key_of(made.courier_key))
    secret = hashlib.sha256(enrolled.kiosk_token.partition(".")[2].encode()).hexdigest()
    facts = {"kiosk_id": enrolled.kiosk_id, "courier_key": public_key_of(made.courier_key), "secret_sha256": secret}
    assert is_introduced(signed.listed.introduction or "", **facts)
    run()
    again = load_enrolled(booth.folder)
    assert again == made


# --- this laptop's own disk ---


@pytest.mark.allow_logs("sync")
@pytest.mark.parametrize("damage", ["missing", "shorter", "changed"])
def test_a_sealed_file_that_is_damaged_holds_up_no_other(booth: Booth, stick: Path, run: Export, damage: str) -> None:
    bad, good = booth.queue(), booth.queue()
    path = booth.packages_dir / bad.file_name
    if damage == "missing":
        path.unlink()
    elif damage == "shorter":
        os.truncate(path, 100)
    else:
        path.write_bytes(bytes(bad.size_bytes))
    exported = run()
    assert (exported.packages, exported.damaged, exported.shortage) == (1, 1, None)
    assert (whole_on(stick), files_on(stick)) == (ids(good), {f"{good.package_id}.age"})
    assert booth.row(bad).exported_day is None


# --- what a stick does ---


def test_a_stick_without_room_for_all_takes_what_fits_and_says_so(booth: Booth, tmp_path: Path, run: Export) -> None:
    first = [booth.queue(300_000) for _ in range(3)]
    with small_disk(tmp_path / "small", 1_100_000) as small:
        exported = run(small)
        assert (exported.shortage, exported.packages, exported.left_out) == ("stick-full", 2, 1)
        assert whole_on(small) == ids(*first[:2])
        assert shortage_fault(exported).code == "stick-full"
    # The next stick, as small, takes what the first had no room for.
    with small_disk(tmp_path / "next", 1_100_000) as small:
        assert run(small).packages == 2
        assert first[2].package_id in whole_on(small)


def test_a_stick_that_turns_out_to_be_full_keeps_what_is_whole(
    booth: Booth, tmp_path: Path, run: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system may not say how much room there is, or be wrong about it."""
    monkeypatch.setattr("sync.package.stick_folder.StickFolder.free_bytes", lambda folder: None)
    packages = [booth.queue(300_000), booth.queue(900_000), booth.queue(100_000)]
    with small_disk(tmp_path / "small", 1_000_000) as small:
        exported = run(small)
        assert (exported.shortage, exported.left_out) == ("stick-full", 1)
        assert whole_on(small) == ids(packages[0], packages[2])
        assert files_on(small) == {f"{packages[0].package_id}.age", f"{packages[2].package_id}.age"}
    assert booth.row(packages[1]).exported_day is None


def test_a_stick_without_room_for_anything(booth: Booth, tmp_path: Path, run: Export) -> None:
    package = booth.queue(300_000)
    with small_disk(tmp_path / "small", 500_000) as small:
        exported = run(small)
        assert (exported.shortage, exported.packages) == ("stick-full", 0)
        assert "found room" not in shortage_fault(exported).sentence
    assert booth.row(package).exported_day is None


def test_a_stick_that_is_read_only(booth: Booth, tmp_path: Path, run: Export) -> None:
    package = booth.queue()
    with small_disk(tmp_path / "small", 1_000_000) as small:
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        with pytest.raises(StickFault) as fault:
            run(small)
        assert fault.value.code == "stick-read-only"
    assert booth.row(package).exported_day is None
    assert booth.files() == {package.file_name}


@pytest.mark.parametrize("step", STEPS[:3])
def test_a_stick_that_is_pulled_out_in_the_middle(booth: Booth, stick: Path, run: Export, step: str) -> None:
    packages = [booth.queue(), booth.queue()]

    def at(now: str) -> None:
        if now == step and stick.exists():
            shutil.rmtree(stick)

    with pytest.raises(StickFault) as fault:
        run(on_step=at)
    assert fault.value.code == "stick-gone"
    assert not stick.exists()
    assert {booth.row(package).exported_day for package in packages} == {None}
    stick.mkdir()
    assert run().packages == 2
    assert whole_on(stick) == ids(*packages)


def test_a_stick_with_links_where_our_folders_should_be(booth: Booth, tmp_path: Path, stick: Path, run: Export) -> None:
    booth.queue()
    (tmp_path / "outside").mkdir()
    (stick / FOLDER).symlink_to(tmp_path / "outside")
    with pytest.raises(NotAFile):
        run()
    assert list((tmp_path / "outside").iterdir()) == []


# --- what is told meanwhile ---


def test_progress_only_rises_and_ends_with_everything(booth: Booth, stick: Path, run: Export) -> None:
    for _ in range(4):
        booth.queue(100_000)
    for _ in range(2):
        told: list[tuple[int, int]] = []
        run(on_progress=lambda done, total, told=told: told.append((done, total)))
        done = [each[0] for each in told]
        assert done == sorted(done)
        assert told[-1] == (400_000, 400_000)
        assert {each[1] for each in told} == {400_000}


def test_the_steps_come_in_their_order(booth: Booth, stick: Path, run: Export) -> None:
    booth.queue()
    steps: list[str] = []
    run(on_step=steps.append)
    assert tuple(steps) == STEPS
