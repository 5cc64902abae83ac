from __future__ import annotations

from itertools import product

from sync.outbox.states import ERASABLE, LEGAL_MOVES, SETTLED, TAKEN_BACK, WAITING, State, sources_of


def test_every_state_is_in_the_table() -> None:
    assert set(LEGAL_MOVES) == set(State)


def test_only_a_signed_for_package_can_be_erased() -> None:
    assert sources_of(State.ERASED) == (State.CONFIRMED,)
    assert LEGAL_MOVES[State.CONFIRMED] == {State.ERASED}


def test_a_receipt_counts_wherever_the_file_still_is() -> None:
    assert set(sources_of(State.CONFIRMED)) == set(State) - set(SETTLED)


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


def test_the_worker_has_something_to_do_for_all_but_what_is_over_or_waits_for_people() -> None:
    assert set(State) - {*WAITING, *ERASABLE, State.BLOCKED} == {State.ERASED, State.QUARANTINED, State.WITHDRAWN}
