"""The doors by which an enrolled kiosk stays one: its policy and its next token, the same at the fake archive and the real one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from archive_under_test import ArchiveUnderTest, fake_archive, real_archive
from tus_client import Reply, Sending, TusClient, call

from sync.contract.enrolment import archive_id, decode_enrolment
from sync.contract.faults import BadPolicy
from sync.contract.policy import parse_signed_policy
from sync.package.signatures import verify_policy

SECRET = "a-secret-that-the-kiosk-made"
ANNOUNCEMENT = json.dumps({"next_sha256": hashlib.sha256(SECRET.encode()).hexdigest()}).encode()


@dataclass(frozen=True)
class Kiosk:
    url: str
    kiosk_id: str
    token: str
    receipt_key: str

    def ask(self, method: str, path: str, body: bytes | None = None, token: str | None = None) -> Reply:
        """Every answer must say whose it is, and none may be kept by a cache."""
        headers = {"Authorization": f"Bearer {token or self.token}", "Content-Type": "application/json"}
        reply = call(self.url, method, path, headers=headers, body=body)
        assert reply.headers["x-archive-id"] == archive_id(self.receipt_key)
        assert "no-store" in reply.headers["cache-control"] or reply.status == 401
        return reply


@pytest.fixture(scope="module", params=["fake", "real"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArchiveUnderTest]:
    with fake_archive() if request.param == "fake" else real_archive(tmp_path_factory.mktemp("archive")) as running:
        yield running


@pytest.fixture
def kiosk(archive: ArchiveUnderTest) -> Kiosk:
    return enrolled(archive)


def enrolled(archive: ArchiveUnderTest) -> Kiosk:
    code = decode_enrolment(archive.new_code())
    body = json.dumps({"token": code.token}).encode()
    value = call(archive.url, "POST", "/api/v1/enrol", headers={"Content-Type": "application/json"}, body=body).json()
    return Kiosk(archive.url, value["kiosk_id"], value["kiosk_token"], code.receipt_key)


def test_the_policy_is_signed_for_the_kiosk_that_asks(archive: ArchiveUnderTest, kiosk: Kiosk) -> None:
    other = enrolled(archive)
    for who, somebody_else in ((kiosk, other), (other, kiosk)):
        reply = who.ask("GET", "/api/v1/policy")
        assert reply.status == 200
        signed = parse_signed_policy(reply.json())
        verify_policy(signed, who.receipt_key, kiosk_id=who.kiosk_id)
        with pytest.raises(BadPolicy):
            verify_policy(signed, who.receipt_key, kiosk_id=somebody_else.kiosk_id)
        assert (signed.policy.version >= 1, signed.policy.revoked) == (True, False)
        assert who.ask("GET", "/api/v1/policy").json() == reply.json()
    assert kiosk.ask("GET", "/api/v1/policy", token="guessed").status == 401


def test_the_first_use_of_the_next_token_ends_the_one_before(kiosk: Kiosk, tmp_path: Path) -> None:
    following = f"{kiosk.kiosk_id}.{SECRET}"
    for _ in range(2):
        assert kiosk.ask("POST", "/api/v1/token", ANNOUNCEMENT).status == 204
        assert kiosk.ask("GET", "/api/v1/policy").status == 200
    assert kiosk.ask("GET", "/api/v1/policy", token=following).status == 200
    assert kiosk.ask("GET", "/api/v1/policy").status == 401
    assert kiosk.ask("POST", "/api/v1/token", ANNOUNCEMENT).status == 401
    uploads, sending = TusClient(kiosk.url, following), Sending(b"sealed", "ab" * 16)
    assert uploads.patch(uploads.create(sending).headers["location"], 0, sending.data).status == 204


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"next_sha256": "short"}', b'{"next_sha256": 7}'])
def test_nothing_but_a_hash_announces_a_token(kiosk: Kiosk, body: bytes) -> None:
    assert kiosk.ask("POST", "/api/v1/token", body).status == 400
    assert kiosk.ask("GET", "/api/v1/policy").status == 200


# --- the key for sticks ---


def test_a_courier_key_may_be_told_when_enrolling(archive: ArchiveUnderTest) -> None:
    body = json.dumps({"token": decode_enrolment(archive.new_code()).token, "courier_key": "ab" * 32}).encode()
    reply = call(archive.url, "POST", "/api/v1/enrol", headers={"Content-Type": "application/json"}, body=body)
    assert (reply.status, reply.json()["courier_key"]) == (201, "ab" * 32)


def test_a_courier_key_is_told_once_and_never_exchanged(kiosk: Kiosk) -> None:
    def tell(key: object) -> int:
        return kiosk.ask("POST", "/api/v1/courier-key", json.dumps({"courier_key": key}).encode()).status

    assert [tell("ab" * 32), tell("ab" * 32), tell("cd" * 32), tell("ab" * 32)] == [204, 204, 409, 204]
    assert [tell("AB" * 32), tell("ab"), tell(7), tell(None)] == [400] * 4
    assert kiosk.ask("POST", "/api/v1/courier-key", b"{}", token="guessed").status == 401
