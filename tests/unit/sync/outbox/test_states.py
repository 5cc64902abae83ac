from __future__ import annotations

from itertools import product

from sync.outbox.states import ACTIVE, LEGAL_MOVES, State, sources_of


def test_every_state_is_in_the_table() -> None:
    assert set(LEGAL_MOVES) == set(State)


def test_only_a_signed_for_package_can_be_erased() -> None:
    assert sources_of(State.ERASED) == (State.CONFIRMED,)
    assert LEGAL_MOVES[State.CONFIRMED] == {State.ERASED}


def test_only_a_delivered_package_can_be_confirmed() -> None:
    assert sources_of(State.CONFIRMED) == (State.DELIVERED,)


def test_erased_is_the_end_and_can_be_reached_from_everywhere() -> None:
    assert LEGAL_MOVES[State.ERASED] == frozenset()
    reaching = {State.ERASED}
    for _ in State:
        reaching |= {state for state, target in product(State, State) if target in LEGAL_MOVES[state] & reaching}
    assert reaching == set(State)


def test_active_states_are_those_that_the_worker_can_finish_alone() -> None:
    assert set(State) - set(ACTIVE) == {State.ERASED, State.QUARANTINED}
