from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from package_samples import BAG_NAME, MemorySink, sample_members, sealed_sample

from sync.contract.faults import EnvironmentFault
from sync.package.bag import Member
from sync.package.identity import new_age_key
from sync.package.padme import padme
from sync.package.seal import CONSTANT_MTIME_S, PARTIAL_SUFFIX, open_package, remove_partial_files, seal_package

KEY = new_age_key()


def seal(destination: Path, **changes: object) -> object:
    arguments: dict[str, object] = {"bag_name": BAG_NAME, "recipients": [KEY.recipient], "destination": destination, **changes}
    return seal_package(arguments.pop("members", sample_members()), **arguments)  # type: ignore[arg-type]


def fault_of(destination: Path, **changes: object) -> EnvironmentFault:
    with pytest.raises(EnvironmentFault) as caught:
        seal(destination, **changes)
    assert list(destination.parent.iterdir()) == [], "nothing is left of a seal that failed"
    return caught.value


def test_a_sealed_package_opens_again(tmp_path: Path) -> None:
    sealed, key = sealed_sample(tmp_path)
    sink = MemorySink()
    opened = open_package(sealed.path, [key.identity], sink)
    assert opened.bag_name == BAG_NAME
    assert sink.files == {member.path: member.data for member in sample_members()}
    raw = sealed.path.read_bytes()
    assert (sealed.sha256, sealed.size_bytes) == (hashlib.sha256(raw).hexdigest(), len(raw))


def test_every_recipient_can_open_it(tmp_path: Path) -> None:
    reserve = new_age_key()
    seal(tmp_path / "p.age", recipients=[KEY.recipient, reserve.recipient])
    for key in (KEY, reserve):
        assert open_package(tmp_path / "p.age", [key.identity], MemorySink()).files


def test_the_file_tells_neither_when_nor_by_whom_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    seal(tmp_path / "p.age")
    facts = (tmp_path / "p.age").stat()
    assert facts.st_mtime == CONSTANT_MTIME_S
    assert stat.S_IMODE(facts.st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [tmp_path / "p.age"]


def test_sizes_fall_into_few_buckets(tmp_path: Path) -> None:
    """The tar inside has a Padmé size; age adds a header, whose length does not depend on the content, and 16 bytes per 64 KiB."""
    plain_sizes = set()
    for number, length in enumerate(range(100_000, 103_000, 100)):
        (tmp_path / str(number)).mkdir()
        sealed, _ = sealed_sample(tmp_path / str(number), [Member("data/a", b"x" * length)])
        raw = sealed.path.read_bytes()
        header_bytes = raw.index(b"\n", raw.index(b"\n---") + 1) + 1
        plain_sizes.add(sealed.size_bytes - header_bytes - 16 - 2 * 16)
    assert all(size == padme(size) for size in plain_sizes)
    assert len(plain_sizes) <= 2


def test_steps_come_in_order_and_the_name_appears_with_the_last(tmp_path: Path) -> None:
    steps: list[tuple[str, bool]] = []
    seal(tmp_path / "p.age", on_step=lambda step: steps.append((step, (tmp_path / "p.age").exists())))
    assert steps == [("sealing", False), ("written", False), ("synced", False), ("verified", False), ("renamed", True)]


def with_its_last_letter_changed(recipient: str) -> str:
    """Another letter for certain: the key is new in every run, so any fixed letter is the right one every 32nd time."""
    return recipient[:-1] + ("q" if recipient.endswith("p") else "p")


@pytest.mark.parametrize(
    "recipients",
    [[], ["age1nonsense"], [KEY.recipient, ""], [with_its_last_letter_changed(KEY.recipient)], [KEY.identity]],
    ids=["nobody", "nonsense", "half-empty", "one-letter", "identity"],
)
def test_nothing_is_sealed_for_nobody_or_for_a_damaged_key(tmp_path: Path, recipients: list[str]) -> None:
    assert fault_of(tmp_path / "p.age", recipients=recipients).code == "recipients"


def test_a_taken_name_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "p.age").write_bytes(b"another story")
    with pytest.raises(FileExistsError):
        seal(tmp_path / "p.age")
    assert (tmp_path / "p.age").read_bytes() == b"another story"


