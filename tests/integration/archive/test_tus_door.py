"""The upload door from outside, on a real server: tus 1.0.0, and not a byte lost or made up however a request ends."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from live_archive import LiveArchive
from processes import poll
from tus_client import HalfRequest, Reply, Sending, TusClient, call

from sync.contract.enrolment import decode_enrolment
from sync.contract.package import LIMITS
from sync.contract.receipt import parse_signed_receipt
from sync.package import verify_receipt

SIZE = 1_000_000


@pytest.fixture
def sending(package_id: str) -> Sending:
    return Sending(os.urandom(SIZE), package_id)


@pytest.fixture
def path(kiosk: TusClient, sending: Sending) -> str:
    return kiosk.create(sending).headers["location"]


def receipt_key(archive: LiveArchive) -> str:
    return decode_enrolment(archive.enrol()["code"]).receipt_key


def checksum(data: bytes, algorithm: str = "sha256") -> dict[str, str]:
    return {"Upload-Checksum": f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"}


def assert_refused(reply: Reply, status: int, code: str) -> None:
    assert (reply.status, reply.json()) == (status, {"error": code})


def settled_offset(kiosk: TusClient, path: str, expected: int) -> int:
    """The offset once the server has noticed how the last request ended."""
    poll(lambda: kiosk.head(path).offset == expected, 10)
    return kiosk.head(path).offset


def test_options_says_what_the_door_speaks(archive: LiveArchive) -> None:
    reply = call(archive.url, "OPTIONS", "/api/v1/uploads/")
    assert reply.status == 204
    assert reply.headers["tus-version"] == "1.0.0"
    assert set(reply.headers["tus-extension"].split(",")) == {"creation", "creation-with-upload", "checksum", "expiration", "termination"}
    assert reply.headers["tus-checksum-algorithm"] == "sha256,sha1"
    assert reply.headers["tus-max-size"] == str(LIMITS.package_bytes)
    assert reply.headers["x-archive-id"] == archive.archive_id


def test_a_package_in_slices_ends_in_a_signed_receipt(archive: LiveArchive, kiosk: TusClient, sending: Sending) -> None:
    created = kiosk.create(sending)
    assert (created.status, created.offset) == (201, 0)
    path = created.headers["location"]
    assert kiosk.receipt(sending.package_id).status == 404
    assert kiosk.patch(path, 0, sending.data[:300_000]).offset == 300_000
    assert kiosk.patch(path, 300_000, sending.data[300_000:300_001]).offset == 300_001
    head = kiosk.head(path)
    assert (head.status, head.offset, head.headers["upload-length"]) == (200, 300_001, str(SIZE))
    assert head.headers["cache-control"] == "no-store"
    assert head.headers["upload-metadata"] == sending.metadata
    assert "GMT" in head.headers["upload-expires"]
    last = kiosk.patch(path, 300_001, sending.data[300_001:])
    assert (last.status, last.offset) == (204, SIZE)
    signed = parse_signed_receipt(kiosk.receipt(sending.package_id).json())
    verify_receipt(signed, receipt_key(archive), package_id=sending.package_id, sha256=sending.sha256, size_bytes=SIZE)
    stored = archive.dir / "packages" / sending.sha256
    assert stored.read_bytes() == sending.data
    assert stored.stat().st_mode & 0o777 == 0o600


def test_a_small_package_arrives_with_its_creation(kiosk: TusClient, sending: Sending) -> None:
    reply = kiosk.create(sending, body=sending.data)
    assert (reply.status, reply.offset) == (201, SIZE)
    assert kiosk.receipt(sending.package_id).status == 200


def test_creating_again_is_the_same_upload_at_its_present_offset(kiosk: TusClient, sending: Sending) -> None:
    first = kiosk.create(sending)
    kiosk.patch(first.headers["location"], 0, sending.data[:1000])
    again = kiosk.create(sending)
    assert (again.status, again.offset) == (201, 1000)
    assert again.headers["location"] == first.headers["location"]
    with_body = kiosk.create(sending, body=sending.data[:500])
    assert (with_body.status, with_body.offset) == (201, 1000)
    kiosk.patch(first.headers["location"], 1000, sending.data[1000:])
    stored = kiosk.create(sending)
    assert (stored.status, stored.offset) == (201, SIZE)


def test_an_answer_that_was_lost_can_be_asked_for_again(kiosk: TusClient, sending: Sending, path: str) -> None:
    assert kiosk.patch(path, 0, sending.data).status == 204
    assert kiosk.patch(path, SIZE, b"").status == 204
    assert kiosk.head(path).offset == SIZE
    assert_refused(kiosk.patch(path, 0, sending.data), 409, "offset")


def test_the_same_package_id_for_other_content_is_refused(kiosk: TusClient, sending: Sending, path: str) -> None:
    assert_refused(kiosk.create(Sending(b"other", sending.package_id)), 409, "different-package")


# --- how a body can end ---


@pytest.mark.parametrize("end", ["close", "reset"])
def test_a_cut_body_is_kept_up_to_the_cut(kiosk: TusClient, sending: Sending, path: str, uploads_dir: Path, end: str) -> None:
    request = kiosk.begin_patch(path, 0, SIZE)
    request.send(sending.data[:600_000])
    on_disk = uploads_dir / path.rsplit("/", 1)[1]
    assert poll(lambda: on_disk.exists() and on_disk.stat().st_size == 600_000, 10)
    getattr(request, end)()
    assert settled_offset(kiosk, path, 600_000) == 600_000
    assert kiosk.patch(path, 600_000, sending.data[600_000:]).status == 204
    assert kiosk.receipt(sending.package_id).status == 200


def test_a_half_open_body_gives_way_to_the_next_request(kiosk: TusClient, sending: Sending, path: str, uploads_dir: Path) -> None:
    dead = kiosk.begin_patch(path, 0, SIZE)
    dead.send(sending.data[:400_000])
    on_disk = uploads_dir / path.rsplit("/", 1)[1]
    assert poll(lambda: on_disk.exists() and on_disk.stat().st_size == 400_000, 10)
    assert kiosk.head(path).offset == 400_000
    assert dead.status() == 409
    dead.close()
    second = kiosk.begin_patch(path, 400_000, SIZE - 400_000)
    second.send(sending.data[400_000:500_000])
    assert poll(lambda: on_disk.stat().st_size == 500_000, 10)
    assert kiosk.patch(path, 400_000, sending.data[400_000:]).status == 409
    assert kiosk.patch(path, 500_000, sending.data[500_000:]).status == 204
    second.close()
    assert kiosk.receipt(sending.package_id).status == 200


def test_a_silent_body_is_given_up_and_kept(kiosk: TusClient, sending: Sending, path: str) -> None:
    silent = kiosk.begin_patch(path, 0, SIZE)
    silent.send(sending.data[:1234])
    answer = silent.reply()
    silent.close()
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"upload-offset: 1234\r\n" in answer
    assert kiosk.head(path).offset == 1234


def test_a_body_of_unknown_length_is_taken(kiosk: TusClient, sending: Sending, path: str) -> None:
    assert _chunked(kiosk, path, [sending.data[:1000], sending.data[1000:5000]]) == 204
    assert kiosk.head(path).offset == 5000


def _chunked(kiosk: TusClient, path: str, pieces: list[bytes]) -> int:
    connection = http.client.HTTPConnection(urlsplit(kiosk.url).netloc, timeout=30)
    try:
        headers = {**kiosk.headers, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
        connection.request("PATCH", path, body=iter(pieces), headers=headers, encode_chunked=True)
        return connection.getresponse().status
    finally:
        connection.close()


def test_more_than_was_announced_is_refused(kiosk: TusClient, sending: Sending, path: str) -> None:
    assert_refused(kiosk.patch(path, 0, sending.data + b"x"), 413, "too-long")
    assert kiosk.head(path).offset == 0
    assert _chunked(kiosk, path, [sending.data[:500], sending.data[500:1000]]) == 204
    assert kiosk.head(path).offset == 1000


def test_a_body_of_unknown_length_that_is_too_long_counts_up_to_the_announced_end(kiosk: TusClient, sending: Sending, path: str) -> None:
    other_last_byte = bytes([sending.data[-1] ^ 1])
    assert _chunked(kiosk, path, [sending.data[:-1], other_last_byte + b"and more"]) == 422
    assert kiosk.receipt(sending.package_id).json() == {"error": "hash-mismatch"}


# --- integrity ---


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_slice_with_a_wrong_checksum_is_as_if_never_sent(kiosk: TusClient, sending: Sending, path: str, algorithm: str) -> None:
    good, bad = sending.data[:1000], b"x" * 500
    assert kiosk.patch(path, 0, good, **checksum(good, algorithm)).status == 204
    wrong = kiosk.patch(path, 1000, bad, **checksum(good, algorithm))
    assert (wrong.status, wrong.offset) == (460, 1000)
    assert kiosk.head(path).offset == 1000
    assert kiosk.patch(path, 1000, sending.data[1000:], **checksum(sending.data[1000:], algorithm)).status == 204
    assert kiosk.receipt(sending.package_id).status == 200


def test_a_cut_slice_with_a_checksum_is_kept_too(kiosk: TusClient, sending: Sending, path: str, uploads_dir: Path) -> None:
    request = kiosk.begin_patch(path, 0, SIZE, **checksum(sending.data))
    request.send(sending.data[:70_000])
    on_disk = uploads_dir / path.rsplit("/", 1)[1]
    assert poll(lambda: on_disk.exists() and on_disk.stat().st_size == 70_000, 10)
    request.close()
    assert settled_offset(kiosk, path, 70_000) == 70_000


def test_other_bytes_than_announced_are_dropped_and_may_be_sent_anew(kiosk: TusClient, sending: Sending, uploads_dir: Path) -> None:
    path = kiosk.create(sending).headers["location"]
    flipped = sending.data[:-1] + bytes([sending.data[-1] ^ 1])
    assert_refused(kiosk.patch(path, 0, flipped), 422, "hash-mismatch")
    assert_refused(kiosk.receipt(sending.package_id), 422, "hash-mismatch")
    assert kiosk.head(path).status == 410
    assert not (uploads_dir / path.rsplit("/", 1)[1]).exists()
    again = kiosk.create(sending, body=sending.data)
    assert again.headers["location"] != path
    assert again.offset == SIZE
    assert kiosk.receipt(sending.package_id).status == 200


# --- what is refused before the first byte ---


def test_a_wrong_token_gets_nothing_and_leaves_nothing(
    archive: LiveArchive, kiosk: TusClient, sending: Sending, path: str, uploads_dir: Path
) -> None:
    stranger = TusClient(archive.url, kiosk.token[:-1] + ("A" if kiosk.token[-1] != "A" else "B"))
    before = {entry.name: entry.stat().st_size for entry in uploads_dir.iterdir()}
    creation = {"Upload-Length": str(SIZE), "Upload-Metadata": sending.metadata}
    for request in (stranger.begin_patch(path, 0, SIZE), stranger.begin("POST", "/api/v1/uploads/", SIZE, **creation)):
        assert request.status() == 401
        request.close()
    for reply in (stranger.create(sending), stranger.head(path), stranger.call("DELETE", path), stranger.receipt(sending.package_id)):
        assert reply.status == 401
    assert {entry.name: entry.stat().st_size for entry in uploads_dir.iterdir()} == before
    assert kiosk.head(path).offset == 0


def test_another_kiosks_uploads_look_like_none_at_all(
    archive: LiveArchive, kiosk: TusClient, sending: Sending, path: str, enrol: Callable[[LiveArchive], TusClient]
) -> None:
    other = enrol(archive)
    nowhere = f"/api/v1/uploads/{secrets.token_hex(16)}"
    for method in ("HEAD", "PATCH", "DELETE"):
        theirs, none = (
            other.call(method, p, b"", **{"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}) for p in (path, nowhere)
        )
        assert (theirs.status, theirs.body) == (none.status, none.body)
        assert theirs.status == 404
    kiosk.patch(path, 0, sending.data)
    assert_refused(other.receipt(sending.package_id), 404, "unknown")
    assert_refused(other.receipt(secrets.token_hex(16)), 404, "unknown")
    assert kiosk.receipt(sending.package_id).status == 200


def test_headers_decide_before_the_body(kiosk: TusClient, sending: Sending, path: str) -> None:
    assert kiosk.patch(path, 0, b"x", **{"Tus-Resumable": "0.2.2"}).headers["tus-version"] == "1.0.0"
    assert_refused(kiosk.patch(path, 0, b"x", **{"Tus-Resumable": "0.2.2"}), 412, "tus-version")
    assert_refused(kiosk.patch(path, 0, b"x", **{"Content-Type": "application/octet-stream"}), 415, "content-type")
    assert_refused(kiosk.patch(path, 0, b"x", **{"Upload-Offset": "soon"}), 400, "upload-offset")
    assert_refused(kiosk.patch(path, 0, b"x", **{"Upload-Checksum": "md5 AAAA"}), 400, "checksum-algorithm")
    conflict = kiosk.patch(path, 5, b"x")
    assert_refused(conflict, 409, "offset")
    assert conflict.offset == 0
    assert_refused(kiosk.create(sending, **{"Upload-Length": str(LIMITS.package_bytes + 1)}), 413, "too-large")
    assert_refused(kiosk.create(sending, **{"Upload-Metadata": "filename eA=="}), 400, "upload-metadata")
    assert_refused(kiosk.create(sending, body=b"x", **{"Content-Type": "text/plain"}), 415, "content-type")
    assert kiosk.call("GET", path).status == 405
    assert kiosk.call("PUT", "/api/v1/uploads/").status == 405
    assert kiosk.call("HEAD", "/api/v1/uploads/../../etc/passwd").status == 404
    assert kiosk.head(path).offset == 0


def test_a_method_that_a_proxy_does_not_know_may_travel_as_post(kiosk: TusClient, sending: Sending, path: str) -> None:
    headers = {"X-HTTP-Method-Override": "PATCH", "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
    assert kiosk.call("POST", path, sending.data, **headers).status == 204


def test_an_unfinished_upload_can_be_taken_back_a_stored_one_cannot(
    kiosk: TusClient, sending: Sending, path: str, uploads_dir: Path
) -> None:
    kiosk.patch(path, 0, sending.data[:1000])
    assert kiosk.call("DELETE", path).status == 204
    assert kiosk.head(path).status == 404
    assert not (uploads_dir / path.rsplit("/", 1)[1]).exists()
    again = kiosk.create(sending, body=sending.data).headers["location"]
    assert_refused(kiosk.call("DELETE", again), 403, "stored")
    assert kiosk.receipt(sending.package_id).status == 200


def test_every_answer_says_which_archive_it_is(archive: LiveArchive, kiosk: TusClient, path: str) -> None:
    replies = [
        kiosk.head(path),
        kiosk.patch(path, 99, b""),
        kiosk.receipt("0" * 32),
        call(archive.url, "GET", "/"),
        call(archive.url, "GET", "/nowhere"),
        call(archive.url, "GET", "/media/nothing"),
        call(archive.url, "GET", "/static/nothing.css"),
        call(archive.url, "GET", "/api/v1/ping"),
        call(archive.url, "GET", "/", headers={"Host": "elsewhere.example"}),
    ]
    assert [reply.status for reply in replies] == [200, 409, 404, 200, 404, 404, 404, 400, 400]
    assert {reply.headers["x-archive-id"] for reply in replies} == {archive.archive_id}


def test_a_form_of_any_size_but_a_small_one_is_refused_unread(archive: LiveArchive) -> None:
    for headers in ({"Content-Length": "3000000"}, {"Content-Length": "many"}):
        request = HalfRequest(archive.url, "POST", "/api/v1/enrol", headers)
        answer = request.reply()
        request.close()
        assert answer.startswith((b"HTTP/1.1 413 ", b"HTTP/1.1 400 "))
    endless = HalfRequest(archive.url, "POST", "/api/v1/enrol", {"Transfer-Encoding": "chunked"})
    megabyte = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    for _ in range(3):
        endless.send(megabyte)
    assert endless.status() == 413
    endless.close()
