"""The wire protocol between kiosk and archive, as a black box: tus 1.0.0 for uploads, and the doors around it.

Whatever passes here can be fed by our client, and what our client is tested against behaves like this. Requests are made with
`requests` or a raw socket, never with our own client, so that a mistake cannot cancel itself out.
"""

from __future__ import annotations

import base64
import hashlib
import json
import random
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from archive_under_test import ArchiveUnderTest, fake_archive, real_archive
from processes import poll

from sync.contract.enrolment import archive_id, decode_enrolment
from sync.contract.package import new_package_id
from sync.contract.receipt import parse_signed_receipt
from sync.package.signatures import verify_ping, verify_receipt

NONCE = "0123456789abcdef" * 2
PATIENCE_S = 15
_seeds = count()


@dataclass
class Kiosk:
    """A kiosk that enrolled through the front door."""

    url: str
    receipt_key: str
    kiosk_id: str
    token: str
    http: requests.Session = field(repr=False)

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, data: bytes | None = None) -> requests.Response:
        """Every answer whatsoever must say whose it is, and none may be kept by a cache."""
        sent = {"Authorization": f"Bearer {self.token}", **(headers or {})}
        url = urljoin(self.url + "/", path.lstrip("/") if not path.startswith("http") else path)
        answer = self.http.request(method, url, headers=sent, data=data, timeout=PATIENCE_S, allow_redirects=False)
        assert answer.headers.get("X-Archive-Id") == archive_id(self.receipt_key), (method, path, answer.status_code)
        return answer

    def tus(self, method: str, path: str, headers: dict[str, str] | None = None, data: bytes | None = None) -> requests.Response:
        answer = self.ask(method, path, {"Tus-Resumable": "1.0.0", **(headers or {})}, data)
        assert answer.headers.get("Tus-Resumable") == "1.0.0"
        return answer

    def create(self, package: Package, **overridden: str) -> requests.Response:
        facts = {"package_id": package.package_id, "sha256": package.sha256, "part": "listen", **overridden}
        metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in facts.items())
        return self.tus("POST", "/api/v1/uploads/", {"Upload-Length": str(len(package.content)), "Upload-Metadata": metadata})

    def begin(self, package: Package) -> str:
        created = self.create(package)
        assert created.status_code == 201
        return urljoin(f"{self.url}/api/v1/uploads/", created.headers["Location"])

    def patch(self, url: str, offset: int, data: bytes, **headers: str) -> requests.Response:
        fixed = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return self.tus("PATCH", url, {**fixed, **{name.replace("_", "-"): value for name, value in headers.items()}}, data)

    def offset(self, url: str) -> int:
        answer = self.tus("HEAD", url)
        assert answer.status_code == 200
        return int(answer.headers["Upload-Offset"])

    def receipt(self, package_id: str) -> requests.Response:
        """The answer once the archive has made up its mind."""
        last: list[requests.Response] = []

        def decided() -> bool:
            last[:] = [self.ask("GET", f"/api/v1/receipts/{package_id}")]
            if last[0].status_code == 202:
                assert int(last[0].headers["Retry-After"]) > 0
            return last[0].status_code != 202

        assert poll(decided, PATIENCE_S)
        return last[0]

    def assert_owned(self, package: Package) -> None:
        answer = self.receipt(package.package_id)
        assert answer.status_code == 200
        signed = parse_signed_receipt(answer.json())
        verify_receipt(signed, self.receipt_key, package_id=package.package_id, sha256=package.sha256, size_bytes=len(package.content))


@dataclass(frozen=True)
class Package:
    package_id: str
    content: bytes
    sha256: str


def package(size_bytes: int = 100_000) -> Package:
    content = random.Random(next(_seeds)).randbytes(size_bytes)
    return Package(new_package_id(), content, hashlib.sha256(content).hexdigest())


def enrol(archive: ArchiveUnderTest, http: requests.Session, code: str | None = None) -> requests.Response:
    token = decode_enrolment(code or archive.new_code()).token
    return http.post(f"{archive.url}/api/v1/enrol", json={"token": token}, timeout=PATIENCE_S, allow_redirects=False)


