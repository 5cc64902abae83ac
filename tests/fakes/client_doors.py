"""Every request the kiosk ever makes, one by one: for tests that ask what somebody in the middle would get to see of each."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass

from sync.contract.enrolment import Enrolment
from sync.enrolled import Enrolled
from sync.schedule import SystemClock
from sync.transport.archive import ArchiveClient, enrol
from sync.transport.session import HardenedSession
from sync.transport.tus import TusClient

NONCE = "0123456789abcdef" * 2
PACKAGE_ID = "ab" * 16
STORY = b"these-are-the-words-of-a-story " * 2000
STORY_SHA256 = hashlib.sha256(STORY).hexdigest()
FACTS = {"package_id": PACKAGE_ID, "sha256": STORY_SHA256, "part": "listen"}
COURIER_KEY = "c0" * 32
WITHDRAWAL = b"a-request-to-take-a-story-back " * 10


@dataclass
class Visit:
    """What a door is opened with."""

    session: HardenedSession
    enrolled: Enrolled
    enrolment: Enrolment

    @property
    def client(self) -> ArchiveClient:
        return ArchiveClient(self.session, self.enrolled, SystemClock())

    @property
    def upload_url(self) -> str:
        return f"{self.enrolled.url}/api/v1/uploads/{'cd' * 16}"

    def secrets(self) -> list[bytes]:
        """What nobody but the archive may ever read."""
        return [
            self.enrolled.kiosk_token.encode(),
            self.enrolled.kiosk_token.partition(".")[2].encode(),
            self.enrolment.token.encode(),
            STORY[:40],
            COURIER_KEY.encode(),
            WITHDRAWAL[:40],
            STORY_SHA256.encode(),
            b"Bearer",
        ]


DOORS: dict[str, Callable[[Visit], object]] = {
    "enrol": lambda visit: enrol(visit.session, visit.enrolment, NONCE, COURIER_KEY),
    "ping": lambda visit: visit.client.ping(NONCE),
    "ping_anew": lambda visit: visit.client.ping_anew(NONCE, 10),
    "policy": lambda visit: visit.client.policy(),
    "announce_token": lambda visit: visit.client.announce_token("kiosk.the-next-secret"),
    "tell_courier_key": lambda visit: visit.client.tell_courier_key(COURIER_KEY),
    "abilities": lambda visit: visit.client.tus.abilities(),
    "create_with_upload": lambda visit: visit.client.tus.create_with_upload(
        len(STORY), FACTS, io.BytesIO(STORY), lambda sent: None, lambda: False
    ),
    "terminate": lambda visit: visit.client.tus.terminate(visit.upload_url),
    "create": lambda visit: visit.client.tus.create(len(STORY), FACTS),
    "offset": lambda visit: visit.client.tus.offset(visit.upload_url, len(STORY)),
    "send_slice": lambda visit: visit.client.tus.send_slice(
        visit.upload_url, io.BytesIO(STORY), 0, len(STORY), lambda sent: None, lambda: False
    ),
    "receipt": lambda visit: visit.client.receipt(PACKAGE_ID),
    "withdraw": lambda visit: visit.client.withdraw(WITHDRAWAL),
}

# Public, and no request of its own.
_NO_DOOR = {"use_token", "tus", "slice_bytes", "rate_bytes_per_s"}


def unlisted_doors() -> set[str]:
    """What the client can do that `DOORS` does not know of: to be empty."""
    able = {name for kind in (ArchiveClient, TusClient) for name in vars(kind) if not name.startswith("_")} | {"enrol"}
    return able - _NO_DOOR - set(DOORS)
