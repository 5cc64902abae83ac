from __future__ import annotations

import pytest
from sync_clock import FakeClock

from sync.worker.jumps import Jump, Jumps

YEAR_S = 365 * 24 * 3600.0


@pytest.mark.parametrize("passed_s", [0.0, 1.0, 90.0, 7200.0])
def test_time_that_passes_is_no_jump(passed_s: float) -> None:
    clock = FakeClock()
    jumps = Jumps(clock)
    clock.advance(passed_s)
    clock.jump(1.9)  # what a time server corrects
    assert jumps.look() == Jump(0.0, False)


@pytest.mark.parametrize("by_s", [-10 * YEAR_S, -3.0, 3.0, 10 * YEAR_S])
def test_somebody_sets_the_clock(by_s: float) -> None:
    clock = FakeClock()
    jumps = Jumps(clock)
    clock.advance(5.0)
    clock.jump(by_s)
    found = jumps.look()
    assert (found.set_by_s, found.slept) == (pytest.approx(by_s), False)
    assert jumps.look() == Jump(0.0, False)


def test_the_device_sleeps() -> None:
    clock = FakeClock()
    jumps = Jumps(clock)
    clock.sleep(3600.0)
    assert jumps.look() == Jump(0.0, True)
    assert jumps.look() == Jump(0.0, False)


def test_it_sleeps_and_wakes_up_with_another_date() -> None:
    clock = FakeClock()
    jumps = Jumps(clock)
    clock.sleep(3600.0)
    clock.jump(-YEAR_S)
    assert jumps.look() == Jump(-YEAR_S, True)


@pytest.mark.parametrize(("late_s", "slept"), [(0.5, False), (9.0, False), (600.0, True)])
def test_where_no_clock_stands_still_a_wait_that_took_too_long_was_a_sleep(late_s: float, slept: bool) -> None:
    clock = FakeClock()
    jumps = Jumps(clock)
    clock.advance(late_s)
    assert jumps.look(late_s=late_s).slept is slept
