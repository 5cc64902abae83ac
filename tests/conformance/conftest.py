"""tus 1.0.0 as a black box over bare sockets, against our archive's door and against a server that we did not write.

What both do is what a client may count on, ours and a stranger's. An extension that a server does not name in its OPTIONS answer is
skipped for it. https://tus.io/protocols/resumable-upload is what the tests quote.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tus_servers import Talker, TusServer, our_archive, tus_node_server

_SERVERS = {"our archive": our_archive, "@tus/server": tus_node_server}


@pytest.fixture(scope="package", params=list(_SERVERS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TusServer]:
    folder: Path = tmp_path_factory.mktemp("server")
    with _SERVERS[request.param](folder) as running:
        yield running


@pytest.fixture(params=list(_SERVERS))
def own_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TusServer]:
    """For a test that ends its server; the others share one."""
    with _SERVERS[request.param](tmp_path) as running:
        yield running


@pytest.fixture
def tus(server: TusServer) -> Talker:
    return Talker(server)


@pytest.fixture
def speaks(tus: Talker) -> Callable[[str], None]:
    """Skips the test for a server that does not offer this extension."""

    def check(extension: str) -> None:
        if extension not in tus.extensions:
            pytest.skip(f"this server does not offer {extension}")

    return check


@pytest.fixture
def data() -> bytes:
    """Something to upload that nobody has uploaded before."""
    return os.urandom(100_000)
