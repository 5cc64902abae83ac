"""The job worker's loop: what ends it, and what does not."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError

from archive.commands import worker
from archive.configuration import ArchiveConfig

Handler = Callable[[int, Any], None]


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Asks the worker to stop, as SIGTERM does; this process keeps its own handlers."""
    handlers: dict[int, Handler] = {}
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(worker, "_TROUBLE_S", 0.0)
    return lambda: handlers[signal.SIGTERM](signal.SIGTERM, None)


def work(config: ArchiveConfig, *, once: bool = False) -> int:
    return worker.run(argparse.Namespace(until_stdin_closes=False, once=once), config)


def say(monkeypatch: pytest.MonkeyPatch, *said: bool | Exception | Callable[[], None]) -> None:
    """What `run_next` comes to, call by call."""
    rest = list(said)

    def run_next(_table: object) -> bool:
        now = rest.pop(0)
        if isinstance(now, Exception):
            raise now
        if callable(now):
            now()
            return True
        return now

    monkeypatch.setattr(worker, "run_next", run_next)


@pytest.mark.parametrize("error", [OperationalError("disk I/O error"), DatabaseError("database disk image is malformed")])
def test_a_database_in_trouble_is_waited_for(
    archive_config: ArchiveConfig,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    stop: Callable[[], None],
    error: Exception,
) -> None:
    say(monkeypatch, error, error, True, stop)
    assert work(archive_config) == 0
    assert [record.getMessage() for record in caplog.records] == [f"no job can be done now: {type(error).__name__}"] * 2


def test_a_mistake_of_ours_ends_it(archive_config: ArchiveConfig, monkeypatch: pytest.MonkeyPatch, stop: Callable[[], None]) -> None:
    say(monkeypatch, KeyError("a mistake"))
    with pytest.raises(KeyError):
        work(archive_config)


def test_once_tells_whoever_asked(archive_config: ArchiveConfig, monkeypatch: pytest.MonkeyPatch, stop: Callable[[], None]) -> None:
    say(monkeypatch, OperationalError("disk I/O error"))
    with pytest.raises(OperationalError):
        work(archive_config, once=True)
