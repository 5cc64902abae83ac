"""POSIX tar (IEEE Std 1003.1-2017 pax utility, ustar interchange format), reduced to one spelling per content.

Written: regular files only, mode 0644, owner 0, time 0, names of at most 100 bytes, so that equal members give equal bytes and
nothing about the machine or the moment is told. Read: exactly what is written and nothing else. A header that differs in one
byte from the one spelling is refused, which leaves no room for links, devices, extension headers or two readings of one archive.
`tar --format=ustar --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=0644` of GNU tar writes the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Protocol

from sync.contract.faults import BrokenPackage
from sync.contract.package import Limits
from sync.package.padme import padded_tar_size

BLOCK_BYTES = 512
_ZERO_BLOCK = bytes(BLOCK_BYTES)
_NAME_BYTES = 100
_LARGEST_MEMBER_BYTES = 8**11 - 1
_ZERO_PIECE = bytes(64 * 1024)

_REGULAR = b"0"
_REFUSED_TYPES = {
    b"1": ("tar-link", "a hard link"),
    b"2": ("tar-link", "a symbolic link"),
    b"3": ("tar-device", "a device"),
    b"4": ("tar-device", "a device"),
    b"5": ("tar-folder", "a folder entry"),
    b"6": ("tar-device", "a pipe"),
    b"g": ("tar-extension", "a pax extension header"),
    b"x": ("tar-extension", "a pax extension header"),
    b"L": ("tar-extension", "a GNU long name"),
    b"K": ("tar-extension", "a GNU long link"),
    b"S": ("tar-extension", "a GNU sparse file"),
}


def header(path: str, size_bytes: int) -> bytes:
    """The one header block for a regular file. Raises ValueError for a name or size the format cannot hold: our bug."""
    name = path.encode()
    if not 0 < len(name) <= _NAME_BYTES or not 0 <= size_bytes <= _LARGEST_MEMBER_BYTES:
        raise ValueError("a member's name has at most 100 bytes and its data less than 8 GiB")
    before = b"".join(
        (
            name.ljust(_NAME_BYTES, b"\0"),
            b"0000644\0",  # mode
            b"0000000\0",  # uid
            b"0000000\0",  # gid
            b"%011o\0" % size_bytes,
            b"00000000000\0",  # mtime
        )
    )
    after = b"".join((_REGULAR, bytes(100), b"ustar\x0000", bytes(64), b"0000000\0", b"0000000\0", bytes(167)))
    checksum = sum(before) + sum(after) + 8 * ord(" ")
    return before + b"%06o\0 " % checksum + after


def tar_pieces(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The tar of `files` piece by piece, closed by two zero blocks and padded with zeros to a Padmé size.

    Holds one file's data at a time: the next is asked for only after the last piece of the one before was taken.
    """
    total_bytes = 0
    for path, data in files:
        size_bytes = len(data)
        yield header(path, size_bytes)
        yield data
        # Let go before asking for the next: two answers of an hour each would be 360 MB.
        del data
        fill_bytes = -size_bytes % BLOCK_BYTES
        yield bytes(fill_bytes)
        total_bytes += BLOCK_BYTES + size_bytes + fill_bytes
    to_write = padded_tar_size(total_bytes + 2 * BLOCK_BYTES) - total_bytes
    while to_write:
        piece = _ZERO_PIECE[:to_write]
        yield piece
        to_write -= len(piece)


def check_path(path: str) -> None:
    """Refuses every name that some file system could read as another place or another name. Raises BrokenPackage."""
    if path.startswith("/"):
        raise _refused("tar-path-absolute", "a member with an absolute path")
    if any(ord(character) < 32 or ord(character) == 127 or character in '\\:%*?"<>|' for character in path):
        raise _refused("tar-path-characters", "a member whose name has characters that do not travel")
    for part in path.split("/"):
        # Covers "", ".", "..", hidden names, and the trailing dots and spaces that Windows drops.
        if part != part.strip(". ") or not part:
            raise _refused("tar-path", "a member whose path leads elsewhere")
    if unicodedata.normalize("NFC", path) != path:
        raise _refused("tar-path-unicode", "a member whose name is not in Unicode normal form C")


def _refused(code: str, what: str) -> BrokenPackage:
    return BrokenPackage(code, f"The package holds {what}. It is refused and nothing of it is kept.")


class MemberHandler(Protocol):
    """Takes what the reader finds, in order. What it was given is not to be trusted before `finish` has returned."""

    def begin(self, path: str, size_bytes: int) -> None: ...

    def data(self, piece: bytes) -> None: ...

    def end(self) -> None: ...


class _Expecting(Enum):
    HEADER = "header"
    DATA = "data"
    FILL = "fill"
    SECOND_ZERO_BLOCK = "second zero block"
    PADDING = "padding"


