"""The outermost layer: every answer is stamped, even the one that says something broke."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from django.db import DatabaseError

from archive import asgi
from archive.asgi import Application


class Broken:
    """An upload door that fails before or after it began to answer."""

    def __init__(self, *, started: bool, error: Exception | None = None) -> None:
        self._started, self._error = started, error or KeyError("what Amina said")
        self.closed = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if self._started:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise self._error

    async def open(self) -> None:
        raise AssertionError("not in this test")

    def close(self) -> None:
        self.closed = True


class NoQuestions:
    """The door beside it, which none of these requests is for."""

    @staticmethod
    def answers(path: str) -> bool:
        return False


def around(door: Broken) -> Application:
    return Application(door, NoQuestions(), "abcd")  # type: ignore[arg-type]


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
    application = around(Broken(started=False))
    start, _body = ask(application, UPLOAD)
    assert start["status"] == 500
    assert (b"x-archive-id", b"abcd") in start["headers"]
    assert "PATCH" in caplog.text


def test_a_machine_in_trouble_says_when_to_come_again(caplog: pytest.LogCaptureFixture) -> None:
    application = around(Broken(started=False, error=DatabaseError("database disk image is malformed")))
    start, _body = ask(application, UPLOAD)
    headers = dict(start["headers"])
    assert start["status"] == 503
    assert int(headers[b"retry-after"]) > 0
    assert headers[b"x-archive-id"] == b"abcd"
    assert "DatabaseError" in caplog.text


def test_a_failure_in_the_middle_of_an_answer_reaches_the_server() -> None:
    with pytest.raises(KeyError):
        ask(around(Broken(started=True)), UPLOAD)  # type: ignore[arg-type]


def test_nobody_talks_over_websockets() -> None:
    assert ask(around(Broken(started=False)), {"type": "websocket", "path": "/"}) == [{"type": "websocket.close", "code": 1000}]  # type: ignore[arg-type]


def test_closing_reaches_the_upload_door() -> None:
    door = Broken(started=False)
    around(door).close_doors()  # type: ignore[arg-type]
    assert door.closed


def test_kiosks_beyond_those_who_may_wait_are_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asgi, "KIOSKS_WAITING", 2)

    async def scene() -> None:
        application = around(Broken(started=False))
        said: list[Any] = []

        async def send(message: Any) -> None:
            said.append(message)

        async def never() -> Any:
            await asyncio.Event().wait()

        def enrol() -> asyncio.Future[None]:
            scope = {"type": "http", "method": "POST", "path": "/api/v1/enrol", "headers": [(b"content-length", b"9")]}
            return asyncio.ensure_future(application(scope, never, send))

        waiting = [enrol(), enrol()]
        await asyncio.sleep(0)
        await enrol()
        start, body = said
        assert (start["status"], body["body"]) == (503, b'{"error": "busy"}')
        headers = dict(start["headers"])
        assert int(headers[b"retry-after"]) > 0
        assert headers[b"x-archive-id"] == b"abcd"
        for each in waiting:
            each.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    asyncio.run(scene())
