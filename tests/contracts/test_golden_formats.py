"""The formats are promises: what was written once is read for ever, and what is written without randomness stays the same."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
from package_samples import GOLDEN, MemorySink

from sync.contract.courier import ListedPackage, list_file, parse_courier_list, parse_courier_receipts, receipts_file
from sync.contract.enrolment import archive_id, decode_enrolment, encode_enrolment, fingerprint
from sync.contract.package import Part, bag_name
from sync.contract.policy import OnMetered, Policy, parse_signed_policy
from sync.contract.receipt import Receipt, parse_signed_receipt
from sync.contract.story import (
    Answer,
    Consent,
    HelpRequest,
    Identity,
    IdentityKind,
    Need,
    Photo,
    Span,
    Story,
    Use,
    Voice,
    consent_json,
    help_json,
    parse_consent,
    parse_help,
    parse_story,
    story_json,
)
from sync.contract.withdrawal_request import parse_withdrawal_receipt
from sync.package.bag import Member, bag_files, read_bag
from sync.package.courier import is_introduced, sign_courier_list, verify_courier_list
from sync.package.identity import parse_identity_file
from sync.package.seal import open_package
from sync.package.signatures import public_key_of, sign_policy, sign_receipt, verify_policy, verify_receipt
from sync.package.tar import tar_pieces
from sync.package.verifier import verifier_of_proof, withdrawal_verifier
from sync.package.withdrawal import open_withdrawal, sign_withdrawal_receipt, verify_withdrawal_receipt

STORY = Story(
    story_id="3f2b8c1e-5d47-4a6b-9c0d-1e2f3a4b5c6d",
    part=Part.MASTER,
    language="ar",
    answers=(Answer("why", "data/answers/1-why.flac", 100, 48_000, -1_750, (Span(20, 60),), (Span(30, 50),)),),
    photos=(Photo("data/photos/01.jpg", "لافتة أمام المكتب", 2),),
    identity=Identity(IdentityKind.OTHER, "Nour"),
    voice=Voice.READER,
    event_id="workshop-7",
    month="2026-03",
    withdrawal_verifier="1678d3e92f49a8a74349fa1fbae6057f31532b25517bb430a707c3e69a611d6a",
)
CONSENT = Consent(
    uses={use: use in (Use.ONLINE, Use.EDUCATION) for use in Use},
    texts={"about": hashlib.sha256(b"About").hexdigest(), "uses": hashlib.sha256(b"Uses").hexdigest()},
    interface_language="ar",
    heard_aloud=True,
)
ASKED_CONSENT = replace(CONSENT, own_wish=True, adult=True, understood=True, text_languages={"about": "fr", "uses": "ar"})
HELP = HelpRequest((Need.LAW, Need.TRANSLATION), "العربية", "signal: the number on the card", "After dark only.")
FINGERPRINT = "55263 50935 52291 22756 31758 01109"
RECEIPT_SECRET = bytes(range(32)).hex()
COURIER_SECRET = bytes(range(32, 64)).hex()


def golden(name: str) -> bytes:
    return (GOLDEN / name).read_bytes()


def test_the_three_documents_are_read_and_written_as_ever() -> None:
    assert parse_story(golden("story.json")) == STORY
    assert parse_consent(golden("consent.json")) == CONSENT
    assert parse_help(golden("help.json")) == HELP
    assert story_json(STORY) == golden("story.json")
    assert consent_json(CONSENT) == golden("consent.json")
    assert help_json(HELP) == golden("help.json")


def test_a_consent_that_tells_what_was_asked_is_read_and_written_as_ever() -> None:
    assert parse_consent(golden("consent-asked.json")) == ASKED_CONSENT
    assert consent_json(ASKED_CONSENT) == golden("consent-asked.json")


def test_the_bag_is_read_and_written_as_ever() -> None:
    sink = MemorySink()
    opened = read_bag(io.BytesIO(golden("bag.tar")), sink)
    assert opened.bag_name == bag_name(STORY.story_id, STORY.part)
    assert parse_story(sink.files["data/story.json"]) == STORY
    members = [Member(path, data) for path, data in sink.files.items()]
    assert b"".join(tar_pieces(bag_files(members, opened.bag_name))) == golden("bag.tar")


def test_the_bag_opens_with_pythons_tarfile() -> None:
    with tarfile.open(GOLDEN / "bag.tar") as opened:
        inner = opened.extractfile("3f2b8c1e-5d47-4a6b-9c0d-1e2f3a4b5c6d-master/data/story.json")
        assert inner is not None
        assert inner.read() == golden("story.json")


def test_the_sealed_package_opens_as_ever() -> None:
    keys = parse_identity_file(golden("identity.txt").decode())
    sink = MemorySink()
    opened = open_package(GOLDEN / "package.age", [key.identity for key in keys], sink)
    unsealed = MemorySink()
    assert opened == read_bag(io.BytesIO(golden("bag.tar")), unsealed)
    assert sink.files == unsealed.files


def test_the_sealed_package_opens_with_age() -> None:
    command = ["age", "-d", "-i", str(GOLDEN / "identity.txt"), str(GOLDEN / "package.age")]
    assert subprocess.run(command, check=True, capture_output=True).stdout == golden("bag.tar")


def test_the_answer_in_it_passes_flacs_own_test(tmp_path: Path) -> None:
    sink = MemorySink()
    read_bag(io.BytesIO(golden("bag.tar")), sink)
    (tmp_path / "answer.flac").write_bytes(sink.files["data/answers/1-why.flac"])
    subprocess.run(["flac", "-t", str(tmp_path / "answer.flac")], check=True, capture_output=True)


def test_the_receipt_is_verified_and_signed_as_ever() -> None:
    value = json.loads(golden("receipt.json"))
    key = value.pop("receipt_key")
    signed = parse_signed_receipt(value)
    raw = golden("package.age")
    verify_receipt(signed, key, package_id=signed.receipt.package_id, sha256=hashlib.sha256(raw).hexdigest(), size_bytes=len(raw))
    assert public_key_of(RECEIPT_SECRET) == key
    assert sign_receipt(Receipt(**value["receipt"]), RECEIPT_SECRET) == signed


def test_the_policy_is_verified_and_signed_as_ever() -> None:
    value = json.loads(golden("policy.json"))
    key = value.pop("receipt_key")
    signed = parse_signed_policy(value)
    recipients = decode_enrolment(golden("enrolment.txt").decode()).recipients
    assert signed.policy == Policy("00112233445566ff", 1_780_000_000, recipients, 45, ("ar", "en"), False)
    verify_policy(signed, key, kiosk_id="00112233445566ff")
    assert sign_policy(signed.policy, RECEIPT_SECRET) == signed


def test_a_policy_with_limits_for_the_link_is_verified_and_signed_as_ever() -> None:
    value = json.loads(golden("policy-limits.json"))
    key = value.pop("receipt_key")
    signed = parse_signed_policy(value)
    plain = parse_signed_policy({name: what for name, what in json.loads(golden("policy.json")).items() if name != "receipt_key"})
    assert signed.policy == replace(plain.policy, on_metered=OnMetered.LISTEN, cap_kbit_s=256, monthly_mb=500)
    verify_policy(signed, key, kiosk_id="00112233445566ff")
    assert sign_policy(signed.policy, RECEIPT_SECRET) == signed


def test_the_enrolment_code_is_read_and_written_as_ever() -> None:
    code = golden("enrolment.txt").decode()
    enrolment = decode_enrolment(code)
    assert encode_enrolment(enrolment) == code.strip()
    assert (enrolment.url, enrolment.token, enrolment.expires_at_s) == (
        "https://archive.example/",
        "one-time-token-for-the-golden-files",
        1_780_000_000,
    )
    assert enrolment.pins == ("ab" * 32,)
    assert enrolment.recipients[0] == parse_identity_file(golden("identity.txt").decode())[0].recipient
    assert fingerprint(enrolment.receipt_key, enrolment.recipients) == FINGERPRINT


def test_the_withdrawal_request_opens_and_its_receipt_is_signed_as_ever() -> None:
    sealed = golden("withdrawal-request.age")
    keys = parse_identity_file(golden("identity.txt").decode())
    request = open_withdrawal(sealed, [key.identity for key in keys])
    assert request.package_ids == ("00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100")
    assert verifier_of_proof(request.proof) == json.loads(golden("withdrawal.json"))["verifier"]
    receipt = parse_withdrawal_receipt(json.loads(golden("withdrawal-receipt.json")))
    assert sign_withdrawal_receipt(hashlib.sha256(sealed).hexdigest(), RECEIPT_SECRET) == receipt
    verify_withdrawal_receipt(receipt, public_key_of(RECEIPT_SECRET), sealed=sealed)


def test_the_withdrawal_verifier_is_derived_as_ever() -> None:
    value = json.loads(golden("withdrawal.json"))
    assert withdrawal_verifier(value["code"], value["receipt_key"]) == value["verifier"] == STORY.withdrawal_verifier


def test_the_list_on_a_stick_is_verified_and_signed_as_ever() -> None:
    raw = golden("courier-list.json")
    signed = parse_courier_list(raw)
    package, sealed = golden("package.age"), golden("withdrawal-request.age")
    assert signed.listed.packages == (
        ListedPackage("00112233445566778899aabbccddeeff", Part.MASTER, hashlib.sha256(package).hexdigest(), len(package)),
    )
    assert signed.listed.withdrawals == (sealed,)
    assert signed.listed.courier_key == public_key_of(COURIER_SECRET)
    verify_courier_list(signed, public_key_of(COURIER_SECRET))
    assert is_introduced(
        signed.listed.introduction or "",
        kiosk_id=signed.listed.kiosk_id,
        courier_key=signed.listed.courier_key,
        secret_sha256=hashlib.sha256(b"secret").hexdigest(),
    )
    assert sign_courier_list(signed.listed, COURIER_SECRET).to_bytes() == raw
    assert (list_file("00112233445566ff"), receipts_file("00112233445566ff")) == (
        "list-150d7655a167536b.json",
        "receipts-150d7655a167536b.json",
    )


def test_the_receipts_on_a_stick_are_read_and_written_as_ever() -> None:
    raw = golden("courier-receipts.json")
    receipts, refused = parse_courier_receipts(raw)
    assert (receipts.to_bytes(), refused, receipts.archive_id) == (raw, 0, archive_id(public_key_of(RECEIPT_SECRET)))
    assert receipts.receipts == (parse_signed_receipt({key: json.loads(golden("receipt.json"))[key] for key in ("receipt", "signature")}),)
    verify_withdrawal_receipt(receipts.withdrawals[0], public_key_of(RECEIPT_SECRET), sealed=golden("withdrawal-request.age"))


@pytest.mark.parametrize("name", [path.name for path in sorted(GOLDEN.iterdir()) if path.name != "README.md"])
def test_every_golden_file_is_described(name: str) -> None:
    assert f"`{name}`" in (GOLDEN / "README.md").read_text()