class TarReader:
    """Reads what is pushed into it, whatever the sizes of the pushes. Keeps one block, never a member. Not thread-safe.

    `feed` and `finish` raise BrokenPackage; afterwards the reader must not be used again.
    """

    def __init__(self, handler: MemberHandler, limits: Limits) -> None:
        self._handler = handler
        self._limits = limits
        self._expecting = _Expecting.HEADER
        self._block = bytearray()
        self._left_bytes = 0
        self._fill_bytes = 0
        self._total_bytes = 0
        self._members = 0
        self._seen_folded: set[str] = set()
        self._folders_folded: set[str] = set()

    def feed(self, data: bytes) -> None:
        self._total_bytes += len(data)
        if self._total_bytes > self._limits.package_bytes:
            raise _refused("tar-too-long", "more bytes than a package may")
        view = memoryview(data)
        while view:
            view = view[self._take(view) :]

    def finish(self) -> None:
        """Call after the last byte: only then is the archive whole."""
        if self._expecting is not _Expecting.PADDING:
            raise _refused("tar-cut", "an archive that ends too early")
        if self._total_bytes % BLOCK_BYTES:
            raise _refused("tar-cut", "an archive that ends within a block")

    def _take(self, view: memoryview) -> int:
        """Consumes some of `view`; returns how many bytes."""
        if self._expecting is _Expecting.DATA:
            piece = view[: self._left_bytes]
            self._handler.data(bytes(piece))
            self._count_down(len(piece))
            return len(piece)
        if self._expecting is _Expecting.FILL:
            piece = view[: self._left_bytes]
            if any(piece):
                raise _refused("tar-fill", "bytes hidden between its members")
            self._count_down(len(piece))
            return len(piece)
        if self._expecting is _Expecting.PADDING:
            if view.tobytes().count(0) != len(view):
                raise _refused("tar-padding", "bytes hidden after its end")
            return len(view)
        piece = view[: BLOCK_BYTES - len(self._block)]
        self._block += piece
        if len(self._block) == BLOCK_BYTES:
            block = bytes(self._block)
            self._block.clear()
            self._take_block(block)
        return len(piece)

    def _take_block(self, block: bytes) -> None:
        if self._expecting is _Expecting.SECOND_ZERO_BLOCK:
            if block != _ZERO_BLOCK:
                raise _refused("tar-end", "bytes hidden after its end")
            self._expecting = _Expecting.PADDING
        elif block == _ZERO_BLOCK:
            self._expecting = _Expecting.SECOND_ZERO_BLOCK
        else:
            self._take_header(block)

    def _take_header(self, block: bytes) -> None:
        path, size_bytes = _parse_header(block)
        self._members += 1
        if self._members > self._limits.members:
            raise _refused("tar-too-many", "more members than a package may")
        if size_bytes > self._limits.member_bytes:
            raise _refused("tar-member-too-large", "a larger member than a package may")
        check_path(path)
        self._check_new(path)
        self._handler.begin(path, size_bytes)
        self._fill_bytes = -size_bytes % BLOCK_BYTES
        self._left_bytes = size_bytes
        self._expecting = _Expecting.DATA
        self._count_down(0)

    def _check_new(self, path: str) -> None:
        """No name twice, not even on a file system that ignores case, and no name that is a file here and a folder there."""
        folded = path.casefold()
        parts = folded.split("/")
        folders = {"/".join(parts[:depth]) for depth in range(1, len(parts))}
        if folded in self._seen_folded:
            raise _refused("tar-duplicate", "the same name twice")
        if folded in self._folders_folded or folders & self._seen_folded:
            raise _refused("tar-duplicate", "a name that is both a file and a folder")
        self._seen_folded.add(folded)
        self._folders_folded |= folders

    def _count_down(self, taken_bytes: int) -> None:
        self._left_bytes -= taken_bytes
        if self._left_bytes == 0 and self._expecting is _Expecting.DATA:
            self._handler.end()
            self._left_bytes = self._fill_bytes
            self._expecting = _Expecting.FILL
        if self._left_bytes == 0:
            self._expecting = _Expecting.HEADER


def _parse_header(block: bytes) -> tuple[str, int]:
    kind = block[156:157]
    if block[257:265] != b"ustar\x0000":
        raise _refused("tar-format", "an archive that is not a POSIX ustar")
    if kind in _REFUSED_TYPES:
        raise _refused(*_REFUSED_TYPES[kind])
    if kind != _REGULAR:
        raise _refused("tar-type", "a member of unknown type")
    name = block[:_NAME_BYTES].rstrip(b"\0")
    size_field = block[124:136]
    if not size_field[:11].isdigit() or size_field[11] or any(digit > ord("7") for digit in size_field[:11]) or not name:
        raise _refused("tar-header", "a member whose header is damaged")
    try:
        path = name.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused("tar-path-unicode", "a member whose name is not UTF-8") from error
    size_bytes = int(size_field[:11], 8)
    if header(path, size_bytes) != block:
        raise _refused("tar-header", "a member whose header is damaged or says more than the format allows")
    return path, size_bytes
