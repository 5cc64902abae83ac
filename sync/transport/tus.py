"""A tus 1.0.0 client (https://tus.io/protocols/resumable-upload): creation, HEAD before data, one streaming PATCH per slice.

Nothing is retried in here: each call is one request, and its fault says what to do. The schedule decides when.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from sync.schedule import Cause, Clock
from sync.transport.faults import Blocked, Cancelled, FileFault, HashMismatch, OffsetConflict, Refused, RetryLater, UploadGone
from sync.transport.session import Answer, StreamedBody

VERSION = "1.0.0"
SLICE_SECONDS = 90
MIN_SLICE_BYTES = 1024 * 1024
MAX_SLICE_BYTES = 64 * 1024 * 1024
_GONE = {404, 410}
_PERMANENT = {400, 413}
_DAMAGED = {422, 460}
_OTHER_PROTOCOL = {405, 411, 412, 415}


class Door(Protocol):
    """Adds what the server wants to see, and turns away answers that are not its own."""

    def request(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes | StreamedBody | None = None
    ) -> Answer: ...

    def address(self, path: str, relative_to: str | None = None) -> str: ...


@dataclass(frozen=True)
class Upload:
    """`url` is absolute; `offset_bytes` is what the server holds already."""

    url: str
    offset_bytes: int


class TusClient:
    """Uploads to one tus server. Learns the link's rate from slice to slice. Not thread-safe."""

    def __init__(self, door: Door, uploads_path: str, clock: Clock) -> None:
        self._door = door
        self._uploads_path = uploads_path
        self._clock = clock
        self._rate_bytes_per_s = 0.0

    def create(self, size_bytes: int, metadata: Mapping[str, str]) -> Upload:
        """A new upload, or the one the server has for the same content. Raises Refused, HashMismatch, RetryLater, Blocked."""
        packed = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in metadata.items())
        headers = {"Tus-Resumable": VERSION, "Upload-Length": str(size_bytes), "Upload-Metadata": packed}
        answer = self._door.request("POST", self._uploads_path, headers=headers)
        _raise_permanent(answer)
        if answer.status == 409:
            raise _refused(answer)  # the archive holds something else under this package's id or hash
        location = answer.headers.get("Location")
        if answer.status not in (200, 201) or not location:
            raise _unexpected(answer)
        url = self._door.address(location, relative_to=self._door.address(self._uploads_path))
        return Upload(url, _offset(answer, size_bytes) if "Upload-Offset" in answer.headers else 0)

    def offset(self, url: str, size_bytes: int) -> int:
        """How many bytes the server holds. Raises UploadGone, HashMismatch, Refused, RetryLater, Blocked."""
        answer = self._door.request("HEAD", url, headers={"Tus-Resumable": VERSION})
        if answer.status in _GONE:
            raise UploadGone
        _raise_permanent(answer)
        if answer.status not in (200, 204):
            raise _unexpected(answer)
        if answer.headers.get("Upload-Length", str(size_bytes)) != str(size_bytes):
            raise UploadGone  # another upload lives at this address
        return _offset(answer, size_bytes)

    def send_slice(
        self,
        url: str,
        file: BinaryIO,
        offset_bytes: int,
        size_bytes: int,
        on_progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> int:
        """Streams the next slice of `file` and returns the new offset the server acknowledged.

        `on_progress` gets the absolute number of bytes handed to the network, which runs ahead of the server by at most the
        socket's buffer. `cancelled` is asked every 16 KiB. Raises Cancelled, FileFault, UploadGone, OffsetConflict,
        HashMismatch, Refused, RetryLater, Blocked.
        """
        length = min(self.slice_bytes(), size_bytes - offset_bytes)
        body = _Slice(file, offset_bytes, length, on_progress, cancelled)
        headers = {"Tus-Resumable": VERSION, "Upload-Offset": str(offset_bytes), "Content-Type": "application/offset+octet-stream"}
        began_s = self._clock.monotonic_s()
        answer = self._door.request("PATCH", url, headers=headers, body=body)
        if answer.status in _GONE:
            raise UploadGone
        if answer.status == 409:
            raise OffsetConflict
        _raise_permanent(answer)
        if answer.status not in (200, 204):
            raise _unexpected(answer)
        acknowledged = _offset(answer, size_bytes)
        if not offset_bytes < acknowledged <= offset_bytes + length:
            raise _unexpected(answer)
        self._measure(acknowledged - offset_bytes, self._clock.monotonic_s() - began_s)
        return acknowledged

    def slice_bytes(self) -> int:
        """About 90 s of the measured rate: each slice costs one round trip, so 0.7 % of a link with 600 ms."""
        return int(min(max(self._rate_bytes_per_s * SLICE_SECONDS, MIN_SLICE_BYTES), MAX_SLICE_BYTES))

    def _measure(self, sent_bytes: int, took_s: float) -> None:
        self._rate_bytes_per_s = sent_bytes / max(took_s, 0.001)


class _Slice:
    """A window of a file as a request body, read in the small blocks the connection asks for."""

    def __init__(
        self, file: BinaryIO, offset_bytes: int, length: int, on_progress: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> None:
        self._file = file
        self._position = offset_bytes
        self._length = length
        self._left = length
        self._on_progress = on_progress
        self._cancelled = cancelled
        try:
            file.seek(offset_bytes)
        except OSError as error:
            raise _unreadable() from error

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        # requests streams only what can be iterated; the connection itself then calls `read`.
        while block := self.read(16 * 1024):
            yield block

    def read(self, size: int = -1, /) -> bytes:
        if self._cancelled():
            raise Cancelled
        # Everything read before has been handed to the socket by now.
        self._on_progress(self._position)
        wanted = self._left if size < 0 else min(size, self._left)
        try:
            block = self._file.read(wanted)
        except OSError as error:
            # requests would take an OSError for a broken link.
            raise _unreadable() from error
        if len(block) != wanted:
            raise FileFault("file-changed", "A sealed story on this device is shorter than it was. Check the disk.")
        self._left -= len(block)
        self._position += len(block)
        return block


def _offset(answer: Answer, size_bytes: int) -> int:
    value = answer.headers.get("Upload-Offset", "")
    if not (value.isascii() and value.isdecimal() and len(value) < 20 and int(value) <= size_bytes):
        raise _unexpected(answer)
    return int(value)


def _raise_permanent(answer: Answer) -> None:
    if answer.status in _PERMANENT:
        raise _refused(answer)
    if answer.status in _DAMAGED:
        raise HashMismatch
    if answer.status in _OTHER_PROTOCOL:
        raise _other_protocol()


def _unexpected(answer: Answer) -> RetryLater | Blocked:
    if 200 <= answer.status < 300:
        # It claims to be our archive and says yes to something else than we asked.
        return _other_protocol()
    return RetryLater(f"archive-{answer.status}", "The archive gave an answer that makes no sense. It is asked again later.", Cause.SERVER)


def _refused(answer: Answer) -> Refused:
    return Refused(f"archive-{answer.status}", "The archive does not take this package. Export it and tell the archive's people.")


def _other_protocol() -> Blocked:
    return Blocked("protocol", "The archive speaks another version of the protocol. Update this device or the archive.")


def _unreadable() -> FileFault:
    return FileFault("file-unreadable", "A sealed story on this device cannot be read. Check the disk.")
