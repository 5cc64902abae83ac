"""Taking a story back at the kiosk: gone here at once and offline, or a sealed request for the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booth import Booth
from sync_clock import FakeClock
from taken_back_story import CODE, IDENTITY, OTHER_CODE, RECEIPT_KEY, queue_story, take_back_here

from kiosk.withdrawal import TRIES_AN_HOUR, TakenBack, TooManyTries, Tries, erase_withdrawn
from sync.contract.faults import BadCode, EnvironmentFault
from sync.outbox import State
from sync.package import open_withdrawal, verifier_of_proof, withdrawal_verifier

NOW_S = 1_800_000_000.0


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    opened = Booth(tmp_path / "data")
    yield opened
    opened.close()


def request_of(booth: Booth):
    waiting = booth.outbox.withdrawals.next_due(NOW_S)
    assert waiting is not None
    return open_withdrawal(waiting.sealed, [IDENTITY.identity])


def test_a_story_that_waits_here_is_gone_at_once(booth):
    queue_story(booth)
    others = queue_story(booth, OTHER_CODE)
    assert take_back_here(booth) == TakenBack(erased_here=True, request_waits=False)
    assert booth.files() == {each.file_name for each in others}
    assert [row.state for row in booth.outbox.packages()] == [State.WITHDRAWN] * 2 + [State.QUEUED] * 2


def test_its_beginning_is_overwritten_before_it_goes(booth):
    """A second name for the same file shows what a disk would still hold."""
    first, _ = queue_story(booth)
    kept = booth.folder / "kept"
    kept.hardlink_to(booth.packages_dir / first.file_name)
    take_back_here(booth)
    assert kept.read_bytes() == bytes(50_000)


def test_what_may_have_left_is_gone_here_and_the_archive_is_told_which(booth):
    listen, _ = queue_story(booth)
    booth.outbox.move(listen.package_id, State.SENDING)
    assert take_back_here(booth) == TakenBack(erased_here=True, request_waits=True)
    assert booth.files() == set()
    request = request_of(booth)
    assert verifier_of_proof(request.proof) == withdrawal_verifier(CODE, RECEIPT_KEY)
    assert request.package_ids[0] == listen.package_id


def test_a_code_that_is_not_known_here_travels_and_its_request_is_as_long(booth):
    listen, _ = queue_story(booth, OTHER_CODE)
    booth.outbox.move(listen.package_id, State.SENDING)
    assert take_back_here(booth) == TakenBack(erased_here=False, request_waits=True)
    unknown = request_of(booth)
    assert listen.package_id not in unknown.package_ids
    booth.outbox.withdrawals.forget(booth.outbox.withdrawals.next_due(NOW_S).request_id)
    take_back_here(booth, OTHER_CODE)
    assert len(request_of(booth).to_bytes()) == len(unknown.to_bytes())


def test_typed_twice_it_is_gone_all_the_same(booth):
    queue_story(booth)
    take_back_here(booth)
    assert take_back_here(booth) == TakenBack(erased_here=False, request_waits=True)


def test_a_typing_mistake_changes_nothing(booth):
    queue_story(booth)
    with pytest.raises(BadCode):
        take_back_here(booth, "1234567890123453")
    assert len(booth.files()) == 2
    assert booth.outbox.withdrawals.count() == 0


def test_a_disk_that_will_not_erase_is_said_and_done_at_the_next_start(booth, monkeypatch):
    queue_story(booth)

    def broken(_path: Path) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.withdrawal.erase_file", broken)
        with pytest.raises(EnvironmentFault) as fault:
            take_back_here(booth)
    assert fault.value.code == "erase-failed"
    assert {row.state for row in booth.outbox.packages()} == {State.WITHDRAWING}
    erase_withdrawn(booth.outbox, booth.packages_dir)
    assert booth.files() == set()


def test_neither_code_nor_verifier_is_in_any_file(booth):
    queue_story(booth)
    take_back_here(booth, OTHER_CODE)
    held = b"".join(path.read_bytes() for path in booth.folder.rglob("*") if path.is_file())
    assert b"withdrawal_marks" in held
    for code in (CODE, OTHER_CODE):
        verifier = withdrawal_verifier(code, RECEIPT_KEY)
        for secret in (code.encode(), code[:8].encode(), verifier.encode(), bytes.fromhex(verifier), code.encode("utf-16-le")):
            assert secret not in held


def test_ten_codes_an_hour():
    clock = FakeClock()
    tries = Tries(clock.monotonic_s)
    for _ in range(TRIES_AN_HOUR):
        tries.count()
    for _ in range(3):
        with pytest.raises(TooManyTries):
            tries.count()
    clock.advance(3600)
    tries.count()
