"""A sealed package is what the distribution's own tools say it is: age, tar, and the Library of Congress's BagIt library."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import bagit
import pytest
from package_samples import BAG_NAME, MemorySink, bag_tar, sample_members, sealed_sample

from sync.package.bag import Member, bag_files
from sync.package.identity import new_age_key
from sync.package.seal import open_package, seal_package

GNU_TAR = ["tar", "--format=ustar", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=0644", "--no-recursion"]


def run(*command: str | Path, cwd: Path | None = None) -> bytes:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=cwd).stdout


@pytest.fixture
def programs() -> None:
    for program in ("age", "age-keygen", "tar"):
        assert shutil.which(program), f"{program} is missing: packaging/test installs it"


@pytest.mark.usefixtures("programs")
def test_age_and_tar_open_a_package_and_bagit_validates_it(tmp_path: Path) -> None:
    sealed, key = sealed_sample(tmp_path)
    (tmp_path / "identity.txt").write_text(key.to_file())
    run("age", "-d", "-i", tmp_path / "identity.txt", "-o", tmp_path / "bag.tar", sealed.path)
    run("tar", "-xf", tmp_path / "bag.tar", "-C", tmp_path)
    bag = bagit.Bag(str(tmp_path / BAG_NAME))
    assert bag.validate()
    assert bag.version_info == (1, 0)
    for member in sample_members():
        assert (tmp_path / BAG_NAME / member.path).read_bytes() == member.data


@pytest.mark.usefixtures("programs")
def test_the_bagit_library_notices_what_we_would_notice(tmp_path: Path) -> None:
    """The check above can fail."""
    sealed, key = sealed_sample(tmp_path)
    (tmp_path / "identity.txt").write_text(key.to_file())
    run("age", "-d", "-i", tmp_path / "identity.txt", "-o", tmp_path / "bag.tar", sealed.path)
    run("tar", "-xf", tmp_path / "bag.tar", "-C", tmp_path)
    (tmp_path / BAG_NAME / "data" / "story.json").write_bytes(b"changed")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / BAG_NAME)).validate()


@pytest.mark.usefixtures("programs")
def test_gnu_tar_writes_the_same_bytes_up_to_the_padding(tmp_path: Path) -> None:
    files = list(bag_files(sample_members(), BAG_NAME))
    for path, data in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    made = run(*GNU_TAR, "-cf", "-", *(path for path, _ in files), cwd=tmp_path)
    ours = bag_tar(sample_members())
    end = max(place for place, byte in enumerate(ours) if byte) + 1
    assert made[:end] == ours[:end]
    assert not made[end:].strip(b"\0")


@pytest.mark.usefixtures("programs")
def test_a_package_made_with_shell_commands_opens_here(tmp_path: Path) -> None:
    """The recipe of docs/formats.md."""
    run("age-keygen", "-o", tmp_path / "identity.txt")
    recipient = run("age-keygen", "-y", tmp_path / "identity.txt").decode().strip()
    secret = (tmp_path / "identity.txt").read_text().splitlines()[-1]
    bag = tmp_path / "made-by-hand"
    (bag / "data").mkdir(parents=True)
    (bag / "data" / "story.json").write_bytes(b"{}\n")
    (bag / "bagit.txt").write_bytes(b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (bag / "bag-info.txt").write_bytes(b"Payload-Oxum: 3.1\n")
    (bag / "manifest-sha256.txt").write_bytes(run("sha256sum", "data/story.json", cwd=bag))
    (bag / "tagmanifest-sha256.txt").write_bytes(run("sha256sum", "bagit.txt", "bag-info.txt", "manifest-sha256.txt", cwd=bag))
    files = ["bagit.txt", "data/story.json", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
    (tmp_path / "bag.tar").write_bytes(run(*GNU_TAR, "-cf", "-", *(f"{bag.name}/{name}" for name in files), cwd=tmp_path))
    run("age", "-r", recipient, "-o", tmp_path / "made.age", tmp_path / "bag.tar")
    sink = MemorySink()
    assert open_package(tmp_path / "made.age", [secret], sink).bag_name == "made-by-hand"
    assert sink.files == {"data/story.json": b"{}\n"}


@pytest.mark.usefixtures("programs")
@pytest.mark.parametrize("size_bytes", [0, 1, 60_000, 65_536, 200_000])
def test_age_opens_every_size_and_refuses_what_was_cut(tmp_path: Path, size_bytes: int) -> None:
    key = new_age_key()
    (tmp_path / "identity.txt").write_text(key.to_file())
    sealed = seal_package(
        [Member("data/a", b"x" * size_bytes)], bag_name=BAG_NAME, recipients=[key.recipient], destination=tmp_path / "p.age"
    )
    plain = run("age", "-d", "-i", tmp_path / "identity.txt", sealed.path)
    assert plain == bag_tar([Member("data/a", b"x" * size_bytes)])
    (tmp_path / "cut.age").write_bytes(sealed.path.read_bytes()[:-1])
    with pytest.raises(subprocess.CalledProcessError):
        run("age", "-d", "-i", tmp_path / "identity.txt", tmp_path / "cut.age")
