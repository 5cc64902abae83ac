"""A live archive for the black-box tests of its doors, one for each test module."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from live_archive import LiveArchive, live_archive
from tus_client import TusClient, call

from sync.contract.enrolment import decode_enrolment


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveArchive]:
    with live_archive(tmp_path_factory.mktemp("live"), upload_idle_s="2", disk_reserve_bytes="0") as running:
        yield running


@pytest.fixture(scope="module")
def enrol() -> Callable[[LiveArchive], TusClient]:
    """Makes a kiosk of an archive and gives the client that speaks for it."""

    def make(archive: LiveArchive) -> TusClient:
        token = decode_enrolment(archive.enrol()["code"]).token
        reply = call(
            archive.url, "POST", "/api/v1/enrol", headers={"Content-Type": "application/json"}, body=f'{{"token": "{token}"}}'.encode()
        )
        assert reply.status == 201
        return TusClient(archive.url, reply.json()["kiosk_token"])

    return make


@pytest.fixture(scope="module")
def kiosk(archive: LiveArchive, enrol: Callable[[LiveArchive], TusClient]) -> TusClient:
    return enrol(archive)


@pytest.fixture
def package_id() -> str:
    return secrets.token_hex(16)


@pytest.fixture
def uploads_dir(archive: LiveArchive) -> Path:
    return archive.dir / "uploads"
