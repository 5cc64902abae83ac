"""The core protocol: what a server says of itself, asking for an offset, appending at it, and everything that must change nothing."""

from __future__ import annotations

import pytest
from raw_http import Wire
from tus_servers import Talker, TusServer

# The protocol's own status first. The peer has one of its own in places; a client has to take either for "no, and nothing changed".
UNSUPPORTED_VERSION = (412, 400)
MISSING_OFFSET = (400, 403)
WRONG_BODY_TYPE = (415, 403, 400)
GONE = (404, 410)


def test_a_server_says_what_it_speaks_to_anybody(tus: Talker) -> None:
    """ "A successful response indicated by the 204 No Content or 200 OK status MUST contain the Tus-Version header.\""""
    assert tus.tus.status in (200, 204)
    assert "1.0.0" in [version.strip() for version in tus.tus.headers["tus-version"].split(",")]
    assert "creation" in tus.extensions
    assert int(tus.tus.headers.get("tus-max-size", "1")) > 0


def test_every_answer_says_its_version(tus: Talker, data: bytes) -> None:
    url = tus.upload(data)
    answers = [tus.head(url), tus.patch(url, 0, data[:10]), tus.patch(url, 0, data[:10]), tus.head(url + "0")]
    assert [answer.headers.get("tus-resumable") for answer in answers] == ["1.0.0"] * 4


def test_a_new_upload_begins_at_zero(tus: Talker, data: bytes) -> None:
    head = tus.head(tus.upload(data))
    assert head.status in (200, 204)
    assert (head.offset, head.headers["upload-length"]) == (0, str(len(data)))
    assert head.headers["cache-control"] == "no-store"


def test_pieces_of_any_size_make_the_whole(tus: Talker, server: TusServer, data: bytes) -> None:
    url, offset = tus.upload(data), 0
    for piece in (1, 1, 65_535, 4_096, len(data) - 69_633):
        answer = tus.patch(url, offset, data[offset : offset + piece])
        offset += piece
        assert (answer.status, answer.offset) == (204, offset)
        assert tus.head(url).offset == offset
    assert server.holds(url, data)


def test_one_connection_serves_one_request_after_the_other(tus: Talker, server: TusServer, data: bytes) -> None:
    url, half = tus.upload(data), len(data) // 2
    with Wire(url) as wire:
        for offset, piece in ((0, data[:half]), (half, data[half:])):
            wire.begin("HEAD", url, server.headers)
            assert wire.answer("HEAD").offset == offset
            wire.begin("PATCH", url, {**server.headers, **tus.patching(offset), "Content-Length": str(len(piece))})
            wire.send(piece)
            assert wire.answer("PATCH").offset == offset + len(piece)
    assert server.holds(url, data)


@pytest.mark.parametrize("wrong", [0, 999, 1001, 99_999])
def test_a_wrong_offset_is_a_conflict_and_changes_nothing(tus: Talker, server: TusServer, data: bytes, wrong: int) -> None:
    """ "the Server MUST respond with the 409 Conflict status without modifying the upload resource.\""""
    url = tus.upload(data)
    tus.patch(url, 0, data[:1000])
    assert tus.patch(url, wrong, b"?").status == 409
    assert tus.head(url).offset == 1000
    tus.patch(url, 1000, data[1000:])
    assert server.holds(url, data)


@pytest.mark.parametrize("offset", ["", "-1", "1.0", "0x10", "soon"])
def test_an_offset_that_is_none_is_refused(tus: Talker, data: bytes, offset: str) -> None:
    url = tus.upload(data)
    assert tus.patch(url, 0, data[:10], Upload_Offset=offset).status in MISSING_OFFSET
    assert tus.head(url).offset == 0


@pytest.mark.parametrize("content_type", ["", "application/octet-stream", "application/json", "text/plain"])
def test_another_content_type_is_refused(tus: Talker, data: bytes, content_type: str) -> None:
    url = tus.upload(data)
    assert tus.patch(url, 0, data[:10], Content_Type=content_type).status in WRONG_BODY_TYPE
    assert tus.head(url).offset == 0


@pytest.mark.parametrize("version", ["", "0.2.2", "2.0.0"])
def test_another_version_is_refused_and_not_processed(tus: Talker, data: bytes, version: str) -> None:
    url = tus.upload(data)
    assert tus.patch(url, 0, data[:10], Tus_Resumable=version).status in UNSUPPORTED_VERSION
    assert tus.head(url, Tus_Resumable=version).status in UNSUPPORTED_VERSION
    assert tus.create(data, Tus_Resumable=version).status in UNSUPPORTED_VERSION
    assert tus.head(url).offset == 0


def test_what_does_not_exist_cannot_be_asked_or_appended_to(tus: Talker, data: bytes) -> None:
    url = tus.upload(data)
    for nowhere in (url[:-1] + ("0" if url[-1] != "0" else "1"), url + "0", url.rsplit("/", 1)[0] + "/..%2f..%2fetc"):
        head = tus.head(nowhere)
        assert head.status in GONE
        assert "upload-offset" not in head.headers
        assert tus.patch(nowhere, 0, data[:10]).status in GONE


def test_header_names_have_no_case(tus: Talker, data: bytes) -> None:
    url = tus.upload(data)
    headers = {"TUS-RESUMABLE": "1.0.0", "UPLOAD-OFFSET": "0", "CONTENT-TYPE": "application/offset+octet-stream"}
    own = {name: value for name, value in tus.server.headers.items() if name != "Tus-Resumable"}
    assert tus.ask("PATCH", url, {**own, **headers, "Tus-Resumable": ""}, data[:10]).offset == 10


def test_a_finished_upload_still_tells_its_offset(tus: Talker, data: bytes) -> None:
    url = tus.upload(data)
    tus.patch(url, 0, data)
    head = tus.head(url)
    assert (head.offset, head.headers["upload-length"]) == (len(data), str(len(data)))
