"""Connections that say nothing, or a request that never ends, are not waited for; whoever speaks is not hurried."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import uvicorn

from archive import asgi, patient_http
from archive.asgi import Application

REQUEST = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


async def _app(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] != "http":
        return
    await asyncio.sleep(0.2)  # longer than the patience with heads
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def talk(monkeypatch: pytest.MonkeyPatch, scene: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> None:
    monkeypatch.setattr(patient_http, "HEAD_S", 0.05)

    async def run() -> None:
        config = uvicorn.Config(_app, http=patient_http.PatientProtocol, log_config=None, lifespan="off", ws="none")
        config.load()
        server = uvicorn.Server(config)
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(lambda: patient_http.PatientProtocol(config, server.server_state, {}), "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
        try:
            await scene(reader, writer)
        finally:
            writer.close()
            await writer.wait_closed()
            listening.close()
            await listening.wait_closed()

    asyncio.run(asyncio.wait_for(run(), 30))


def test_a_connection_that_says_nothing_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.read() == b""

    talk(monkeypatch, scene)


def test_a_head_that_never_ends_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(REQUEST[:-2])
        assert await reader.read() == b""

    talk(monkeypatch, scene)


def test_whoever_has_asked_is_answered_however_long_that_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(2):
            writer.write(REQUEST)
            assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200")

    talk(monkeypatch, scene)


def test_the_beginning_of_a_next_request_does_not_end_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(REQUEST + REQUEST[:10])
        assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200")
        assert await reader.read() == b""

    talk(monkeypatch, scene)


class Nowhere:
    """Doors that none of these requests is for."""

    @staticmethod
    def answers(path: str) -> bool:
        return False


def test_a_form_that_never_comes_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asgi, "FORM_S", 0.05)
    said: list[Any] = []

    async def send(message: Any) -> None:
        said.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    scope = {"type": "http", "method": "POST", "path": "/api/v1/enrol", "headers": [(b"content-length", b"9")]}
    asyncio.run(Application(Nowhere(), Nowhere(), "abcd")(scope, receive, send))  # type: ignore[arg-type]
    assert (said[0]["status"], (b"connection", b"close") in said[0]["headers"]) == (408, True)
