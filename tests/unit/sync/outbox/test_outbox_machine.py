"""Whatever is done to an outbox in whatever order: no package is lost, and none is erased without its receipt."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from sync.contract.package import Part, new_package_id
from sync.contract.receipt import Receipt, SignedReceipt
from sync.outbox import IllegalMove, NewPackage, Outbox, State
from sync.outbox.states import LEGAL_MOVES, SETTLED

NOW_S = 1_800_000_000.0
YEAR_S = 365 * 24 * 3600.0


class OutboxMachine(RuleBasedStateMachine):
    """A model beside the real thing: a dict of states."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "outbox.sqlite3"
        self._outbox = Outbox(self._path)
        self._states: dict[str, State] = {}
        self._new: dict[str, NewPackage] = {}

    def teardown(self) -> None:
        self._outbox.close()
        self._folder.cleanup()

    @rule(target=ids, part=st.sampled_from(Part))
    def add(self, part: Part) -> str:
        package_id = new_package_id()
        new = NewPackage(package_id, part, f"{package_id}.age", hashlib.sha256(package_id.encode()).hexdigest(), 100)
        self._outbox.add(new_package_id(), [new])
        self._new[package_id], self._states[package_id] = new, State.QUEUED
        return package_id

    @rule(package_id=ids, to=st.sampled_from(State))
    def move(self, package_id: str, to: State) -> None:
        new, facts = self._new[package_id], {}
        if to is State.CONFIRMED:
            facts["receipt"] = SignedReceipt(Receipt(package_id, new.sha256, new.size_bytes, "2026-03-01"), "ab" * 64)
        elif to in (State.BLOCKED, State.QUARANTINED):
            facts["reason"] = "portal"
        try:
            self._outbox.move(package_id, to, **facts)
        except IllegalMove:
            assert to not in LEGAL_MOVES[self._states[package_id]]
        else:
            assert to in LEGAL_MOVES[self._states[package_id]]
            self._states[package_id] = to

    @rule()
    def unblock(self) -> None:
        self._outbox.unblock_due(NOW_S)
        self._states = {key: State.QUEUED if state is State.BLOCKED else state for key, state in self._states.items()}

    @rule(package_id=ids)
    def receipt_by_courier(self, package_id: str) -> None:
        new = self._new[package_id]
        signed = SignedReceipt(Receipt(package_id, new.sha256, new.size_bytes, "2026-03-01"), "ab" * 64)
        moved = self._outbox.confirm_by_courier(package_id, signed)
        assert moved == (self._states[package_id] not in SETTLED)
        if moved:
            self._states[package_id] = State.CONFIRMED

    @rule(package_id=ids, day=st.sampled_from([None, "2026-03-05"]))
    def export(self, package_id: str, day: str | None) -> None:
        marked = self._outbox.mark_exported([package_id], day)
        assert marked == (() if self._states[package_id] in SETTLED else (package_id,))

    @rule(by_s=st.sampled_from([-10 * YEAR_S, -3600.0, 3600.0, 10 * YEAR_S]))
    def clock_is_set(self, by_s: float) -> None:
        self._outbox.shift_waits(by_s)

    @rule(what=st.sampled_from(["try_now", "try_again", "wake_link"]))
    def hurry(self, what: str) -> None:
        getattr(self._outbox, what)()

    @rule()
    def reopen(self) -> None:
        self._outbox.close()
        self._outbox = Outbox(self._path)

    @invariant()
    def model_and_database_agree(self) -> None:
        rows = {row.package_id: row for row in self._outbox.packages()}
        assert {key: row.state for key, row in rows.items()} == self._states
        for row in rows.values():
            assert (row.receipt is not None) == (row.state in (State.CONFIRMED, State.ERASED))
            assert (row.file_name is None) == (row.state in (State.ERASED, State.WITHDRAWN))
            if row.file_name is None:
                assert (row.exported_day, row.must_go) == (None, False)


OutboxMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestOutboxMachine = OutboxMachine.TestCase
