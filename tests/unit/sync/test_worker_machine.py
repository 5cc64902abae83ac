"""Worker, archive and an adversary, in whatever order: a file goes only for a verified receipt, and what is receipted can be read.

`IDR_TEST_ROUNDS=300 packaging/test tests/unit/sync/test_worker_machine.py` takes some 100,000 steps.
"""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

import pytest
from booth import Booth
from fake_archive import FakeArchive
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from no_upkeep import NothingToKeep
from recording_awake import RecordingAwake
from sync_clock import FakeClock

from sync.contract.faults import BadReceipt
from sync.contract.package import Part, new_package_id
from sync.contract.receipt import Receipt, SignedReceipt, parse_signed_receipt
from sync.limits import Limits, Metered
from sync.outbox import TAKEN_BACK, IllegalMove, NewPackage, State
from sync.package.signatures import verify_receipt
from sync.status import PlainState, read_status
from sync.transport.archive import ArchiveClient
from sync.transport.session import HardenedSession
from sync.worker import STEPS, Worker

pytestmark = pytest.mark.allow_logs("sync")

ROUNDS = max(1, int(float(os.environ.get("IDR_TEST_ROUNDS", "1"))))
YEAR_S = 365 * 24 * 3600.0
SLICE_BYTES = 30_000


class Killed(BaseException):
    """No handler of the worker sees it, as none sees SIGKILL."""