@pytest.fixture(scope="module", params=["fake", "real"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArchiveUnderTest]:
    with fake_archive() if request.param == "fake" else real_archive(tmp_path_factory.mktemp("archive")) as running:
        yield running


@pytest.fixture
def http() -> Iterator[requests.Session]:
    with _session() as session:
        yield session


@pytest.fixture(scope="module")
def enrolled_twice(archive: ArchiveUnderTest) -> list[tuple[str, dict[str, str]]]:
    """Two kiosks for the whole module: making a code takes the real archive a second."""
    answers = []
    for code in (archive.new_code(), archive.new_code()):
        with _session() as session:
            answer = enrol(archive, session, code)
        assert answer.status_code == 201
        answers.append((decode_enrolment(code).receipt_key, answer.json()))
    return answers


@pytest.fixture
def kiosk(archive: ArchiveUnderTest, enrolled_twice: list[tuple[str, dict[str, str]]], http: requests.Session) -> Kiosk:
    receipt_key, value = enrolled_twice[0]
    return Kiosk(archive.url, receipt_key, value["kiosk_id"], value["kiosk_token"], http)


@pytest.fixture
def other_kiosk(archive: ArchiveUnderTest, enrolled_twice: list[tuple[str, dict[str, str]]], http: requests.Session) -> Kiosk:
    receipt_key, value = enrolled_twice[1]
    return Kiosk(archive.url, receipt_key, value["kiosk_id"], value["kiosk_token"], http)


def _session() -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    return session


# --- enrolment and proof ---


def test_a_token_makes_one_kiosk(archive: ArchiveUnderTest, http: requests.Session) -> None:
    code = archive.new_code()
    enrolment = decode_enrolment(code)
    first, second = enrol(archive, http, code), enrol(archive, http, code)
    value = first.json()
    assert (first.status_code, set(value)) == (201, {"kiosk_id", "kiosk_token", "event_id"})
    assert value["kiosk_token"].startswith(value["kiosk_id"] + ".")
    assert (second.status_code, isinstance(second.json()["error"], str)) == (403, True)
    assert {answer.headers["X-Archive-Id"] for answer in (first, second)} == {archive_id(enrolment.receipt_key)}


@pytest.mark.parametrize("body", [b'{"token": "guessed"}', b"{}", b"not json", b'["token"]', b'{"token": 7}'])
def test_nothing_but_a_token_enrols(archive: ArchiveUnderTest, http: requests.Session, body: bytes) -> None:
    answer = http.post(f"{archive.url}/api/v1/enrol", data=body, headers={"Content-Type": "application/json"}, timeout=PATIENCE_S)
    assert answer.status_code in (400, 403)
    assert answer.json()["error"]
    assert "X-Archive-Id" in answer.headers


def test_ping_is_signed(kiosk: Kiosk) -> None:
    answer = kiosk.ask("GET", f"/api/v1/ping?nonce={NONCE}")
    value = answer.json()
    assert (answer.status_code, value["nonce"]) == (200, NONCE)
    verify_ping(NONCE, value["signature"], kiosk.receipt_key)


def test_ping_needs_no_token(kiosk: Kiosk) -> None:
    answer = kiosk.http.get(f"{kiosk.url}/api/v1/ping?nonce={NONCE}", timeout=PATIENCE_S)
    assert (answer.status_code, answer.headers["X-Archive-Id"]) == (200, archive_id(kiosk.receipt_key))


@pytest.mark.parametrize("nonce", ["", "short", "G" * 32, NONCE + "00", NONCE.upper()])
def test_ping_signs_nothing_but_a_nonce(kiosk: Kiosk, nonce: str) -> None:
    assert kiosk.ask("GET", f"/api/v1/ping?nonce={nonce}").status_code == 400


def test_even_what_is_not_there_says_whose_it_is(kiosk: Kiosk) -> None:
    assert kiosk.ask("GET", "/api/v1/nothing-of-the-kind").status_code == 404


# --- who may ---


@pytest.mark.parametrize("authorization", ["", "Bearer ", "Bearer guessed", "Bearer a.b", "Basic YTpi", "Bearer {id}.guessed"])
def test_without_the_token_nothing_is_told(kiosk: Kiosk, authorization: str) -> None:
    sent = package()
    url = kiosk.begin(sent)
    headers = {"Authorization": authorization.replace("{id}", kiosk.kiosk_id)}
    assert kiosk.tus("HEAD", url, headers).status_code in (401, 403)
    assert kiosk.tus("POST", "/api/v1/uploads/", {**headers, "Upload-Length": "10"}).status_code in (401, 403)
    assert kiosk.ask("GET", f"/api/v1/receipts/{sent.package_id}", headers).status_code in (401, 403)


def test_a_wrong_token_adds_no_byte(kiosk: Kiosk) -> None:
    sent = package(3_000_000)
    url = kiosk.begin(sent)
    try:
        answer = kiosk.patch(url, 0, sent.content, Authorization="Bearer guessed")
        assert answer.status_code in (401, 403)
    except requests.RequestException:
        pass  # it hung up on us before we had sent everything, as it should
    assert kiosk.offset(url) == 0


def test_a_kiosk_sees_nothing_of_another(kiosk: Kiosk, other_kiosk: Kiosk) -> None:
    sent = package()
    url = kiosk.begin(sent)
    assert other_kiosk.tus("HEAD", url).status_code in (403, 404, 410)
    assert other_kiosk.patch(url, 0, b"x").status_code in (403, 404, 410)
    kiosk.patch(url, 0, sent.content)
    kiosk.assert_owned(sent)
    assert other_kiosk.ask("GET", f"/api/v1/receipts/{sent.package_id}").status_code == 404


def test_a_kiosk_can_only_add(kiosk: Kiosk) -> None:
    sent = package()
    url = kiosk.begin(sent)
    kiosk.patch(url, 0, sent.content)
    kiosk.assert_owned(sent)
    assert kiosk.tus("GET", "/api/v1/uploads/").status_code in (404, 405)
    assert kiosk.tus("GET", url).status_code in (404, 405)
    assert kiosk.tus("DELETE", url).status_code in (403, 404, 405)
    kiosk.assert_owned(sent)


# --- tus: creation ---


def test_options_tell_what_it_speaks(kiosk: Kiosk) -> None:
    answer = kiosk.ask("OPTIONS", "/api/v1/uploads/")
    assert answer.status_code in (200, 204)
    assert "1.0.0" in answer.headers["Tus-Version"].split(",")
    assert "creation" in answer.headers["Tus-Extension"].split(",")
    assert int(answer.headers["Tus-Max-Size"]) >= 2**31


def test_an_upload_is_created_empty(kiosk: Kiosk) -> None:
    sent = package()
    created = kiosk.create(sent)
    assert (created.status_code, created.headers["Upload-Offset"]) == (201, "0")
    head = kiosk.tus("HEAD", kiosk.begin(sent))
    assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == ("0", str(len(sent.content)))
    assert head.headers["Cache-Control"] == "no-store"
    assert head.content == b""


def test_creating_again_gives_the_same_upload(kiosk: Kiosk) -> None:
    sent = package()
    first = kiosk.create(sent)
    kiosk.patch(kiosk.begin(sent), 0, sent.content[:1000])
    again = kiosk.create(sent)
    assert (again.status_code, again.headers["Location"], again.headers["Upload-Offset"]) == (201, first.headers["Location"], "1000")


def test_creating_again_after_it_was_stored_says_that_all_is_there(kiosk: Kiosk) -> None:
    sent = package()
    url = kiosk.begin(sent)
    kiosk.patch(url, 0, sent.content)
    kiosk.assert_owned(sent)
    again = kiosk.create(sent)
    assert (again.status_code, again.headers["Upload-Offset"]) == (201, str(len(sent.content)))
    assert kiosk.offset(url) == len(sent.content)
    kiosk.assert_owned(sent)


def test_the_same_content_from_another_kiosk_is_another_upload(kiosk: Kiosk, other_kiosk: Kiosk) -> None:
    sent = package()
    twin = Package(new_package_id(), sent.content, sent.sha256)
    assert kiosk.begin(sent) != other_kiosk.begin(twin)
    for who, what in ((kiosk, sent), (other_kiosk, twin)):
        who.patch(who.begin(what), 0, what.content)
        who.assert_owned(what)


def test_one_package_id_cannot_stand_for_two_contents(kiosk: Kiosk) -> None:
    sent = package()
    kiosk.begin(sent)
    other = package()
    assert kiosk.create(Package(sent.package_id, other.content, other.sha256)).status_code in (400, 409)


@pytest.mark.parametrize(
    "facts", [{"package_id": "../../etc"}, {"package_id": "AB" * 16}, {"sha256": "00"}, {"part": "video"}, {"part": ""}], ids=str
)
def test_a_creation_that_makes_no_sense_is_refused(kiosk: Kiosk, facts: dict[str, str]) -> None:
    assert kiosk.create(package(), **facts).status_code == 400


@pytest.mark.parametrize("length", ["", "-1", "1e3", "abc", "٣".encode().decode("latin-1")])
def test_a_creation_needs_a_length(kiosk: Kiosk, length: str) -> None:
    sent = package()
    facts = {"package_id": sent.package_id, "sha256": sent.sha256, "part": "listen"}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in facts.items())
    assert kiosk.tus("POST", "/api/v1/uploads/", {"Upload-Length": length, "Upload-Metadata": metadata}).status_code == 400


