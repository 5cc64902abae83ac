"""What happens to every upload sooner or later: too much, cut, silent, two at once, and a server that dies. Not a byte lost or made up."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from processes import poll
from raw_http import Wire
from tus_servers import Talker, TusServer

_PATIENCE_S = 20


@pytest.fixture
def data() -> bytes:
    """Large enough that a part of it is more than any buffer on the way."""
    return os.urandom(3_000_000)


def began(tus: Talker, url: str, data: bytes, sent: int, offset: int = 0) -> Wire:
    """A PATCH of everything from `offset`, of which the first `sent` bytes have been said."""
    wire = Wire(url)
    wire.begin("PATCH", url, {**tus.server.headers, **tus.patching(offset), "Content-Length": str(len(data) - offset)})
    wire.send(data[offset : offset + sent])
    return wire


def went_on(tus: Talker, url: str, data: bytes) -> None:
    """Sends what the server lacks, asking first, as often as a server needs that is still busy with the request before."""

    def done() -> bool:
        head = tus.head(url)
        if head.status in (423, 500, 503):
            return False
        assert head.offset <= len(data)
        return head.offset == len(data) or tus.patch(url, head.offset, data[head.offset :]).status == 204

    assert poll(done, _PATIENCE_S, every_s=0.1)


def offset_of(tus: Talker, url: str) -> int:
    head = tus.head(url)
    return head.offset if head.status in (200, 204) else -1


def test_more_than_was_announced_is_refused(tus: Talker, server: TusServer, data: bytes) -> None:
    url = tus.upload(data)
    assert tus.patch(url, 0, data + b"?").status in (400, 413)
    assert tus.head(url).offset <= len(data)
    went_on(tus, url, data)
    assert server.holds(url, data)


@pytest.mark.parametrize("end", ["close", "reset"])
def test_what_came_before_a_cut_is_kept(tus: Talker, server: TusServer, data: bytes, end: str) -> None:
    url = tus.upload(data)
    wire = began(tus, url, data, 2_000_000)
    assert poll(lambda: came(wire), _PATIENCE_S)
    getattr(wire, end)()
    assert poll(lambda: offset_of(tus, url) > 0, _PATIENCE_S, every_s=0.1)
    assert tus.head(url).offset <= 2_000_000
    went_on(tus, url, data)
    assert server.holds(url, data)


def came(wire: Wire) -> bool:
    """Whether the other side's system has taken all that was sent, so that even a reset cannot take it back on the way."""
    return wire.unacknowledged_bytes() == 0


def test_a_cut_before_the_first_byte_changes_nothing(tus: Talker, server: TusServer, data: bytes) -> None:
    url = tus.upload(data)
    began(tus, url, data, 0).reset()
    went_on(tus, url, data)
    assert server.holds(url, data)


def test_a_head_that_was_cut_changes_nothing(tus: Talker, server: TusServer, data: bytes) -> None:
    url = tus.upload(data)
    with Wire(url) as wire:
        wire.send(b"PATCH " + url.encode()[-10:])
    assert tus.head(url).offset == 0


def test_a_half_open_body_gives_way_to_who_asks(tus: Talker, server: TusServer, data: bytes) -> None:
    """A link that vanished: the old connection still seems open to the server when the client dials again."""
    url = tus.upload(data)
    with began(tus, url, data, 1_000_000) as silent:
        assert poll(lambda: came(silent), _PATIENCE_S)
        went_on(tus, url, data)
    assert server.holds(url, data)


def test_what_an_overtaken_writer_still_says_does_not_get_in(tus: Talker, server: TusServer, data: bytes) -> None:
    url = tus.upload(data)
    with began(tus, url, data, 500_000) as overtaken:
        assert poll(lambda: came(overtaken), _PATIENCE_S)
        assert poll(lambda: offset_of(tus, url) > 0, _PATIENCE_S, every_s=0.1)
        offset = tus.head(url).offset
        assert tus.patch(url, offset, data[offset : offset + 50_000]).offset == offset + 50_000
        with suppress(OSError):  # it was hung up on
            overtaken.send(b"\0" * 200_000)
        went_on(tus, url, data)
    assert server.holds(url, data)


def test_an_upload_lives_through_a_server_that_is_killed(own_server: TusServer, data: bytes) -> None:
    tus = Talker(own_server)
    url = tus.upload(data)
    assert tus.patch(url, 0, data[:500_000]).offset == 500_000
    with began(tus, url, data, 1_000_000, offset=500_000) as wire:
        poll(lambda: came(wire), _PATIENCE_S)
        own_server.kill_and_restart()
    url = tus.moved(url)
    assert 500_000 <= tus.head(url).offset <= 1_500_000
    went_on(tus, url, data)
    assert own_server.holds(url, data)
