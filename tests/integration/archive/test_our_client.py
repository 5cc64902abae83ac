"""The kiosk's own tus client at a real archive over TLS, across a link that swallows everything in the middle."""

from __future__ import annotations

import hashlib
import io
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import pytest
from black_hole import BlackHole, black_hole
from live_archive import LiveArchive, live_archive
from processes import poll
from tls_server import make_certificate

from sync.contract.enrolment import decode_enrolment
from sync.enrolled import Enrolled
from sync.package.signatures import verify_receipt
from sync.schedule import SystemClock
from sync.transport.archive import ArchiveClient, enrol
from sync.transport.faults import Refused, RetryLater, UploadGone
from sync.transport.passage import Watch
from sync.transport.session import HardenedSession
from sync.transport.tus import FIRST_BYTES

PATIENCE_S = 30


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveArchive]:
    folder = tmp_path_factory.mktemp("live")
    certificate = make_certificate(folder, "archive")
    tls = {"tls_certificate": str(certificate.certificate), "tls_key": str(certificate.key)}
    with live_archive(folder, disk_reserve_bytes="0", **tls) as running:
        yield running


@pytest.fixture(scope="module")
def enrolled(archive: LiveArchive) -> Enrolled:
    code = decode_enrolment(archive.enrol()["code"])
    with HardenedSession(pins=code.pins) as session:
        return enrol(session, code, secrets.token_hex(16), secrets.token_hex(32))


@dataclass
class Package:
    content: bytes
    package_id: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def facts(self) -> dict[str, str]:
        return {"package_id": self.package_id, "sha256": self.sha256, "part": "listen"}


def package(size_bytes: int) -> Package:
    return Package(secrets.token_bytes(size_bytes), secrets.token_hex(16))


@dataclass
class Kiosk:
    client: ArchiveClient
    enrolled: Enrolled

    def send(self, url: str, sent: Package, offset: int) -> int:
        tus = self.client.tus
        return tus.send_slice(url, io.BytesIO(sent.content), offset, len(sent.content), lambda told: None, lambda: False)

    def finish(self, url: str, sent: Package) -> None:
        offset = self.client.tus.offset(url, len(sent.content))
        while offset < len(sent.content):
            offset = self.send(url, sent, offset)

    def assert_owned(self, sent: Package) -> None:
        def signed() -> bool:
            try:
                receipt = self.client.receipt(sent.package_id)
            except RetryLater:
                return False  # it still checks
            key = self.enrolled.receipt_key
            verify_receipt(receipt, key, package_id=sent.package_id, sha256=sent.sha256, size_bytes=len(sent.content))
            return True

        assert poll(signed, PATIENCE_S)


@pytest.fixture
def relay(archive: LiveArchive) -> Iterator[BlackHole]:
    with black_hole(urlsplit(archive.url).port or 0) as running:
        yield running


@pytest.fixture
def kiosk(relay: BlackHole, enrolled: Enrolled) -> Iterator[Kiosk]:
    there = replace(enrolled, url=f"https://127.0.0.1:{relay.port}")
    # A minute of the client's time is three seconds of ours.
    watch = Watch(tick_s=0.02, monotonic=lambda: time.monotonic() * 20)
    with HardenedSession(pins=enrolled.pins) as session:
        yield Kiosk(ArchiveClient(session, there, SystemClock(), watch=watch), there)


def test_a_dead_connection_is_cut_and_the_rest_is_sent_over_the_one_that_answered(relay: BlackHole, kiosk: Kiosk) -> None:
    sent = package(1_000_000)
    url = kiosk.client.tus.create(len(sent.content), sent.facts).url
    relay.swallow_after(300_000)
    told: list[int] = []
    swallowed = False

    def give_way() -> bool:
        nonlocal swallowed
        if relay.silent and not swallowed:
            swallowed = True
            relay.lift_for_new_ones()
        return False

    with pytest.raises(RetryLater) as fault:
        kiosk.client.tus.send_slice(url, io.BytesIO(sent.content), 0, len(sent.content), told.append, give_way)
    assert fault.value.code == "stalled"
    assert relay.connections == 2
    held = kiosk.client.tus.offset(url, len(sent.content))
    assert 100_000 < held <= 300_000
    assert relay.connections == 2, "the connection that was answered on was not gone on with"
    kiosk.finish(url, sent)
    kiosk.assert_owned(sent)


def test_a_small_package_needs_one_request(kiosk: Kiosk) -> None:
    sent = package(20_000)
    upload = kiosk.client.tus.create_with_upload(len(sent.content), sent.facts, io.BytesIO(sent.content), lambda told: None, lambda: False)
    assert upload.offset_bytes == len(sent.content)
    kiosk.assert_owned(sent)


def test_to_create_with_upload_again_neither_doubles_nor_damages_anything(kiosk: Kiosk) -> None:
    """As after a lost answer. What the archive has already is not written over, whatever the body says."""
    sent = package(3 * FIRST_BYTES)
    tus, size_bytes = kiosk.client.tus, len(sent.content)
    first = tus.create_with_upload(size_bytes, sent.facts, io.BytesIO(sent.content), lambda told: None, lambda: False)
    again = tus.create_with_upload(size_bytes, sent.facts, io.BytesIO(bytes(size_bytes)), lambda told: None, lambda: False)
    assert (first, again) == (first, first)
    assert first.offset_bytes == FIRST_BYTES
    kiosk.finish(first.url, sent)
    stored = tus.create_with_upload(size_bytes, sent.facts, io.BytesIO(bytes(size_bytes)), lambda told: None, lambda: False)
    assert stored.offset_bytes == size_bytes
    kiosk.assert_owned(sent)


def test_what_is_not_wanted_any_more_is_forgotten_and_what_is_stored_is_kept(kiosk: Kiosk) -> None:
    begun, stored = package(100_000), package(1_000)
    tus = kiosk.client.tus
    url = tus.create(len(begun.content), begun.facts).url
    tus.terminate(url)
    tus.terminate(url)
    with pytest.raises(UploadGone):
        tus.offset(url, len(begun.content))
    url = tus.create(len(stored.content), stored.facts).url
    kiosk.finish(url, stored)
    kiosk.assert_owned(stored)
    with pytest.raises(Refused):
        tus.terminate(url)
    kiosk.assert_owned(stored)


def test_the_archive_says_what_it_speaks(kiosk: Kiosk) -> None:
    abilities = kiosk.client.tus.abilities()
    assert {"creation", "creation-with-upload", "termination", "expiration"} <= abilities.extensions
    assert abilities.max_size_bytes is not None
