"""Sound and photos with byte ranges, as a raw ASGI application beside Django.

Django has no ranges and buffers files that it sends asynchronously; here a listener on a slow link costs one chunk of memory and
no thread: database look-ups run on Django's own thread, disk reads on the event loop's pool, and `send` waits for the link.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, BinaryIO, ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from archive.core.blobs import BlobStore, blob_store
from archive.publish.media_files import Gone, MediaFile, find_for_review, find_public
from archive.publish.ranges import Slice, Unsatisfiable, Whole, is_unchanged, select_bytes

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = Iterable[tuple[str, str]]
P = ParamSpec("P")
R = TypeVar("R")

PREFIX = "/media/"
REVIEW_PREFIX = "review/"
CHUNK_BYTES = 64 * 1024

_ALWAYS: Headers = (
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; sandbox"),
    ("Referrer-Policy", "no-referrer"),
)
_MESSAGES = {404: b"Not found.\n", 405: b"Only GET and HEAD.\n", 410: b"This is no longer available.\n", 416: b""}


async def media_door(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers GET and HEAD under `/media/`: `<public id>` to everyone, `review/<blob id>` to logged-in reviewers.

    200, 206, 304, 404, 405, 410 (taken down) or 416. A file that a row speaks of and the store lacks raises BlobMissing: the
    server answers 500 and logs it, because that is damage and not an answer.
    """
    if scope["method"] not in ("GET", "HEAD"):
        await _send_message(scope, send, 405, [("Allow", "GET, HEAD")])
        return
    blobs = blob_store()
    found = await _look_up(scope, blobs)
    if isinstance(found, MediaFile):
        await _send_file(scope, receive, send, found, blobs)
    elif isinstance(found, Gone):
        await _send_message(scope, send, 410, [("Cache-Control", "no-store")])
    else:
        await _send_message(scope, send, 404, [("Cache-Control", "no-store")])


async def _look_up(scope: Scope, blobs: BlobStore) -> MediaFile | Gone | None:
    name = scope["path"].removeprefix(PREFIX)
    if name.startswith(REVIEW_PREFIX):
        cookies = "; ".join(_header_values(scope, b"cookie"))
        return await _on_database(find_for_review, name.removeprefix(REVIEW_PREFIX), cookies, blobs)
    return await _on_database(find_public, name)


async def _on_database(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs `function` where Django keeps its connections, and drops those that have gone stale as Django does for its own requests."""

    def run() -> R:
        close_old_connections()
        try:
            return function(*args, **kwargs)
        finally:
            close_old_connections()

    return await sync_to_async(run, thread_sensitive=True)()


async def _send_file(scope: Scope, receive: Receive, send: Send, file: MediaFile, blobs: BlobStore) -> None:
    headers = [("ETag", file.etag), ("Cache-Control", file.cache_control), ("Accept-Ranges", "bytes")]
    if is_unchanged(_header(scope, b"if-none-match"), file.etag):
        await _start(send, 304, headers)
        await send({"type": "http.response.body", "body": b""})
        return
    # RFC 9110 section 14.2 defines ranges for GET alone.
    asked = _header(scope, b"range") if scope["method"] == "GET" else None
    wanted = select_bytes(asked, _header(scope, b"if-range"), etag=file.etag, size_bytes=file.size_bytes)
    if isinstance(wanted, Unsatisfiable):
        await _send_message(scope, send, 416, [("Content-Range", f"bytes */{file.size_bytes}"), *headers])
        return
    status, part = (200, Slice(0, file.size_bytes)) if isinstance(wanted, Whole) else (206, wanted)
    headers += [("Content-Type", file.content_type), ("Content-Length", str(part.end - part.start))]
    if status == 206:
        headers.append(("Content-Range", f"bytes {part.start}-{part.end - 1}/{file.size_bytes}"))
    if scope["method"] == "HEAD":
        await _start(send, status, headers)
        await send({"type": "http.response.body", "body": b""})
        return
    # Opened before the status line goes out, so that a missing file is still an honest 500.
    stream = await asyncio.to_thread(blobs.open, file.blob_id)
    try:
        await _start(send, status, headers)
        await _stream(receive, send, stream, part)
    finally:
        await asyncio.to_thread(stream.close)


async def _stream(receive: Receive, send: Send, stream: BinaryIO, part: Slice) -> None:
    gone = asyncio.ensure_future(_until_disconnect(receive))
    try:
        await asyncio.to_thread(stream.seek, part.start)
        left = part.end - part.start
        while left and not gone.done():
            piece = await asyncio.to_thread(stream.read, min(CHUNK_BYTES, left))
            if not piece:
                raise OSError("a stored file is shorter than its row says")
            left -= len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        if not left:
            await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()


async def _until_disconnect(receive: Receive) -> None:
    """Returns when the listener has hung up: nobody reads a long answer to the end of the disk for no one."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send_message(scope: Scope, send: Send, status: int, headers: Headers) -> None:
    body = _MESSAGES[status]
    await _start(send, status, [*headers, ("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))])
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


async def _start(send: Send, status: int, headers: Headers) -> None:
    pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in (*headers, *_ALWAYS)]
    await send({"type": "http.response.start", "status": status, "headers": pairs})


def _header(scope: Scope, name: bytes) -> str | None:
    """The header's value; several of the same name as one list, as RFC 9110 section 5.3 has it."""
    values = _header_values(scope, name)
    return ", ".join(values) if values else None


def _header_values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]
