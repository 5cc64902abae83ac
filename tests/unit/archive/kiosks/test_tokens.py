"""A kiosk's token changes without a gap, ends for good when it is revoked, and is kept only as a hash."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from archive.core.events import Event
from archive.core.keys import ArchiveKeys
from archive.kiosks import tokens
from archive.kiosks.actions import make_enrolment_code, redeem
from archive.kiosks.models import EnrolmentToken, Kiosk
from archive.kiosks.policies import newest_policy, policy_for, publish_policy
from archive.kiosks.tokens import announce_token, authenticate, digest_of, identify, revoke
from sync.contract.enrolment import decode_enrolment
from sync.contract.faults import BadCode, BadInput
from sync.contract.policy import parse_signed_policy
from sync.package import verify_policy

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def one_time_token(keys: ArchiveKeys, name: str = "Booth") -> str:
    code = make_enrolment_code(name=name, url="https://archive.example", event_id=None, keys=keys, clock=lambda: NOON)
    return decode_enrolment(code).token


@pytest.fixture
def token(keys: ArchiveKeys) -> str:
    return redeem(one_time_token(keys), clock=lambda: NOON).kiosk_token


def kiosk_of(token: str) -> Kiosk | None:
    return authenticate(f"Bearer {token}")


def announced(token: str, secret: str) -> str:
    kiosk = kiosk_of(token)
    assert kiosk is not None
    announce_token(kiosk=kiosk, next_sha256=digest_of(secret))
    return f"{kiosk.kiosk_id}.{secret}"


def test_both_work_until_the_next_was_used_once(token: str) -> None:
    following = announced(token, "next")
    assert kiosk_of(token) is not None
    assert kiosk_of(token) is not None
    assert kiosk_of(following) is not None
    assert kiosk_of(token) is None
    assert kiosk_of(following) is not None


def test_announcing_again_or_another_before_the_first_use_is_fine(token: str) -> None:
    events = Event.objects.count()
    first = announced(token, "first")
    announced(token, "first")
    assert Event.objects.count() == events + 1
    second = announced(token, "second")
    assert kiosk_of(first) is None
    assert kiosk_of(second) is not None
    assert kiosk_of(token) is None


def test_a_request_that_its_own_repetition_overtook_changes_nothing(token: str) -> None:
    late = kiosk_of(token)
    assert late is not None
    following = announced(token, "next")
    assert kiosk_of(following) is not None
    announce_token(kiosk=late, next_sha256=digest_of("late"))
    assert Kiosk.objects.get().next_secret_sha256 == ""
    assert kiosk_of(following) is not None
    assert kiosk_of(f"{late.kiosk_id}.late") is None


def test_of_two_first_uses_at_once_both_get_in(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    following = announced(token, "next")
    change_over = tokens._change_over

    def while_a_rival_is_faster(**facts: Any) -> Kiosk | None:
        change_over(**facts)
        return change_over(**facts)

    monkeypatch.setattr(tokens, "_change_over", while_a_rival_is_faster)
    assert kiosk_of(following) is not None
    assert [event.code for event in Event.objects.all()].count("kiosk.token-changed") == 1


def test_a_next_token_that_was_replaced_in_that_very_moment_gets_nobody_in(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    following = announced(token, "next")
    change_over = tokens._change_over

    def while_it_is_replaced(**facts: Any) -> Kiosk | None:
        Kiosk.objects.update(next_secret_sha256=digest_of("other"))
        return change_over(**facts)

    monkeypatch.setattr(tokens, "_change_over", while_it_is_replaced)
    assert kiosk_of(following) is None


def test_no_empty_or_unset_next_secret_opens_anything(token: str) -> None:
    kiosk_id = token.partition(".")[0]
    for secret in ("", "0" * 64, digest_of("")):
        assert kiosk_of(f"{kiosk_id}.{secret}") is None


def test_no_secret_is_kept(token: str) -> None:
    following = announced(token, "the-next-secret")
    kept = json.dumps([*Kiosk.objects.values(), *Event.objects.values()], default=str)
    assert all(each.partition(".")[2] not in kept for each in (token, following))


# --- the door ---


def post(client: Client, token: str, body: bytes) -> Any:
    return client.post("/api/v1/token", data=body, content_type="application/json", headers={"Authorization": f"Bearer {token}"})


def test_the_door_takes_a_hash_from_whoever_has_the_token(client: Client, token: str) -> None:
    body = json.dumps({"next_sha256": digest_of("next")}).encode()
    assert post(client, token, body).status_code == 204
    assert kiosk_of(token.partition(".")[0] + ".next") is not None
    assert post(client, token, body).status_code == 401
    assert client.get("/api/v1/token").status_code == 405


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"next_sha256": 7}', b'{"next_sha256": "AB"}', b'{"next_sha256": ""}', b"x" * 5000])
def test_the_door_refuses_what_is_no_hash(client: Client, token: str, body: bytes) -> None:
    assert post(client, token, body).status_code == 400
    assert Kiosk.objects.get().next_secret_sha256 == ""


# --- the end of it ---


def test_a_revoked_kiosk_gets_in_nowhere_but_is_told_so_and_signed(keys: ArchiveKeys, client: Client, token: str) -> None:
    before = publish_policy(keys=keys)
    following = announced(token, "next")
    kiosk_id = token.partition(".")[0]
    assert revoke(name="Booth") == ([kiosk_id], 0)
    assert kiosk_of(token) is None
    assert kiosk_of(following) is None
    kiosk = identify(f"Bearer {following}")
    assert kiosk is not None
    signed = policy_for(kiosk, keys)
    assert signed is not None
    verify_policy(signed, keys.receipt_key, kiosk_id=kiosk_id)
    assert (signed.policy.revoked, signed.policy.version > before.version) == (True, True)
    answer = client.get("/api/v1/policy", headers={"Authorization": f"Bearer {following}"})
    assert (answer.status_code, parse_signed_policy(answer.json())) == (200, signed)
    assert post(client, following, b"{}").status_code == 401


def test_all_of_a_name_and_its_unused_codes_end_together_and_nobody_else(keys: ArchiveKeys) -> None:
    first, second, other = (redeem(one_time_token(keys, name), clock=lambda: NOON) for name in ("Booth", "Booth", "Library"))
    unused, others_unused = one_time_token(keys), one_time_token(keys, "Library")
    kiosk_ids, codes = revoke(name="Booth")
    assert (kiosk_ids, codes) == (sorted([first.kiosk_id, second.kiosk_id]), 1)
    assert kiosk_of(other.kiosk_token) is not None
    with pytest.raises(BadCode) as refused:
        redeem(unused, clock=lambda: NOON)
    assert refused.value.code == "token-used"
    assert redeem(others_unused, clock=lambda: NOON).kiosk_id


def test_one_of_several_with_a_name_is_revoked_by_its_id(keys: ArchiveKeys) -> None:
    first, second = (redeem(one_time_token(keys), clock=lambda: NOON) for _ in range(2))
    assert revoke(name=first.kiosk_id) == ([first.kiosk_id], 0)
    assert kiosk_of(second.kiosk_token) is not None


def test_revoking_again_is_no_news_and_an_unknown_name_is_told(keys: ArchiveKeys, token: str) -> None:
    publish_policy(keys=keys)
    revoke(name="Booth")
    events, policy = Event.objects.count(), newest_policy()
    assert revoke(name="Booth") == ([], 0)
    assert (Event.objects.count(), newest_policy()) == (events, policy)
    with pytest.raises(BadInput, match="Boot"):
        revoke(name="Boot")
    assert EnrolmentToken.objects.filter(used=False).count() == 0
