"""The tus servers that the conformance suite is held against: our archive's door, and a server that we did not write."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin

import raw_http
from live_archive import LiveArchive, live_archive
from node_peers import PeerServer
from raw_http import Answer

from sync.contract.enrolment import decode_enrolment

VERSION = {"Tus-Resumable": "1.0.0"}
BODY_TYPE = {"Content-Type": "application/offset+octet-stream"}


class TusServer(Protocol):
    """`url` is where uploads are created; `headers` go with every request. `creation` is what this server wants to know of these bytes
    besides the length, and `holds` whether it has got them, whole and finished.
    """

    url: str
    headers: dict[str, str]

    def creation(self, data: bytes) -> dict[str, str]: ...
    def holds(self, location: str, data: bytes) -> bool: ...
    def kill_and_restart(self) -> None: ...


class Archive:
    """Our own. A creation has to say whose package it is and what it will be."""

    def __init__(self, running: LiveArchive) -> None:
        self._running = running
        token = decode_enrolment(running.enrol()["code"]).token
        enrolled = raw_http.ask("POST", f"{running.url}/api/v1/enrol", {}, json.dumps({"token": token}).encode())
        self.headers = {**VERSION, "Authorization": f"Bearer {json.loads(enrolled.body)['kiosk_token']}"}

    @property
    def url(self) -> str:
        return f"{self._running.url}/api/v1/uploads/"

    def creation(self, data: bytes) -> dict[str, str]:
        facts = {"package_id": secrets.token_hex(16), "sha256": hashlib.sha256(data).hexdigest(), "part": "listen"}
        return {"Upload-Metadata": ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in facts.items())}

    def holds(self, location: str, data: bytes) -> bool:
        stored = self._running.dir / "packages" / hashlib.sha256(data).hexdigest()
        return stored.exists() and stored.read_bytes() == data

    def kill_and_restart(self) -> None:
        self._running.kill()
        self._running.start()


class Peer:
    """@tus/server. It takes anything from anybody."""

    headers = VERSION

    def __init__(self, running: PeerServer) -> None:
        self._running = running

    @property
    def url(self) -> str:
        return self._running.url

    def creation(self, data: bytes) -> dict[str, str]:
        return {}

    def holds(self, location: str, data: bytes) -> bool:
        stored = self._running.folder / location.rsplit("/", 1)[1]
        return stored.exists() and stored.read_bytes() == data

    def kill_and_restart(self) -> None:
        self._running.kill()
        self._running.start()


@contextmanager
def our_archive(folder: Path) -> Iterator[Archive]:
    with live_archive(folder, disk_reserve_bytes="0") as running:
        yield Archive(running)


@contextmanager
def tus_node_server(folder: Path) -> Iterator[Peer]:
    running = PeerServer(folder / "files")
    try:
        yield Peer(running)
    finally:
        running.stop()


class Talker:
    """Requests to one server, whole ones; `raw_http.Wire` is for the others. `tus` is what the server says that it speaks."""

    def __init__(self, server: TusServer) -> None:
        self.server = server
        self.tus = raw_http.ask("OPTIONS", server.url, {})

    @property
    def extensions(self) -> set[str]:
        return {name.strip() for name in self.tus.headers.get("tus-extension", "").split(",")}

    def ask(self, method: str, url: str, headers: dict[str, str] | None = None, body: bytes | None = None) -> Answer:
        """An empty value takes a header away that would be sent otherwise."""
        together = {**self.server.headers, **(headers or {})}
        return raw_http.ask(method, url, {name: value for name, value in together.items() if value}, body)

    def create(self, data: bytes, body: bytes | None = None, **headers: str) -> Answer:
        """An upload for these bytes, of which `body` comes along."""
        described = {"Upload-Length": str(len(data)), **self.server.creation(data), **(BODY_TYPE if body is not None else {})}
        return self.ask("POST", self.server.url, {**described, **_named(headers)}, body if body is not None else b"")

    def upload(self, data: bytes) -> str:
        """The absolute address of a new, empty upload."""
        return self.where(self.create(data))

    def where(self, created: Answer) -> str:
        assert created.status == 201
        return urljoin(self.server.url, created.headers["location"])

    def moved(self, url: str) -> str:
        """The same upload after the server came back on another port."""
        return urljoin(self.server.url, "/" + url.split("/", 3)[3])

    def head(self, url: str, **headers: str) -> Answer:
        return self.ask("HEAD", url, _named(headers))

    def patch(self, url: str, offset: int, body: bytes, **headers: str) -> Answer:
        return self.ask("PATCH", url, self.patching(offset, **headers), body)

    def patching(self, offset: int, **headers: str) -> dict[str, str]:
        """The headers of a PATCH, but for its length and the server's own."""
        return {**BODY_TYPE, "Upload-Offset": str(offset), **_named(headers)}


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