def test_too_much_is_refused_before_it_is_sent(kiosk: Kiosk) -> None:
    sent = package()
    facts = {"package_id": sent.package_id, "sha256": sent.sha256, "part": "master"}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in facts.items())
    assert kiosk.tus("POST", "/api/v1/uploads/", {"Upload-Length": str(2**50), "Upload-Metadata": metadata}).status_code == 413


@pytest.mark.parametrize("version", ["0.2.2", "2.0.0", ""])
def test_another_version_of_tus_is_refused(kiosk: Kiosk, version: str) -> None:
    sent = package()
    url = kiosk.begin(sent)
    answer = kiosk.ask(
        "PATCH", url, {"Tus-Resumable": version, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}, b"x"
    )
    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")
    assert kiosk.offset(url) == 0


# --- tus: data ---


def test_pieces_make_a_whole(kiosk: Kiosk) -> None:
    sent = package(300_000)
    url, offset = kiosk.begin(sent), 0
    for piece in (1, 70_000, 200_000, 29_999):
        answer = kiosk.patch(url, offset, sent.content[offset : offset + piece])
        offset += piece
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(offset))
    kiosk.assert_owned(sent)


def test_a_wrong_offset_adds_nothing(kiosk: Kiosk) -> None:
    sent = package()
    url = kiosk.begin(sent)
    kiosk.patch(url, 0, sent.content[:1000])
    for wrong in (0, 999, 1001):
        answer = kiosk.patch(url, wrong, sent.content[wrong : wrong + 10])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (409, "1000")
    assert kiosk.offset(url) == 1000
    kiosk.patch(url, 1000, sent.content[1000:])
    kiosk.assert_owned(sent)


