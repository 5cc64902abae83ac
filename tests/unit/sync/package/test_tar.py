from __future__ import annotations

import gc
import io
import tarfile
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.contract.faults import BrokenPackage
from sync.contract.package import LIMITS, Limits
from sync.package.padme import padded_tar_size
from sync.package.tar import TarReader, check_path, header, tar_pieces


class Collected:
    """A member handler that keeps everything; `done` counts only members that ended."""

    def __init__(self) -> None:
        self.done: list[tuple[str, bytes]] = []
        self._open: tuple[str, int, bytearray] | None = None

    def begin(self, path: str, size_bytes: int) -> None:
        assert self._open is None
        self._open = (path, size_bytes, bytearray())

    def data(self, piece: bytes) -> None:
        assert self._open is not None
        self._open[2].extend(piece)

    def end(self) -> None:
        assert self._open is not None
        path, size_bytes, data = self._open
        assert len(data) == size_bytes
        self.done.append((path, bytes(data)))
        self._open = None


def read(tar: bytes, limits: Limits = LIMITS, push_bytes: int = 8192) -> list[tuple[str, bytes]]:
    handler = Collected()
    reader = TarReader(handler, limits)
    for start in range(0, len(tar), push_bytes):
        reader.feed(tar[start : start + push_bytes])
    reader.finish()
    return handler.done


def refusal(tar: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(BrokenPackage) as refused:
        read(tar, limits)
    assert refused.value.sentence
    return refused.value.code


def tar_of(*files: tuple[str, bytes]) -> bytes:
    return b"".join(tar_pieces(files))


_NAMES = st.from_regex(r"[a-z0-9]{1,8}(/[a-z0-9]{1,8}){0,2}\.[a-z]{1,4}", fullmatch=True)
_FILES = st.lists(st.tuples(_NAMES, st.binary(max_size=2_000)), max_size=6, unique_by=lambda file: file[0])


@settings(deadline=None)
@given(_FILES, st.integers(1, 3_000))
def test_what_was_written_is_read_back_whatever_the_pushes(files: list[tuple[str, bytes]], push_bytes: int) -> None:
    assert read(tar_of(*files), push_bytes=push_bytes) == files


@settings(deadline=None)
@given(_FILES)
def test_pythons_own_reader_agrees_and_the_size_is_padded(files: list[tuple[str, bytes]]) -> None:
    tar = tar_of(*files)
    assert len(tar) == padded_tar_size(len(tar))
    with tarfile.open(fileobj=io.BytesIO(tar)) as opened:
        found = [(member.name, opened.extractfile(member).read()) for member in opened]  # type: ignore[union-attr]
        assert found == files
        assert all((m.mode, m.uid, m.gid, m.mtime, m.uname, m.gname) == (0o644, 0, 0, 0, "", "") for m in opened)


def test_equal_members_give_equal_bytes() -> None:
    files = [("a/b.txt", b"one"), ("a/ö.txt", b"two")]
    assert tar_of(*files) == tar_of(*files)


@pytest.mark.parametrize(("path", "size_bytes"), [("", 0), ("x" * 101, 0), ("ö" * 51, 0), ("a", -1), ("a", 8**11)])
def test_what_the_header_cannot_hold_is_our_bug(path: str, size_bytes: int) -> None:
    with pytest.raises(ValueError):
        header(path, size_bytes)


def test_one_member_is_held_at_a_time() -> None:
    alive = 0
    seen_alive: list[int] = []

    class Tracked(bytes):
        def __new__(cls, value: bytes) -> Tracked:
            nonlocal alive
            alive += 1
            return super().__new__(cls, value)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def members() -> Iterator[tuple[str, bytes]]:
        for number in range(5):
            gc.collect()
            seen_alive.append(alive)
            yield f"a/{number}", Tracked(b"x" * 1000)

    for piece in tar_pieces(members()):
        del piece
    assert seen_alive == [0] * 5


def with_header(change: Callable[[bytearray], None], data: bytes = b"") -> bytes:
    """A tar of one member whose header was changed and whose checksum was made right again."""
    block = bytearray(header("bag/data/a", len(data)))
    change(block)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + data + bytes(-len(data) % 512) + bytes(1024)


def put(start: int, value: bytes) -> Callable[[bytearray], None]:
    def change(block: bytearray) -> None:
        block[start : start + len(value)] = value

    return change


def test_the_changed_header_is_accepted_when_nothing_was_changed() -> None:
    assert read(with_header(put(0, b""), b"data")) == [("bag/data/a", b"data")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (put(156, b"1"), "tar-link"),
        (put(156, b"2"), "tar-link"),
        (put(156, b"3"), "tar-device"),
        (put(156, b"4"), "tar-device"),
        (put(156, b"5"), "tar-folder"),
        (put(156, b"6"), "tar-device"),
        (put(156, b"7"), "tar-type"),
        (put(156, b"\0"), "tar-type"),
        (put(156, b"x"), "tar-extension"),
        (put(156, b"g"), "tar-extension"),
        (put(156, b"L"), "tar-extension"),
        (put(156, b"K"), "tar-extension"),
        (put(156, b"S"), "tar-extension"),
        (put(257, b"ustar  \0"), "tar-format"),
        (put(257, bytes(8)), "tar-format"),
        (put(100, b"0004755\0"), "tar-header"),
        (put(108, b"0001750\0"), "tar-header"),
        (put(136, b"14000000000\0"), "tar-header"),
        (put(157, b"/etc/passwd"), "tar-header"),
        (put(265, b"nour"), "tar-header"),
        (put(345, b"prefix"), "tar-header"),
        (put(500, b"hidden"), "tar-header"),
        (put(10, b"\0hidden"), "tar-path-characters"),
        (put(124, b"\x80" + bytes(10) + b"\x01"), "tar-header"),
        (put(124, b"0000000000 \0"), "tar-header"),
        (put(124, b"00000000008\0"), "tar-header"),
        (put(0, b"\xff"), "tar-path-unicode"),
        (put(0, bytes(100)), "tar-header"),
    ],
)
def test_a_header_that_says_more_than_a_plain_file_is_refused(change: Callable[[bytearray], None], code: str) -> None:
    assert refusal(with_header(change)) == code