class WorkerMachine(RuleBasedStateMachine):
    """What the adversary did to a file is remembered: for that one the promise is that staff are told."""

    stories = Bundle("stories")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._booth = Booth(Path(self._folder.name) / "data")
        self._archive = FakeArchive()
        self._enrolled = self._archive.enrolled()
        self._booth.enrol(self._enrolled)
        self._clock = FakeClock()
        self._session = HardenedSession(answer_timeout_s=10)
        self._packages: dict[str, NewPackage] = {}
        self._spoilt: set[str] = set()
        self._kill_at: tuple[str, int] | None = None
        self._worker = self._new_worker()

    def teardown(self) -> None:
        try:
            self._in_the_end_everything_arrives()
        finally:
            self._session.close()
            self._archive.close()
            self._booth.close()
            self._folder.cleanup()

    # --- what people and time do ---

    @rule(target=stories, sizes=st.tuples(*[st.sampled_from([100, 5_000, 2 * SLICE_BYTES + 1])] * 2))
    def tell(self, sizes: tuple[int, int]) -> str:
        parts = [self._booth.new_package(size, part) for size, part in zip(sizes, Part, strict=True)]
        verifier = os.urandom(32).hex()
        self._booth.outbox.add(new_package_id(), parts, verifier)
        self._packages |= {part.package_id: part for part in parts}
        return verifier

    @rule(verifier=consumes(stories))
    def take_back(self, verifier: str) -> None:
        self._booth.outbox.withdrawals.take_back(verifier, lambda _ids: b"sealed")

    @rule()
    def send_now(self) -> None:
        self._booth.outbox.try_now()

    @rule()
    def send_round_again(self) -> None:
        self._booth.outbox.requeue_quarantined()

    @rule(seconds=st.sampled_from([1.0, 60.0, 3600.0]))
    def time_passes(self, seconds: float) -> None:
        self._clock.advance(seconds)

    @rule(by_s=st.sampled_from([-10 * YEAR_S, -3600.0, 3600.0, 10 * YEAR_S]), seen=st.booleans())
    def clock_is_set(self, by_s: float, seen: bool) -> None:
        self._clock.jump(by_s)
        if seen:
            self._booth.outbox.shift_waits(by_s)

    @rule(metered=st.sampled_from([True, False, None]))
    def network_has_a_price(self, metered: bool | None) -> None:
        self._booth.outbox.set_metered_hint(metered, self._clock.now_s())

    # --- the worker ---

    @rule()
    def work(self) -> None:
        self._worker.run_once()

    @rule(step=st.sampled_from(STEPS), nth=st.integers(1, 3))
    def work_and_die(self, step: str, nth: int) -> None:
        self._kill_at = (step, nth)
        try:
            self._worker.run_once()
        except Killed:
            self._worker = self._new_worker()
        self._kill_at = None

    # --- the courier ---

    @rule(number=st.integers(0, 50))
    def stick_arrives(self, number: int) -> None:
        """The archive takes a package in from a stick, and its receipt comes back."""
        new = self._any(number)
        if new is None or new.package_id in self._spoilt or not self._booth.outbox.mark_exported([new.package_id], "2026-03-05"):
            return
        with self._archive.lock:
            if new.package_id not in self._archive.stored:
                self._archive.stored[new.package_id] = (self._booth.packages_dir / new.file_name).read_bytes()
                self._archive.stores[new.package_id] += 1
        signed = parse_signed_receipt(self._archive.sign(Receipt(new.package_id, new.sha256, new.size_bytes, "2026-03-05")))
        assert self._booth.outbox.confirm_by_courier(new.package_id, signed)

    @rule(number=st.integers(0, 50), other=st.integers(0, 50))
    def wrong_receipt_comes_by_stick(self, number: int, other: int) -> None:
        new, foreign = self._any(number), self._any(other)
        if new is None or foreign is None or new == foreign:
            return
        signed = SignedReceipt(Receipt(new.package_id, foreign.sha256, foreign.size_bytes, "2026-03-05"), "ab" * 64)
        try:
            assert not self._booth.outbox.confirm_by_courier(new.package_id, signed)
        except IllegalMove:
            return

    # --- the adversary ---

    @rule(after_bytes=st.lists(st.integers(0, 2 * SLICE_BYTES), max_size=3))
    def cut(self, after_bytes: list[int]) -> None:
        self._archive.switches.cut_after_bytes = after_bytes

    @rule(methods=st.sets(st.sampled_from(["GET", "POST", "PATCH", "HEAD"])))
    def lose_answers(self, methods: set[str]) -> None:
        self._archive.switches.lose_answers = methods

    @rule(answers=st.lists(st.sampled_from([400, 404, 409, 410, 413, 422, 423, 429, 500, 502, 503, 507]), max_size=3))
    def refuse(self, answers: list[int]) -> None:
        self._archive.switches.answer_with = [(status, {"Retry-After": "5"}) for status in answers]

    @rule(portal=st.sampled_from([None, "html", "redirect"]))
    def hotel(self, portal: str | None) -> None:
        self._archive.switches.portal = portal

    @rule(receipts=st.sampled_from(["signed", "forged", "replayed", "pending"]), stranger=st.booleans())
    def lie(self, receipts: str, stranger: bool) -> None:
        self._archive.switches.receipts = receipts
        self._archive.switches.stranger = stranger

    @rule(count=st.integers(0, 2))
    def flip_bits(self, count: int) -> None:
        self._archive.switches.corrupt = count

    @rule()
    def forget_what_is_unfinished(self) -> None:
        with self._archive.lock:
            uploads = self._archive._uploads
            for upload_id in [name for name, upload in uploads.items() if upload.package_id not in self._archive.stored]:
                del uploads[upload_id]

    @rule(number=st.integers(0, 50), how=st.sampled_from(["remove", "shorten", "change"]))
    def spoil_a_file(self, number: int, how: str) -> None:
        new = self._any(number)
        path = None if new is None else self._booth.packages_dir / new.file_name
        if new is None or path is None or not path.exists():
            return
        self._spoilt.add(new.package_id)
        content = path.read_bytes()
        if how == "remove":
            path.unlink()
        else:
            path.write_bytes(content[:-1] if how == "shorten" else bytes([content[0] ^ 1]) + content[1:])

    # --- what always holds ---

    @invariant()
    def a_file_goes_only_for_a_receipt_that_verifies_and_can_be_read(self) -> None:
        files = self._booth.files()
        rows = {row.package_id: row for row in self._booth.outbox.packages()}
        assert rows.keys() == self._packages.keys()
        for package_id, new in self._packages.items():
            row = rows[package_id]
            signed_for = row.receipt is not None and self._verifies(row.receipt, new)
            assert signed_for == (row.state in (State.CONFIRMED, State.ERASED))
            if signed_for:
                assert self._archive.stored[package_id] == self._booth.content[package_id]
            if new.file_name not in files:
                assert signed_for or row.state in TAKEN_BACK or package_id in self._spoilt
            assert self._archive.stores[package_id] <= 1

    @invariant()
    def staff_are_never_told_that_the_archive_has_what_it_has_not(self) -> None:
        status = read_status(self._booth.folder, self._clock.now_s)
        for package in status.packages:
            if package.state is PlainState.ARCHIVED:
                assert package.package_id in self._archive.stored
        for story in status.stories:
            parts = [package for package in status.packages if package.group_id == story.group_id]
            assert (story.state is PlainState.ARCHIVED) == all(part.state is PlainState.ARCHIVED for part in parts)

    # --- helpers ---

    def _in_the_end_everything_arrives(self) -> None:
        """The adversary gives up: what was not spoilt nor taken back gets there, and none of it waits for anybody."""
        switches = self._archive.switches
        switches.cut_after_bytes, switches.answer_with, switches.lose_answers = [], [], set()
        switches.portal, switches.receipts, switches.stranger, switches.corrupt = None, "signed", False, 0
        self._booth.outbox.set_metered_hint(None, self._clock.now_s())
        self._booth.outbox.requeue_quarantined()
        self._worker = self._new_worker()
        for _ in range(60):
            if self._worker.run_once().waiting == 0:
                break
            self._clock.advance(3600)
        for package_id, new in self._packages.items():
            row = self._booth.outbox.package(package_id)
            assert row.state in (State.ERASED, State.WITHDRAWN) or package_id in self._spoilt, row
            assert (new.file_name in self._booth.files()) == (
                row.state not in (State.ERASED, State.WITHDRAWN)
            ) or package_id in self._spoilt
        assert self._booth.outbox.withdrawals.count() == 0

    def _any(self, number: int) -> NewPackage | None:
        waiting = [new for new in self._packages.values() if new.file_name in self._booth.files()]
        return waiting[number % len(waiting)] if waiting else None

    def _new_worker(self) -> Worker:
        client = ArchiveClient(self._session, self._enrolled, self._clock, chunk_bytes=SLICE_BYTES)
        return Worker(
            self._booth.outbox,
            client,
            self._booth.packages_dir,
            self._enrolled,
            self._clock,
            random.Random(1),
            self._on_step,
            awake=RecordingAwake(),
            upkeep=NothingToKeep(),
            limits=Limits(Metered.ASK),
        )

    def _on_step(self, step: str) -> None:
        if self._kill_at is not None and step == self._kill_at[0]:
            self._kill_at = (step, self._kill_at[1] - 1)
            if self._kill_at[1] == 0:
                raise Killed

    def _verifies(self, signed: SignedReceipt, new: NewPackage) -> bool:
        try:
            verify_receipt(signed, self._archive.receipt_key, package_id=new.package_id, sha256=new.sha256, size_bytes=new.size_bytes)
        except BadReceipt:
            return False
        return True


WorkerMachine.TestCase.settings = settings(
    max_examples=10 * ROUNDS,
    stateful_step_count=30,
    deadline=None,
    # Each step talks to a real archive: making a failure smaller would take longer than the test may.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
TestWorkerMachine = WorkerMachine.TestCase