def test_another_content_type_adds_nothing(kiosk: Kiosk) -> None:
    sent = package()
    url = kiosk.begin(sent)
    assert kiosk.patch(url, 0, b"abc", Content_Type="application/json").status_code == 415
    assert kiosk.offset(url) == 0


def test_more_than_was_announced_is_refused(kiosk: Kiosk) -> None:
    sent = package(1000)
    url = kiosk.begin(sent)
    assert kiosk.patch(url, 0, sent.content + b"x").status_code == 413
    assert kiosk.offset(url) <= 1000


def test_an_unknown_upload_is_gone(kiosk: Kiosk) -> None:
    for url in ("/api/v1/uploads/" + "0" * 32, "/api/v1/uploads/nothing", "/api/v1/uploads/..%2f..%2fetc"):
        assert kiosk.tus("HEAD", url).status_code in (404, 410)
        assert kiosk.patch(url, 0, b"x").status_code in (404, 410)


def test_what_arrived_before_a_cut_is_kept(kiosk: Kiosk) -> None:
    sent = package(2_000_000)
    url = kiosk.begin(sent)
    raw_patch(kiosk, url, 0, sent.content[:700_000], declared=len(sent.content)).close()
    assert poll(lambda: kiosk.offset(url) > 0, PATIENCE_S)
    offset = kiosk.offset(url)
    assert offset <= 700_000
    assert kiosk.patch(url, offset, sent.content[offset:]).status_code == 204
    kiosk.assert_owned(sent)


