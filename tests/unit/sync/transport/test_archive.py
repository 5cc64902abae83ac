"""The archive's doors: every answer is believed only if it is our archive's."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fake_archive import FakeArchive
from sync_clock import FakeClock

from sync.contract.enrolment import decode_enrolment
from sync.contract.faults import BadCode, BadReceipt
from sync.package.signatures import public_key_of, verify_receipt
from sync.schedule import LONGEST_RETRY_AFTER_S, Cause
from sync.transport.archive import ArchiveClient, enrol
from sync.transport.door import ArchiveDoor, retry_after_s
from sync.transport.faults import Blocked, HashMismatch, Refused, RetryLater, UploadGone
from sync.transport.session import Answer, HardenedSession

NONCE = "0123456789abcdef" * 2
COURIER_KEY = "c0" * 32


@pytest.fixture
def session() -> Iterator[HardenedSession]:
    with HardenedSession(answer_timeout_s=10) as opened:
        yield opened


@pytest.fixture
def client(archive: FakeArchive, session: HardenedSession, clock: FakeClock) -> ArchiveClient:
    return ArchiveClient(session, archive.enrolled(), clock)


def delivered(client: ArchiveClient, content: bytes = b"sealed", package_id: str = "ab" * 16) -> tuple[str, str]:
    sha256 = hashlib.sha256(content).hexdigest()
    upload = client.tus.create(len(content), {"package_id": package_id, "sha256": sha256, "part": "listen"})
    client.tus.send_slice(upload.url, io.BytesIO(content), 0, len(content), lambda sent: None, lambda: False)
    return package_id, sha256


# --- enrolment ---


def test_a_code_becomes_an_enrolment_once(archive: FakeArchive, session: HardenedSession) -> None:
    code = decode_enrolment(archive.new_code())
    enrolled = enrol(session, code, NONCE, COURIER_KEY)
    assert enrolled.kiosk_token.startswith(enrolled.kiosk_id + ".")
    assert (enrolled.url, enrolled.receipt_key, enrolled.recipients, enrolled.event_id) == (
        code.url,
        code.receipt_key,
        code.recipients,
        None,
    )
    assert (enrolled.courier_key, enrolled.courier_key_told) == (COURIER_KEY, True)
    assert archive.courier_keys == {enrolled.kiosk_id: public_key_of(COURIER_KEY)}
    assert enrolled.kiosk_token not in repr(enrolled)
    assert COURIER_KEY not in repr(enrolled)
    with pytest.raises(BadCode) as refused:
        enrol(session, code, NONCE, COURIER_KEY)
    assert refused.value.code == "token-used"


def test_an_archive_from_before_courier_keys_enrols_and_is_told_later(archive: FakeArchive, session: HardenedSession) -> None:
    archive.switches.knows_couriers = False
    enrolled = enrol(session, decode_enrolment(archive.new_code()), NONCE, COURIER_KEY)
    assert (enrolled.courier_key, enrolled.courier_key_told) == (COURIER_KEY, False)


def test_enrolling_at_a_stranger_is_refused(archive: FakeArchive, session: HardenedSession) -> None:
    archive.switches.portal = "html"
    with pytest.raises(Blocked):
        enrol(session, decode_enrolment(archive.new_code()), NONCE, COURIER_KEY)


def test_an_archive_in_trouble_does_not_spend_the_code(archive: FakeArchive, session: HardenedSession) -> None:
    code = decode_enrolment(archive.new_code())
    archive.switches.answer_with = [(503, {"Retry-After": "7"}), (500, {})]
    for _ in range(2):
        with pytest.raises(RetryLater):
            enrol(session, code, NONCE, COURIER_KEY)
    assert enrol(session, code, NONCE, COURIER_KEY).kiosk_id


@pytest.mark.parametrize(
    "answer", [b"{}", b'{"kiosk_id":"k","kiosk_token":"a\\r\\nX: y","event_id":null}', b'{"kiosk_id":1,"kiosk_token":"a"}']
)
def test_an_enrolment_that_makes_no_sense_is_not_saved(archive: FakeArchive, answer: bytes) -> None:
    canned = _Canned(Answer(201, {"X-Archive-Id": archive.archive_id}, answer), ping=archive.pong(NONCE))
    with pytest.raises(Blocked):
        enrol(canned, decode_enrolment(archive.new_code()), NONCE, COURIER_KEY)


# --- the courier key ---


def test_the_courier_key_is_told_once_and_never_exchanged(archive: FakeArchive, client: ArchiveClient) -> None:
    assert client.tell_courier_key("ab" * 32)
    assert client.tell_courier_key("ab" * 32)
    with pytest.raises(Refused):
        client.tell_courier_key("cd" * 32)
    assert set(archive.courier_keys.values()) == {"ab" * 32}


def test_an_archive_that_knows_no_courier_keys_is_no_error(archive: FakeArchive, client: ArchiveClient) -> None:
    archive.switches.knows_couriers = False
    assert not client.tell_courier_key("ab" * 32)
    archive.switches.answer_with = [(500, {})]
    with pytest.raises(RetryLater):
        client.tell_courier_key("ab" * 32)


# --- is this our archive? ---


def test_ping_is_believed_only_from_the_holder_of_the_key(archive: FakeArchive, client: ArchiveClient) -> None:
    client.ping(NONCE)
    archive.switches.stranger = True
    with pytest.raises(Blocked) as fault:
        client.ping(NONCE)
    assert fault.value.code == "portal"


def test_ping_travels_without_our_token(archive: FakeArchive, client: ArchiveClient) -> None:
    client.ping(NONCE)
    assert [(seen.path, seen.token) for seen in archive.requests] == [(f"/api/v1/ping?nonce={NONCE}", None)]


@pytest.mark.parametrize("body", [b"{}", b'{"nonce":"00","signature":"00"}', b'{"nonce":"%s","signature":7}' % NONCE.encode(), b"<html>"])
def test_a_ping_without_proof_is_a_portal(archive: FakeArchive, clock: FakeClock, body: bytes) -> None:
    canned = _Canned(Answer(200, {"X-Archive-Id": archive.archive_id}, body))
    with pytest.raises(Blocked):
        ArchiveClient(canned, archive.enrolled(), clock).ping(NONCE)


@pytest.mark.parametrize("portal", ["html", "redirect"])
def test_a_portal_is_told_from_the_archive(archive: FakeArchive, client: ArchiveClient, portal: str) -> None:
    archive.switches.portal = portal
    for ask in (lambda: client.ping(NONCE), lambda: client.receipt("0" * 32), lambda: client.tus.create(1, {})):
        with pytest.raises(Blocked) as fault:
            ask()
        assert fault.value.code == "portal"
    assert len(archive.requests) == 3, "a redirect was followed"


@pytest.mark.parametrize(
    ("status", "claimed", "kind", "code"),
    [
        (200, "another", Blocked, "portal"),
        (200, None, Blocked, "portal"),
        (401, None, Blocked, "portal"),
        (503, None, Blocked, "portal"),
        (502, None, RetryLater, "archive-busy"),
        (504, None, RetryLater, "archive-busy"),
        (302, "ours", Blocked, "portal"),
        (401, "ours", Blocked, "token"),
        (403, "ours", Blocked, "token"),
        (423, "ours", RetryLater, "archive-busy"),
        (429, "ours", RetryLater, "archive-busy"),
        (500, "ours", RetryLater, "archive-busy"),
        (507, "ours", RetryLater, "archive-full"),
        (511, "ours", Blocked, "portal"),
        (511, None, Blocked, "portal"),
        (413, None, RetryLater, "slice-too-large"),
    ],
)
def test_every_answer_says_what_to_do(status: int, claimed: str | None, kind: type[Blocked | RetryLater], code: str) -> None:
    headers = {} if claimed is None else {"X-Archive-Id": claimed}
    door = ArchiveDoor(_Canned(Answer(status, headers, b"")), "https://archive.example", "ours", "token")
    with pytest.raises(kind) as fault:
        door.request("GET", "x")
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (429, b'{"error":"quota"}', "quota"),
        (429, b'{"error":"busy"}', "archive-busy"),
        (429, b"slow down", "archive-busy"),
        (429, b"[]", "archive-busy"),
        (503, b'{"error":"busy"}', "archive-busy"),
        (507, b'{"error":"disk-full"}', "archive-full"),
    ],
)
def test_what_the_archive_is_short_of_is_told_apart_and_its_wish_is_kept(status: int, body: bytes, code: str) -> None:
    canned = _Canned(Answer(status, {"X-Archive-Id": "ours", "Retry-After": "7"}, body))
    with pytest.raises(RetryLater) as fault:
        ArchiveDoor(canned, "https://archive.example", "ours", "token").request("PATCH", "x")
    assert (fault.value.code, fault.value.retry_after_s, fault.value.cause) == (code, 7, Cause.SERVER)


def test_what_the_archive_does_not_let_go_of_is_no_lost_token() -> None:
    door = ArchiveDoor(_Canned(Answer(403, {"X-Archive-Id": "ours"}, b"")), "https://archive.example", "ours", "token")
    assert door.request("DELETE", "x").status == 403


@pytest.mark.parametrize(
    "path",
    ["https://elsewhere.example/u", "//elsewhere.example/u", "http://archive.example/u", "https://archive.example:444/u", "https://[/"],
)
def test_our_token_goes_to_our_archives_address_only(path: str) -> None:
    canned = _Canned(Answer(200, {"X-Archive-Id": "ours"}, b""))
    with pytest.raises(Blocked) as fault:
        ArchiveDoor(canned, "https://archive.example/base", "ours", "token").request("GET", path)
    assert (fault.value.code, canned.asked) == ("address", [])


def test_paths_are_relative_to_the_archives_address() -> None:
    canned = _Canned(Answer(200, {"X-Archive-Id": "ours"}, b""))
    door = ArchiveDoor(canned, "https://archive.example/base", "ours", "token")
    door.request("GET", "api/v1/ping")
    door.request("GET", "https://archive.example:443/base/api/v1/uploads/1")
    assert canned.asked == ["https://archive.example/base/api/v1/ping", "https://archive.example:443/base/api/v1/uploads/1"]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "99999999"}, LONGEST_RETRY_AFTER_S),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "٧"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "Sun, 01 Mar 2026 10:00:30 GMT", "Date": "Sun, 01 Mar 2026 10:00:00 GMT"}, 30),
        ({"Retry-After": "Sun, 01 Mar 2026 10:00:00 GMT", "Date": "Sun, 01 Mar 2026 10:00:30 GMT"}, 0),
        ({"Retry-After": "Sun, 01 Mar 2026 10:00:00 GMT"}, None),
    ],
)
def test_retry_after_is_read_in_both_forms_and_without_our_clock(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(Answer(503, headers, b"")) == seconds


# --- receipts ---


def test_a_receipt_comes_back_signed(archive: FakeArchive, client: ArchiveClient) -> None:
    package_id, sha256 = delivered(client)
    verify_receipt(client.receipt(package_id), archive.receipt_key, package_id=package_id, sha256=sha256, size_bytes=6)


def test_a_pending_receipt_is_asked_for_later(archive: FakeArchive, client: ArchiveClient) -> None:
    package_id, _ = delivered(client)
    archive.switches.receipts = "pending"
    with pytest.raises(RetryLater) as fault:
        client.receipt(package_id)
    assert (fault.value.code, fault.value.retry_after_s, fault.value.cause) == ("receipt-pending", 1, Cause.SERVER)


def test_an_unknown_package_and_a_damaged_one_are_told_apart(archive: FakeArchive, client: ArchiveClient) -> None:
    with pytest.raises(UploadGone):
        client.receipt("0" * 32)
    archive.switches.corrupt = 1
    with pytest.raises(HashMismatch):
        delivered(client, package_id="cd" * 16)
    with pytest.raises(HashMismatch):
        client.receipt("cd" * 16)


def test_what_is_no_receipt_is_told(archive: FakeArchive, clock: FakeClock) -> None:
    canned = _Canned(Answer(200, {"X-Archive-Id": archive.archive_id}, b'{"receipt":{},"signature":""}'))
    with pytest.raises(BadReceipt):
        ArchiveClient(canned, archive.enrolled(), clock).receipt("0" * 32)


class _Canned:
    """A session that always gives the same answer, but to a ping where one is given for it."""

    def __init__(self, answer: Answer, ping: dict[str, str] | None = None) -> None:
        self.asked: list[str] = []
        self._answer = answer
        self._ping = None if ping is None else replace(answer, status=200, body=json.dumps(ping).encode())

    def request(self, method: str, url: str, *, headers: object, body: object = None) -> Answer:
        self.asked.append(url)
        return self._ping if self._ping is not None and "/ping?" in url else self._answer
