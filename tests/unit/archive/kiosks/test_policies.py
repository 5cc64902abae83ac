"""Policies: published when something differs, signed for one kiosk at a time, with versions that only rise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client

from archive.core.keys import ArchiveKeys
from archive.kiosks.actions import make_enrolment_code, redeem
from archive.kiosks.models import Kiosk, PolicyVersion
from archive.kiosks.policies import Limits, newest_policy, policy_for, publish_policy
from sync.contract.enrolment import decode_enrolment
from sync.contract.faults import BadInput, BadPolicy
from sync.contract.policy import OnMetered, parse_signed_policy
from sync.package import verify_policy
from sync.package.identity import new_age_key

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def kiosk_token(keys: ArchiveKeys) -> str:
    code = make_enrolment_code(name="Booth", url="https://archive.example", event_id=None, keys=keys, clock=lambda: NOON)
    return redeem(decode_enrolment(code).token, clock=lambda: NOON).kiosk_token


def test_nothing_new_is_no_new_version(keys: ArchiveKeys) -> None:
    first = publish_policy(keys=keys, limits=Limits(30, ("en", "ar")), now_s=lambda: 1000.7)
    again = publish_policy(keys=keys, now_s=lambda: 2000.0)
    assert (first, first.version) == (again, 1000)
    assert (first.recipients, first.max_answer_minutes, first.languages) == (list(keys.recipients), 30, ["en", "ar"])


def test_versions_rise_whatever_the_clock_says(keys: ArchiveKeys) -> None:
    versions = [
        publish_policy(keys=keys, limits=Limits(minutes), now_s=lambda now=now: now).version  # type: ignore[misc]
        for minutes, now in ((1, 1000.0), (2, 1000.0), (3, 500.0), (4, 5000.0))
    ]
    assert versions == [1000, 1001, 1002, 5000]


def test_an_archive_restored_from_a_backup_goes_on_above_what_kiosks_have_seen(keys: ArchiveKeys) -> None:
    publish_policy(keys=keys, limits=Limits(1), now_s=lambda: 1000.0)
    seen = publish_policy(keys=keys, limits=Limits(2), now_s=lambda: 2000.0).version
    PolicyVersion.objects.filter(version=seen).delete()
    assert publish_policy(keys=keys, limits=Limits(3), now_s=lambda: 3000.0).version > seen


def test_other_recipients_are_a_new_version_with_the_limits_kept(keys: ArchiveKeys) -> None:
    publish_policy(keys=keys, limits=Limits(30))
    renewed = replace(keys, recipients=(new_age_key().recipient, keys.recipients[1]))
    policy = publish_policy(keys=renewed)
    assert (policy.recipients, policy.max_answer_minutes, newest_policy()) == (list(renewed.recipients), 30, policy)


def test_limits_for_the_link_are_kept_signed_and_taken_away_again(keys: ArchiveKeys, client: Client, kiosk_token: str) -> None:
    asking = {"Authorization": f"Bearer {kiosk_token}"}
    limited = Limits(None, (), OnMetered.LISTEN, 256, 500)
    first = publish_policy(keys=keys, limits=limited, now_s=lambda: 1000.0)
    assert publish_policy(keys=keys, now_s=lambda: 2000.0) == first
    signed = parse_signed_policy(client.get("/api/v1/policy", headers=asking).json())
    assert (signed.policy.on_metered, signed.policy.cap_kbit_s, signed.policy.monthly_mb) == (OnMetered.LISTEN, 256, 500)
    verify_policy(signed, keys.receipt_key, kiosk_id=signed.policy.kiosk_id)
    assert publish_policy(keys=keys, limits=Limits(), now_s=lambda: 3000.0).version == 3000
    answer = client.get("/api/v1/policy", headers=asking).json()
    assert not {"on_metered", "cap_kbit_s", "monthly_mb"} & set(answer["policy"])


@pytest.mark.parametrize(
    ("recipients", "limits"),
    [
        ((), Limits()),
        (("ssh-ed25519 AAAA",), Limits()),
        (("age1" + "q" * 58,) * 2, Limits()),
        (("age1" + "q" * 58,), Limits(0)),
        (("age1" + "q" * 58,), Limits(241)),
        (("age1" + "q" * 58,), Limits(languages=("english, arabic",))),
        (("age1" + "q" * 58,), Limits(languages=("en", "en"))),
        (("age1" + "q" * 58,), Limits(cap_kbit_s=0)),
        (("age1" + "q" * 58,), Limits(monthly_mb=10_000_001)),
    ],
    ids=str,
)
def test_what_no_kiosk_could_live_with_is_never_published(keys: ArchiveKeys, recipients: tuple[str, ...], limits: Limits) -> None:
    with pytest.raises(BadInput):
        publish_policy(keys=replace(keys, recipients=recipients), limits=limits)
    assert newest_policy() is None


def test_the_door_signs_for_the_kiosk_that_asks(keys: ArchiveKeys, client: Client, kiosk_token: str) -> None:
    asking = {"Authorization": f"Bearer {kiosk_token}"}
    assert client.get("/api/v1/policy", headers=asking).status_code == 404
    version = publish_policy(keys=keys, limits=Limits(45, ("en",))).version
    answer = client.get("/api/v1/policy", headers=asking)
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)
    signed = parse_signed_policy(answer.json())
    kiosk_id = Kiosk.objects.get().kiosk_id
    verify_policy(signed, keys.receipt_key, kiosk_id=kiosk_id)
    assert (signed.policy.version, signed.policy.recipients) == (version, keys.recipients)
    assert (signed.policy.max_answer_minutes, signed.policy.languages, signed.policy.revoked) == (45, ("en",), False)
    with pytest.raises(BadPolicy):
        verify_policy(signed, keys.receipt_key, kiosk_id="another")


def test_the_door_is_for_kiosks_and_for_reading(keys: ArchiveKeys, client: Client, kiosk_token: str) -> None:
    publish_policy(keys=keys)
    for headers in ({}, {"Authorization": "Bearer x.y"}, {"Authorization": f"Basic {kiosk_token}"}):
        answer = client.get("/api/v1/policy", headers=headers)
        assert (answer.status_code, answer.json()) == (401, {"error": "unauthorized"})
    assert client.post("/api/v1/policy", headers={"Authorization": f"Bearer {kiosk_token}"}).status_code == 405
    assert policy_for(Kiosk.objects.get(), keys) is not None
