"""The extensions: creation, creation with the first bytes, expiration, termination, checksum."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from email.utils import parsedate_to_datetime

import pytest
from tus_servers import Talker, TusServer

Speaks = Callable[[str], None]
GONE = (404, 410)


# --- creation ---


def test_a_creation_says_where_the_upload_is(tus: Talker, data: bytes) -> None:
    """ "The Server MUST set the Location header to the URL of the created resource. This URL MAY be absolute or relative.\""""
    created = tus.create(data)
    assert created.status == 201
    assert tus.where(created).startswith("http://127.0.0.1:")
    assert tus.head(tus.where(created)).offset == 0


@pytest.mark.parametrize("length", ["", "-1", "1e3", "many"])
def test_a_creation_without_a_length_is_refused(tus: Talker, data: bytes, length: str) -> None:
    assert tus.create(data, Upload_Length=length).status == 400


def test_more_than_the_server_takes_is_refused_at_once(tus: Talker, data: bytes) -> None:
    """ "If the length of the upload exceeds the maximum, (…) the Server MUST respond with the 413 Request Entity Too Large status.\""""
    most = int(tus.tus.headers["tus-max-size"])
    assert tus.create(data, Upload_Length=str(most + 1)).status == 413


@pytest.mark.parametrize("metadata", ["package_id %%%", ", ,", "part bGlzdGVu,part bGlzdGVu"])
def test_metadata_that_cannot_be_read_is_refused(tus: Talker, data: bytes, metadata: str) -> None:
    assert tus.create(data, Upload_Metadata=metadata).status == 400


def test_metadata_is_given_back_as_it_was_sent(tus: Talker, server: TusServer, data: bytes) -> None:
    described = server.creation(data) or {"Upload-Metadata": "filename d29ybGQ=,kind bGlzdGVu"}
    created = tus.create(data, **described)
    head = tus.head(tus.where(created))
    assert sorted(head.headers["upload-metadata"].split(",")) == sorted(described["Upload-Metadata"].split(","))


# --- creation-with-upload ---


def test_the_first_bytes_may_come_with_the_creation(tus: Talker, server: TusServer, data: bytes, speaks: Speaks) -> None:
    speaks("creation-with-upload")
    created = tus.create(data, body=data[:40_000])
    assert (created.status, created.offset) == (201, 40_000)
    url = tus.where(created)
    assert tus.head(url).offset == 40_000
    assert tus.patch(url, 40_000, data[40_000:]).offset == len(data)
    assert server.holds(url, data)


def test_all_bytes_may_come_with_the_creation(tus: Talker, server: TusServer, data: bytes, speaks: Speaks) -> None:
    speaks("creation-with-upload")
    created = tus.create(data, body=data)
    assert (created.status, created.offset) == (201, len(data))
    assert server.holds(tus.where(created), data)


# --- expiration ---


def test_an_unfinished_upload_says_until_when_it_waits(tus: Talker, data: bytes, speaks: Speaks) -> None:
    """ "This header MUST be included in every PATCH response if the upload is going to expire.\""""
    speaks("expiration")
    created = tus.create(data)
    answers = [created, tus.patch(tus.where(created), 0, data[:10])]
    for answer in answers:
        assert parsedate_to_datetime(answer.headers["upload-expires"]) > parsedate_to_datetime(created.headers["date"])


# --- termination ---


def test_an_unfinished_upload_can_be_taken_back(tus: Talker, data: bytes, speaks: Speaks) -> None:
    """ "the Server SHOULD free associated resources and MUST respond with the 204 No Content status (…) For all future requests to this
    URL, the Server SHOULD respond with the 404 Not Found or 410 Gone status.\""""
    speaks("termination")
    url = tus.upload(data)
    tus.patch(url, 0, data[:1000])
    assert tus.ask("DELETE", url).status == 204
    assert tus.head(url).status in GONE
    assert tus.patch(url, 1000, data[1000:]).status in GONE
    assert tus.ask("DELETE", url).status in GONE


# --- checksum ---


def checksum(algorithm: str, data: bytes) -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def test_a_piece_with_its_checksum_is_taken(tus: Talker, server: TusServer, data: bytes, speaks: Speaks) -> None:
    speaks("checksum")
    algorithms = tus.tus.headers["tus-checksum-algorithm"].split(",")
    assert "sha1" in algorithms, "the Server MUST support at least the SHA1 checksum algorithm"
    url, offset = tus.upload(data), 0
    for algorithm in algorithms:
        piece = data[offset : offset + 1000]
        answer = tus.patch(url, offset, piece, Upload_Checksum=checksum(algorithm.strip(), piece))
        offset += 1000
        assert (answer.status, answer.offset) == (204, offset)
    tus.patch(url, offset, data[offset:])
    assert server.holds(url, data)


def test_a_piece_with_a_wrong_checksum_is_discarded(tus: Talker, server: TusServer, data: bytes, speaks: Speaks) -> None:
    """ "the Server MUST respond with the 460 Checksum Mismatch status (…) and the chunk MUST be discarded.\""""
    speaks("checksum")
    url = tus.upload(data)
    tus.patch(url, 0, data[:1000])
    assert tus.patch(url, 1000, b"?" * 5000, Upload_Checksum=checksum("sha1", data[1000:6000])).status == 460
    assert tus.head(url).offset == 1000
    assert tus.patch(url, 1000, data[1000:], Upload_Checksum=checksum("sha1", data[1000:])).status == 204
    assert server.holds(url, data)


@pytest.mark.parametrize("value", ["md4 AAAA", "sha1", "sha1 %%%"])
def test_a_checksum_that_the_server_cannot_check_is_refused(tus: Talker, data: bytes, value: str, speaks: Speaks) -> None:
    speaks("checksum")
    url = tus.upload(data)
    assert tus.patch(url, 0, data[:10], Upload_Checksum=value).status in (400, 460)
    assert tus.head(url).offset == 0
