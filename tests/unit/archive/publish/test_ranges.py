from __future__ import annotations

import pytest

from archive.publish.ranges import Slice, Unsatisfiable, Whole, is_unchanged, select_bytes

ETAG = '"abc"'


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, Whole()),
        ("bytes=0-0", Slice(0, 1)),
        ("bytes=0-99", Slice(0, 100)),
        ("bytes=10-19", Slice(10, 20)),
        ("bytes=90-", Slice(90, 100)),
        ("bytes=99-", Slice(99, 100)),
        ("bytes=50-1000", Slice(50, 100)),
        (" bytes=1-2 ", Slice(1, 3)),
        ("bytes=-10", Slice(90, 100)),
        ("bytes=-1000", Slice(0, 100)),
        ("bytes=-0", Unsatisfiable()),
        ("bytes=100-", Unsatisfiable()),
        ("bytes=100-200", Unsatisfiable()),
        # RFC 9110 section 14.2: what is not understood is ignored, never answered with an error.
        ("bytes=20-10", Whole()),
        ("bytes=-", Whole()),
        ("bytes=", Whole()),
        ("bytes=a-b", Whole()),
        ("bytes=1.5-2", Whole()),
        ("bytes=+1-2", Whole()),
        ("bytes=0-1,5-6", Whole()),
        ("seconds=0-1", Whole()),
        ("bytes 0-1", Whole()),
        ("bytes=" + "9" * 40 + "-", Whole()),
        ("bytes=٣-٤", Whole()),
    ],
)
def test_which_bytes(header: str | None, expected: object) -> None:
    assert select_bytes(header, None, etag=ETAG, size_bytes=100) == expected


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=-1", "bytes=0-0"])
def test_an_empty_file_has_no_range(header: str) -> None:
    assert select_bytes(header, None, etag=ETAG, size_bytes=0) == Unsatisfiable()


@pytest.mark.parametrize(
    ("if_range", "counts"), [(ETAG, True), (f" {ETAG} ", True), ('"other"', False), (f"W/{ETAG}", False), ("Fri, 20 Nov 2026", False)]
)
def test_a_range_counts_only_for_the_same_bytes(if_range: str, counts: bool) -> None:
    expected = Slice(0, 10) if counts else Whole()
    assert select_bytes("bytes=0-9", if_range, etag=ETAG, size_bytes=100) == expected


@pytest.mark.parametrize(
    ("header", "unchanged"),
    [(None, False), (ETAG, True), (f'"x", W/{ETAG}', True), ("*", True), ('"x"', False), ("abc", False)],
)
def test_unchanged(header: str | None, unchanged: bool) -> None:
    assert is_unchanged(header, ETAG) is unchanged
