"""Which bytes of a file a request asks for (RFC 9110 sections 13 and 14), as pure functions over header values."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})\Z")


@dataclass(frozen=True)
class Whole:
    """Answer 200 with everything: no range was asked for, or one that RFC 9110 lets a server ignore."""


@dataclass(frozen=True)
class Slice:
    """Answer 206 with the bytes [start, end)."""

    start: int
    end: int


@dataclass(frozen=True)
class Unsatisfiable:
    """Answer 416: the range begins behind the end of the file."""


def select_bytes(range_header: str | None, if_range: str | None, *, etag: str, size_bytes: int) -> Whole | Slice | Unsatisfiable:
    """Only one `bytes` range is served as such; several, other units and bad syntax are ignored.

    `If-Range` counts only as the exact strong `etag`; a date never matches, because no Last-Modified is given out.
    """
    match = _ONE_RANGE.match(range_header.strip()) if range_header is not None else None
    if match is None or (if_range is not None and if_range.strip() != etag):
        return Whole()
    first, last = match.groups()
    if first == "":
        return _suffix(last, size_bytes)
    start = int(first)
    if last != "" and int(last) < start:
        return Whole()
    if start >= size_bytes:
        return Unsatisfiable()
    return Slice(start, size_bytes if last == "" else min(int(last) + 1, size_bytes))


def _suffix(length: str, size_bytes: int) -> Whole | Slice | Unsatisfiable:
    if length == "":
        return Whole()
    if int(length) == 0 or size_bytes == 0:
        return Unsatisfiable()
    return Slice(max(0, size_bytes - int(length)), size_bytes)


def is_unchanged(if_none_match: str | None, etag: str) -> bool:
    """Weak comparison of RFC 9110 section 13.1.2, which decides on 304."""
    if if_none_match is None:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return "*" in tags or etag in tags
