"""A folder that somebody carries: never through a link, never outside, whole or not there, and every fault with its sentence."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import socket
import subprocess
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_disk import small_disk

from sync.contract.courier import FOLDER, PACKAGES_FOLDER, is_list_file
from sync.package import stick_folder
from sync.package.stick import Stick, StickFault, open_stick
from sync.package.stick_folder import NotAFile, StickFolder

LIST = "list-0123456789abcdef.json"
ID = "a1" * 16


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def stick(path: Path) -> Iterator[Stick]:
    opened = open_stick(path, make=True)
    assert opened is not None
    with opened:
        yield opened


def ours(path: Path) -> Path:
    return path / FOLDER


def packages(path: Path) -> Path:
    return path / FOLDER / PACKAGES_FOLDER


def package(path: Path) -> Path:
    return packages(path) / f"{ID}.age"


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def code_of(fault: pytest.ExceptionInfo[StickFault]) -> str:
    return fault.value.code


# --- what is there ---


def test_a_stick_without_anything_of_ours_is_none(path: Path) -> None:
    (path / "holiday.jpg").write_bytes(b"x")
    before = descriptors()
    assert open_stick(path) is None
    assert descriptors() == before
    assert [entry.name for entry in path.iterdir()] == ["holiday.jpg"]


def test_no_stick_at_all_is_told(path: Path) -> None:
    for missing in (path / "nothing", path / FOLDER):
        with pytest.raises(StickFault) as fault:
            open_stick(missing, make=True)
        assert code_of(fault) == "stick-gone"
    (path / "file").write_bytes(b"x")
    with pytest.raises(StickFault):
        open_stick(path / "file")


def test_what_is_put_there_comes_back_and_nothing_else_is_touched(path: Path, stick: Stick) -> None:
    (path / "holiday.jpg").write_bytes(b"x")
    told: list[int] = []
    stick.put_package(ID, [b"seal", b"ed"], told.append)
    stick.write(LIST, b"{}")
    assert (stick.package_ids(), stick.package_bytes(ID), stick.package_bytes("b2" * 16)) == ([ID], 6, None)
    file = stick.open_package(ID)
    assert file is not None
    with file:
        assert file.read() == b"sealed"
    assert (stick.names(is_list_file), stick.read(LIST, 100), stick.read("receipts-0123456789abcdef.json", 100)) == ([LIST], b"{}", None)
    assert sum(told) == 2 * len(b"sealed")
    assert {entry.name for entry in path.iterdir()} == {"holiday.jpg", FOLDER}
    assert {entry.name for entry in packages(path).iterdir()} == {f"{ID}.age"}
    assert stick.open_package("b2" * 16) is None


def test_no_time_of_ours_is_left_on_it(path: Path, stick: Stick) -> None:
    stick.put_package(ID, [b"sealed"])
    stick.write(LIST, b"{}")
    assert {package(path).stat().st_mtime, (ours(path) / LIST).stat().st_mtime} == {946_684_800.0}


def test_another_account_of_another_machine_can_read_it_and_answer(path: Path, stick: Stick) -> None:
    """On a stick that keeps permissions."""
    stick.put_package(ID, [b"sealed"])
    assert (packages(path).stat().st_mode & 0o777, ours(path).stat().st_mode & 0o777) == (0o777, 0o777)
    assert package(path).stat().st_mode & 0o777 == 0o644


def test_of_a_long_file_no_more_is_read_than_asked_for(path: Path, stick: Stick) -> None:
    with (ours(path) / LIST).open("wb") as file:
        file.truncate(1 << 40)
    assert len(stick.read(LIST, 1000) or b"") == 1001


def test_removing_is_removing_once(path: Path, stick: Stick) -> None:
    stick.put_package(ID, [b"sealed"])
    stick.remove_package(ID)
    stick.remove_package(ID)
    assert stick.package_ids() == []


def test_the_rest_of_a_cut_copy_goes_if_it_is_ours(path: Path, stick: Stick) -> None:
    for name in (f"{ID}.age.partial", f"{'b2' * 16}.age.partial", "notes.partial", f"{ID}.age"):
        (packages(path) / name).write_bytes(b"x")
    stick.remove_partial(lambda package_id: package_id == ID)
    assert {entry.name for entry in packages(path).iterdir()} == {f"{'b2' * 16}.age.partial", "notes.partial", f"{ID}.age"}


# --- whole or not there ---


def test_a_source_that_breaks_off_leaves_nothing(path: Path, stick: Stick) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"sea"
        raise ValueError("the disk at home")

    stick.put_package(ID, [b"whole"])
    with pytest.raises(ValueError, match="at home"):
        stick.put_package(ID, breaking())
    assert [entry.name for entry in packages(path).iterdir()] == [f"{ID}.age"]
    assert package(path).read_bytes() == b"whole"


def test_a_stick_that_gives_back_something_else_is_found_out(path: Path, stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    """As counterfeit sticks do, which claim a size they do not have."""
    monkeypatch.setattr(stick_folder, "_forget_cached", lambda descriptor: os.pwrite(descriptor, b"X", 2) if _writable(descriptor) else 0)
    with pytest.raises(StickFault) as fault:
        stick.put_package(ID, [b"sealed"])
    assert code_of(fault) == "stick-unreadable"
    assert list(packages(path).iterdir()) == []


def _writable(descriptor: int) -> bool:
    return bool(fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_WRONLY)


def test_the_bytes_are_on_the_medium_before_the_name_is(path: Path, stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    fsync, rename = os.fsync, os.replace

    def telling_fsync(descriptor: int) -> None:
        calls.append("fsync folder" if Path(f"/proc/self/fd/{descriptor}").is_dir() else "fsync")
        fsync(descriptor)

    def telling_rename(*args: Any, **where: Any) -> None:
        calls.append("rename")
        rename(*args, **where)

    monkeypatch.setattr(os, "fsync", telling_fsync)
    monkeypatch.setattr(os, "replace", telling_rename)
    stick.put_package(ID, [b"sealed"], on_step=calls.append)
    assert calls == ["fsync", "partial", "rename", "fsync folder", "renamed"]


# --- links, and what else should not be there ---


@pytest.mark.parametrize("which", ["ours", "packages"])
@pytest.mark.parametrize("make", [True, False])
def test_a_folder_that_is_a_link_is_not_followed(path: Path, tmp_path: Path, which: str, make: bool) -> None:
    outside = tmp_path / "outside"
    (outside / PACKAGES_FOLDER).mkdir(parents=True)
    if which == "ours":
        ours(path).symlink_to(outside)
    else:
        ours(path).mkdir()
        packages(path).symlink_to(outside / PACKAGES_FOLDER)
    before = descriptors()
    with pytest.raises(NotAFile):
        open_stick(path, make=make)
    assert descriptors() == before
    assert [entry.name for entry in outside.rglob("*")] == [PACKAGES_FOLDER]


def test_a_file_where_our_folder_should_be_is_told(path: Path) -> None:
    ours(path).write_bytes(b"x")
    with pytest.raises(NotAFile):
        open_stick(path, make=True)


@pytest.mark.parametrize("kind", ["link", "broken link", "folder", "pipe", "socket"])
def test_what_is_no_file_is_neither_read_nor_written_through(
    path: Path, tmp_path: Path, stick: Stick, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"not for the stick")
    sockets: list[socket.socket] = []
    for target in (package(path), ours(path) / LIST):
        if kind == "folder":
            target.mkdir()
        elif kind == "pipe":
            os.mkfifo(target)
        elif kind == "socket":
            sockets.append(socket.socket(socket.AF_UNIX))
            monkeypatch.chdir(target.parent)
            sockets[-1].bind(target.name)
        else:
            target.symlink_to(secret if kind == "link" else tmp_path / "nowhere")
    with pytest.raises(NotAFile):
        stick.open_package(ID)
    with pytest.raises(NotAFile):
        stick.package_bytes(ID)
    with pytest.raises(NotAFile):
        stick.read(LIST, 100)
    if kind == "folder":
        with pytest.raises(StickFault):
            stick.put_package(ID, [b"sealed"])
    else:
        stick.put_package(ID, [b"sealed"])
        assert (package(path).read_bytes(), package(path).is_symlink()) == (b"sealed", False)
    assert secret.read_bytes() == b"not for the stick"
    assert not (tmp_path / "nowhere").exists()
    for each in sockets:
        each.close()


def test_a_link_where_the_unfinished_copy_goes_is_removed_and_not_followed(path: Path, tmp_path: Path, stick: Stick) -> None:
    (packages(path) / f"{ID}.age.partial").symlink_to(tmp_path / "outside")
    stick.put_package(ID, [b"sealed"])
    assert not (tmp_path / "outside").exists()
    assert package(path).read_bytes() == b"sealed"


def test_a_folder_that_is_exchanged_while_we_work_leads_us_nowhere(path: Path, tmp_path: Path, stick: Stick) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    packages(path).rename(path / "was-packages")
    packages(path).symlink_to(outside)
    stick.put_package(ID, [b"sealed"])
    assert list(outside.iterdir()) == []
    assert (path / "was-packages" / f"{ID}.age").read_bytes() == b"sealed"


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "a\\b", "c:x", "a\0b"])
def test_only_plain_names_name_a_file(path: Path, name: str) -> None:
    folder = StickFolder.open(path)
    with pytest.raises(ValueError, match="plain"):
        folder.put(name, [b"x"])
    folder.close()


def test_without_descriptors_for_folders_it_is_the_same(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.setattr(stick_folder, "_BY_DESCRIPTOR", False)
    with open_stick(path, make=True) as stick:  # type: ignore[union-attr]
        stick.put_package(ID, [b"sealed"])
        stick.write(LIST, b"{}")
        assert (stick.package_ids(), stick.read(LIST, 10), stick.package_bytes(ID)) == ([ID], b"{}", 6)
        assert (stick.free_bytes() or 0) > 0
        (packages(path) / f"{'b2' * 16}.age").symlink_to(tmp_path)
        with pytest.raises(NotAFile):
            stick.open_package("b2" * 16)
        stick.remove_package(ID)
        assert stick.package_bytes(ID) is None


# --- what a stick does ---


def test_a_full_stick(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 256 * 1024) as path, open_stick(path, make=True) as stick:  # type: ignore[union-attr]
        with pytest.raises(StickFault) as fault:
            stick.put_package(ID, [bytes(100_000)] * 4)
        assert code_of(fault) == "stick-full"
        assert list(packages(path).iterdir()) == []
        stick.put_package(ID, [bytes(100_000)])


def test_a_stick_whose_switch_says_read_only(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 256 * 1024) as path:
        with open_stick(path, make=True) as stick:  # type: ignore[union-attr]
            stick.put_package(ID, [b"sealed"])
        subprocess.run(["mount", "-o", "remount,ro", path], check=True)
        with open_stick(path, make=True) as stick:  # type: ignore[union-attr]
            for write in (lambda: stick.put_package(ID, [b"x"]), lambda: stick.write(LIST, b"x"), lambda: stick.remove_package(ID)):
                with pytest.raises(StickFault) as fault:
                    write()
                assert code_of(fault) == "stick-read-only"
            assert stick.package_bytes(ID) == 6


def test_a_stick_that_is_pulled_out(path: Path, stick: Stick) -> None:
    def pulled() -> Iterator[bytes]:
        yield b"sea"
        shutil.rmtree(path)
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(StickFault) as fault:
        stick.put_package(ID, pulled())
    assert code_of(fault) == "stick-gone"
    with pytest.raises(StickFault) as fault:
        stick.write(LIST, b"{}")
    assert code_of(fault) == "stick-gone"
    assert not path.exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "stick-full"),
        (errno.EDQUOT, "stick-full"),
        (errno.EROFS, "stick-read-only"),
        (errno.EACCES, "stick-read-only"),
        (errno.ENODEV, "stick-gone"),
        (errno.ENOTCONN, "stick-gone"),
        (errno.EFBIG, "file-too-large"),
        (errno.EIO, "stick-unreadable"),
        (errno.EILSEQ, "stick-unreadable"),
    ],
)
def test_every_answer_of_the_system_has_its_sentence(stick: Stick, number: int, code: str) -> None:
    with pytest.raises(StickFault) as fault, stick.reading():
        raise OSError(number, "as the system gives it")
    assert code_of(fault) == code
    assert fault.value.sentence.endswith(".")


def test_a_file_system_that_cannot_sync_folders_is_synced_as_a_whole(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync, synced = os.fsync, []

    def only_files(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(errno.EINVAL, "not here")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    monkeypatch.setattr(os, "sync", lambda: synced.append(True))
    stick.put_package(ID, [b"sealed"])
    assert synced == [True]


def test_how_much_room_there_is_may_be_unknown(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("Usage", "total used free")(0, 0, 0))
    assert stick.free_bytes() is None
