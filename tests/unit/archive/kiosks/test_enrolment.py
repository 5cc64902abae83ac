"""Enrolment codes: they carry the pinned archive, work once, lapse, and are kept only as hashes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from archive.core.events import Event
from archive.core.keys import ArchiveKeys
from archive.kiosks.actions import MAX_CODE_HOURS, Enrolled, make_enrolment_code, redeem
from archive.kiosks.models import EnrolmentToken, Kiosk
from archive.kiosks.tokens import authenticate
from sync.contract.enrolment import Enrolment, decode_enrolment
from sync.contract.faults import BadCode, BadInput

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def made(keys: ArchiveKeys, event_id: str | None = None) -> Enrolment:
    code = make_enrolment_code(name="Booth 1", url="https://archive.example", event_id=event_id, keys=keys, clock=lambda: NOON)
    return decode_enrolment(code)


def enrolled(keys: ArchiveKeys, event_id: str | None = None) -> Enrolled:
    return redeem(made(keys, event_id).token, clock=lambda: NOON)


def test_a_code_carries_everything_the_kiosk_pins(keys: ArchiveKeys) -> None:
    enrolment = made(keys)
    assert enrolment.url == "https://archive.example"
    assert (enrolment.receipt_key, enrolment.recipients) == (keys.receipt_key, keys.recipients)
    assert enrolment.expires_at_s == int((NOON + timedelta(hours=MAX_CODE_HOURS)).timestamp())
    assert MAX_CODE_HOURS <= 72


def test_every_one_character_error_in_a_code_is_refused(keys: ArchiveKeys) -> None:
    """A code as the archive prints it: each character replaced by each other one that could stand there, and each two swapped."""
    code = make_enrolment_code(name="Booth 1", url="https://archive.example", event_id="fair", keys=keys, pins=("ab" * 32, "cd" * 32))
    assert decode_enrolment(code).pins == ("ab" * 32, "cd" * 32)
    tried = accepted = 0
    for place, right in enumerate(code):
        wrong = [code[:place] + other + code[place + 1 :] for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if other != right]
        swapped = code[:place] + code[place + 1 : place + 2] + right + code[place + 2 :]
        for typo in {*wrong, swapped, code[:place] + code[place + 1 :], code[:place] + right + code[place:]} - {code}:
            tried += 1
            try:
                decode_enrolment(typo)
                accepted += 1
            except BadCode:
                continue
    assert (tried > 31 * len(code), accepted) == (True, 0)


def test_an_address_that_no_kiosk_could_use_is_refused(keys: ArchiveKeys) -> None:
    with pytest.raises(BadInput, match="http"):
        make_enrolment_code(name="Booth", url="archive.example", event_id=None, keys=keys)
    assert EnrolmentToken.objects.count() == 0


def test_a_token_makes_one_kiosk(keys: ArchiveKeys) -> None:
    token = made(keys, "summer-school").token
    got = redeem(token, clock=lambda: NOON)
    assert got.event_id == "summer-school"
    with pytest.raises(BadCode, match="used") as refused:
        redeem(token, clock=lambda: NOON)
    assert refused.value.code == "token-used"
    assert Kiosk.objects.count() == 1


def test_a_rival_between_the_look_and_the_take_wins(keys: ArchiveKeys) -> None:
    token = made(keys).token

    def while_a_rival_redeems() -> datetime:
        EnrolmentToken.objects.update(used=True)
        return NOON

    with pytest.raises(BadCode) as refused:
        redeem(token, clock=while_a_rival_redeems)
    assert refused.value.code == "token-used"
    assert Kiosk.objects.count() == 0


def test_unknown_and_late_tokens_are_told_apart(keys: ArchiveKeys) -> None:
    token = made(keys).token
    with pytest.raises(BadCode) as unknown:
        redeem(token + "x", clock=lambda: NOON)
    with pytest.raises(BadCode) as late:
        redeem(token, clock=lambda: NOON + timedelta(hours=MAX_CODE_HOURS))
    assert (unknown.value.code, late.value.code) == ("token-unknown", "token-expired")
    assert Kiosk.objects.count() == 0


def test_no_secret_is_kept(keys: ArchiveKeys) -> None:
    token = made(keys).token
    secret = redeem(token, clock=lambda: NOON).kiosk_token.partition(".")[2]
    kept = json.dumps([list(EnrolmentToken.objects.values()), list(Kiosk.objects.values()), list(Event.objects.values())], default=str)
    assert token not in kept
    assert secret not in kept
    assert "Booth" not in json.dumps(list(Event.objects.values()), default=str)


def test_only_the_whole_token_of_a_kiosk_in_good_standing_proves_it(keys: ArchiveKeys) -> None:
    mine, other = enrolled(keys), enrolled(keys)
    kiosk = authenticate(f"Bearer {mine.kiosk_token}")
    assert kiosk is not None
    assert kiosk.kiosk_id == mine.kiosk_id
    other_secret = other.kiosk_token.partition(".")[2]
    for header in (
        "",
        "Bearer",
        f"Basic {mine.kiosk_token}",
        f"Bearer {mine.kiosk_id}.",
        f"Bearer {mine.kiosk_id}.{other_secret}",
        "Bearer .x",
    ):
        assert authenticate(header) is None, header
    Kiosk.objects.filter(kiosk_id=mine.kiosk_id).update(revoked=True)
    assert authenticate(f"Bearer {mine.kiosk_token}") is None


def post(client: Client, value: Any) -> Any:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return client.post("/api/v1/enrol", data=body, content_type="application/json")


def test_the_door_enrols_once_and_is_exact_about_refusals(keys: ArchiveKeys, client: Client) -> None:
    code = make_enrolment_code(name="Booth", url="http://127.0.0.1:8800", event_id=None, keys=keys)
    token = decode_enrolment(code).token
    first = post(client, {"token": token})
    assert first.status_code == 201
    assert set(first.json()) == {"kiosk_id", "kiosk_token", "event_id"}
    assert first.json()["kiosk_token"].startswith(first.json()["kiosk_id"] + ".")
    assert "no-store" in first["Cache-Control"]
    again = post(client, {"token": token})
    assert (again.status_code, again.json()) == (403, {"error": "token-used"})
    assert post(client, {"token": "nonsense"}).json() == {"error": "token-unknown"}


@pytest.mark.parametrize("body", [b"", b"[]", b'"x"', b"{}", b'{"token": 3}', b"\xff", b"[" * 3000, b'{"token": "' + b"x" * 5000 + b'"}'])
def test_the_door_refuses_what_is_no_request(client: Client, body: bytes) -> None:
    response = post(client, body)
    assert (response.status_code, response.json()) == (400, {"error": "bad-request"})


def test_the_door_takes_post_only(client: Client) -> None:
    assert client.get("/api/v1/enrol").status_code == 405
