from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.package.padme import SMALLEST_TAR_BYTES, padded_tar_size, padme

_SIZES = st.integers(0, 2**40)


def test_the_sizes_of_the_paper() -> None:
    # Worked by hand from algorithm 1: the exponent's own bit length says how many leading bits stay.
    assert [padme(size) for size in (0, 1, 2, 3, 8, 9, 10, 11, 100, 1000, 16_385)] == [0, 1, 2, 3, 8, 10, 10, 12, 104, 1024, 17_408]


@given(_SIZES)
def test_never_smaller_never_more_than_12_percent_larger_and_stable(size: int) -> None:
    padded = padme(size)
    assert size <= padded <= size * 1.12 + 1
    assert padme(padded) == padded


@given(_SIZES, _SIZES)
def test_order_is_kept(one: int, other: int) -> None:
    assert (padme(one) <= padme(other)) or one > other


def test_a_megabyte_range_has_few_sizes() -> None:
    assert len({padme(size) for size in range(2**20 + 1, 2**21 + 1, 64)}) == 32


@given(_SIZES)
def test_a_padded_tar_is_whole_blocks_and_never_tiny(size: int) -> None:
    padded = padded_tar_size(size)
    assert padded % 512 == 0
    assert padded >= max(size, SMALLEST_TAR_BYTES)