def test_what_the_members_raise_reaches_the_caller_and_nothing_is_left(tmp_path: Path) -> None:
    for error in (KeyError("draft"), OSError(errno.EIO, "draft"), EnvironmentFault("keyring", "Locked.")):

        def members(error: Exception = error) -> Iterator[Member]:
            yield sample_members()[0]
            raise error

        with pytest.raises(type(error)) as caught:
            seal(tmp_path / "p.age", members=members())
        assert caught.value is error
        assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_a_storage_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        seal(tmp_path / "missing" / "p.age")
    assert caught.value.code == "storage"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EIO, "storage"), (errno.EROFS, "storage")]
)
def test_a_disk_that_fails_at_any_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str) -> None:
    real_write = os.write
    members = [Member("data/a", os.urandom(200_000))]
    for fail_at in range(5):
        writes = 0

        def write(fd: int, data: bytes, fail_at: int = fail_at) -> int:
            nonlocal writes
            writes += 1
            if writes > fail_at:
                raise OSError(number, "injected")
            return real_write(fd, data)

        with monkeypatch.context() as patched:
            patched.setattr(os, "write", write)
            assert fault_of(tmp_path / "p.age", members=members).code == code
        assert writes == fail_at + 1


@pytest.mark.parametrize("call", ["fsync", "replace", "utime", "read", "lseek", "open"])
@pytest.mark.parametrize("fail_at", [0, 1, 2])
def test_a_disk_that_fails_at_any_other_call_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, fail_at: int
) -> None:
    real: Callable[..., object] = getattr(os, call)
    calls = 0

    def fails(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        if calls > fail_at:
            raise OSError(errno.EIO, "injected")
        return real(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, fails)
        try:
            seal(tmp_path / "p.age")
        except EnvironmentFault as fault:
            failed = fault.code
        else:
            failed = ""
    if calls > fail_at:
        assert failed == "storage"
        assert list(tmp_path.iterdir()) == []
    else:
        assert open_package(tmp_path / "p.age", [KEY.identity], MemorySink()).files


def test_a_disk_that_gives_back_something_else_is_found_out(tmp_path: Path) -> None:
    def damage(step: str) -> None:
        if step == "synced":
            with (tmp_path / ("p.age" + PARTIAL_SUFFIX)).open("r+b") as file:
                file.seek(-1, os.SEEK_END)
                last = file.read(1)
                file.seek(-1, os.SEEK_END)
                file.write(bytes([last[0] ^ 1]))

    assert fault_of(tmp_path / "p.age", on_step=damage).code == "storage"


def test_a_disk_that_loses_the_end_is_found_out(tmp_path: Path) -> None:
    def cut(step: str) -> None:
        if step == "synced":
            partial = tmp_path / ("p.age" + PARTIAL_SUFFIX)
            os.truncate(partial, partial.stat().st_size - 1)

    assert fault_of(tmp_path / "p.age", on_step=cut).code == "storage"


def test_leftovers_of_killed_seals_are_swept_and_nothing_else(tmp_path: Path) -> None:
    seal(tmp_path / "p.age")
    for name in ("a.age" + PARTIAL_SUFFIX, "b.age" + PARTIAL_SUFFIX):
        (tmp_path / name).write_bytes(b"half")
    assert remove_partial_files(tmp_path) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "p.age"]


def test_a_leftover_of_the_same_name_is_no_hindrance_and_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / ("p.age" + PARTIAL_SUFFIX)).symlink_to(victim)
    seal(tmp_path / "p.age")
    assert victim.read_bytes() == b"precious"
    assert not (tmp_path / "p.age").is_symlink()