def test_a_wrong_checksum_is_refused() -> None:
    tar = bytearray(tar_of(("a/b", b"data")))
    tar[148:154] = b"000000"
    assert refusal(bytes(tar)) == "tar-header"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/passwd", "tar-path-absolute"),
        ("//host/share", "tar-path-absolute"),
        ("../a", "tar-path"),
        ("a/../b", "tar-path"),
        ("a/..", "tar-path"),
        ("./a", "tar-path"),
        ("a//b", "tar-path"),
        ("a/", "tar-path"),
        ("a/.hidden", "tar-path"),
        ("a/b.", "tar-path"),
        ("a/b ", "tar-path"),
        ("a/ /b", "tar-path"),
        ("a\\..\\b", "tar-path-characters"),
        ("C:/a", "tar-path-characters"),
        ("a/b:stream", "tar-path-characters"),
        ("a/%2e%2e/b", "tar-path-characters"),
        ("a/b\nc", "tar-path-characters"),
        ("a/\x1b[2J", "tar-path-characters"),
        ("a/\x7f", "tar-path-characters"),
        ("a/e\u0301", "tar-path-unicode"),
    ],
)
def test_a_path_that_could_lead_elsewhere_is_refused(path: str, code: str) -> None:
    assert refusal(tar_of((path, b"x"))) == code


@pytest.mark.parametrize("path", ["bag/data/story.json", "bag/data/é.txt", "a", "bag/data/answers/3-inspiration.flac"])
def test_a_plain_path_is_accepted(path: str) -> None:
    check_path(path)


@pytest.mark.parametrize(
    "paths",
    [("a/b", "a/b"), ("a/b", "A/B"), ("a/straße", "a/STRASSE"), ("a/b", "a/b/c"), ("a/b/c", "a/b"), ("a/b/c", "A/B"), ("a", "A/b/c")],
)
def test_names_that_fall_together_are_refused(paths: tuple[str, str]) -> None:
    assert refusal(tar_of(*((path, b"x") for path in paths))) == "tar-duplicate"


