from __future__ import annotations

from dataclasses import replace

import pytest
from booth import Booth

from sync.contract.faults import EnvironmentFault
from sync.courier_key import same_but_for_the_courier_key, with_courier_key
from sync.enrolled import Enrolled, load_enrolled, save_enrolled


def test_a_key_is_made_once_and_kept(booth: Booth, enrolled: Enrolled) -> None:
    booth.enrol(replace(enrolled, courier_key=None, courier_key_told=False))
    made = with_courier_key(booth.folder)
    assert made.courier_key is not None
    assert not made.courier_key_told
    assert with_courier_key(booth.folder) == made == load_enrolled(booth.folder)


def test_a_key_from_the_enrolment_stays(booth: Booth, enrolled: Enrolled) -> None:
    booth.enrol(enrolled)
    assert with_courier_key(booth.folder) == enrolled


def test_a_token_that_is_rotated_at_the_same_moment_is_not_lost(booth: Booth, enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> None:
    old = replace(enrolled, courier_key=None, courier_key_told=False)
    booth.enrol(old)
    rotated = replace(old, kiosk_token=f"{old.kiosk_id}.rotated")
    looks: list[Enrolled] = []

    def look(data_dir: object) -> Enrolled | None:
        found = load_enrolled(booth.folder)
        if not looks:
            # The worker writes between our look and our change.
            save_enrolled(booth.folder, rotated)
        assert found is not None
        looks.append(found)
        return found

    monkeypatch.setattr("sync.courier_key.load_enrolled", look)
    made = with_courier_key(booth.folder)
    assert (made.kiosk_token, made.courier_key is not None) == (rotated.kiosk_token, True)


def test_before_the_enrolment_there_is_none(booth: Booth) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        with_courier_key(booth.folder)
    assert fault.value.code == "not-enrolled"


def test_nothing_else_may_differ(enrolled: Enrolled) -> None:
    assert same_but_for_the_courier_key(enrolled, replace(enrolled, courier_key="ef" * 32, courier_key_told=False))
    assert not same_but_for_the_courier_key(enrolled, replace(enrolled, kiosk_token="k.other"))
