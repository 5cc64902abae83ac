"""A plain tus client for tests of the archive's door: whole requests over http.client, and half requests over a bare socket."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

BODY = {"Content-Type": "application/offset+octet-stream"}
_TIMEOUT_S = 30


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def offset(self) -> int:
        return int(self.headers["upload-offset"])

    def json(self) -> Any:
        return json.loads(self.body)


def call(url: str, method: str, path: str, *, headers: dict[str, str] | None = None, body: bytes | None = None) -> Reply:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=_TIMEOUT_S)
    try:
        # Who is refused by the headers alone may find the door shut while the body is still on its way; the answer is there all the same.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


@dataclass
class Sending:
    """A package to upload: any bytes."""

    data: bytes
    package_id: str
    part: str = "listen"
    sha256: str = ""

    def __post_init__(self) -> None:
        self.sha256 = self.sha256 or hashlib.sha256(self.data).hexdigest()

    @property
    def metadata(self) -> str:
        values = {"package_id": self.package_id, "sha256": self.sha256, "part": self.part}
        return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items())


@dataclass
class TusClient:
    """`headers` go with every request; take one away to see what the door says."""

    url: str
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.headers = {"Tus-Resumable": "1.0.0", "Authorization": f"Bearer {self.token}", **self.headers}

    def call(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return call(self.url, method, path, headers={**self.headers, **named}, body=body)

    def create(self, sending: Sending, body: bytes | None = None, **headers: str) -> Reply:
        described = {"Upload-Length": str(len(sending.data)), "Upload-Metadata": sending.metadata}
        return self.call("POST", "/api/v1/uploads/", body, **{**described, **(BODY if body is not None else {}), **headers})

    def head(self, path: str) -> Reply:
        return self.call("HEAD", path)

    def patch(self, path: str, offset: int, data: bytes, **headers: str) -> Reply:
        return self.call("PATCH", path, data, **{**BODY, "Upload-Offset": str(offset), **headers})

    def receipt(self, package_id: str) -> Reply:
        return self.call("GET", f"/api/v1/receipts/{package_id}")

    def begin_patch(self, path: str, offset: int, declared_bytes: int, **headers: str) -> HalfRequest:
        """Sends the headers of a PATCH and leaves the body to the test."""
        return self.begin("PATCH", path, declared_bytes, **{"Upload-Offset": str(offset), **headers})

    def begin(self, method: str, path: str, declared_bytes: int, **headers: str) -> HalfRequest:
        """The same for any method."""
        return HalfRequest(self.url, method, path, {**self.headers, **BODY, "Content-Length": str(declared_bytes), **headers})


class HalfRequest:
    """A request of which the test decides how much is sent and how it ends."""

    def __init__(self, url: str, method: str, path: str, headers: dict[str, str]) -> None:
        parts = urlsplit(url)
        self._socket = socket.create_connection((parts.hostname or "", parts.port or 80), timeout=_TIMEOUT_S)
        lines = [f"{method} {path} HTTP/1.1", f"Host: {parts.netloc}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        self._socket.sendall("\r\n".join(lines).encode())

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def reply(self) -> bytes:
        """Everything the server says until it closes."""
        said = b""
        while piece := self._socket.recv(65536):
            said += piece
        return said

    def status(self) -> int:
        """The status of the answer, waiting for its first line only."""
        with self._socket.makefile("rb") as answer:
            return int(answer.readline().split()[1])

    def close(self) -> None:
        """An orderly end in the middle (FIN)."""
        self._socket.close()

    def reset(self) -> None:
        """A sudden end in the middle (RST)."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()
