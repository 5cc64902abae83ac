"""The three programs, each made to fail many times with errors that quote what must not be written down.

    python -m erring_programs kiosk|sync|archive FOLDER ERRORS [loud]

`loud` is the control: Python's own hooks and formatter stay, as they are for a program that takes no care.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import sqlite3
import sys
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from watermarks import MARK

Site = Callable[[Exception], None]


def errors(number: int) -> Exception:
    """A new one each time, as libraries, the disk and our own bugs would raise it: words, names and paths in its message."""
    path = f"/media/stick/{MARK}/portrait.jpg"
    noted = RuntimeError("our bug")
    noted.add_note(f"it happened to {MARK}")
    chained = KeyError("uses")
    chained.__cause__ = ValueError(f"not a name: {MARK!r}")
    makers: tuple[Callable[[], Exception], ...] = (
        lambda: ValueError(f"{MARK} cannot be converted"),
        lambda: FileNotFoundError(2, "No such file or directory", path),
        lambda: KeyError(MARK),
        lambda: sqlite3.OperationalError(f'near "{MARK}": syntax error'),
        lambda: UnicodeEncodeError("ascii", MARK, 0, 1, "ordinal not in range"),
        lambda: noted,
        lambda: chained,
        lambda: ExceptionGroup(f"of {MARK}", [TypeError(MARK)]),
        lambda: AssertionError({"caption": MARK}),
        lambda: OSError(28, "No space left on device", path, None, path),
        lambda: type("NamedBug", (Exception,), {"__str__": lambda self: MARK})(),
    )
    return makers[number % len(makers)]()


def in_a_thread(error: Exception) -> None:
    thread = threading.Thread(target=_raise, args=(error,), name="worker")
    thread.start()
    thread.join()


def in_an_objects_end(error: Exception) -> None:
    class Ending:
        def __del__(self) -> None:
            raise error

    Ending()


def _raise(error: Exception) -> None:
    said = unicodedata.normalize("NFC", MARK)  # a local variable, which a talkative traceback would show
    assert said
    raise error


def logged(name: str) -> Site:
    def site(error: Exception) -> None:
        try:
            _raise(error)
        except Exception:
            logging.getLogger(name).exception("failed")

    return site


def kiosk(folder: Path, count: int) -> None:
    from PySide6.QtCore import QCoreApplication, QObject, QTimer
    from told_story import MONTH, close_storage, open_storage, told_story

    from kiosk.app import main
    from kiosk.submission import submit
    from kiosk.ui.tasks import Tasks
    from sync.contract.story import Identity, IdentityKind

    with mock.patch.object(sys, "argv", ["idr-kiosk", "status"]):
        main()  # what the program sets up for itself, with the program's own start
    application = QCoreApplication([])
    tasks, owner = Tasks(), QObject()
    storage = open_storage(folder)

    def in_the_window(error: Exception) -> None:
        QTimer.singleShot(0, lambda: _raise(error))
        application.processEvents()

    def in_a_task(error: Exception) -> None:
        tasks.run(
            lambda: _raise(error), owner=owner, done=lambda _: None, failed=lambda fault: logging.getLogger("kiosk").error(fault.code)
        )
        while tasks.busy:
            application.processEvents()

    def at_send(error: Exception) -> None:
        told = told_story(storage, seconds=0.02)
        told.session.choose_identity(Identity(IdentityKind.OWN, MARK))
        told.session.name_checked = True
        with mock.patch.object(type(storage.outbox), "add", side_effect=error):
            tasks.run(
                lambda: submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH),
                owner=owner,
                done=lambda _: None,
                failed=lambda fault: logging.getLogger("kiosk").error(fault.code),
            )
            while tasks.busy:
                application.processEvents()

    loggers = (
        "kiosk",
        "kiosk.ui",
        "kiosk.submission",
        "kiosk.worker",
        "kiosk.audio",
        "kiosk.withdrawal",
        "kiosk.audio.recorder",
        "sync.awake",
    )
    sites: list[Site] = [in_the_window, in_a_task, in_a_thread, in_an_objects_end, *(logged(name) for name in loggers)]
    for number in range(count):
        (at_send if number % 100 == 99 else sites[number % len(sites)])(errors(number // len(sites) + number))
    _recorder()
    tasks.close()
    close_storage(storage)


def _recorder() -> None:
    """The process of its own that holds the microphone, broken in the middle of its work."""
    process = multiprocessing.get_context("spawn").Process(target=broken_recorder)
    process.start()
    process.join(60)
    assert process.exitcode == 1


def broken_recorder() -> None:
    from kiosk.audio import recorder_process

    with mock.patch.object(recorder_process, "Teller", side_effect=errors(0)):
        recorder_process.run(None, None, None)  # type: ignore[arg-type]


def sync(folder: Path, count: int) -> None:
    from sync.__main__ import _logging_to_stderr, main

    with mock.patch.object(sys, "argv", ["idr-sync", "status"]):
        main()
    sites: list[Site] = [in_a_thread, in_an_objects_end, *(logged(name) for name in ("sync", "sync.worker", "sync.upkeep", "sync.awake"))]
    with _logging_to_stderr():
        for number in range(count):
            sites[number % len(sites)](errors(number))
    _last_words("sync.__main__.read_status", main, ["idr-sync", "status"])


class _NoQuestions:
    @staticmethod
    def answers(path: str) -> bool:
        return False


def archive(folder: Path, count: int) -> None:
    from archive.__main__ import main

    with mock.patch.object(sys, "argv", ["idr-archive", "--dir", str(folder), "init"]):
        main()
    from archive.asgi import Application
    from archive.core.jobs import enqueue, run_next

    async def broken(*_: Any) -> None:
        _raise(errors(0))

    async def nothing(*_: Any) -> dict[str, Any]:
        return {"type": "http.disconnect"}

    application = Application(broken, _NoQuestions(), "archive")  # type: ignore[arg-type]
    for number in range(count):
        enqueue("break", str(number), {})
        run_next({"break": lambda payload, beat, number=number: _raise(errors(number))})  # type: ignore[misc]
        for site in (in_a_thread, in_an_objects_end, logged("archive.intake"), logged("django.request")):
            site(errors(number))
        asyncio.run(application({"type": "http", "method": "POST", "path": "/api/v1/uploads", "headers": []}, nothing, nothing))
    _last_words("archive.__main__.load_config", main, ["idr-archive", "verify"])


def _last_words(broken: str, main: Callable[[], int], arguments: list[str]) -> None:
    """An error that nobody catches, as the program's last."""
    with mock.patch(broken, side_effect=errors(6)), mock.patch.object(sys, "argv", arguments):
        main()


def _stay_loud() -> None:
    """Python's own ways of telling an error."""
    from sync import quiet_errors

    quiet_errors.die_quietly = lambda: None
    quiet_errors.QuietFormatter.formatException = logging.Formatter.formatException  # type: ignore[method-assign]


if __name__ == "__main__":
    if "loud" in sys.argv:
        _stay_loud()
    {"kiosk": kiosk, "sync": sync, "archive": archive}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
