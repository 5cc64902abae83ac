"""The whole server as one ASGI application: the doors for uploads, kiosks' questions and media, and Django for everything else.

Serve it with `idr-archive serve`, or give `archive.asgi:build_application` as a factory to another ASGI server (one process: see
`archive.intake.seats`). Every answer says by `X-Archive-Id` whose it claims to be.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.conf import settings
from django.core.asgi import get_asgi_application

# Before the doors below are imported: their models need Django to be set up, and this does it.
_django = get_asgi_application()

from archive.core.keys import load_keys  # noqa: E402
from archive.core.trouble import RETRY_LATER_S, is_trouble  # noqa: E402
from archive.intake.admission import Admission  # noqa: E402
from archive.intake.completion import OnStep, no_step  # noqa: E402
from archive.intake.questions_door import QuestionsDoor  # noqa: E402
from archive.intake.tus_door import PREFIX as UPLOADS_PREFIX  # noqa: E402
from archive.intake.tus_door import TusDoor  # noqa: E402
from archive.intake.tus_protocol import Refusal  # noqa: E402
from archive.publish.media_door import PREFIX as MEDIA_PREFIX  # noqa: E402
from archive.publish.media_door import media_door  # noqa: E402

MAX_FORM_BYTES = 2 * 1024 * 1024
# In which a form has to have arrived; no page waits for more than a few fields.
FORM_S = 30.0
# More threads than this only take the interpreter from each other. Kiosks have places of their own, so that people who read a page do
# not stand in one queue with every kiosk there is.
PAGES_AT_ONCE, KIOSKS_AT_ONCE = 16, 4
# Of those who wait for a place. Kiosks know what to do when they are told to come again; people do not.
KIOSKS_WAITING = 200
KIOSK_PREFIX = "/api/"

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

log = logging.getLogger("archive.asgi")


class Application:
    """Routes by path prefix, stamps `X-Archive-Id`, and opens and closes the upload door with the server's own life."""

    def __init__(self, uploads: TusDoor, questions: QuestionsDoor, archive_id: str) -> None:
        self._uploads, self._questions = uploads, questions
        self._pages, self._kiosks = asyncio.Semaphore(PAGES_AT_ONCE), asyncio.Semaphore(KIOSKS_AT_ONCE)
        self._kiosk_crowd = Admission(bodies=0, requests=KIOSKS_WAITING)
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
        await self._uploads.shut()
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
            elif self._questions.answers(path):
                await self._questions(scope, receive, stamped)
            elif path.startswith(MEDIA_PREFIX):
                await media_door(scope, receive, stamped)
            else:
                await self._ask_django(path.startswith(KIOSK_PREFIX), scope, receive, stamped)
        except Exception as error:
            if started:
                raise
            # Caught here and not by the server, so that even this answer carries the stamp.
            if is_trouble(error):
                log.error("no answer for %s now: %s", scope["method"], type(error).__name__)
                await _plain_answer(stamped, 503, (b"retry-after", RETRY_LATER_S.encode()))
            else:
                log.exception("no answer for %s", scope["method"])
                await _plain_answer(stamped, 500)

    async def _ask_django(self, is_kiosk: bool, scope: Message, receive: Receive, send: Send) -> None:
        if not is_kiosk:
            await _small_bodies_only(scope, receive, send, self._pages)
            return
        try:
            with self._kiosk_crowd.request(cheap=False):
                await _small_bodies_only(scope, receive, send, self._kiosks)
        except Refusal as busy:
            body = json.dumps({"error": busy.code}).encode()
            headers = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close", **busy.headers}
            raw = [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in headers.items()]
            await send({"type": "http.response.start", "status": busy.status, "headers": raw})
            await send({"type": "http.response.body", "body": body})


async def _small_bodies_only(scope: Message, receive: Receive, send: Send, places: asyncio.Semaphore) -> None:
    """Django, spared from what it would wait for and spool before any view could refuse it: the body is here, whole and small, or the
    request ends here. Django gives each request a thread, so only some are let in at a time.
    """
    declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if not declared.isdigit() or int(declared) > MAX_FORM_BYTES:
        await _plain_answer(send, 413)
        return
    try:
        async with asyncio.timeout(FORM_S):
            form = await _read_form(receive)
    except TimeoutError:
        await _plain_answer(send, 408)
        return
    if form is None:
        return  # it hung up
    if len(form) > MAX_FORM_BYTES:
        await _plain_answer(send, 413)
        return
    await _let_in(scope, form, receive, send, places)


async def _read_form(receive: Receive) -> bytes | None:
    """The body, no more than a message beyond what is allowed; None when the client is gone."""
    form = bytearray()
    while len(form) <= MAX_FORM_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        form += message.get("body", b"")
        if not message.get("more_body", False):
            break
    return bytes(form)


async def _let_in(scope: Message, form: bytes, receive: Receive, send: Send, places: asyncio.Semaphore) -> None:
    await places.acquire()
    is_held = True
    is_told = False

    async def told_once() -> Message:
        nonlocal is_told
        if is_told:
            return await receive()
        is_told = True
        return {"type": "http.request", "body": form, "more_body": False}

    async def answering(message: Message) -> None:
        # The view is done; from here on only the visitor's link takes time.
        nonlocal is_held
        if is_held:
            is_held = False
            places.release()
        await send(message)

    try:
        await _django(scope, told_once, answering)
    finally:
        if is_held:
            places.release()


async def _plain_answer(send: Send, status: int, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-length", b"0"), (b"connection", b"close"), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def build_application(on_step: OnStep = no_step) -> Application:
    """The application for the archive that the settings name. Raises KeysMissing before `init`."""
    keys = load_keys(settings.ARCHIVE.keys_dir)
    uploads = TusDoor(settings.ARCHIVE, on_step=on_step)
    return Application(uploads, QuestionsDoor(keys, uploads.lanes), keys.archive_id)
