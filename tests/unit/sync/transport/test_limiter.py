"""The bandwidth cap, by a clock that only its own sleep moves."""

from __future__ import annotations

import pytest

from sync.transport.faults import Cancelled
from sync.transport.limiter import TokenBucket


class Time:
    """Sleeping is what passes it."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.naps: list[float] = []

    def monotonic(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now_s += seconds


@pytest.fixture
def time() -> Time:
    return Time()


def bucket(time: Time, rate: float | None) -> TokenBucket:
    return TokenBucket(rate, monotonic=time.monotonic, sleep=time.sleep)


def take_all(limiter: TokenBucket, size_bytes: int) -> list[int]:
    portions = []
    while size_bytes:
        portions.append(limiter.portion(min(size_bytes, 16 * 1024)))
        limiter.take(portions[-1])
        size_bytes -= portions[-1]
    return portions


@pytest.mark.parametrize("rate", [1_000, 8_000, 250_000, 10_000_000])
def test_over_any_stretch_no_more_goes_than_the_cap_and_hardly_less(time: Time, rate: int) -> None:
    size_bytes = 100 * rate
    take_all(bucket(time, rate), size_bytes)
    took_s = time.now_s - 100
    assert 99.7 <= took_s <= 100.3


@pytest.mark.parametrize("rate", [None, 0, -5])
def test_without_a_cap_nothing_waits(time: Time, rate: float | None) -> None:
    assert set(take_all(bucket(time, rate), 160 * 1024)) == {16 * 1024}
    assert time.naps == []


def test_a_rest_earns_no_flood(time: Time) -> None:
    limiter = bucket(time, 8_000)
    take_all(limiter, 80_000)
    time.now_s += 3600
    began_s = time.now_s
    take_all(limiter, 80_000)
    assert time.now_s - began_s >= 9.7


def test_what_goes_at_once_is_small_where_the_cap_is(time: Time) -> None:
    assert max(take_all(bucket(time, 8_000), 40_000)) == 2_000
    assert max(take_all(bucket(time, 100), 4_000)) == 512


def test_a_sleeper_looks_up_often_and_leaves_when_told_to(time: Time) -> None:
    limiter = bucket(time, 10)
    with pytest.raises(Cancelled):
        limiter.take(10_000, lambda: time.now_s >= 105)
    assert max(time.naps) <= 0.25
    assert time.now_s <= 105.25


def test_a_new_cap_holds_from_the_next_block_on(time: Time) -> None:
    limiter = bucket(time, 1_000)
    take_all(limiter, 10_000)
    limiter.set_rate(None)
    before_s = time.now_s
    take_all(limiter, 1_000_000)
    assert time.now_s == before_s
    limiter.set_rate(100_000)
    take_all(limiter, 1_000_000)
    assert 9.7 <= time.now_s - before_s <= 10.3


def test_the_same_cap_again_refills_nothing(time: Time) -> None:
    limiter = bucket(time, 1_000)
    for _ in range(40):
        limiter.set_rate(1_000)
        limiter.take(250)
    assert time.now_s - 100 >= 9.7
