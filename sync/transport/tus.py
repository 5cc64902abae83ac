"""A tus 1.0.0 client (https://tus.io/protocols/resumable-upload): creation, HEAD before data, one streaming PATCH per slice.

Nothing is retried in here: each call is one request, and its fault says what to do. The schedule decides when.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from sync.schedule import Cause, Clock
from sync.transport.door import check_later
from sync.transport.faults import Blocked, HashMismatch, OffsetConflict, Refused, RetryLater, SliceTooLarge, UploadGone
from sync.transport.passage import Passage, Probe, Watch
from sync.transport.session import Answer, StreamedBody
from sync.transport.slice_body import BLOCK_BYTES, Limiter, SliceBody
from sync.transport.slices import SliceSizes

VERSION = "1.0.0"
BODY_TYPE = "application/offset+octet-stream"
# So much may go with the creation: a whole small package in one round trip, and little to send twice when the answer is lost.
FIRST_BYTES = 64 * 1024
# Each block is a TLS record, and the other end can open no part of one. Where a connection begins, or begins again after a gap, TCP sends
# a few packets per round trip; a record of 16 KiB is twelve.
_SLOW_BLOCK_BYTES, _FAST_BYTES_PER_S = 8 * 1024, 1_000_000.0
_GONE = {403, 404, 410}
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


@dataclass(frozen=True)
class Abilities:
    """What a server says of itself: the tus extensions it speaks, and the largest upload it takes (None: it does not say)."""

    extensions: frozenset[str]
    max_size_bytes: int | None


class TusClient:
    """Uploads to one tus server. Learns the link's rate from slice to slice. Not thread-safe.

    `chunk_bytes` fixes the size of every slice but the last, for servers that take nothing else. `limiter` is the bandwidth cap.
    `expected_bytes_per_s` is what an earlier run measured, for the size of the first slice; nothing else trusts it.
    `watch` says when a silent connection is given up, and `probe` asks on a second one whether there is a way; without it a connection
    is given up only after `watch.give_up_s`.
    """

    def __init__(
        self,
        door: Door,
        uploads_path: str,
        clock: Clock,
        *,
        chunk_bytes: int | None = None,
        expected_bytes_per_s: float | None = None,
        limiter: Limiter | None = None,
        watch: Watch | None = None,
        probe: Probe | None = None,
    ) -> None:
        self._door = door
        self._uploads_path = uploads_path
        self._clock = clock
        self._limiter = limiter
        self._watch = watch or Watch()
        self._probe = probe
        self._sizes = SliceSizes(chunk_bytes, expected_bytes_per_s)
        # Where the last slice began that was cut, and how large it was: what is held of it says whether cuts cost everything.
        self._cut: tuple[str, int, int] | None = None

    @property
    def rate_bytes_per_s(self) -> float | None:
        """What the link carried when it was last measured; None before."""
        return self._sizes.rate_bytes_per_s

    def slice_bytes(self) -> int:
        """The size of the next slice (see `slices.SliceSizes`)."""
        return self._sizes.next_bytes()

    def abilities(self) -> Abilities:
        """Costs a round trip, and is needed only with a server that is not known. Raises RetryLater, Blocked."""
        answer = self._door.request("OPTIONS", self._uploads_path)
        if answer.status not in (200, 204):
            raise _unexpected(answer)
        extensions = frozenset(word.strip() for word in answer.headers.get("Tus-Extension", "").split(",") if word.strip())
        return Abilities(extensions, _number(answer, "Tus-Max-Size"))

    def create(self, size_bytes: int, metadata: Mapping[str, str]) -> Upload:
        """A new upload, or the one the server has for the same content. Raises Refused, HashMismatch, RetryLater, Blocked."""
        answer = self._door.request("POST", self._uploads_path, headers=_creation(size_bytes, metadata))
        return self._created(answer, size_bytes)

    def create_with_upload(
        self,
        size_bytes: int,
        metadata: Mapping[str, str],
        file: BinaryIO,
        on_progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> Upload:
        """`create`, with the file's first bytes in the same request: a package of up to `FIRST_BYTES` is there after one round trip.

        Only for what the server cannot hold any of yet: a server that does is told its first bytes in vain. How much it took is in the
        answer, and one that speaks no creation-with-upload took nothing. Raises as `create` and `send_slice` do.
        """
        body = self._body(file, 0, min(size_bytes, FIRST_BYTES), on_progress, cancelled)
        headers = {**_creation(size_bytes, metadata), "Content-Type": BODY_TYPE}
        upload = self._created(self._send(body, "POST", self._uploads_path, headers), size_bytes)
        on_progress(upload.offset_bytes)
        return upload

    def offset(self, url: str, size_bytes: int) -> int:
        """How many bytes the server holds. Raises UploadGone, HashMismatch, Refused, RetryLater, Blocked."""
        answer = self._door.request("HEAD", url, headers={"Tus-Resumable": VERSION})
        if answer.status in _GONE:
            raise UploadGone
        _raise_permanent(answer)
        check_later(answer)
        if answer.status not in (200, 204):
            raise _unexpected(answer)
        if answer.headers.get("Upload-Length", str(size_bytes)) != str(size_bytes):
            raise UploadGone  # another upload lives at this address
        held = _offset(answer, size_bytes)
        self._learn_from_cut(url, held)
        return held

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

        `on_progress` gets the absolute number of bytes that the other end's TCP has acknowledged, in whole blocks, and the offset in
        the answer at last. Where the system tells nothing about TCP it is what was handed over less the send buffer. Behind a proxy the
        other end is the proxy. `cancelled` is asked before every block and several times a second while the connection waits.
        Raises Cancelled, FileFault, UploadGone, OffsetConflict, HashMismatch, Refused, RetryLater, Blocked.
        """
        length = min(self.slice_bytes(), size_bytes - offset_bytes)
        body = self._body(file, offset_bytes, length, on_progress, cancelled)
        headers = {"Tus-Resumable": VERSION, "Upload-Offset": str(offset_bytes), "Content-Type": BODY_TYPE}
        began_s = self._clock.monotonic_s()
        try:
            answer = self._send(body, "PATCH", url, headers)
        except SliceTooLarge as fault:
            if not self._sizes.too_large(length):
                raise _only_small_pieces() from fault
            raise
        except RetryLater as fault:
            if fault.cause is Cause.NETWORK:
                self._cut = (url, offset_bytes, length)
                self._sizes.cut(body.arrived - offset_bytes, body.moving_s)
            raise
        if answer.status in _GONE:
            raise UploadGone
        if answer.status == 409:
            raise OffsetConflict
        _raise_permanent(answer)
        check_later(answer)
        if answer.status not in (200, 204):
            raise _unexpected(answer)
        acknowledged = _offset(answer, size_bytes)
        if not offset_bytes < acknowledged <= offset_bytes + length:
            raise _unexpected(answer)
        self._cut = None
        self._sizes.arrived(acknowledged - offset_bytes, self._clock.monotonic_s() - began_s)
        on_progress(acknowledged)
        return acknowledged

    def terminate(self, url: str) -> None:
        """The server is to forget this upload; one it does not know (any more) is as good. Raises Refused when it keeps it, as the archive
        does once all of it is there, RetryLater, Blocked.
        """
        answer = self._door.request("DELETE", url, headers={"Tus-Resumable": VERSION})
        if answer.status in (404, 410):
            return
        check_later(answer)
        if answer.status not in (200, 204):
            raise Refused(f"archive-{answer.status}", "The archive does not take this package back: it may have all of it already.")

    def _body(
        self, file: BinaryIO, offset_bytes: int, length: int, on_progress: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> SliceBody:
        passage = Passage(self._watch, self._probe, offset_bytes, self._sizes.rate_bytes_per_s)
        block_bytes = BLOCK_BYTES if (self._sizes.rate_bytes_per_s or 0.0) >= _FAST_BYTES_PER_S else _SLOW_BLOCK_BYTES
        return SliceBody(
            file,
            offset_bytes,
            length,
            on_progress,
            cancelled,
            watch=self._watch,
            passage=passage,
            limiter=self._limiter,
            block_bytes=block_bytes,
        )

    def _send(self, body: SliceBody, method: str, path: str, headers: Mapping[str, str]) -> Answer:
        try:
            return self._door.request(method, path, headers=headers, body=body)
        except RetryLater as fault:
            if fault.code == "unreachable" and (instead := body.another_way()) is not None:
                raise instead from fault
            raise
        finally:
            body.end()

    def _created(self, answer: Answer, size_bytes: int) -> Upload:
        _raise_permanent(answer)
        check_later(answer)
        if answer.status == 409:
            raise _refused(answer)  # the archive holds something else under this package's id or hash
        location = answer.headers.get("Location")
        if answer.status not in (200, 201) or not location:
            raise _unexpected(answer)
        url = self._door.address(location, relative_to=self._door.address(self._uploads_path))
        return Upload(url, _offset(answer, size_bytes) if "Upload-Offset" in answer.headers else 0)

    def _learn_from_cut(self, url: str, held: int) -> None:
        if self._cut is not None and self._cut[0] == url:
            _, began_at, length = self._cut
            self._cut = None
            if held <= began_at:
                self._sizes.lost(length)


def _creation(size_bytes: int, metadata: Mapping[str, str]) -> dict[str, str]:
    packed = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in metadata.items())
    return {"Tus-Resumable": VERSION, "Upload-Length": str(size_bytes), "Upload-Metadata": packed}


def _offset(answer: Answer, size_bytes: int) -> int:
    offset = _number(answer, "Upload-Offset")
    if offset is None or offset > size_bytes:
        raise _unexpected(answer)
    return offset


def _number(answer: Answer, name: str) -> int | None:
    value = answer.headers.get(name, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 20 else None


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


def _only_small_pieces() -> Blocked:
    return Blocked("protocol", "Something in front of the archive refuses even the smallest pieces. Tell the archive's people.")
