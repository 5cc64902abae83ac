from __future__ import annotations

import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_samples import BAG_NAME, MemorySink, bag_tar, bag_tar_with, raw_tar, sample_members

from sync.contract.faults import BrokenPackage
from sync.contract.package import BAGIT_TXT, LIMITS, Limits
from sync.package.bag import Member, OpenedBag, bag_files, read_bag


def read(tar: bytes, limits: Limits = LIMITS) -> tuple[OpenedBag, dict[str, bytes]]:
    sink = MemorySink()
    opened = read_bag(io.BytesIO(tar), sink, limits)
    assert sink.open_writers == 0
    return opened, sink.files


def refusal(tar: bytes, limits: Limits = LIMITS) -> str:
    sink = MemorySink()
    with pytest.raises(BrokenPackage) as refused:
        read_bag(io.BytesIO(tar), sink, limits)
    assert sink.open_writers == 0, "a member that was being written is closed"
    return refused.value.code


def manifest_of(members: list[Member]) -> bytes:
    return "".join(f"{hashlib.sha256(member.data).hexdigest()}  {member.path}\n" for member in members).encode()


def test_a_bag_reads_back_with_the_hash_and_size_of_every_file() -> None:
    members = sample_members()
    opened, files = read(bag_tar(members))
    assert opened.bag_name == BAG_NAME
    assert files == {member.path: member.data for member in members}
    assert opened.files == {member.path: (hashlib.sha256(member.data).hexdigest(), len(member.data)) for member in members}
    assert opened.info == {"Payload-Oxum": f"{sum(len(member.data) for member in members)}.{len(members)}"}
    assert set(opened.tag_files) == {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"}


_PATHS = st.from_regex(r"data/[a-z]{1,6}/[a-z0-9]{1,8}", fullmatch=True)


@settings(deadline=None)
@given(st.lists(st.builds(Member, _PATHS, st.binary(max_size=1_500)), min_size=1, max_size=8, unique_by=lambda member: member.path))
def test_any_members_read_back(members: list[Member]) -> None:
    assert read(bag_tar(members))[1] == {member.path: member.data for member in members}


def test_the_tag_files_tell_nothing_but_sizes_and_hashes() -> None:
    members = sample_members()
    tags = {path: data for path, data in bag_files(members, BAG_NAME) if "/data/" not in path}
    assert tags[f"{BAG_NAME}/bag-info.txt"] == b"Payload-Oxum: %d.4\n" % sum(len(member.data) for member in members)
    assert tags[f"{BAG_NAME}/bagit.txt"] == BAGIT_TXT
    assert tags[f"{BAG_NAME}/manifest-sha256.txt"] == manifest_of(sorted(members, key=lambda member: member.path))


@pytest.mark.parametrize(
    "members",
    [
        [],
        [Member("story.json", b"")],
        [Member("data/../../x", b"")],
        [Member("data/a%b", b"")],
        [Member("/data/a", b"")],
        [Member("data/a", b""), Member("data/a", b"")],
        [Member("data/" + "x" * 100, b"")],
    ],
)
def test_a_bag_that_no_reader_would_take_is_not_written(members: list[Member]) -> None:
    with pytest.raises(ValueError):
        bag_tar(members)


@pytest.mark.parametrize("name", ["", "a/b", "..", "a b", "x" * 65, "é"])
def test_a_bag_name_that_would_not_travel_is_not_written(name: str) -> None:
    with pytest.raises(ValueError):
        bag_tar(sample_members(), name)


GOOD = manifest_of(sorted(sample_members(), key=lambda member: member.path))
OXUM = b"Payload-Oxum: %d.4\n" % sum(len(member.data) for member in sample_members())
OTHER_HASH = b"0" * 64 + GOOD[64:]


@pytest.mark.parametrize(
    ("replaced", "code"),
    [
        ({"bagit": None}, "bag-tag-missing"),
        ({"info": None}, "bag-tag-missing"),
        ({"manifest": None}, "bag-tag-missing"),
        ({"tagmanifest": None}, "bag-tag-missing"),
        ({"bagit": BAGIT_TXT.replace(b"1.0", b"0.97")}, "bag-version"),
        ({"bagit": b"\xef\xbb\xbf" + BAGIT_TXT}, "bag-version"),
        ({"info": b""}, "bag-info"),
        ({"info": OXUM * 2}, "bag-info"),
        ({"info": b"Payload-Oxum: x.4\n"}, "bag-info"),
        ({"info": OXUM + b"Contact-Name: Nour\n"}, "bag-info"),
        ({"info": OXUM + b"Bagging-Date: 2026-03-14\n"}, "bag-info"),
        ({"info": b"\xff\xff"}, "bag-info"),
        ({"info": b"Payload-Oxum: 1.4\n"}, "bag-oxum"),
        ({"info": b"Payload-Oxum: " + b"9" * 5000 + b".4\n"}, "bag-info"),
        ({"manifest": b""}, "bag-manifest"),
        ({"manifest": GOOD[:-1]}, "bag-manifest"),
        ({"manifest": GOOD.replace(b"\n", b"\r\n")}, "bag-manifest"),
        ({"manifest": GOOD.upper()}, "bag-manifest"),
        ({"manifest": b"\xff" + GOOD}, "bag-manifest"),
        ({"manifest": GOOD + b"\n"}, "bag-manifest"),
        ({"manifest": GOOD + GOOD.splitlines(keepends=True)[0]}, "bag-manifest"),
        ({"manifest": b"".join(GOOD.splitlines(keepends=True)[1:])}, "bag-manifest-files"),
        ({"manifest": GOOD + b"0" * 64 + b"  data/ghost\n"}, "bag-manifest-files"),
        ({"manifest": GOOD + b"0" * 64 + b"  ../sibling/file\n"}, "bag-manifest-files"),
        ({"manifest": OTHER_HASH}, "bag-checksum"),
        ({"manifest": b"".join(reversed(GOOD.splitlines(keepends=True)))}, "bag-checksum"),
        ({"tagmanifest": b"0" * 64 + b"  bagit.txt\n"}, "bag-manifest-files"),
    ],
)
def test_a_tag_file_that_lies_is_refused(replaced: dict[str, bytes | None], code: str) -> None:
    assert refusal(bag_tar_with(sample_members(), **replaced)) == code


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([], "bag-tag-missing"),
        ([("other/data/a", b"x")], "bag-name"),
        ([("data", b"x")], "bag-name"),
        ([(f"{BAG_NAME}/fetch.txt", b"http://archive.example/ - data/a\n")], "bag-unknown-file"),
        ([(f"{BAG_NAME}/manifest-md5.txt", b"x")], "bag-unknown-file"),
        ([(f"{BAG_NAME}/metadata/a", b"x")], "bag-unknown-file"),
        ([(f"{BAG_NAME}/Data/a", b"x")], "bag-unknown-file"),
        ([(f"{BAG_NAME}/data", b"x")], "bag-unknown-file"),
        ([("sp ace/data/a", b"x")], "bag-name"),
    ],
)
def test_a_file_in_the_wrong_place_is_refused(files: list[tuple[str, bytes]], code: str) -> None:
    assert refusal(raw_tar(*files)) == code


