"""Requests taken apart: everything a header can get wrong is refused before a body byte is read."""

from __future__ import annotations

import base64
import hashlib

import pytest

from archive.intake.tus_protocol import Answer, Refusal, TusRequest, metadata_header, read_checksum, read_creation
from sync.contract.package import LIMITS, Part

PACKAGE_ID, SHA256 = "ab" * 16, "cd" * 32
GOOD = {"upload-length": "100", "upload-metadata": metadata_header(PACKAGE_ID, SHA256, "listen")}


def request(method: str = "POST", **headers: str) -> TusRequest:
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return TusRequest.from_scope({"method": method, "path": "/", "headers": raw})


def b64(text: bytes) -> str:
    return base64.b64encode(text).decode()


def test_a_creation_says_all_about_the_package() -> None:
    facts = read_creation(request(**GOOD))
    assert (facts.package_id, facts.sha256, facts.part, facts.size_bytes) == (PACKAGE_ID, SHA256, Part.LISTEN, 100)


def test_metadata_that_was_not_asked_for_is_neither_needed_nor_kept() -> None:
    facts = read_creation(request(**{**GOOD, "upload-metadata": f"filename {b64(b'amina.mp3')},{GOOD['upload-metadata']},relativePath"}))
    assert facts.package_id == PACKAGE_ID
    assert "amina" not in repr(facts)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"upload-length": ""}, 400),
        ({"upload-length": "0"}, 400),
        ({"upload-length": "-1"}, 400),
        ({"upload-length": "1e3"}, 400),
        ({"upload-length": "٣"}, 400),
        ({"upload-length": str(LIMITS.package_bytes + 1)}, 413),
        ({"upload-defer-length": "1"}, 400),
        ({"upload-metadata": ""}, 400),
        ({"upload-metadata": metadata_header(PACKAGE_ID.upper(), SHA256, "listen")}, 400),
        ({"upload-metadata": metadata_header(PACKAGE_ID, SHA256[:-1], "listen")}, 400),
        ({"upload-metadata": metadata_header(PACKAGE_ID, SHA256, "both")}, 400),
        ({"upload-metadata": metadata_header("../../../../../../../etc/passwd", SHA256, "listen")}, 400),
        ({"upload-metadata": "package_id !!!"}, 400),
        ({"upload-metadata": "package_id " + b64(b"\xff\xfe")}, 400),
    ],
)
def test_a_creation_that_is_not_whole_is_refused(changes: dict[str, str], status: int) -> None:
    headers = {name: value.encode().decode("latin-1") for name, value in {**GOOD, **changes}.items()}
    with pytest.raises(Refusal) as refused:
        read_creation(request(**headers))
    assert refused.value.status == status


def test_the_largest_package_is_welcome() -> None:
    assert read_creation(request(**{**GOOD, "upload-length": str(LIMITS.package_bytes)})).size_bytes == LIMITS.package_bytes


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_checksum_is_held_against_the_body(algorithm: str) -> None:
    header = f"{algorithm} {b64(hashlib.new(algorithm, b'hello').digest())}"
    checksum, other = read_checksum(request(upload_checksum=header)), read_checksum(request(upload_checksum=header))
    assert checksum is not None
    assert other is not None
    checksum.update(b"hel")
    checksum.update(b"lo")
    other.update(b"hullo")
    assert checksum.matches()
    assert not other.matches()
    assert read_checksum(request()) is None


@pytest.mark.parametrize("header", ["md5 AAAA", "sha256 !!", ""])
def test_a_checksum_that_cannot_be_one_is_refused(header: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_checksum(request(upload_checksum=header))
    assert refused.value.status == 400


def test_a_checksum_without_a_value_matches_nothing() -> None:
    checksum = read_checksum(request(upload_checksum="sha256"))
    assert checksum is not None
    assert not checksum.matches()


def test_a_method_override_is_believed() -> None:
    assert request("POST", x_http_method_override="patch").method == "PATCH"


@pytest.mark.parametrize(("headers", "expected"), [({}, 0), ({"content-length": "7"}, 7), ({"transfer-encoding": "chunked"}, None)])
def test_the_length_of_a_body_may_be_known_none_or_unknown(headers: dict[str, str], expected: int | None) -> None:
    assert request(**headers).body_bytes == expected


def test_an_answer_closes_the_connection_when_a_body_stays_unread() -> None:
    start, body = Answer(409, {"Upload-Offset": "5"}, {"error": "offset"}).messages(close=True)
    headers = dict(start["headers"])
    assert start["status"] == 409
    assert headers[b"connection"] == b"close"
    assert headers[b"upload-offset"] == b"5"
    assert headers[b"tus-resumable"] == b"1.0.0"
    assert body["body"] == b'{"error": "offset"}'
    assert b"content-length" not in dict(Answer(204).messages(close=False)[0]["headers"])
