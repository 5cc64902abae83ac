from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sync.contract.faults import BadPolicy
from sync.contract.policy import OnMetered, Policy, SignedPolicy, parse_signed_policy
from sync.package.signatures import new_signing_key, sign_policy, verify_policy

SECRET, KEY = new_signing_key()
POLICY = Policy("0011", 1_795_000_000, ("age1" + "q" * 58, "age1" + "p" * 58), 30, ("en", "zh-Hant-TW"), False)
SIGNED = sign_policy(POLICY, SECRET)


def changed(**fields: Any) -> dict[str, Any]:
    value = SIGNED.to_json()
    return {**value, "policy": {**value["policy"], "recipients": list(POLICY.recipients), "languages": list(POLICY.languages), **fields}}


def test_a_policy_reads_back_and_verifies() -> None:
    for signed in (SIGNED, sign_policy(Policy("k", 1, ("age1" + "q" * 58,)), SECRET)):
        value = signed.to_json()
        value["policy"] |= {"recipients": list(signed.policy.recipients), "languages": list(signed.policy.languages)}
        assert parse_signed_policy(value) == signed
        verify_policy(signed, KEY, kiosk_id=signed.policy.kiosk_id)


def test_limits_for_the_link_are_signed_when_they_are_there_and_left_out_when_not() -> None:
    limited = replace(POLICY, on_metered=OnMetered.NOTHING, cap_kbit_s=64, monthly_mb=500)
    value = json.loads(json.dumps(sign_policy(limited, SECRET).to_json()))
    assert parse_signed_policy(value).policy == limited
    verify_policy(parse_signed_policy(value), KEY, kiosk_id="0011")
    assert {"on_metered", "cap_kbit_s", "monthly_mb"} <= set(value["policy"])
    for left_out in ("on_metered", "cap_kbit_s", "monthly_mb"):
        policy = {name: what for name, what in value["policy"].items() if name != left_out}
        fewer = parse_signed_policy({**value, "policy": policy})
        assert getattr(fewer.policy, left_out) is None
        with pytest.raises(BadPolicy):
            verify_policy(fewer, KEY, kiosk_id="0011")


def test_what_is_signed_is_one_spelling_that_says_what_it_is() -> None:
    assert POLICY.signed_bytes() == (
        b'idr policy 1\n{"kiosk_id":"0011","languages":["en","zh-Hant-TW"],"max_answer_minutes":30,'
        b'"recipients":["age1' + b"q" * 58 + b'","age1' + b"p" * 58 + b'"],"revoked":false,"version":1795000000}'
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"policy": None, "signature": "00" * 64},
        {**changed(), "signature": "00"},
        {**changed(), "signature": 7},
        {"policy": {**changed()["policy"], "surprise": 1}, "signature": SIGNED.signature},
        {"policy": {key: value for key, value in changed()["policy"].items() if key != "revoked"}, "signature": SIGNED.signature},
        changed(kiosk_id=""),
        changed(kiosk_id=7),
        changed(kiosk_id="a\nb"),
        changed(version=0),
        changed(version="1"),
        changed(version=1.0),
        changed(version=True),
        changed(version=2**53),
        changed(recipients=[]),
        changed(recipients="age1" + "q" * 58),
        changed(recipients={"age1" + "q" * 58: 1}),
        changed(recipients=["ssh-ed25519 AAAA"]),
        changed(recipients=["age1" + "q" * 58] * 2),
        changed(recipients=[7]),
        changed(max_answer_minutes=0),
        changed(max_answer_minutes=241),
        changed(max_answer_minutes=True),
        changed(max_answer_minutes="30"),
        changed(languages="en"),
        changed(languages=["../en"]),
        changed(languages=["en", "en"]),
        changed(languages=[7]),
        changed(languages=None),
        changed(revoked=0),
        changed(revoked=None),
        changed(on_metered="sometimes"),
        changed(on_metered=None),
        changed(on_metered=["listen"]),
        changed(cap_kbit_s=0),
        changed(cap_kbit_s=None),
        changed(cap_kbit_s=True),
        changed(cap_kbit_s=10_000_001),
        changed(cap_kbit_s="64"),
        changed(monthly_mb=0),
        changed(monthly_mb=None),
        changed(monthly_mb=1.5),
    ],
    ids=str,
)
def test_what_is_no_policy_is_told(value: Any) -> None:
    with pytest.raises(BadPolicy) as refused:
        parse_signed_policy(value)
    assert refused.value.code == "policy-shape"


@pytest.mark.parametrize(
    "forged",
    [
        SignedPolicy(replace(POLICY, cap_kbit_s=1), SIGNED.signature),
        SignedPolicy(replace(POLICY, version=POLICY.version + 1), SIGNED.signature),
        SignedPolicy(replace(POLICY, recipients=POLICY.recipients[::-1]), SIGNED.signature),
        SignedPolicy(replace(POLICY, revoked=True), SIGNED.signature),
        sign_policy(POLICY, new_signing_key()[0]),
    ],
    ids=["cap", "version", "recipients", "revoked", "another key"],
)
def test_any_other_word_is_not_the_archives(forged: SignedPolicy) -> None:
    with pytest.raises(BadPolicy):
        verify_policy(forged, KEY, kiosk_id="0011")


def test_a_policy_for_one_device_is_none_for_another() -> None:
    with pytest.raises(BadPolicy):
        verify_policy(SIGNED, KEY, kiosk_id="0022")