def test_asking_takes_an_upload_away_from_a_dead_connection(kiosk: Kiosk) -> None:
    """A kiosk whose link vanished comes back on a new connection while the old one still seems open to the archive."""
    sent = package(2_000_000)
    url = kiosk.begin(sent)
    dead = raw_patch(kiosk, url, 0, sent.content[:700_000], declared=len(sent.content))
    try:
        assert poll(lambda: kiosk.offset(url) > 0, PATIENCE_S)
        offset = kiosk.offset(url)
        answer = kiosk.patch(url, offset, sent.content[offset:])
        # What was still on its way from the dead connection may have come in between: then asking again settles it.
        if answer.status_code == 409:
            offset = kiosk.offset(url)
            answer = kiosk.patch(url, offset, sent.content[offset:])
        assert answer.status_code == 204
    finally:
        dead.close()
    kiosk.assert_owned(sent)


def test_two_writers_never_mix(kiosk: Kiosk) -> None:
    sent = package(400_000)
    url = kiosk.begin(sent)
    first = raw_patch(kiosk, url, 0, sent.content[:100_000], declared=len(sent.content))
    try:
        assert poll(lambda: kiosk.offset(url) > 0, PATIENCE_S)
        offset = kiosk.offset(url)
        kiosk.patch(url, offset, sent.content[offset : offset + 50_000])
        first.sendall(b"\0" * 50_000)  # what the overtaken writer still says must not get in
    except (BrokenPipeError, ConnectionResetError):
        pass  # it was hung up on, as it should be
    finally:
        first.close()
    offset = kiosk.offset(url)
    kiosk.patch(url, offset, sent.content[offset:])
    kiosk.assert_owned(sent)


# --- receipts ---


def test_there_is_no_receipt_before_everything_is_there(kiosk: Kiosk) -> None:
    sent = package()
    assert kiosk.ask("GET", f"/api/v1/receipts/{sent.package_id}").status_code == 404
    kiosk.patch(kiosk.begin(sent), 0, sent.content[:-1])
    assert kiosk.ask("GET", f"/api/v1/receipts/{sent.package_id}").status_code in (202, 404)


def test_a_receipt_can_be_had_again_and_again(kiosk: Kiosk) -> None:
    sent = package()
    kiosk.patch(kiosk.begin(sent), 0, sent.content)
    receipts = [kiosk.receipt(sent.package_id).json() for _ in range(3)]
    assert receipts[0] == receipts[1] == receipts[2]


def test_what_does_not_match_its_hash_is_told_and_welcome_again(kiosk: Kiosk) -> None:
    sent = package()
    answer = kiosk.patch(kiosk.begin(sent), 0, sent.content[:-1] + bytes([sent.content[-1] ^ 1]))
    assert answer.status_code in (204, 422, 460)
    refused = kiosk.receipt(sent.package_id)
    assert (refused.status_code, isinstance(refused.json()["error"], str)) == (422, True)
    again = kiosk.create(sent)
    assert (again.status_code, again.headers["Upload-Offset"]) == (201, "0")
    kiosk.patch(kiosk.begin(sent), 0, sent.content)
    kiosk.assert_owned(sent)


@pytest.mark.parametrize("package_id", ["nothing", "..%2f..%2fetc", "A" * 32, "0" * 4000])
def test_a_receipt_for_nonsense_is_not_found(kiosk: Kiosk, package_id: str) -> None:
    assert kiosk.ask("GET", f"/api/v1/receipts/{package_id}").status_code == 404


def raw_patch(kiosk: Kiosk, url: str, offset: int, data: bytes, *, declared: int) -> socket.socket:
    """Announces `declared` bytes, sends `data` and leaves the connection open, as a link that died would."""
    parts = urlsplit(url)
    connection = socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE_S)
    head = (
        f"PATCH {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer {kiosk.token}\r\n"
        f"Upload-Offset: {offset}\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {declared}\r\n\r\n"
    )
    connection.sendall(head.encode() + data)
    return connection


def test_errors_are_json_and_small(kiosk: Kiosk) -> None:
    answers: list[Any] = [
        kiosk.ask("GET", f"/api/v1/receipts/{new_package_id()}"),
        kiosk.tus("POST", "/api/v1/uploads/", {"Upload-Length": "10"}),
        kiosk.ask("GET", "/api/v1/ping?nonce="),
    ]
    for answer in answers:
        assert len(answer.content) < 1000
        assert isinstance(json.loads(answer.content)["error"], str)
