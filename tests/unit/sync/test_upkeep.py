"""Token and policy, kept fresh by the worker against the fake archive, with the real file beside it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from booth import Booth
from fake_archive import RECIPIENT, FakeArchive
from no_upkeep import NothingToKeep
from recording_awake import RecordingAwake
from sync_clock import FakeClock
from worker_checks import assert_arrived, settle

from sync.contract.faults import EnvironmentFault
from sync.courier_key import with_courier_key
from sync.enrolled import Enrolled, load_enrolled, save_enrolled
from sync.limits import month_of
from sync.link import LinkState
from sync.outbox import State
from sync.package.signatures import public_key_of
from sync.status import read_status
from sync.transport.archive import ArchiveClient
from sync.transport.faults import Blocked
from sync.transport.session import HardenedSession
from sync.upkeep import COURIER_STEPS, STEPS, Upkeep
from sync.worker import Worker

pytestmark = pytest.mark.allow_logs("sync")

DAY_S = 24 * 3600.0
OTHER = "age1" + "p" * 58


@pytest.fixture
def restart(booth: Booth, clock: FakeClock, awake: RecordingAwake) -> Iterator[Callable[..., Worker]]:
    """The worker as a new process builds it: from the disk alone."""
    sessions: list[HardenedSession] = []

    def new(on_step: Callable[[str], None] = lambda step: None) -> Worker:
        sessions.append(HardenedSession(answer_timeout_s=10))
        who, rng = load_enrolled(booth.folder), random.Random(1)
        assert who is not None
        client = ArchiveClient(sessions[-1], who, clock)
        upkeep = Upkeep(booth.folder, who, client, clock, rng, on_step)
        return Worker(booth.outbox, client, booth.packages_dir, who, clock, rng, on_step, awake=awake, upkeep=upkeep)

    yield new
    for session in sessions:
        session.close()


@pytest.fixture
def held(booth: Booth, enrolled: Enrolled) -> Callable[[], Enrolled]:
    booth.enrol(enrolled)

    def read() -> Enrolled:
        found = load_enrolled(booth.folder)
        assert found is not None
        return found

    return read


def asked(archive: FakeArchive) -> list[str]:
    return [f"{seen.method} {seen.path.partition('?')[0]}" for seen in archive.requests]


def test_a_new_worker_rotates_the_token_and_fetches_the_policy_before_any_story(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], enrolled: Enrolled
) -> None:
    package = booth.queue()
    steps: list[str] = []
    restart(steps.append).run_once()
    assert tuple(steps[: len(STEPS)]) == STEPS
    assert asked(archive)[:3] == ["GET /api/v1/ping", "POST /api/v1/token", "GET /api/v1/policy"]
    assert not archive.works(enrolled.kiosk_token)
    assert archive.works(held().kiosk_token)
    assert_arrived(archive, booth, package)


def test_the_token_changes_at_most_once_a_day_and_the_old_one_dies_each_time(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    tokens = [held().kiosk_token]
    for _ in range(3):
        worker = restart()
        for _ in range(5):
            worker.run_once()
        restart().run_once()
        tokens.append(held().kiosk_token)
        clock.advance(DAY_S)
    assert len(set(tokens)) == 4
    assert [archive.works(token) for token in tokens] == [False, False, False, True]
    assert asked(archive).count("POST /api/v1/token") == 3


def test_an_idle_worker_looks_after_itself_once_a_day(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    worker = restart()
    for _ in range(7 * 24):
        worker.run_once()
        clock.advance(3600)
    assert 7 <= asked(archive).count("GET /api/v1/policy") <= 9


def test_without_a_link_it_asks_seldom(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    worker = restart()
    for kind in ([(502, {})], [(503, {})]):
        archive.requests.clear()
        for _ in range(3600):
            archive.switches.answer_with = list(kind)
            worker.run_once()
            clock.advance(1)
        assert 3 <= len(archive.requests) <= 6
    archive.requests.clear()
    archive.switches.answer_with, archive.switches.portal = [], "html"
    for _ in range(3600):
        worker.run_once()
        clock.advance(1)
    assert 3 <= len(archive.requests) <= 6


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_lost_answer_costs_neither_token_nor_story(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock, method: str
) -> None:
    package = booth.queue()

    def lose(step: str) -> None:
        if step in ("token-made", "token-in-use"):
            archive.switches.lose_answers = {method}

    worker = restart(lose)
    worker.run_once()
    clock.advance(3600)
    settle(restart(), clock)
    assert_arrived(archive, booth, package)
    assert archive.works(held().kiosk_token)
    assert held().next_token is None


def test_an_archive_that_knows_neither_is_served_as_ever(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], enrolled: Enrolled
) -> None:
    package = booth.queue()

    def old(step: str) -> None:
        if step == "token-made":
            ours = {"X-Archive-Id": archive.archive_id}
            archive.switches.answer_with = [(404, ours), (404, ours)]

    restart(old).run_once()
    assert_arrived(archive, booth, package)
    assert (held().kiosk_token, held().policy) == (enrolled.kiosk_token, None)


# --- policies ---


def test_new_recipients_hold_for_the_next_send(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    worker = restart()
    worker.run_once()
    archive.change_recipients(OTHER, RECIPIENT)
    clock.advance(DAY_S)
    worker.run_once()
    assert (held().recipients, held().code_recipients) == ((OTHER, RECIPIENT), (RECIPIENT,))


def replayed(first: list[dict[str, Any]]) -> Callable[[dict[str, Any]], Any]:
    def replay(signed: dict[str, Any]) -> Any:
        first.append(signed)
        return first[0]

    return replay


@pytest.mark.parametrize(
    "spoil",
    [
        replayed([]),
        lambda signed: {**signed, "signature": "00" * 64},
        lambda signed: {**signed, "policy": {**signed["policy"], "version": signed["policy"]["version"] + 100}},
        lambda signed: {**signed, "policy": {**signed["policy"], "recipients": [OTHER]}},
        lambda signed: {**signed, "policy": {**signed["policy"], "recipients": []}},
        lambda signed: {},
    ],
    ids=["replayed", "unsigned", "raised", "exchanged", "emptied", "nothing"],
)
def test_a_policy_that_is_not_the_archives_newest_word_changes_nothing_and_holds_no_story_up(
    archive: FakeArchive,
    booth: Booth,
    restart: Callable[..., Worker],
    held: Callable[[], Enrolled],
    clock: FakeClock,
    spoil: Callable[[dict[str, Any]], Any],
) -> None:
    spoil(archive.policy(held().kiosk_id))  # the one that a replay repeats
    archive.change_recipients(RECIPIENT, OTHER)
    worker = restart()
    worker.run_once()
    assert held().recipients == (RECIPIENT, OTHER)
    before = held().policy
    archive.change_recipients(RECIPIENT)
    archive.switches.spoil_policy = spoil
    package = booth.queue()
    clock.advance(DAY_S)
    worker.run_once()
    assert (held().policy, held().recipients) == (before, (RECIPIENT, OTHER))
    assert_arrived(archive, booth, package)
    archive.switches.spoil_policy = None
    clock.advance(DAY_S)
    worker.run_once()
    assert held().recipients == (RECIPIENT,)


def test_a_policy_by_a_stranger_counts_for_nothing(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled]
) -> None:
    def once_proven(step: str) -> None:
        archive.switches.stranger = step == "token-in-use"

    restart(once_proven).run_once()
    assert held().policy is None


# --- revoked ---


def test_a_revoked_device_sends_nothing_keeps_everything_and_says_why(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    restart().run_once()
    archive.revoke(held().kiosk_id)
    package = booth.queue()
    worker = restart()
    assert worker.run_once().stopped_by == "revoked"
    assert held().revoked
    assert read_status(booth.folder).blocked_reason == "revoked"
    assert (booth.row(package).state, booth.outbox.link().state) == (State.QUEUED, LinkState.REVOKED)
    requests = len(archive.requests)
    for _ in range(100):
        worker.run_once()
        restart().run_once()
        clock.advance(3600)
    assert len(archive.requests) == requests, "it went on asking"
    assert package.file_name in booth.files()
    assert archive.stored == {}


def test_what_a_refused_token_means_is_asked_at_once(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled]
) -> None:
    """The archive revokes the device in the middle of the day, long before the next look at the policy."""
    worker = restart()
    worker.run_once()
    archive.revoke(held().kiosk_id)
    package = booth.queue()
    assert worker.run_once().stopped_by == "revoked"
    assert (booth.row(package).file_name in booth.files(), booth.outbox.link().state) == (True, LinkState.REVOKED)


@pytest.mark.parametrize("how", ["unknown", "unsigned"])
def test_a_refusal_that_nobody_signed_is_no_revocation(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], how: str
) -> None:
    worker = restart()
    worker.run_once()
    if how == "unknown":
        archive.revoke_all()
    else:
        archive.revoke(held().kiosk_id)
        archive.switches.spoil_policy = lambda signed: {**signed, "signature": "00" * 64}
    package = booth.queue()
    assert worker.run_once().stopped_by == "token"
    assert not held().revoked
    assert (booth.outbox.link().state, package.file_name in booth.files()) == (LinkState.TOKEN, True)


def test_enrolled_anew_a_revoked_device_goes_on(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    restart().run_once()
    archive.revoke(held().kiosk_id)
    package = booth.queue()
    restart().run_once()
    booth.enrol(archive.enrolled())
    booth.outbox.try_now()
    settle(restart(), clock)
    assert_arrived(archive, booth, package)


# --- beside a new enrolment, and on a full disk ---


@pytest.mark.parametrize("step", ["token-announced", "token-in-use"])
def test_an_enrolment_in_the_middle_wins(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock, step: str
) -> None:
    anew = archive.enrolled()
    package = booth.queue()
    worker = restart(lambda seen: save_enrolled(booth.folder, anew) if seen == step else None)
    assert worker.run_once().stopped_by == "enrolled-anew"
    assert held() == anew
    settle(restart(), clock)
    assert_arrived(archive, booth, package)


def test_a_disk_that_takes_nothing_leaves_the_token_that_works(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held()

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("sync.upkeep.replace_enrolled", full)
        with pytest.raises(EnvironmentFault) as fault:
            restart().run_once()
    assert fault.value.code == "disk-error"
    assert held() == before
    assert archive.works(before.kiosk_token)
    restart().run_once()
    assert archive.works(held().kiosk_token)


def test_a_clock_that_jumps_back_rotates_once_more_and_no_oftener(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    restart().run_once()
    clock.jump(-400 * DAY_S)
    for _ in range(5):
        restart().run_once()
    assert asked(archive).count("POST /api/v1/token") == 2
    assert archive.works(held().kiosk_token)


def test_the_archives_limits_for_the_link_hold_from_the_next_package_on(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], clock: FakeClock
) -> None:
    worker = restart()
    worker.run_once()
    assert held().policy is not None
    package = booth.queue(1000)
    archive.policy_limits = {"monthly_mb": 1}
    archive.policy_version += 1
    booth.outbox.add_sent_bytes(month_of(clock.now_s()), 1_000_000)
    restart().run_once()
    assert held().policy.policy.monthly_mb == 1  # type: ignore[union-attr]
    assert (booth.row(package).state, booth.outbox.link().state) == (State.QUEUED, LinkState.METERED)


def test_nothing_to_keep_is_never_due() -> None:
    nothing, fault = NothingToKeep(), Blocked("portal", "A sentence.")
    assert (nothing.is_due(), nothing.revoked, nothing.policy, nothing.explain(fault)) == (False, False, None, fault)


def test_the_announced_hash_is_of_the_secret_and_the_token_itself_stays_here(
    archive: FakeArchive, restart: Callable[..., Worker], held: Callable[[], Enrolled], booth: Booth
) -> None:
    made: list[str] = []

    def note(step: str) -> None:
        if step == "token-made":
            made.append(str(held().next_token))
            assert not archive.works(made[0])

    restart(note).run_once()
    assert held().kiosk_token == made[0]
    assert replace(held(), next_token=None) == held()


def test_staff_are_told_even_when_nothing_waits(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled]
) -> None:
    archive.revoke(held().kiosk_id)
    assert restart().run_once().stopped_by == "revoked"
    assert read_status(booth.folder).blocked_reason == "revoked"


# --- the courier key ---


def untold(held: Callable[[], Enrolled], booth: Booth, key: str | None) -> None:
    save_enrolled(booth.folder, replace(held(), courier_key=key, courier_key_told=False))


@pytest.mark.parametrize("key", [None, "ab" * 32], ids=["none", "one that an export made"])
def test_a_laptop_from_before_courier_keys_makes_one_and_tells_it(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled], key: str | None
) -> None:
    untold(held, booth, key)
    steps: list[str] = []
    restart(steps.append).run_once()
    after = held()
    assert after.courier_key is not None
    assert key in (None, after.courier_key)
    assert (after.courier_key_told, archive.courier_keys) == (True, {after.kiosk_id: public_key_of(after.courier_key)})
    assert tuple(step for step in steps if step in COURIER_STEPS) == COURIER_STEPS[0 if key is None else 1 :]
    asked_before = len(archive.requests)
    restart().run_once()
    assert "POST /api/v1/courier-key" not in asked(archive)[asked_before:]


def test_an_archive_that_knows_no_courier_keys_is_asked_again_another_day(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled]
) -> None:
    untold(held, booth, None)
    archive.switches.knows_couriers = False
    package = booth.queue()
    restart().run_once()
    made = held().courier_key
    assert (made is not None, held().courier_key_told, booth.row(package).state) == (True, False, State.ERASED)
    archive.switches.knows_couriers = True
    restart().run_once()
    assert (held().courier_key, held().courier_key_told) == (made, True)


def test_an_archive_that_holds_another_key_of_this_laptop_keeps_no_story_back(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled]
) -> None:
    untold(held, booth, None)
    archive.courier_keys[held().kiosk_id] = "ef" * 32
    package = booth.queue()
    restart().run_once()
    assert (held().courier_key_told, booth.row(package).state) == (False, State.ERASED)


def test_an_export_that_makes_the_key_beside_a_worker_is_no_new_enrolment(
    archive: FakeArchive, booth: Booth, restart: Callable[..., Worker], held: Callable[[], Enrolled]
) -> None:
    untold(held, booth, None)
    worker = restart()
    made = with_courier_key(booth.folder).courier_key
    assert worker.run_once().stopped_by is None
    assert (held().courier_key, held().courier_key_told) == (made, True)
