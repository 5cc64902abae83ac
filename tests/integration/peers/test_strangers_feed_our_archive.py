"""tus-js-client and tuspy, as they come, against our archive: it gets the very same bytes and signs for them, also after a cut."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cutting_relay import cutting_relay
from live_archive import LiveArchive, live_archive
from node_peers import run_node
from tus_client import Sending, TusClient, call

from sync.contract.enrolment import decode_enrolment
from sync.contract.receipt import parse_signed_receipt
from sync.package import verify_receipt

SIZE = 3_000_000
Uploader = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveArchive]:
    with live_archive(tmp_path_factory.mktemp("live"), disk_reserve_bytes="0") as running:
        yield running


@pytest.fixture(scope="module")
def kiosk(archive: LiveArchive) -> TusClient:
    token = decode_enrolment(archive.enrol()["code"]).token
    enrolled = call(archive.url, "POST", "/api/v1/enrol", body=json.dumps({"token": token}).encode())
    return TusClient(archive.url, enrolled.json()["kiosk_token"])


def tus_js(orders: dict[str, Any]) -> dict[str, Any]:
    return told(run_node("client.mjs", orders))


def tuspy(orders: dict[str, Any]) -> dict[str, Any]:
    program = str(Path(__file__).parents[2] / "fakes" / "tuspy_upload.py")
    return told(subprocess.run([sys.executable, program], input=json.dumps(orders), capture_output=True, text=True, timeout=60))


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


class Package:
    """A sealed file of a kiosk, and the orders to upload it."""

    def __init__(self, folder: Path, archive: LiveArchive, kiosk: TusClient) -> None:
        self._archive, self._kiosk = archive, kiosk
        self.sending = Sending(os.urandom(SIZE), secrets.token_hex(16))
        file = folder / "sealed.age"
        file.write_bytes(self.sending.data)
        metadata = {"package_id": self.sending.package_id, "sha256": self.sending.sha256, "part": "listen"}
        self.orders = {"url": f"{archive.url}/api/v1/uploads/", "token": kiosk.token, "file": str(file), "metadata": metadata}

    def assert_owned(self) -> None:
        signed = parse_signed_receipt(self._kiosk.receipt(self.sending.package_id).json())
        key = decode_enrolment(self._archive.enrol()["code"]).receipt_key
        verify_receipt(signed, key, package_id=self.sending.package_id, sha256=self.sending.sha256, size_bytes=SIZE)
        assert (self._archive.dir / "packages" / self.sending.sha256).read_bytes() == self.sending.data


@pytest.fixture
def package(tmp_path: Path, archive: LiveArchive, kiosk: TusClient) -> Package:
    return Package(tmp_path, archive, kiosk)


UPLOADERS = pytest.mark.parametrize("upload", [tus_js, tuspy])


@UPLOADERS
@pytest.mark.parametrize("chunk_bytes", [None, 700_000], ids=["in one", "in chunks"])
def test_a_package_arrives_and_is_signed_for(package: Package, upload: Uploader, chunk_bytes: int | None) -> None:
    upload({**package.orders, **({} if chunk_bytes is None else {"chunk_bytes": chunk_bytes})})
    package.assert_owned()


def test_a_package_arrives_with_its_creation(package: Package) -> None:
    assert tus_js({**package.orders, "during_creation": True})["done"]
    package.assert_owned()


def test_a_closed_browser_goes_on_where_it_was(package: Package, kiosk: TusClient) -> None:
    left = tus_js({**package.orders, "chunk_bytes": 500_000, "stop_after_bytes": 1_000_000})
    assert not left["done"]
    path = "/" + left["url"].split("/", 3)[3]
    assert 0 < kiosk.head(path).offset < SIZE
    assert tus_js({**package.orders, "upload_url": left["url"]})["done"]
    package.assert_owned()


def test_a_program_that_was_stopped_goes_on_where_it_was(package: Package, kiosk: TusClient) -> None:
    left = tuspy({**package.orders, "chunk_bytes": 500_000, "stop_at": 1_000_000})
    assert kiosk.head("/" + left["url"].split("/", 3)[3]).offset == 1_000_000
    tuspy({**package.orders, "upload_url": left["url"]})
    package.assert_owned()


@UPLOADERS
def test_a_link_that_is_cut_twice_costs_nothing_but_time(package: Package, archive: LiveArchive, upload: Uploader) -> None:
    with cutting_relay(archive.url, cuts=2, after_bytes=1_200_000) as relay:
        upload({**package.orders, "url": f"{relay.url}/api/v1/uploads/", "retries": 5})
        assert relay.cut == 2
    package.assert_owned()


@UPLOADERS
def test_whoever_uploads_again_uploads_nothing(package: Package, archive: LiveArchive, upload: Uploader) -> None:
    """The same package from the same kiosk is the same upload, whatever program it is."""
    first = upload(package.orders)["url"]
    again = upload({**package.orders, "upload_url": first})["url"]
    assert again == first
    package.assert_owned()
    assert [path.name for path in (archive.dir / "packages").iterdir()].count(package.sending.sha256) == 1
