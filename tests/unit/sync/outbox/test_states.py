from __future__ import annotations

from itertools import product

from sync.outbox.states import ACTIVE, LEGAL_MOVES, TAKEN_BACK, State, sources_of


def test_every_state_is_in_the_table() -> None:
    assert set(LEGAL_MOVES) == set(State)


def test_only_a_signed_for_package_can_be_erased() -> None:
    assert sources_of(State.ERASED) == (State.CONFIRMED,)
    assert LEGAL_MOVES[State.CONFIRMED] == {State.ERASED}


def test_only_a_delivered_package_can_be_confirmed() -> None:
    assert sources_of(State.CONFIRMED) == (State.DELIVERED,)


def _that_reach(end: State) -> set[State]:
    reaching = {end}
    for _ in State:
        reaching |= {state for state, target in product(State, State) if target in LEGAL_MOVES[state] & reaching}
    return reaching


def test_erased_is_an_end_and_can_be_reached_from_everywhere_but_what_was_taken_back() -> None:
    assert LEGAL_MOVES[State.ERASED] == frozenset()
    assert _that_reach(State.ERASED) == set(State) - set(TAKEN_BACK)


def test_a_teller_can_take_back_everything_that_the_archive_has_not_signed_for_and_nothing_comes_back_from_there() -> None:
    assert set(sources_of(State.WITHDRAWING)) == set(State) - {State.CONFIRMED, State.ERASED, *TAKEN_BACK}
    assert LEGAL_MOVES[State.WITHDRAWING] == {State.WITHDRAWN}
    assert LEGAL_MOVES[State.WITHDRAWN] == frozenset()


def test_active_states_are_those_that_the_worker_can_finish_alone() -> None:
    assert set(State) - set(ACTIVE) == {State.ERASED, State.QUARANTINED, State.WITHDRAWN}