def test_a_bag_of_nothing_is_refused() -> None:
    empty_manifest = hashlib.sha256(b"").hexdigest()
    tags = [("bag-info.txt", b"Payload-Oxum: 0.0\n"), ("manifest-sha256.txt", b""), ("tagmanifest-sha256.txt", empty_manifest.encode())]
    assert refusal(raw_tar(*((f"{BAG_NAME}/{name}", data) for name, data in tags))) == "bag-empty"


def test_texts_are_bounded_before_they_are_kept() -> None:
    limits = Limits(json_bytes=300)
    assert refusal(bag_tar([Member("data/story.json", b"x" * 301)]), limits) == "bag-text-too-large"
    many = [Member(f"data/{number}", b"") for number in range(10)]
    assert refusal(bag_tar(many), limits) == "bag-text-too-large"
    assert read(bag_tar([Member("data/answers/1-why.flac", b"x" * 301)]), limits)[0].files


def test_every_changed_payload_byte_is_found() -> None:
    tar = bag_tar(sample_members())
    start = tar.index(bytes(range(256)) * 40)
    for place in range(start, start + 10_240, 101):
        changed = bytearray(tar)
        changed[place] ^= 0x10
        assert refusal(bytes(changed)) == "bag-checksum"


def test_what_the_sink_raises_reaches_the_caller_unchanged() -> None:
    class FullDisk(MemorySink):
        def open(self, path: str) -> object:  # type: ignore[override]
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        read_bag(io.BytesIO(bag_tar(sample_members())), FullDisk())  # type: ignore[arg-type]
