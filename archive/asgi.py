"""The whole server as one ASGI application: the upload door, the media door, and Django for everything else.

Serve it with `idr-archive serve`, or give `archive.asgi:build_application` as a factory to another ASGI server (one process: see
`archive.intake.seats`). Every answer says by `X-Archive-Id` whose it claims to be.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.conf import settings
from django.core.asgi import get_asgi_application

# Before the doors below are imported: their models need Django to be set up, and this does it.
_django = get_asgi_application()

from archive.core.keys import load_keys  # noqa: E402
from archive.intake.completion import OnStep, no_step  # noqa: E402
from archive.intake.tus_door import PREFIX as UPLOADS_PREFIX  # noqa: E402
from archive.intake.tus_door import TusDoor  # noqa: E402
from archive.publish.media_door import PREFIX as MEDIA_PREFIX  # noqa: E402
from archive.publish.media_door import media_door  # noqa: E402

MAX_FORM_BYTES = 2 * 1024 * 1024

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

log = logging.getLogger("archive.asgi")


class Application:
    """Routes by path prefix, stamps `X-Archive-Id`, and opens and closes the upload door with the server's own life."""

    def __init__(self, uploads: TusDoor, archive_id: str) -> None:
        self._uploads = uploads
        self._stamp = (b"x-archive-id", archive_id.encode("ascii"))

    def close_doors(self) -> None:
        """Asks running uploads to finish what they hold; for the server's shutdown, before it waits for connections."""
        self._uploads.close()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        else:
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await self._uploads.open()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._uploads.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        started = False

        async def stamped(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": [*message.get("headers", []), self._stamp]}
            await send(message)

        path = scope["path"]
        try:
            if path == UPLOADS_PREFIX or path.startswith(UPLOADS_PREFIX + "/"):
                await self._uploads(scope, receive, stamped)
            elif path.startswith(MEDIA_PREFIX):
                await media_door(scope, receive, stamped)
            else:
                await _small_bodies_only(scope, receive, stamped)
        except Exception:
            if started:
                raise
            # Caught here and not by the server, so that even this answer carries the stamp.
            log.exception("no answer for %s", scope["method"])
            await _plain_answer(stamped, 500)


async def _small_bodies_only(scope: Message, receive: Receive, send: Send) -> None:
    """Django, spared from bodies it would spool to a temporary file before any view could refuse them."""
    declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if not declared.isdigit() or int(declared) > MAX_FORM_BYTES:
        await _plain_answer(send, 413)
        return
    received_bytes = 0
    started = False

    async def counted() -> Message:
        nonlocal received_bytes
        message = await receive()
        received_bytes += len(message.get("body", b""))
        return {"type": "http.disconnect"} if received_bytes > MAX_FORM_BYTES else message

    async def noticed(message: Message) -> None:
        nonlocal started
        started = True
        await send(message)

    await _django(scope, counted, noticed)
    if received_bytes > MAX_FORM_BYTES and not started:
        await _plain_answer(send, 413)


async def _plain_answer(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def build_application(on_step: OnStep = no_step) -> Application:
    """The application for the archive that the settings name. Raises KeysMissing before `init`."""
    return Application(TusDoor(settings.ARCHIVE, on_step=on_step), load_keys(settings.ARCHIVE.keys_dir).archive_id)
