"""The key for sticks is told once and never exchanged; a laptop that was offline all the time introduces its own."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from carried_stick import CarriedStick
from django.test import Client

from archive.core.events import Event
from archive.core.keys import ArchiveKeys
from archive.kiosks.actions import make_enrolment_code, redeem
from archive.kiosks.courier_keys import kiosk_of_list, learn_courier_key
from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import announce_token, revoke
from sync.contract.courier import BadList, SignedCourierList
from sync.contract.enrolment import decode_enrolment
from sync.package import introduce, sign_courier_list

pytestmark = pytest.mark.django_db
KEY, OTHER = "ab" * 32, "cd" * 32


def one_time_token(keys: ArchiveKeys) -> str:
    return decode_enrolment(make_enrolment_code(name="Booth", url="https://archive.example", event_id=None, keys=keys)).token


def post(client: Client, path: str, body: object, token: str | None = None) -> tuple[int, dict[str, object]]:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    answer = client.post(path, json.dumps(body), content_type="application/json", headers=headers)
    return answer.status_code, json.loads(answer.content or b"{}")


# --- told at enrolment, or later ---


def test_a_kiosk_may_tell_its_key_when_it_enrols(keys: ArchiveKeys, client: Client) -> None:
    status, value = post(client, "/api/v1/enrol", {"token": one_time_token(keys), "courier_key": KEY})
    assert (status, value["courier_key"]) == (201, KEY)
    assert Kiosk.objects.get(kiosk_id=value["kiosk_id"]).courier_key == KEY


def test_one_that_tells_none_is_enrolled_as_before(keys: ArchiveKeys, client: Client) -> None:
    status, value = post(client, "/api/v1/enrol", {"token": one_time_token(keys)})
    assert (status, set(value)) == (201, {"kiosk_id", "kiosk_token", "event_id"})
    assert Kiosk.objects.get().courier_key == ""


@pytest.mark.parametrize("key", ["", "ab", "AB" * 32, "zz" * 32, "ab" * 33])
def test_what_is_no_key_does_not_spend_the_code(keys: ArchiveKeys, client: Client, key: str) -> None:
    token = one_time_token(keys)
    assert post(client, "/api/v1/enrol", {"token": token, "courier_key": key})[0] == 400
    assert redeem(token).kiosk_id


def test_told_later_it_is_known_and_stays(keys: ArchiveKeys, client: Client) -> None:
    kiosk = redeem(one_time_token(keys))
    told = [post(client, "/api/v1/courier-key", {"courier_key": key}, kiosk.kiosk_token)[0] for key in (KEY, KEY, OTHER)]
    assert told == [204, 204, 409]
    assert Kiosk.objects.get().courier_key == KEY
    assert Event.objects.filter(code="kiosk.courier-key").count() == 1


def test_the_door_is_for_kiosks_in_good_standing_and_for_keys(keys: ArchiveKeys, client: Client) -> None:
    kiosk = redeem(one_time_token(keys))
    for body in ({}, [], {"courier_key": 7}, {"courier_key": "AB" * 32}):
        assert post(client, "/api/v1/courier-key", body, kiosk.kiosk_token)[0] == 400
    assert post(client, "/api/v1/courier-key", {"courier_key": KEY})[0] == 401
    assert client.get("/api/v1/courier-key").status_code == 405
    revoke(name="Booth")
    assert post(client, "/api/v1/courier-key", {"courier_key": KEY}, kiosk.kiosk_token)[0] == 401
    assert Kiosk.objects.get().courier_key == ""


# --- introduced on a stick ---


@pytest.fixture
def stranger(keys: ArchiveKeys, tmp_path: Path) -> tuple[CarriedStick, str]:
    """A laptop that was enrolled before there were courier keys, and its token's secret."""
    kiosk_id, _, secret = redeem(one_time_token(keys)).kiosk_token.partition(".")
    return CarriedStick(tmp_path / "stick", keys.archive_id, kiosk_id), secret


def signed(carried: CarriedStick, secret: str | None) -> SignedCourierList:
    introduction = None
    if secret is not None:
        introduction = introduce(
            kiosk_id=carried.listed.kiosk_id,
            courier_key=carried.courier_key,
            secret_sha256=hashlib.sha256(secret.encode()).hexdigest(),
        )
    return sign_courier_list(replace(carried.listed, introduction=introduction), carried.secret)


def test_a_key_comes_with_its_introduction_and_then_without(stranger: tuple[CarriedStick, str]) -> None:
    carried, secret = stranger
    with pytest.raises(BadList) as refused:
        kiosk_of_list(signed(carried, None))
    assert refused.value.code == "list-key"
    assert kiosk_of_list(signed(carried, secret)) == Kiosk.objects.get()
    assert kiosk_of_list(signed(carried, None)) == Kiosk.objects.get()


def test_a_guessed_introduction_is_worth_nothing(stranger: tuple[CarriedStick, str]) -> None:
    carried, _ = stranger
    with pytest.raises(BadList) as refused:
        kiosk_of_list(signed(carried, "guess"))
    assert (refused.value.code, Kiosk.objects.get().courier_key) == ("list-key", "")


def test_a_token_that_was_announced_introduces_as_well(stranger: tuple[CarriedStick, str]) -> None:
    carried, _ = stranger
    announce_token(kiosk=Kiosk.objects.get(), next_sha256=hashlib.sha256(b"next").hexdigest())
    assert kiosk_of_list(signed(carried, "next")).courier_key in ("", carried.courier_key)
    assert Kiosk.objects.get().courier_key == carried.courier_key


def test_no_introduction_replaces_a_key_that_is_known(stranger: tuple[CarriedStick, str]) -> None:
    carried, secret = stranger
    assert learn_courier_key(kiosk=Kiosk.objects.get(), courier_key=KEY)
    with pytest.raises(BadList) as refused:
        kiosk_of_list(signed(carried, secret))
    assert (refused.value.code, Kiosk.objects.get().courier_key) == ("list-signature", KEY)
