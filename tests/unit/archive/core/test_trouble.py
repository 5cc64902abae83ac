"""What counts as the machine's fault, and what kiosks are told of it where Django answers them."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, OperationalError, ProgrammingError
from django.test import Client

from archive.core.trouble import is_trouble
from archive.kiosks import views


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EIO, "Input/output error"),
        OperationalError("disk I/O error"),
        InterfaceError("connection already closed"),
        DatabaseError("database disk image is malformed"),
    ],
)
def test_the_machine_is_at_fault(error: Exception) -> None:
    assert is_trouble(error)


@pytest.mark.parametrize("error", [KeyError("x"), IntegrityError(), DataError(), ProgrammingError(), sqlite3.DatabaseError()])
def test_we_are_at_fault(error: Exception) -> None:
    assert not is_trouble(error)


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


def test_a_kiosk_is_told_to_come_again(client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(views, "identify", failing(DatabaseError("database disk image is malformed")))
    answer = client.get("/api/v1/policy")
    assert answer.status_code == 503
    assert json.loads(answer.content) == {"error": "storage"}
    assert int(answer["Retry-After"]) > 0
    assert "DatabaseError" in caplog.text


def test_a_mistake_of_ours_stays_one(client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr(views, "identify", failing(IntegrityError("a mistake")))
    assert client.get("/api/v1/policy").status_code == 500
