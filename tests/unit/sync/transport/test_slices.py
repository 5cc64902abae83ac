"""How large the next slice is."""

from __future__ import annotations

import pytest

from sync.transport.slices import ASSUMED_BYTES_PER_S, MAX_SLICE_BYTES, MIN_SLICE_BYTES, SMALLEST_SLICE_BYTES, SliceSizes

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("expected", "wanted"), [(None, 11_250_000), (0.0, 11_250_000), (50_000.0, 4_500_000), (8_000.0, MIN_SLICE_BYTES), (1e9, 11_250_000)]
)
def test_it_begins_with_what_was_known_before_or_a_middling_link_if_that_is_slower(expected: float | None, wanted: int) -> None:
    sizes = SliceSizes(expected_bytes_per_s=expected)
    assert sizes.next_bytes() == wanted
    assert sizes.rate_bytes_per_s is None, "a hope was told as a measurement"


def test_it_follows_the_link() -> None:
    sizes = SliceSizes(expected_bytes_per_s=ASSUMED_BYTES_PER_S)
    for rate, wanted in [(8_000, MIN_SLICE_BYTES), (100_000, 9_000_000), (10_000_000, MAX_SLICE_BYTES), (50_000, 4_500_000)]:
        sizes.arrived(MIB, MIB / rate)
        assert sizes.rate_bytes_per_s == pytest.approx(rate)
        assert sizes.next_bytes() == pytest.approx(wanted, abs=1)


def test_a_few_bytes_say_little_about_a_link_unless_it_is_faster_than_thought() -> None:
    sizes = SliceSizes()
    sizes.arrived(4 * MIB, 10)
    sizes.arrived(20_000, 1.2)  # two round trips
    assert sizes.rate_bytes_per_s == pytest.approx(4 * MIB / 10)
    sizes.arrived(200_000, 0.1)
    assert sizes.rate_bytes_per_s == pytest.approx(2_000_000)


def test_a_cut_tells_the_rate_of_what_came_through_before_it() -> None:
    sizes = SliceSizes()
    sizes.cut(10_000, 0.01)
    assert sizes.rate_bytes_per_s is None
    sizes.cut(MIB, 8)
    assert sizes.rate_bytes_per_s == MIB / 8


def test_cuts_of_which_nothing_is_kept_make_slices_smaller_until_they_come_through() -> None:
    sizes = SliceSizes()
    sizes.arrived(MIB, 1)
    tried = []
    for _ in range(40):
        tried.append(sizes.next_bytes())
        sizes.lost(tried[-1])
    assert tried[:6] == [MAX_SLICE_BYTES] * 2 + [MAX_SLICE_BYTES // 2] * 2 + [MAX_SLICE_BYTES // 4] * 2
    assert tried[-1] == SMALLEST_SLICE_BYTES
    sizes.arrived(SMALLEST_SLICE_BYTES, 0.01)
    assert sizes.next_bytes() == 2 * SMALLEST_SLICE_BYTES


def test_one_loss_between_arrivals_changes_nothing() -> None:
    sizes = SliceSizes()
    for _ in range(10):
        sizes.arrived(MIB, 0.001)
        sizes.lost(MAX_SLICE_BYTES)
    assert sizes.next_bytes() == MAX_SLICE_BYTES


def test_what_is_too_large_is_halved_at_once_and_only_so_far() -> None:
    sizes = SliceSizes(expected_bytes_per_s=1.0)
    size, halvings = sizes.next_bytes(), 0
    while sizes.too_large(size):
        assert sizes.next_bytes() == size // 2
        size, halvings = sizes.next_bytes(), halvings + 1
    assert (size, halvings) == (SMALLEST_SLICE_BYTES, 4)


def test_after_a_refusal_it_grows_again_with_every_arrival() -> None:
    sizes = SliceSizes()
    sizes.arrived(MIB, 0.001)
    sizes.too_large(MIB)
    grown = []
    for _ in range(9):
        grown.append(sizes.next_bytes())
        sizes.arrived(grown[-1], 0.001)
    assert grown[:3] == [MIB // 2, MIB, 2 * MIB]
    assert grown[-1] == MAX_SLICE_BYTES


def test_a_fixed_chunk_is_never_anything_else() -> None:
    sizes = SliceSizes(chunk_bytes=6_000_000)
    sizes.arrived(6_000_000, 0.001)
    sizes.lost(6_000_000)
    sizes.lost(6_000_000)
    assert not sizes.too_large(6_000_000)
    assert sizes.next_bytes() == 6_000_000


@pytest.mark.parametrize("chunk_bytes", [0, -1])
def test_a_chunk_of_nothing_is_refused(chunk_bytes: int) -> None:
    with pytest.raises(ValueError):
        SliceSizes(chunk_bytes)
