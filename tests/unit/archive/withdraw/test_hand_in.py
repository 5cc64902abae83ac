"""The kiosks' door: sealed requests in, signed receipts out, and nobody learns whether a code was real."""

from __future__ import annotations

import io
import secrets
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from story_samples import Shelf, Telling, refreshed

from archive.core.events import Event, verify_chain
from archive.core.jobs import Job, handlers, run_next
from archive.core.keys import archive_keys
from archive.intake.ledger import create_upload
from archive.intake.models import Upload
from archive.intake.spool import Spool
from archive.intake.tus_protocol import PackageFacts
from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import digest_of
from archive.stories.states import State
from archive.withdraw.limits import KIOSK_LIMIT
from archive.withdraw.models import SealedRequest, Withdrawal
from sync.contract.package import new_package_id
from sync.contract.withdrawal_request import MAX_SEALED_BYTES, WithdrawalRequest, parse_withdrawal_receipt
from sync.package import seal_withdrawal, verifier_of_proof, verify_withdrawal_receipt
from sync.package.age import PieceReader, SealWriter, encrypt_pieces
from sync.package.identity import new_age_key
from sync.package.seal import parse_recipients

pytestmark = pytest.mark.django_db
PROOF = "11" * 32
URL = "/api/v1/withdrawals"


def do_jobs() -> None:
    while run_next(handlers()):
        continue


def sealed(proof: str = PROOF, package_ids: tuple[str, ...] = (), recipients: tuple[str, ...] | None = None) -> bytes:
    named = (*package_ids, new_package_id(), new_package_id())[:2]
    return seal_withdrawal(WithdrawalRequest(proof, named), recipients or archive_keys().recipients)


@pytest.fixture
def kiosk(shelf: Shelf) -> Kiosk:
    Spool(settings.ARCHIVE.uploads_dir, settings.ARCHIVE.packages_dir).prepare()
    made: Kiosk = Kiosk.objects.create(name="Booth", secret_sha256=digest_of("secret"))
    return made


@pytest.fixture
def token(kiosk: Kiosk) -> str:
    return f"{kiosk.kiosk_id}.secret"


def hand_in(client: Client, token: str, body: bytes) -> Any:
    return client.post(URL, body, content_type="application/octet-stream", headers={"Authorization": f"Bearer {token}"})


def assert_receipted(answer: Any, body: bytes) -> None:
    assert answer.status_code == 200
    verify_withdrawal_receipt(parse_withdrawal_receipt(answer.json()), archive_keys().receipt_key, sealed=body)


def test_a_request_takes_a_story_back(shelf: Shelf, client: Client, token: str) -> None:
    story = shelf.receive(Telling(verifier=verifier_of_proof(PROOF)))
    body = sealed()
    assert_receipted(hand_in(client, token, body), body)
    do_jobs()
    assert refreshed(story).state == State.WITHDRAWN
    assert not SealedRequest.objects.exists()
    verify_chain()


def test_known_and_unknown_look_alike(shelf: Shelf, client: Client, token: str) -> None:
    shelf.receive(Telling(verifier=verifier_of_proof(PROOF)))
    answers = []
    for proof in (PROOF, "22" * 32):
        body = sealed(proof)
        answer = hand_in(client, token, body)
        assert_receipted(answer, body)
        answers.append((answer.status_code, sorted(answer.json()), len(answer.content), {*answer.headers}))
    assert answers[0] == answers[1]


def test_handing_in_again_changes_nothing_and_gets_the_same_receipt(client: Client, token: str) -> None:
    body = sealed()
    first = hand_in(client, token, body).json()
    assert hand_in(client, token, body).json() == first
    assert SealedRequest.objects.count() == 1
    do_jobs()
    assert hand_in(client, token, body).json() == first
    assert not SealedRequest.objects.exists()
    assert Event.objects.filter(code="withdrawal.received").count() == 1


def test_a_request_before_the_story_is_kept(client: Client, token: str) -> None:
    hand_in(client, token, sealed())
    do_jobs()
    assert Withdrawal.objects.get().verifier == verifier_of_proof(PROOF)


def test_half_an_upload_is_given_up_and_its_bytes_go(client: Client, kiosk: Kiosk, token: str) -> None:
    spool = Spool(settings.ARCHIVE.uploads_dir, settings.ARCHIVE.packages_dir)
    spool.prepare()
    uploads = []
    for package_id in (new_package_id(), new_package_id()):
        facts = PackageFacts(package_id, secrets.token_hex(32), "listen", 1000)
        upload, _ = create_upload(kiosk, facts, now=timezone.now(), lifetime=timedelta(days=1))
        file = spool.open_at(upload.upload_id, 0)
        file.write(b"half")
        file.close()
        uploads.append(upload)
    taken, other = uploads
    hand_in(client, token, sealed(package_ids=(taken.package_id,)))
    do_jobs()
    assert set(spool.upload_sizes()) == {other.upload_id}
    states = dict(Upload.objects.values_list("package_id", "state"))
    assert (states[taken.package_id], states[other.package_id]) == (Upload.State.FAILED, Upload.State.OPEN)


@pytest.mark.parametrize("authorization", ["", "Bearer ", "Bearer guessed", "Bearer a.b", "Basic YTpi"])
def test_only_kiosks(client: Client, kiosk: Kiosk, authorization: str) -> None:
    answer = client.post(URL, sealed(), content_type="application/octet-stream", headers={"Authorization": authorization})
    assert answer.status_code == 401
    assert not SealedRequest.objects.exists()


@pytest.mark.parametrize("body", [b"", b"{}", b"x" * 500, b"age-encryption.org/v1\n" + b"x" * MAX_SEALED_BYTES])
def test_nothing_but_a_sealed_request(client: Client, token: str, body: bytes) -> None:
    assert hand_in(client, token, body).status_code == 400
    assert not SealedRequest.objects.exists()


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_nothing_but_post(client: Client, token: str, method: str) -> None:
    assert client.generic(method, URL, headers={"Authorization": f"Bearer {token}"}).status_code == 405


@pytest.mark.parametrize("spoilt", ["other key", "cut", "no request"])
def test_what_cannot_be_opened_is_dropped_and_tried_once(client: Client, token: str, spoilt: str) -> None:
    body = {
        "other key": lambda: sealed(recipients=(new_age_key().recipient,)),
        "cut": lambda: sealed()[:-1],
        "no request": _no_request,
    }[spoilt]()
    assert_receipted(hand_in(client, token, body), body)
    do_jobs()
    assert not SealedRequest.objects.exists()
    assert not Withdrawal.objects.exists()
    assert set(Job.objects.values_list("state", flat=True)) == {Job.State.DONE}
    assert Event.objects.get(code="withdrawal.refused").facts["reason"] in ("sealed-other-key", "sealed-damaged", "withdrawal-shape")


def _no_request() -> bytes:
    out = io.BytesIO()
    encrypt_pieces(PieceReader(iter([b"{}"])), SealWriter(out.write), parse_recipients(archive_keys().recipients))
    return out.getvalue()


def test_a_flood_is_told_to_wait(client: Client, token: str) -> None:
    for _ in range(KIOSK_LIMIT.of_one):
        assert KIOSK_LIMIT.allows(token.partition(".")[0])
    answer = hand_in(client, token, sealed())
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (429, True)
    assert not SealedRequest.objects.exists()