def test_too_many_too_large_and_too_long_are_refused() -> None:
    files = [(f"a/{number}", b"x" * 100) for number in range(5)]
    assert refusal(tar_of(*files), Limits(members=4)) == "tar-too-many"
    assert refusal(tar_of(*files), Limits(member_bytes=99)) == "tar-member-too-large"
    assert refusal(tar_of(*files), Limits(package_bytes=16_383)) == "tar-too-long"
    assert read(tar_of(*files), Limits(members=5, member_bytes=100, package_bytes=16_384)) == files


def test_a_huge_size_is_refused_at_the_header() -> None:
    assert refusal(header("a/b", 8**11 - 1)) == "tar-member-too-large"


@pytest.mark.parametrize("place", [1024 + 4, 1024 + 511])
def test_bytes_between_members_are_refused(place: int) -> None:
    tar = bytearray(tar_of(("a/a", b"x" * 512), ("a/b", b"data")))
    assert tar[1024:1034] == b"a/b" + bytes(7)
    tar[place + 512] = 1
    assert refusal(bytes(tar)) == "tar-fill"


def test_bytes_after_the_end_are_refused_wherever_they_are() -> None:
    tar = tar_of(("a/b", b"data"))
    for place in range(1024, len(tar), 77):
        changed = bytearray(tar)
        changed[place] = 1
        assert refusal(bytes(changed)) in {"tar-format", "tar-end", "tar-padding"}
    assert refusal(tar + b"\x01") == "tar-padding"
    assert refusal(tar + tar) == "tar-padding"


def test_one_zero_block_between_members_is_not_an_end() -> None:
    one, other = header("a/b", 0), header("a/c", 0)
    assert refusal(one + bytes(512) + other + bytes(1024)) == "tar-end"


def test_every_cut_within_the_members_is_refused() -> None:
    tar = tar_of(("a/b", b"x" * 700), ("a/c", b""))
    members_end = 512 + 1024 + 512
    for length in range(0, members_end + 1024, 13):
        assert refusal(tar[:length]) == "tar-cut"
    assert read(tar[: members_end + 1024]) == read(tar)
    assert refusal(tar[: members_end + 1025]) == "tar-cut"


@pytest.mark.parametrize("tar_format", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_hostile_archives_made_by_another_program_are_refused(tar_format: int) -> None:
    def archive(info: tarfile.TarInfo, data: bytes = b"") -> bytes:
        raw = io.BytesIO()
        with tarfile.open(fileobj=raw, mode="w", format=tar_format) as opened:
            opened.addfile(info, io.BytesIO(data))
        return raw.getvalue()

    def info(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
        made = tarfile.TarInfo(name)
        made.type, made.linkname = kind, link
        return made

    for hostile in (
        info("bag/data/x", tarfile.SYMTYPE, "/etc/passwd"),
        info("bag/data/x", tarfile.LNKTYPE, "bag/data/y"),
        info("bag/data/" + "long" * 40),
        info("bag/data", tarfile.DIRTYPE),
        info("bag/data/fifo", tarfile.FIFOTYPE),
        info("../outside"),
    ):
        assert refusal(archive(hostile)).startswith("tar-")


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=2_000))
def test_any_bytes_are_refused_and_never_crash(raw: bytes) -> None:
    if raw.strip(b"\0"):
        assert refusal(raw).startswith("tar-")


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 3 * 512 - 1), st.integers(1, 255))
def test_no_changed_byte_changes_what_is_read_unnoticed(place: int, change: int) -> None:
    """Within a member's data a change is for the bag's hashes to find; everywhere else it is refused here."""
    files = [("a/b", b"x" * 100), ("a/c", b"")]
    tar = bytearray(tar_of(*files))
    tar[place] ^= change
    if 512 <= place < 612:
        assert read(bytes(tar))[0][1] != files[0][1]
    else:
        assert refusal(bytes(tar)).startswith("tar-")
