from __future__ import annotations

import random
import statistics

import pytest

from sync.outbox.outbox import LONGEST_WAIT_S
from sync.schedule import LONGEST_RETRY_AFTER_S, Cause, SystemClock, backoff_s, probe_s, return_s


def waits(cause: Cause, failures: int, retry_after_s: float | None = None, *, online: bool = False) -> list[float]:
    rng = random.Random(42)
    return [backoff_s(cause, failures, rng, retry_after_s, online=online) for _ in range(4000)]


@pytest.mark.parametrize(
    ("cause", "failures", "ceiling_s"),
    [
        (Cause.NETWORK, 0, 0.5),
        (Cause.NETWORK, 3, 4),
        (Cause.NETWORK, 7, 60),
        (Cause.NETWORK, 10_000, 60),
        (Cause.SERVER, 0, 2),
        (Cause.SERVER, 5, 64),
        (Cause.SERVER, 10_000, 900),
    ],
)
def test_full_jitter_below_a_ceiling_that_doubles_up_to_a_cap(cause: Cause, failures: int, ceiling_s: float) -> None:
    drawn = waits(cause, failures)
    assert min(drawn) >= 0
    assert max(drawn) <= ceiling_s
    assert max(drawn) > 0.99 * ceiling_s
    assert statistics.mean(drawn) == pytest.approx(ceiling_s / 2, rel=0.05)


def test_the_archives_wish_is_a_floor_and_is_spread() -> None:
    drawn = waits(Cause.SERVER, 0, retry_after_s=100)
    assert min(drawn) >= 100
    assert max(drawn) <= 150
    assert max(drawn) - min(drawn) > 45
    assert max(waits(Cause.SERVER, 20, retry_after_s=1)) > 800


def test_no_wait_looks_like_a_wrong_clock() -> None:
    assert max(waits(Cause.SERVER, 20, retry_after_s=10 * LONGEST_RETRY_AFTER_S)) < LONGEST_WAIT_S


def test_where_the_system_has_a_network_the_link_is_tried_more_often_and_the_archive_is_not() -> None:
    assert 4.9 < max(waits(Cause.NETWORK, 20, online=True)) <= 5
    assert max(waits(Cause.NETWORK, 0, online=True)) <= 0.5
    assert max(waits(Cause.SERVER, 20, online=True)) > 800


def test_what_comes_back_comes_back_spread_over_three_seconds() -> None:
    rng = random.Random(1)
    drawn = [return_s(rng) for _ in range(1000)]
    assert 0 <= min(drawn) < 0.1
    assert 2.9 < max(drawn) <= 3


def test_a_portal_is_looked_at_more_often_than_what_staff_must_mend() -> None:
    rng = random.Random(1)
    assert all(30 <= probe_s(reason, rng) <= 60 for reason in ("portal", "intercepted") for _ in range(100))
    assert all(600 <= probe_s(reason, rng) <= 900 for reason in ("token", "clock", "receipt") for _ in range(100))


def test_the_system_clock_gives_both_times() -> None:
    clock = SystemClock()
    assert clock.now_s() > 1_700_000_000
    assert clock.monotonic_s() <= clock.monotonic_s()
    assert clock.boot_s() <= clock.boot_s()


def test_the_clock_that_goes_on_while_the_device_sleeps_is_never_behind() -> None:
    """On a device that has never slept both are the same."""
    clock = SystemClock()
    monotonic_s = clock.monotonic_s()
    assert clock.boot_s() >= monotonic_s
