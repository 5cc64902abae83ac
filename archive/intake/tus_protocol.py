"""The words of tus 1.0.0 (https://tus.io/protocols/resumable-upload): requests taken apart and answers put together. No I/O."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sync.contract.package import LIMITS, META_PACKAGE_ID, META_PART, META_SHA256, Part, is_package_id, is_sha256

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination"
CHECKSUM_ALGORITHMS = ("sha256", "sha1")
BODY_TYPE = "application/offset+octet-stream"

# tus has a status of its own for this one.
STATUS_CHECKSUM_MISMATCH = 460


class Refusal(Exception):
    """A request that ends here. `code` goes out as `{"error": code}`; a zero status sends nothing, because nobody is there."""

    def __init__(self, status: int, code: str, **headers: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@dataclass(frozen=True)
class Answer:
    """An answer without a body, or with a small JSON one."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    value: dict[str, Any] | None = None

    def messages(self, *, close: bool) -> tuple[dict[str, Any], dict[str, Any]]:
        """The two ASGI messages. `close` ends the connection, so that a refused body need not be read to its end."""
        body = b"" if self.value is None else json.dumps(self.value).encode()
        headers = {"Tus-Resumable": VERSION, "Cache-Control": "no-store", **self.headers}
        if self.status != 204:
            headers["Content-Length"] = str(len(body))
        if body:
            headers["Content-Type"] = "application/json"
        if close:
            headers["Connection"] = "close"
        raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        return {"type": "http.response.start", "status": self.status, "headers": raw}, {"type": "http.response.body", "body": body}


OPTIONS_ANSWER = Answer(
    204,
    {
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(LIMITS.package_bytes),
        "Tus-Checksum-Algorithm": ",".join(CHECKSUM_ALGORITHMS),
    },
)


@dataclass(frozen=True)
class TusRequest:
    """A request line and its headers, names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]

    @classmethod
    def from_scope(cls, scope: Mapping[str, Any]) -> TusRequest:
        headers = {name.decode("latin-1"): value.decode("latin-1").strip() for name, value in scope["headers"]}
        # Proxies that know no PATCH are told POST; the protocol obliges the server to believe this header.
        method = headers.get("x-http-method-override", scope["method"]).upper()
        return cls(method, scope["path"], headers)

    @property
    def body_bytes(self) -> int | None:
        """The declared length; 0 without a body, None for a body of unknown length."""
        if "transfer-encoding" in self.headers:
            return None
        return self.number("content-length") if "content-length" in self.headers else 0

    def check_version(self) -> None:
        if self.headers.get("tus-resumable") != VERSION:
            raise Refusal(412, "tus-version", Tus_Version=VERSION)

    def check_body_type(self) -> None:
        if self.headers.get("content-type", "").partition(";")[0].strip().lower() != BODY_TYPE:
            raise Refusal(415, "content-type")

    def number(self, name: str) -> int:
        """A header that is a non-negative integer. Raises Refusal 400."""
        text = self.headers.get(name, "")
        if not (text.isascii() and text.isdigit() and len(text) <= 18):
            raise Refusal(400, name)
        return int(text)


@dataclass(frozen=True)
class PackageFacts:
    """What a creation says about the package: `Upload-Metadata` and `Upload-Length`."""

    package_id: str
    sha256: str
    part: Part
    size_bytes: int


def read_creation(request: TusRequest) -> PackageFacts:
    """Raises Refusal 400 or 413. Metadata keys that the archive does not ask for are neither kept nor echoed."""
    if "upload-defer-length" in request.headers:
        raise Refusal(400, "upload-defer-length")
    size_bytes = request.number("upload-length")
    if size_bytes == 0:
        raise Refusal(400, "upload-length")
    if size_bytes > LIMITS.package_bytes:
        raise Refusal(413, "too-large")
    values: dict[str, str] = {}
    for pair in request.headers.get("upload-metadata", "").split(","):
        key, _, encoded = pair.strip().partition(" ")
        if key in (META_PACKAGE_ID, META_SHA256, META_PART):
            values[key] = _decoded(encoded)
    package_id, sha256, part = (values.get(key, "") for key in (META_PACKAGE_ID, META_SHA256, META_PART))
    if not is_package_id(package_id) or not is_sha256(sha256) or part not in set(Part):
        raise Refusal(400, "upload-metadata")
    return PackageFacts(package_id, sha256, Part(part), size_bytes)


def metadata_header(package_id: str, sha256: str, part: str) -> str:
    """`Upload-Metadata` as HEAD gives it back."""
    pairs = ((META_PACKAGE_ID, package_id), (META_SHA256, sha256), (META_PART, part))
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs)


class Checksum:
    """An `Upload-Checksum` to hold one body against; fed as the body comes in."""

    def __init__(self, algorithm: str, expected: bytes) -> None:
        self._hash = hashlib.new(algorithm, usedforsecurity=False)
        self._expected = expected

    def update(self, piece: bytes | memoryview) -> None:
        self._hash.update(piece)

    def matches(self) -> bool:
        return self._hash.digest() == self._expected


def read_checksum(request: TusRequest) -> Checksum | None:
    """None without the header. Raises Refusal 400 for an algorithm that was not offered or a value that cannot be one."""
    header = request.headers.get("upload-checksum")
    if header is None:
        return None
    algorithm, _, encoded = header.partition(" ")
    if algorithm not in CHECKSUM_ALGORITHMS:
        raise Refusal(400, "checksum-algorithm")
    try:
        expected = base64.b64decode(encoded, validate=True)
    except binascii.Error as error:
        raise Refusal(400, "upload-checksum") from error
    return Checksum(algorithm, expected)


def _decoded(encoded: str) -> str:
    try:
        return base64.b64decode(encoded, validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise Refusal(400, "upload-metadata") from error
