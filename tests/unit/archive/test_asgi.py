"""The outermost layer: every answer is stamped, even the one that says something broke."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from archive.asgi import Application


class Broken:
    """An upload door that fails before or after it began to answer."""

    def __init__(self, *, started: bool) -> None:
        self._started = started
        self.closed = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if self._started:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise KeyError("what Amina said")

    async def open(self) -> None:
        raise AssertionError("not in this test")

    def close(self) -> None:
        self.closed = True


def ask(application: Application, scope: dict[str, Any]) -> list[Any]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(application(scope, receive, send))
    return sent


UPLOAD = {"type": "http", "method": "PATCH", "path": "/api/v1/uploads/x", "headers": []}


def test_a_failure_is_answered_logged_and_stamped(caplog: pytest.LogCaptureFixture) -> None:
    application = Application(Broken(started=False), "abcd")  # type: ignore[arg-type]
    start, _body = ask(application, UPLOAD)
    assert start["status"] == 500
    assert (b"x-archive-id", b"abcd") in start["headers"]
    assert "PATCH" in caplog.text


def test_a_failure_in_the_middle_of_an_answer_reaches_the_server() -> None:
    with pytest.raises(KeyError):
        ask(Application(Broken(started=True), "abcd"), UPLOAD)  # type: ignore[arg-type]


def test_nobody_talks_over_websockets() -> None:
    assert ask(Application(Broken(started=False), "abcd"), {"type": "websocket", "path": "/"}) == [
        {"type": "websocket.close", "code": 1000}
    ]  # type: ignore[arg-type]


def test_closing_reaches_the_upload_door() -> None:
    door = Broken(started=False)
    Application(door, "abcd").close_doors()  # type: ignore[arg-type]
    assert door.closed
