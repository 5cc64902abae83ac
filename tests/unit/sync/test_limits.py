from __future__ import annotations

import itertools

import pytest

from sync.contract.policy import OnMetered, Policy
from sync.limits import Hold, Limits, Metered, month_of
from sync.link import HINT_VALID_S, Link

NOW_S = 1_800_000_000.0
HINTED = Link(metered_hint=True, hinted_at_s=NOW_S)


def policy(**asked: object) -> Policy:
    return Policy("k", 1, ("age1" + "q" * 58,), **asked)  # type: ignore[arg-type]


def test_the_stricter_holds_whoever_says_it() -> None:
    strictness = [OnMetered.EVERYTHING, OnMetered.LISTEN, OnMetered.NOTHING]
    for here, asked in itertools.product(strictness, repeat=2):
        limits = Limits(on_metered=here).under(policy(on_metered=asked))
        assert strictness.index(limits.on_metered) == max(strictness.index(here), strictness.index(asked))


@pytest.mark.parametrize(("here", "asked", "holds"), [(0, None, 0), (0, 64, 64), (64, None, 64), (64, 128, 64), (128, 64, 64)])
def test_of_two_limits_the_smaller_holds_and_none_is_no_limit(here: int, asked: int | None, holds: int) -> None:
    limits = Limits(cap_kbit_s=here, monthly_mb=here).under(policy(cap_kbit_s=asked, monthly_mb=asked))
    assert (limits.cap_kbit_s, limits.monthly_mb) == (holds, holds)
    assert Limits(Metered.YES, OnMetered.NOTHING, here, here).under(None) == Limits(Metered.YES, OnMetered.NOTHING, here, here)


def test_units_are_those_of_a_price_list() -> None:
    assert (Limits(cap_kbit_s=64).cap_bytes_per_s, Limits(monthly_mb=500).monthly_bytes) == (8_000, 500_000_000)
    assert (Limits().cap_bytes_per_s, Limits().monthly_bytes) == (None, None)


@pytest.mark.parametrize(
    ("on_metered", "hold"), [(OnMetered.NOTHING, Hold.ALL), (OnMetered.LISTEN, Hold.MASTERS), (OnMetered.EVERYTHING, Hold.NONE)]
)
def test_what_a_link_that_costs_money_holds_back(on_metered: OnMetered, hold: Hold) -> None:
    assert Limits(Metered.YES, on_metered).hold(Link(), 0, NOW_S) is hold
    assert Limits(Metered.NO, on_metered).hold(HINTED, 0, NOW_S) is Hold.NONE
    assert Limits(Metered.ASK, on_metered).hold(HINTED, 0, NOW_S) is hold
    assert Limits(Metered.ASK, on_metered).hold(Link(), 0, NOW_S) is Hold.NONE


@pytest.mark.parametrize(
    ("hint", "age_s", "counts"),
    [
        (True, 0, True),
        (True, HINT_VALID_S, True),
        (True, HINT_VALID_S + 1, False),
        (True, -HINT_VALID_S - 1, False),  # from the future: the clock was set back
        (False, 0, False),
        (None, 0, False),
    ],
)
def test_the_windows_word_counts_for_ten_minutes(hint: bool | None, age_s: float, counts: bool) -> None:
    assert Link(metered_hint=hint, hinted_at_s=NOW_S - age_s).hinted_metered(NOW_S) is counts


def test_a_month_that_is_used_up_holds_everything_back_on_any_link() -> None:
    limits = Limits(Metered.NO, monthly_mb=1)
    assert limits.hold(Link(), 999_999, NOW_S) is Hold.NONE
    assert limits.hold(Link(), 1_000_000, NOW_S) is Hold.ALL


def test_months_are_of_utc() -> None:
    assert [month_of(moment) for moment in (0.0, 1_767_225_599.0, 1_767_225_600.0)] == ["1970-01", "2025-12", "2026-01"]


def test_what_staff_told_to_go_and_what_has_gone_is_never_kept() -> None:
    for hold, part in itertools.product(Hold, ("listen", "master")):
        assert not hold.keeps("queued", part, must_go=True)
        assert not hold.keeps("delivered", part, must_go=False)
    kept = [(hold, part) for hold in Hold for part in ("listen", "master") if hold.keeps("sending", part, must_go=False)]
    assert kept == [(Hold.MASTERS, "master"), (Hold.ALL, "listen"), (Hold.ALL, "master")]
