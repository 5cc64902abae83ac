"""Ogg pages (RFC 3533) of an Opus stream (RFC 7845): checked to be whole, and given a constant serial number.

libsndfile derives the serial from the second in which it encodes; who knows its generator could read the time from the file.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SERIAL = 1
_HEADER = struct.Struct("<4sBBqIIIB")  # capture pattern, version, flags, granule position, serial, page number, CRC, segments
_FIRST, _LAST = 0x02, 0x04
_CRC_AT = 22
_OPUS_HEAD = struct.Struct("<8sBBH")  # signature, version, channels, pre-skip
# Ogg's CRC has zlib's polynomial the other way round: over bytes with reversed bits zlib computes it, itself reversed.
_REVERSED_BITS = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class BrokenStream(ValueError):
    """Not a whole Ogg Opus stream."""


def with_constant_serial(stream: bytes, frames: int) -> bytes:
    """The same stream under the serial `SERIAL`. Raises BrokenStream unless it holds exactly `frames` at 48 kHz, first to last page."""
    if _frames(stream) != frames:
        raise BrokenStream("the end is missing")
    return b"".join(_signed(page) for page, _, _ in _pages(stream))


def mono_frames(stream: bytes) -> int:
    """How many frames at 48 kHz a whole mono stream holds. Raises BrokenStream for anything else."""
    first = next(_pages(stream), None)
    if first is None or _head(first[0])[0] != 1:
        raise BrokenStream("not one channel")
    return _frames(stream)


def _frames(stream: bytes) -> int:
    pages = list(_pages(stream))
    if not pages or not pages[-1][1] & _LAST:
        raise BrokenStream("the end is missing")
    return pages[-1][2] - _head(pages[0][0])[1]


def _pages(stream: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each page with its flags and its granule position, first to last."""
    place = number = 0
    while place < len(stream):
        page, flags, granule = _page(stream, place, number)
        yield page, flags, granule
        place, number = place + len(page), number + 1


def _page(stream: bytes, place: int, number: int) -> tuple[bytes, int, int]:
    """One page, its flags and its granule position."""
    try:
        pattern, version, flags, granule, _, found_number, crc, segments = _HEADER.unpack_from(stream, place)
    except struct.error as error:
        raise BrokenStream("a page is cut") from error
    body = place + _HEADER.size + segments
    page = stream[place : body + sum(stream[place + _HEADER.size : body])]
    if pattern != b"OggS" or version != 0 or found_number != number or bool(flags & _FIRST) != (number == 0) or _crc(page) != crc:
        raise BrokenStream("a page is damaged or missing")
    return page, flags, granule


def _head(page: bytes) -> tuple[int, int]:
    """Channels and pre-skip, from the identification header."""
    try:
        signature, _, channels, pre_skip = _OPUS_HEAD.unpack_from(page, _HEADER.size + page[_HEADER.size - 1])
    except struct.error as error:
        raise BrokenStream("not Opus") from error
    if signature != b"OpusHead":
        raise BrokenStream("not Opus")
    return int(channels), int(pre_skip)


def _signed(page: bytes) -> bytes:
    changed = bytearray(page)
    struct.pack_into("<I", changed, 14, SERIAL)
    struct.pack_into("<I", changed, _CRC_AT, _crc(bytes(changed)))
    return bytes(changed)


def _crc(page: bytes) -> int:
    """Over the page with its CRC field at zero; initial value and final XOR are 0."""
    zeroed = page[:_CRC_AT] + bytes(4) + page[_CRC_AT + 4 :]
    reflected = zlib.crc32(zeroed.translate(_REVERSED_BITS), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{reflected:032b}"[::-1], 2)
