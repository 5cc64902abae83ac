"""Our client against @tus/server, which knows nothing of archives: the same bytes arrive, in slices or fixed chunks, also after cuts."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from cutting_relay import cutting_relay
from foreign_door import ForeignDoor
from node_peers import PeerServer

from sync.schedule import SystemClock
from sync.transport.faults import Cancelled, OffsetConflict, RetryLater, UploadGone
from sync.transport.session import HardenedSession
from sync.transport.tus import TusClient

DATA = os.urandom(3_000_000)
FACTS = {"filename": "sealed.age", "part": "listen"}
_MOST_TRIES = 50


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeerServer]:
    running = PeerServer(tmp_path_factory.mktemp("peer"))
    yield running
    running.stop()


@pytest.fixture
def own_peer(tmp_path: Path) -> Iterator[PeerServer]:
    """For a test that ends its server; the others share one."""
    running = PeerServer(tmp_path / "peer")
    yield running
    running.stop()


@pytest.fixture
def session() -> Iterator[HardenedSession]:
    with HardenedSession(answer_timeout_s=20) as session:
        yield session


def client_of(session: HardenedSession, url: str, chunk_bytes: int | None = None) -> TusClient:
    return TusClient(ForeignDoor(session, url), "", SystemClock(), chunk_bytes=chunk_bytes)


def upload(client: TusClient, url: str, data: bytes = DATA) -> list[int]:
    """What the worker does: ask for the offset, send a slice, and after any trouble ask again. The offsets that were acknowledged."""
    offsets = []
    for _ in range(_MOST_TRIES):
        offset = client.offset(url, len(data))
        while offset < len(data):
            try:
                offset = client.send_slice(url, io.BytesIO(data), offset, len(data), lambda sent: None, lambda: False)
            except (RetryLater, OffsetConflict):
                break
            offsets.append(offset)
        else:
            return offsets
    raise AssertionError(f"not done after {_MOST_TRIES} tries: {offsets}")


def held(peer: PeerServer, url: str) -> bytes:
    return (peer.folder / url.rsplit("/", 1)[1]).read_bytes()


def test_it_understands_what_a_stranger_can(peer: PeerServer, session: HardenedSession) -> None:
    abilities = client_of(session, peer.url).abilities()
    assert {"creation", "creation-with-upload", "expiration", "termination"} <= abilities.extensions
    assert abilities.max_size_bytes == 1024**3


@pytest.mark.parametrize("chunk_bytes", [None, 1_000_000, 256 * 1024])
def test_a_file_arrives_whole(peer: PeerServer, session: HardenedSession, chunk_bytes: int | None) -> None:
    client = client_of(session, peer.url, chunk_bytes)
    created = client.create(len(DATA), FACTS)
    assert created.offset_bytes == 0
    offsets = upload(client, created.url)
    assert held(peer, created.url) == DATA
    if chunk_bytes is not None:
        assert offsets == [*range(chunk_bytes, len(DATA), chunk_bytes), len(DATA)]


def test_a_small_file_arrives_with_its_creation(peer: PeerServer, session: HardenedSession) -> None:
    small = DATA[:50_000]
    client = client_of(session, peer.url)
    created = client.create_with_upload(len(small), FACTS, io.BytesIO(small), lambda sent: None, lambda: False)
    assert created.offset_bytes == len(small)
    assert held(peer, created.url) == small


def test_it_goes_on_where_it_was_stopped(peer: PeerServer, session: HardenedSession) -> None:
    client = client_of(session, peer.url)
    url = client.create(len(DATA), FACTS).url
    seen: list[int] = []
    with pytest.raises(Cancelled):
        client.send_slice(url, io.BytesIO(DATA), 0, len(DATA), seen.append, lambda: bool(seen and seen[-1] > 500_000))
    later = client_of(session, peer.url)
    assert 0 < later.offset(url, len(DATA)) < len(DATA)
    upload(later, url)
    assert held(peer, url) == DATA


def test_links_that_are_cut_cost_nothing_but_time(peer: PeerServer) -> None:
    with cutting_relay(peer.url, cuts=3, after_bytes=900_000) as relay, HardenedSession(answer_timeout_s=20) as session:
        client = client_of(session, relay.url)
        url = client.create(len(DATA), FACTS).url
        upload(client, url)
        assert relay.cut == 3
        assert held(peer, url) == DATA


def test_a_server_that_was_killed_is_gone_on_with(own_peer: PeerServer, session: HardenedSession) -> None:
    peer = own_peer
    client = client_of(session, peer.url, 1_000_000)
    url = client.create(len(DATA), FACTS).url
    assert client.send_slice(url, io.BytesIO(DATA), 0, len(DATA), lambda sent: None, lambda: False) == 1_000_000
    peer.kill()
    with pytest.raises(RetryLater):
        client.offset(url, len(DATA))
    peer.start()
    url = peer.url + "/" + url.rsplit("/", 1)[1]
    upload(client_of(session, peer.url), url)
    assert held(peer, url) == DATA


def test_it_takes_back_what_it_began(peer: PeerServer, session: HardenedSession) -> None:
    client = client_of(session, peer.url, 1_000_000)
    url = client.create(len(DATA), FACTS).url
    client.send_slice(url, io.BytesIO(DATA), 0, len(DATA), lambda sent: None, lambda: False)
    client.terminate(url)
    client.terminate(url)
    with pytest.raises(UploadGone):
        client.offset(url, len(DATA))
    assert not (Path(peer.folder) / url.rsplit("/", 1)[1]).exists()
